#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "cli/explore.h"
#include "cli/report_writer.h"

namespace timbang::cli {

namespace {

using content::Covered;
using content::Exploration;
using nlohmann::json;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

constexpr std::size_t kMostLinesShown = 60;

void write_coverage(ReportWriter& writer, const Exploration& found) {
    const auto of = [&](std::size_t reached, std::size_t all) {
        return base::Arg(writer.text(
            "explore.of", {{"reached", static_cast<std::int64_t>(reached)}, {"all", static_cast<std::int64_t>(all)}}));
    };
    const auto covered = [&](const Covered& one) { return of(one.reached(), one.all); };
    if (found.complete) writer.line("explore.looked-at", {{"states", static_cast<std::int64_t>(found.states)}});
    writer.line("explore.coverage", {{"steps", covered(found.steps)},
                                     {"actions", covered(found.actions)},
                                     {"evidence", covered(found.evidence)},
                                     {"indicators", covered(found.indicators)},
                                     {"events", of(found.events - found.events_missing.size(), found.events)},
                                     {"replies", of(found.replies - found.replies_missing.size(), found.replies)}});
}

void write_players(ReportWriter& writer, const ExploreReport& report, const content::ExploreSummary& summary,
                   const base::Catalogue& catalogue) {
    if (summary.rows.empty()) return;
    const auto words = [&](const base::Message& message) { return catalogue.text(writer.lang(), message); };
    std::vector<std::vector<std::string>> table{
        {writer.text("explore.column-player"), writer.text("explore.column-exact"), writer.text("explore.column-range"),
         writer.text("explore.column-finding")}};
    for (const content::PlayerRow& row : summary.rows) {
        const std::string range =
            row.least == row.most ? std::to_string(row.least)
                                  : writer.text("explore.range-between",
                                                {{"least", std::int64_t{row.least}}, {"most", std::int64_t{row.most}}});
        table.push_back({words(row.name) + " (" + words(row.note) + ")", words(row.exact), range, words(row.finding)});
    }
    writer.plain("");
    for (const auto& row : table) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            std::size_t width = 0;
            for (const auto& other : table)
                width = std::max(width, base::length(other[column]));
            line += row[column];
            if (column + 1 < row.size()) line += std::string(width - base::length(row[column]) + 2, ' ');
        }
        writer.plain(line);
    }
    const content::PlayerRange& last = report.found.players.back();
    if (last.player == content::PlayerKind::Random)
        writer.line("explore.best-seed", {{"scenario", report.name}, {"seed", std::to_string(last.best_seed)}});
}

void write_path(ReportWriter& writer, const ExploreReport& report, int index) {
    const content::DeadEnd& end = report.found.dead_ends[at(index)];
    if (end.play.empty()) return writer.line("explore.path-none", {}, 2);
    const std::string& file = report.files[at(index)];
    if (!file.empty()) return writer.line("explore.path-file", {{"scenario", report.name}, {"file", file}}, 2);
    writer.line(end.shortest ? "explore.path" : "explore.path-any", {{"n", static_cast<std::int64_t>(end.commands)}},
                2);
    std::size_t lines = 0;
    for (std::size_t begin = 0; begin < end.play.size() && lines < kMostLinesShown; ++lines) {
        const std::size_t stop = std::min(end.play.find('\n', begin), end.play.size());
        writer.plain(end.play.substr(begin, stop - begin), 4);
        begin = stop + 1;
    }
    if (lines == kMostLinesShown) writer.plain("…", 4);
}

void write_findings(ReportWriter& writer, const ExploreReport& report, const content::ExploreSummary& summary) {
    writer.plain("");
    for (const content::ExploreFinding& finding : summary.findings) {
        const base::Message message = finding.message();
        writer.plain(std::string(base::severity_id(finding.severity)) + "[" + finding.code +
                     "]: " + writer.text(message.key, message.args));
        if (finding.dead_end >= 0) write_path(writer, report, finding.dead_end);
    }
    if (summary.findings.empty()) writer.line("explore.sound");
}

template <class List, class Id> json covered_json(const Covered& covered, const List& list, const Id& id) {
    json missing = json::array();
    for (const int one : covered.missing)
        missing.push_back(id(list[at(one)]));
    return {{"reached", covered.reached()}, {"all", covered.all}, {"missing", std::move(missing)}};
}

json coverage_json(const domain::Scenario& scenario, const Exploration& found) {
    const auto id = [](const auto& one) { return one.id; };
    json events = json::array(), replies = json::array();
    for (const content::EventPlace& one : found.events_missing)
        events.push_back({{"step", scenario.steps[at(one.step)].id}, {"event", one.event + 1}});
    for (const content::ReplyPlace& one : found.replies_missing) {
        json place{{"reply", one.reply + 1}, {"hidden", one.hidden}};
        if (one.task >= 0)
            place["indicator"] = scenario.tasks[at(one.task)].code;
        else
            place["part"] = scenario.parts[at(one.part)].id;
        replies.push_back(std::move(place));
    }
    return {
        {"steps", covered_json(found.steps, scenario.steps, id)},
        {"actions", covered_json(found.actions, scenario.actions, id)},
        {"evidence", covered_json(found.evidence, scenario.evidence, id)},
        {"indicators",
         covered_json(found.indicators, scenario.tasks, [](const domain::Task& task) { return task.code; })},
        {"events",
         {{"reached", found.events - found.events_missing.size()}, {"all", found.events}, {"missing", events}}},
        {"replies",
         {{"reached", found.replies - found.replies_missing.size()}, {"all", found.replies}, {"missing", replies}}}};
}

json players_json(const domain::Scenario& scenario, const Exploration& found) {
    const char* names[] = {"reference", "lenient", "strict", "random"};
    json players = json::array();
    for (const content::PlayerRange& one : found.players) {
        json player{{"player", names[static_cast<int>(one.player)]},
                    {"runs", one.runs},
                    {"finished", one.finished},
                    {"least", one.least},
                    {"most", one.most},
                    {"mean", one.mean.approximate()},
                    {"of", scenario.tasks.size()}};
        if (one.player == content::PlayerKind::Random) player["best_seed"] = one.best_seed;
        players.push_back(std::move(player));
    }
    return players;
}

json dead_ends_json(const ExploreReport& report) {
    const auto id = [&](domain::StepIx step) { return report.scenario.steps[at(step)].id; };
    json ends = json::array();
    for (std::size_t i = 0; i < report.found.dead_ends.size(); ++i) {
        const content::DeadEnd& one = report.found.dead_ends[i];
        json round = json::array();
        for (const domain::StepIx step : one.round)
            round.push_back(id(step));
        json end{{"kind", one.kind == content::DeadEndKind::Stuck ? "stuck" : "loop"},
                 {"step", id(one.step)},
                 {"round", std::move(round)},
                 {"commands", one.commands},
                 {"shortest", one.shortest},
                 {"play", one.play}};
        if (one.since_step >= 0) {
            end["since"] = one.since;
            end["since_step"] = id(one.since_step);
        }
        if (!report.files[i].empty()) end["file"] = report.files[i];
        ends.push_back(std::move(end));
    }
    return ends;
}

} // namespace

std::string explore_text(const ExploreReport& report, const Context& context) {
    ReportWriter writer(*context.environment.catalogue, context.lang);
    const content::ExploreSummary summary = content::explore_summary(report.scenario, report.found);
    write_coverage(writer, report.found);
    write_players(writer, report, summary, *context.environment.catalogue);
    write_findings(writer, report, summary);
    return writer.take();
}

json explore_json(const ExploreReport& report, const Context& context) {
    const Exploration& found = report.found;
    json findings = json::array();
    for (const content::ExploreFinding& finding : content::explore_findings(report.scenario, found))
        findings.push_back({{"severity", base::severity_id(finding.severity)},
                            {"code", finding.code},
                            {"message", context.environment.catalogue->text(context.lang, finding.message())}});
    const auto has = [&](const char* code) {
        return std::any_of(findings.begin(), findings.end(), [&](const json& one) { return one["code"] == code; });
    };
    json result{{"scenario", report.scenario.id},
                {"version", report.scenario.version},
                {"seed", report.seed},
                {"complete", found.complete},
                {"stopped", found.stopped},
                {"states", found.states},
                {"commands", found.commands},
                {"coverage", coverage_json(report.scenario, found)},
                {"players", players_json(report.scenario, found)},
                {"dead_ends", dead_ends_json(report)},
                {"lenient_pays", has("leniency-pays")},
                {"strict_pays", has("strictness-pays")}};
    result["reference_exact"] = nullptr;
    if (!found.players.empty())
        result["reference_exact"] = found.inexact.empty() && found.players.front().finished == 1;
    result["findings"] = std::move(findings);
    return result;
}

} // namespace timbang::cli
