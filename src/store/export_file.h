#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/crypto.h"
#include "base/result.h"
#include "store/join.h"

// The container of an export: a skippable frame with the head, one zstd frame with lines of JSON, a skippable frame with hash
// and signature. `zstd -dc` shows the lines. Inside this module only.

namespace timbang::store {

/// No line is longer: a reason or a letter is some kilobytes.
inline constexpr std::size_t kMaxLine = std::size_t{8} << 20;

/// Writes an export; nothing stands in its place before `finish`.
class ExportWriter {
public:
    /// Codes of `base::AtomicFile`, "export-failed".
    [[nodiscard]] static base::Result<ExportWriter> open(const std::string& path, const ExportHead& head,
                                                         const base::SigningKey& key);
    ExportWriter(ExportWriter&&) noexcept;
    ~ExportWriter();

    /// `line` without the newline.
    base::Status line(std::string_view line);
    /// Signs and puts the file in its place. Says how large it is.
    [[nodiscard]] base::Result<std::int64_t> finish();

private:
    struct Inner;
    explicit ExportWriter(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

/// Reads the lines of an export one after the other; in memory are one line and one block.
class ExportReader {
public:
    /// Reads the head and believes it as far as it goes. Codes as `verify_export`.
    [[nodiscard]] static base::Result<ExportReader> open(const std::string& path);
    ExportReader(ExportReader&&) noexcept;
    ExportReader& operator=(ExportReader&&) noexcept;
    ~ExportReader();

    [[nodiscard]] const ExportHead& head() const;
    /// Compares hash and signature over the whole file, before anything is unpacked. Codes "export-damaged", "stopped".
    base::Status verify(const OnProgress& progress);
    /// The next line, good until the next call; false at the end. Code "export-damaged".
    [[nodiscard]] base::Result<bool> next(std::string_view& line);

private:
    struct Inner;
    explicit ExportReader(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

} // namespace timbang::store
