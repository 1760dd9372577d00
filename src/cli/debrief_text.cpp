#include <array>
#include <map>

#include "cli/play_report.h"
#include "cli/report_writer.h"
#include "insight/habits.h"

namespace timbang::cli {

namespace {

using domain::FeedbackLevel;
using domain::PartKind;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

/// How many of the panel gave each score; each verdict where no score is asked.
void write_panel(ReportWriter& writer, const domain::Task& task) {
    std::map<int, std::int64_t, std::greater<>> scores;
    std::array<std::int64_t, domain::kVerdictCount> verdicts{};
    for (const domain::PanelVote& vote : task.panel) {
        if (vote.score)
            ++scores[*vote.score];
        else
            ++verdicts[at(static_cast<int>(vote.verdict))];
    }
    std::string votes;
    const auto add = [&](const std::string& what, std::int64_t n) {
        votes += (votes.empty() ? "" : ", ") + writer.text("play.panel-votes", {{"what", what}, {"n", n}});
    };
    for (const auto& [score, n] : scores)
        add(std::to_string(score), n);
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        if (verdicts[i] > 0)
            add(writer.text(std::string("verdict.") + domain::verdict_id(static_cast<domain::Verdict>(i))),
                verdicts[i]);
    if (!votes.empty()) writer.line("play.panel", {{"votes", votes}}, 4);
}

std::string name_of(const domain::StepPart& part, const domain::Framework& framework, const std::string& id,
                    base::Lang lang) {
    if (const domain::Category* category = part.kind == PartKind::Category ? framework.category(id) : nullptr)
        return category->name.in(lang);
    for (const domain::Option& option : part.options)
        if (option.id == id) return option.text.in(lang);
    return id;
}

void write_answer(ReportWriter& writer, const domain::Scenario& scenario, const domain::PartComparison& compared,
                  FeedbackLevel level) {
    const domain::StepPart& part = scenario.parts[at(compared.part)];
    const domain::Framework& framework = *scenario.framework;
    if (!compared.answered) return writer.line("play.not-decided", {}, 2);
    if (part.kind == PartKind::Letter)
        return writer.line("play.letter-points",
                           {{"n", static_cast<std::int64_t>(compared.points.size())},
                            {"of", static_cast<std::int64_t>(part.points.size())}},
                           2);
    if (compared.same)
        writer.line("play.part-same", {}, 2);
    else if (level != FeedbackLevel::Full || part.kind == PartKind::Checklist)
        writer.line("play.part-differs", {}, 2);
    else
        writer.line("play.part-reference",
                    {{"given", name_of(part, framework, compared.given, writer.lang())},
                     {"reference", name_of(part, framework, compared.reference, writer.lang())}},
                    2);
    if (part.kind == PartKind::Category && !compared.by_rule.empty())
        writer.line(compared.same_as_rule ? "play.category-as-rule" : "play.category-by-rule",
                    {{"category", name_of(part, framework, compared.by_rule, writer.lang())}}, 2);
    if (level != FeedbackLevel::Full) return;
    for (const domain::CheckComparison& check : compared.checklist)
        if (const domain::Rule* rule = framework.rule(check.rule); rule && !check.same())
            writer.line(check.reference_holds ? "play.check-holds" : "play.check-fails", {{"rule", rule->name}}, 2);
    for (const domain::Feedback& feedback : compared.feedback)
        if (!feedback.why.empty()) writer.plain("- " + feedback.why.in(writer.lang()), 4);
    if (!part.reference.why.empty()) writer.line("play.reference-why", {{"why", part.reference.why}}, 4);
}

} // namespace

void write_reference(ReportWriter& writer, const domain::Scenario& scenario, domain::IndicatorIx task) {
    for (const domain::Passage& passage : scenario.tasks[at(task)].reference.rests_on)
        writer.line(passage.quote.empty() ? "play.rests-on-page" : "play.rests-on",
                    {{"document", scenario.evidence[at(passage.evidence)].title},
                     {"page", std::int64_t{passage.page}},
                     {"quote", passage.quote}},
                    4);
    write_panel(writer, scenario.tasks[at(task)]);
}

void write_parts(ReportWriter& writer, const domain::Scenario& scenario, const domain::Comparison& comparison,
                 FeedbackLevel level) {
    const char* kinds[] = {"play.part-checklist", "play.part-choice", "play.part-category", "play.part-letter"};
    for (const domain::PartComparison& compared : comparison.parts) {
        const domain::StepPart& part = scenario.parts[at(compared.part)];
        writer.plain("");
        writer.line(kinds[static_cast<int>(part.kind)], {{"step", scenario.steps[at(part.step)].title}});
        write_answer(writer, scenario, compared, level);
    }
}

void write_work(ReportWriter& writer, const domain::Scenario& scenario, const domain::WorkComparison& work,
                FeedbackLevel level) {
    writer.plain("");
    if (work.budget > 0)
        writer.line("play.time-spent", {{"n", std::int64_t{work.spent}}, {"of", std::int64_t{work.budget}}});
    if (work.decided_unread > 0) writer.line("play.decided-unread", {{"n", std::int64_t{work.decided_unread}}});
    if (level != FeedbackLevel::Full) return;
    for (const domain::ActionComparison& action : work.actions) {
        if (!action.taken) continue;
        const domain::Action& taken = scenario.actions[at(action.action)];
        writer.line(action.helps ? "play.action-helped" : "play.action-did-not-help",
                    {{"action", taken.label}, {"cost", std::int64_t{taken.cost}}, {"why", taken.why}});
    }
}

std::string habits_text(const domain::Scenario& scenario, const domain::State& state, const base::Catalogue& catalogue,
                        base::Lang lang) {
    ReportWriter writer(catalogue, lang);
    const std::vector<insight::Habit> habits = insight::habits(insight::rows_of(scenario, state, "", base::Time{}));
    if (habits.empty()) return {};
    writer.plain("");
    writer.line("play.habits");
    for (const insight::Habit& habit : habits)
        writer.plain("- " + catalogue.text(lang, habit.title) + ". " + catalogue.text(lang, habit.sentence) + " " +
                         catalogue.text(lang, habit.evidence),
                     2);
    return writer.take();
}

} // namespace timbang::cli
