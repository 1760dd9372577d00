#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/workbook.h"
#include "content/workbook/spec.h"

namespace timbang::content::workbook {

/// A name that a cell may hold, and what else people write for it.
struct Name {
    std::string id;
    std::vector<std::string> aliases;
};
using Names = std::map<NameSet, std::vector<Name>>;

/// What a cell holds for a column, from the file: one form for what means the same, so that cells can be compared. ""
/// for nothing. What does not fit the column is shown as YAML in braces.
[[nodiscard]] std::string show(const yaml::Node* node, const Column& column);

/// The value that a cell stands for in the file; its text must have passed `read_cell`. Not for texts, which need both
/// cells.
[[nodiscard]] yaml::Value value_of(const std::string& cell, const Column& column);
/// Whether the cell holds YAML in braces.
[[nodiscard]] bool is_raw(std::string_view cell);

/// A cell that was filled in by a person, on its way to the form of `show`.
struct Entered {
    const sheets::Sheet* sheet = nullptr;
    sheets::Place place;
    std::string sheet_name;
};

/// Gathers findings on cells with the arguments that all of them have.
class CellFindings {
public:
    void add(base::Severity severity, std::string code, const Entered& at, std::string value, base::Args args = {});
    [[nodiscard]] std::vector<CellFinding> take() { return std::move(findings_); }
    [[nodiscard]] bool has_errors() const { return errors_; }
    [[nodiscard]] std::size_t size() const { return findings_.size(); }
    static constexpr std::size_t kMost = 500;

private:
    std::vector<CellFinding> findings_;
    bool errors_ = false;
};

/// The message key of what a column expects, for the argument `expected`.
[[nodiscard]] base::Arg expected_of(const Column& column);

/// Reads the cell of a column. What cannot stand there is a finding, and "" is returned.
[[nodiscard]] std::string read_cell(const Entered& at, const Column& column, const Names& names,
                                    CellFindings& findings);

/// A number in the one form that files have: "5,1" and "5.10" are "5.1". Nothing for anything else, and for "1.147",
/// which may be a thousand or a little more than one (`grouped` says so then).
[[nodiscard]] std::optional<std::string> plain_number(std::string_view text, bool from_text, bool& grouped);

/// The list split at commas, semicolons and line ends.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);
[[nodiscard]] std::vector<std::string> split_lines(std::string_view text);
/// The id of a name, by id or alias whatever the case; "" when it is unknown.
[[nodiscard]] std::string find_name(const std::vector<Name>& names, std::string_view text);

} // namespace timbang::content::workbook
