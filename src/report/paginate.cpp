#include "report/layout.h"

namespace timbang::report {
namespace {

void put(Sheet& sheet, const Fragment& fragment, double y) {
    for (Op op : fragment.ops) {
        op.x += kMarginX;
        op.y += y;
        for (auto& [px, py] : op.path) {
            px += kMarginX;
            py += y;
        }
        sheet.ops.push_back(std::move(op));
    }
    for (const Bookmark& mark : fragment.bookmarks) sheet.bookmarks.emplace_back(mark, y);
}

/// Height of what follows `from` and is glued together, itself included, without the room above the first.
double glued_height(const std::vector<Fragment>& list, std::size_t from, double most) {
    double height = list[from].height;
    for (std::size_t i = from; list[i].glue && i + 1 < list.size() && !list[i + 1].new_sheet && height <= most; ++i)
        height += list[i + 1].before + list[i + 1].height;
    return height;
}

} // namespace

std::vector<Sheet> paginate(const Fragments& fragments) {
    constexpr double kEnd = kSheetHeight - kBottom;
    std::vector<Sheet> sheets(1);
    double y = kTop;
    bool at_top = true;
    for (std::size_t i = 0; i < fragments.list.size(); ++i) {
        const Fragment& fragment = fragments.list[i];
        const Fragment* head = fragment.head < 0 ? nullptr : &fragments.heads[static_cast<std::size_t>(fragment.head)];
        const double together = glued_height(fragments.list, i, kHighest);
        const double before = at_top ? 0 : fragment.before;
        // What is higher than a sheet begins where it stands, piece by piece.
        const double needed = together <= kHighest - (head ? head->height : 0) ? together : fragment.height;
        if (!at_top && (fragment.new_sheet || y + before + needed > kEnd + 1e-6)) {
            sheets.emplace_back();
            y = kTopNext;
            if (head && !fragment.new_sheet) {
                put(sheets.back(), *head, y);
                y += head->height;
            }
        } else {
            y += before;
        }
        put(sheets.back(), fragment, y);
        y += fragment.height;
        at_top = false;
    }
    return sheets;
}

} // namespace timbang::report
