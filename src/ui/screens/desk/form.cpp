#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/form_sections.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

using app::FormPart;

constexpr float kBelow = 32, kTitle = 20;

/// Parts whose title lies below what can be seen.
std::vector<FormPart> parts_below(const FormMemory& memory, float height) {
    std::vector<FormPart> below;
    if (memory.content <= height) return below;
    for (int i = 0; i < kFormParts; ++i)
        if (memory.part[i] >= 0 && memory.part[i] - memory.offset + kTitle > height - kBelow) below.push_back(static_cast<FormPart>(i));
    return below;
}

/// The line at the foot that names them and leads there.
void draw_below(Ui& ui, const Rect& area, const app::DecisionForm& view, const std::vector<FormPart>& below) {
    const Tokens& t = ui.t();
    std::string words = view.below;
    for (std::size_t i = 0; i < below.size(); ++i) {
        if (i > 0) words += ", ";
        else if (!words.empty() && words.back() != ' ') words += ' ';
        words += view.part_names[static_cast<int>(below[i])];
    }
    const Item item = ui.item("below", area, {.role = Role::Button, .label = words, .radius = 0, .ring = area.inset(3)});
    ui.draw().fill(area, item.hot ? t.hover : t.raised);
    ui.draw().hline(area.x, area.y, area.w, t.line);
    Rect bar{area.x + 14, area.y, area.w - 30, area.h};
    ui.draw().icon(Icon::ChevronDown, bar.take_left(18, 8), 18, t.text2);
    const Rect key = bar.take_right(30, 8).middle_row(20);
    key_cap(ui, key, "F6");
    ui.text_cut(bar, words, type::k13, t.text2);
    if (item.pressed) ui.focus(path_of_part(view, below.front()));
}

} // namespace

std::string path_of_part(const app::DecisionForm& view, FormPart part) {
    const std::string form = "desk/form/";
    switch (part) {
    case FormPart::Checklist:
        for (const app::CheckRow& row : view.checklist)
            if (row.missing) return form + "checklist/" + row.rule + "/0";
        return form + "checklist/" + (view.checklist.empty() ? std::string() : view.checklist.front().rule) + "/0";
    case FormPart::Verdict: return form + "verdict/0";
    case FormPart::Problems: return form + "problems/" + (view.problems.empty() ? std::string("add") : view.problems.front().type);
    case FormPart::Score: return form + "score/0";
    case FormPart::Sureness: return form + "sureness/0";
    case FormPart::Reason: return form + "reason";
    case FormPart::Citations: break;
    }
    return view.citations.empty() ? form + "reason" : form + "citations/" + std::to_string(view.citations.front().mark);
}

void draw_form(Ui& ui, const Rect& area, const app::DecisionForm& view, DeskOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(area, t.surface);
    FormMemory& memory = ui.memory<FormMemory>(ui.id_of("form-memory"));
    if (memory.task != view.task) {
        memory = FormMemory{};
        memory.task = view.task;
        scroll_to_top(ui, "form");
    }
    const std::vector<FormPart> below = parts_below(memory, area.h);
    Rect rest = area;
    const Rect foot = below.empty() ? Rect{} : rest.take_bottom(kBelow);
    ScrollArea scroll(ui, "form", rest);
    memory.content = draw_form_sections(ui, view, scroll.content(), memory, options, actions);
    // What the reference says stands below: bring its beginning into view, once.
    if (view.feedback && !memory.had_feedback) scroll.reveal(memory.feedback - 24, std::min(rest.h - 8, memory.content - memory.feedback + 24));
    memory.had_feedback = view.feedback.has_value();
    scroll.end(memory.content);
    memory.offset = scroll.offset();
    const float reason = std::min(kMostReason, std::max(kReason, area.h - (memory.content - memory.reason)));
    if (reason != memory.reason) ui.draw_again();
    memory.reason = reason;
    if (!below.empty()) draw_below(ui, foot, view, below);
    if (below != parts_below(memory, area.h)) ui.draw_again();
    if (view.ask_focus != options.asked_focus) {
        if (!view.missing.empty()) ui.focus(path_of_part(view, view.missing.front().part));
        options.asked_focus = view.ask_focus;
    }
}

void draw_parts(Ui& ui, const Rect& area, const app::DeskView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(area, t.surface);
    ScrollArea scroll(ui, "form", area);
    Column column{scroll.content().x + 16, scroll.content().y, scroll.content().w - 22};
    for (const app::PartForm& part : view.parts) {
        const Scope scope(ui, "part" + std::to_string(part.part));
        const bool locked = part.feedback.has_value();
        column.skip(12);
        column.skip(ui.draw().para(column.x, column.y, column.w, part.title, type::k18b, t.text));
        if (!part.ask.empty()) {
            column.skip(2);
            column.skip(ui.draw().para(column.x, column.y, column.w, part.ask, type::k13, part.missing ? t.ret : t.text2));
        }
        column.skip(8);
        if (!part.checklist.empty()) draw_checklist(ui, "checklist", column, part.checklist, locked, actions);
        if (!part.options.empty()) draw_radio_rows(ui, "options", column, part.options, locked, actions);
        if (part.feedback) {
            column.skip(12);
            column.y += draw_feedback(ui, {column.x, column.y, column.w, 0}, *part.feedback, actions);
        }
        column.skip(12);
        ui.draw().hline(column.x - 16, column.y, column.w + 32, t.line);
        column.skip(1);
    }
    if (view.category) {
        column.y += draw_category(ui, {column.x - 16, column.y, column.w + 32, 0}, *view.category, actions);
    }
    scroll.end(column.y + 24 - scroll.content().y);
}

} // namespace timbang::ui::desk
