#include "ui/screens/search/search.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/editor.h"
#include "ui/kit/layout.h"
#include "ui/screens/common.h"

namespace timbang::ui {

namespace {

constexpr float kWidth = 720, kHead = 60, kFoot = 40, kRow = 52, kGroup = 32, kMore = 32;
constexpr float kLow = 380; ///< windows lower than this drop the line of keys

struct MatchPiece {
    std::string_view text;
    bool hit;
};

/// The words with what matched apart, at most `end` bytes of them.
std::vector<MatchPiece> pieces_of(const app::Matched& words, std::size_t end) {
    std::vector<MatchPiece> pieces;
    const std::string_view text = std::string_view(words.text).substr(0, end);
    std::size_t at = 0;
    for (const domain::TextRange& hit : words.hits) {
        if (hit.begin < at || hit.begin >= text.size()) continue;
        const std::size_t stop = std::min<std::size_t>(hit.end, text.size());
        if (hit.begin > at) pieces.push_back({text.substr(at, hit.begin - at), false});
        pieces.push_back({text.substr(hit.begin, stop - hit.begin), true});
        at = stop;
    }
    if (at < text.size()) pieces.push_back({text.substr(at), false});
    return pieces;
}

/// One line with the parts that matched bold and underlined. What does not fit ends in "…"; says whether all of it
/// fits.
bool draw_matched(Ui& ui, const Rect& r, const app::Matched& words, Font font, Color color) {
    Canvas& d = ui.draw();
    const Font bold = font.with(Face::SemiBold);
    const auto width_to = [&](std::size_t end) {
        float width = 0;
        for (const MatchPiece& piece : pieces_of(words, end))
            width += d.width(piece.text, piece.hit ? bold : font);
        return width;
    };
    std::size_t end = words.text.size();
    const bool whole = width_to(end) <= r.w;
    const float dots = whole ? 0 : d.width("…", font);
    if (!whole) {
        // The last letter that still fits with the dots behind it.
        std::size_t fits = 0;
        for (std::size_t at = 0; at < words.text.size();) {
            next_codepoint(words.text, at);
            if (width_to(at) + dots > r.w) break;
            fits = at;
        }
        end = fits;
    }
    float x = r.x;
    for (const MatchPiece& piece : pieces_of(words, end)) {
        const float w = d.width(piece.text, piece.hit ? bold : font);
        d.text({x, r.y, w + 1, r.h}, piece.text, piece.hit ? bold : font, piece.hit ? ui.t().text : color);
        if (piece.hit) d.fill({x, r.y + r.h - 2, w, 2}, ui.t().acc);
        x += w;
    }
    if (!whole) d.text({x, r.y, dots + 1, r.h}, "…", font, color);
    return whole;
}

void draw_row(Ui& ui, const std::string& id, const Rect& r, const app::SearchRow& line, const app::SearchView& view,
              app::Actions& actions) {
    const Tokens& t = ui.t();
    // The field keeps the focus; Up, Down and Enter go over the rows from there.
    ItemSpec spec{.role = Role::Row,
                  .label = line.title.text,
                  .value = line.state,
                  .selected = line.selected,
                  .focusable = false};
    const Item item = ui.item(id, r, spec);
    if (line.selected || item.hot) ui.draw().fill(r, line.selected ? t.acc_soft : t.hover, size::kRadius);
    if (line.selected && t.contrast) ui.draw().outline(r, t.acc, size::kRadius, 2);
    Rect in = r.inset(12, 0);
    ui.draw().icon(icon_of(line.icon), in.take_left(18, 14), 18, line.selected ? t.acc : t.text2);
    if (line.selected && !view.open_word.empty()) {
        const float cap = ui.draw().width("Enter", type::k13) + 14;
        key_cap(ui, in.take_right(cap, 12).middle_row(20), "Enter");
        const float w = std::min(in.w / 2, ui.draw().width(view.open_word, type::k13) + 1);
        ui.text_cut(in.take_right(w, 12), view.open_word, type::k13, t.acc, HAlign::Right);
    } else if (!line.state.empty()) {
        const float w = std::min(in.w / 2, ui.draw().width(line.state, type::k13) + 1);
        ui.text_cut(in.take_right(w, 12), line.state, type::k13, t.text3, HAlign::Right);
    }
    const bool two = !line.where.text.empty();
    const Rect words = in.middle_row(two ? 40.0F : 22.0F);
    bool whole = draw_matched(ui, {words.x, words.y, words.w, 22}, line.title, type::k15m, t.text);
    if (two) whole = draw_matched(ui, {words.x, words.y + 22, words.w, 18}, line.where, type::k13, t.text2) && whole;
    if (!whole) ui.tooltip(item, two ? line.title.text + ". " + line.where.text : line.title.text, r);
    if (item.pressed) actions.push_back(line.action);
}

float rows_height(const app::SearchView& view) {
    float height = 8;
    for (const app::SearchGroup& group : view.groups)
        height += kGroup + kRow * static_cast<float>(group.rows.size()) + (group.more.empty() ? 0 : kMore);
    return view.groups.empty() ? (view.empty.empty() ? 0 : 84) : height;
}

void draw_more(Ui& ui, const std::string& id, const Rect& r, const app::SearchGroup& group, bool here,
               app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item item = ui.item(id, r, {.role = Role::Button, .label = group.more, .focusable = false});
    if (item.hot) ui.draw().fill(r, t.hover, size::kRadius);
    Rect in = r.inset(44, 0);
    const float words = ui.draw().text(in, group.more, type::k13m, t.acc);
    in.take_left(words + 12);
    if (here) key_cap(ui, in.take_left(ui.draw().width("Ctrl Enter", type::k13) + 14).middle_row(20), "Ctrl Enter");
    if (item.pressed || (here && ui.shortcut(ctrl(Key::Enter)))) actions.push_back(group.show_more);
}

void draw_groups(Ui& ui, const Rect& area, const app::SearchView& view, SearchOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    if (view.groups.empty()) {
        if (!view.empty.empty()) ui.draw().para(area.x + 20, area.y + 24, area.w - 40, view.empty, type::k15, t.text2);
        return;
    }
    ScrollArea scroll(ui, "rows", area, {.gutter = false});
    Rect line = scroll.content().inset(8, 0);
    const float top = line.y;
    int place = 0;
    for (std::size_t g = 0; g < view.groups.size(); ++g) {
        const app::SearchGroup& group = view.groups[g];
        Rect head = line.take_top(kGroup).inset(12, 0);
        head.take_top(6);
        ui.draw().text(head.take_right(ui.draw().width(group.count, type::k13) + 1, 8), group.count, type::k13, t.text2,
                       HAlign::Right);
        ui.text_cut(head, group.title, type::k13b, t.text);
        bool here = false;
        for (std::size_t i = 0; i < group.rows.size(); ++i) {
            const app::SearchRow& row = group.rows[i];
            const Rect r = line.take_top(kRow);
            here = here || row.selected;
            if (row.selected && options.revealed != place) {
                const float above = i == 0 && area.h >= kGroup + kRow ? kGroup : 0; // with the title of its group
                scroll.reveal(r.y - top - above, kRow + above);
                options.revealed = place;
            }
            draw_row(ui, std::to_string(place++), r, row, view, actions);
        }
        if (!group.more.empty()) draw_more(ui, "more" + std::to_string(g), line.take_top(kMore), group, here, actions);
    }
    scroll.end(line.y - top + 8);
}

void draw_foot(Ui& ui, Rect r, const app::SearchView& view) {
    const Tokens& t = ui.t();
    ui.draw().fill({r.x + 1, r.y, r.w - 2, r.h - 1}, t.raised, size::kRadiusCard - 1, Corners::Bottom);
    ui.draw().hline(r.x + 1, r.y, r.w - 2, t.line);
    r = r.inset(20, 0);
    const auto cap = [&](std::string_view key, float gap) {
        const float w = ui.draw().width(key, type::k13) + 14;
        if (r.w > w) key_cap(ui, r.take_left(w, gap).middle_row(20), key);
    };
    const auto word = [&](const std::string& s) {
        const float w = ui.draw().width(s, type::k13) + 1;
        if (r.w >= w) ui.draw().text(r.take_left(w, 15), s, type::k13, t.text2);
    };
    cap("↑", 6), cap("↓", 8), word(view.keys[0]);
    cap("Tab", 8), word(view.keys[1]);
    cap("Enter", 8), word(view.keys[2]);
    if (r.w >= ui.draw().width(view.note, type::k13)) ui.draw().text(r, view.note, type::k13, t.text2, HAlign::Right);
}

void keys(Ui& ui, app::Actions& actions) {
    const base::InputEvent* key = ui.key();
    if (!key || !(key->mods == base::Mods{}) || (key->key != Key::Up && key->key != Key::Down)) return;
    actions.push_back(app::action::MoveSearch{key->key == Key::Up ? -1 : 1});
    ui.take_key();
}

void draw_head(Ui& ui, Rect r, const app::SearchView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    r = r.inset(20, 0);
    ui.draw().icon(Icon::Magnify, r.take_left(22, 12), 22, t.text2);
    key_cap(ui, r.take_right(ui.draw().width("Esc", type::k13) + 14, 12).middle_row(20), "Esc");
    const float count = ui.draw().width(view.count, type::k13) + 1;
    if (r.w > count + 120) ui.draw().text(r.take_right(count, 12), view.count, type::k13, t.text2, HAlign::Right);
    keys(ui, actions);
    std::string words = view.words;
    EditorSpec spec{.label = view.hint, .placeholder = view.hint, .font = type::k18};
    spec.frame = false;
    const EditorResult typed = text_field(ui, "words", r.inset(-13, 0).middle_row(36), words, spec);
    if (typed.changed) actions.push_back(app::action::TypeSearch{words});
    if (typed.submitted) actions.push_back(app::action::ChooseResult{-1});
    // Tab goes to the next group of results and the field keeps the focus.
    const Item next = ui.item("next-group", {r.x, r.bottom() - 1, 1, 1}, {.role = Role::Group, .label = view.keys[1]});
    if (!next.focused) return;
    actions.push_back(app::action::NextSearchGroup{});
    ui.focus(ui.path_of("words"));
}

} // namespace

void draw_search(Ui& ui, const Rect& area, const app::SearchView& view, SearchOptions& options, app::Actions& actions) {
    // A low window gives all its height to what was found.
    const bool low = area.h < kLow;
    const float want = kHead + rows_height(view) + (low ? 0 : kFoot) + 2;
    Dialog dialog(ui, "search", {kWidth, std::min(want, area.h - (low ? 16.0F : 88.0F))},
                  {.label = view.hint, .top = low ? 8.0F : 72.0F});
    Rect box = dialog.outer();
    draw_head(ui, box.take_top(kHead), view, actions);
    ui.draw().hline(box.x + 1, box.y, box.w - 2, ui.t().line);
    if (!low) draw_foot(ui, box.take_bottom(kFoot), view);
    box.take_top(1);
    if (options.words != view.words) {
        options.words = view.words;
        options.revealed = -1;
        scroll_to_top(ui, "rows");
    }
    draw_groups(ui, box, view, options, actions);
    if (dialog.escaped()) actions.push_back(app::action::CloseDialog{});
}

} // namespace timbang::ui
