#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace timbang::content::yaml {

inline constexpr int kMaxDepth = 64;
inline constexpr std::size_t kMaxBytes = std::size_t{4} << 20;

/// Line and column from 1, columns in code points; offset in bytes from the start of the file.
struct Place {
    int line = 1;
    int column = 1;
    std::uint32_t offset = 0;
};

/// A stretch of a file: a span without a name of its own, as most are never told. The name must outlive it.
struct Stretch {
    std::string_view file;
    Place begin;
    Place end;

    operator base::Span() const { return {std::string(file), begin.line, begin.column, begin.offset, end.offset}; }
};

/// Finds lines and columns on one way through a text.
class PlaceFinder {
public:
    explicit PlaceFinder(std::string_view text);
    /// The offset must not be before one that was asked for.
    [[nodiscard]] Place at(std::size_t offset);

private:
    std::string_view text_;
    Place place_;
};

/// Room for what a tree of nodes is made of: taken piece by piece, given back as a whole.
class Arena {
public:
    /// `first_bytes`: how much to take at first, when something is asked for.
    explicit Arena(std::size_t first_bytes) : room_(first_bytes) {}

    [[nodiscard]] std::string_view copy(std::string_view text);
    /// For types that need no end: nothing is destroyed.
    template <class T> [[nodiscard]] std::span<T> copy(std::span<const T> list) {
        static_assert(std::is_trivially_destructible_v<T>);
        if (list.empty()) return {};
        T* const room = static_cast<T*>(room_.allocate(list.size_bytes(), alignof(T)));
        std::uninitialized_copy(list.begin(), list.end(), room);
        return {room, list.size()};
    }

private:
    std::pmr::monotonic_buffer_resource room_;
};

/// One file as it was read, and room for its nodes. They point at it, so it must outlive them and must not move.
class Source {
public:
    Source(std::string name, std::string text);
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Arena& arena() { return arena_; }
    /// From byte offsets.
    [[nodiscard]] base::Span span_at(std::size_t begin, std::size_t end) const;
    /// The file as a whole.
    [[nodiscard]] base::Span whole() const { return {name_, 1, 1, 0, 0}; }

private:
    std::string name_;
    std::string text_;
    Arena arena_;
};

enum class Kind : std::uint8_t { Scalar, Sequence, Mapping };

struct Key {
    std::string_view text;
    const Source* source = nullptr;
    Place begin;
    Place end;

    [[nodiscard]] Stretch span() const { return {source->name(), begin, end}; }
};

/// A piece of a YAML file. Every scalar is text: "yes", "007" and "2024-01-01" mean what is written. What it holds lies in
/// the arena of its source; a copy shares it.
struct Node {
    Kind kind = Kind::Scalar;
    bool plain = false;          ///< a scalar without quotes, `|` or `>`
    bool flow = false;           ///< a sequence or mapping in brackets or braces
    std::string_view text;       ///< of a scalar
    std::span<const Key> keys;   ///< of a mapping, side by side with `items`
    std::span<const Node> items; ///< of a sequence or mapping
    const Source* source = nullptr;
    Place begin;
    Place end;

    [[nodiscard]] bool is_scalar() const { return kind == Kind::Scalar; }
    [[nodiscard]] bool is_sequence() const { return kind == Kind::Sequence; }
    [[nodiscard]] bool is_mapping() const { return kind == Kind::Mapping; }
    /// Nothing was written after the colon or the hyphen.
    [[nodiscard]] bool is_empty() const { return is_scalar() && plain && text.empty(); }
    /// The value of a key; null where there is none, or where this is no mapping.
    [[nodiscard]] const Node* get(std::string_view key) const;
    [[nodiscard]] Stretch span() const { return {source->name(), begin, end}; }
};

/// Reads a file of one document. What cannot be read is one finding ("syntax", "not-utf8", "too-deep", "yaml-anchor",
/// "yaml-tag", "several-documents") and nothing; a key that stands twice is a finding of its own ("duplicate-key"), and
/// the first one counts. An empty file gives an empty mapping.
[[nodiscard]] std::optional<Node> parse(Source& source, base::Diagnostics& findings);

/// `over` laid upon `under`: mappings merge by key, anything else is replaced. Both stay as they are; what is new lies in
/// the arena.
[[nodiscard]] Node overlaid(const Node& under, const Node& over, Arena& arena);

} // namespace timbang::content::yaml
