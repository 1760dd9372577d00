#include <algorithm>

#include "domain/comparison.h"

namespace timbang::domain {
namespace {

constexpr long long kTimesPassage = 4; // a mark may be this much longer than the passage
constexpr long long kPageShare = 3;    // and cover at most one part in so many of the page
constexpr long long kSheet = 1000LL * 1000LL;

bool words_hit(const Page& page, TextRange mark, const std::vector<TextRange>& passage) {
    if (std::none_of(passage.begin(), passage.end(), [&](TextRange range) { return mark.overlaps(range); }))
        return false;
    long long length = 0;
    long long units = 0;
    TextRange last_unit;
    for (const TextRange range : passage) {
        length += range.length();
        const TextRange unit = unit_at(page, range.begin);
        // Several occurrences in one row make the row count once; ranges stand in reading order.
        if (!(unit == last_unit)) units += unit.length();
        last_unit = unit;
    }
    const long long marked = mark.length();
    return marked <= std::max(kTimesPassage * length, units) &&
           marked * kPageShare <= static_cast<long long>(page.text.size());
}

bool area_hits(const Area& mark, const Area& passage) {
    return mark.overlaps(passage) && mark.size() <= kTimesPassage * passage.size() &&
           mark.size() * kPageShare <= kSheet;
}

} // namespace

bool mark_hits(const Scenario& scenario, const Mark& mark, const Passage& passage) {
    if (mark.evidence != passage.evidence || mark.page != passage.page) return false;
    const Page* page = scenario.page(mark.evidence, mark.page);
    if (page == nullptr) return false;
    if (mark.area) return passage.area && area_hits(*mark.area, *passage.area);
    return words_hit(*page, mark.range, passage.ranges);
}

} // namespace timbang::domain
