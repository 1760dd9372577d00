#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "base/catalogue.h"
#include "support/program.h"

using timbang::base::Catalogue;
using timbang::base::Lang;

namespace {

Catalogue catalogue() {
    auto loaded = Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
}

/// String literals of the sources that look like a key of an area that the catalogue has: "desk.submit".
std::set<std::string> keys_in_sources(const std::set<std::string>& areas) {
    std::set<std::string> keys;
    const std::set<std::string> kFileEndings = {"db", "js", "json"}; // "records.db" is the name of a file
    const std::regex literal("\"([a-z]+)\\.([a-z0-9]+(?:[.-][a-z0-9]+)*)\"");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(TIMBANG_SOURCE_DIR "/src")) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".cpp" && extension != ".h") continue;
        const std::string text = timbang::test::file_text(entry.path().string());
        for (std::sregex_iterator match(text.begin(), text.end(), literal), end; match != end; ++match)
            if (areas.count((*match)[1]) && !kFileEndings.contains((*match)[2].str()))
                keys.insert((*match)[1].str() + "." + (*match)[2].str());
    }
    return keys;
}

} // namespace

TEST_CASE("both languages have the same keys with the same placeholders") {
    const auto uneven = catalogue().uneven();
    for (const std::string& key : uneven) FAIL_CHECK(key);
    CHECK(uneven.empty());
}

TEST_CASE("every key that the sources name is in the catalogue") {
    const Catalogue texts = catalogue();
    std::set<std::string> areas;
    for (const std::string& key : texts.keys(Lang::En)) areas.insert(key.substr(0, key.find('.')));
    for (const std::string& key : keys_in_sources(areas)) {
        CAPTURE(key);
        CHECK(texts.has(key));
    }
}
