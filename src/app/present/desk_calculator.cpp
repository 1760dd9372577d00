#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

class Presenter {
public:
    Presenter(const Model& model, const Calculator& calculator)
        : model_(model), words_(model), calculator_(calculator) {}

    CalculatorView view() {
        view_.hint = words_("desk.calc-hint");
        view_.keys = words_("desk.calc-keys");
        view_.empty = calculator_.empty();
        view_.line = calculator_line(calculator_, model_.lang(), 6);
        const std::size_t figures = calculator_.terms().front().picks.size();
        if (const auto sum = calculator_.result(); sum && calculator_.terms().size() == 1 && figures > 2)
            view_.line_short = words_("desk.calc-sum-short",
                                      {{"n", static_cast<std::int64_t>(figures)}, {"value", text(sum.value())}});
        if (!calculator_.empty()) add_terms();
        tell_result();
        add_operators();
        view_.clear = {words_("desk.calc-clear"), "", "", !calculator_.empty(), "", action::ClearCalculator{}};
        view_.keep = {
            words_("desk.calc-keep"), words_("app.key-enter"), "", static_cast<bool>(calculator_.result()), "",
            action::KeepFigure{}};
        return std::move(view_);
    }

private:
    [[nodiscard]] std::string where(const Pick& pick) const {
        const domain::Evidence& document = model_.session->scenario().evidence[at(pick.evidence)];
        return words_("desk.calc-place", {{"document", document.title}, {"page", std::int64_t{pick.page}}});
    }
    [[nodiscard]] std::string text(const Rational& value) const { return figure_text(model_.lang(), value); }

    void add_terms() {
        const auto& terms = calculator_.terms();
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (i > 0) view_.joins.emplace_back(operator_sign(calculator_.joins()[i - 1]));
            TermView shown;
            shown.letter = static_cast<char>('a' + static_cast<int>(i));
            shown.remove = action::RemoveTerm{static_cast<int>(i)};
            const auto& picks = terms[i].picks;
            if (picks.empty()) {
                shown.from = words_("desk.calc-open");
            } else {
                if (const auto value = terms[i].value()) shown.value = text(*value);
                shown.from = picks.size() == 1
                                 ? where(picks[0])
                                 : words_("desk.calc-sum",
                                          {{"n", static_cast<std::int64_t>(picks.size())}, {"place", where(picks[0])}});
                shown.show = action::OpenPage{Pane::Left, picks[0].evidence, picks[0].page};
            }
            view_.terms.push_back(std::move(shown));
        }
    }

    void tell_result() {
        const auto result = calculator_.result();
        if (result)
            view_.result = text(result.value()) + (calculator_.percent() ? "%" : "");
        else if (result.error().code != "calculator-empty")
            view_.problem = words_("desk." + result.error().code);
        const auto& compared = calculator_.compared();
        if (!compared) return;
        const bool here = !model_.desk.comparing && model_.desk.panes[0] == PagePlace{compared->evidence, compared->page};
        view_.compare = here ? words_("desk.calc-compare-here", {{"value", text(compared->value)}})
                             : words_("desk.calc-compare", {{"place", where(*compared)}, {"value", text(compared->value)}});
        if (!result) return;
        const auto apart = base::checked_subtract(result.value(), compared->value);
        if (!apart) return;
        const Rational size = *apart < Rational(0) ? Rational(0) - *apart : *apart;
        if (size == Rational(0))
            view_.apart = Chip{words_("desk.calc-same"), "check", Tint::Ok};
        else
            view_.apart = Chip{words_("desk.calc-apart", {{"n", text(size)}}), "alert", Tint::Return};
    }

    void add_operators() {
        using action::Operator;
        const struct {
            Operator join;
            const char* key;
        } operators[] = {{Operator::Add, "desk.calc-add"},
                         {Operator::Subtract, "desk.calc-subtract"},
                         {Operator::Multiply, "desk.calc-multiply"},
                         {Operator::Divide, "desk.calc-divide"},
                         {Operator::Percent, "desk.calc-percent"}};
        for (const auto& [join, key] : operators) {
            const bool chosen = !calculator_.joins().empty() && calculator_.joins().back() == join;
            view_.operators.push_back({words_(key), join == Operator::Percent ? "%" : operator_sign(join), "",
                                       Tint::Accent, chosen, action::SetOperator{join}});
        }
    }

    const Model& model_;
    Words words_;
    const Calculator& calculator_;
    CalculatorView view_;
};

} // namespace

CalculatorView present_calculator(const Model& model) {
    const auto found = model.desk.calculators.find(model.desk.task);
    const Calculator calculator = found == model.desk.calculators.end() ? Calculator() : found->second;
    return Presenter(model, calculator).view();
}

} // namespace timbang::app
