#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace timbang::ui {

/// The text of an editor with caret, selection and undo: no drawing, no keys. Positions are bytes at the start of a
/// character. Lines end with '\n'.
class TextEdit {
public:
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::size_t caret() const { return caret_; }
    [[nodiscard]] std::size_t anchor() const { return anchor_; }
    [[nodiscard]] bool selected() const { return caret_ != anchor_; }
    [[nodiscard]] std::size_t from() const { return caret_ < anchor_ ? caret_ : anchor_; }
    [[nodiscard]] std::size_t to() const { return caret_ < anchor_ ? anchor_ : caret_; }
    [[nodiscard]] std::string selection() const { return text_.substr(from(), to() - from()); }

    /// Another text from outside: the caret stays at its words where they are still there, undo is forgotten.
    void replace(std::string_view text);
    /// Puts the caret; `extend` keeps the other end of the selection.
    void place(std::size_t at, bool extend);
    void select(std::size_t begin, std::size_t end);
    void select_all() { select(0, text_.size()); }
    void select_word(std::size_t at);

    /// In place of the selection. Typing letters one by one is one step of undo per word.
    void insert(std::string_view words);
    void erase_before(bool word); ///< Backspace, Ctrl+Backspace
    void erase_after(bool word);  ///< Delete, Ctrl+Delete
    [[nodiscard]] std::size_t before(std::size_t at) const; ///< one character back
    [[nodiscard]] std::size_t after(std::size_t at) const;
    [[nodiscard]] std::size_t word_before(std::size_t at) const;
    [[nodiscard]] std::size_t word_after(std::size_t at) const;

    bool undo();
    bool redo();

private:
    struct Change {
        std::size_t at = 0;
        std::string removed, inserted;
        std::size_t caret_before = 0, anchor_before = 0;
    };
    void change(std::size_t at, std::size_t length, std::string_view words);
    [[nodiscard]] bool joins(const Change& last, std::size_t at, std::size_t length, std::string_view words) const;

    std::string text_;
    std::size_t caret_ = 0, anchor_ = 0;
    std::vector<Change> done_, undone_;
    bool closed_ = true; ///< the next change starts a new step
};

} // namespace timbang::ui
