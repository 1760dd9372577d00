#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include <xlsxwriter.h>

#include "base/files.h"
#include "base/utf8.h"
#include "sheets/collect.h"
#include "sheets/write.h"

namespace timbang::sheets {

namespace {

constexpr std::size_t kLongestText = 32767;
constexpr std::size_t kLongestHint = 255;
constexpr std::size_t kLongestTitle = 32;
constexpr std::size_t kSpareRows = 1000;
constexpr lxw_color_t kHeadingFill = 0xDCE6F1, kKeyFill = 0xB8CCE4;

/// At most that many characters.
std::string cut(const std::string& text, std::size_t characters) {
    std::size_t at = 0;
    for (std::size_t n = 0; n < characters && at < text.size(); ++n)
        at = base::code_point_at(text, at).next;
    return text.substr(0, at);
}

struct Formats {
    lxw_format* text = nullptr;
    lxw_format* number = nullptr;
    lxw_format* heading = nullptr;
    lxw_format* key = nullptr;
    lxw_format* bold = nullptr;
};

/// One workbook on its way to a file. The library owns what it hands out and frees it when the workbook is closed.
class Writer {
public:
    Writer(const OutBook& book, const std::string& path) : book_(book), out_(workbook_new(path.c_str())) {}
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() {
        if (out_ != nullptr) workbook_close(out_);
    }

    /// False where it could not be written; `too_long` names the cell whose text does not fit.
    bool write(std::string& too_long_sheet, std::string& too_long_cell) {
        if (out_ == nullptr) return false;
        make_formats();
        for (const OutSheet& sheet : book_.sheets) {
            lxw_worksheet* const page = workbook_add_worksheet(out_, sheet.name.c_str());
            if (page == nullptr) return false;
            pages_.push_back(page);
            on_paper(sheet, page);
        }
        for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
            const std::string cell = fill(book_.sheets[i], pages_[i]);
            if (cell.empty()) continue;
            too_long_sheet = book_.sheets[i].name;
            too_long_cell = cell;
            return false;
        }
        lxw_workbook* const closing = out_;
        out_ = nullptr;
        return workbook_close(closing) == LXW_NO_ERROR;
    }

private:
    lxw_format* make_format(bool wrap) {
        lxw_format* const format = workbook_add_format(out_);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        if (wrap) format_set_text_wrap(format);
        return format;
    }

    void make_formats() {
        formats_.text = make_format(true);
        format_set_num_format(formats_.text, "@"); // what is typed stays as typed: no dates are made of it
        formats_.number = make_format(false);
        formats_.bold = make_format(true);
        format_set_bold(formats_.bold);
        for (auto [place, fill] : {std::pair{&formats_.heading, kHeadingFill}, std::pair{&formats_.key, kKeyFill}}) {
            *place = make_format(true);
            format_set_bold(*place);
            format_set_bg_color(*place, fill);
            format_set_bottom(*place, LXW_BORDER_THIN);
        }
    }

    /// "" or the name of the cell whose text is too long.
    /// A4 across, as wide as one page, the headings on each.
    static void on_paper(const OutSheet& sheet, lxw_worksheet* page) {
        worksheet_set_landscape(page);
        worksheet_set_paper(page, 9);
        worksheet_fit_to_pages(page, 1, 0);
        if (sheet.headings) worksheet_repeat_rows(page, 0, 0);
    }

    std::string fill(const OutSheet& sheet, lxw_worksheet* page) {
        const lxw_row_t top = sheet.headings ? 1 : 0;
        for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
            const OutColumn& told = sheet.columns[column];
            const auto at = static_cast<lxw_col_t>(column);
            worksheet_set_column(page, at, at, told.width, told.number ? formats_.number : formats_.text);
            if (!sheet.headings) continue;
            worksheet_write_string(page, 0, at, told.heading.c_str(), told.key ? formats_.key : formats_.heading);
            offer(told, sheet.rows.size(), page, at);
        }
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                if (!put(sheet, row, column, page, top)) return cell_name({row + top + 1, column + 1});
        if (sheet.headings && !sheet.columns.empty()) {
            worksheet_freeze_panes(page, 1, static_cast<lxw_col_t>(sheet.frozen_columns));
            worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(std::max<std::size_t>(sheet.rows.size(), 1)),
                                 static_cast<lxw_col_t>(sheet.columns.size() - 1));
        }
        return {};
    }

    bool put(const OutSheet& sheet, std::size_t row, std::size_t column, lxw_worksheet* page, lxw_row_t top) {
        const std::string& text = sheet.rows[row][column];
        if (text.empty()) return true;
        const auto y = static_cast<lxw_row_t>(row) + top;
        const auto x = static_cast<lxw_col_t>(column);
        const bool number = column < sheet.columns.size() && sheet.columns[column].number;
        const std::optional<double> value = number ? stored_number(text) : std::nullopt;
        if (value && number_text(*value) == text)
            return worksheet_write_number(page, y, x, *value, formats_.number) == LXW_NO_ERROR;
        if (base::length(text) > kLongestText) return false;
        const bool title = !sheet.headings && column == 0 && (sheet.rows[row].size() < 2 || sheet.rows[row][1].empty());
        return worksheet_write_string(page, y, x, text.c_str(), title ? formats_.bold : formats_.text) == LXW_NO_ERROR;
    }

    /// The drop-down list and the hint of a column. Lists stand on a sheet of their own: written into the rule they may
    /// have no more than 255 characters, and a comma in a name would split it.
    void offer(const OutColumn& column, std::size_t rows, lxw_worksheet* page, lxw_col_t at) {
        if (column.choices.empty() && column.hint.empty()) return;
        lxw_data_validation rule{};
        std::string range, title = cut(column.heading, kLongestTitle), hint = cut(column.hint, kLongestHint);
        std::string refused_title = cut(book_.refused_title, kLongestTitle),
                    refused = cut(book_.refused_text, kLongestHint);
        rule.validate = LXW_VALIDATION_TYPE_ANY;
        if (!column.choices.empty()) {
            range = list_of(column.choices);
            rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            rule.value_formula = range.data();
            rule.error_title = refused_title.data();
            rule.error_message = refused.data();
        }
        if (!hint.empty()) {
            rule.input_title = title.data();
            rule.input_message = hint.data();
        }
        worksheet_data_validation_range(page, 1, at, static_cast<lxw_row_t>(rows + kSpareRows), at, &rule);
    }

    std::string list_of(const std::vector<std::string>& choices) {
        const auto [found, fresh] = lists_.try_emplace(choices, lists_.size());
        const auto column = static_cast<lxw_col_t>(found->second);
        if (fresh) {
            if (lists_page_ == nullptr) {
                lists_page_ = workbook_add_worksheet(out_, book_.lists_name.c_str());
                if (lists_page_ == nullptr) return "=\"\"";
            }
            for (std::size_t row = 0; row < choices.size(); ++row)
                worksheet_write_string(lists_page_, static_cast<lxw_row_t>(row), column, choices[row].c_str(),
                                       formats_.text);
        }
        const std::string name = column_name(found->second + 1);
        return "='" + book_.lists_name + "'!$" + name + "$1:$" + name + "$" + std::to_string(choices.size());
    }

    const OutBook& book_;
    lxw_workbook* out_;
    Formats formats_;
    std::vector<lxw_worksheet*> pages_;
    std::map<std::vector<std::string>, std::size_t> lists_;
    lxw_worksheet* lists_page_ = nullptr;
};

} // namespace

base::Status write_xlsx(const OutBook& book, const std::string& path) {
    const std::string folder = base::parent_path(path);
    if (!folder.empty() && base::file_kind(folder) != base::FileKind::Folder)
        return base::Error("file-unwritable", {{"path", path}});
    // The library writes into a file only; what is there already stays until the new one is whole.
    const std::string beside = base::name_beside(path);
    std::string sheet, cell;
    const bool written = Writer(book, beside).write(sheet, cell);
    base::Status done;
    if (!cell.empty())
        done = base::Error("sheet-text-too-long",
                           {{"path", path}, {"sheet", sheet}, {"cell", cell}, {"limit", std::int64_t{kLongestText}}});
    else if (!written)
        done = base::Error("file-unwritable", {{"path", path}});
    else {
        const base::Result<std::string> bytes = base::read_file(beside);
        done = bytes ? base::write_file_atomically(path, *bytes) : base::Status(bytes.error());
    }
    std::error_code failed;
    std::filesystem::remove(beside, failed);
    return done;
}

} // namespace timbang::sheets
