#include "base/files.h"
#include "content/library.h"
#include "content/package.h"

namespace timbang::content {

namespace {

constexpr std::string_view kScenarioFile = "scenario.yaml";

/// Why a package does not open, as a finding can tell it.
base::Error told(const base::Error& error) {
    const bool known = error.code.starts_with("package-") || error.code.starts_with("seal-");
    return known ? error : base::Error("package-damaged");
}

/// Nothing is wrong where a case was sealed for others, and no passphrase was given that should open it.
bool stays_closed(const base::Error& error, const base::SealOpeners& openers) {
    return openers.passphrase.empty() && (error.code == "seal-closed" || error.code == "seal-key");
}

CaseFolder packed(const std::string& path, const std::string& variant, const base::SealOpeners& openers) {
    CaseFolder where{path, variant, std::make_shared<MemorySource>(std::make_shared<const FileTexts>())};
    where.packed = true;
    const base::Result<Package> package = open_package_file(path);
    if (!package) {
        where.trouble = told(package.error());
        return where;
    }
    for (const Signature& signature : package->signatures)
        if (!signature.fits) {
            where.trouble = base::Error("package-signature", {{"name", signature.name}});
            return where;
        }
    where.source = package->source();
    where.sealed = package->manifest.sealed;
    if (!where.sealed || openers.none()) return where;
    base::Result<FileTexts> files = open_sealed(*package, openers);
    where.sealed = !files && stays_closed(files.error(), openers);
    if (files)
        where.source = std::make_shared<MemorySource>(std::make_shared<const FileTexts>(std::move(*files)));
    else if (!where.sealed)
        where.trouble = told(files.error());
    return where;
}

} // namespace

CaseFolder case_folder(const std::string& path, const base::SealOpeners& openers) {
    std::string folder = path;
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    if (is_package(folder)) return packed(folder, "", openers);
    if (base::file_name(folder) == kScenarioFile) folder = base::parent_path(folder);
    if (folder.empty()) folder.push_back('.');
    const std::string above = base::parent_path(folder);
    const std::string owner = base::parent_path(above);
    if (base::file_name(above) == "variants" && is_package(owner))
        return packed(owner, base::file_name(folder), openers);
    if (base::file_name(above) == "variants" && !owner.empty() &&
        base::file_kind(base::join_path(owner, kScenarioFile)) == base::FileKind::File)
        return {owner, base::file_name(folder), std::make_shared<FolderSource>(owner)};
    return {folder, "", std::make_shared<FolderSource>(folder)};
}

std::string main_file(const std::string& folder) {
    return is_package(folder) ? folder : base::join_path(folder, kScenarioFile);
}

base::Result<std::string> CaseFiles::read(const std::string& path, std::size_t limit) {
    const std::string mark = std::string(kPackageEnding) + "/";
    for (std::size_t at = path.find(mark); at != std::string::npos; at = path.find(mark, at + 1)) {
        const std::string package = path.substr(0, at + kPackageEnding.size());
        if (!is_package(package)) continue;
        open(package);
        return read_packed(path.substr(at + mark.size()), limit);
    }
    return base::read_file(path, limit);
}

void CaseFiles::open(const std::string& path) {
    const base::FileStamp stamp = base::file_stamp(path);
    if (opened_.path == path && opened_.stamp == stamp) return;
    opened_ = Opened{path, stamp};
    base::Result<Package> package = open_package_file(path);
    if (package) opened_.package = std::make_shared<const Package>(std::move(*package));
    else opened_.trouble = package.error();
}

base::Result<std::string> CaseFiles::read_packed(const std::string& inner, std::size_t limit) {
    if (opened_.trouble) return *opened_.trouble;
    base::Result<std::string> content = opened_.package->source()->read(inner, limit);
    if (content || !opened_.package->manifest.sealed || openers_.none()) return content;
    if (opened_.whole == nullptr && !opened_.sealed) { // a page that is not shown at once
        base::Result<FileTexts> files = open_sealed(*opened_.package, openers_);
        if (files) opened_.whole = std::make_shared<MemorySource>(std::make_shared<const FileTexts>(std::move(*files)));
        else opened_.sealed = files.error();
    }
    if (opened_.sealed) return *opened_.sealed;
    return opened_.whole->read(inner, limit);
}

} // namespace timbang::content
