#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace timbang::test {

/// A zip written byte by byte, so that it can be wrong in every way.
struct ZipEntry {
    std::string name;
    std::string content;
    std::uint32_t mode = 0100644;  ///< Unix
    std::uint16_t flags = 0;       ///< 1: encrypted
    std::uint16_t method = 0;      ///< stored
    std::int64_t told_size = -1;   ///< what the heads say instead of the size
};

inline std::uint32_t crc32_of(const std::string& bytes) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i) sum = sum & 1 ? sum >> 1 ^ 0xEDB88320U : sum >> 1;
    }
    return ~sum;
}

class ZipBuilder {
public:
    void add(const ZipEntry& entry) {
        const auto at = static_cast<std::uint32_t>(bytes_.size());
        put(bytes_, 0x04034B50, 4);
        head(bytes_, entry);
        bytes_ += entry.name + entry.content;
        put(directory_, 0x02014B50, 4);
        put(directory_, 3 << 8 | 20, 2);
        head(directory_, entry);
        for (const int width : {2, 2, 2}) put(directory_, 0, width);
        put(directory_, static_cast<std::uint64_t>(entry.mode) << 16, 4);
        put(directory_, at, 4);
        directory_ += entry.name;
        ++count_;
    }
    [[nodiscard]] std::string bytes() const {
        std::string whole = bytes_ + directory_;
        put(whole, 0x06054B50, 4);
        for (const int width : {2, 2}) put(whole, 0, width);
        for (const int width : {2, 2}) put(whole, count_, width);
        put(whole, directory_.size(), 4);
        put(whole, bytes_.size(), 4);
        put(whole, 0, 2);
        return whole;
    }

private:
    static void put(std::string& out, std::uint64_t value, int width) {
        for (int i = 0; i < width; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
    }
    static void head(std::string& out, const ZipEntry& entry) {
        put(out, 20, 2);
        put(out, entry.flags, 2);
        put(out, entry.method, 2);
        put(out, 0, 2);
        put(out, 33, 2); // 1 January 1980
        put(out, crc32_of(entry.content), 4);
        put(out, entry.content.size(), 4);
        put(out, entry.told_size < 0 ? entry.content.size() : static_cast<std::uint64_t>(entry.told_size), 4);
        put(out, entry.name.size(), 2);
        put(out, 0, 2);
    }

    std::string bytes_, directory_;
    std::uint64_t count_ = 0;
};

} // namespace timbang::test
