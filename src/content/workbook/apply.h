#pragma once

#include "content/workbook/documents.h"
#include "content/workbook/sheet_reader.h"

namespace timbang::content::workbook {

/// How much was changed.
struct Counts {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t removed = 0;
};

/// Brings the rows of a workbook into the files, touching only what differs.
class Apply {
public:
    Apply(const FoundSheet& found, CellFindings& findings, Counts& counts)
        : found_(found), findings_(findings), counts_(counts) {}

    /// What stands at `item`: one row of the file against one of the workbook.
    void item(yaml::Editor& editor, const yaml::Way& item, const Row& before, const Row& after);
    /// A list, or a mapping by keys.
    void list(yaml::Editor& editor, const yaml::Way& list, const std::vector<Row>& before,
              const std::vector<Row>& after);

private:
    bool set_column(yaml::Editor& editor, const yaml::Way& item, std::size_t column, const Row& before,
                    const Row& after);
    void remove_value(yaml::Editor& editor, yaml::Way way, std::size_t keep, const Row& at);
    void places(yaml::Editor& editor, const yaml::Way& list, const std::vector<Row>& before,
                const std::vector<Row>& after, const std::vector<std::size_t>& old_of);
    void keys(yaml::Editor& editor, const yaml::Way& mapping, const std::vector<Row>& before,
              const std::vector<Row>& after, const std::vector<std::size_t>& old_of);
    [[nodiscard]] bool complete(const Row& row);
    void told(const base::Status& status, const Row& at);

    const FoundSheet& found_;
    CellFindings& findings_;
    Counts& counts_;
};

/// For each new row the place of the old one that it is, or npos.
[[nodiscard]] std::vector<std::size_t> match_rows(const SheetSpec& spec, const std::vector<Row>& before,
                                                  const std::vector<Row>& after);
/// A new item from its row.
[[nodiscard]] yaml::Value item_value(const SheetSpec& spec, const Row& row);

} // namespace timbang::content::workbook
