#include <algorithm>
#include <cctype>

#include "app/yaml_scan.h"

namespace timbang::app {
namespace {

using Kind = YamlPieceKind;

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

bool number(std::string_view word) {
    if (!word.empty() && (word[0] == '-' || word[0] == '+')) word.remove_prefix(1);
    if (word.empty() || word[0] < '0' || word[0] > '9') return false;
    return std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Cuts a text into pieces, line by line.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {}

    void cut(const std::function<bool(const YamlPiece&)>& visit) {
        while (at_ < text_.size()) {
            line_ = at_;
            line();
            for (const YamlPiece& piece : pieces_)
                if (!visit(piece)) return;
            pieces_.clear();
        }
    }

private:
    [[nodiscard]] std::size_t line_end(std::size_t from) const { return std::min(text_.find('\n', from), text_.size()); }

    void add(Kind kind, std::size_t begin, std::size_t end) {
        const std::size_t newline = begin == 0 ? std::string_view::npos : text_.rfind('\n', begin - 1);
        const std::size_t column = newline == std::string_view::npos ? begin : begin - newline - 1;
        pieces_.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                           static_cast<std::uint32_t>(column)});
    }

    void line() {
        const std::size_t end = line_end(at_);
        mapping_column_ = 0;
        while (at_ < end && blank(text_[at_]))
            ++at_;
        mapping_column_ = at_ - line_;
        while (at_ < end)
            piece(end);
        if (at_ < text_.size() && at_ == line_end(at_)) ++at_;
    }

    void piece(std::size_t end) {
        const char c = text_[at_];
        const bool alone = at_ + 1 >= end || blank(text_[at_ + 1]);
        if (blank(c)) {
            ++at_;
        } else if (c == '#' && (at_ == line_ || blank(text_[at_ - 1]))) {
            add(Kind::Comment, at_, end);
            at_ = end;
        } else if (depth_ == 0 && c == '-' && alone) {
            add(Kind::Dash, at_, at_ + 1);
            ++at_;
            while (at_ < end && blank(text_[at_]))
                ++at_;
            mapping_column_ = at_ - line_;
        } else if (c == '{' || c == '[') {
            add(Kind::Open, at_, at_ + 1);
            ++depth_, ++at_;
        } else if (depth_ > 0 && (c == '}' || c == ']')) {
            add(Kind::Close, at_, at_ + 1);
            --depth_, ++at_;
        } else if (depth_ > 0 && c == ',') {
            add(Kind::Comma, at_, at_ + 1);
            ++at_;
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (depth_ == 0 && (c == '|' || c == '>')) {
            block(end);
        } else {
            plain(end);
        }
    }

    /// A colon behind the scalar makes it a key. Goes on behind the colon.
    [[nodiscard]] bool colon() {
        std::size_t next = at_;
        while (next < text_.size() && text_[next] == ' ')
            ++next;
        if (next >= text_.size() || text_[next] != ':') return false;
        const bool ends = next + 1 >= text_.size() || blank(text_[next + 1]) || text_[next + 1] == '\n' || depth_ > 0;
        if (ends) at_ = next + 1;
        return ends;
    }

    void quoted(char quote) {
        const std::size_t begin = at_++;
        while (at_ < text_.size() && text_[at_] != quote) {
            if (quote == '"' && text_[at_] == '\\') ++at_;
            // A line that begins with a key ends a quote that was never closed: it is being typed.
            if (at_ < text_.size() && text_[at_] == '\n' && ends_open_quote(at_ + 1)) break;
            ++at_;
        }
        at_ = std::min(at_, text_.size());
        if (at_ < text_.size() && text_[at_] == quote) ++at_;
        const std::size_t end = at_;
        add(colon() ? Kind::Key : Kind::Quoted, begin, end);
    }

    [[nodiscard]] bool ends_open_quote(std::size_t begin) const {
        std::size_t at = begin;
        const std::size_t end = line_end(begin);
        while (at < end && (blank(text_[at]) || text_[at] == '-'))
            ++at;
        const std::size_t word = at;
        while (at < end && (std::isalnum(static_cast<unsigned char>(text_[at])) != 0 || text_[at] == '_'))
            ++at;
        return at > word && at < end && text_[at] == ':';
    }

    void plain(std::size_t end) {
        const std::size_t begin = at_;
        while (at_ < end) {
            const char c = text_[at_];
            if (c == ':' && (at_ + 1 >= end || blank(text_[at_ + 1]))) break;
            if (c == '#' && at_ > begin && blank(text_[at_ - 1])) break;
            if (depth_ > 0 && (c == ',' || c == ']' || c == '}' || c == '[' || c == '{')) break;
            ++at_;
        }
        std::size_t stop = at_;
        while (stop > begin && blank(text_[stop - 1]))
            --stop;
        if (stop == begin) { // a colon without a key
            ++at_;
            return;
        }
        const std::string_view word = text_.substr(begin, stop - begin);
        if (at_ < end && text_[at_] == ':') {
            ++at_;
            add(Kind::Key, begin, stop);
        } else {
            add(number(word) ? Kind::Number : Kind::Plain, begin, stop);
        }
    }

    /// `|` or `>`: the lines that stand further in than the mapping of its key.
    void block(std::size_t end) {
        std::size_t next = end, last = end;
        while (next < text_.size()) {
            const std::size_t begin = next + 1, stop = line_end(begin);
            std::size_t word = begin;
            while (word < stop && blank(text_[word]))
                ++word;
            if (word < stop && word - begin <= mapping_column_) break;
            if (begin > text_.size() || (stop == begin && stop == text_.size())) break;
            if (word < stop) last = stop;
            next = stop;
        }
        add(Kind::Block, at_, last);
        at_ = last;
        line_ = last;
    }

    std::string_view text_;
    std::size_t at_ = 0, line_ = 0, mapping_column_ = 0;
    int depth_ = 0;
    std::vector<YamlPiece> pieces_; ///< of the line
};

} // namespace

void each_yaml_piece(std::string_view text, const std::function<bool(const YamlPiece&)>& visit) {
    Cutter(text).cut(visit);
}

std::vector<YamlPiece> yaml_pieces(std::string_view text) {
    std::vector<YamlPiece> pieces;
    each_yaml_piece(text, [&](const YamlPiece& piece) {
        pieces.push_back(piece);
        return true;
    });
    return pieces;
}

} // namespace timbang::app
