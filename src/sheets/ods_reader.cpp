#include <algorithm>

#include "sheets/collect.h"
#include "sheets/xml_reader.h"

namespace timbang::sheets {

namespace {

using Event = XmlReader::Event;

constexpr std::string_view kOffice = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
constexpr std::string_view kTable = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
constexpr std::string_view kText = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
constexpr std::string_view kExtra = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

std::size_t count_of(const XmlReader& xml, std::string_view space, std::string_view name) {
    const std::optional<double> count = stored_number(xml.attribute(space, name).value_or("1"));
    return count && *count >= 1 && *count < 10'000'000 ? static_cast<std::size_t>(*count) : 1;
}

/// "PT07H30M00S" as "07:30"; anything else as it stands.
std::string time_text(std::string_view told) {
    if (told.size() < 8 || !told.starts_with("PT")) return std::string(told);
    const std::size_t hours = told.find('H');
    const std::size_t minutes = told.find('M');
    if (hours == std::string_view::npos || minutes == std::string_view::npos || minutes < hours)
        return std::string(told);
    return std::string(told.substr(2, hours - 2)) + ":" + std::string(told.substr(hours + 1, minutes - hours - 1));
}

std::string date_part(std::string_view told) {
    std::string text(told.substr(0, 16));
    if (text.size() > 10) text[10] = ' ';
    if (text.ends_with(" 00:00")) text.resize(10);
    return text;
}

class ContentReader {
public:
    ContentReader(std::string_view text, Collect& collect) : xml_(text), collect_(collect) {}

    /// "" or the code of what is wrong.
    std::string_view read() {
        bool spreadsheet = false;
        for (;;) {
            const Event event = xml_.next();
            if (event == Event::End) return spreadsheet ? std::string_view() : "sheet-not-spreadsheet";
            if (event == Event::Broken) return "sheet-broken";
            if (event != Event::Open) continue;
            const bool office = xml_.space() == kOffice;
            if (office && xml_.name() == "spreadsheet") {
                spreadsheet = true;
                if (!read_tables()) return "sheet-broken";
            } else if (!office || (xml_.name() != "document-content" && xml_.name() != "body")) {
                if (!xml_.skip()) return "sheet-broken";
            }
        }
    }

private:
    bool is(std::string_view space, std::string_view name) const {
        return xml_.space() == space && xml_.name() == name;
    }

    /// Calls `child` for each element inside the one that was just opened; it must read that element to its end.
    template <class Child> bool each_child(Child child) {
        const std::size_t outside = xml_.depth() - 1;
        for (;;) {
            const Event event = xml_.next();
            if (event == Event::Broken || event == Event::End) return false;
            if (event == Event::Close && xml_.depth() == outside + 1) return true;
            if (event == Event::Open && !child()) return false;
        }
    }

    bool read_tables() {
        return each_child([this] {
            if (!is(kTable, "table")) return xml_.skip(); // tracked changes, linked data
            here_ = {1, 1};
            return collect_.begin_sheet(std::string(xml_.attribute(kTable, "name").value_or(""))) && read_rows();
        });
    }

    /// Rows stand in the table or in groups of it.
    bool read_rows() {
        return each_child([this] {
            if (is(kTable, "table-row")) return read_row();
            const bool group =
                is(kTable, "table-row-group") || is(kTable, "table-header-rows") || is(kTable, "table-rows");
            return group ? read_rows() : xml_.skip();
        });
    }

    bool read_row() {
        const std::size_t repeated = count_of(xml_, kTable, "number-rows-repeated");
        here_.column = 1;
        row_.clear();
        const bool read = each_child([this] {
            const bool covered = is(kTable, "covered-table-cell");
            return covered || is(kTable, "table-cell") ? read_cell() : xml_.skip();
        });
        if (!read) return false;
        for (std::size_t i = 0; i < repeated && !row_.empty(); ++i)
            for (const Run& run : row_)
                for (std::size_t k = 0; k < run.repeated; ++k)
                    if (!collect_.put({here_.row + i, run.column + k}, run.cell)) return false;
        here_.row += repeated;
        return true;
    }

    bool read_cell() {
        const std::size_t repeated = count_of(xml_, kTable, "number-columns-repeated");
        const Place last{here_.row + count_of(xml_, kTable, "number-rows-spanned") - 1,
                         here_.column + count_of(xml_, kTable, "number-columns-spanned") - 1};
        if (!(last == here_) && !collect_.merge({here_, last})) return false;
        Cell cell;
        const std::string error(xml_.attribute(kExtra, "value-type").value_or(""));
        const std::string type(xml_.attribute(kOffice, "value-type").value_or(""));
        cell.formula = xml_.attribute(kTable, "formula").has_value();
        if (!value(type, cell)) return false;
        const std::optional<std::string_view> told = xml_.attribute(kOffice, "string-value");
        const std::string kept(told.value_or(""));
        std::string text;
        if (!read_paragraphs(text)) return false;
        if (error == "error") {
            cell.kind = CellKind::ErrorValue;
            cell.text = tidy_cell(text);
        } else if (type == "string") {
            cell.text = tidy_cell(text.empty() ? kept : text);
            cell.kind = cell.text.empty() ? CellKind::Empty : CellKind::Text;
        } else if (type.empty() && cell.formula) {
            cell.kind = CellKind::NoResult;
            cell.text = "=";
        }
        // An empty cell repeats to the end of the sheet.
        if (!cell.empty()) row_.push_back({here_.column, repeated, std::move(cell)});
        here_.column += repeated;
        return true;
    }

    bool value(std::string_view type, Cell& cell) {
        if (type == "float" || type == "percentage" || type == "currency") {
            const std::optional<double> number = stored_number(xml_.attribute(kOffice, "value").value_or(""));
            if (!number) return false;
            cell.kind = CellKind::Number;
            cell.percent = type == "percentage";
            cell.text = number_text(*number);
        } else if (type == "boolean") {
            cell.kind = CellKind::Boolean;
            cell.text = xml_.attribute(kOffice, "boolean-value").value_or("") == "true" ? "true" : "false";
        } else if (type == "date" || type == "time") {
            cell.kind = CellKind::Date;
            cell.text = type == "date" ? date_part(xml_.attribute(kOffice, "date-value").value_or(""))
                                       : time_text(xml_.attribute(kOffice, "time-value").value_or(""));
        }
        return true;
    }

    /// The paragraphs of a cell, one line each; notes and drawings on the cell are left out.
    bool read_paragraphs(std::string& text) {
        bool first = true;
        return each_child([&] {
            if (!is(kText, "p")) return xml_.skip();
            if (!first) text += '\n';
            first = false;
            return read_paragraph(text);
        });
    }

    bool read_paragraph(std::string& text) {
        const std::size_t outside = xml_.depth() - 1;
        bool blank_before = true; // white space counts as in XML: runs are one, none at the beginning
        for (;;) {
            const Event event = xml_.next();
            if (event == Event::Broken || event == Event::End || text.size() > kMostText) return false;
            if (event == Event::Close && xml_.depth() == outside + 1) return true;
            if (event == Event::Open && !read_inline(text, blank_before)) return false;
            if (event != Event::Text) continue;
            for (const char c : xml_.text()) {
                const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
                if (!blank)
                    text += c;
                else if (!blank_before)
                    text += ' ';
                blank_before = blank;
            }
        }
    }

    bool read_inline(std::string& text, bool& blank_before) {
        if (is(kText, "s"))
            text.append(std::min<std::size_t>(count_of(xml_, kText, "c"), 1000), ' ');
        else if (is(kText, "tab"))
            text += '\t';
        else if (is(kText, "line-break"))
            text += '\n';
        else if (is(kOffice, "annotation") || is(kText, "note") || is(kText, "ruby-text"))
            return xml_.skip();
        else
            return true;
        blank_before = false;
        return true;
    }

    /// A cell that stands in several columns side by side: the limits count while it is put there, not before.
    struct Run {
        std::size_t column;
        std::size_t repeated;
        Cell cell;
    };

    XmlReader xml_;
    Collect& collect_;
    Place here_;
    std::vector<Run> row_;
};

} // namespace

std::string_view read_ods(const Archive& archive, Collect& collect) {
    if (const std::optional<std::string> manifest = archive.read("META-INF/manifest.xml"))
        if (manifest->find("encryption-data") != std::string::npos) return "sheet-encrypted";
    const std::optional<std::string> content = archive.read("content.xml");
    return content ? ContentReader(*content, collect).read() : "sheet-broken";
}

} // namespace timbang::sheets
