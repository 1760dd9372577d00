#include <doctest/doctest.h>

#include <filesystem>

#include "base/hash.h"
#include "content/library.h"
#include "content/package.h"
#include "content/package/manifest.h"
#include "content/package/zip.h"
#include "support/temp_folder.h"
#include "support/zip_builder.h"

using namespace timbang;
using content::FileTexts;
using content::open_package;

namespace {

const FileTexts kFiles{{"a/b.txt", "two"}, {"scenario.yaml", "one"}};
const content::PackageFacts kFacts{"kasus", "1.0", "timbang test"};

content::Manifest manifest_of(const FileTexts& files) {
    content::Manifest manifest;
    manifest.id = "kasus";
    manifest.version = "1.0";
    manifest.made_by = "timbang test";
    for (const auto& [path, text] : files) manifest.files.push_back({path, text.size(), base::sha256(text)});
    return manifest;
}

std::string zip_of(const content::Manifest& manifest, const std::vector<test::ZipEntry>& entries) {
    test::ZipBuilder zip;
    zip.add({content::kManifestFile, content::manifest_text(manifest)});
    for (const test::ZipEntry& entry : entries) zip.add(entry);
    return zip.bytes();
}

/// A package whose manifest fits, of entries that are as they please.
std::string zip_of(const std::vector<test::ZipEntry>& entries) {
    FileTexts files;
    for (const test::ZipEntry& entry : entries) files.emplace(entry.name, entry.content);
    return zip_of(manifest_of(files), entries);
}

std::string refusal(const std::string& bytes) {
    const auto package = open_package(bytes);
    return package ? "opened" : package.error().code;
}

} // namespace

TEST_CASE("a package gives the files back that were packed, and the same files give the same bytes") {
    const auto bytes = content::make_package(kFiles, kFacts);
    REQUIRE(bytes);
    CHECK(*bytes == content::make_package(kFiles, kFacts).value());
    const auto package = open_package(*bytes);
    REQUIRE(package);
    CHECK(*package->files == kFiles);
    CHECK(package->manifest.id == "kasus");
    CHECK(package->manifest.version == "1.0");
    CHECK(package->manifest.made_by == "timbang test");
    CHECK(package->manifest.files.size() == 2);
    CHECK(package->signatures.empty());
    CHECK(content::read_zip(*bytes)->front().first == content::kManifestFile);
}

TEST_CASE("a zip made by other programs opens when its manifest fits") {
    CHECK(refusal(zip_of({{"a/b.txt", "two"}, {"scenario.yaml", "one"}})) == "opened");
    const content::Manifest manifest = manifest_of({{"a/b.txt", "two"}});
    CHECK(refusal(zip_of(manifest, {{"a/", "", 040755}, {"a/b.txt", "two"}})) == "opened");
}

TEST_CASE("names that lead out of the folder, or mean another file elsewhere, are refused") {
    const std::pair<const char*, const char*> bad[] = {
        {"../x", "package-leaves"},        {"a/../../x", "package-leaves"},  {"a/..", "package-leaves"},
        {"/etc/passwd", "package-absolute"}, {"C:x", "package-absolute"},    {"a\\b", "package-backslash"},
        {"..\\x", "package-backslash"},    {"./x", "package-name"},          {"a//b", "package-name"},
        {"a\nb", "package-name"},          {"\xFF\xFE", "package-name"},     {"a/b:stream", "package-name"}};
    for (const auto& [name, code] : bad) {
        CAPTURE(name);
        CHECK(refusal(zip_of(manifest_of({}), {{name, "x"}})) == code);
        CHECK(content::make_package({{name, "x"}}, kFacts).error().code == code);
        content::Manifest manifest = manifest_of({{"good", "x"}});
        if (!base::sha256(name).empty() && std::string(name) != "\xFF\xFE") {
            manifest.files[0].path = name;
            CHECK(refusal(zip_of(manifest, {{"good", "x"}})) == code);
        }
    }
    CHECK(refusal(zip_of(manifest_of({}), {{std::string(500, 'a'), "x"}})) == "package-name");
    CHECK(refusal(zip_of({{"..a/b..c/...", "x"}})) == "opened");
}

TEST_CASE("entries that are there twice are refused, also with other capital letters or as file and folder") {
    const std::pair<const char*, const char*> pairs[] = {{"a", "a"}, {"a/B.txt", "A/b.TXT"}, {"a", "a/b"}, {"A/b", "a"}};
    for (const auto& [one, two] : pairs) {
        CAPTURE(one);
        CHECK(refusal(zip_of(manifest_of({}), {{one, "x"}, {"a-", "y"}, {two, "x"}})) == "package-duplicate");
    }
    content::Manifest twice = manifest_of({{"a", "x"}});
    twice.files.push_back(twice.files[0]);
    CHECK(refusal(zip_of(twice, {{"a", "x"}})) == "package-duplicate");
    CHECK(refusal(zip_of({{"a", "x"}, {"a-b", "y"}, {"ab", "z"}})) == "opened");
}

TEST_CASE("links, devices, encrypted entries and rare compressions are refused") {
    CHECK(refusal(zip_of({{"link", "/etc/passwd", 0120777}})) == "package-link");
    CHECK(refusal(zip_of({{"device", "", 0020644}})) == "package-link");
    CHECK(refusal(zip_of({{"locked", "xxxxxxxxxxxxxxxxx", 0100644, 1}})) == "package-encrypted");
    CHECK(refusal(zip_of({{"rare", "x", 0100644, 0, 14}})) == "package-method");
}

TEST_CASE("what the manifest does not name, or names and is not there, or says otherwise, is refused") {
    CHECK(refusal(zip_of(manifest_of({{"a", "x"}}), {{"a", "x"}, {"b", "y"}})) == "package-unlisted");
    CHECK(refusal(zip_of(manifest_of({{"a", "x"}, {"b", "y"}}), {{"a", "x"}})) == "package-missing");
    CHECK(refusal(zip_of(manifest_of({{"a", "x"}}), {{"a", "y"}})) == "package-checksum");
    test::ZipBuilder none;
    none.add({"a", "x"});
    CHECK(refusal(none.bytes()) == "package-no-manifest");
    CHECK(refusal(test::ZipBuilder().bytes()) == "package-no-manifest");
    for (const char* text : {"", "[]", "{}", "{\"format\": 1, \"id\": \"x\"}", "{\"format\": \"1\"}",
                             "{\"format\": 1, \"id\": \"x\", \"files\": [{\"path\": \"a\", \"size\": -1}]}",
                             "{\"format\": 1, \"id\": \"x\", \"files\": [3]}"}) {
        CAPTURE(text);
        test::ZipBuilder zip;
        zip.add({content::kManifestFile, text});
        CHECK(refusal(zip.bytes()) == "package-manifest");
    }
    content::Manifest newer = manifest_of({});
    newer.format = 2;
    CHECK(refusal(zip_of(newer, {})) == "package-version");
}

TEST_CASE("what is no zip, cut or changed on the way is refused") {
    CHECK(refusal("") == "package-not-zip");
    CHECK(refusal("timbang: 1\n") == "package-not-zip");
    const std::string bytes = content::make_package(kFiles, kFacts).value();
    for (std::size_t size = 2; size < bytes.size(); ++size) CHECK(refusal(bytes.substr(0, size)) == "package-damaged");
    int opened = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        const auto package = open_package(changed);
        if (!package) continue;
        ++opened; // a time or a version of the zip: what is in it is the same
        CHECK(*package->files == kFiles);
    }
    CHECK(opened < static_cast<int>(bytes.size()) / 4);
}

TEST_CASE("a zip that would fill the memory is refused by what it says, and by what it is") {
    const auto zeros = [](std::size_t size) { return std::string(size, '\0'); };
    CHECK(refusal(content::write_zip({{"a", zeros(content::kRatioFrom + 1)}}).value()) == "package-ratio");
    CHECK(refusal(content::write_zip({{"a", zeros(content::kMostFileBytes + 1)}}).value()) == "package-file-too-large");
    CHECK(content::make_package({{"a", zeros(content::kMostFileBytes + 1)}}, kFacts).error().code ==
          "package-file-too-large");
    content::ZipEntries many;
    for (std::size_t i = 0; i < 20; ++i) many.emplace_back(std::to_string(i), zeros(content::kRatioFrom));
    CHECK(refusal(content::write_zip(many).value()) == "package-ratio");
    many.assign(content::kMostPackageFiles + 1, {"", ""});
    for (std::size_t i = 0; i < many.size(); ++i) many[i].first = std::to_string(i);
    CHECK(refusal(content::write_zip(many).value()) == "package-too-many");
    CHECK(refusal(zip_of({{"a", "short", 0100644, 0, 0, 4000000000}})) != "opened");
    CHECK(refusal(zip_of({{"a", "longer than told", 0100644, 0, 0, 3}})) != "opened");
}

TEST_CASE("a signature fits its package alone, and the name is signed too") {
    const content::Signer author{"Siti Rahma", base::make_signing_key()};
    const std::string bytes = content::make_package(kFiles, kFacts, {author}).value();
    const auto package = open_package(bytes);
    REQUIRE(package);
    REQUIRE(package->signatures.size() == 1);
    CHECK(package->signatures[0].name == "Siti Rahma");
    CHECK(package->signatures[0].key == author.key.open);
    CHECK(package->signatures[0].fits);

    auto entries = content::read_zip(bytes).value();
    std::string& signatures = entries.back().second;
    REQUIRE(entries.back().first == content::kSignaturesFile);
    const std::string before = signatures;
    signatures.replace(signatures.find("Siti"), 4, "Sita");
    CHECK_FALSE(open_package(content::write_zip(entries).value())->signatures[0].fits);
    signatures = before;
    FileTexts other = kFiles;
    other["scenario.yaml"] = "another";
    entries[0].second = content::manifest_text(manifest_of(other));
    entries[2].second = "another";
    const auto changed = open_package(content::write_zip(entries).value());
    REQUIRE(changed);
    CHECK_FALSE(changed->signatures[0].fits);
    for (const char* text : {"", "{}", "{\"signatures\": [1]}", "{\"signatures\": [{\"name\": \"x\"}]}"}) {
        signatures = text;
        CHECK(refusal(content::write_zip(entries).value()) == "package-manifest");
    }
}

TEST_CASE("unpacking writes everything or nothing") {
    test::TempFolder folder;
    const auto package = open_package(content::make_package(kFiles, kFacts).value()).value();
    REQUIRE(content::unpack(package, folder / "out/", content::Existing::Refuse));
    CHECK(base::read_file(folder / "out/a/b.txt").value() == "two");
    CHECK(base::list_folder(folder.path()) == std::vector<std::string>{"out"});
    REQUIRE(base::write_file_atomically(folder / "out/mine.txt", "kept"));
    CHECK(content::unpack(package, folder / "out", content::Existing::Refuse).error().code == "package-folder-exists");
    CHECK(base::read_file(folder / "out/mine.txt").value() == "kept");
    REQUIRE(content::unpack(package, folder / "out", content::Existing::Replace));
    CHECK(base::list_folder(folder / "out") == std::vector<std::string>{"a", "scenario.yaml"});
    std::filesystem::create_symlink("out", folder / "link");
    CHECK_FALSE(content::unpack(package, folder / "link", content::Existing::Replace));
    CHECK_FALSE(content::unpack(package, folder / "out/scenario.yaml/deeper", content::Existing::Refuse));
    CHECK(base::list_folder(folder.path()) == std::vector<std::string>{"link", "out"});
}

TEST_CASE("only a case or an empty folder is replaced, and its hidden names stay") {
    test::TempFolder folder;
    const auto package = open_package(content::make_package(kFiles, kFacts).value()).value();
    const auto replace = [&](const char* name) { return content::unpack(package, folder / name, content::Existing::Replace); };
    REQUIRE(base::make_folders(folder / "letters"));
    REQUIRE(base::write_file_atomically(folder / "letters/mother.txt", "dear"));
    CHECK(replace("letters").error().code == "package-no-case");
    CHECK(base::read_file(folder / "letters/mother.txt").value() == "dear");
    REQUIRE(base::make_folders(folder / "empty"));
    CHECK(replace("empty"));
    REQUIRE(base::make_folders(folder / "case/.git/refs"));
    REQUIRE(base::write_file_atomically(folder / "case/.git/refs/head", "1"));
    REQUIRE(base::write_file_atomically(folder / "case/scenario.yaml", "old"));
    REQUIRE(base::write_file_atomically(folder / "case/gone.md", "old"));
    REQUIRE(replace("case"));
    CHECK(base::list_folder(folder / "case") == std::vector<std::string>{".git", "a", "scenario.yaml"});
    CHECK(base::read_file(folder / "case/.git/refs/head").value() == "1");
    CHECK(base::read_file(folder / "case/scenario.yaml").value() == "one");
    CHECK(base::list_folder(folder.path()) == std::vector<std::string>{"case", "empty", "letters"});
}

TEST_CASE("a package goes into a folder of its id where that is a plain name") {
    content::Manifest manifest;
    for (const char* id : {"kasus", "kasus-2.1", "Kasus_2"}) {
        manifest.id = id;
        CHECK(content::folder_name(manifest) == id);
    }
    for (const char* id : {"", ".", "..", ".ssh", "/etc", "a/b", "a b", "\x1B[2J"}) {
        manifest.id = id;
        CHECK(content::folder_name(manifest).empty());
    }
}

TEST_CASE("too many files are refused, not left out") {
    FileTexts many;
    for (std::size_t i = 0; i <= content::kMostPackageFiles; ++i) many.emplace("evidence/" + std::to_string(i), "");
    for (const char* aside : {"a~", "b~", "c~"}) many.emplace(aside, ""); // seen first, and not packed
    content::MemorySource source(std::make_shared<const FileTexts>(many));
    const auto files = content::files_to_pack(source);
    REQUIRE_FALSE(files);
    CHECK(files.error().code == "package-too-many");
}

TEST_CASE("a packed case is the same case") {
    constexpr const char* kCase = TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok";
    content::CheckContext context;
    context.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    content::FolderSource source(kCase);
    const auto files = content::files_to_pack(source);
    REQUIRE(files);
    const auto package = open_package(content::make_package(*files, kFacts).value()).value();
    const auto loaded = content::load_scenario({"x.timbang", "", package.source()}, context);
    REQUIRE(loaded.scenario);
    CHECK(loaded.scenario->hashes.content == content::load_scenario(kCase, context).scenario->hashes.content);
}
