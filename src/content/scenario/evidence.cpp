#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/pages.h"
#include "content/picture.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using yaml::Fields;
using yaml::Node;

namespace {

constexpr std::size_t kMaxPages = 2000;

bool ends_with(std::string_view path, std::string_view ending) {
    return path.size() > ending.size() && base::fold_case(path.substr(path.size() - ending.size())) == ending;
}

std::optional<domain::Page> read_picture_page(Reading& reading, const Node& node) {
    const std::string path(node.text);
    auto file = reading.files.bytes(path, kMaxPictureBytes, node.span(), reading.findings);
    std::optional<domain::Page> page;
    if (file) {
        const auto size = picture_size(file->bytes);
        if (!size) yaml::add_error(reading.findings, {file->shown, 1, 1, 0, 0}, size.error().code, size.error().args);
        page.emplace();
        page->picture = domain::Picture{file->shown, size ? size->width : 0, size ? size->height : 0};
    }
    if (const auto* words = reading.files.text(path + ".md", node.span(), reading.findings)) {
        domain::Page text = parse_markdown_page(words->text());
        if (page) text.picture = std::move(page->picture);
        page = std::move(text);
    } else {
        page.reset();
    }
    return page;
}

std::optional<domain::Page> read_page(Reading& reading, const Node& node) {
    if (!yaml::as_word(node, reading.findings)) return std::nullopt;
    const std::string path(node.text);
    if (ends_with(path, ".png") || ends_with(path, ".jpg") || ends_with(path, ".jpeg"))
        return read_picture_page(reading, node);
    if (!ends_with(path, ".md") && !ends_with(path, ".csv")) {
        if (reading.files.inside(path, node.span(), reading.findings))
            yaml::add_bad_value(reading.findings, node, "page-file");
        return std::nullopt;
    }
    const auto* source = reading.files.text(path, node.span(), reading.findings);
    if (source == nullptr) return std::nullopt;
    return ends_with(path, ".csv") ? parse_csv_page(source->text()) : parse_markdown_page(source->text());
}

void read_pages(Reading& reading, Fields& one, domain::Evidence& evidence, std::vector<yaml::Stretch>& places) {
    const Node* pages = one.find("pages");
    if (pages == nullptr) return;
    auto items = yaml::as_list(*pages, reading.findings);
    if (items.empty() || items.size() > kMaxPages) yaml::add_bad_value(reading.findings, *pages, "pages");
    items.resize(std::min(items.size(), kMaxPages));
    for (const Node* item : items) {
        auto page = read_page(reading, *item);
        evidence.pages.push_back({std::string(item->text), page ? std::move(*page) : domain::Page{}});
        places.push_back(item->span());
    }
}

} // namespace

void read_evidence(Reading& reading, Fields& fields) {
    std::vector<std::string> seen;
    const Node* list = fields.find("evidence");
    if (list == nullptr) return;
    for (const Node* item : yaml::as_list(*list, reading.findings)) {
        Fields one(*item, reading.findings, format::kEvidence);
        domain::Evidence evidence;
        std::vector<yaml::Stretch> pages;
        evidence.id = one.id("id");
        evidence.title = one.text("title");
        evidence.kind = one.word("kind");
        evidence.hidden = one.flag("hidden");
        read_pages(reading, one, evidence, pages);
        one.finish();
        if (!is_new_id(seen, evidence.id, *item, reading.findings)) continue;
        reading.places.evidence.push_back(item->span());
        reading.places.pages.push_back(std::move(pages));
        reading.scenario.evidence.push_back(std::move(evidence));
    }
    reading.names.evidence = std::move(seen); // in the places that the list has
}

} // namespace timbang::content
