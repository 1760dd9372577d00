#include "content/workbook/spec.h"

namespace timbang::content::workbook {

namespace {

using enum CellType;
using Way = yaml::Way;

void add_text(std::vector<Column>& columns, std::string_view id, std::string_view en, const Way& way, bool required,
              double width) {
    columns.push_back({id, TextId, way, NameSet::None, required, width});
    columns.push_back({en, TextEn, way, NameSet::None, required, width});
}

void add_origin(std::vector<Column>& columns, const Way& owner) {
    const auto within = [&](std::initializer_list<const char*> keys) {
        Way way = owner;
        way.insert(way.end(), keys.begin(), keys.end());
        return way;
    };
    columns.push_back({"source", Word, within({"reported", "source"}), NameSet::None, false, 30});
    columns.push_back({"round", Word, within({"reported", "round"}), NameSet::None, false, 14});
    columns.push_back({"practice", Flag, within({"practice"}), NameSet::None, false, 12});
}

yaml::Order file_order() {
    return {"timbang",       "kind",      "id",          "version",    "practice", "title",    "short",      "notice",
            "scales",        "certainty", "aggregation", "categories", "decide",   "verdicts", "checklists", "rules",
            "problem_types", "criteria",  "indicators"};
}

SheetSpec fields() {
    SheetSpec sheet{"framework", Rows::Fields, false, {}, {}, file_order(), file_order(), -1};
    auto& columns = sheet.columns;
    columns = {
        {"id", Word, {"id"}, NameSet::None, true}, {"version", Whole, {"version"}}, {"practice", Flag, {"practice"}}};
    add_text(columns, "title-id", "title-en", {"title"}, true, 40);
    add_text(columns, "short-id", "short-en", {"short"}, false, 30);
    add_text(columns, "notice-id", "notice-en", {"notice"}, false, 40);
    columns.push_back({"decide", Words, {"decide"}, NameSet::Parts});
    columns.push_back({"method", Word, {"aggregation", "method"}, NameSet::Methods, true});
    columns.push_back({"weight-structure", Whole, {"aggregation", "weights", "structure"}});
    columns.push_back({"weight-process", Whole, {"aggregation", "weights", "process"}});
    columns.push_back({"weight-outcome", Whole, {"aggregation", "weights", "outcome"}});
    columns.push_back({"within-type", Word, {"aggregation", "within_type"}});
    columns.push_back({"missing-type", Word, {"aggregation", "missing_type"}});
    columns.push_back({"over-criteria", Word, {"aggregation", "over_criteria"}});
    columns.push_back({"shown-with", Whole, {"aggregation", "shown_with"}});
    columns.push_back({"consensus", Whole, {"aggregation", "consensus"}});
    columns.push_back({"total-source", Word, {"aggregation", "reported", "source"}});
    columns.push_back({"total-round", Word, {"aggregation", "reported", "round"}});
    columns.push_back({"total-practice", Flag, {"aggregation", "practice"}});
    add_text(columns, "total-note-id", "total-note-en", {"aggregation", "note"}, false, 40);
    add_text(columns, "sure-1-id", "sure-1-en", {"certainty", "levels", "1"}, true, 30);
    add_text(columns, "sure-2-id", "sure-2-en", {"certainty", "levels", "2"}, true, 30);
    add_text(columns, "sure-3-id", "sure-3-en", {"certainty", "levels", "3"}, true, 30);
    columns.push_back({"marks-same", Words, {"certainty", "marks", "same"}});
    columns.push_back({"marks-different", Words, {"certainty", "marks", "different"}});
    return sheet;
}

SheetSpec items(std::string_view key, const char* list, yaml::Order order) {
    return {key, Rows::Items, false, {list}, {}, std::move(order), file_order(), 0};
}

SheetSpec criteria() {
    SheetSpec sheet = items("criteria", "criteria", {"id", "group", "name", "short", "sdg"});
    sheet.columns = {{"id", Word, {"id"}, NameSet::None, true, 10},
                     {"group", Word, {"group"}, NameSet::None, false, 24}};
    add_text(sheet.columns, "name-id", "name-en", {"name"}, true, 40);
    add_text(sheet.columns, "short-id", "short-en", {"short"}, false, 26);
    sheet.columns.push_back({"sdg", Words, {"sdg"}, NameSet::None, false, 14});
    return sheet;
}

SheetSpec indicators() {
    SheetSpec sheet = items("indicators", "indicators",
                            {"code", "criterion", "type", "title", "short", "asks", "unit", "figure", "owner",
                             "checklist", "scale", "bands", "ranges", "levels", "sdg", "reported", "practice"});
    auto& columns = sheet.columns;
    columns = {{"code", Word, {"code"}, NameSet::None, true, 10},
               {"criterion", Word, {"criterion"}, NameSet::Criteria, false, 10},
               {"indicator-type", Word, {"type"}, NameSet::Types, true, 12}};
    add_text(columns, "title-id", "title-en", {"title"}, true, 40);
    add_text(columns, "short-id", "short-en", {"short"}, false, 26);
    add_text(columns, "asks-id", "asks-en", {"asks"}, false, 40);
    columns.push_back({"unit", Word, {"unit"}, NameSet::None, false, 12});
    add_text(columns, "numerator-id", "numerator-en", {"figure", "numerator"}, false, 30);
    add_text(columns, "denominator-id", "denominator-en", {"figure", "denominator"}, false, 30);
    add_text(columns, "count-id", "count-en", {"figure", "count"}, false, 30);
    add_text(columns, "figure-owner-id", "figure-owner-en", {"figure", "owner"}, false, 24);
    add_text(columns, "owner-id", "owner-en", {"owner"}, false, 24);
    columns.push_back({"checklist", Words, {"checklist"}, NameSet::None, false, 14});
    columns.push_back({"scale", Word, {"scale"}, NameSet::Scales, false, 12});
    columns.push_back({"sdg", Words, {"sdg"}, NameSet::None, false, 14});
    add_origin(columns, {});
    return sheet;
}

SheetSpec bands() {
    SheetSpec sheet{"bands", Rows::Bands, false, {}, {}, {"from", "to", "above", "below"}, file_order(), 0};
    sheet.columns = {
        {"scale-of", Word, {}, NameSet::None, true, 12},   {"score", Whole, {}, NameSet::None, true, 8},
        {"bound", Number, {}, NameSet::None, false, 14},   {"from", Number, {}, NameSet::None, false, 12},
        {"to", Number, {}, NameSet::None, false, 12},      {"above", Number, {}, NameSet::None, false, 12},
        {"below", Number, {}, NameSet::None, false, 12},   {"level-id", TextId, {}, NameSet::None, false, 50},
        {"level-en", TextEn, {}, NameSet::None, false, 50}};
    return sheet;
}

SheetSpec checklists() {
    SheetSpec sheet{"checklists", Rows::Keys, false, {"checklists"}, {}, {}, file_order(), 0};
    sheet.columns = {{"checklist-name", Word, {}, NameSet::None, true, 16},
                     {"checklist-rules", Words, {}, NameSet::Rules, true, 70}};
    return sheet;
}

SheetSpec rules() {
    SheetSpec sheet = items("rules", "rules", {"id", "code", "level", "short", "text", "reported", "practice", "note"});
    sheet.columns = {{"id", Word, {"id"}, NameSet::None, true, 20},
                     {"rule-code", Word, {"code"}, NameSet::None, true, 8},
                     {"rule-level", Word, {"level"}, NameSet::RuleLevels, false, 12}};
    add_text(sheet.columns, "short-id", "short-en", {"short"}, true, 30);
    add_text(sheet.columns, "text-id", "text-en", {"text"}, true, 50);
    add_origin(sheet.columns, {});
    return sheet;
}

SheetSpec problem_types() {
    SheetSpec sheet =
        items("problem-types", "problem_types", {"id", "kind", "family", "rule", "practice", "name", "short", "text"});
    sheet.columns = {{"id", Word, {"id"}, NameSet::None, true, 20},
                     {"problem-kind", Word, {"kind"}, NameSet::ProblemKinds, true, 12},
                     {"family", Word, {"family"}, NameSet::None, true, 14},
                     {"rule", Word, {"rule"}, NameSet::Rules, true, 20}};
    add_text(sheet.columns, "name-id", "name-en", {"name"}, true, 30);
    add_text(sheet.columns, "short-id", "short-en", {"short"}, false, 26);
    add_text(sheet.columns, "text-id", "text-en", {"text"}, false, 50);
    sheet.columns.push_back({"practice", Flag, {"practice"}, NameSet::None, false, 12});
    return sheet;
}

SheetSpec categories() {
    SheetSpec sheet = items("categories", "categories", {"id", "from", "name", "reported", "practice", "note"});
    sheet.columns = {{"id", Word, {"id"}, NameSet::None, true, 16},
                     {"category-from", Number, {"from"}, NameSet::None, true, 14}};
    add_text(sheet.columns, "name-id", "name-en", {"name"}, true, 34);
    add_origin(sheet.columns, {});
    add_text(sheet.columns, "note-id", "note-en", {"note"}, false, 34);
    return sheet;
}

SheetSpec verdicts() {
    SheetSpec sheet{"verdicts", Rows::Keys, false, {"verdicts"}, {}, {"name", "text"}, file_order(), 0};
    sheet.columns = {{"verdict", Word, {}, NameSet::Verdicts, true, 12}};
    add_text(sheet.columns, "name-id", "name-en", {"name"}, true, 30);
    add_text(sheet.columns, "text-id", "text-en", {"text"}, false, 60);
    return sheet;
}

} // namespace

std::vector<SheetSpec> framework_sheets() {
    return {fields(), criteria(),      indicators(), bands(),   checklists(),
            rules(),  problem_types(), categories(), verdicts()};
}

} // namespace timbang::content::workbook
