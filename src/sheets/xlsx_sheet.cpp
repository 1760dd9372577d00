#include "sheets/xlsx_sheet.h"

#include <charconv>

#include "base/utf8.h"
#include "sheets/xml_reader.h"

namespace timbang::sheets {

namespace {

using Event = XmlReader::Event;

/// Texts hold control characters as "_x000D_" (ECMA-376 part 1, 22.9.2.19).
std::string decoded(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t mark = text.find("_x");
        out.append(text.substr(0, mark));
        if (mark == std::string_view::npos) break;
        text.remove_prefix(mark);
        std::uint32_t value = 0;
        const char* const digits = text.data() + 2;
        const bool whole = text.size() >= 7 && text[6] == '_' &&
                           std::from_chars(digits, digits + 4, value, 16).ptr == digits + 4;
        if (!whole || value == 0 || (value >= 0xD800 && value < 0xE000)) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        base::append_utf8(out, static_cast<char32_t>(value));
        text.remove_prefix(7);
    }
    return out;
}

/// The text of the element that was just opened (`si`, `is`): its runs, without what tells how to read them aloud.
bool read_rich_text(XmlReader& xml, std::string& text) {
    const std::size_t outside = xml.depth() - 1;
    bool in_text = false;
    while (xml.depth() > outside) {
        const Event event = xml.next();
        if (event == Event::Broken || event == Event::End) return false;
        if (event == Event::Close && xml.depth() == outside + 1) return true;
        if (event == Event::Open && xml.name() == "rPh") {
            if (!xml.skip()) return false;
            continue;
        }
        if (event == Event::Text && in_text) text += xml.text();
        else if (event != Event::Text) in_text = event == Event::Open && xml.name() == "t";
    }
    return true;
}

/// Plain text of the element that was just opened.
bool read_plain_text(XmlReader& xml, std::string& text) {
    for (;;) {
        const Event event = xml.next();
        if (event == Event::Close) return true;
        if (event != Event::Text) return false;
        text += xml.text();
    }
}

/// "AB12"; nothing where it is no such name or lies beyond every limit.
std::optional<Place> place_of(std::string_view name) {
    Place place{0, 0};
    std::size_t i = 0;
    for (; i < name.size() && i < 4 && name[i] >= 'A' && name[i] <= 'Z'; ++i)
        place.column = place.column * 26 + static_cast<std::size_t>(name[i] - 'A' + 1);
    const char* const end = name.data() + name.size();
    const auto [stop, failure] = std::from_chars(name.data() + i, end, place.row);
    if (i == 0 || failure != std::errc() || stop != end || place.row == 0) return std::nullopt;
    return place;
}

class SheetReader {
public:
    SheetReader(std::string_view text, const XlsxShared& shared, Collect& collect)
        : xml_(text), shared_(shared), collect_(collect) {}

    bool read() {
        for (;;) {
            const Event event = xml_.next();
            if (event == Event::End) return true;
            if (event == Event::Broken) return false;
            if (event == Event::Open && !element()) return false;
        }
    }

private:
    bool element() {
        if (xml_.name() == "row") return row();
        if (xml_.name() == "c") return cell();
        if (xml_.name() == "mergeCell") return merged();
        const bool foreign = xml_.name() == "extLst" || xml_.name() == "AlternateContent";
        return !foreign || xml_.skip();
    }

    bool row() {
        ++here_.row;
        here_.column = 0;
        if (const std::optional<std::string_view> told = xml_.attribute("", "r")) {
            const std::optional<double> number = stored_number(*told);
            if (!number || !(*number >= 1) || *number > 10'000'000) return false;
            here_.row = static_cast<std::size_t>(*number);
        }
        return true;
    }

    bool merged() {
        const std::string_view range = xml_.attribute("", "ref").value_or("");
        const std::size_t colon = range.find(':');
        const std::optional<Place> first = place_of(range.substr(0, colon));
        const std::optional<Place> last = place_of(colon == std::string_view::npos ? range : range.substr(colon + 1));
        return first && last && collect_.merge({*first, *last});
    }

    bool cell() {
        ++here_.column;
        if (const std::optional<std::string_view> told = xml_.attribute("", "r")) {
            const std::optional<Place> place = place_of(*told);
            if (!place) return false;
            here_ = *place;
        }
        const std::string type(xml_.attribute("", "t").value_or("n"));
        const std::optional<double> style = stored_number(xml_.attribute("", "s").value_or("0"));
        std::string value, formula;
        bool has_value = false, has_formula = false;
        const std::size_t outside = xml_.depth() - 1;
        while (xml_.depth() > outside) {
            const Event event = xml_.next();
            if (event == Event::Broken || event == Event::End) return false;
            if (event == Event::Close && xml_.depth() == outside + 1) break;
            if (event != Event::Open) continue;
            bool read = true;
            if (xml_.name() == "v") {
                has_value = true;
                read = read_plain_text(xml_, value);
            } else if (xml_.name() == "is") {
                has_value = true;
                read = read_rich_text(xml_, value);
            } else if (xml_.name() == "f") {
                has_formula = true;
                read = read_plain_text(xml_, formula);
            } else {
                read = xml_.skip();
            }
            if (!read) return false;
        }
        const Shown shown = style && *style >= 0 && *style < static_cast<double>(shared_.formats.size())
                                ? shared_.formats[static_cast<std::size_t>(*style)]
                                : Shown::Plain;
        return put(type, std::move(value), has_value, has_formula, shown);
    }

    bool put(std::string_view type, std::string value, bool has_value, bool has_formula, Shown shown) {
        Cell made;
        made.formula = has_formula;
        const bool text = type == "str" || type == "inlineStr";
        if (has_formula && !text && (!has_value || value.empty())) {
            made.kind = CellKind::NoResult;
            made.text = "=";
        } else if (type == "s") {
            const std::optional<double> index = stored_number(value);
            if (!index || !(*index >= 0) || *index >= static_cast<double>(shared_.strings.size())) return !has_value;
            made.text = shared_.strings[static_cast<std::size_t>(*index)];
            made.kind = CellKind::Text;
        } else if (text) {
            made.text = tidy_cell(decoded(value));
            made.kind = CellKind::Text;
        } else if (type == "b") {
            made.text = value == "1" || value == "true" ? "true" : "false";
            made.kind = has_value ? CellKind::Boolean : CellKind::Empty;
        } else if (type == "e") {
            made.text = value;
            made.kind = CellKind::ErrorValue;
        } else if (type == "d") {
            made.text = value;
            made.kind = CellKind::Date;
        } else if (!value.empty()) {
            const std::optional<double> number = stored_number(value);
            if (!number) return false;
            made.kind = shown == Shown::Date ? CellKind::Date : CellKind::Number;
            made.percent = shown == Shown::Percent;
            made.text = shown == Shown::Date ? date_text(*number, shared_.base_1904) : number_text(*number);
        }
        if (made.kind == CellKind::Text && made.text.empty()) return true;
        return collect_.put(here_, made);
    }

    XmlReader xml_;
    const XlsxShared& shared_;
    Collect& collect_;
    Place here_{0, 0};
};

} // namespace

bool read_strings(std::string_view text, std::vector<std::string>& strings) {
    XmlReader xml(text);
    std::size_t size = 0;
    for (;;) {
        const Event event = xml.next();
        if (event == Event::End) return true;
        if (event == Event::Broken) return false;
        if (event != Event::Open || xml.name() != "si") continue;
        std::string made;
        if (!read_rich_text(xml, made)) return false;
        size += made.size();
        if (strings.size() >= kMostCells || size > kMostText) return false;
        strings.push_back(tidy_cell(decoded(made)));
    }
}

bool read_xlsx_sheet(std::string_view text, const XlsxShared& shared, Collect& collect) {
    return SheetReader(text, shared, collect).read();
}

} // namespace timbang::sheets
