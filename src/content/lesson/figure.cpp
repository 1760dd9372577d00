#include <algorithm>

#include "base/utf8.h"
#include "content/format/shapes.h"
#include "content/lesson/reading.h"
#include "content/pages.h"
#include "content/scenario/near_quote.h"

namespace timbang::content {

using domain::LessonCallout;
using domain::LessonFigure;
using yaml::Fields;
using yaml::Node;

namespace {

constexpr std::size_t kMostPages = 2;

void read_pages(LessonReading& reading, Fields& fields, LessonFigure& figure) {
    const auto items = fields.list("pages");
    if (const Node* node = fields.node().get("pages"); node != nullptr && (items.empty() || items.size() > kMostPages))
        yaml::add_bad_value(reading.findings, *node, "lesson-pages");
    for (const Node* item : items) {
        if (!item->is_scalar()) {
            yaml::add_bad_value(reading.findings, *item, "page-text");
            continue;
        }
        figure.pages.push_back(parse_markdown_page(item->text));
        if (figure.pages.back().text.empty())
            yaml::add_error(reading.findings, item->span(), "empty-page",
                            {{"path", std::to_string(figure.pages.size())}});
    }
}

/// Where the quote stands; "quote-not-found", "quote-ambiguous".
void find_words_of(LessonReading& reading, const Node& node, const domain::Page& page, bool each,
                   LessonCallout& callout) {
    const auto words = yaml::as_word(node, reading.findings);
    if (!words) return;
    if (yaml::cut_by_comment(node))
        yaml::add_error(reading.findings, node.span(), "text-cut", {{"what", base::Key{"finding.text-cut-comment"}}});
    const std::string quote = base::fold_spaces(*words);
    const auto found = domain::find_quote(page, quote);
    const base::Args args{{"quote", quote},
                          {"in", reading.lesson.id},
                          {"page", std::int64_t{callout.page + 1}},
                          {"near", yaml::near_arg(found.empty() ? nearest_quote(page, quote) : "")},
                          {"other", std::int64_t{0}},
                          {"count", static_cast<std::int64_t>(found.size())}};
    if (found.empty()) yaml::add_error(reading.findings, node.span(), "quote-not-found", args);
    if (found.size() > 1 && !each) yaml::add_error(reading.findings, node.span(), "quote-ambiguous", args);
    callout.ranges.insert(callout.ranges.end(), found.begin(), found.end());
}

LessonCallout read_callout(LessonReading& reading, const Node& node, const LessonFigure& figure) {
    Fields fields(node, reading.findings, format::kLessonCallout);
    LessonCallout callout;
    const auto pages = static_cast<int>(figure.pages.size());
    bool there = pages > 0;
    if (const Node* page = fields.find("page")) {
        const auto number = fields.whole_in(*page, "page");
        there = number && *number <= pages;
        if (number && *number > pages)
            yaml::add_error(reading.findings, page->span(), "unknown-page",
                            {{"page", std::int64_t{*number}}, {"in", reading.lesson.id}, {"pages", std::int64_t{pages}}});
        if (there) callout.page = *number - 1;
    }
    const bool each = fields.flag("each");
    for (const Node* quote : fields.list("quotes"))
        if (there) find_words_of(reading, *quote, figure.pages[static_cast<std::size_t>(callout.page)], each, callout);
    std::sort(callout.ranges.begin(), callout.ranges.end(),
              [](domain::TextRange a, domain::TextRange b) { return a.begin < b.begin; });
    callout.key = fields.flag("key");
    callout.title = fields.both_languages("title");
    callout.text = fields.both_languages("text");
    fields.finish();
    return callout;
}

} // namespace

void read_figure(LessonReading& reading, const Node& node) {
    Fields fields(node, reading.findings, format::kLessonFigure);
    LessonFigure figure;
    figure.title = fields.both_languages("title");
    read_pages(reading, fields, figure);
    for (const Node* item : fields.list("callouts")) figure.callouts.push_back(read_callout(reading, *item, figure));
    fields.finish();
    reading.lesson.figure = std::move(figure);
}

} // namespace timbang::content
