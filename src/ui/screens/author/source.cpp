#include <algorithm>

#include "ui/kit/editor.h"
#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kTabs = 40;

Color color_of(const Tokens& t, app::SourceKind kind) {
    switch (kind) {
    case app::SourceKind::Key:
        return t.acc;
    case app::SourceKind::String:
        return t.ok;
    case app::SourceKind::Number:
        return t.ret;
    case app::SourceKind::Comment:
        return t.text3;
    case app::SourceKind::Mark:
        return t.text2;
    case app::SourceKind::Heading:
        return t.acc;
    }
    return t.text;
}

Color finding_color(const Tokens& t, app::Tint tint) {
    return tint == app::Tint::Reject ? t.rej : tint == app::Tint::Return ? t.ret : t.text2;
}

void draw_tab(Ui& ui, Rect& bar, const app::SourceTab& tab, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Font font = tab.selected ? type::k13b : type::k13;
    const float wide = std::min(bar.w, ui.draw().width(tab.name, font) + 32 + (tab.changed ? 14 : 0) + 22);
    if (wide < 60) return;
    const Rect box = bar.take_left(wide);
    const Item it =
        ui.item(tab.path, box,
                {.role = Role::Tab, .label = tab.name, .value = tab.path, .selected = tab.selected, .radius = 0});
    ui.draw().fill(box, tab.selected ? t.surface : it.hot ? t.hover : t.raised);
    ui.draw().vline(box.right() - ui.draw().border(), box.y, box.h, t.line);
    Rect in = box.inset(12, 0);
    const Rect cross = in.take_right(18, 6);
    if (tab.changed) ui.draw().disc({in.right() - 4, in.y + in.h / 2}, 3, t.acc), in.take_right(14);
    ui.text_cut(in.middle_row(18), tab.name, font, tab.selected ? t.text : t.text2);
    ui.tooltip(it, tab.path, box);
    if (it.pressed) actions.push_back(tab.action);
    if (tab.close.label.empty()) return;
    const Item close =
        ui.item(tab.path + "/close", cross.middle_row(18), {.role = Role::Button, .label = tab.close.label});
    if (close.hot) ui.draw().fill(cross.middle_row(18), t.line, size::kRadiusChip);
    if (tab.selected || it.hot || close.hot || close.focused) ui.draw().icon(Icon::Close, cross, 15, t.text3);
    ui.tooltip(close, tab.close.label, cross);
    if (close.pressed) actions.push_back(tab.close.action);
}

void draw_tabs(Ui& ui, const Rect& area, const app::AuthorText& view, app::Actions& actions) {
    ui.draw().fill(area, ui.t().raised);
    ui.draw().hline(area.x, area.bottom() - ui.draw().border(), area.w, ui.t().line);
    Rect bar = area;
    bar.h -= ui.draw().border();
    const float place = ui.draw().width(view.source.place, type::k13) + 28;
    Rect right = bar.w > place + 260 ? bar.take_right(place) : Rect{};
    const GroupScope group(ui, "tabs", Arrows::Horizontal);
    for (const app::SourceTab& tab : view.tabs)
        draw_tab(ui, bar, tab, actions);
    if (!right.empty())
        ui.draw().text(right.inset(14, 0).middle_row(18), view.source.place, type::k13, ui.t().text3, HAlign::Right);
}

void add_findings(const Tokens& t, SourceMarks& kept) {
    const app::SourceFinding* worst = nullptr; // of the line
    for (const app::SourceFinding& f : kept.findings) {
        const Color color = finding_color(t, f.tint);
        if (f.end > f.begin) {
            const Color ground = f.tint == app::Tint::Reject   ? t.rej_soft
                                 : f.tint == app::Tint::Return ? t.ret_soft
                                                               : Color{0, 0, 0, 0};
            kept.marks.push_back({f.begin, f.end, ground, color});
        }
        const bool same = worst != nullptr && worst->line == f.line;
        if (same && f.severity >= worst->severity) continue;
        if (!same) kept.signs.emplace_back();
        kept.signs.back() = {f.line, icon_of(f.icon), color, f.text};
        worst = &f;
    }
}

void add_hits(const Tokens& t, SourceMarks& kept) {
    for (std::size_t i = 0; i < kept.hits.size(); ++i) {
        const bool current = static_cast<int>(i) == kept.current_hit;
        kept.marks.push_back({kept.hits[i].begin, kept.hits[i].end, current ? t.acc_line : t.acc_soft,
                              current ? t.acc : Color{0, 0, 0, 0}});
    }
}

void renew_marks(const Tokens& t, const app::SourceView& view, SourceMarks& kept) {
    if (kept.theme == t.theme && kept.current_hit == view.current_hit && kept.hits == view.hits &&
        kept.findings == view.findings)
        return;
    kept = {view.findings, view.hits, view.current_hit, t.theme, {}, {}, 0};
    add_findings(t, kept);
    add_hits(t, kept);
    std::stable_sort(kept.marks.begin(), kept.marks.end(),
                     [](const EditorMark& one, const EditorMark& other) { return one.begin < other.begin; });
    for (const EditorMark& mark : kept.marks)
        kept.longest = std::max(kept.longest, mark.end - mark.begin);
}

ColorsOf colors_of(const Tokens& t, const app::SourceView& view) {
    if (!view.spans) return {};
    return [&t, spans = view.spans](std::size_t begin, std::size_t end, std::vector<ColorSpan>& out) {
        auto it = std::lower_bound(spans->begin(), spans->end(), begin,
                                   [](const app::SourceSpan& s, std::size_t b) { return s.end <= b; });
        for (; it != spans->end() && it->begin < end; ++it)
            out.push_back({it->begin, it->end, color_of(t, it->kind)});
    };
}

/// The view's text is taken over where it is another one than was typed.
void take_text(const app::SourceView& view, AuthorOptions& options) {
    if (options.source_path == view.path && options.source_revision == view.revision) return;
    options.source = view.text ? *view.text : std::string();
    options.source_path = view.path;
    options.source_revision = view.revision;
}

void tell_caret(const EditorResult& result, const app::SourceView& view, AuthorOptions& options,
                app::Actions& actions) {
    const auto at = static_cast<std::uint32_t>(result.caret), anchor = static_cast<std::uint32_t>(result.anchor);
    if (!result.focused || (at == options.caret && anchor == options.anchor && options.caret_path == view.path)) return;
    options.caret = at;
    options.anchor = anchor;
    options.caret_path = view.path;
    if (!result.changed) actions.push_back(app::action::MoveCaret{view.path, at, anchor});
}

void draw_editor(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const app::SourceView& source = view.text->source;
    const Scope scope(ui, source.path);
    take_text(source, options);
    // Who types into the find bar goes on there, whatever is hit.
    const std::string here = focus_path(ui);
    const bool finding = here.rfind("author/find/", 0) == 0 || here.rfind("author/replace/", 0) == 0;
    if (finding) options.find_asked = false;
    if (source.caret_asked != options.caret_done) {
        options.caret_done = source.caret_asked;
        place_caret(ui, "text", source.caret, source.caret_end, !options.find_asked && !finding);
    }
    renew_marks(ui.t(), source, options.marks);
    EditorSpec spec{.label = source.path, .font = type::kMono};
    spec.read_only = source.read_only;
    spec.frame = false;
    spec.max_bytes = 4000000;
    spec.source = true;
    spec.wrap = source.prose;
    spec.outer_undo = true;
    spec.colors = colors_of(ui.t(), source);
    spec.marks = options.marks.marks;
    spec.longest_mark = options.marks.longest;
    spec.signs = options.marks.signs;
    if (ui.focused("text") && ui.shortcut(ctrl(Key::Space))) {
        options.completion_shut = false;
        actions.push_back(app::action::AskCompletion{source.path, options.caret});
    }
    if (ui.focused("text")) completion_keys(ui, source, options, actions);
    const EditorResult result = editor(ui, "text", area, options.source, spec);
    if (result.change)
        actions.push_back(app::action::EditSource{source.path, static_cast<std::uint32_t>(result.change->begin),
                                                  static_cast<std::uint32_t>(result.change->end), result.change->words,
                                                  static_cast<std::uint32_t>(result.caret)});
    tell_caret(result, source, options, actions);
    if (result.focused && completion_shown(source, options))
        draw_completion(ui, *source.completion, result.caret_box, options, actions);
}

} // namespace

void draw_source(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const app::SourceView& source = view.text->source;
    ui.draw().fill(area, ui.t().surface);
    Rect rest = area;
    draw_tabs(ui, rest.take_top(kTabs), *view.text, actions);
    rest.take_top(draw_find(ui, rest, view, options, actions));
    if (source.path.empty()) {
        ui.draw().para(rest.x + 24, rest.y + 24, std::min(480.0F, rest.w - 48), source.empty, type::k15, ui.t().text2);
        return;
    }
    if (source.read_only && !source.why_read_only.empty()) {
        Rect line = rest.take_top(32).inset(16, 0);
        ui.draw().icon(Icon::Lock, line.take_left(15, 8), 15, ui.t().text2);
        ui.text_cut(line.middle_row(18), source.why_read_only, type::k13, ui.t().text2);
    }
    rest.take_top(6);
    draw_editor(ui, rest, view, options, actions);
}

} // namespace timbang::ui::author
