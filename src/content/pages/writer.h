#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/page.h"

namespace timbang::content {

/// Words with one look.
struct Words {
    std::string text;
    bool bold = false;
};

/// Appends words; neighbours with the same look become one, so that a symbol that a parser hands over in pieces is whole.
void add_words(std::vector<Words>& words, std::string_view text, bool bold);

/// Writes the blocks of a page and its text side by side: white space folded, symbols taken out of the words, ranges of
/// runs, lines, rows and units.
class PageWriter {
public:
    /// One line of the page: a unit, unless it is empty.
    [[nodiscard]] domain::Line line(const std::vector<Words>& words);
    /// One row of a table: a unit with its cells joined by one space.
    [[nodiscard]] domain::Row row(const std::vector<std::vector<Words>>& cells, const std::vector<domain::Align>& aligns,
                                  bool header);
    /// Adds the block; its range follows from its lines and rows.
    void add(domain::Block block);
    [[nodiscard]] domain::Page finish() { return std::move(page_); }

private:
    [[nodiscard]] std::vector<domain::Run> runs(const std::vector<Words>& words, std::uint32_t unit);
    void put(std::string_view words, bool bold, std::uint32_t unit, std::vector<domain::Run>& out);
    void trim(std::vector<domain::Run>& out, std::uint32_t unit);
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(page_.text.size()); }
    void end_unit(std::uint32_t begin);

    domain::Page page_;
};

} // namespace timbang::content
