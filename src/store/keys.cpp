#include "store/keys.h"

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "store/local_file.h"
#include "store/pack.h"

namespace timbang::base {

template <class Archive> void serialize(Archive& archive, SigningKey& key) { archive(key.open, key.secret); }
template <class Archive> void serialize(Archive& archive, SealingKey& key) {
    archive(key.open, key.secret);
}

} // namespace timbang::base

namespace timbang::store {

template <class Archive> void serialize(Archive& archive, KnownAuthor& author) { archive(author.name, author.key); }

namespace {

constexpr std::string_view kOwnKind = "OWNK";
constexpr std::string_view kSealingKind = "SEAL";
constexpr std::string_view kKnownKind = "KNOW";
constexpr std::uint32_t kVersion = 1;

std::string own_path(const std::string& folder) { return base::join_path(folder, "own"); }
std::string sealing_path(const std::string& folder) {
    return base::join_path(folder, "sealing");
}
std::string known_path(const std::string& folder) { return base::join_path(folder, "known"); }

/// The folder, for its owner only.
base::Status make_private(const std::string& folder) {
    if (base::Status made = base::make_folders(folder); !made) return made;
    std::error_code failed;
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
    return failed ? base::Error("folder-unwritable", {{"path", folder}}) : base::Status();
}

template <class Key> base::Result<Key> kept_key(const std::string& path, std::string_view kind) {
    const base::Result<LocalFile> file = read_local_file(path, kind, kVersion);
    if (!file) return file.error();
    std::optional<Key> key = unpack<Key>(file->content);
    if (!key) return base::Error("local-file-damaged", {{"path", path}});
    return std::move(*key);
}

/// The key that lies there, or a new one in its place; never another where one cannot be read.
template <class Own, class Key>
base::Result<Own> kept_or_made(const std::string& folder, const std::string& path, std::string_view kind,
                               Key (*make)()) {
    base::Result<Key> kept = kept_key<Key>(path, kind);
    if (kept) return Own{std::move(*kept), path, false};
    if (kept.error().code != "file-not-found") return kept.error();
    Own own{make(), path, true};
    if (own.key.secret.empty()) return base::Error("seal-failed");
    if (base::Status made = make_private(folder); !made) return made.error();
    if (base::Status written = write_local_file(path, kind, kVersion, pack(own.key)); !written) return written.error();
    return own;
}

} // namespace

base::Result<OwnKey> own_key(const std::string& folder) {
    return kept_or_made<OwnKey>(folder, own_path(folder), kOwnKind, base::make_signing_key);
}

base::Result<OwnSealingKey> own_sealing_key(const std::string& folder) {
    return kept_or_made<OwnSealingKey>(folder, sealing_path(folder), kSealingKind, base::make_sealing_key);
}

base::SealOpeners own_openers(const std::string& folder) {
    base::SealOpeners openers;
    base::Result<base::SealingKey> kept = kept_key<base::SealingKey>(sealing_path(folder), kSealingKind);
    if (kept)
        openers.key = std::move(*kept);
    else if (kept.error().code != "file-not-found")
        openers.broken_key = sealing_path(folder);
    return openers;
}

std::string own_open_key(const std::string& folder) {
    const base::Result<base::SigningKey> kept = kept_key<base::SigningKey>(own_path(folder), kOwnKind);
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
