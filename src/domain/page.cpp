#include "domain/page.h"

#include <algorithm>

#include "base/utf8.h"

namespace timbang::domain {
namespace {

bool is_space(char32_t value) {
    return value == U' ' || value == U'\n' || value == U'\t' || value == U'\r' || value == 0xA0;
}

/// A text made ready for searching: lower case, white space folded, and for each of its bytes where it came from.
struct Folded {
    std::string text;
    std::vector<TextRange> from;
};

Folded fold(std::string_view text) {
    Folded folded;
    folded.text.reserve(text.size());
    folded.from.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        const TextRange source{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(point.next)};
        if (!is_space(point.value)) {
            folded.text += base::fold_case(text.substr(at, point.next - at));
        } else if (!folded.text.empty() && folded.text.back() != ' ') {
            folded.text += ' ';
        }
        folded.from.resize(folded.text.size(), source);
        at = point.next;
    }
    return folded;
}

} // namespace

std::vector<TextRange> find_quote(const Page& page, std::string_view quote) {
    std::vector<TextRange> found;
    const std::string wanted = base::fold_spaces(quote);
    if (wanted.empty()) return found;
    for (const TextRange unit : page.units) {
        const std::string_view words = page.words(unit);
        for (std::size_t at = words.find(wanted); at != std::string_view::npos;
             at = words.find(wanted, at + wanted.size())) {
            const auto begin = unit.begin + static_cast<std::uint32_t>(at);
            found.push_back({begin, begin + static_cast<std::uint32_t>(wanted.size())});
        }
    }
    return found;
}

std::vector<TextRange> find_words(const Page& page, std::string_view words) {
    std::vector<TextRange> found;
    const std::string wanted = base::fold_case(base::fold_spaces(words));
    if (wanted.empty()) return found;
    const Folded folded = fold(page.text);
    for (std::size_t at = folded.text.find(wanted); at != std::string::npos;
         at = folded.text.find(wanted, at + wanted.size()))
        found.push_back({folded.from[at].begin, folded.from[at + wanted.size() - 1].end});
    return found;
}

TextRange unit_at(const Page& page, std::uint32_t offset) {
    const auto after = std::upper_bound(page.units.begin(), page.units.end(), offset,
                                        [](std::uint32_t at, TextRange unit) { return at < unit.begin; });
    if (after == page.units.begin()) return {};
    const TextRange unit = *(after - 1);
    return offset < unit.end ? unit : TextRange{};
}

} // namespace timbang::domain
