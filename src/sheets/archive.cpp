#include "sheets/archive.h"

#include <array>
#include <exception>
#include <vector>

#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>

namespace timbang::sheets {

namespace {

constexpr std::string_view kEndMark = "PK\5\6";
constexpr std::string_view kEntryMark = "PK\1\2";
constexpr std::string_view kLocalMark = "PK\3\4";
constexpr std::size_t kEndSize = 22, kEntrySize = 46, kLocalSize = 30;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint16_t kStored = 0, kDeflated = 8;
constexpr std::uint16_t kEncrypted = 1;

std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                      static_cast<unsigned char>(bytes[at + 1]) << 8);
}

std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return u16(bytes, at) | static_cast<std::uint32_t>(u16(bytes, at + 2)) << 16;
}

/// Where the end of the directory stands; a comment may follow it. The last mark decides: programs that read archives
/// differ in which of several they take, and would see other files.
std::optional<std::size_t> find_end(std::string_view bytes) {
    if (bytes.size() < kEndSize) return std::nullopt;
    const std::size_t last = bytes.size() - kEndSize;
    const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
    const std::size_t at = bytes.rfind(kEndMark, last);
    if (at == std::string_view::npos || at < first || at + kEndSize + u16(bytes, at + 20) != bytes.size())
        return std::nullopt;
    return at;
}

/// CRC-32 as in ISO 3309, one byte at a time.
constexpr std::array<std::uint32_t, 256> make_checksums() {
    std::array<std::uint32_t, 256> sums{};
    for (std::uint32_t byte = 0; byte < sums.size(); ++byte) {
        std::uint32_t sum = byte;
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ (0xEDB88320U & (0U - (sum & 1U)));
        sums[byte] = sum;
    }
    return sums;
}
constexpr std::array<std::uint32_t, 256> kChecksums = make_checksums();

std::uint32_t checksum_of(std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char c : bytes)
        sum = (sum >> 8) ^ kChecksums[(sum ^ static_cast<unsigned char>(c)) & 0xFFU];
    return ~sum;
}

} // namespace

std::string_view Archive::read_directory(std::size_t at, std::size_t count) {
    for (; count > 0; --count) {
        if (at > bytes_.size() || bytes_.size() - at < kEntrySize || bytes_.substr(at, 4) != kEntryMark)
            return "sheet-broken";
        const std::size_t name = u16(bytes_, at + 28);
        const std::size_t rest = std::size_t{u16(bytes_, at + 30)} + u16(bytes_, at + 32);
        if (bytes_.size() - at - kEntrySize < name + rest) return "sheet-broken";
        if ((u16(bytes_, at + 8) & kEncrypted) != 0) return "sheet-encrypted";
        Part part{u32(bytes_, at + 20), u32(bytes_, at + 24), u32(bytes_, at + 42), u32(bytes_, at + 16),
                  u16(bytes_, at + 10)};
        const std::size_t size = bytes_.size();
        if (part.method != kStored && part.method != kDeflated) return "sheet-broken";
        if (part.offset > size || size - part.offset < kLocalSize ||
            bytes_.substr(part.offset, 4) != kLocalMark)
            return "sheet-broken";
        const std::size_t begin = std::size_t{part.offset} + kLocalSize + u16(bytes_, part.offset + 26) +
                                  u16(bytes_, part.offset + 28);
        if (begin > size || size - begin < part.packed) return "sheet-broken";
        if (part.method == kStored && part.packed != part.unpacked) return "sheet-broken";
        unpacked_ += part.unpacked;
        if (unpacked_ > kMostUnpacked) return "sheet-unpacks-too-large";
        if (!parts_.emplace(std::string(bytes_.substr(at + kEntrySize, name)), part).second) return "sheet-broken";
        at += kEntrySize + name + rest;
    }
    return {};
}

base::Result<Archive> Archive::open(std::string_view bytes, const std::string& path) {
    const auto refused = [&](std::string_view code) {
        base::Args args{{"path", path}};
        if (code == "sheet-unpacks-too-large") args.emplace_back("limit", std::int64_t{kMostUnpacked >> 20});
        if (code == "sheet-too-many-parts") args.emplace_back("limit", std::int64_t{kMostParts});
        return base::Error(std::string(code), std::move(args));
    };
    const std::optional<std::size_t> end = find_end(bytes);
    if (!end) return refused("sheet-broken");
    const std::size_t count = u16(bytes, *end + 10);
    if (u16(bytes, *end + 8) != count) return refused("sheet-broken");
    if (count > kMostParts) return refused("sheet-too-many-parts");
    Archive archive;
    archive.bytes_ = bytes;
    const std::string_view wrong = archive.read_directory(u32(bytes, *end + 16), count);
    if (!wrong.empty()) return refused(wrong);
    return archive;
}

bool Archive::has_below(std::string_view prefix) const {
    const auto found = parts_.lower_bound(prefix);
    return found != parts_.end() && found->first.starts_with(prefix);
}

std::optional<std::string> Archive::read(std::string_view name) const {
    const auto found = parts_.find(name);
    if (found == parts_.end()) return std::nullopt;
    std::vector<unsigned char> content;
    try {
        orcus::zip_archive_stream_blob stream(reinterpret_cast<const std::uint8_t*>(bytes_.data()), bytes_.size());
        orcus::zip_archive archive(&stream);
        archive.load();
        if (!archive.read_file_entry(name, content)) return std::nullopt;
    } catch (const std::exception&) {
        return std::nullopt;
    }
    const std::size_t size = found->second.unpacked;
    if (content.size() < size) return std::nullopt;
    std::string text(reinterpret_cast<const char*>(content.data()), size);
    if (checksum_of(text) != found->second.checksum) return std::nullopt;
    return text;
}

} // namespace timbang::sheets
