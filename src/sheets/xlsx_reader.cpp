#include <map>

#include "sheets/collect.h"
#include "sheets/xlsx_sheet.h"
#include "sheets/xml_reader.h"

namespace timbang::sheets {

namespace {

using Event = XmlReader::Event;

constexpr std::string_view kBroken = "sheet-broken";

/// A relation from one part to another, by its id.
struct Relation {
    std::string kind; ///< the last word of its type: "worksheet", "styles"
    std::string target;
};
using Relations = std::map<std::string, Relation, std::less<>>;

/// The path of a part that stands in the folder `from`, from the root of the archive.
std::string resolved(std::string_view from, std::string_view target) {
    std::string path =
        target.starts_with('/') ? std::string(target.substr(1)) : std::string(from) + std::string(target);
    for (std::size_t up = path.find("../"); up != std::string::npos; up = path.find("../")) {
        if (up == 0) return {};
        const std::size_t before = up >= 2 ? path.rfind('/', up - 2) : std::string::npos;
        const std::size_t begin = before == std::string::npos ? 0 : before + 1;
        path.erase(begin, up + 3 - begin);
    }
    return path;
}

std::string folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

/// The relations of a part; of the whole file for "".
bool read_relations(const Archive& archive, const std::string& part, Relations& relations) {
    const std::string folder = folder_of(part);
    const std::optional<std::string> text = archive.read(folder + "_rels/" + part.substr(folder.size()) + ".rels");
    if (!text) return false;
    XmlReader xml(*text);
    for (;;) {
        const Event event = xml.next();
        if (event == Event::End) return true;
        if (event == Event::Broken || relations.size() > kMostParts) return false;
        if (event != Event::Open || xml.name() != "Relationship") continue;
        if (xml.attribute("", "TargetMode").value_or("") == "External") continue; // nothing is fetched
        const std::string_view type = xml.attribute("", "Type").value_or("");
        const std::size_t slash = type.rfind('/');
        relations[std::string(xml.attribute("", "Id").value_or(""))] = {
            std::string(slash == std::string_view::npos ? type : type.substr(slash + 1)),
            resolved(folder, xml.attribute("", "Target").value_or(""))};
    }
}

const Relation* of_kind(const Relations& relations, std::string_view kind) {
    for (const auto& [id, relation] : relations)
        if (relation.kind == kind) return &relation;
    return nullptr;
}

struct SheetEntry {
    std::string name;
    std::string relation;
};

bool read_sheet_list(std::string_view text, std::vector<SheetEntry>& sheets, bool& base_1904) {
    constexpr std::string_view kSpaces[] = {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                            "http://purl.oclc.org/ooxml/officeDocument/relationships"};
    XmlReader xml(text);
    for (;;) {
        const Event event = xml.next();
        if (event == Event::End) return true;
        if (event == Event::Broken) return false;
        if (event != Event::Open) continue;
        if (xml.name() == "workbookPr") {
            const std::string_view told = xml.attribute("", "date1904").value_or("0");
            base_1904 = told == "1" || told == "true";
        }
        if (xml.name() != "sheet") continue;
        SheetEntry entry{std::string(xml.attribute("", "name").value_or("")), {}};
        for (const std::string_view space : kSpaces)
            if (const auto id = xml.attribute(space, "id")) entry.relation = *id;
        sheets.push_back(std::move(entry));
        if (sheets.size() > kMostParts) return false;
    }
}

bool read_shared(const Archive& archive, const Relations& relations, XlsxShared& shared) {
    if (const Relation* const strings = of_kind(relations, "sharedStrings")) {
        const std::optional<std::string> text = archive.read(strings->target);
        if (!text || !read_strings(*text, shared.strings)) return false;
    }
    if (const Relation* const styles = of_kind(relations, "styles")) {
        const std::optional<std::string> text = archive.read(styles->target);
        if (!text || !read_styles(*text, shared.formats)) return false;
    }
    return true;
}

} // namespace

std::string_view read_xlsx(const Archive& archive, Collect& collect) {
    Relations top, relations;
    if (!read_relations(archive, "", top)) return kBroken;
    const Relation* const book = of_kind(top, "officeDocument");
    if (book == nullptr) return kBroken;
    if (book->target.ends_with(".bin")) return "sheet-binary-xlsb";
    if (!book->target.starts_with("xl/")) return "sheet-not-spreadsheet"; // a text document or slides
    const std::optional<std::string> text = archive.read(book->target);
    std::vector<SheetEntry> sheets;
    XlsxShared shared;
    if (!text || !read_sheet_list(*text, sheets, shared.base_1904)) return kBroken;
    if (!read_relations(archive, book->target, relations) || !read_shared(archive, relations, shared)) return kBroken;
    for (SheetEntry& entry : sheets) {
        const auto found = relations.find(entry.relation);
        if (found == relations.end()) return kBroken;
        if (found->second.kind != "worksheet") continue; // a chart on a sheet of its own
        const std::optional<std::string> part = archive.read(found->second.target);
        if (!part || !collect.begin_sheet(std::move(entry.name)) || !read_xlsx_sheet(*part, shared, collect))
            return kBroken;
    }
    return {};
}

} // namespace timbang::sheets
