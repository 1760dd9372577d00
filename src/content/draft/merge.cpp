#include "content/draft/merge.h"

#include <algorithm>
#include <vector>

#include "content/diff.h"

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

/// For each line of `from` its line in `to`, or -1.
std::vector<int> matched(const Lines& from, const Lines& to) {
    return Matcher(from.size(), to.size(), [&](std::size_t i, std::size_t k) { return from[i] == to[k]; }).run();
}

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
    const std::vector<int> to_a = matched(o, a);
    const std::vector<int> to_b = matched(o, b);
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
