// Opening packages of strangers. The first line of an input says what follows:
//
//   zip             the bytes of a package
//   pack            files to be packed and opened, then opened once more with one byte changed:
//                   its place (two bytes), the byte, names and lines
//   entries         entries of a zip as they please, under a manifest that fits them
//   manifest        the text of one
//   signatures      the text of one
//   block           the sealed block of a package, as a stranger wrote it
//   inner           what a sealed block decrypts to: the bytes of a zip
//   inner-entries   the same from entries as they please, beside sums that fit
//   case            a case to be sealed and opened, then opened once more with one byte of its block changed:
//                   for whom, the place (two bytes), the byte, names and lines; 0x1F in a line stands for its end
#include "content/package.h"
#include "base/hash.h"
#include "content/package/manifest.h"
#include "content/package/sealed_zip.h"
#include "content/package/zip.h"
#include "fuzz/driver.h"
#include "support/zip_builder.h"

using namespace timbang;
using fuzz::require;

namespace {

void look_at(const content::Package& package) {
    require(package.files != nullptr, "an opened package has its files");
    require(package.files->size() >= package.manifest.files.size(), "every file of the manifest is there");
    for (const auto& [path, bytes] : *package.files) {
        require(content::check_package_name(path).ok(), "paths stay inside");
        require(bytes.size() <= content::kMostFileBytes, "no file is over the limit");
    }
}

void open(std::string_view bytes) {
    const auto package = content::open_package(bytes);
    if (package) look_at(*package);
}

void pack_and_spoil(std::string_view rest) {
    if (rest.size() < 4) return;
    const std::size_t at = static_cast<unsigned char>(rest[0]) * 256U + static_cast<unsigned char>(rest[1]);
    const char by = rest[2];
    rest.remove_prefix(3);
    content::FileTexts files{{"scenario.yaml", "timbang: 1\n"}};
    while (!rest.empty()) {
        const std::string name(fuzz::take_line(rest));
        files[name] = std::string(fuzz::take_line(rest));
    }
    const auto packed = content::make_package(files, {"id", "1", "fuzz", false});
    if (!packed) return;
    const auto opened = content::open_package(*packed);
    require(opened.ok(), "what was packed can be opened");
    require(opened->files->at("scenario.yaml") == files.at("scenario.yaml"), "files come back as they were");
    std::string spoilt = *packed;
    spoilt[at % spoilt.size()] = by;
    const auto other = content::open_package(spoilt);
    if (!other) return;
    look_at(*other);
    for (const auto& [path, bytes] : files)
        require(other->files->count(path) == 1 && other->files->at(path) == bytes,
                "no changed file is taken for the one that was packed");
}

/// Entries with a byte each for the mode, the method and the size that the heads tell; then a name and a content.
std::vector<test::ZipEntry> entries_of(std::string_view rest) {
    std::vector<test::ZipEntry> entries;
    while (rest.size() > 3) {
        constexpr std::uint32_t kModes[] = {0100644, 0120777, 0040755, 0020666, 0};
        test::ZipEntry entry;
        entry.mode = kModes[static_cast<unsigned char>(rest[0]) % 5];
        entry.method = rest[1] == '8' ? 8 : 0;
        entry.flags = rest[1] == 'e' ? 1 : 0;
        if (rest[2] != '=') entry.told_size = static_cast<unsigned char>(rest[2]) * 997;
        rest.remove_prefix(3);
        entry.name = fuzz::take_line(rest);
        entry.content = fuzz::take_line(rest);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void build(std::string_view rest) {
    test::ZipBuilder zip;
    content::Manifest manifest;
    manifest.id = "kasus";
    manifest.version = "1";
    const std::vector<test::ZipEntry> entries = entries_of(rest);
    for (const test::ZipEntry& entry : entries)
        manifest.files.push_back({entry.name, entry.content.size(), base::sha256(entry.content)});
    zip.add({content::kManifestFile, content::manifest_text(manifest)});
    for (const test::ZipEntry& entry : entries)
        zip.add(entry);
    open(zip.bytes());
}

void read_manifest(std::string_view text) {
    const auto manifest = content::read_manifest(text);
    if (!manifest) return;
    const auto again = content::read_manifest(content::manifest_text(*manifest));
    require(again.ok() && again->files.size() == manifest->files.size(), "a written manifest reads back");
}

// The same in every run, so that a block that was found opens again.
const base::SealOpeners kOpeners{"kata sandi",
                                 {"97ce15d4cef32b010550b4209d4c09e835f3568b646436dd49bf8bc562fe0504",
                                  "c2dce0288afedb83517eb83224a0b29c9f99156d30081db7fa0596e2e6d0c5fe"},
                                 ""};
constexpr base::SealCost kQuick{1, std::size_t{8} << 10};
const content::PackageFacts kSealed{"kasus", "1", "fuzz", true};

/// Without the passphrase where the block asks for more work than a run has time for: that it is bounded is tested
/// elsewhere.
base::SealOpeners openers_for(std::string_view block) {
    base::SealOpeners openers = kOpeners;
    const bool cheap = block.size() > 20 && block[8] <= 4 && block.substr(9, 3) == std::string_view("\0\0\0", 3) &&
                       block.substr(15, 5) == std::string_view("\0\0\0\0\0", 5);
    if (!cheap) openers.passphrase.clear();
    return openers;
}

void look_at(const base::Result<content::FileTexts>& files) {
    if (!files) return;
    require(files->size() <= content::kMostPackageFiles, "no more files than a package may have");
    for (const auto& [path, bytes] : *files)
        require(content::check_package_name(path).ok(), "paths stay inside");
}

base::Result<content::FileTexts> open_block(content::FileTexts files, std::string_view block) {
    files[content::kSealedFile] = block;
    content::Package package;
    package.manifest.id = kSealed.id;
    package.manifest.version = kSealed.version;
    package.manifest.sealed = true;
    package.files = std::make_shared<const content::FileTexts>(std::move(files));
    auto opened = content::open_sealed(package, openers_for(block));
    look_at(opened);
    return opened;
}

const content::FileTexts kOpen{{"scenario.yaml", "timbang: 1\n"}};

void build_inner(std::string_view rest) {
    test::ZipBuilder zip;
    zip.add({"open.json", "{\"scenario.yaml\":\"" + base::sha256(kOpen.at("scenario.yaml")) + "\"}"});
    for (const test::ZipEntry& entry : entries_of(rest))
        zip.add(entry);
    look_at(content::with_sealed_zip(kOpen, zip.bytes()));
}

void seal_and_spoil(std::string_view rest) {
    if (rest.size() < 5) return;
    const int whom = static_cast<unsigned char>(rest[0]) % 3;
    const std::size_t at = static_cast<unsigned char>(rest[1]) * 256U + static_cast<unsigned char>(rest[2]);
    const char by = rest[3];
    rest.remove_prefix(4);
    content::FileTexts files;
    while (!rest.empty()) {
        const std::string name(fuzz::take_line(rest));
        std::string& text = files[name];
        text = fuzz::take_line(rest);
        for (char& c : text)
            if (c == '\x1F') c = '\n';
    }
    base::SealFor who{"", {}, kQuick};
    if (whom != 0) who.passphrase = kOpeners.passphrase;
    if (whom != 1) who.keys = {kOpeners.key.open};
    auto sealed = content::seal_files(files, kSealed, who);
    if (!sealed || !content::make_package(*sealed, kSealed)) return;
    std::string block = std::move(sealed->at(content::kSealedFile));
    require(block.size() % content::kSealStep == 0, "the size tells little");
    sealed->erase(content::kSealedFile);
    const auto opened = open_block(*sealed, block);
    require(opened.ok() && *opened == files, "what was sealed comes back as it was");
    if (block[at % block.size()] == by) return;
    block[at % block.size()] = by;
    // Whom it is for is said more than once: one spoilt way in may leave the other.
    const auto other = open_block(*sealed, block);
    require(!other.ok() || *other == files, "no changed block opens as something else");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string_view kind = fuzz::take_line(text);
    if (kind == "zip")
        open(text);
    else if (kind == "pack")
        pack_and_spoil(text);
    else if (kind == "entries")
        build(text);
    else if (kind == "manifest")
        read_manifest(text);
    else if (kind == "signatures")
        static_cast<void>(content::read_signatures(text, "{}"));
    else if (kind == "block")
        static_cast<void>(open_block(kOpen, text));
    else if (kind == "inner")
        look_at(content::with_sealed_zip(kOpen, text));
    else if (kind == "inner-entries")
        build_inner(text);
    else if (kind == "case")
        seal_and_spoil(text);
    return 0;
}
