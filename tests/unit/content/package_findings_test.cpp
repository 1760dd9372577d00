#include <doctest/doctest.h>

#include "content/library.h"
#include "content/package.h"
#include "content/package/zip.h"
#include "support/temp_folder.h"

using namespace timbang;

// Packages that `check` refuses, each beside one that it opens.

TEST_CASE("a package that was changed after it was signed is told with the name of who signed") {
    content::FolderSource source(TIMBANG_SOURCE_DIR "/scenarios/perkenalan-meja-kerja");
    const content::FileTexts files = content::files_to_pack(source).value();
    const content::Signer author{"Siti Rahma", base::make_signing_key()};
    const content::PackageFacts facts{"perkenalan-meja-kerja", "1.0", "timbang test"};
    const std::string bytes = content::make_package(files, facts, {author}).value();
    content::CheckContext context;
    context.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    const test::TempFolder folder;
    const std::string path = folder / "kasus.timbang";

    REQUIRE(base::write_file_atomically(path, bytes));
    CHECK(content::check_scenario(path, context).findings.empty());

    auto entries = content::read_zip(bytes).value();
    std::string& signatures = entries.back().second;
    signatures.replace(signatures.find("Siti"), 4, "Sita");
    REQUIRE(base::write_file_atomically(path, content::write_zip(entries).value()));
    const auto changed = content::check_scenario(path, context);
    REQUIRE(changed.findings.size() == 1);
    CHECK(changed.findings[0].code == "package-signature");
    CHECK(changed.scenario == nullptr);
}

TEST_CASE("a file larger than any package is not unpacked") {
    const auto refused = content::read_zip(std::string(content::kMostPackedBytes + 1, 'P'));
    REQUIRE(!refused);
    CHECK(refused.error().code == "package-too-large");
}
