#include "content/draft/merge.h"

#include <algorithm>
#include <vector>

namespace timbang::content {

namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

/// Texts that differ in more lines than this are taken as different from their first to their last differing line.
constexpr int kMostDifferences = 2000;

/// Myers: An O(ND) Difference Algorithm and Its Variations, 1986, the greedy one with its way kept.
class Matcher {
public:
    Matcher(const Lines& from, const Lines& to) : from_(from), to_(to), match_(from.size(), -1) {}

    /// For each line of `from` its line in `to`, or -1.
    std::vector<int> run() {
        int begin = 0;
        int from_end = static_cast<int>(from_.size());
        int to_end = static_cast<int>(to_.size());
        while (begin < from_end && begin < to_end && same(begin, begin)) {
            match_[static_cast<std::size_t>(begin)] = begin;
            ++begin;
        }
        while (from_end > begin && to_end > begin && same(from_end - 1, to_end - 1))
            match_[static_cast<std::size_t>(--from_end)] = --to_end;
        between(begin, from_end, to_end);
        return std::move(match_);
    }

private:
    [[nodiscard]] bool same(int from, int to) const {
        return from_[static_cast<std::size_t>(from)] == to_[static_cast<std::size_t>(to)];
    }

    void between(int begin, int from_end, int to_end) {
        const int n = from_end - begin;
        const int m = to_end - begin;
        const int most = std::min(n + m, kMostDifferences);
        const int middle = most + 1;
        std::vector<int> far(static_cast<std::size_t>(2 * middle + 1), 0);
        std::vector<std::vector<int>> way;
        for (int d = 0; d <= most; ++d) {
            way.push_back(far);
            for (int k = -d; k <= d; k += 2) {
                int x = step(far, middle, d, k);
                while (x < n && x - k < m && x - k >= 0 && same(begin + x, begin + x - k)) ++x;
                far[static_cast<std::size_t>(middle + k)] = x;
                if (x >= n && x - k >= m) return back(way, middle, begin, n, m);
            }
        }
    }

    /// Where diagonal k begins after d differences.
    static int step(const std::vector<int>& far, int middle, int d, int k) {
        const int above = far[static_cast<std::size_t>(middle + k + 1)];
        const int below = far[static_cast<std::size_t>(middle + k - 1)];
        if (k == -d || (k != d && below < above)) return above;
        return d == 0 ? 0 : below + 1;
    }

    void back(const std::vector<std::vector<int>>& way, int middle, int begin, int x, int y) {
        for (int d = static_cast<int>(way.size()) - 1; d >= 0; --d) {
            const int start = step(way[static_cast<std::size_t>(d)], middle, d, x - y);
            while (x > start) {
                --x;
                --y;
                match_[static_cast<std::size_t>(begin + x)] = begin + y;
            }
            if (d == 0) return;
            const auto& far = way[static_cast<std::size_t>(d)];
            const int k = x - y;
            const bool down = k == -d || (k != d && far[static_cast<std::size_t>(middle + k - 1)] <
                                                        far[static_cast<std::size_t>(middle + k + 1)]);
            if (down) --y;
            else --x;
        }
    }

    const Lines& from_;
    const Lines& to_;
    std::vector<int> match_;
};

bool equal(const Lines& a, int a_begin, int a_end, const Lines& b, int b_begin, int b_end) {
    return std::equal(a.begin() + a_begin, a.begin() + a_end, b.begin() + b_begin, b.begin() + b_end);
}

void append(std::string& text, const Lines& lines, int begin, int end) {
    for (int i = begin; i < end; ++i) text += lines[static_cast<std::size_t>(i)];
}

} // namespace

std::optional<std::string> merge_lines(std::string_view base, std::string_view mine, std::string_view theirs) {
    const Lines o = lines_of(base);
    const Lines a = lines_of(mine);
    const Lines b = lines_of(theirs);
    const std::vector<int> to_a = Matcher(o, a).run();
    const std::vector<int> to_b = Matcher(o, b).run();
    std::string merged;
    int at_o = 0;
    int at_a = 0;
    int at_b = 0;
    for (int next = 0; next <= static_cast<int>(o.size()); ++next) {
        const bool end = next == static_cast<int>(o.size());
        const int in_a = end ? static_cast<int>(a.size()) : to_a[static_cast<std::size_t>(next)];
        const int in_b = end ? static_cast<int>(b.size()) : to_b[static_cast<std::size_t>(next)];
        if (in_a < 0 || in_b < 0) continue;
        if (equal(o, at_o, next, a, at_a, in_a)) append(merged, b, at_b, in_b);
        else if (equal(o, at_o, next, b, at_b, in_b) || equal(a, at_a, in_a, b, at_b, in_b)) append(merged, a, at_a, in_a);
        else return std::nullopt;
        if (!end) merged += o[static_cast<std::size_t>(next)];
        at_o = next + 1;
        at_a = in_a + 1;
        at_b = in_b + 1;
    }
    return merged;
}

} // namespace timbang::content
