#include "ui/screens/dialog.h"

#include <algorithm>
#include <string>

#include "ui/kit/editor.h"
#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/flow.h"

namespace timbang::ui {

namespace {

constexpr float kLinesHigh = 180;
constexpr int kMostFields = 8;
constexpr std::size_t kMostBytes = 1000;

std::string field_id(int place) {
    return place == 0 ? "field" : "field-" + std::to_string(place);
}

/// Writes a dialog from top to bottom into a column.
class Writer {
public:
    Writer(Column& column, const app::Dialog& dialog, app::Actions& actions)
        : column_(column), ui_(column.ui()), dialog_(dialog), actions_(actions) {}

    void all() {
        column_.para(dialog_.title, type::k24b, ui_.t().text);
        chips();
        if (!dialog_.text.empty()) {
            column_.gap(8);
            column_.para(dialog_.text, type::k15, ui_.t().text2, 15 * 36);
        }
        for (std::size_t i = 0; i < dialog_.lines.size(); ++i) line(i);
        for (const app::DialogField& one : dialog_.fields) field(one);
        for (std::size_t i = 0; i < dialog_.switches.size(); ++i) choice(i);
        if (!dialog_.problem.empty()) {
            column_.gap(6);
            column_.para(dialog_.problem, type::k13m, ui_.t().ret);
        }
        buttons();
    }

private:
    void chips() {
        if (dialog_.chips.empty()) return;
        column_.gap(8);
        Rect row = column_.take(size::kChip);
        for (const app::Chip& one : dialog_.chips) {
            const ChipSpec spec{.label = one.label, .icon = icon_of(one.icon), .tint = tint_of(one.tint)};
            const Rect box = row.take_left(chip_width(ui_, spec), 8);
            if (column_.drawing()) chip(ui_, box, spec);
        }
    }

    void line(std::size_t place) {
        const app::DialogLine& one = dialog_.lines[place];
        column_.gap(12);
        Column words(ui_, {column_.x() + 28, column_.y(), column_.width() - 28, 0}, column_.drawing());
        words.para(one.text, type::k15, ui_.t().text);
        if (one.button) {
            words.gap(6);
            Rect bar = words.take(size::kSmall);
            if (column_.drawing())
                action_button_left(ui_, "line-" + std::to_string(place), bar, *one.button, actions_,
                                   ButtonKind::Normal, ButtonSize::Small);
        }
        const Tint tint = tint_of(one.tint);
        if (column_.drawing())
            ui_.draw().icon(icon_of(one.icon), {column_.x(), column_.y() + 2, 18, 18}, 18,
                            tint == Tint::None ? ui_.t().text3 : ui_.t().tint(tint));
        column_.gap(words.used());
    }

    void field(const app::DialogField& one) {
        const int place = next_++;
        column_.gap(16);
        column_.line(one.label, type::k13b, ui_.t().text);
        column_.gap(6);
        const Rect r = column_.take(36);
        if (!column_.drawing()) return;
        std::string text = one.text;
        EditorSpec spec{.label = one.label, .font = type::k15};
        spec.error = !dialog_.problem.empty();
        spec.secret = one.secret;
        spec.max_bytes = kMostBytes; // a path can be long
        const EditorResult typed = text_field(ui_, field_id(place), r, text, spec);
        if (typed.changed) actions_.push_back(app::action::TypeDialog{place, text});
        if (typed.submitted && dialog_.primary.enabled) actions_.push_back(dialog_.primary.action);
    }

    void choice(std::size_t place) {
        const app::DialogSwitch& one = dialog_.switches[place];
        column_.gap(place == 0 ? 16 : 10);
        const Rect r = column_.take(32);
        if (column_.drawing() && check_box(ui_, "switch-" + std::to_string(place), r, one.label, one.on))
            actions_.push_back(one.action);
        Column below(ui_, {column_.x() + 30, column_.y(), column_.width() - 30, 0}, column_.drawing());
        below.para(one.hint, type::k13, ui_.t().text2);
        Writer inner(below, dialog_, actions_);
        inner.next_ = next_;
        for (const app::DialogField& each : one.fields) inner.field(each);
        next_ = inner.next_;
        column_.gap(below.used());
    }

    void buttons() {
        column_.gap(24);
        ButtonSpec primary = button_spec(dialog_.primary, ButtonKind::Primary),
                   cancel = button_spec(dialog_.cancel, ButtonKind::Quiet);
        primary.key_hint = cancel.key_hint = {};
        const bool one_line = button_width(ui_, primary) + 8 + button_width(ui_, cancel) <= column_.width();
        Rect first = column_.take(size::kButton);
        Rect second = first;
        if (!one_line) second = (column_.gap(8), column_.take(size::kButton));
        if (!column_.drawing()) return;
        if (button_right(ui_, "primary", first, primary)) actions_.push_back(dialog_.primary.action);
        if (!dialog_.cancel.label.empty() && button_right(ui_, "cancel", one_line ? first : second, cancel))
            actions_.push_back(dialog_.cancel.action);
    }

    Column& column_;
    Ui& ui_;
    const app::Dialog& dialog_;
    app::Actions& actions_;
    int next_ = 0; ///< place of the next field
};

} // namespace

bool written_dialog(Ui& ui, std::string_view id, float widest, std::string_view title,
                    const std::function<void(Column&)>& write) {
    const Rect window = ui.window();
    const float pad = window.w < size::kSmallWidth ? 16 : 28, width = std::min(widest, window.w - 16);
    Column measure(ui, {0, 0, width - 2 * pad, 0}, false);
    write(measure);
    ui::Dialog box(ui, id, {width, measure.used() + 2 * (pad - 4)}, {.label = title});
    if (measure.used() <= box.rect().h + 1) {
        Column draw(ui, {box.rect().x, box.rect().y, box.rect().w, 0}, true);
        write(draw);
    } else { // a low window: what does not fit is scrolled
        ScrollArea scroll(ui, "all", box.rect());
        Column draw(ui, {scroll.content().x, scroll.content().y, scroll.content().w, 0}, true);
        // Named as without scrolling: who types words that leave few cases to choose from goes on typing.
        ui.pop_scope();
        write(draw);
        ui.push_scope("all");
        scroll.end(draw.used());
    }
    return box.escaped();
}

void write_boxed_lines(Column& column, const std::vector<std::string>& lines, std::string_view label) {
    if (lines.empty()) return;
    Ui& ui = column.ui();
    column.gap(12);
    float high = 16;
    const float words = column.width() - 24 - size::kGutter;
    for (const std::string& line : lines)
        high += ui.draw().para_height(words, line, type::k13) + 4;
    const Rect box = column.take(std::min(kLinesHigh, high));
    if (!column.drawing()) return;
    ui.draw().box(box, ui.t().raised, ui.t().line, size::kRadius);
    ScrollArea scroll(ui, "lines", box.inset(1, 1), {.focusable = high > kLinesHigh, .label = label});
    float y = scroll.content().y + 7;
    for (const std::string& line : lines)
        y += ui.draw().para(box.x + 12, y, words, line, type::k13, ui.t().text) + 4;
    scroll.end(high - 4);
}

void draw_dialog(Ui& ui, const app::Dialog& dialog, app::Actions& actions) {
    const auto write = [&](Column& column) { Writer(column, dialog, actions).all(); };
    if (written_dialog(ui, "dialog", 520, dialog.title, write)) actions.push_back(dialog.cancel.action);
}

void forget_dialog(Ui& ui) {
    for (int place = 0; place < kMostFields; ++place)
        forget_text(ui, "dialog/" + field_id(place));
}

} // namespace timbang::ui
