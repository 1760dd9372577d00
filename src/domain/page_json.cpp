#include "domain/page_json.h"

#include <array>

#include <nlohmann/json.hpp>

namespace timbang::domain {
namespace {

using Json = nlohmann::json;

constexpr std::array<const char*, 13> kBlocks = {"heading",    "paragraph", "list-item", "table", "letterhead",
                                                 "title",      "letter-head", "signature", "stamp", "barcode",
                                                 "photo",      "handwriting", "foot"};
constexpr std::array<const char*, 6> kSymbols = {"", "coat-of-arms", "signature", "initials", "barcode", "blank"};
constexpr std::array<const char*, 3> kAligns = {"left", "centre", "right"};

template <std::size_t N, class Enum> const char* name(const std::array<const char*, N>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

Json range_json(TextRange range) { return Json::array({range.begin, range.end}); }

Json runs_json(const std::vector<Run>& runs) {
    Json list = Json::array();
    for (const Run& run : runs) {
        Json json = {{"range", range_json(run.range)}};
        if (run.bold) json["bold"] = true;
        if (run.symbol != Symbol::None) json["symbol"] = name(kSymbols, run.symbol);
        list.push_back(std::move(json));
    }
    return list;
}

Json row_json(const Row& row) {
    Json cells = Json::array();
    for (const Cell& cell : row.cells)
        cells.push_back({{"runs", runs_json(cell.runs)}, {"align", name(kAligns, cell.align)}});
    return {{"cells", std::move(cells)}, {"header", row.header}, {"range", range_json(row.range)}};
}

Json block_json(const Block& block) {
    Json json = {{"kind", name(kBlocks, block.kind)}, {"range", range_json(block.range)}};
    if (block.level != 0) json["level"] = block.level;
    if (block.align != Align::Left) json["align"] = name(kAligns, block.align);
    if (!block.marker.empty()) json["marker"] = block.marker;
    for (const Line& line : block.lines) json["lines"].push_back(runs_json(line.runs));
    for (const Row& row : block.rows) json["rows"].push_back(row_json(row));
    return json;
}

} // namespace

Json to_json(const Page& page) {
    Json json = {{"text", page.text}, {"units", Json::array()}, {"blocks", Json::array()}};
    for (const TextRange unit : page.units) json["units"].push_back(range_json(unit));
    for (const Block& block : page.blocks) json["blocks"].push_back(block_json(block));
    if (page.picture)
        json["picture"] = {
            {"path", page.picture->path}, {"width", page.picture->width}, {"height", page.picture->height}};
    return json;
}

} // namespace timbang::domain
