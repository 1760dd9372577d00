#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/page.h"
#include "ui/kit/layout.h"
#include "ui/kit/page_layout.h"

namespace timbang::ui {

/// A mark of the person on the page.
struct PageMark {
    int id = 0;
    int number = 0;                        ///< 0: drawn without its number
    domain::TextRange range;
    std::optional<domain::Area> area = {}; ///< on a picture page
    std::string_view tag = {};             ///< short name of the problem
    Icon icon = Icon::None;
    bool pointed = false;                  ///< just asked for: brought into view, its tag is shown
    bool dashed = false;                   ///< counts as well, is not the mark itself
};

/// A figure picked for the calculator.
struct PagePick {
    domain::TextRange range;
    char letter = 0; ///< of its term, on the first cell; 0: none
    bool compare = false;
};

struct PageViewSpec {
    const domain::Page* page = nullptr;
    /// Names the place where pages may be made anew while they are read (drafts): as long as it is the same, the view stays
    /// where it is. "": the page itself is the place.
    std::string_view place = {};
    std::string_view label;            ///< name of the page, for the tree
    float zoom = 1;                    ///< 1: the sheet is 612 wide
    int turns = 0;                     ///< quarter turns clockwise of a picture page
    TextureId picture = 0;             ///< of a picture page, decoded and made a texture by the caller
    std::span<const PageMark> marks = {};
    std::span<const PagePick> picks = {};
    std::span<const domain::TextRange> hits = {};      ///< of a search
    int current_hit = -1;
    std::span<const domain::TextRange> passages = {};  ///< lit: what a decision rests on
    std::span<const domain::Area> passage_areas = {};
    std::optional<domain::TextRange> show = {};        ///< brought into view when it changes
    bool can_select = true;
    bool picking = false;              ///< a press picks the figure instead of selecting, a drag those of a column
};

struct PageViewResult {
    std::optional<domain::TextRange> selected; ///< a passage was just selected (drag, double click, Shift+arrows and Enter)
    std::optional<domain::Area> area;          ///< the same on a picture page
    std::optional<domain::TextRange> picked;   ///< the cell or word that was pressed while picking
    std::vector<domain::TextRange> column;     ///< the cells of a column that were dragged over, or held with Shift, while picking
    int pressed_mark = -1;                     ///< id
    float zoom_steps = 0;                      ///< Ctrl and the wheel
    Rect anchor;                               ///< where the selection ends on the screen: place a menu here
    bool has_selection = false;                ///< still standing
    std::optional<domain::TextRange> selection;///< what stands, to copy or to mark with a key
};

/// A document page in a scrolled pane. Ids: `<id>/page` is the document, `<id>/marks/<mark id>` its marks. Keys on the page:
/// arrows go from word to word, Shift selects (while picking: cells of a column), Enter takes the selection (or picks), Esc
/// drops it. PageUp, PageDown, + − 0 and M are the screen's.
PageViewResult page_view(Ui& ui, std::string_view id, const Rect& view, const PageViewSpec& spec);
/// Drops what is selected in that view.
void clear_page_selection(Ui& ui, std::string_view id);

/// The zoom at which the sheet fills the width, or (`text_block`) at which the paper's margins are cut away.
[[nodiscard]] float fit_zoom(float view_width, bool text_block = false);

/// A piece of a page round a passage, to look at: in a frame, the passage lit. `zoom` 0: as wide as the text.
void page_extract(Ui& ui, const Rect& r, const domain::Page& page, domain::TextRange passage, float zoom = 0);

/// The same of a picture page: the piece of the picture round an area, as large as fits, the area in a box.
void picture_extract(Ui& ui, const Rect& r, TextureId picture, const domain::Picture& size, const domain::Area& area);

/// What is written on a page, without the paper below it, as wide as a rectangle: `page_figure_height` tells how high. One
/// passage is lit, others are underlined. `place_in_figure` tells where
/// something of it stands on the screen.
[[nodiscard]] float page_figure_height(Ui& ui, float width, const domain::Page& page);
void page_figure(Ui& ui, const Rect& r, const domain::Page& page, std::span<const domain::TextRange> lit,
                 std::span<const domain::TextRange> underlined);
[[nodiscard]] Rect place_in_figure(Ui& ui, const Rect& r, const domain::Page& page, domain::TextRange range);

/// A thumbnail (52×73 in the design): grey lines where words stand. `mark_count` in a corner, none for 0. True when pressed.
bool page_thumb(Ui& ui, std::string_view id, const Rect& r, const domain::Page& page, bool shown, int mark_count,
                std::string_view label);
/// The same to look at, for a card.
void page_miniature(Ui& ui, const Rect& r, const domain::Page& page);

/// The page's layout, kept between frames (pages of a case do not change).
[[nodiscard]] const PageLayout& layout_of(Ui& ui, const domain::Page& page);

/// Draws a sheet with its corner at `origin`: paper, words, signatures, stamps. No marks.
void draw_sheet(Ui& ui, const domain::Page& page, const PageLayout& layout, Vec origin, float zoom);
void draw_paper(Ui& ui, const Rect& r);

} // namespace timbang::ui
