#include <algorithm>

#include "app/present/form.h"
#include "app/present/present.h"
#include "app/present/words.h"
#include "base/utf8.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

const char* missing_key(domain::Missing missing) {
    switch (missing) {
    case domain::Missing::Checklist:
        return "missing.checklist";
    case domain::Missing::Verdict:
        return "missing.verdict";
    case domain::Missing::Score:
        return "missing.score";
    case domain::Missing::Sureness:
        return "missing.sureness";
    }
    return "";
}

FormPart form_part(domain::Missing missing) {
    switch (missing) {
    case domain::Missing::Checklist:
        return FormPart::Checklist;
    case domain::Missing::Verdict:
        return FormPart::Verdict;
    case domain::Missing::Score:
        return FormPart::Score;
    case domain::Missing::Sureness:
        break;
    }
    return FormPart::Sureness;
}

std::string shorten(std::string_view quote, std::size_t most) {
    std::string text = base::fold_spaces(quote);
    if (base::length(text) <= most) return text;
    std::string cut;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size() && count + 1 < most; ++count) {
        const base::CodePoint point = base::code_point_at(text, i);
        base::append_utf8(cut, point.value);
        i = point.next;
    }
    return cut + "…";
}

class Presenter {
public:
    Presenter(const Model& model, domain::IndicatorIx task)
        : model_(model), words_(model), scenario_(model.session->scenario()), state_(model.session->state()),
          index_(task), task_(scenario_.tasks[at(task)]), indicator_(*task_.indicator), pack_(*scenario_.framework),
          answer_(model.session->form(task)) {}

    DecisionForm view() {
        add_head();
        if (pack_.decide.checklist) add_checklist();
        if (pack_.decide.verdict) add_verdicts();
        form_.asks_problems = pack_.decide.problems;
        if (pack_.decide.problems) add_problems();
        if (pack_.decide.score) add_scores();
        add_sureness();
        add_reason();
        add_citations();
        add_missing();
        const domain::FeedbackLevel level = level_now(model_);
        const bool told = level == domain::FeedbackLevel::Where || level == domain::FeedbackLevel::Full;
        if (told && domain::reference_open(scenario_, state_, index_) && !state_.over())
            form_.feedback = present_feedback(model_, index_);
        return std::move(form_);
    }

private:
    void add_head() {
        form_.task = index_;
        form_.code_line =
            words_("desk.code-line", {{"code", indicator_.code}, {"type", type_word(words_, indicator_.type)}});
        form_.title = words_.of(indicator_.title);
        form_.asks_title = words_("desk.indicator-card");
        form_.asks = words_.of(indicator_.asks);
        if (!indicator_.figure.denominator.empty() && indicator_.unit == "percent")
            form_.subtitle = words_("desk.percent-of", {{"denominator", indicator_.figure.denominator}});
        else if (!indicator_.figure.count.empty())
            form_.subtitle = words_.of(indicator_.figure.count);
        else
            form_.subtitle = form_.asks;
        if (const auto when = model_.session->decided_at(index_); when && state_.decisions[at(index_)])
            form_.decided_note =
                words_(domain::reference_open(scenario_, state_, index_) ? "desk.decided-final" : "desk.decided-note",
                       {{"time", words_.clock(*when)}});
        form_.below = words_("desk.below");
        const char* parts[] = {"desk.checklist", "desk.verdict", "desk.problems", "desk.score",
                               "desk.part-sureness", "desk.reason", "desk.part-citations"};
        for (int i = 0; i < 7; ++i)
            form_.part_names[i] = words_(parts[i]);
    }

    void add_checklist() {
        form_.checklist_title = words_("desk.checklist");
        const bool ask =
            std::count(model_.desk.missing.begin(), model_.desk.missing.end(), domain::Missing::Checklist) > 0;
        for (const std::string& rule : indicator_.checklist)
            form_.checklist.push_back(
                check_row(words_, pack_, rule, answer_.check(rule), ask, [&](domain::Check check) {
                    return action::SetCheck{rule, check};
                }));
    }

    void add_verdicts() {
        form_.verdict_title = words_("desk.verdict");
        for (int i = 0; i < domain::kVerdictCount; ++i) {
            const auto verdict = static_cast<domain::Verdict>(i);
            form_.verdicts.push_back({words_.of(pack_.verdicts[i].name), words_.of(pack_.verdicts[i].text),
                                      verdict_icon(verdict), verdict_tint(verdict), answer_.verdict == verdict,
                                      action::SetVerdict{verdict}});
        }
    }

    void add_problems() {
        form_.problems_title = words_("desk.problems");
        form_.add_problem = {words_("desk.add"), "M", "plus", true, words_("desk.add-note"), NoAction{}};
        for (const domain::Mark& mark : state_.marks) {
            if (mark.task != index_ || mark.type.empty()) continue;
            const auto same = std::find_if(form_.problems.begin(), form_.problems.end(),
                                           [&](const ProblemChip& chip) { return chip.type == mark.type; });
            if (same != form_.problems.end()) {
                same->marks.push_back(mark.id);
                continue;
            }
            form_.problems.push_back({type_chip(words_, pack_, mark.type),
                                      mark.type,
                                      {mark.id},
                                      action::ShowMark{mark.id},
                                      action::Unmark{mark.id}});
        }
    }

    void add_scores() {
        const domain::Scale& scale = indicator_.scale;
        form_.score_title = words_("desk.score");
        if (!indicator_.unit.empty() && scale.kind != domain::ScaleKind::Levels)
            form_.score_unit = "(" + words_("app.unit-" + indicator_.unit) + ")";
        form_.scores = score_cells(words_, scale, answer_.score,
                                   [](int score) { return action::SetScore{score}; });
        form_.level_text = chosen_level(form_.scores);
        form_.score_echo = echo();
    }

    /// What the calculator's result means on the scale; it compares only what was picked.
    [[nodiscard]] std::string echo() const {
        const auto calculator = model_.desk.calculators.find(index_);
        const bool reckons = scenario_.calculator && calculator != model_.desk.calculators.end() &&
                             indicator_.scale.kind != domain::ScaleKind::Levels;
        if (reckons)
            if (const auto result = calculator->second.result()) {
                // A sum of persons is no percentage: only a share, worked out or picked, has a place on a percent
                // scale.
                if (indicator_.unit == "percent" && !calculator->second.percent() &&
                    base::Rational(100) < result.value())
                    return score_hint();
                const std::string value = figure_text(model_.lang(), result.value());
                if (const auto score = indicator_.scale.score_of(result.value()))
                    return words_("desk.echo",
                                  {{"value", value}, {"bound", band_words(words_, indicator_.scale, *score)}});
                return words_("desk.echo-gap", {{"value", value}});
            }
        return score_hint();
    }

    [[nodiscard]] std::string score_hint() const { return answer_.score ? std::string() : words_("desk.not-chosen"); }

    void add_sureness() {
        form_.sureness_title = words_("desk.sureness");
        for (int i = 0; i < 3; ++i)
            form_.sureness[at(i)] = {std::to_string(i + 1) + " " + words_.of(pack_.certainty.names[i]),
                                     "",
                                     "",
                                     Tint::Accent,
                                     answer_.confidence == static_cast<domain::Confidence>(i + 1),
                                     action::SetSureness{i + 1}};
    }

    void add_reason() {
        form_.reason_title = words_("desk.reason");
        form_.reason_hint = words_("desk.reason-hint");
        form_.reason = answer_.reason;
        form_.reason_count =
            words_("desk.characters", {{"n", static_cast<std::int64_t>(base::length(answer_.reason))}});
    }

    void add_citations() {
        form_.citations_title = words_("desk.citations");
        form_.citations_empty = words_("desk.citations-empty");
        for (const domain::Mark& mark : state_.marks) {
            if (mark.task != index_) continue;
            CitationRow row;
            row.mark = mark.id;
            row.number = mark_number(state_, mark);
            const domain::Page* page = scenario_.page(mark.evidence, mark.page);
            row.quote =
                mark.area || !page ? words_("desk.part-of-picture") : "“" + shorten(page->words(mark.range), 60) + "”";
            row.page = words_("desk.page-short", {{"n", std::int64_t{mark.page}}});
            row.document = words_.of(scenario_.evidence[at(mark.evidence)].title);
            if (!mark.type.empty()) row.chip = type_chip(words_, pack_, mark.type);
            row.show = action::ShowMark{mark.id};
            row.remove = action::Unmark{mark.id};
            form_.citations.push_back(std::move(row));
        }
    }

    void add_missing() {
        for (domain::Missing missing : model_.desk.missing)
            form_.missing.push_back({form_part(missing), words_(missing_key(missing))});
        form_.ask_focus = model_.desk.ask_focus;
    }

    const Model& model_;
    Words words_;
    const domain::Scenario& scenario_;
    const domain::State& state_;
    domain::IndicatorIx index_;
    const domain::Task& task_;
    const domain::Indicator& indicator_;
    const domain::Framework& pack_;
    const domain::Decision& answer_;
    DecisionForm form_;
};

} // namespace

Chip type_chip(const Words& words, const domain::Framework& pack, const std::string& type) {
    const domain::ProblemType* found = pack.problem_type(type);
    if (!found) return {type, "flag", Tint::Return};
    return {words.of(found->short_name), family_icon(found->family), Tint::Return};
}

std::string chosen_level(const std::vector<ScoreCell>& cells) {
    const auto chosen = std::find_if(cells.begin(), cells.end(), [](const ScoreCell& cell) { return cell.chosen; });
    return chosen == cells.end() ? std::string() : chosen->level;
}

std::string bound_text(const Words& words, const domain::Bound& bound) {
    const auto number = [&](const Rational& value) { return figure_text(words.lang(), value); };
    if (bound.from && bound.to) return number(*bound.from) + "–" + number(*bound.to);
    if (bound.from && bound.below) return number(*bound.from) + "–<" + number(*bound.below);
    if (bound.above && bound.to) return ">" + number(*bound.above) + "–" + number(*bound.to);
    if (bound.above && bound.below) return ">" + number(*bound.above) + "–<" + number(*bound.below);
    if (bound.from) return "≥" + number(*bound.from);
    if (bound.above) return ">" + number(*bound.above);
    if (bound.to) return "≤" + number(*bound.to);
    if (bound.below) return "<" + number(*bound.below);
    return "";
}

std::string band_words(const Words& words, const domain::Scale& scale, int score) {
    for (const domain::ScaleStep& step : scale.steps) {
        if (step.score != score) continue;
        if (step.bound.from && !step.bound.to && !step.bound.below && !step.bound.above)
            return words("desk.band-from", {{"n", figure_text(words.lang(), *step.bound.from)}});
        return words("desk.band", {{"n", bound_text(words, step.bound)}});
    }
    return "";
}

DecisionForm present_form(const Model& model, domain::IndicatorIx task) {
    return Presenter(model, task).view();
}

} // namespace timbang::app
