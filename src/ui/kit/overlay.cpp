#include "ui/kit/layout.h"
#include "ui/kit/menu.h"

namespace timbang::ui {
namespace {

struct PopupMemory {
    bool open = false;
};

constexpr float kMenuRow = 36, kMostRows = 9;

/// Below the anchor where there is room, else above; inside the window.
Rect place_popup(const Rect& window, const Rect& anchor, Vec wanted) {
    const float w = std::min(wanted.x, window.w - 16);
    const float below = window.bottom() - anchor.bottom() - 12, above = anchor.y - 12;
    const bool up = wanted.y > below && above > below;
    const float h = std::min(wanted.y, up ? above : below);
    const float x = std::max(8.0F, std::min(anchor.x, window.right() - w - 8));
    return {x, up ? anchor.y - 4 - h : anchor.bottom() + 4, w, h};
}

} // namespace

void open_popup(Ui& ui, std::string_view id) {
    ui.memory<PopupMemory>(ui.id_of(id)).open = true;
    ui.draw_again();
}

bool popup_open(Ui& ui, std::string_view id) { return ui.memory<PopupMemory>(ui.id_of(id)).open; }

Popup::Popup(Ui& ui, std::string_view id, const Rect& anchor, Vec wanted) : ui_(ui), id_(id), key_(ui.id_of(id)) {
    open_ = ui_.memory<PopupMemory>(key_).open;
    if (!open_) return;
    rect_ = place_popup(ui_.window(), anchor, wanted);
    ui_.push_layer(id_, rect_, true);
    ui_.draw().box(rect_, ui_.t().surface, ui_.t().line2, size::kRadius);
    if (ui_.shortcut(Key::Escape) || ui_.pressed_outside(rect_)) close();
}

Popup::~Popup() {
    if (open_) ui_.pop_layer();
}

void Popup::close() {
    ui_.memory<PopupMemory>(key_).open = false;
    ui_.draw_again();
}

std::optional<int> menu_below(Ui& ui, std::string_view id, const Rect& anchor, std::span<const Choice> choices,
                              int chosen) {
    std::optional<int> result;
    if (!popup_open(ui, id)) return result;
    float width = anchor.w;
    for (const Choice& c : choices)
        width = std::max(width, ui.draw().width(c.label, type::k15b) + (c.icon == Icon::None ? 60.0F : 88.0F) + ui.draw().width(c.note, type::k13));
    const float rows = std::min(static_cast<float>(choices.size()), kMostRows);
    Popup popup(ui, id, anchor, {width, rows * kMenuRow + 10});
    ScrollArea scroll(ui, "rows", popup.rect().inset(1, 5), {.gutter = static_cast<float>(choices.size()) > kMostRows});
    const GroupScope group(ui, "items", Arrows::Vertical);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Choice& c = choices[i];
        Rect line = scroll.row_rect(static_cast<int>(i), kMenuRow).inset(4, 0);
        const bool on = chosen == static_cast<int>(i);
        const Item it = row(ui, std::to_string(i), line, {.label = c.label, .selected = on, .disabled = c.disabled, .role = Role::MenuItem});
        if (it.pressed) {
            result = static_cast<int>(i);
            popup.close();
        }
        line = line.inset(10, 0);
        if (c.icon != Icon::None) ui.draw().icon(c.icon, line.take_left(18, 10), 18, on ? ui.t().acc : ui.t().text2);
        if (on) ui.draw().icon(Icon::Check, line.take_right(18, 8), 18, ui.t().acc);
        if (!c.note.empty()) ui.draw().text(line.take_right(ui.draw().width(c.note, type::k13), 8), c.note, type::k13, ui.t().text3);
        ui.text_cut(line, c.label, on ? type::k15b : type::k15, c.disabled ? ui.t().text3 : on ? ui.t().acc : ui.t().text);
    }
    scroll.end(static_cast<float>(choices.size()) * kMenuRow);
    return result;
}

std::optional<int> dropdown(Ui& ui, std::string_view id, const Rect& r, const ButtonSpec& look, std::span<const Choice> choices,
                            int chosen) {
    const std::string menu = std::string(id) + "-menu";
    ButtonSpec spec = look;
    if (spec.trailing == Icon::None) spec.trailing = Icon::ChevronDown;
    spec.expanded = popup_open(ui, menu);
    if (button(ui, id, r, spec)) open_popup(ui, menu);
    return menu_below(ui, menu, r, choices, chosen);
}

Dialog::Dialog(Ui& ui, std::string_view id, Vec wanted, const DialogSpec& spec) : ui_(ui) {
    const Rect w = ui.window();
    const float width = std::min(wanted.x, w.w - 16), height = std::min(wanted.y, w.h - 16);
    const float top = spec.top + height + 16 <= w.h ? spec.top : std::max(8.0F, (w.h - height) / 2);
    outer_ = {(w.w - width) / 2, top, width, height};
    ui.push_layer(id, w, true);
    ui.draw().fill(w, ui.t().scrim);
    ui.draw().box(outer_, ui.t().surface, ui.t().contrast ? ui.t().line2 : ui.t().line, size::kRadiusCard);
    ui.item("box", outer_, {.role = Role::Dialog, .label = spec.label, .focusable = false});
    const float pad = w.w < size::kSmallWidth ? 16 : 28;
    inner_ = outer_.inset(pad, pad - 4);
    if (spec.can_escape && (ui.shortcut(Key::Escape) || ui.pressed_outside(outer_))) escaped_ = true;
}

Dialog::~Dialog() { ui_.pop_layer(); }

} // namespace timbang::ui
