#include "ui/screens/desk/form_sections.h"

#include "ui/kit/editor.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

using app::FormPart;

/// Space above and below a section; less where six lines and more must stand above the fold.
constexpr float kPadWide = 10, kPadTight = 8;

class Form {
public:
    Form(Ui& ui, const app::DecisionForm& view, const Rect& content, FormMemory& memory, DeskOptions& options, app::Actions& actions)
        : ui_(ui), t_(ui.t()), view_(view), memory_(memory), options_(options), actions_(actions), top_(content.y),
          pad_(view.checklist.size() >= 6 ? kPadTight : kPadWide), column_{content.x + 16, content.y, content.w - 22}, locked_(view.feedback.has_value()) {
        std::fill(std::begin(memory_.part), std::end(memory_.part), -1.0F);
    }

    float draw() {
        draw_head();
        if (!view_.checklist.empty()) draw_checks();
        if (!view_.verdicts.empty() || view_.asks_problems) draw_verdict();
        draw_score();
        draw_reason();
        draw_citations();
        memory_.feedback = -1;
        if (view_.feedback) {
            rule();
            memory_.feedback = column_.y - top_;
            column_.skip(pad_ + 2);
            column_.y += draw_feedback(ui_, {column_.x, column_.y, column_.w, 0}, *view_.feedback, actions_);
        }
        column_.skip(14);
        return column_.y - top_;
    }

private:
    void rule() {
        column_.skip(pad_);
        ui_.draw().hline(column_.x - 16, column_.y, column_.w + 32, t_.line);
        column_.skip(1);
    }

    void note(FormPart part) { memory_.part[static_cast<int>(part)] = column_.y - top_; }

    [[nodiscard]] std::string_view missing(FormPart part) const {
        for (const app::MissingPart& one : view_.missing)
            if (one.part == part) return one.text;
        return {};
    }

    /// Title at the left; at the right what is missing, else `right`.
    void head(FormPart part, std::string_view title, std::string_view right = {}, std::string_view unit = {}) {
        note(part);
        const std::string_view lacks = missing(part);
        Rect line = column_.line(18);
        const float words = ui_.draw().width(title, type::k13b) + 1;
        ui_.text_cut(line.take_left(std::min(words, line.w), unit.empty() ? 12 : 4), title, type::k13b, t_.text);
        if (!unit.empty()) {
            const float width = ui_.draw().width(unit, type::k13) + 1;
            if (width < line.w) ui_.draw().text(line.take_left(width, 12), unit, type::k13, t_.text3);
        }
        if (lacks.empty()) {
            if (line.w > 20 && !right.empty()) ui_.text_cut(line, right, type::k13, t_.text2, HAlign::Right);
            return;
        }
        const float width = std::min(line.w - 20, ui_.draw().width(lacks, type::k13m) + 1);
        if (width < 20) return;
        ui_.text_cut(line.take_right(width, 5), lacks, type::k13m, t_.ret);
        ui_.draw().icon(Icon::AlertCircle, line.take_right(15), 15, t_.ret);
    }

    void draw_head() {
        column_.skip(12);
        const float words = view_.decided_note.empty() ? 0 : ui_.draw().width(view_.decided_note, type::k13) + 1;
        const float code = ui_.draw().width(view_.code_line, type::k13m) + 1;
        Rect line = column_.line(18);
        ui_.text_cut(line.take_left(std::min(code, line.w), 12), view_.code_line, type::k13m, t_.text2);
        const bool beside = words <= line.w;
        if (words > 0 && beside) ui_.draw().text(line.take_right(words), view_.decided_note, type::k13, t_.text3);
        float room = column_.w;
        if (!view_.asks.empty() && view_.asks != view_.subtitle) {
            room -= size::kSmall + 8;
            draw_indicator_card(ui_, {column_.x + room + 8, column_.y - 1, size::kSmall, size::kSmall}, view_);
        }
        column_.skip(ui_.draw().para(column_.x, column_.y, room, view_.title, type::k18b, t_.text));
        column_.skip(ui_.draw().para(column_.x, column_.y, column_.w, view_.subtitle, type::k13, t_.text2));
        if (words > 0 && !beside) column_.skip(ui_.draw().para(column_.x, column_.y, column_.w, view_.decided_note, type::k13, t_.text3));
        rule();
    }

    void draw_checks() {
        column_.skip(pad_);
        head(FormPart::Checklist, view_.checklist_title);
        column_.skip(3);
        draw_checklist(ui_, "checklist", column_, view_.checklist, locked_, actions_);
        rule();
    }

    void draw_verdict() {
        column_.skip(pad_);
        if (!view_.verdicts.empty()) {
            head(FormPart::Verdict, view_.verdict_title);
            column_.skip(5);
            draw_segments(ui_, "verdict", column_, view_.verdict_title, view_.verdicts, locked_, actions_);
        }
        if (view_.asks_problems) draw_problems();
        rule();
    }

    void draw_problems() {
        if (!view_.verdicts.empty()) column_.skip(pad_);
        note(FormPart::Problems);
        ButtonSpec add = button_spec(view_.add_problem, ButtonKind::Normal, ButtonSize::Small);
        add.key_hint = {};
        ChipSpec plus{.label = view_.add_problem.label, .icon = icon_of(view_.add_problem.icon), .plain = true};
        plus.tip = view_.add_problem.why_not;
        const bool adds = !locked_ && view_.add_problem.enabled;
        const float title = ui_.draw().width(view_.problems_title, type::k13b) + 1;
        std::vector<float> widths;
        float all = 0;
        for (const app::ProblemChip& chip : view_.problems) all += widths.emplace_back(chip_width(ui_, chip_spec(chip.chip))) + 8;
        if (adds) all += widths.emplace_back(chip_width(ui_, plus)) + 8;
        const bool one_line = title + 12 + all - 8 <= column_.w;
        Rect line = column_.line(size::kChip);
        ui_.draw().text({line.x, line.y, title, line.h}, view_.problems_title, type::k13b, t_.text);
        float x = one_line ? line.right() - all + 8 : line.x, y = line.y;
        if (!one_line) y = column_.line(size::kChip, 0).y + 2;
        const GroupScope group(ui_, "problems", Arrows::Both);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (x > line.x && x + widths[i] > line.right() + 1) x = line.x, y += size::kChip + 6, column_.skip(size::kChip + 6);
            const Rect r{x, y, std::min(widths[i], line.w), size::kChip};
            x += widths[i] + 8;
            if (i < view_.problems.size()) press_problem(r, view_.problems[i]);
            else if (chip_button(ui_, "add", r, plus).pressed) options_.tab = 1, ui_.focus("desk/left/page");
        }
        if (!one_line) column_.skip(2);
    }

    void press_problem(const Rect& r, const app::ProblemChip& problem) {
        const ChipResult result = chip_button(ui_, problem.type, r, chip_spec(problem.chip));
        if (result.pressed) actions_.push_back(problem.show);
        if (result.remove && !locked_) actions_.push_back(problem.remove);
    }

    void draw_score() {
        column_.skip(pad_);
        if (!view_.scores.empty()) {
            head(FormPart::Score, view_.score_title, view_.score_echo, view_.score_unit);
            column_.skip(6);
            const bool levels = !view_.scores.front().level.empty() && view_.scores.front().bound.empty();
            if (levels) draw_levels();
            else draw_band();
            column_.skip(pad_);
        }
        draw_sureness();
        rule();
    }

    void draw_band() {
        std::vector<ui::Choice> cells;
        int chosen = -1;
        for (std::size_t i = 0; i < view_.scores.size(); ++i) {
            cells.push_back({.label = view_.scores[i].score, .note = view_.scores[i].bound});
            if (view_.scores[i].chosen) chosen = static_cast<int>(i);
        }
        if (const auto picked = score_band(ui_, "score", column_.line(52), cells, chosen, locked_, view_.score_title))
            actions_.push_back(view_.scores[static_cast<std::size_t>(*picked)].action);
    }

    /// Levels have words instead of bounds: each on its own line.
    void draw_levels() {
        const GroupScope group(ui_, "score", Arrows::Vertical);
        for (std::size_t i = 0; i < view_.scores.size(); ++i) {
            const app::ScoreCell& cell = view_.scores[i];
            const float words = column_.w - 52;
            const float height = std::max(32.0F, ui_.draw().para_height(words, cell.level, type::k13) + 12);
            Rect line = column_.line(height, 2);
            const Item item = row(ui_, std::to_string(i), line, {.label = cell.score, .value = cell.level, .selected = cell.chosen, .disabled = locked_, .role = Role::Option});
            const Key key = cell.key == "T" ? Key::T : static_cast<Key>(static_cast<int>(Key::D0) + (cell.key.empty() ? 0 : cell.key[0] - '0'));
            if (item.pressed || (!locked_ && !cell.key.empty() && ui_.group_key(key))) actions_.push_back(cell.action);
            ui_.draw().outline(line, cell.chosen ? t_.acc_line : t_.line, size::kRadius);
            const Color color = cell.chosen ? t_.acc : locked_ ? t_.text3 : t_.text;
            ui_.draw().text(line.take_left(40, 4), cell.score, {Face::SemiBold, 18, 24}, color, HAlign::Centre);
            ui_.draw().para(line.x, line.y + (line.h - ui_.draw().para_height(words, cell.level, type::k13)) / 2, words, cell.level, type::k13, color);
        }
        column_.y -= 2;
    }

    void draw_sureness() {
        std::vector<ui::Choice> cells;
        int chosen = -1;
        constexpr Key kKeys[] = {Key::D1, Key::D2, Key::D3};
        for (std::size_t i = 0; i < 3; ++i) {
            cells.push_back(choice_of(view_.sureness[i]));
            cells.back().tint = Tint::Accent;
            cells.back().neutral = false;
            cells.back().key = kKeys[i];
            if (view_.sureness[i].chosen) chosen = static_cast<int>(i);
        }
        SegmentSpec spec;
        spec.disabled = locked_;
        spec.label = view_.sureness_title;
        const std::string_view lacks = missing(FormPart::Sureness);
        const float title = ui_.draw().width(view_.sureness_title, type::k13b) + 1, least = segmented_width(ui_, cells, spec);
        const float width = std::max(least, std::min(236.0F, column_.w - title - 12));
        Rect line;
        if (lacks.empty() && title + 12 + width <= column_.w) {
            note(FormPart::Sureness);
            line = column_.line(size::kButton);
            ui_.draw().text({line.x, line.y, title, line.h}, view_.sureness_title, type::k13b, t_.text);
            line = line.take_right(width);
        } else {
            head(FormPart::Sureness, view_.sureness_title);
            column_.skip(5);
            line = column_.line(size::kButton);
        }
        if (const auto picked = segmented(ui_, "sureness", line, cells, chosen, spec)) actions_.push_back(view_.sureness[static_cast<std::size_t>(*picked)].action);
    }

    void draw_reason() {
        column_.skip(pad_);
        head(FormPart::Reason, view_.reason_title, view_.reason_count);
        column_.skip(4);
        std::string text = view_.reason;
        EditorSpec spec{.label = view_.reason_title, .placeholder = view_.reason_hint};
        spec.read_only = locked_;
        if (editor(ui_, "reason", column_.line(memory_.reason), text, spec).changed) actions_.push_back(app::action::EditReason{text});
    }

    void draw_citations() {
        column_.skip(8);
        head(FormPart::Citations, view_.citations_title);
        column_.skip(2);
        if (view_.citations.empty()) {
            column_.skip(ui_.draw().para(column_.x, column_.y, column_.w, view_.citations_empty, type::k13, t_.text3));
            return;
        }
        const GroupScope group(ui_, "citations", Arrows::Vertical);
        for (const app::CitationRow& one : view_.citations) draw_citation(column_.line(29), one);
    }

    void draw_citation(const Rect& line, const app::CitationRow& one) {
        const Item item = row(ui_, std::to_string(one.mark), line.inset(-6, 0), {.label = one.quote, .value = one.page});
        if (item.pressed) actions_.push_back(one.show);
        if (item.focused && ui_.key() && (ui_.key()->key == Key::Delete || ui_.key()->key == Key::Backspace) && !locked_) {
            ui_.take_key();
            actions_.push_back(one.remove);
        }
        Rect in = line;
        number_disc(ui_, in.take_left(20, 8).centre(), one.number);
        if (one.chip) {
            ChipSpec spec = chip_spec(*one.chip);
            spec.icon = Icon::None;
            chip(ui_, in.take_right(std::min(chip_width(ui_, spec), in.w * 0.5F), 8).middle_row(size::kChip), spec);
        }
        const float page = ui_.draw().width(one.page, type::k13) + 1;
        ui_.draw().text(in.take_right(page, 8), one.page, type::k13, t_.text3);
        ui_.draw().text_ellipsis(in, one.quote, type::k13, t_.text);
        ui_.tooltip(item, one.document + ", " + one.page + ": " + one.quote, line);
    }

    Ui& ui_;
    const Tokens& t_;
    const app::DecisionForm& view_;
    FormMemory& memory_;
    DeskOptions& options_;
    app::Actions& actions_;
    float top_, pad_;
    Column column_;
    bool locked_;
};

} // namespace

float draw_form_sections(Ui& ui, const app::DecisionForm& view, const Rect& content, FormMemory& memory, DeskOptions& options,
                         app::Actions& actions) {
    return Form(ui, view, content, memory, options, actions).draw();
}

} // namespace timbang::ui::desk
