#include <algorithm>

#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kRow = 28, kMostRows = 8, kWidth = 380;

void choose(const app::Completion& view, int row, const std::string& path, AuthorOptions& options,
            app::Actions& actions) {
    const app::CompletionItem& item = view.items[static_cast<std::size_t>(row)];
    const auto caret = static_cast<std::uint32_t>(view.begin + item.insert.size());
    actions.push_back(app::action::EditSource{path, view.begin, view.end, item.insert, caret});
    actions.push_back(app::action::CloseCompletion{});
    options.completion_shut = true;
}

/// Another word to complete begins at its first row, and is shown although the last one was shut.
void follow(const app::Completion& view, AuthorOptions& options) {
    const std::string first = view.items.empty() ? std::string() : view.items.front().label;
    if (view.begin != options.completion_begin) options.completion_shut = false;
    if (view.begin != options.completion_begin || first != options.completion_first) options.completion_row = 0;
    options.completion_begin = view.begin;
    options.completion_first = first;
    options.completion_row =
        std::clamp(options.completion_row, 0, std::max(0, static_cast<int>(view.items.size()) - 1));
}

} // namespace

bool completion_shown(const app::SourceView& view, const AuthorOptions& options) {
    return view.completion && !view.completion->items.empty() && !options.completion_shut && !view.read_only;
}

void completion_keys(Ui& ui, const app::SourceView& view, AuthorOptions& options, app::Actions& actions) {
    if (!view.completion) return;
    follow(*view.completion, options);
    const base::InputEvent* key = ui.key();
    if (!completion_shown(view, options) || !key || !(key->mods == base::Mods{})) return;
    const int last = static_cast<int>(view.completion->items.size()) - 1;
    int& row = options.completion_row;
    switch (key->key) {
    case Key::Up:
        row = row == 0 ? last : row - 1;
        break;
    case Key::Down:
        row = row == last ? 0 : row + 1;
        break;
    case Key::PageUp:
        row = std::max(0, row - static_cast<int>(kMostRows));
        break;
    case Key::PageDown:
        row = std::min(last, row + static_cast<int>(kMostRows));
        break;
    case Key::Enter:
    case Key::Tab:
        choose(*view.completion, row, view.path, options, actions);
        break;
    case Key::Escape:
        options.completion_shut = true;
        actions.push_back(app::action::CloseCompletion{});
        break;
    default:
        return;
    }
    ui.take_key();
}

void draw_completion(Ui& ui, const app::Completion& view, const Rect& caret, AuthorOptions& options,
                     app::Actions& actions) {
    const Tokens& t = ui.t();
    const int count = static_cast<int>(view.items.size()), shown = std::min(count, static_cast<int>(kMostRows));
    const Rect window = ui.window();
    const float wide = std::min(kWidth, window.w - 16), high = static_cast<float>(shown) * kRow + 10;
    const bool up = caret.bottom() + high + 8 > window.bottom() && caret.y - high > 8;
    const Rect box{std::max(8.0F, std::min(caret.x - 12, window.right() - wide - 8)),
                   up ? caret.y - high - 2 : caret.bottom() + 2, wide, high};
    ui.push_layer("completion", box, false);
    ui.draw().box(box, t.surface, t.line2, size::kRadius);
    const int first = std::clamp(options.completion_row - shown / 2, 0, count - shown);
    Rect rest = box.inset(5, 5);
    for (int i = first; i < first + shown; ++i) {
        const app::CompletionItem& item = view.items[static_cast<std::size_t>(i)];
        const bool on = i == options.completion_row;
        Rect line = rest.take_top(kRow);
        const Item it = ui.item(
            std::to_string(i), line,
            {.role = Role::MenuItem, .label = item.label, .value = item.detail, .selected = on, .focusable = false});
        if (on || it.hot) ui.draw().fill(line, on ? t.acc_soft : t.hover, size::kRadius);
        line = line.inset(8, 0);
        ui.draw().icon(icon_of(item.icon), line.take_left(15, 8), 15, on ? t.acc : t.text2);
        const float words = std::min(ui.draw().width(item.label, type::k13m) + 2, line.w);
        ui.text_cut(line.take_left(words, 10).middle_row(18), item.label, on ? type::k13b : type::k13m,
                    on ? t.acc : t.text);
        if (line.w > 40) ui.text_cut(line.middle_row(18), item.detail, type::k13, t.text2);
        if (it.pressed) choose(view, i, options.source_path, options, actions);
    }
    ui.pop_layer();
}

} // namespace timbang::ui::author
