#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace timbang::content {

/// Sequences that differ in more places than this are taken as different from their first to their last differing place.
inline constexpr int kMostDifferences = 2000;

/// Pairs what is the same in two sequences, in order. Myers: An O(ND) Difference Algorithm and Its Variations, 1986, the
/// greedy one with its way kept; time and memory grow with the length times the differences, of which there are at most
/// `kMostDifferences`. `Same` says of two places, one in each sequence, whether what stands there is the same.
template <class Same> class Matcher {
public:
    Matcher(std::size_t from, std::size_t to, Same same)
        : from_(static_cast<int>(from)), to_(static_cast<int>(to)), same_(std::move(same)), match_(from, -1) {}

    /// For each place of the first sequence its place in the second, or -1.
    std::vector<int> run() {
        int begin = 0;
        int from_end = from_;
        int to_end = to_;
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
        return same_(static_cast<std::size_t>(from), static_cast<std::size_t>(to));
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

    int from_;
    int to_;
    Same same_;
    std::vector<int> match_;
};

} // namespace timbang::content
