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

/// Line and column from 1, columns in code points.
struct Place {
    int line = 1;
    int column = 1;
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
    /// Byte offset of a place; the end of the line where the line is shorter.
    [[nodiscard]] std::size_t offset(Place place) const;
    [[nodiscard]] Place place(std::size_t offset) const;
    [[nodiscard]] base::Span span(Place begin, Place end) const;
    /// The same from byte offsets.
    [[nodiscard]] base::Span span_at(std::size_t begin, std::size_t end) const;
    /// The file as a whole.
    [[nodiscard]] base::Span whole() const { return {name_, 1, 1, 0, 0}; }

private:
    struct LineStart {
        std::size_t offset; ///< of its first byte
        std::size_t point;  ///< of its first code point
    };
    /// Enters `count` ASCII letters from `offset` on, where the code point `point` stands.
    void enter_ascii(std::size_t offset, std::size_t point, std::size_t count);
    /// Byte offset of a code point, counted from the first of the file; not before the start of its line.
    [[nodiscard]] std::size_t offset_of(std::size_t point, LineStart line) const;

    std::string name_;
    std::string text_;
    Arena arena_;
    std::vector<LineStart> lines_;
    std::vector<std::size_t> every_; ///< offset of every 256th code point: lines may be as long as the file
};

enum class Kind : std::uint8_t { Scalar, Sequence, Mapping };

struct Key {
    std::string_view text;
    const Source* source = nullptr;
    Place begin;
    Place end;

    [[nodiscard]] base::Span span() const { return source->span(begin, end); }
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
    [[nodiscard]] base::Span span() const { return source->span(begin, end); }
};

/// Reads a file of one document. What cannot be read is one finding ("syntax", "not-utf8", "too-deep", "yaml-anchor",
/// "yaml-tag", "several-documents") and nothing; a key that stands twice is a finding of its own ("duplicate-key"), and
/// the first one counts. An empty file gives an empty mapping.
[[nodiscard]] std::optional<Node> parse(Source& source, base::Diagnostics& findings);

/// `over` laid upon `under`: mappings merge by key, anything else is replaced. Both stay as they are; what is new lies in
/// the arena.
[[nodiscard]] Node overlaid(const Node& under, const Node& over, Arena& arena);

} // namespace timbang::content::yaml
