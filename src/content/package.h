#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"
#include "base/result.h"
#include "base/seal.h"
#include "content/scenario/source.h"

namespace timbang::content {

// A package is a case in one file: a zip whose first entry, `manifest.json`, names every other file with its size and SHA-256.
// It is read into memory and verified as a whole before anything of it is used or written.

inline constexpr std::string_view kPackageEnding = ".timbang";
inline constexpr int kPackageFormat = 1;

/// What a package may hold; the limits keep a file of strangers from filling memory or disk.
inline constexpr std::size_t kMostPackageFiles = 4000;
inline constexpr std::size_t kMostPackedBytes = std::size_t{128} << 20; ///< the package itself
inline constexpr std::size_t kMostFileBytes = std::size_t{24} << 20;    ///< one file, unpacked
inline constexpr std::size_t kMostUnpackedBytes = std::size_t{256} << 20;
/// What is larger than 1 MiB unpacked may not be more than this many times as large as packed.
inline constexpr std::size_t kMostRatio = 100;
inline constexpr std::size_t kRatioFrom = std::size_t{1} << 20;
inline constexpr std::size_t kMostSignatures = 16;

struct PackedFile {
    std::string path;
    std::uint64_t size = 0;
    std::string sha256;
};

struct Manifest {
    int format = kPackageFormat;
    std::string id;      ///< of the case
    std::string version; ///< of the case
    std::string made_by; ///< "timbang 0.1.0"
    bool sealed = false; ///< the key and the notes are encrypted, in `kSealedFile`
    std::vector<PackedFile> files; ///< sorted by path
};

/// An author's signature of name and manifest, and through the manifest of every file.
struct Signature {
    std::string name;
    std::string key; ///< open Ed25519 key, hexadecimal
    std::string signature;
    bool fits = false;
};

struct Package {
    Manifest manifest;
    std::string manifest_text; ///< as it stands in the package: what is signed
    std::shared_ptr<const FileTexts> files;
    std::vector<Signature> signatures;

    [[nodiscard]] std::shared_ptr<FileSource> source() const { return std::make_shared<MemorySource>(files); }
};

/// Who signs a package.
struct Signer {
    std::string name;
    base::SigningKey key;
};

/// What the manifest says of the case.
struct PackageFacts {
    std::string id;
    std::string version;
    std::string made_by;
    bool sealed = false;
};

/// Whether a path names a package: it ends in ".timbang" and is a file.
[[nodiscard]] bool is_package(const std::string& path);

/// Names and sizes of all files together, before they are packed or sealed. Codes of `make_package`.
[[nodiscard]] base::Status check_package_files(const FileTexts& files);

/// The bytes of a package with these files. The same files give the same bytes: sorted, with fixed times. Codes
/// "package-name", "package-absolute", "package-leaves", "package-backslash", "package-duplicate" (arg name),
/// "package-too-many", "package-file-too-large", "package-too-large" (args name, limit), "package-ratio", "package-unwritable".
[[nodiscard]] base::Result<std::string> make_package(const FileTexts& files, const PackageFacts& facts,
                                                     const std::vector<Signer>& signers = {});
/// Every file of a case: what begins with a dot or ends in "~", and what a package adds itself, is left out. Codes of
/// `make_package`, and those of reading.
[[nodiscard]] base::Result<FileTexts> files_to_pack(FileSource& source);

struct CaseFolder;
struct CheckContext;
/// The files of a case, and its framework when that lies beside the case and is not the bundled one. Codes of
/// `files_to_pack`.
[[nodiscard]] base::Result<FileTexts> case_to_pack(const CaseFolder& where, const std::string& framework,
                                                   const CheckContext& context);

/// Verifies everything. Codes, besides those of `make_package`: "package-not-zip", "package-damaged" (cut or changed),
/// "package-encrypted", "package-method", "package-link", "package-ratio", "package-no-manifest", "package-manifest",
/// "package-version", "package-missing", "package-unlisted", "package-checksum". A signature that does not fit is no
/// failure here: it says so itself.
[[nodiscard]] base::Result<Package> open_package(std::string_view bytes);
/// The same for a file; also codes of `base::read_file`.
[[nodiscard]] base::Result<Package> open_package_file(const std::string& path);

inline constexpr const char* kSealedFile = "sealed.bin";
/// The sealed block is a multiple of this, so that its size tells little of the key.
inline constexpr std::size_t kSealStep = std::size_t{16} << 10;
inline constexpr std::size_t kShortestPassphrase = 8;

/// The files of a sound case with everything that must not leave its facilitator moved into one encrypted block: references,
/// defensible answers, problems, fair remarks, panel, replies, the letter's model and points, what actions help and bring
/// about, events, hidden evidence, notes, variants, and every file that the rest does not name. What stays is what a trainee
/// sees at once, without comments. Codes "seal-short" (passphrase), "seal-failed", "seal-key-wrong", "seal-keys", those of
/// `make_package`, "seal-case" when the files are no case.
[[nodiscard]] base::Result<FileTexts> seal_files(const FileTexts& files, const PackageFacts& facts,
                                                 const base::SealFor& who);
/// The files of a sealed package as they were, in memory. Codes of `base::open_sealed_bytes`, and "seal-mismatch" when an open
/// file is not the one that was sealed with it (arg name).
[[nodiscard]] base::Result<FileTexts> open_sealed(const Package& package, const base::SealOpeners& openers);

/// The folder that a package goes into when none is named: its id; "" where that is no plain name, as `..`.
[[nodiscard]] std::string folder_name(const Manifest& manifest);

enum class Existing { Refuse, Replace };
/// Writes the files into a new folder: all of them or none, as they are written beside it first. A folder that is to be
/// replaced is a case or empty; names in it that begin with a dot stay. Codes "package-folder-exists" (unless it is to be
/// replaced), "package-no-case", "package-old-kept" when the old folder, or what is hidden in it, could not be put back and
/// lies where `kept` says, those of writing.
base::Status unpack(const Package& package, const std::string& folder, Existing existing);

} // namespace timbang::content
