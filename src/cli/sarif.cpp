#include "cli/sarif.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace timbang::cli {

namespace {

using nlohmann::json;

/// A path as a URI reference: everything but letters, digits and -._~/ is percent-encoded (RFC 3986).
std::string uri(const std::string& path) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string result;
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) {
            result += c;
        } else {
            result += '%';
            result += kHex[static_cast<unsigned char>(c) >> 4];
            result += kHex[static_cast<unsigned char>(c) & 15];
        }
    }
    return result;
}

/// The stretch that a fix replaces.
json region(const base::Span& where, const TextOfFile& text_of) {
    const auto text = text_of(where.file);
    if (!text || where.end > text->size() || where.begin > where.end)
        return {{"byteOffset", where.begin}, {"byteLength", where.end - std::min(where.begin, where.end)}};
    int line = where.line, column = where.column;
    for (std::size_t at = where.begin; at < where.end;) {
        const base::CodePoint point = base::code_point_at(*text, at);
        at = point.next;
        if (point.value == U'\n')
            ++line, column = 1;
        else
            ++column;
    }
    return {{"startLine", where.line}, {"startColumn", where.column}, {"endLine", line}, {"endColumn", column}};
}

json fix(const base::Fix& fix, const base::Catalogue& catalogue, base::Lang lang, const TextOfFile& text_of) {
    const json replacement = {{"deletedRegion", region(fix.where, text_of)},
                              {"insertedContent", {{"text", fix.replacement}}}};
    const json change = {{"artifactLocation", {{"uri", uri(fix.where.file)}}},
                         {"replacements", json::array({replacement})}};
    return {{"description", {{"text", catalogue.text(lang, "check.fix", {{"text", fix.replacement}})}}},
            {"artifactChanges", json::array({change})}};
}

json result(const base::Finding& finding, const std::vector<std::string>& rules, const base::Catalogue& catalogue,
            base::Lang lang, const TextOfFile& text_of) {
    const auto rule = std::lower_bound(rules.begin(), rules.end(), finding.code) - rules.begin();
    const json location = {{"physicalLocation",
                            {{"artifactLocation", {{"uri", uri(finding.where.file)}}},
                             {"region", {{"startLine", finding.where.line}, {"startColumn", finding.where.column}}}}}};
    json one = {{"ruleId", finding.code},
                {"ruleIndex", rule},
                {"level", base::severity_id(finding.severity)},
                {"message", {{"text", catalogue.text(lang, finding.message())}}},
                {"locations", json::array({location})}};
    if (finding.fix) one["fixes"] = json::array({fix(*finding.fix, catalogue, lang, text_of)});
    return one;
}

} // namespace

std::string sarif(const base::Diagnostics& findings, const base::Catalogue& catalogue, base::Lang lang,
                  const std::string& version, const TextOfFile& text_of) {
    std::vector<std::string> rules;
    for (const base::Finding& finding : findings)
        rules.push_back(finding.code);
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    json rule_list = json::array();
    for (const std::string& rule : rules)
        rule_list.push_back({{"id", rule}});
    json results = json::array();
    for (const base::Finding& finding : findings)
        results.push_back(result(finding, rules, catalogue, lang, text_of));
    const json driver = {{"name", "timbang"}, {"version", version}, {"rules", rule_list}};
    const json run = {{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
    const json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", json::array({run})}};
    return log.dump(2, ' ', false, json::error_handler_t::replace);
}

} // namespace timbang::cli
