#include "content/new_case.h"

#include <doctest/doctest.h>

#include "base/files.h"
#include "support/temp_folder.h"

using namespace timbang;

namespace {

const std::string kTemplates = std::string(TIMBANG_SOURCE_DIR) + "/assets/templates";

} // namespace

TEST_CASE("a new case has the id and the title that were asked for, whatever is in the title") {
    const test::TempFolder folder;
    const std::vector<std::string> names = content::template_names(kTemplates);
    REQUIRE_FALSE(names.empty());
    for (const std::string& name : names) {
        CAPTURE(name);
        const auto files = content::files_of_template(kTemplates, name, "7", "Air: \"bersih\"\n# \\ layak");
        REQUIRE(files.ok());
        REQUIRE(content::write_new_case(*files, folder / name).ok());
        const std::string text = base::read_file(folder / name + "/scenario.yaml").value();
        CHECK(text.find("\nid: 7\nversion: 0.1.0\ntitle: \"Air: \\\"bersih\\\" # \\\\ layak\"\n") != std::string::npos);
    }
}

TEST_CASE("a copied case differs from its pattern in the id only") {
    const test::TempFolder folder;
    const std::string from = std::string(TIMBANG_SOURCE_DIR) + "/scenarios/jumlah-yang-tidak-cocok";
    REQUIRE(content::copy_case(from, folder / "salinan", "salinan").ok());
    std::string text = base::read_file(from + "/scenario.yaml").value();
    const std::string id = "id: jumlah-yang-tidak-cocok\n";
    REQUIRE(text.find(id) != std::string::npos);
    text.replace(text.find(id), id.size(), "id: salinan\n");
    CHECK(base::read_file(folder / "salinan/scenario.yaml").value() == text);
    CHECK(base::list_folder(folder / "salinan") == base::list_folder(from));
}
