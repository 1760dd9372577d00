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

Color severity_color(const Tokens& t, base::Severity severity) {
    return severity == base::Severity::Error ? t.rej : severity == base::Severity::Warning ? t.ret : t.text2;
}

Icon severity_icon(base::Severity severity) {
    return severity == base::Severity::Error     ? Icon::CloseCircle
           : severity == base::Severity::Warning ? Icon::Alert
                                                 : Icon::HelpCircleOutline;
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

/// Signs in the gutter, the worst of each line, and lines below the words.
struct Findings {
    std::vector<GutterSign> signs;
    std::vector<EditorMark> marks;
};

Findings findings_of(const Tokens& t, const app::SourceView& view) {
    Findings out;
    std::vector<base::Severity> worst;
    for (const app::SourceFinding& f : view.findings) {
        if (f.end > f.begin) {
            const bool error = f.severity == base::Severity::Error, warning = f.severity == base::Severity::Warning;
            out.marks.push_back({f.begin, f.end,
                                 error     ? t.rej_soft
                                 : warning ? t.ret_soft
                                           : Color{0, 0, 0, 0},
                                 severity_color(t, f.severity)});
        }
        const bool same = !out.signs.empty() && out.signs.back().line == f.line;
        if (same && f.severity >= worst.back()) continue;
        if (!same) out.signs.emplace_back(), worst.emplace_back();
        out.signs.back() = {f.line, severity_icon(f.severity), severity_color(t, f.severity), f.text};
        worst.back() = f.severity;
    }
    for (std::size_t i = 0; i < view.hits.size(); ++i) {
        const bool current = static_cast<int>(i) == view.current_hit;
        out.marks.push_back({view.hits[i].begin, view.hits[i].end, current ? t.acc_line : t.acc_soft,
                             current ? t.acc : Color{0, 0, 0, 0}});
    }
    return out;
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
    const Findings findings = findings_of(ui.t(), source);
    EditorSpec spec{.label = source.path, .font = type::kMono};
    spec.read_only = source.read_only;
    spec.frame = false;
    spec.max_bytes = 4000000;
    spec.source = true;
    spec.wrap = source.prose;
    spec.outer_undo = true;
    spec.colors = colors_of(ui.t(), source);
    spec.marks = findings.marks;
    spec.signs = findings.signs;
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
