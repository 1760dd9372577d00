#include "sheets/xlsx_styles.h"

#include <algorithm>
#include <map>
#include <string>

#include "sheets/collect.h"
#include "sheets/xml_reader.h"

namespace timbang::sheets {

namespace {

/// The formats that have a number and no code (ECMA-376 part 1, 18.8.30), those of East Asia included.
Shown built_in(int id) {
    if (id == 9 || id == 10) return Shown::Percent;
    const bool date =
        (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    return date ? Shown::Date : Shown::Plain;
}

int number_of(const XmlReader& xml, std::string_view attribute) {
    const std::optional<std::string_view> text = xml.attribute("", attribute);
    const std::optional<double> value = text ? stored_number(*text) : std::nullopt;
    return value && *value >= 0 && *value < 1'000'000 ? static_cast<int>(*value) : 0;
}

} // namespace

Shown shown_by(std::string_view code) {
    code = code.substr(0, code.find(';')); // the part for positive numbers
    bool percent = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*')
            ++i;
        else if (c == '"')
            i = std::min(code.find('"', i + 1), code.size());
        else if (c == '[') {
            const std::size_t end = std::min(code.find(']', i + 1), code.size());
            const char unit = i + 1 < end ? code[i + 1] : ' ';
            const bool elapsed = end - i <= 4 && std::string_view("hHmMsS").find(unit) != std::string_view::npos;
            if (elapsed) return Shown::Date;
            i = end;
        } else if (code.substr(i, 7) == "General")
            i += 6;
        else if (c == '%')
            percent = true;
        else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos)
            return Shown::Date;
    }
    return percent ? Shown::Percent : Shown::Plain;
}

bool read_styles(std::string_view text, std::vector<Shown>& formats) {
    XmlReader xml(text);
    std::map<int, Shown> own;
    bool in_formats = false;
    for (;;) {
        const XmlReader::Event event = xml.next();
        if (event == XmlReader::Event::End) return true;
        if (event == XmlReader::Event::Broken) return false;
        if (xml.name() == "cellXfs") in_formats = event == XmlReader::Event::Open;
        if (event != XmlReader::Event::Open) continue;
        if (xml.name() == "numFmt" && xml.attribute("", "formatCode"))
            own[number_of(xml, "numFmtId")] = shown_by(*xml.attribute("", "formatCode"));
        if (in_formats && xml.name() == "xf") {
            const int id = number_of(xml, "numFmtId");
            const auto found = own.find(id);
            formats.push_back(found == own.end() ? built_in(id) : found->second);
            if (formats.size() > kMostCells) return false;
        }
    }
}

} // namespace timbang::sheets
