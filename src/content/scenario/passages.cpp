#include <algorithm>

#include "base/utf8.h"
#include "content/format/shapes.h"
#include "content/scenario/near_quote.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using domain::Passage;
using domain::TextRange;
using yaml::Fields;
using yaml::Node;

namespace {

constexpr int kMostSearches = 50; // the search for what was meant takes its time

std::optional<domain::Area> read_area(Reading& reading, const Node& node, const domain::Page& page) {
    constexpr int kWhole = 1000;
    const auto items = yaml::as_list(node, reading.findings);
    if (items.size() != 4) {
        yaml::add_bad_value(reading.findings, node, "area");
        return std::nullopt;
    }
    int values[4] = {0, 0, 0, 0};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto value = yaml::as_whole(*items[i], i < 2 ? 0 : 1, kWhole, reading.findings);
        if (!value) return std::nullopt;
        values[i] = *value;
    }
    const domain::Area area{values[0], values[1], values[2], values[3]};
    if (area.x + area.width > kWhole || area.y + area.height > kWhole || !page.picture) {
        yaml::add_bad_value(reading.findings, node, page.picture ? "area" : "area-of-picture");
        return std::nullopt;
    }
    return area;
}

/// Whether the quote stands on one page of the document alone, and once there.
bool stands_once(const domain::Evidence& document, const std::string& quote) {
    std::size_t count = 0;
    for (const domain::EvidencePage& page : document.pages) count += domain::find_quote(page.page, quote).size();
    return count == 1;
}

/// Where the quote stands instead, for the message: "halaman 3" of the same document, or the words most like it.
void report_not_found(Reading& reading, const Node& node, const Node* page_node,
                      const domain::Evidence& document, int page, const std::string& quote) {
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        if (domain::find_quote(document.pages[i].page, quote).empty()) continue;
        const std::size_t before = reading.findings.size();
        yaml::add_error(reading.findings, node.span(), "quote-not-found",
                        {{"quote", quote}, {"in", document.id}, {"page", std::int64_t{page}},
                         {"near", base::Key{"finding.quote-on-other-page"}},
                         {"other", static_cast<std::int64_t>(i + 1)}});
        if (page_node != nullptr && reading.findings.size() > before && stands_once(document, quote))
            reading.findings.back().fix = base::Fix{page_node->span(), std::to_string(i + 1)};
        return;
    }
    const bool search = ++reading.near_searches <= kMostSearches;
    const std::string near =
        !search ? "" : nearest_quote(document.pages[static_cast<std::size_t>(page - 1)].page, quote);
    yaml::add_error(reading.findings, node.span(), "quote-not-found",
                    {{"quote", quote}, {"in", document.id}, {"page", std::int64_t{page}},
                     {"near", yaml::near_arg(near)}, {"other", std::int64_t{0}}});
}

void resolve_quote(Reading& reading, const Node& node, const Node* page_node, Passage& passage) {
    const domain::Evidence& document = reading.scenario.evidence[static_cast<std::size_t>(passage.evidence)];
    const domain::Page& page = document.pages[static_cast<std::size_t>(passage.page - 1)].page;
    if (page.text.empty()) return; // the page itself was reported
    passage.ranges = domain::find_quote(page, passage.quote);
    if (passage.ranges.empty()) {
        report_not_found(reading, node, page_node, document, passage.page, passage.quote);
    } else if (passage.ranges.size() > 1 && !passage.each) {
        yaml::add_error(reading.findings, node.span(), "quote-ambiguous",
                        {{"quote", passage.quote}, {"in", document.id}, {"page", std::int64_t{passage.page}},
                         {"count", static_cast<std::int64_t>(passage.ranges.size())}});
    }
}

/// The page number; 0 when there is none, -1 when it cannot be.
int read_page_number(Reading& reading, Fields& fields, const domain::Evidence& document, PassageForm form) {
    const auto pages = static_cast<int>(document.pages.size());
    const Node* node = fields.find("page");
    if (node == nullptr && form == PassageForm::MayBeWide) return 0;
    if (node == nullptr && pages == 1) return 1;
    if (node == nullptr) {
        static_cast<void>(fields.need("page"));
        return -1;
    }
    const auto page = fields.whole_in(*node, "page");
    if (page && *page >= 1 && *page <= pages) return *page;
    if (page)
        yaml::add_error(reading.findings, node->span(), "unknown-page",
                        {{"page", std::int64_t{*page}}, {"in", document.id}, {"pages", std::int64_t{pages}}});
    return -1;
}

} // namespace

std::optional<Passage> read_passage(Reading& reading, Fields& fields, PassageForm form) {
    Passage passage;
    const Node* document = fields.find("in");
    const Node* quote = fields.find("quote");
    const Node* area = fields.find("area");
    passage.each = fields.flag("each");
    if (document != nullptr)
        passage.evidence = place_of(reading, *document, reading.names.evidence, "unknown-evidence");
    if (passage.evidence < 0 || passage.evidence >= static_cast<int>(reading.scenario.evidence.size())) {
        static_cast<void>(fields.find("page"));
        return std::nullopt;
    }
    const auto& evidence = reading.scenario.evidence[static_cast<std::size_t>(passage.evidence)];
    passage.page = read_page_number(reading, fields, evidence, form);
    if (passage.page < 0) return std::nullopt;
    if (passage.page == 0) {
        if (quote == nullptr && area == nullptr) return passage;
        static_cast<void>(fields.need("page"));
        return std::nullopt;
    }
    if (quote != nullptr) {
        const auto words = yaml::as_word(*quote, reading.findings);
        if (!words) return std::nullopt;
        if (yaml::cut_by_comment(*quote))
            yaml::add_error(reading.findings, quote->span(), "text-cut",
                            {{"what", base::Key{"finding.text-cut-comment"}}});
        passage.quote = base::fold_spaces(*words);
        resolve_quote(reading, *quote, fields.find("page"), passage);
    }
    if (area != nullptr)
        passage.area = read_area(reading, *area, evidence.pages[static_cast<std::size_t>(passage.page - 1)].page);
    if (quote == nullptr && area == nullptr && form == PassageForm::Exact) static_cast<void>(fields.need("quote"));
    return passage;
}

std::vector<Passage> read_passages(Reading& reading, const Node* node, std::vector<yaml::Stretch>* places) {
    std::vector<Passage> passages;
    if (node == nullptr) return passages;
    for (const Node* item : yaml::as_list(*node, reading.findings)) {
        Fields one(*item, reading.findings, format::kPassage);
        auto passage = read_passage(reading, one, PassageForm::Exact);
        one.finish();
        if (!passage) continue;
        passages.push_back(std::move(*passage));
        if (places != nullptr) places->push_back(item->span());
    }
    return passages;
}

} // namespace timbang::content
