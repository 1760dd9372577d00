#include "report/person.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "insight/habits.h"
#include "insight/progress.h"

namespace timbang::report {
namespace {

std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

class PersonReport {
public:
    PersonReport(const PersonInput& input, const Words& words) : input_(input), words_(words) {}

    Document make() {
        const std::string who = input_.name.empty() ? input_.code : input_.name + " (" + input_.code + ")";
        out_.lang = words_.lang();
        out_.title = words_("report.person-title");
        out_.header = who;
        out_.footer = words_("report.footer", {{"date", words_.date(input_.now)}});
        out_.made = input_.now;
        out_.meta = {{words_("report.person"), who}, {words_("report.made"), words_.date_time(input_.now)}};
        if (!input_.rows.empty())
            out_.meta.emplace_back(words_("report.rests-on"),
                                   words_("report.decisions-since", {{"n", whole(input_.rows.size())},
                                                                     {"cases", whole(cases())},
                                                                     {"since", words_.date(input_.rows.front().time)}}));
        out_.add(Note{words_("report.yours-alone")});
        if (input_.rows.empty()) {
            out_.add(Paragraph{words_("report.no-decisions")});
            add_sessions();
            return std::move(out_);
        }
        if (input_.rows.size() < insight::kFew) out_.add(Paragraph{words_("report.few", {{"n", whole(input_.rows.size())}})});
        add_figures();
        add_progress();
        add_mastery();
        add_tallies();
        add_habits();
        add_sessions();
        add_decisions();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::size_t cases() const {
        std::set<std::string> ids;
        for (const insight::DecisionRow& row : input_.rows) ids.insert(row.scenario);
        return ids.size();
    }

    void add_figures() {
        int exact = 0, within = 0, scored = 0, found = 0, met = 0, sure = 0, different = 0;
        for (const insight::DecisionRow& row : input_.rows) {
            const bool both = row.score && row.reference;
            exact += row.exact;
            scored += both;
            within += both && std::abs(row.steps) <= 1;
            sure += row.sure;
            different += row.sure && !row.exact && !row.near;
            met += static_cast<int>(row.problems.size());
            for (const auto& problem : row.problems) found += problem.second;
        }
        const auto of = [&](int n) { return words_("report.of", {{"n", std::int64_t{n}}}); };
        out_.add(KeyFigures{{{words_.number(exact), of(static_cast<int>(input_.rows.size())), words_("report.exact"),
                              words_("report.exact-text")},
                             {words_.number(within), of(scored), words_("report.within-one"), words_("report.within-one-text")},
                             {words_.number(found), of(met), words_("report.found"), words_("report.found-text")},
                             {words_.number(different), of(sure), words_("report.sure"), words_("report.sure-text")}}});
    }

    void add_progress() {
        const auto months = insight::by_month(input_.rows, words_.offset(input_.now));
        out_.add(Heading{1, words_("report.progress")});
        out_.add(Paragraph{words_("report.progress-text")});
        out_.add(Paragraph{words_(insight::course_of_exact(input_.rows).sentence)});
        for (const insight::WorkshopSpan& workshop : insight::workshops(input_.rows))
            out_.add(Paragraph{words_("progress.workshop-of",
                                      {{"date", words_.date(workshop.from)},
                                       {"text", words_(insight::around_workshop(input_.rows, workshop).sentence)}})});
        Bars bars;
        bars.caption = words_("report.exact-by-month");
        Table direction;
        direction.caption = words_("report.direction-by-month");
        direction.columns = {{words_("report.month"), 3},
                             {words_("report.decisions"), 1.4, Align::Right},
                             {words_("report.mean"), 1.4, Align::Right},
                             {words_("report.interval"), 2.4, Align::Right}};
        for (const insight::Month& month : months) {
            const std::string name = words_.month(month.year, month.month);
            const insight::ShareInterval& exact = month.exact;
            BarRow row;
            row.label = name;
            row.share = exact.n == 0 ? 0 : static_cast<double>(exact.k) / exact.n;
            row.text = words_.k_of_n(exact.k, exact.n);
            row.interval = {exact.low, exact.high};
            bars.rows.push_back(std::move(row));
            if (month.points.n == 0) continue;
            std::string interval = "–";
            if (month.points.low && month.points.high)
                interval = words_("report.from-to", {{"low", words_.signed_tenths(*month.points.low)},
                                                     {"high", words_.signed_tenths(*month.points.high)}});
            direction.rows.push_back({{name}, {words_.number(month.points.n)}, {words_.signed_tenths(month.points.mean)}, {interval}});
        }
        bars.note = words_("report.interval-note");
        out_.add(std::move(bars));
        if (direction.rows.empty()) return;
        out_.add(std::move(direction));
        out_.add(Paragraph{words_("report.direction-text"), Look::Quiet});
    }

    void add_mastery() {
        if (input_.mastery.empty()) return;
        out_.add(Heading{1, words_("report.mastery")});
        out_.add(Paragraph{words_("report.mastery-text")});
        for (const auto& [what, lines] : input_.mastery) {
            Table table;
            table.caption = what;
            table.columns = {{words_("report.name"), 3}, {words_("report.level"), 1.2}, {words_("report.rests-on"), 3}};
            for (const MasteryLine& line : lines) table.rows.push_back({{line.name}, {line.level}, {line.evidence}});
            out_.add(std::move(table));
        }
    }

    static BarRow tally(std::string name, int k, int n, const Words& words) {
        BarRow row;
        row.label = std::move(name);
        row.share = n == 0 ? 0 : static_cast<double>(k) / n;
        row.text = words.k_of_n(k, n);
        return row;
    }

    void add_tallies() {
        Bars rights, problems;
        rights.caption = words_("report.by-right");
        for (const insight::Count& count : insight::by_criterion(input_.rows)) {
            const auto name = input_.rights.find(count.id);
            rights.rows.push_back(tally(name == input_.rights.end() ? count.id.substr(count.id.rfind('/') + 1) : name->second,
                                        count.k, count.n, words_));
        }
        problems.caption = words_("report.by-problem");
        for (const insight::Count& count : insight::by_family(input_.rows))
            problems.rows.push_back(tally(words_("habit.name-" + count.id), count.k, count.n, words_));
        out_.add(Heading{1, words_("report.where")});
        out_.add(std::move(rights));
        if (!problems.rows.empty()) out_.add(std::move(problems));
    }

    void add_habits() {
        out_.add(Heading{1, words_("report.habits")});
        out_.add(Paragraph{words_("report.habits-text")});
        const auto habits = insight::habits(input_.rows);
        for (const insight::Habit& habit : habits) {
            out_.add(Heading{3, words_(habit.title)});
            out_.add(Paragraph{words_(habit.sentence)}, true);
            out_.add(Paragraph{words_(habit.evidence), Look::Quiet});
        }
        if (habits.empty()) out_.add(Paragraph{words_("report.no-habits")});
    }

    void add_sessions() {
        if (input_.sessions.empty()) return;
        out_.add(Heading{1, words_("report.sessions")});
        Table table;
        table.columns = {{words_("report.case"), 3}, {words_("report.worked"), 2.7}, {words_("report.mode"), 1.5},
                         {words_("report.decided"), 1.4, Align::Right}, {words_("report.exact"), 1.3, Align::Right},
                         {words_("report.state"), 1.4}};
        for (const SessionLine& line : input_.sessions)
            table.rows.push_back({{line.title},
                                  {words_.date_time(line.worked)},
                                  {words_("report.mode-" + line.mode)},
                                  {words_.number(line.decided)},
                                  {line.scored > 0 ? words_.k_of_n(line.exact, line.scored) : "–"},
                                  {words_("report.state-" + line.state)}});
        out_.add(std::move(table));
    }

    [[nodiscard]] std::string difference(const insight::DecisionRow& row) const {
        if (row.exact) return words_("report.same");
        if (row.near) return words_("report.near");
        if (row.steps == 0) return words_("report.other-verdict");
        return words_(row.steps > 0 ? "report.steps-generous" : "report.steps-strict",
                      {{"n", std::int64_t{std::abs(row.steps)}}});
    }

    void add_decisions() {
        out_.add(Heading{1, words_("report.all-decisions")});
        out_.add(Paragraph{words_("report.all-decisions-text")});
        Table table;
        table.columns = {{words_("report.date"), 2}, {words_("report.case"), 3}, {words_("report.indicator"), 1.2},
                         {words_("report.score"), 0.9, Align::Right}, {words_("report.reference"), 1.5, Align::Right},
                         {words_("report.difference"), 2.5}};
        const auto score = [&](const std::optional<int>& value) { return value ? words_.number(*value) : std::string("–"); };
        for (auto row = input_.rows.rbegin(); row != input_.rows.rend(); ++row) {
            const auto title = input_.cases.find(row->scenario);
            table.rows.push_back({{words_.date(row->time)},
                                  {title == input_.cases.end() ? row->scenario : title->second},
                                  {row->code},
                                  {score(row->score)},
                                  {score(row->reference)},
                                  {difference(*row)}});
        }
        out_.add(std::move(table));
    }

    const PersonInput& input_;
    const Words& words_;
    Document out_;
};

} // namespace

Document person_document(const PersonInput& input, const Words& words) {
    return PersonReport(input, words).make();
}

} // namespace timbang::report
