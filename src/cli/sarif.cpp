#include "cli/sarif.h"

#include <algorithm>
#include <nlohmann/json.hpp>

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

json result(const base::Finding& finding, const std::vector<std::string>& rules, const base::Catalogue& catalogue,
            base::Lang lang) {
    const auto rule = std::lower_bound(rules.begin(), rules.end(), finding.code) - rules.begin();
    const json location = {{"physicalLocation",
                            {{"artifactLocation", {{"uri", uri(finding.where.file)}}},
                             {"region", {{"startLine", finding.where.line}, {"startColumn", finding.where.column}}}}}};
    return {{"ruleId", finding.code},
            {"ruleIndex", rule},
            {"level", base::severity_id(finding.severity)},
            {"message", {{"text", catalogue.text(lang, finding.message())}}},
            {"locations", json::array({location})}};
}

} // namespace

std::string sarif(const base::Diagnostics& findings, const base::Catalogue& catalogue, base::Lang lang,
                  const std::string& version) {
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
        results.push_back(result(finding, rules, catalogue, lang));
    const json driver = {{"name", "timbang"}, {"version", version}, {"rules", rule_list}};
    const json run = {{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
    const json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", json::array({run})}};
    return log.dump(2, ' ', false, json::error_handler_t::replace);
}

} // namespace timbang::cli
