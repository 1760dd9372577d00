#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/page.h"

namespace timbang::content {

/// The words of one line or cell while they are gathered: a text, and where the look changes.
class Words {
public:
    struct Piece {
        std::size_t end; ///< in `text`
        bool bold;
    };
    void add(std::string_view text, bool bold);
    void clear() { text_.clear(), pieces_.clear(); }

    [[nodiscard]] bool empty() const { return pieces_.empty(); }
    [[nodiscard]] std::string_view text() const { return text_; }
    /// Neighbours differ in look, so that a symbol that a parser hands over in parts is whole.
    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

private:
    std::string text_;
    std::vector<Piece> pieces_;
};

/// The lines of a paragraph or the cells of a row, one after the other; keeps its room when it is cleared.
class WordsList {
public:
    /// Moves the words to the end of the list and leaves none.
    void take(Words& words);
    void clear() { count_ = 0; }
    [[nodiscard]] std::span<const Words> all() const { return {room_.data(), count_}; }

private:
    std::vector<Words> room_;
    std::size_t count_ = 0;
};

/// Writes the blocks of a page and its text side by side: white space folded, symbols taken out of the words, ranges of
/// runs, lines, rows and units.
class PageWriter {
public:
    /// `bytes`: about how long the page's text becomes.
    explicit PageWriter(std::size_t bytes);
    /// One line of the page: a unit, unless it is empty.
    [[nodiscard]] domain::Line line(const Words& words);
    /// One row of a table: a unit with its cells joined by one space.
    [[nodiscard]] domain::Row row(std::span<const Words> cells, std::span<const domain::Align> aligns, bool header);
    /// Adds the block; its range follows from its lines and rows.
    void add(domain::Block block);
    [[nodiscard]] domain::Page finish() { return std::move(page_); }

private:
    [[nodiscard]] std::vector<domain::Run> runs(const Words& words, std::uint32_t unit);
    void put(std::string_view words, bool bold, std::uint32_t unit, std::vector<domain::Run>& out);
    void trim(std::vector<domain::Run>& out, std::uint32_t unit);
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(page_.text.size()); }
    void end_unit(std::uint32_t begin);

    domain::Page page_;
};

} // namespace timbang::content
