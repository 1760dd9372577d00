#include "ui/kit/text_edit.h"

#include <algorithm>

namespace timbang::ui {
namespace {

constexpr std::size_t kMostSteps = 1000;

bool inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }
bool space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
/// Letters, digits and everything beyond ASCII.
bool wordy(char c) {
    const auto u = static_cast<unsigned char>(c);
    return u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z') || u == '_';
}

} // namespace

void TextEdit::replace(std::string_view text) {
    if (text == text_) return;
    const std::size_t least = std::min(text.size(), text_.size());
    std::size_t head = 0, tail = 0;
    while (head < least && text[head] == text_[head]) ++head;
    while (tail < least - head && text[text.size() - 1 - tail] == text_[text_.size() - 1 - tail]) ++tail;
    std::size_t at = caret_;
    if (at > head && at + tail >= text_.size()) at = at + text.size() - text_.size();
    else if (at > head) at = std::min(at, text.size() - tail);
    text_ = text;
    done_.clear();
    undone_.clear();
    closed_ = true;
    place(at, false);
}

void TextEdit::place(std::size_t at, bool extend) {
    at = std::min(at, text_.size());
    while (at > 0 && at < text_.size() && inside_character(text_[at])) --at;
    caret_ = at;
    if (!extend) anchor_ = at;
    closed_ = true;
}

void TextEdit::select(std::size_t begin, std::size_t end) {
    place(begin, false);
    place(end, true);
}

void TextEdit::select_word(std::size_t at) {
    std::size_t begin = std::min(at, text_.size()), end = begin;
    while (begin > 0 && wordy(text_[begin - 1])) --begin;
    while (end < text_.size() && wordy(text_[end])) ++end;
    if (begin == end && end < text_.size()) end = after(end);
    select(begin, end);
}

std::size_t TextEdit::before(std::size_t at) const {
    if (at == 0) return 0;
    --at;
    while (at > 0 && inside_character(text_[at])) --at;
    return at;
}

std::size_t TextEdit::after(std::size_t at) const {
    if (at >= text_.size()) return text_.size();
    ++at;
    while (at < text_.size() && inside_character(text_[at])) ++at;
    return at;
}

std::size_t TextEdit::word_before(std::size_t at) const {
    while (at > 0 && !wordy(text_[at - 1])) --at;
    while (at > 0 && wordy(text_[at - 1])) --at;
    return at;
}

std::size_t TextEdit::word_after(std::size_t at) const {
    while (at < text_.size() && wordy(text_[at])) ++at;
    while (at < text_.size() && !wordy(text_[at])) ++at;
    return at;
}

bool TextEdit::joins(const Change& last, std::size_t at, std::size_t length, std::string_view words) const {
    if (closed_) return false;
    if (length == 0) { // typing goes on, until a word has ended
        const bool word_ended = !last.inserted.empty() && space(last.inserted.back()) && !words.empty() && !space(words.front());
        return last.removed.empty() && at == last.at + last.inserted.size() && !word_ended && words.size() <= 4;
    }
    return words.empty() && last.inserted.empty() && (at + length == last.at || at == last.at);
}

void TextEdit::change(std::size_t at, std::size_t length, std::string_view words) {
    if (length == 0 && words.empty()) return;
    undone_.clear();
    if (!done_.empty() && joins(done_.back(), at, length, words)) {
        Change& last = done_.back();
        if (length == 0) last.inserted += words;
        else if (at == last.at) last.removed += text_.substr(at, length);
        else {
            last.removed.insert(0, text_.substr(at, length));
            last.at = at;
        }
    } else {
        done_.push_back({at, text_.substr(at, length), std::string(words), caret_, anchor_});
        if (done_.size() > kMostSteps) done_.erase(done_.begin());
    }
    text_.replace(at, length, words);
    caret_ = anchor_ = at + words.size();
    closed_ = false;
}

void TextEdit::insert(std::string_view words) {
    if (selected()) closed_ = true;
    change(from(), to() - from(), words);
}

void TextEdit::erase_before(bool word) {
    if (selected()) return insert({});
    const std::size_t begin = word ? word_before(caret_) : before(caret_);
    change(begin, caret_ - begin, {});
}

void TextEdit::erase_after(bool word) {
    if (selected()) return insert({});
    change(caret_, (word ? word_after(caret_) : after(caret_)) - caret_, {});
}

bool TextEdit::undo() {
    if (done_.empty()) return false;
    Change c = std::move(done_.back());
    done_.pop_back();
    text_.replace(c.at, c.inserted.size(), c.removed);
    caret_ = c.caret_before;
    anchor_ = c.anchor_before;
    undone_.push_back(std::move(c));
    closed_ = true;
    return true;
}

bool TextEdit::redo() {
    if (undone_.empty()) return false;
    Change c = std::move(undone_.back());
    undone_.pop_back();
    text_.replace(c.at, c.removed.size(), c.inserted);
    caret_ = anchor_ = c.at + c.inserted.size();
    done_.push_back(std::move(c));
    closed_ = true;
    return true;
}

} // namespace timbang::ui
