#include "domain/marking.h"

#include <algorithm>

namespace timbang::domain {
namespace {

constexpr int kSheet = 1000; // an area counts in thousandths of the sheet

bool starts_code_point(const std::string& text, std::uint32_t offset) {
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0u) != 0x80u;
}

bool fits_words(const Page& page, TextRange range) {
    return range.begin < range.end && range.end <= page.text.size() && starts_code_point(page.text, range.begin) &&
           starts_code_point(page.text, range.end);
}

bool fits_sheet(const Area& area) {
    return area.x >= 0 && area.y >= 0 && area.width > 0 && area.height > 0 && area.x <= kSheet && area.y <= kSheet &&
           area.width <= kSheet - area.x && area.height <= kSheet - area.y;
}

template <class Marks> auto find_in(Marks& marks, int id) {
    const auto it =
        std::lower_bound(marks.begin(), marks.end(), id, [](const Mark& mark, int wanted) { return mark.id < wanted; });
    return it != marks.end() && it->id == id ? it : marks.end();
}

} // namespace

bool mark_fits(const Scenario& scenario, const Mark& mark) {
    if (mark.task < 0 || static_cast<std::size_t>(mark.task) >= scenario.tasks.size()) return false;
    const Page* page = scenario.page(mark.evidence, mark.page);
    if (page == nullptr) return false;
    return mark.area ? page->picture.has_value() && fits_sheet(*mark.area) : fits_words(*page, mark.range);
}

std::vector<Mark>::iterator find_mark(std::vector<Mark>& marks, int id) { return find_in(marks, id); }
std::vector<Mark>::const_iterator find_mark(const std::vector<Mark>& marks, int id) { return find_in(marks, id); }

} // namespace timbang::domain
