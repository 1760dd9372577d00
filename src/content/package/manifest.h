#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "content/package.h"

namespace timbang::content {

inline constexpr const char* kManifestFile = "manifest.json";
inline constexpr const char* kSignaturesFile = "signatures.json";

/// Sorted keys, one file a line: the same manifest gives the same text.
[[nodiscard]] std::string manifest_text(const Manifest& manifest);
/// Codes "package-manifest", "package-version".
[[nodiscard]] base::Result<Manifest> read_manifest(std::string_view text);

[[nodiscard]] std::string signatures_text(const std::vector<Signer>& signers, std::string_view manifest);
/// Each with whether it fits. Code "package-manifest".
[[nodiscard]] base::Result<std::vector<Signature>> read_signatures(std::string_view text, std::string_view manifest);

} // namespace timbang::content
