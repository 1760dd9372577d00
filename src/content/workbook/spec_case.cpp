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

Column code_column() {
    return {"code", Word, {}, NameSet::CaseIndicators, true, 10};
}

SheetSpec fields() {
    SheetSpec sheet{"case", Rows::Fields, false, {}, {}, {}, {}, -1};
    sheet.order = {"timbang",  "id",         "version",    "title",     "summary",     "framework",
                   "purpose",  "about",
                   "level",    "minutes",    "guided",     "synthetic", "calculator",  "notice",
                   "sources",  "district",   "assessment", "budget",    "facilitator", "panelists",
                   "evidence", "indicators", "actions",    "script"};
    auto& columns = sheet.columns;
    columns = {{"id", Word, {"id"}, NameSet::None, true}, {"version", Word, {"version"}, NameSet::None, true}};
    add_text(columns, "title-id", "title-en", {"title"}, true, 40);
    add_text(columns, "summary-id", "summary-en", {"summary"}, false, 40);
    add_text(columns, "notice-id", "notice-en", {"notice"}, false, 40);
    columns.push_back({"framework", Word, {"framework"}, NameSet::None, true});
    columns.push_back({"purpose", Word, {"purpose"}, NameSet::Purposes});
    columns.push_back({"about", Words, {"about"}, NameSet::Problems});
    columns.push_back({"level", Word, {"level"}, NameSet::Levels, true});
    columns.push_back({"minutes", Whole, {"minutes"}});
    columns.push_back({"budget", Whole, {"budget"}});
    columns.push_back({"district-name", Word, {"district", "name"}, NameSet::None, true});
    columns.push_back({"district-kind", Word, {"district", "kind"}});
    columns.push_back({"district-province", Word, {"district", "province"}});
    columns.push_back({"district-population", Whole, {"district", "population"}});
    columns.push_back({"year", Whole, {"assessment", "year"}, NameSet::None, true});
    columns.push_back({"data-year", Whole, {"assessment", "data_year"}, NameSet::None, true});
    return sheet;
}

SheetSpec evidence() {
    SheetSpec sheet{"evidence", Rows::Items, false, {"evidence"}, {}, {"id", "title", "kind", "hidden", "pages"}, {},
                    0};
    sheet.columns = {{"id", Word, {"id"}, NameSet::None, true, 20}};
    add_text(sheet.columns, "title-id", "title-en", {"title"}, true, 34);
    sheet.columns.push_back({"kind", Word, {"kind"}, NameSet::None, false, 12});
    sheet.columns.push_back({"hidden", Flag, {"hidden"}, NameSet::None, false, 12});
    sheet.columns.push_back({"pages", Words, {"pages"}, NameSet::None, true, 44});
    return sheet;
}

// Keys of an indicator, those within its reference too.
yaml::Order task_order() {
    return {"code", "district", "evidence",  "reference", "verdict", "score",   "figure",      "value",
            "unit", "checklist", "holds",     "fails",   "rules",   "why",         "rests_on",
            "near", "problems",  "allowed",   "panel",   "replies", "facilitator", "anchor"};
}

SheetSpec indicators() {
    SheetSpec sheet{"indicators", Rows::Whole, false, {}, {}, task_order(), {}, 0};
    sheet.columns = {{"code", Word, {"code"}, NameSet::FrameworkIndicators, true, 10},
                     {"evidence", Words, {"evidence"}, NameSet::Evidence, true, 34},
                     {"anchor", Flag, {"anchor"}, NameSet::None, false, 12}};
    add_text(sheet.columns, "facilitator-id", "facilitator-en", {"facilitator"}, false, 50);
    sheet.columns.push_back({"district", Word, {"district"}, NameSet::None, false, 20});
    return sheet;
}

SheetSpec references() {
    SheetSpec sheet{"references", Rows::Whole, true, {}, {}, task_order(), {}, 0};
    auto& columns = sheet.columns;
    columns = {{"code", Word, {"code"}, NameSet::CaseIndicators, true, 10},
               {"verdict", Word, {"reference", "verdict"}, NameSet::Verdicts, false, 12},
               {"score", Whole, {"reference", "score"}, NameSet::Scores, false, 8},
               {"figure", Word, {"reference", "figure", "value"}, NameSet::None, false, 14},
               {"figure-unit", Word, {"reference", "figure", "unit"}, NameSet::None, false, 10},
               {"holds", Words, {"reference", "checklist", "holds"}, NameSet::Rules, false, 24},
               {"fails", Words, {"reference", "checklist", "fails"}, NameSet::Rules, false, 24},
               {"rules", Words, {"reference", "rules"}, NameSet::Rules, false, 20}};
    add_text(columns, "why-id", "why-en", {"reference", "why"}, true, 50);
    columns.push_back({"rests-on", Passages, {"reference", "rests_on"}, NameSet::Evidence, false, 44});
    columns.push_back({"allowed", Remarks, {"allowed"}, NameSet::Problems, false, 34});
    return sheet;
}

SheetSpec near() {
    SheetSpec sheet{"near", Rows::Places, true, {"near"}, {}, {"verdict", "score", "why"}, task_order(), -1};
    sheet.columns = {code_column(),
                     {"verdict", Word, {"verdict"}, NameSet::Verdicts, false, 12},
                     {"score", Whole, {"score"}, NameSet::Scores, false, 8}};
    add_text(sheet.columns, "why-id", "why-en", {"why"}, true, 50);
    return sheet;
}

SheetSpec problems() {
    SheetSpec sheet{"problems",   Rows::Places,
                    true,         {"problems"},
                    {},           {"type", "rule", "in", "page", "quote", "area", "each", "also", "or", "why"},
                    task_order(), -1};
    sheet.columns = {code_column(),
                     {"type", Word, {"type"}, NameSet::Problems, true, 18},
                     {"rule", Word, {"rule"}, NameSet::Rules, true, 16},
                     {"in", Word, {"in"}, NameSet::Evidence, true, 20},
                     {"page", Whole, {"page"}, NameSet::None, false, 10},
                     {"quote", Quote, {"quote"}, NameSet::None, false, 34},
                     {"each", Flag, {"each"}, NameSet::None, false, 12},
                     {"area", Words, {"area"}, NameSet::None, false, 14},
                     {"also", Passages, {"also"}, NameSet::Evidence, false, 44},
                     {"or", Words, {"or"}, NameSet::Problems, false, 18}};
    add_text(sheet.columns, "why-id", "why-en", {"why"}, true, 50);
    return sheet;
}

SheetSpec replies() {
    SheetSpec sheet{"replies", Rows::Places, true, {"replies"}, {}, {"when", "type", "rule", "why"}, task_order(), -1};
    sheet.columns = {code_column(),
                     {"when", When, {"when"}, NameSet::None, true, 26},
                     {"type", Word, {"type"}, NameSet::Problems, true, 18},
                     {"rule", Word, {"rule"}, NameSet::Rules, true, 16}};
    add_text(sheet.columns, "why-id", "why-en", {"why"}, true, 60);
    return sheet;
}

SheetSpec panelists() {
    SheetSpec sheet{"panelists", Rows::Items, false, {"panelists"}, {}, {"id", "role"}, {}, 0};
    sheet.columns = {{"id", Word, {"id"}, NameSet::None, true, 10}};
    add_text(sheet.columns, "role-id", "role-en", {"role"}, true, 40);
    return sheet;
}

SheetSpec panel() {
    SheetSpec sheet{"panel", Rows::Items, true, {"panel"}, {}, {"by", "verdict", "score", "why"}, task_order(), 1};
    sheet.columns = {code_column(),
                     {"by", Word, {"by"}, NameSet::Panelists, true, 10},
                     {"verdict", Word, {"verdict"}, NameSet::Verdicts, false, 12},
                     {"score", Whole, {"score"}, NameSet::Scores, false, 8}};
    add_text(sheet.columns, "why-id", "why-en", {"why"}, false, 50);
    return sheet;
}

} // namespace

std::vector<SheetSpec> case_sheets() {
    std::vector<SheetSpec> sheets{fields(),   evidence(), indicators(), references(), near(),
                                  problems(), replies(),  panelists(),  panel()};
    for (SheetSpec& sheet : sheets)
        if (!sheet.of_indicator) sheet.list_order = sheets.front().order;
    return sheets;
}

} // namespace timbang::content::workbook
