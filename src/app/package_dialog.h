#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/actions.h"
#include "app/signers.h"
#include "base/text.h"

namespace timbang::app {

/// A package on its way to the desk: who signed it and, where it is sealed, its passphrase. What is typed is never kept.
struct PackageDialog {
    std::string folder;          ///< the package, or a variant in it
    Action then;                 ///< what was asked for, carried out once it is open
    base::Text title;
    std::string version;
    bool sealed = false;
    bool open = false;           ///< sealed, and opened
    bool working = false;        ///< the passphrase is being tried
    std::vector<SignedBy> signers;
    std::string passphrase;
    std::optional<base::Error> problem;
};

/// Of the editor: what a package that is made shall be, or a package that has to be unpacked before it can be written.
struct AuthorPackageDialog {
    enum class Kind : std::uint8_t { Make, Unpack };
    Kind kind = Kind::Make;
    std::string package;         ///< Unpack: the file
    std::string to;              ///< Unpack: the folder it goes into
    base::Text title;
    bool sealed = false;         ///< Unpack: it is sealed, and stays one file
    bool sign = false, seal = false;
    std::string name;            ///< to sign with
    std::string passphrase, again;
    std::optional<base::Error> problem;
};

/// The file of the package that this path is in; "" where it is in none.
[[nodiscard]] std::string package_of(const std::string& folder);

} // namespace timbang::app
