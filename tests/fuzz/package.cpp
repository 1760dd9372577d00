// Opening packages of strangers. The first line of an input says what follows:
//   zip       the bytes of a package
//   pack      files to be packed and opened, then opened once more with one byte changed: its place, the byte, names
//   and lines entries   entries of a zip as they please, under a manifest that fits them manifest, signatures    the
//   text of one
#include "content/package.h"
#include "base/hash.h"
#include "content/package/manifest.h"
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
void build(std::string_view rest) {
    test::ZipBuilder zip;
    content::Manifest manifest;
    manifest.id = "kasus";
    manifest.version = "1";
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
        manifest.files.push_back({entry.name, entry.content.size(), base::sha256(entry.content)});
        entries.push_back(std::move(entry));
    }
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
    return 0;
}
