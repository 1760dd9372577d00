#include <algorithm>

#include "ui/kit/page_view.h"
#include "ui/screens/lesson/pieces.h"

namespace timbang::ui::lesson {

namespace {

constexpr float kPage = 330, kGap = 24, kBar = 3, kBeside = 620, kBetween = 10;

void write_callout(Column& column, const app::LessonFigure::Callout& callout) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    Column words(ui, {column.x() + 18, column.y(), column.width() - 18, 0}, column.drawing());
    words.para(callout.title, type::k15m, t.text);
    words.gap(2);
    words.para(callout.text, type::k13, t.text2);
    const Rect r = column.take(words.used() + 4);
    if (column.drawing()) ui.draw().fill({r.x, r.y, kBar, r.h}, callout.main ? t.ret : t.line2);
}

std::vector<domain::TextRange> ranges_of(const app::LessonFigure& figure, int page, bool main) {
    std::vector<domain::TextRange> all;
    for (const app::LessonFigure::Callout& callout : figure.callouts)
        if (callout.page == page && callout.main == main)
            all.insert(all.end(), callout.ranges.begin(), callout.ranges.end());
    return all;
}

/// Where each page stands, one below the other.
std::vector<Rect> places_of(Ui& ui, float x, float y, float wide, const app::LessonFigure& figure) {
    std::vector<Rect> places;
    for (const domain::Page* page : figure.pages) {
        places.push_back({x, y, wide, page_figure_height(ui, wide, *page)});
        y = places.back().bottom() + kBetween;
    }
    return places;
}

void draw_pages(Ui& ui, const std::vector<Rect>& places, const app::LessonFigure& figure) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto number = static_cast<int>(i);
        const std::vector<domain::TextRange> lit = ranges_of(figure, number, true), lines = ranges_of(figure, number, false);
        ui.item("page-" + std::to_string(number), places[i], {.role = Role::Figure, .label = figure.title, .focusable = false});
        page_figure(ui, places[i], *figure.pages[i], lit, lines);
    }
}

/// Each callout as high as its place on the page, below the one before where they would touch.
void write_beside(Column& column, const app::LessonFigure& figure, const std::vector<Rect>& places) {
    Ui& ui = column.ui();
    for (const app::LessonFigure::Callout& callout : figure.callouts) {
        const auto page = static_cast<std::size_t>(callout.page);
        if (!callout.ranges.empty() && page < places.size()) {
            const float at = place_in_figure(ui, places[page], *figure.pages[page], callout.ranges.front()).y - 4;
            if (at > column.y()) column.gap(at - column.y());
        }
        write_callout(column, callout);
        column.gap(14);
    }
}

} // namespace

void write_figure(Column& column, const app::LessonFigure& figure) {
    if (figure.pages.empty()) return;
    Ui& ui = column.ui();
    const bool beside = column.width() >= kBeside;
    const float wide = beside ? kPage : std::min(column.width(), 480.0F);
    const std::vector<Rect> places = places_of(ui, column.x(), column.y(), wide, figure);
    if (column.drawing()) draw_pages(ui, places, figure);
    const float high = places.back().bottom() - column.y();
    if (beside) {
        const float left = places.front().right() + kGap;
        Column words(ui, {left, column.y(), column.x() + std::min(column.width(), 720.0F) - left, 0}, column.drawing());
        write_beside(words, figure, places);
        column.gap(std::max(high, words.used()));
        return;
    }
    column.gap(high + 14);
    for (const app::LessonFigure::Callout& callout : figure.callouts) {
        write_callout(column, callout);
        column.gap(12);
    }
}

} // namespace timbang::ui::lesson
