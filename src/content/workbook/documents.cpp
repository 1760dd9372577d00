#include "content/workbook/documents.h"

#include "base/files.h"
#include "content/framework_shelf.h"

namespace timbang::content::workbook {

using yaml::Node;
using yaml::Way;

namespace {

std::string word_at(const yaml::Editor& editor, const Way& way) {
    const Node* const node = editor.at(way);
    return node != nullptr && node->is_scalar() ? std::string(node->text) : std::string();
}

std::vector<Row> item_rows(const SheetSpec& sheet, const ListPlace& list, const yaml::Editor& editor) {
    std::vector<Row> rows;
    const Node* const found = editor.at(list.way);
    if (found == nullptr || found->is_scalar()) return rows;
    for (std::size_t i = 0; i < found->items.size(); ++i) {
        Row row;
        for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
            const Column& told = sheet.columns[column];
            if (sheet.of_indicator && column == 0)
                row.cells.emplace_back(list.owner);
            else if (sheet.rows == Rows::Keys && column == 0)
                row.cells.emplace_back(found->is_mapping() ? std::string(found->keys[i].text) : std::string());
            else {
                const Node* node = &found->items[i];
                for (const yaml::Step& step : told.way)
                    node = node == nullptr ? nullptr : node->get(step.key);
                row.cells.emplace_back(show(node, told));
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// One row for what stands at `list.way` itself.
Row whole_row(const SheetSpec& sheet, const ListPlace& list, const yaml::Editor& editor) {
    Row row;
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
        const bool owner = column == 0 && sheet.rows == Rows::Whole;
        row.cells.emplace_back(
            owner ? list.owner : show(editor.at(joined(list.way, sheet.columns[column].way)), sheet.columns[column]));
    }
    return row;
}

} // namespace

const IndicatorPlace* Documents::indicator(std::string_view code) const {
    for (const IndicatorPlace& place : indicators)
        if (place.code == code) return &place;
    return nullptr;
}

base::Status Documents::add(const std::string& folder, const std::string& file) {
    base::Result<std::string> path = base::safe_join(folder, file);
    if (!path) return path.error();
    base::Result<std::string> text = base::read_file(*path, yaml::kMaxBytes);
    if (!text) return text.error();
    auto editor = std::make_unique<yaml::Editor>(file, *text);
    if (!editor->readable()) return base::Error("workbook-unreadable", {{"path", *path}});
    before[file] = std::move(text).value();
    editors[file] = std::move(editor);
    return {};
}

base::Result<Documents> open_case(const std::string& folder) {
    Documents documents{"scenario.yaml"};
    if (base::Status added = documents.add(folder, documents.main); !added) return added.error();
    const Node* const list = documents.root().at({"indicators"});
    const std::size_t count = list == nullptr || !list->is_sequence() ? 0 : list->items.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Node* const item = documents.root().at({"indicators", i});
        IndicatorPlace place{"", documents.main, {"indicators", i}};
        if (item->is_scalar()) {
            place.file = std::string(item->text);
            place.way.clear();
            if (documents.editors.find(place.file) != documents.editors.end()) continue; // told by check
            if (base::Status added = documents.add(folder, place.file); !added) return added.error();
        }
        place.code = word_at(*documents.editors.at(place.file), joined(place.way, {"code"}));
        documents.indicators.push_back(std::move(place));
    }
    return documents;
}

base::Result<Documents> open_framework(const std::string& path) {
    Documents documents{base::file_name(path)};
    const std::string folder = base::parent_path(path);
    if (base::Status added = documents.add(folder.empty() ? "." : folder, documents.main); !added) return added.error();
    return documents;
}

std::shared_ptr<const domain::Framework> framework_of(const Documents& documents, const std::string& folder,
                                                      const CheckContext& context) {
    const std::string reference = word_at(documents.root(), {"framework"});
    const std::string id = reference.substr(0, reference.find('@'));
    if (id.empty() || id.find('/') != std::string::npos || id.find("..") != std::string::npos) return nullptr;
    std::vector<std::string> folders{base::join_path(folder, "../frameworks")};
    folders.insert(folders.end(), context.framework_folders.begin(), context.framework_folders.end());
    for (const std::string& place : folders) {
        const std::string path = base::join_path(place, id + ".yaml");
        if (base::file_kind(path) == base::FileKind::File) return FrameworkShelf().read(path)->framework;
    }
    return nullptr;
}

std::vector<ListPlace> lists_of(const SheetSpec& sheet, const Documents& documents) {
    if (!sheet.of_indicator && sheet.rows != Rows::Whole) return {{"", documents.main, sheet.list}};
    std::vector<ListPlace> lists;
    for (const IndicatorPlace& indicator : documents.indicators)
        lists.push_back({indicator.code, indicator.file, joined(indicator.way, sheet.list)});
    return lists;
}

std::vector<Row> rows_of(const SheetSpec& sheet, const ListPlace& list, const Documents& documents) {
    const auto editor = documents.editors.find(list.file);
    if (editor == documents.editors.end()) return {};
    if (sheet.rows == Rows::Whole || sheet.rows == Rows::Fields) return {whole_row(sheet, list, *editor->second)};
    if (sheet.rows == Rows::Bands) return band_rows(sheet, documents);
    return item_rows(sheet, list, *editor->second);
}

RowsByOwner all_rows(const SheetSpec& sheet, const Documents& documents) {
    RowsByOwner all;
    for (const ListPlace& list : lists_of(sheet, documents))
        all.emplace_back(list.owner, rows_of(sheet, list, documents));
    return all;
}

} // namespace timbang::content::workbook
