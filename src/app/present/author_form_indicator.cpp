#include <algorithm>

#include "app/calculator.h"
#include "app/present/author_form_view.h"
#include "app/present/form.h"

namespace timbang::app {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool among(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

class Form {
public:
    Form(const FormContext& form, const Words& words) : form_(form), now_(form.now), words_(words) {}

    IndicatorForm view() {
        add_head();
        if (!now_.readable) return std::move(view_);
        view_.answers = present_answers(form_, words_);
        add_answer();
        view_.why = form_text(form_, words_, now_.reference.why, words_("author.form-why-hint"));
        add_checklist();
        add_rests_on();
        add_near();
        add_replies(form_, words_, view_);
        return std::move(view_);
    }

private:
    void add_head() {
        view_.code = now_.code;
        view_.code_line = now_.code;
        view_.title = now_.code;
        if (form_.indicator != nullptr) {
            view_.code_line = words_("desk.code-line", {{"code", now_.code},
                                                        {"type", type_word(words_, form_.indicator->type)}});
            view_.title = words_.of(form_.indicator->title);
        }
        view_.to_text = {words_("author.show-in-text"), "", "file", true, "",
                         action::ShowInText{now_.path, static_cast<std::uint32_t>(now_.at)}};
        if (!now_.readable) view_.broken = words_("author.form-broken", {{"path", now_.path}});
    }

    void add_answer() {
        const content::FormReference& key = now_.reference;
        if (form_.asks_verdict)
            for (int i = 0; i < domain::kVerdictCount; ++i) {
                const auto verdict = static_cast<domain::Verdict>(i);
                view_.verdicts.push_back({verdict_word(words_, verdict), "", verdict_icon(verdict),
                                          verdict_tint(verdict), key.verdict == verdict,
                                          action::SetReferenceVerdict{verdict}});
            }
        if (form_.scores.empty()) return;
        const domain::Scale& scale = form_.indicator->scale;
        view_.scores = score_cells(words_, scale, key.score,
                                   [](int score) { return action::SetReferenceScore{score}; });
        view_.level_text = chosen_level(view_.scores);
        add_figure(scale);
    }

    void add_figure(const domain::Scale& scale) {
        const std::string& written = now_.reference.figure;
        auto value = base::Rational::parse(written);
        if (!value) return;
        const std::size_t bar = written.find('/');
        std::string sum = written;
        if (bar != std::string::npos) {
            const auto part = [&](const std::string& text) {
                const auto number = base::Rational::parse(text);
                return number ? figure_text(words_.lang(), *number) : text;
            };
            sum = part(written.substr(0, bar)) + " / " + part(written.substr(bar + 1));
            if (now_.reference.figure_unit == "percent") value = base::checked_multiply(*value, base::Rational(100));
            if (!value) return;
        }
        const auto score = scale.kind == domain::ScaleKind::Levels ? std::nullopt : scale.score_of(*value);
        const std::string shown = figure_text(words_.lang(), *value);
        const std::string band = score ? band_words(words_, scale, *score) : std::string();
        const bool fits = score && score == now_.reference.score;
        view_.figure.label = words_(score ? "author.form-figure" : "author.form-figure-gap",
                                    {{"sum", sum}, {"value", shown}, {"band", band}});
        view_.figure.icon = fits ? "check-circle" : "alert";
        view_.figure.tint = fits ? Tint::Ok : Tint::Return;
    }

    void add_checklist() {
        if (form_.indicator == nullptr || !form_.pack->decide.checklist) return;
        for (const std::string& id : form_.indicator->checklist) {
            RuleRow row;
            const domain::Rule* rule = form_.pack->rule(id);
            row.code = rule_code(form_, id);
            row.label = rule == nullptr ? id : words_.of(rule->name);
            row.explain = rule_line(words_, *form_.pack, id);
            const bool holds = among(now_.reference.holds, id);
            const bool fails = among(now_.reference.fails, id);
            row.cells[0] = {words_("author.holds"), "", "check", Tint::Ok, holds,
                            action::SetReferenceCheck{id, CheckState::Holds}};
            row.cells[1] = {words_("author.fails"), "", "close", Tint::Reject, fails,
                            action::SetReferenceCheck{id, CheckState::Fails}};
            row.cells[2] = {words_("author.open-state"), "", "", Tint::Neutral, !holds && !fails,
                            action::SetReferenceCheck{id, CheckState::Open}};
            view_.checklist.push_back(std::move(row));
        }
    }

    void add_rests_on() {
        const auto& places = now_.reference.rests_on;
        for (std::size_t i = 0; i < places.size(); ++i)
            view_.rests_on.push_back(passage_chip(form_, words_, places[i], action::RemoveRestsOn{static_cast<int>(i)}));
        view_.pick = {words_("author.pick"), "", "plus", true, "", action::TogglePicking{0}};
    }

    void add_near() {
        for (std::size_t i = 0; i < now_.near.size(); ++i) view_.near.push_back(near_row(static_cast<int>(i)));
        view_.add_near = {words_("author.add-near"), "", "plus", true, "", action::AddNear{}};
        const auto besides = panel_besides(now_);
        if (!view_.near.empty()) return;
        if (besides.empty()) {
            view_.near_hint = words_("author.form-near-none");
            return;
        }
        std::vector<std::string> answers;
        for (const PanelGroup& group : besides)
            answers.push_back(words_("author.form-panel-gave", {{"answer", answer_word(words_, group.verdict, group.score)},
                                                                {"n", std::int64_t{group.votes}}}));
        std::string list;
        for (const std::string& one : answers) list += (list.empty() ? "" : ", ") + one;
        view_.near_hint = words_("author.form-near-panel", {{"answers", list}});
        view_.near_hint_button = Button{words_("author.form-read-why"), "", "", true, "",
                                        action::ShowInText{now_.path, static_cast<std::uint32_t>(now_.panel.front().at)}};
    }

    NearRow near_row(int item) {
        const content::FormAnswer& answer = now_.near[at(item)];
        NearRow row;
        row.label = answer_word(words_, answer.verdict, answer.score);
        row.open = form_.state.near == item;
        row.action = action::OpenNear{item};
        row.remove = {words_("author.remove"), "", "close", true, "", action::RemoveNear{item}};
        row.why = form_text(form_, words_, answer.why, words_("author.form-near-hint"));
        if (form_.asks_verdict)
            for (int i = 0; i < domain::kVerdictCount; ++i) {
                const auto verdict = static_cast<domain::Verdict>(i);
                row.verdicts.push_back({verdict_word(words_, verdict), "", verdict_icon(verdict), verdict_tint(verdict),
                                        answer.verdict == verdict, action::SetNear{item, verdict, std::nullopt}});
            }
        for (const int score : form_.scores)
            row.scores.push_back({std::to_string(score), "", "", Tint::Accent, answer.score == score,
                                  action::SetNear{item, std::nullopt, score}});
        return row;
    }

    const FormContext& form_;
    const content::FormIndicator& now_;
    const Words& words_;
    IndicatorForm view_;
};

} // namespace

IndicatorForm present_indicator_form(const FormContext& form, const Words& words) {
    return Form(form, words).view();
}

} // namespace timbang::app
