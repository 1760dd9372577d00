#include "store/keys.h"

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "store/local_file.h"
#include "store/pack.h"

namespace timbang::base {

template <class Archive> void serialize(Archive& archive, SigningKey& key) { archive(key.open, key.secret); }

} // namespace timbang::base

namespace timbang::store {

template <class Archive> void serialize(Archive& archive, KnownAuthor& author) { archive(author.name, author.key); }

namespace {

constexpr std::string_view kOwnKind = "OWNK";
constexpr std::string_view kKnownKind = "KNOW";
constexpr std::uint32_t kVersion = 1;

std::string own_path(const std::string& folder) { return base::join_path(folder, "own"); }
std::string known_path(const std::string& folder) { return base::join_path(folder, "known"); }

/// The folder, for its owner only.
base::Status make_private(const std::string& folder) {
    if (base::Status made = base::make_folders(folder); !made) return made;
    std::error_code failed;
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
    return failed ? base::Error("folder-unwritable", {{"path", folder}}) : base::Status();
}

base::Result<base::SigningKey> kept_key(const std::string& path) {
    const base::Result<LocalFile> file = read_local_file(path, kOwnKind, kVersion);
    if (!file) return file.error();
    std::optional<base::SigningKey> key = unpack<base::SigningKey>(file->content);
    if (!key) return base::Error("local-file-damaged", {{"path", path}});
    return *key;
}

} // namespace

base::Result<OwnKey> own_key(const std::string& folder) {
    const std::string path = own_path(folder);
    base::Result<base::SigningKey> kept = kept_key(path);
    if (kept) return OwnKey{std::move(*kept), path, false};
    if (kept.error().code != "file-not-found") return kept.error();
    OwnKey own{base::make_signing_key(), path, true};
    if (own.key.secret.empty()) return base::Error("seal-failed");
    if (base::Status made = make_private(folder); !made) return made.error();
    if (base::Status written = write_local_file(path, kOwnKind, kVersion, pack(own.key)); !written)
        return written.error();
    return own;
}

std::string own_open_key(const std::string& folder) {
    const base::Result<base::SigningKey> kept = kept_key(own_path(folder));
    return kept ? kept->open : "";
}

base::Result<std::vector<KnownAuthor>> known_authors(const std::string& folder) {
    const std::string path = known_path(folder);
    const base::Result<LocalFile> file = read_local_file(path, kKnownKind, kVersion);
    if (!file && file.error().code == "file-not-found") return std::vector<KnownAuthor>();
    if (!file) return file.error();
    std::optional<std::vector<KnownAuthor>> authors = unpack<std::vector<KnownAuthor>>(file->content);
    if (!authors) return base::Error("local-file-damaged", {{"path", path}});
    return *authors;
}

base::Status know_author(const std::string& folder, const KnownAuthor& author) {
    base::Result<std::vector<KnownAuthor>> authors = known_authors(folder);
    if (!authors) return authors.error();
    std::erase_if(*authors, [&](const KnownAuthor& one) { return one.key == author.key; });
    authors->push_back(author);
    if (base::Status made = make_private(folder); !made) return made;
    return write_local_file(known_path(folder), kKnownKind, kVersion, pack(*authors));
}

} // namespace timbang::store
