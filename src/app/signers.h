#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/package.h"

namespace timbang::app {

/// How a signature of a package looks from this computer.
enum class SignerStatus : std::uint8_t {
    Own,
    Known,
    New,
    Namesake, ///< new, but a known author has this name
    Broken    ///< the package was changed after it was signed
};

/// Who signed a package.
struct SignedBy {
    std::string name;  ///< of a known author the one that was agreed to, whatever the package says
    std::string key;   ///< open key, hexadecimal
    std::string print; ///< beginning of the key, for reading out: "ab12-cd34-ef56-7890"
    SignerStatus status = SignerStatus::New;
    friend bool operator==(const SignedBy&, const SignedBy&) = default;
};

/// "own", "known", "new", "namesake", "broken": how commands and messages call it.
[[nodiscard]] const char* signer_status_id(SignerStatus status);

/// The signers of a package, with what `keys_folder` knows of them; where it cannot be read all are new.
[[nodiscard]] std::vector<SignedBy> signed_by(const std::string& keys_folder,
                                              const std::vector<content::Signature>& signatures);
/// Whether keeping this signer as known would tell more than is known now.
[[nodiscard]] bool can_become_known(const SignedBy& signer);
/// Keeps one as known. Codes of writing.
base::Status know_signer(const std::string& keys_folder, SignedBy& signer);

} // namespace timbang::app
