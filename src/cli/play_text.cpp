#include "cli/play_report.h"
#include "cli/report_writer.h"

namespace timbang::cli {

namespace {

using base::Args;
using base::Catalogue;
using base::Key;
using base::Lang;
using domain::FeedbackLevel;

using Writer = ReportWriter;

Key verdict_key(domain::Verdict verdict) {
    return Key{std::string("verdict.") + domain::verdict_id(verdict)};
}

void write_score(Writer& writer, const domain::IndicatorComparison& indicator, FeedbackLevel level) {
    const domain::ScoreComparison& score = *indicator.score;
    Args args = {{"given", std::int64_t{score.given}},
                 {"reference", std::int64_t{score.reference}},
                 {"n", std::int64_t{score.steps < 0 ? -score.steps : score.steps}}};
    if (score.exact())
        writer.line("play.score-exact", args, 2);
    else if (level == FeedbackLevel::Where)
        writer.line("play.score-differs", args, 2);
    else
        writer.line(score.steps > 0 ? "play.score-generous" : "play.score-strict", args, 2);
}

void write_verdict(Writer& writer, const domain::IndicatorComparison& indicator, FeedbackLevel level) {
    const domain::VerdictComparison& verdict = *indicator.verdict;
    const Args args = {{"given", verdict_key(verdict.given)}, {"reference", verdict_key(verdict.reference)}};
    if (verdict.match == domain::VerdictMatch::Same)
        writer.line("play.verdict-same", args, 2);
    else if (level == FeedbackLevel::Where)
        writer.line("play.verdict-differs-only", args, 2);
    else
        writer.line(verdict.match == domain::VerdictMatch::Near ? "play.verdict-near" : "play.verdict-differs", args,
                    2);
}

void write_problems(Writer& writer, const domain::Scenario& scenario, const domain::IndicatorComparison& indicator) {
    const domain::Task& task = scenario.tasks[static_cast<std::size_t>(indicator.task)];
    for (const domain::ProblemComparison& compared : indicator.problems) {
        const domain::Problem& problem = task.problems[static_cast<std::size_t>(compared.problem)];
        const domain::ProblemType* type = scenario.framework->problem_type(problem.type);
        const Args args = {{"name", type ? base::Arg(type->name) : base::Arg(problem.type)},
                           {"document", scenario.evidence[static_cast<std::size_t>(problem.where.evidence)].title},
                           {"page", std::int64_t{problem.where.page}}};
        const char* keys[] = {"play.problem-found", "play.problem-wrong-place", "play.problem-missed"};
        writer.line(keys[static_cast<int>(compared.match)], args, 2);
    }
    for (const domain::FalseAlarm& alarm : indicator.alarms) {
        const domain::ProblemType* type = scenario.framework->problem_type(alarm.type);
        writer.line("play.false-alarm", {{"name", type ? base::Arg(type->name) : base::Arg(alarm.type)}}, 2);
    }
}

void write_reasons(Writer& writer, const domain::Scenario& scenario, const domain::IndicatorComparison& indicator) {
    const domain::Task& task = scenario.tasks[static_cast<std::size_t>(indicator.task)];
    for (const domain::Feedback& feedback : indicator.feedback) {
        if (feedback.why.empty()) continue;
        const domain::Rule* rule = scenario.framework->rule(feedback.rule);
        writer.plain("- " + feedback.why.in(writer.lang()), 4);
        if (rule)
            writer.line("play.rule",
                        {{"code", rule->code}, {"text", rule->text}, {"pack", scenario.framework->short_title}}, 6);
    }
    if (!task.reference.why.empty()) writer.line("play.reference-why", {{"why", task.reference.why}}, 4);
}

void write_indicator(Writer& writer, const domain::Scenario& scenario, const domain::IndicatorComparison& indicator,
                     FeedbackLevel level) {
    const domain::Task& task = scenario.tasks[static_cast<std::size_t>(indicator.task)];
    writer.plain(task.code + "  " + task.indicator->title.in(writer.lang()));
    if (!indicator.decided) {
        writer.line("play.not-decided", {}, 2);
        return;
    }
    if (indicator.score) write_score(writer, indicator, level);
    if (indicator.verdict) write_verdict(writer, indicator, level);
    if (level != FeedbackLevel::Full) return;
    for (const domain::CheckComparison& check : indicator.checklist)
        if (const domain::Rule* rule = scenario.framework->rule(check.rule); rule && !check.same())
            writer.line(check.reference_holds ? "play.check-holds" : "play.check-fails", {{"rule", rule->name}}, 2);
    write_problems(writer, scenario, indicator);
    if (indicator.near >= 0)
        writer.line("play.near", {{"why", task.near[static_cast<std::size_t>(indicator.near)].why}}, 2);
    if (indicator.sure_and_different) writer.line("play.sure-and-different", {}, 2);
    write_reasons(writer, scenario, indicator);
    write_reference(writer, scenario, indicator.task);
}

void write_summary(Writer& writer, const domain::Comparison& comparison) {
    const std::int64_t n = static_cast<std::int64_t>(comparison.indicators.size());
    writer.line("play.exact",
                {{"exact", std::int64_t{comparison.exact}}, {"n", n}, {"within", std::int64_t{comparison.within_one}}});
    if (comparison.scored > 0) {
        const bool even = comparison.direction == base::Rational(0);
        const char* key = even                                       ? "play.direction-even"
                          : comparison.direction > base::Rational(0) ? "play.direction-generous"
                                                                     : "play.direction-strict";
        const base::Rational size =
            comparison.direction < base::Rational(0) ? base::Rational(0) - comparison.direction : comparison.direction;
        writer.line(key, {{"points", base::Decimal{size, 1}}, {"n", std::int64_t{comparison.scored}}});
    }
    writer.line("play.problems", {{"found", std::int64_t{comparison.found}},
                                  {"missed", std::int64_t{comparison.missed}},
                                  {"alarms", std::int64_t{comparison.false_alarms}}});
    writer.line("play.sure",
                {{"different", std::int64_t{comparison.sure_and_different}}, {"sure", std::int64_t{comparison.sure}}});
}

void write_total(Writer& writer, const domain::Scenario& scenario, const domain::Comparison& comparison,
                 FeedbackLevel level) {
    const domain::Category* given = scenario.framework->category(comparison.given.category);
    const domain::Category* reference = scenario.framework->category(comparison.reference.category);
    if (comparison.given.total && given)
        writer.line("play.total",
                    {{"total", base::Decimal{*comparison.given.total, scenario.framework->aggregation.decimals}},
                     {"category", given->name},
                     {"n", std::int64_t{comparison.given.indicators}},
                     {"of", std::int64_t{comparison.given.of_indicators}}});
    if (level == FeedbackLevel::Full && comparison.reference.total && reference)
        writer.line("play.reference-total",
                    {{"total", base::Decimal{*comparison.reference.total, scenario.framework->aggregation.decimals}},
                     {"category", reference->name}});
}

} // namespace

std::string comparison_text(const domain::Scenario& scenario, const domain::Comparison& comparison,
                            const domain::State&, FeedbackLevel level, const Catalogue& catalogue, Lang lang) {
    Writer writer(catalogue, lang);
    if (level == FeedbackLevel::None) return writer.take();
    write_summary(writer, comparison);
    write_total(writer, scenario, comparison, level);
    if (level == FeedbackLevel::Count) return writer.take();
    for (const domain::IndicatorComparison& indicator : comparison.indicators) {
        writer.plain("");
        write_indicator(writer, scenario, indicator, level);
    }
    write_parts(writer, scenario, comparison, level);
    write_work(writer, scenario, comparison.work, level);
    return writer.take();
}

std::string indicator_text(const domain::Scenario& scenario, const domain::IndicatorComparison& indicator,
                           FeedbackLevel level, const Catalogue& catalogue, Lang lang) {
    Writer writer(catalogue, lang);
    if (level >= FeedbackLevel::Where) write_indicator(writer, scenario, indicator, level);
    return writer.take();
}

} // namespace timbang::cli
