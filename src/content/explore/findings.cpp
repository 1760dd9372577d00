#include <algorithm>
#include <set>

#include "content/explore.h"

namespace timbang::content {

namespace d = domain;
using base::Severity;

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

/// Turns what was found into findings, the gravest first.
class Teller {
public:
    Teller(const d::Scenario& scenario, const Exploration& found) : scenario_(scenario), found_(found) {}

    std::vector<ExploreFinding> tell() {
        for (std::size_t i = 0; i < found_.dead_ends.size(); ++i)
            tell_dead_end(static_cast<int>(i));
        tell_key();
        if (!found_.stopped) tell_unreached();
        tell_players();
        tell_replies();
        tell_events();
        if (found_.stopped)
            add(Severity::Note, "stopped", {});
        else if (!found_.complete)
            add(Severity::Note, "not-complete",
                {{"states", static_cast<std::int64_t>(found_.states)},
                 {"commands", static_cast<std::int64_t>(found_.guided_commands)}});
        std::stable_sort(findings_.begin(), findings_.end(), [](const ExploreFinding& a, const ExploreFinding& b) {
            return static_cast<int>(a.severity) < static_cast<int>(b.severity);
        });
        return std::move(findings_);
    }

private:
    ExploreFinding& add(Severity severity, std::string code, base::Args args) {
        ExploreFinding finding;
        finding.severity = severity;
        finding.code = std::move(code);
        finding.args = std::move(args);
        findings_.push_back(std::move(finding));
        return findings_.back();
    }

    /// Cannot be reached; or, where not everything was looked at, was not reached yet.
    ExploreFinding& unreached(const char* code, const char* what, const std::string& id) {
        if (found_.complete) return add(Severity::Error, code, {{"id", id}});
        return add(Severity::Warning, "not-seen", {{"what", base::Key{what}}, {"id", id}});
    }

    [[nodiscard]] const std::string& step_id(d::StepIx step) const { return scenario_.steps[at(step)].id; }

    void tell_dead_end(int index) {
        const DeadEnd& end = found_.dead_ends[at(index)];
        base::Args args{{"step", step_id(end.step)}, {"n", static_cast<std::int64_t>(end.commands)}};
        std::string code = "stuck";
        if (end.kind == DeadEndKind::Loop) {
            std::string steps;
            for (const d::StepIx step : end.round)
                steps += (steps.empty() ? "" : ", ") + step_id(step);
            args.emplace_back("steps", steps);
            code = end.round.size() == 1 ? "loop-one" : "loop";
        } else if (scenario_.steps[at(end.step)].next.empty()) {
            code = "stuck-no-way";
        } else if (end.since_step >= 0 && end.since != "next") {
            args.emplace_back("since", end.since);
            args.emplace_back("since_step", step_id(end.since_step));
            code = "stuck-since";
        }
        ExploreFinding& finding = add(Severity::Error, code, std::move(args));
        finding.step = end.step;
        finding.dead_end = index;
    }

    void tell_key() {
        const bool played = !found_.players.empty();
        if (played && found_.players.front().finished == 0) add(Severity::Error, "key-not-finished", {});
        for (const Inexact& one : found_.inexact) {
            const char* codes[] = {"key-not-decided", "key-score", "key-problem", "key-alarm", "key-part"};
            const std::string& id =
                one.task >= 0 ? scenario_.tasks[at(one.task)].code : scenario_.parts[at(one.part)].id;
            ExploreFinding& finding = add(Severity::Error, codes[static_cast<int>(one.why)], {{"id", id}});
            finding.task = one.task;
            finding.part = one.part;
        }
    }

    void tell_unreached() {
        tell_steps();
        tell_actions();
        for (const int one : found_.evidence.missing)
            unreached("evidence-unreached", "explore.what-evidence", scenario_.evidence[at(one)].id).evidence = one;
        for (const int one : found_.indicators.missing)
            unreached("indicator-unreached", "explore.what-indicator", scenario_.tasks[at(one)].code).task = one;
    }

    void tell_steps() {
        std::set<d::StepIx> named;
        for (const d::Step& step : scenario_.steps)
            for (const d::Way& way : step.next)
                named.insert(way.to);
        for (const int step : found_.steps.missing) {
            const char* code = named.count(step) != 0 ? "step-unreached" : "step-no-goto";
            unreached(code, "explore.what-step", step_id(step)).step = step;
        }
    }

    void tell_actions() {
        for (const int index : found_.actions.missing) {
            const d::Action& action = scenario_.actions[at(index)];
            ExploreFinding* finding = nullptr;
            if (action.cost > scenario_.budget)
                finding = &add(Severity::Error, "action-too-dear",
                               {{"id", action.id},
                                {"cost", std::int64_t{action.cost}},
                                {"budget", std::int64_t{scenario_.budget}}});
            else
                finding = &unreached("action-unreached", "explore.what-action", action.id);
            finding->action = index;
        }
    }

    void tell_players() {
        const auto all = static_cast<std::int64_t>(scenario_.tasks.size());
        for (const PlayerRange& range : found_.players) {
            if (2 * range.most <= all) continue;
            if (range.player == PlayerKind::Lenient)
                add(Severity::Warning, "leniency-pays", {{"exact", std::int64_t{range.most}}, {"of", all}});
            if (range.player == PlayerKind::Strict)
                add(Severity::Warning, "strictness-pays", {{"exact", std::int64_t{range.most}}, {"of", all}});
        }
    }

    void tell_replies() {
        const bool ends = std::any_of(found_.players.begin(), found_.players.end(),
                                      [](const PlayerRange& range) { return range.finished > 0; });
        if (found_.stopped || !ends) return; // replies are shown at the end
        for (const ReplyPlace& place : found_.replies_missing) {
            // An indicator that is never reached is told once.
            const auto& lost = found_.indicators.missing;
            const auto& steps = found_.steps.missing;
            if (place.task >= 0 && std::find(lost.begin(), lost.end(), place.task) != lost.end()) continue;
            if (place.part >= 0 &&
                std::find(steps.begin(), steps.end(), scenario_.parts[at(place.part)].step) != steps.end())
                continue;
            const std::string& id =
                place.task >= 0 ? scenario_.tasks[at(place.task)].code : scenario_.parts[at(place.part)].id;
            ExploreFinding& finding = add(Severity::Warning, place.hidden ? "reply-hidden" : "reply-unused",
                                          {{"id", id}, {"n", std::int64_t{place.reply + 1}}});
            finding.task = place.task;
            finding.part = place.part;
        }
    }

    void tell_events() {
        if (!found_.complete) return;
        const auto& steps = found_.steps.missing;
        for (const EventPlace& place : found_.events_missing) {
            if (std::find(steps.begin(), steps.end(), place.step) != steps.end()) continue;
            add(Severity::Warning, "event-unreached",
                {{"step", step_id(place.step)}, {"n", std::int64_t{place.event + 1}}})
                .step = place.step;
        }
    }

    const d::Scenario& scenario_;
    const Exploration& found_;
    std::vector<ExploreFinding> findings_;
};

} // namespace

std::vector<ExploreFinding> explore_findings(const d::Scenario& scenario, const Exploration& exploration) {
    return Teller(scenario, exploration).tell();
}

} // namespace timbang::content
