#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"
#include "content/package.h"
#include "content/package/public_part.h"
#include "content/package/sealed_zip.h"
#include "content/package/zip.h"

namespace timbang::content {

namespace {

// The sealed block holds a zip: the sums of the files in the open, and the sealed files under a folder of their own.
constexpr const char* kSums = "open.json";
constexpr std::string_view kBelow = "files/";

using nlohmann::json;

/// The block opens for this case only.
std::string about(const std::string& id, const std::string& version) { return id + "\n" + version; }

/// Every file in the open is the one that was sealed with the block, and none is missing or new.
base::Status check_open_files(const FileTexts& files, const std::string& sums) {
    const base::Result<json> known = base::parse_json(sums);
    if (!known || !known->is_object()) return base::Error("seal-damaged");
    for (const auto& [path, sum] : known->items()) {
        const auto file = files.find(path);
        if (file == files.end() || !sum.is_string() || base::sha256(file->second) != sum.get_ref<const std::string&>())
            return base::Error("seal-mismatch", {{"name", path}});
    }
    for (const auto& [path, text] : files)
        if (!known->contains(path)) return base::Error("seal-mismatch", {{"name", path}});
    return {};
}

} // namespace

base::Result<FileTexts> seal_files(const FileTexts& files, const PackageFacts& facts, const base::SealFor& who) {
    if (!who.passphrase.empty() && base::length(who.passphrase) < kShortestPassphrase)
        return base::Error("seal-short", {{"limit", static_cast<std::int64_t>(kShortestPassphrase)}});
    if (base::Status fine = check_package_files(files); !fine) return fine.error();
    std::optional<PublicPart> part = public_part(files);
    if (!part || files.contains(kSealedFile)) return base::Error("seal-case");
    FileTexts open = std::move(part->rewritten);
    ZipEntries sealed(1);
    for (const auto& [path, text] : files) {
        if (part->whole.contains(path) && !open.contains(path)) open.emplace(path, text);
        else sealed.emplace_back(std::string(kBelow) + path, text);
    }
    json sums = json::object();
    for (const auto& [path, text] : open) sums[path] = base::sha256(text);
    sealed.front() = {kSums, sums.dump()};
    const base::Result<std::string> inner = write_zip(sealed);
    if (!inner) return inner.error();
    if (const base::Result<ZipEntries> opens = read_zip(*inner); !opens) return opens.error();
    base::Result<std::string> block = base::seal_bytes(*inner, who, about(facts.id, facts.version), kSealStep);
    if (!block) return block.error();
    open.emplace(kSealedFile, std::move(*block));
    return open;
}

base::Result<FileTexts> open_sealed(const Package& package, const base::SealOpeners& openers) {
    FileTexts files = *package.files;
    const auto block = files.find(kSealedFile);
    if (block == files.end()) return base::Error("seal-damaged");
    const base::Result<std::string> inner =
        base::open_sealed_bytes(block->second, openers, about(package.manifest.id, package.manifest.version));
    if (!inner) return inner.error();
    files.erase(block);
    return with_sealed_zip(std::move(files), *inner);
}

base::Result<FileTexts> with_sealed_zip(FileTexts files, std::string_view inner) {
    base::Result<ZipEntries> entries = read_zip(inner);
    if (!entries) return base::Error("seal-damaged");
    const auto sums =
        std::find_if(entries->begin(), entries->end(), [](const auto& entry) { return entry.first == kSums; });
    if (sums == entries->end()) return base::Error("seal-damaged");
    if (base::Status fine = check_open_files(files, sums->second); !fine) return fine.error();
    std::size_t total = 0;
    for (auto& [name, text] : *entries) {
        if (!name.starts_with(kBelow)) continue;
        std::string path = name.substr(kBelow.size());
        if (!check_package_name(path)) return base::Error("seal-damaged");
        files.insert_or_assign(std::move(path), std::move(text));
    }
    for (const auto& [path, text] : files) total += text.size();
    if (files.size() > kMostPackageFiles || total > kMostUnpackedBytes) return base::Error("seal-damaged");
    return files;
}

} // namespace timbang::content
