#include "content/workbook/bands.h"

namespace timbang::content::workbook {

using yaml::Node;
using yaml::Way;

namespace {

constexpr std::size_t kScore = 1, kBound = 2, kFirstEnd = 3, kLastEnd = 6, kLevelId = 7, kLevelEn = 8;

/// The rows of one scale, at `way`.
void add_scale(const SheetSpec& sheet, const std::string& owner, const Node& holder, std::vector<Row>& rows) {
    for (const char* form : {"bands", "ranges", "levels"}) {
        const Node* const scale = holder.get(form);
        if (scale == nullptr || !scale->is_mapping()) continue;
        for (std::size_t i = 0; i < scale->keys.size(); ++i) {
            Row row;
            row.cells.assign(sheet.columns.size(), "");
            row.cells[0] = owner;
            row.cells[kScore] = std::string(scale->keys[i].text);
            const Node& value = scale->items[i];
            if (std::string_view(form) == "bands")
                row.cells[kBound] = show(&value, sheet.columns[kBound]);
            else if (std::string_view(form) == "ranges")
                for (std::size_t end = kFirstEnd; end <= kLastEnd; ++end)
                    row.cells[end] = show(value.get(sheet.columns[end].key), sheet.columns[end]);
            else
                for (std::size_t text = kLevelId; text <= kLevelEn; ++text)
                    row.cells[text] = show(&value, sheet.columns[text]);
            rows.push_back(std::move(row));
        }
    }
}

std::string form_of(const Row& row) {
    const bool bound = !row.cell(kBound).empty();
    bool range = false;
    for (std::size_t end = kFirstEnd; end <= kLastEnd; ++end)
        range |= !row.cell(end).empty();
    const bool level = !row.cell(kLevelId).empty() || !row.cell(kLevelEn).empty();
    if (bound + range + level != 1) return {};
    return bound ? "bands" : range ? "ranges" : "levels";
}

yaml::Value step_value(const SheetSpec& sheet, const Row& row, const std::string& form) {
    if (form == "bands") return yaml::word(row.cell(kBound));
    if (form == "levels") return yaml::both({row.cell(kLevelId), row.cell(kLevelEn)});
    std::vector<std::pair<std::string, yaml::Value>> ends;
    for (std::size_t end = kFirstEnd; end <= kLastEnd; ++end)
        if (!row.cell(end).empty()) ends.emplace_back(std::string(sheet.columns[end].key), yaml::word(row.cell(end)));
    return yaml::map(std::move(ends));
}

yaml::Value scale_value(const SheetSpec& sheet, const std::vector<Row>& rows, const std::string& form) {
    std::vector<std::pair<std::string, yaml::Value>> steps;
    for (const Row& row : rows)
        steps.emplace_back(row.cell(kScore), step_value(sheet, row, form));
    return yaml::map(std::move(steps));
}

bool same_scores(const std::vector<Row>& a, const std::vector<Row>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].cell(kScore) != b[i].cell(kScore)) return false;
    return true;
}

} // namespace

std::vector<Row> band_rows(const SheetSpec& sheet, const Documents& documents) {
    std::vector<Row> rows;
    const yaml::Editor& root = documents.root();
    if (const Node* const scales = root.at({"scales"}); scales != nullptr && scales->is_mapping())
        for (std::size_t i = 0; i < scales->keys.size(); ++i)
            add_scale(sheet, std::string(scales->keys[i].text), scales->items[i], rows);
    if (const Node* const indicators = root.at({"indicators"}); indicators != nullptr && indicators->is_sequence())
        for (const Node& indicator : indicators->items)
            if (const Node* const code = indicator.get("code"))
                add_scale(sheet, std::string(code->text), indicator, rows);
    return rows;
}

std::vector<std::pair<std::string, std::vector<Row>>> by_scale(const std::vector<Row>& rows) {
    std::vector<std::pair<std::string, std::vector<Row>>> scales;
    for (const Row& row : rows) {
        std::vector<Row>* found = nullptr;
        for (auto& [owner, owned] : scales)
            if (owner == row.cell(0)) found = &owned;
        if (found == nullptr) found = &scales.emplace_back(row.cell(0), std::vector<Row>()).second;
        found->push_back(row);
    }
    return scales;
}

bool good_scale(const std::vector<Row>& rows, const Entered& where, CellFindings& findings) {
    bool good = true;
    const std::string form = form_of(rows.front());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Entered at = where;
        at.place = {rows[i].at.row, 0};
        const auto refuse = [&](const char* code) {
            findings.add(base::Severity::Error, code, at, rows[i].cell(0) + " " + rows[i].cell(kScore),
                         {{"expected", base::Key{"workbook.expected-band"}}});
            good = false;
        };
        if (form_of(rows[i]).empty())
            refuse("band-incomplete");
        else if (form_of(rows[i]) != form)
            refuse("band-mixed");
        if (rows[i].cell(kLevelId).empty() != rows[i].cell(kLevelEn).empty()) refuse("row-missing-language");
        for (std::size_t k = 0; k < i; ++k)
            if (rows[k].cell(kScore) == rows[i].cell(kScore)) refuse("row-twice");
    }
    return good;
}

base::Status apply_scale(const SheetSpec& sheet, yaml::Editor& editor, const Way& holder,
                         const std::vector<Row>& before, const std::vector<Row>& after, const yaml::Order& order) {
    const std::string form = after.empty() ? "" : form_of(after.front());
    const std::string old_form = before.empty() ? "" : form_of(before.front());
    Way way = holder;
    if (!old_form.empty() && old_form != form) {
        way.emplace_back(old_form);
        if (base::Status removed = editor.remove(way); !removed) return removed;
        way.pop_back();
    }
    if (form.empty()) return {};
    way.emplace_back(form);
    if (old_form != form || !same_scores(before, after)) return editor.set(way, scale_value(sheet, after, form), order);
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (before[i].cells == after[i].cells) continue;
        Way step = way;
        step.emplace_back(after[i].cell(kScore));
        const base::Status done = form == "levels"
                                      ? editor.set_text(step, {after[i].cell(kLevelId), after[i].cell(kLevelEn)})
                                      : editor.set(step, step_value(sheet, after[i], form));
        if (!done) return done;
    }
    return {};
}

} // namespace timbang::content::workbook
