#include <doctest/doctest.h>

#include "content/library.h"
#include "content/package.h"
#include "content/package/zip.h"
#include "support/temp_folder.h"
#include "support/zip_builder.h"

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

namespace {

constexpr std::size_t kWhole = content::kMostUnpackedBytes / content::kMostFileBytes; ///< files of the largest size that fit

/// Files that are the largest that one may be by what their heads say, and packed as small as one may be.
std::string zip_of_largest(std::size_t count) {
    test::ZipBuilder zip;
    const std::string packed(content::kMostFileBytes / content::kMostRatio + 1, 'x');
    for (std::size_t i = 0; i < count; ++i)
        zip.add({std::to_string(i), packed, 0100644, 0, 8, static_cast<std::int64_t>(content::kMostFileBytes)});
    return zip.bytes();
}

} // namespace

TEST_CASE("files that together are larger than a package may be are refused before one of them is unpacked") {
    const auto over = content::open_package(zip_of_largest(kWhole + 1));
    REQUIRE(!over);
    CHECK(over.error().code == "package-too-large");
    CHECK(content::open_package(zip_of_largest(kWhole)).error().code == "package-damaged"); // here unpacking was tried
}

TEST_CASE("nor is packed what could not be opened") {
    content::FileTexts files;
    for (std::size_t i = 0; i <= kWhole; ++i) files[std::to_string(i)] = std::string(content::kMostFileBytes, 'x');
    const auto over = content::make_package(files, {"kasus", "1.0", "timbang test"});
    REQUIRE(!over);
    CHECK(over.error().code == "package-too-large");
}
