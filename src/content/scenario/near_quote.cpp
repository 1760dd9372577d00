#include "content/scenario/near_quote.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace timbang::content {

namespace {

struct Letters {
    std::vector<char32_t> points;
    std::vector<std::size_t> offsets; ///< of each point, and the end
};

Letters letters_of(std::string_view text) {
    Letters letters;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        letters.points.push_back(point.value);
        letters.offsets.push_back(at);
        at = point.next;
    }
    letters.offsets.push_back(text.size());
    return letters;
}

struct Match {
    std::size_t distance = 0;
    std::size_t begin = 0; ///< bytes in the unit
    std::size_t end = 0;
};

/// Best match of `quote` anywhere in `unit`: edit distance with a free start and a free end.
Match best_match(const std::vector<char32_t>& quote, const Letters& unit) {
    const std::size_t n = unit.points.size();
    std::vector<std::size_t> cost(n + 1, 0);
    std::vector<std::size_t> from(n + 1);
    for (std::size_t j = 0; j <= n; ++j) from[j] = j;
    for (std::size_t i = 1; i <= quote.size(); ++i) {
        std::size_t diagonal = cost[0];
        std::size_t diagonal_from = from[0];
        cost[0] = i;
        for (std::size_t j = 1; j <= n; ++j) {
            const std::size_t above = cost[j];
            const std::size_t above_from = from[j];
            const std::size_t change = diagonal + (quote[i - 1] == unit.points[j - 1] ? 0 : 1);
            if (change <= above + 1 && change <= cost[j - 1] + 1) {
                cost[j] = change;
                from[j] = diagonal_from;
            } else if (above < cost[j - 1]) {
                cost[j] = above + 1;
            } else {
                cost[j] = cost[j - 1] + 1;
                from[j] = from[j - 1];
            }
            diagonal = above;
            diagonal_from = above_from;
        }
    }
    const auto best = static_cast<std::size_t>(std::min_element(cost.begin(), cost.end()) - cost.begin());
    return {cost[best], unit.offsets[from[best]], unit.offsets[best]};
}

} // namespace

std::string nearest_quote(const domain::Page& page, std::string_view quote) {
    constexpr std::size_t kLongestQuote = 400;
    constexpr std::size_t kLongestPage = 40000; // bytes looked at: the search takes quote × page
    const Letters wanted = letters_of(quote);
    if (wanted.points.empty() || wanted.points.size() > kLongestQuote) return "";
    std::size_t best = std::max<std::size_t>(1, wanted.points.size() / 3) + 1;
    std::string found;
    for (const domain::TextRange unit : page.units) {
        if (unit.end > kLongestPage) break;
        const std::string_view text = page.words(unit);
        const Match match = best_match(wanted.points, letters_of(text));
        if (match.distance >= best) continue;
        best = match.distance;
        found = std::string(text.substr(match.begin, match.end - match.begin));
    }
    return found;
}

} // namespace timbang::content
