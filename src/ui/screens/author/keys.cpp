#include "ui/screens/author/keys.h"

#include <algorithm>

#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

using app::AuthorPane;

bool starts(const std::string& path, std::string_view with) {
    return path.rfind(with, 0) == 0;
}

/// Where the focus goes to reach a pane.
std::string entry_of(const app::AuthorView& view, AuthorPane pane) {
    switch (pane) {
    case AuthorPane::Files:
        for (const app::TreeRow& row : view.text->tree)
            if (row.selected) return "author/files/tree/" + row.path;
        return "author/files/tree/" + (view.text->tree.empty() ? std::string() : view.text->tree.front().name);
    case AuthorPane::Source:
        return "author/" + view.text->source.path + "/text";
    case AuthorPane::Problems: {
        int row = 0;
        for (std::size_t i = 0; i < view.text->problems.size(); ++i)
            if (view.text->problems[i].selected) row = static_cast<int>(i);
        return "author/problems/list/" + std::to_string(row);
    }
    case AuthorPane::Preview:
        return "author/preview/sheet/page";
    case AuthorPane::Players:
        return "author/players/table";
    case AuthorPane::Indicators:
        for (const app::FormListRow& row : view.form->rows)
            if (row.selected) return "author/indicators/list/" + row.code;
        return "author/indicators/list/section-" + std::to_string(static_cast<int>(view.form->section));
    case AuthorPane::Form:
        if (view.form->other) return "author/section/body/part-0/0";
        if (view.form->indicator && !view.form->indicator->broken.empty()) return "author/form/body/to-text";
        if (view.form->indicator && view.form->indicator->verdicts.empty()) return "author/form/body/score/0";
        return "author/form/body/verdict/" +
               std::to_string(view.form->indicator ? std::max(0, chosen_of(view.form->indicator->verdicts)) : 0);
    case AuthorPane::Page:
        return "author/page/sheet/page";
    }
    return {};
}

int pane_of(const app::AuthorView& view, const std::string& path) {
    if (view.form) {
        if (starts(path, "author/indicators")) return 0;
        if (starts(path, "author/form") || starts(path, "author/section")) return 1;
        return starts(path, "author/page") || starts(path, "author/problems") ? 2 : -1;
    }
    if (starts(path, "author/files")) return 0;
    if (starts(path, "author/problems")) return 2;
    if (starts(path, "author/preview")) return 3;
    if (starts(path, "author/players")) return 4;
    return starts(path, "author/" + view.text->source.path) || starts(path, "author/tabs") ||
                   starts(path, "author/find")
               ? 1
               : -1;
}

void step_pane(Ui& ui, const app::AuthorView& view, AuthorOptions& options, int by) {
    const int count = view.form ? 3 : 5, first = view.form ? static_cast<int>(AuthorPane::Indicators) : 0;
    int& tab = view.form ? options.form_tab : options.text_tab;
    const int here = ui.small() ? tab : pane_of(view, focus_path(ui));
    tab = here < 0 ? 1 : (here + by + count) % count;
    ui.focus(entry_of(view, static_cast<AuthorPane>(first + tab)));
}

void press(const app::Button& button, app::Actions& actions) {
    if (button.enabled && button.action.acts()) actions.push_back(button.action);
}

void head_keys(Ui& ui, const app::AuthorHead& head, app::Actions& actions) {
    if (ui.shortcut(ctrl(Key::S))) press(head.save, actions);
    if (ui.shortcut(ctrl(Key::Z))) press(head.undo, actions);
    if (ui.shortcut(ctrl(Key::Y)) || ui.shortcut(Chord{Key::Z, {true, true, false}})) press(head.redo, actions);
    if (ui.shortcut(Key::F7)) press(head.check, actions);
    if (ui.shortcut(Key::F8)) press(head.players, actions);
    if (ui.shortcut(Key::F9)) press(head.play, actions);
}

std::string selected_words(const AuthorOptions& options) {
    const std::size_t from = std::min(options.caret, options.anchor), to = std::max(options.caret, options.anchor);
    if (to > options.source.size() || to - from > 200) return {};
    std::string words = options.source.substr(from, to - from);
    return words.find('\n') == std::string::npos ? words : std::string();
}

void open_find(Ui& ui, bool replace, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const std::string words = selected_words(options);
    actions.push_back(app::action::OpenSourceFind{replace, words.empty() ? view.text->find.words : words});
    options.text_tab = 1;
    options.find_asked = true;
    if (view.text->find.open) ui.focus("author/find/words");
}

/// From the form too: the finding stands in the text.
void go_to_finding(int by, AuthorOptions& options, app::Actions& actions) {
    actions.push_back(app::action::StepFinding{by});
    options.text_tab = 1;
}

void text_keys(Ui& ui, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const app::SourceFind& find = view.text->find;
    if (ui.shortcut(Chord{Key::Enter, {false, false, true}})) actions.push_back(app::action::FixFinding{});
    if (ui.shortcut(ctrl(Key::F))) open_find(ui, find.replacing && find.open, view, options, actions);
    if (ui.shortcut(ctrl(Key::H))) open_find(ui, true, view, options, actions);
    if (ui.shortcut(Key::F3)) press(find.next, actions);
    if (ui.shortcut(shift(Key::F3))) press(find.previous, actions);
    if (ui.shortcut(ctrl(Key::G))) {
        options.line_open = true;
        options.text_tab = 1;
        ui.focus("author/line");
    }
    for (const app::SourceTab& tab : view.text->tabs)
        if (tab.selected && ui.shortcut(ctrl(Key::W))) press(tab.close, actions);
    const std::string here = focus_path(ui);
    if (starts(here, "author/preview/sheet") || starts(here, "author/preview/document-bar")) {
        if (ui.shortcut(Key::PageUp)) press(view.text->preview.page.previous, actions);
        if (ui.shortcut(Key::PageDown)) press(view.text->preview.page.next, actions);
    }
    if (!options.line_open && !find.open) return;
    if (!ui.shortcut(Key::Escape)) return;
    if (options.line_open)
        options.line_open = false;
    else
        press(find.close, actions);
    ui.focus(entry_of(view, AuthorPane::Source));
}

void form_keys(Ui& ui, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const app::FormPageView& page = view.form->page;
    if (ui.shortcut(Key::M) && page.pick.button.enabled) {
        actions.push_back(page.pick.button.action);
        options.form_tab = 2;
        if (!page.pick.picking) ui.focus("author/page/sheet/page");
    }
    if (starts(focus_path(ui), "author/page")) {
        if (ui.shortcut(Key::PageUp)) press(page.page.previous, actions);
        if (ui.shortcut(Key::PageDown)) press(page.page.next, actions);
    }
    if (page.pick.picking && ui.shortcut(Key::Escape)) actions.push_back(page.pick.button.action);
}

} // namespace

void follow_pane(Ui& ui, const app::AuthorView& view, AuthorOptions& options) {
    if (view.pane_asked == options.pane_done) return;
    options.pane_done = view.pane_asked;
    const int pane = static_cast<int>(view.pane), first = static_cast<int>(AuthorPane::Indicators);
    if ((pane >= first) != view.form.has_value()) return;
    (view.form ? options.form_tab : options.text_tab) = view.form ? pane - first : pane;
    if (view.pane != AuthorPane::Source) ui.focus(entry_of(view, view.pane)); // the source goes to its caret by itself
}

void author_keys(Ui& ui, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    if (view.prompt) return;
    head_keys(ui, view.head, actions);
    if ((view.text || view.form) && ui.shortcut(Key::F4)) go_to_finding(1, options, actions);
    if ((view.text || view.form) && ui.shortcut(shift(Key::F4))) go_to_finding(-1, options, actions);
    if (ui.shortcut(Key::F6)) step_pane(ui, view, options, 1);
    if (ui.shortcut(shift(Key::F6))) step_pane(ui, view, options, -1);
    if (view.text) text_keys(ui, view, options, actions);
    if (view.form) form_keys(ui, view, options, actions);
}

} // namespace timbang::ui::author
