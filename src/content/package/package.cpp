#include "content/package.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "content/package/manifest.h"
#include "content/package/zip.h"

namespace timbang::content {

namespace {

base::Error error(const char* code, const std::string& name) { return base::Error(code, {{"name", name}}); }
base::Error over(const char* code, const std::string& name, std::size_t limit) {
    return base::Error(code, {{"name", name}, {"limit", static_cast<std::int64_t>(limit)}});
}

/// Takes an entry out of the list; nothing where it is not there.
std::optional<std::string> take(ZipEntries& entries, const char* name) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == name; });
    if (found == entries.end()) return std::nullopt;
    std::string content = std::move(found->second);
    entries.erase(found);
    return content;
}

base::Result<FileTexts> verified(ZipEntries entries, const Manifest& manifest) {
    FileTexts files;
    for (auto& [name, content] : entries) files.emplace(name, std::move(content));
    std::vector<std::string> listed;
    for (const PackedFile& file : manifest.files) {
        if (base::Status fine = check_package_name(file.path); !fine) return fine.error();
        const auto found = files.find(file.path);
        if (found == files.end()) return error("package-missing", file.path);
        if (found->second.size() != file.size || base::sha256(found->second) != file.sha256)
            return error("package-checksum", file.path);
        listed.push_back(file.path);
    }
    if (base::Status fine = check_package_names(listed); !fine) return fine.error();
    const std::set<std::string_view> known(listed.begin(), listed.end());
    for (const auto& [name, content] : files)
        if (!known.contains(name)) return error("package-unlisted", name);
    return files;
}

} // namespace

base::Status check_package_files(const FileTexts& files) {
    if (files.size() + 2 > kMostPackageFiles) return over("package-too-many", "", kMostPackageFiles);
    std::vector<std::string> names;
    std::size_t total = 0;
    for (const auto& [name, content] : files) {
        if (base::Status fine = check_package_name(name); !fine) return fine;
        if (content.size() > kMostFileBytes) return over("package-file-too-large", name, kMostFileBytes >> 20);
        names.push_back(name);
        total += content.size();
    }
    if (total > kMostUnpackedBytes) return over("package-too-large", "", kMostUnpackedBytes >> 20);
    return check_package_names(names);
}

bool is_package(const std::string& path) {
    return path.ends_with(kPackageEnding) && base::file_kind(path) == base::FileKind::File;
}

base::Result<FileTexts> files_to_pack(FileSource& source) {
    FileTexts files;
    std::size_t total = 0;
    const std::vector<std::string> paths = all_files(source, kMostPackageFiles + 1);
    if (paths.size() > kMostPackageFiles) return over("package-too-many", "", kMostPackageFiles);
    for (const std::string& path : paths) {
        if (path == kManifestFile || path == kSignaturesFile || path.ends_with('~')) continue;
        base::Result<std::string> content = source.read(path, kMostFileBytes);
        if (!content && content.error().code == "file-too-large")
            return over("package-file-too-large", path, kMostFileBytes >> 20);
        if (!content) return content.error();
        total += content->size();
        if (total > kMostUnpackedBytes) return over("package-too-large", "", kMostUnpackedBytes >> 20);
        files.emplace(path, std::move(*content));
    }
    if (base::Status fine = check_package_files(files); !fine) return fine.error();
    return files;
}

base::Result<std::string> make_package(const FileTexts& files, const PackageFacts& facts,
                                       const std::vector<Signer>& signers) {
    if (base::Status fine = check_package_files(files); !fine) return fine.error();
    Manifest manifest;
    manifest.id = facts.id;
    manifest.version = facts.version;
    manifest.made_by = facts.made_by;
    manifest.sealed = facts.sealed;
    ZipEntries entries(1);
    for (const auto& [name, content] : files) {
        manifest.files.push_back({name, content.size(), base::sha256(content)});
        entries.emplace_back(name, content);
    }
    entries.front() = {kManifestFile, manifest_text(manifest)};
    if (!signers.empty()) entries.emplace_back(kSignaturesFile, signatures_text(signers, entries.front().second));
    base::Result<std::string> bytes = write_zip(entries);
    if (!bytes) return bytes.error();
    // What nobody could open is not handed out: some limits show only in the zip.
    if (const base::Result<ZipEntries> opens = read_zip(*bytes); !opens) return opens.error();
    return bytes;
}

base::Result<Package> open_package(std::string_view bytes) {
    base::Result<ZipEntries> entries = read_zip(bytes);
    if (!entries) return entries.error();
    Package package;
    std::optional<std::string> text = take(*entries, kManifestFile);
    if (!text) return base::Error("package-no-manifest");
    package.manifest_text = std::move(*text);
    base::Result<Manifest> manifest = read_manifest(package.manifest_text);
    if (!manifest) return manifest.error();
    package.manifest = std::move(*manifest);
    if (const std::optional<std::string> signatures = take(*entries, kSignaturesFile)) {
        base::Result<std::vector<Signature>> read = read_signatures(*signatures, package.manifest_text);
        if (!read) return read.error();
        package.signatures = std::move(*read);
    }
    base::Result<FileTexts> files = verified(std::move(*entries), package.manifest);
    if (!files) return files.error();
    package.files = std::make_shared<const FileTexts>(std::move(*files));
    return package;
}

base::Result<Package> open_package_file(const std::string& path) {
    const base::Result<std::string> bytes = base::read_file(path, kMostPackedBytes);
    if (!bytes) return bytes.error();
    return open_package(*bytes);
}

} // namespace timbang::content
