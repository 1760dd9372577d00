#include "app/signers.h"

#include <algorithm>
#include <array>

#include "store/keys.h"

namespace timbang::app {
namespace {

constexpr std::array<const char*, 5> kStatusIds{"own", "known", "new", "namesake", "broken"};
constexpr std::size_t kPrintDigits = 16;

std::string print_of(const std::string& key) {
    std::string print;
    for (std::size_t i = 0; i < std::min(kPrintDigits, key.size()); ++i) {
        if (i != 0 && i % 4 == 0) print += '-';
        print += key[i];
    }
    return print;
}

} // namespace

const char* signer_status_id(SignerStatus status) {
    return kStatusIds[static_cast<std::size_t>(status)];
}

std::vector<SignedBy> signed_by(const std::string& keys_folder, const std::vector<content::Signature>& signatures) {
    const base::Result<std::vector<store::KnownAuthor>> kept = store::known_authors(keys_folder);
    const std::vector<store::KnownAuthor> known = kept ? *kept : std::vector<store::KnownAuthor>();
    const std::string own = signatures.empty() ? "" : store::own_open_key(keys_folder);
    std::vector<SignedBy> signers;
    for (const content::Signature& one : signatures) {
        SignedBy signer{one.name, one.key, print_of(one.key), SignerStatus::New};
        const auto same = std::find_if(known.begin(), known.end(), [&](const auto& who) { return who.key == one.key; });
        const bool namesake =
            std::any_of(known.begin(), known.end(), [&](const auto& who) { return who.name == one.name; });
        if (!one.fits) {
            signer.status = SignerStatus::Broken;
        } else if (one.key == own) {
            signer.status = SignerStatus::Own;
        } else if (same != known.end()) {
            signer.status = SignerStatus::Known;
            signer.name = same->name;
        } else if (namesake) {
            signer.status = SignerStatus::Namesake;
        }
        signers.push_back(std::move(signer));
    }
    return signers;
}

bool can_become_known(const SignedBy& signer) {
    return signer.status == SignerStatus::New || signer.status == SignerStatus::Namesake;
}

base::Status know_signer(const std::string& keys_folder, SignedBy& signer) {
    if (base::Status kept = store::know_author(keys_folder, {signer.name, signer.key}); !kept) return kept;
    signer.status = SignerStatus::Known;
    return {};
}

} // namespace timbang::app
