#include "ui/screens/desk/feedback_block.h"

#include <string>

#include "ui/kit/editor.h"
#include "ui/kit/page_view.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/prose_block.h"

namespace timbang::ui {
namespace {

constexpr float kGap = 12, kExtract = 96;

class Feedback {
public:
    Feedback(Ui& ui, const Rect& at, const app::FeedbackBlock& view, app::Actions& actions)
        : ui_(ui), t_(ui.t()), view_(view), actions_(actions), x_(at.x), y_(at.y), w_(at.w) {}

    float draw() {
        const float top = y_;
        draw_headline();
        for (std::size_t i = 0; i < view_.reasons.size(); ++i) draw_reason(view_.reasons[i], std::to_string(i));
        note(view_.near, type::k13, t_.text2);
        note(view_.panel, type::k13m, t_.text);
        for (const std::string& reason : view_.panel_reasons) note(reason, type::k13, t_.text2, 4);
        if (!view_.you_wrote.empty()) {
            note(view_.you_wrote_label, type::k13b, t_.text);
            note(view_.you_wrote, type::k13, t_.text2, 2);
        }
        draw_differ();
        return y_ - top;
    }

private:
    void note(std::string_view words, Font font, Color color, float gap = kGap) {
        if (words.empty()) return;
        y_ += gap;
        y_ += ui_.draw().para(x_, y_, std::min(w_, prose_width(font)), words, font, color);
    }

    void draw_headline() {
        const Tint tint = tint_of(view_.tint);
        const Icon icon = icon_of(view_.icon);
        const float indent = icon == Icon::None ? 12 : 40;
        const float words = ui_.draw().para_height(w_ - indent - 12, view_.headline, type::k15b);
        const Rect box{x_, y_, w_, words + 16};
        ui_.draw().box(box, t_.soft(tint), t_.border(tint), size::kRadius);
        if (icon != Icon::None) ui_.draw().icon(icon, box.x + 12, box.y + 10, 18, t_.tint(tint));
        ui_.draw().para(box.x + indent, box.y + 8, w_ - indent - 12, view_.headline, type::k15b, t_.tint(tint));
        y_ = box.bottom();
    }

    void draw_reason(const app::ReasonView& reason, const std::string& id) {
        y_ += kGap;
        float x = x_;
        if (reason.chip) {
            ChipSpec chip_look{.label = reason.chip->label, .icon = icon_of(reason.chip->icon), .tint = tint_of(reason.chip->tint)};
            const float width = std::min(chip_width(ui_, chip_look), w_);
            chip(ui_, {x, y_, width, size::kChip}, chip_look);
            x += width + 8;
        }
        const float words = ui_.draw().width(reason.label, type::k13m) + 1;
        if (x > x_ && x + words > x_ + w_) x = x_, y_ += size::kChip + 2;
        if (!reason.label.empty()) {
            const float height = ui_.draw().para(x, y_ + 3, x_ + w_ - x, reason.label, type::k13m, t_.text);
            y_ += std::max(height + 6, reason.chip && x > x_ ? size::kChip : 0.0F);
        } else if (reason.chip) {
            y_ += size::kChip;
        }
        if (reason.why) {
            y_ += 4;
            y_ += draw_prose(ui_, x_, y_, w_, *reason.why, type::k13, t_.text);
        }
        if (!reason.rests_on.empty()) note(view_.rests_on_label + ": " + reason.rests_on, type::k13, t_.text2, 4);
        if (reason.passage) draw_passage(*reason.passage, id);
    }

    void draw_passage(const app::PassageView& passage, const std::string& id) {
        y_ += 8;
        const Rect box{x_, y_, w_, kExtract};
        const bool words = passage.content && !passage.ranges.empty() && passage.picture_path.empty();
        if (words) {
            ui_.item("passage" + id, box, {.role = Role::Figure, .label = passage.caption, .value = passage.content->words(passage.ranges.front()), .focusable = false});
            page_extract(ui_, box, *passage.content, passage.ranges.front(), std::min(0.85F, (w_ - 8) / 540));
            y_ = box.bottom();
        }
        note(passage.caption, type::k13, t_.text2, 4);
        if (passage.open.label.empty()) return;
        y_ += 4;
        ButtonSpec open = button_spec(passage.open, ButtonKind::Normal, ButtonSize::Small);
        if (button(ui_, "open" + id, {x_, y_, std::min(w_, button_width(ui_, open)), size::kSmall}, open)) actions_.push_back(passage.open.action);
        y_ += size::kSmall;
    }

    void draw_differ() {
        if (!view_.differ) return;
        y_ += kGap;
        if (!view_.differ_open) {
            ButtonSpec differ = button_spec(*view_.differ, ButtonKind::Normal, ButtonSize::Small);
            if (button(ui_, "differ", {x_, y_, std::min(w_, button_width(ui_, differ)), size::kSmall}, differ)) actions_.push_back(view_.differ->action);
            y_ += size::kSmall;
            note(view_.differ_text, type::k13, t_.text2, 6);
            return;
        }
        ui_.draw().text({x_, y_, w_, 18}, view_.differ->label, type::k13b, t_.text);
        y_ += 22;
        std::string text = view_.differ_text;
        if (editor(ui_, "differ-text", {x_, y_, w_, 70}, text, {.label = view_.differ->label, .placeholder = view_.differ_hint}).changed)
            actions_.push_back(app::action::EditDisagreement{text});
        y_ += 78;
        app::Button send = view_.differ_send;
        send.key.clear();
        ButtonSpec spec = button_spec(send, ButtonKind::On, ButtonSize::Small);
        if (button(ui_, "differ-send", {x_, y_, std::min(w_, button_width(ui_, spec)), size::kSmall}, spec)) actions_.push_back(send.action);
        y_ += size::kSmall;
    }

    Ui& ui_;
    const Tokens& t_;
    const app::FeedbackBlock& view_;
    app::Actions& actions_;
    float x_, y_, w_;
};

} // namespace

float draw_feedback(Ui& ui, std::string_view id, const Rect& at, const app::FeedbackBlock& view, app::Actions& actions) {
    const Scope scope(ui, id);
    return Feedback(ui, at, view, actions).draw();
}

} // namespace timbang::ui
