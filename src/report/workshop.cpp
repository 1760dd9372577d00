#include "report/workshop.h"

#include <algorithm>

#include "insight/room.h"
#include "report/workshop_parts.h"

namespace timbang::report {
namespace {

std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

bool was_shown(const domain::RoomState& state, domain::RoomTaskIx task) {
    for (const domain::Round& round : state.rounds)
        for (const domain::RoomTaskIx shown : round.shown)
            if (shown == task) return true;
    return false;
}

int count_votes(const RoomCaseInput& one, domain::VoteKind kind) {
    int votes = 0;
    for (const domain::Round& round : one.state.rounds)
        for (const domain::Vote& vote : round.votes) votes += vote.kind == kind;
    return votes;
}

class WorkshopReport {
public:
    WorkshopReport(const WorkshopInput& input, const Words& words) : input_(input), words_(words) {}

    Document make() {
        out_.lang = words_.lang();
        out_.title = input_.title.empty() ? words_("report.workshop-untitled") : input_.title;
        out_.subtitle = words_("report.workshop-title");
        out_.footer = words_("report.footer", {{"date", words_.date(input_.now)}});
        out_.made = input_.now;
        if (!input_.cases.empty()) {
            const std::string from = words_.date(input_.cases.front().began), to = words_.date(input_.cases.back().last);
            out_.meta.emplace_back(words_("report.held"), from == to ? from : words_("report.from-to", {{"low", from}, {"high", to}}));
        }
        out_.meta.emplace_back(words_("report.made"), words_.date_time(input_.now));
        out_.add(Note{words_(input_.ended ? "report.workshop-note" : "report.workshop-open")});
        add_figures();
        add_attendance();
        for (const RoomCaseInput& one : input_.cases) add_case(one);
        add_comments();
        return std::move(out_);
    }

private:
    void add_figures() {
        std::size_t there = 0, rounds = 0;
        int first = 0, second = 0;
        for (const AttendanceLine& line : input_.people) there += line.there;
        for (const RoomCaseInput& one : input_.cases) {
            rounds += one.state.rounds.size();
            first += count_votes(one, domain::VoteKind::First);
            second += count_votes(one, domain::VoteKind::Second);
        }
        out_.add(KeyFigures{{{words_.number(whole(there)), words_("report.of", {{"n", whole(input_.people.size())}}), words_("report.there"), ""},
                             {words_.number(whole(rounds)), "", words_("report.rounds"), words_("report.in-cases", {{"n", whole(input_.cases.size())}})},
                             {words_.number(first), "", words_("report.first-votes"), words_("report.first-votes-text")},
                             {words_.number(second), "", words_("report.second-votes"), words_("report.second-votes-text")}}});
    }

    void add_attendance() {
        out_.add(Heading{1, words_("report.attendance")});
        if (input_.people.empty()) {
            out_.add(Paragraph{words_("report.nobody")});
            return;
        }
        bool names = false, offices = false;
        for (const AttendanceLine& line : input_.people) {
            names = names || !line.name.empty();
            offices = offices || !line.office.empty();
        }
        Table table;
        table.columns = {{words_("report.code"), 1}};
        if (names) table.columns.push_back({words_("report.name"), 3});
        if (offices) table.columns.push_back({words_("report.office"), 3});
        table.columns.push_back({words_("report.group"), 1, Align::Right});
        table.columns.push_back({words_("report.was-there"), 1.4});
        for (const AttendanceLine& line : input_.people) {
            std::vector<Cell> row = {{line.code}};
            if (names) row.push_back({line.name});
            if (offices) row.push_back({line.office});
            row.push_back({line.group > 0 ? words_.number(line.group) : "–"});
            row.push_back({words_(line.there ? "report.yes" : "report.not-there")});
            table.rows.push_back(std::move(row));
        }
        out_.add(std::move(table));
    }

    void add_case(const RoomCaseInput& one) {
        std::vector<insight::RoomReference> references(one.rules.tasks.size());
        if (one.scenario) references = insight::room_references(one.rules, *one.scenario);
        for (std::size_t i = 0; i < references.size(); ++i)
            if (!was_shown(one.state, static_cast<domain::RoomTaskIx>(i))) references[i] = {};
        out_.add(Heading{1, one.scenario ? words_.of(one.scenario->title) : one.scenario_id});
        const auto items = insight::compare_room(one.rules, one.state, references);
        if (items.empty()) {
            out_.add(Paragraph{words_("report.no-votes")});
            return;
        }
        add_agreement(insight::room_agreement(one.rules, one.state));
        add_split(one, insight::debrief_agenda(one.rules, one.state, references));
        out_.add(Heading{2, words_("report.by-indicator")});
        for (const insight::RoomItem& item : items) add_room_item(item, one, words_, out_);
    }

    void add_agreement(const insight::RoomAgreements& both) {
        Table table;
        table.caption = words_("report.agreement");
        table.columns = {{words_("report.measure"), 4}, {words_("report.before"), 2.4, Align::Right}, {words_("report.after"), 2.4, Align::Right}};
        const auto add = [&](const char* name, double least, const auto& before, const auto& after) {
            if (!before && !after) return;
            table.rows.push_back({{words_(name)}, {coefficient(before, least)}, {coefficient(after, least)}});
        };
        add("report.score-pairs", 0, both.first.score_pairs, both.second.score_pairs);
        add("report.score-ac", -1, both.first.scores, both.second.scores);
        add("report.verdict-pairs", 0, both.first.verdict_pairs, both.second.verdict_pairs);
        add("report.verdict-ac", -1, both.first.verdicts, both.second.verdicts);
        if (table.rows.empty()) {
            out_.add(Paragraph{words_("report.no-agreement"), Look::Quiet});
            return;
        }
        out_.add(std::move(table));
        out_.add(Paragraph{words_("report.agreement-text", {{"items", std::int64_t{both.first.items}}, {"voters", std::int64_t{both.first.voters}}}),
                           Look::Quiet});
        if (both.by_group) out_.add(Paragraph{words_("report.agreement-by-group"), Look::Quiet});
    }

    /// `least`: what the measure can be at least, where its interval ends. A share of pairs is never below 0.
    template <class Coefficient> [[nodiscard]] std::string coefficient(const Coefficient& value, double least) const {
        if (!value) return "–";
        std::string text = words_.hundredths(value->estimate);
        if (value->interval)
            text += " (" + words_("report.from-to", {{"low", words_.hundredths(std::max(least, value->interval->low))},
                                                     {"high", words_.hundredths(value->interval->high)}}) + ")";
        return text;
    }

    void add_split(const RoomCaseInput& one, const std::vector<insight::AgendaItem>& agenda) {
        if (agenda.empty()) return;
        out_.add(Heading{2, words_("report.split")});
        out_.add(Paragraph{words_("report.split-text"), Look::Quiet});
        Table table;
        table.columns = {{words_("report.indicator"), 4}, {words_("report.spread"), 1.4, Align::Right}, {words_("report.what-split"), 4}};
        for (const insight::AgendaItem& item : agenda) {
            const std::string spread = item.low && item.high ? words_("report.from-to", {{"low", words_.number(*item.low)}, {"high", words_.number(*item.high)}}) : "–";
            table.rows.push_back({{indicator_name(one, item.task, words_)}, {spread}, {words_(item.reason)}});
        }
        out_.add(std::move(table));
    }

    void add_comments() {
        for (const auto about : {domain::CommentAbout::Rule, domain::CommentAbout::Reading}) {
            Table table;
            table.columns = {{words_("report.indicator"), 3}, {words_("report.comment"), 6}};
            for (const RoomCaseInput& one : input_.cases)
                for (const domain::Comment& comment : one.state.comments)
                    if (comment.about == about)
                        table.rows.push_back({{comment.task < 0 ? words_("report.whole-case") : indicator_name(one, comment.task, words_)}, {comment.text}});
            const bool rules = about == domain::CommentAbout::Rule;
            if (table.rows.empty() && !rules) continue;
            out_.add(Heading{1, words_(rules ? "report.comments-rule" : "report.comments-reading")});
            if (table.rows.empty()) out_.add(Paragraph{words_("report.no-comments"), Look::Quiet});
            else out_.add(std::move(table));
        }
    }

    const WorkshopInput& input_;
    const Words& words_;
    Document out_;
};

} // namespace

Document workshop_document(const WorkshopInput& input, const Words& words) {
    return WorkshopReport(input, words).make();
}

} // namespace timbang::report
