#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace timbang::content {

/// One line of the terminal, taken apart word by word.
class Line {
public:
    explicit Line(std::string_view text);

    /// The next word or "quoted words" (`\"` and `\\` inside); nothing at the end.
    [[nodiscard]] std::optional<std::string> word();
    /// All that is left; quotes around the whole of it are taken off.
    [[nodiscard]] std::string rest();
    [[nodiscard]] bool at_end() const { return text_.empty(); }

private:
    void skip();

    std::string_view text_;
};

/// `"…"` with what `Line` takes back; a line break is a space.
[[nodiscard]] std::string quoted_words(std::string_view text);

} // namespace timbang::content
