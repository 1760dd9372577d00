#include "report/page_parts.h"

namespace timbang::report {
namespace {

double height_of(const std::vector<Fragment>& list) {
    double height = 0;
    for (const Fragment& fragment : list) height += fragment.before + fragment.height;
    return height;
}

/// The page at the first of these sizes at which it fits on one sheet, else at the last.
Fragments fitted(const domain::Page& page, double room, const Advance& advance) {
    for (const double scale : {1.0, 0.94, 0.88, 0.82, 0.76}) {
        Fragments made;
        Make make{made, advance};
        PageLayout(page, {true, scale}, make).lay();
        if (height_of(made.list) <= room || scale < 0.8) return made;
    }
    return {};
}

void lay_picture(const Picture& picture, double room, Make& make) {
    if (picture.width <= 0 || picture.height <= 0) return;
    const double scale = std::min(kWidth / picture.width, room / picture.height);
    Fragment& fragment = make.add(picture.height * scale, 4);
    Op op;
    op.kind = Op::Kind::Image;
    op.w = picture.width * scale;
    op.h = picture.height * scale;
    op.x = (kWidth - op.w) / 2;
    op.picture = &picture;
    fragment.ops.push_back(std::move(op));
    box(fragment, (kWidth - picture.width * scale) / 2, 0, picture.width * scale, fragment.height, Ink::Rule, 0.5);
}

} // namespace

void lay(const EvidencePage& page, Make& make) {
    const auto label = make.lines(page.label, Face::Sans, kSmallSize, kWidth * 0.3).front();
    const auto title = make.lines(page.title, Face::SansBold, 9, kWidth - label.width - 16);
    Fragment& head = make.add(13 * static_cast<double>(title.size()) + 6, 0, true);
    for (std::size_t i = 0; i < title.size(); ++i)
        put_line(head, title[i], 0, 13 * static_cast<double>(i), 9, 13, Ink::Text);
    put_line(head, label, 0, 0, kSmallSize, 13, Ink::Quiet, Align::Right, kWidth);
    fill(head, 0, head.height - 3, kWidth, 0.5, Ink::Rule);
    head.new_sheet = true;
    head.bookmarks.push_back({2, drawable(page.title)});
    const double room = kHighest - head.height - 10;
    if (page.picture) {
        lay_picture(*page.picture, room, make);
        return;
    }
    if (!page.page) return;
    Fragments made = fitted(*page.page, room, make.advance);
    const auto first_head = static_cast<int>(make.out.heads.size());
    for (Fragment& one : made.heads) make.out.heads.push_back(std::move(one));
    for (Fragment& one : made.list) {
        if (one.head >= 0) one.head += first_head;
        make.out.list.push_back(std::move(one));
    }
}

void lay(const Prose& prose, Make& make) {
    if (prose.page) PageLayout(*prose.page, {false, 0.95}, make).lay();
}

} // namespace timbang::report
