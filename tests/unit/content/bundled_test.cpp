#include <doctest/doctest.h>

#include "content/library.h"

using namespace timbang;

namespace {

std::string told(const base::Finding& finding) {
    std::string text = finding.where.file + ":" + std::to_string(finding.where.line) + ":" +
                       std::to_string(finding.where.column) + " " + finding.code;
    for (const auto& [name, value] : finding.args) {
        if (const auto* word = std::get_if<std::string>(&value)) text += " " + name + "=" + *word;
        if (const auto* key = std::get_if<base::Key>(&value)) text += " " + name + "=" + key->key;
        if (const auto* number = std::get_if<std::int64_t>(&value)) text += " " + name + "=" + std::to_string(*number);
    }
    return text;
}

} // namespace

TEST_CASE("every bundled case reads without a finding") {
    const auto cases = content::find_scenarios(TIMBANG_SOURCE_DIR "/scenarios");
    REQUIRE(!cases.empty());
    for (const std::string& folder : cases) {
        CAPTURE(folder);
        const auto loaded = content::load_scenario(folder, {});
        for (const base::Finding& finding : loaded.findings) FAIL_CHECK(told(finding));
        CHECK(loaded.scenario != nullptr);
    }
}

TEST_CASE("every bundled case passes every check; notes may remain") {
    for (const std::string& folder : content::find_scenarios(TIMBANG_SOURCE_DIR "/scenarios")) {
        CAPTURE(folder);
        const auto loaded = content::check_scenario(folder, {});
        for (const base::Finding& finding : loaded.findings)
            if (finding.severity != base::Severity::Note) FAIL_CHECK(told(finding));
        CHECK(loaded.scenario != nullptr);
    }
}
