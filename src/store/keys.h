#pragma once

#include <string>
#include <vector>

#include "base/crypto.h"
#include "base/result.h"
#include "base/seal.h"

namespace timbang::store {

/// An author whose packages are recognised by the key.
struct KnownAuthor {
    std::string name;
    std::string key; ///< open Ed25519 key, hexadecimal
    friend bool operator==(const KnownAuthor&, const KnownAuthor&) = default;
};

/// The person's own signing key, kept in `folder` and readable by its owner only; made when there is none, then `made` is
/// true. Codes of `read_local_file` and of writing.
struct OwnKey {
    base::SigningKey key;
    std::string path;
    bool made = false;
};
[[nodiscard]] base::Result<OwnKey> own_key(const std::string& folder);
/// The open half of it; "" where there is none yet, or where it cannot be read.
[[nodiscard]] std::string own_open_key(const std::string& folder);

/// The person's key for cases that are sealed for them, kept beside the signing key in the same way. Codes of
/// `own_key`.
struct OwnSealingKey {
    base::SealingKey key;
    std::string path;
    bool made = false;
};
[[nodiscard]] base::Result<OwnSealingKey> own_sealing_key(const std::string& folder);
/// What opens sealed cases for the person: that key, or where it lies when it cannot be read; nothing where there is
/// none. Makes none.
[[nodiscard]] base::SealOpeners own_openers(const std::string& folder);

/// None where there is no list yet. Codes of `read_local_file`.
[[nodiscard]] base::Result<std::vector<KnownAuthor>> known_authors(const std::string& folder);
/// Adds an author; a key that is known already gets the new name.
base::Status know_author(const std::string& folder, const KnownAuthor& author);

} // namespace timbang::store
