#include "content/workbook/apply.h"

#include <algorithm>

#include "content/diff.h"

namespace timbang::content::workbook {

using yaml::Value;
using yaml::Way;

namespace {

constexpr std::size_t npos = static_cast<std::size_t>(-1);

bool equal(const Row& a, const Row& b) {
    for (std::size_t i = 0; i < b.cells.size(); ++i)
        if (b.cells[i] && a.cell(i) != *b.cells[i]) return false;
    return true;
}

/// Puts a value into nested mappings.
void put(Value& root, const Way& way, Value value) {
    Value* at = &root;
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
        const auto found = std::find(at->keys.begin(), at->keys.end(), way[i].key);
        if (found == at->keys.end()) {
            at->keys.push_back(way[i].key);
            at->items.push_back(yaml::map({}));
            at = &at->items.back();
        } else {
            at = &at->items[static_cast<std::size_t>(found - at->keys.begin())];
        }
    }
    at->keys.push_back(way.back().key);
    at->items.push_back(std::move(value));
}

Value sorted(const Value& made, const yaml::Order& order) {
    std::vector<std::pair<std::string, Value>> entries;
    for (std::size_t i = 0; i < made.keys.size(); ++i)
        entries.emplace_back(made.keys[i], made.items[i]);
    const auto place = [&](const std::string& key) {
        return std::find(order.begin(), order.end(), key) - order.begin();
    };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const auto& a, const auto& b) { return place(a.first) < place(b.first); });
    return yaml::map(std::move(entries));
}

Value cell_value(const SheetSpec& spec, const Row& row, std::size_t column) {
    const Column& told = spec.columns[column];
    if (told.type != CellType::TextId || is_raw(row.cell(column))) return value_of(row.cell(column), told);
    return yaml::both({row.cell(column), row.cell(column + 1)});
}

/// Most rows that are the same, in their order; then what lies between is paired from the top.
std::vector<std::size_t> match_places(const std::vector<Row>& before, const std::vector<Row>& after) {
    const std::vector<int> to = Matcher(before.size(), after.size(), [&](std::size_t i, std::size_t k) {
                                    return equal(before[i], after[k]);
                                }).run();
    std::vector<std::size_t> old_of(after.size(), npos);
    std::size_t free_i = 0, free_k = 0;
    const auto pair_between = [&](std::size_t end_i, std::size_t end_k) {
        for (; free_i < end_i && free_k < end_k; ++free_i, ++free_k)
            old_of[free_k] = free_i;
    };
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (to[i] < 0) continue;
        const auto k = static_cast<std::size_t>(to[i]);
        pair_between(i, k);
        old_of[k] = i;
        free_i = i + 1;
        free_k = k + 1;
    }
    pair_between(before.size(), after.size());
    return old_of;
}

} // namespace

std::vector<std::size_t> match_rows(const SheetSpec& spec, const std::vector<Row>& before,
                                    const std::vector<Row>& after) {
    if (spec.rows == Rows::Places) return match_places(before, after);
    std::vector<std::size_t> old_of(after.size(), npos);
    const auto key = static_cast<std::size_t>(spec.key_column);
    for (std::size_t k = 0; k < after.size(); ++k)
        for (std::size_t i = 0; i < before.size() && old_of[k] == npos; ++i)
            if (before[i].cell(key) == after[k].cell(key)) old_of[k] = i;
    return old_of;
}

Value item_value(const SheetSpec& spec, const Row& row) {
    Value made = yaml::map({});
    for (std::size_t column = spec.first(); column < spec.columns.size(); ++column) {
        const Column& told = spec.columns[column];
        if (row.cell(column).empty() || told.type == CellType::TextEn) continue;
        if (spec.rows == Rows::Keys && column == 0) continue;
        if (told.way.empty()) return cell_value(spec, row, column);
        put(made, told.way, cell_value(spec, row, column));
    }
    return sorted(made, spec.order);
}

void Apply::told(const base::Status& status, const Row& at) {
    if (status.ok()) return;
    std::string file;
    for (const auto& [name, arg] : status.error().args)
        if (name == "path" && std::holds_alternative<std::string>(arg)) file = std::get<std::string>(arg);
    findings_.add(base::Severity::Error, "row-unsupported", found_.at(at.at.row, 0), "", {{"file", file}});
}

/// Takes a value away, and the mappings that it leaves empty, but not what the first `keep` steps lead to.
void Apply::remove_value(yaml::Editor& editor, Way way, std::size_t keep, const Row& at) {
    while (way.size() > keep) {
        const base::Status done = editor.remove(way);
        told(done, at);
        way.pop_back();
        const yaml::Node* const owner = editor.at(way);
        if (!done || owner == nullptr || !owner->is_mapping() || !owner->keys.empty()) return;
    }
}

/// Whether the cell differs and was set.
bool Apply::set_column(yaml::Editor& editor, const Way& item, std::size_t column, const Row& before, const Row& after) {
    const SheetSpec& spec = *found_.spec;
    const Column& told_column = spec.columns[column];
    const bool text = told_column.type == CellType::TextId;
    const auto now = [&](std::size_t i) { return after.cells[i] ? *after.cells[i] : before.cell(i); };
    const bool differs = now(column) != before.cell(column) || (text && now(column + 1) != before.cell(column + 1));
    if (!differs) return false;
    const Way way = joined(item, told_column.way);
    const yaml::Order& order = spec.order;
    if (now(column).empty() && (!text || now(column + 1).empty()))
        remove_value(editor, way, item.size(), after);
    else if (text && !is_raw(now(column)))
        told(editor.set_text(way, {now(column), now(column + 1)}, order), after);
    else
        told(editor.set(way, value_of(now(column), told_column), order), after);
    return true;
}

void Apply::item(yaml::Editor& editor, const Way& item, const Row& before, const Row& after) {
    const SheetSpec& spec = *found_.spec;
    bool changed = false;
    for (std::size_t column = spec.first(); column < spec.columns.size(); ++column) {
        const bool key = spec.rows == Rows::Keys && column == 0;
        if (!key && spec.columns[column].type != CellType::TextEn)
            changed |= set_column(editor, item, column, before, after);
    }
    counts_.changed += changed;
}

/// Whether a new row has all columns that it needs; cells that are empty were told already.
bool Apply::complete(const Row& row) {
    bool whole = true;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (row.cells[column] || !found_.spec->columns[column].required) continue;
        findings_.add(base::Severity::Error, "row-needs-column", found_.at(row.at.row, 0), "",
                      {{"column", base::Key{"workbook.column-" + std::string(found_.spec->columns[column].key)}}});
        whole = false;
    }
    return whole;
}

void Apply::places(yaml::Editor& editor, const Way& list, const std::vector<Row>& before, const std::vector<Row>& after,
                   const std::vector<std::size_t>& old_of) {
    std::vector<std::size_t> now(before.size()); // which old row stands where
    for (std::size_t i = 0; i < before.size(); ++i)
        now[i] = i;
    for (std::size_t i = before.size(); i-- > 0;) {
        if (std::find(old_of.begin(), old_of.end(), i) != old_of.end()) continue;
        told(editor.remove(joined(list, {i})), after.empty() ? Row{} : after.front());
        now.erase(now.begin() + static_cast<std::ptrdiff_t>(i));
        ++counts_.removed;
    }
    std::size_t place = 0; // where the next row goes: one that lacks something is told and stands nowhere
    for (std::size_t k = 0; k < after.size(); ++k) {
        if (old_of[k] == npos) {
            if (!complete(after[k])) continue;
            told(editor.add_item(list, item_value(*found_.spec, after[k]), place, found_.spec->list_order), after[k]);
            now.insert(now.begin() + static_cast<std::ptrdiff_t>(std::min(place, now.size())), npos);
            ++counts_.added;
            ++place;
            continue;
        }
        const auto at = std::find(now.begin(), now.end(), old_of[k]);
        const auto from = static_cast<std::size_t>(at - now.begin());
        if (from != place) {
            told(editor.move_item(list, from, place), after[k]);
            now.erase(at);
            now.insert(now.begin() + static_cast<std::ptrdiff_t>(place), old_of[k]);
            ++counts_.changed;
        }
        item(editor, joined(list, {place}), before[old_of[k]], after[k]);
        ++place;
    }
    if (after.empty() && !before.empty()) told(editor.remove(list), Row{});
}

void Apply::keys(yaml::Editor& editor, const Way& mapping, const std::vector<Row>& before,
                 const std::vector<Row>& after, const std::vector<std::size_t>& old_of) {
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (std::find(old_of.begin(), old_of.end(), i) != old_of.end()) continue;
        told(editor.remove(joined(mapping, {before[i].cell(0)})), Row{});
        ++counts_.removed;
    }
    for (std::size_t k = 0; k < after.size(); ++k) {
        const Way way = joined(mapping, {after[k].cell(0)});
        if (old_of[k] != npos)
            item(editor, way, before[old_of[k]], after[k]);
        else if (complete(after[k])) {
            told(editor.set(way, item_value(*found_.spec, after[k]), found_.spec->list_order), after[k]);
            ++counts_.added;
        }
    }
}

void Apply::list(yaml::Editor& editor, const Way& list, const std::vector<Row>& before, const std::vector<Row>& after) {
    const std::vector<std::size_t> old_of = match_rows(*found_.spec, before, after);
    if (found_.spec->rows == Rows::Keys)
        keys(editor, list, before, after, old_of);
    else
        places(editor, list, before, after, old_of);
}

} // namespace timbang::content::workbook
