#include "report/wrap.h"

#include "base/utf8.h"

namespace timbang::report {
namespace {

struct Letter {
    char32_t value = 0;
    Face face = Face::Sans;
    double width = 0;
};

bool breaks_behind(const std::vector<Letter>& letters, std::size_t at) {
    const char32_t c = letters[at].value;
    if (c == U' ') return true;
    if (at == 0 || letters[at - 1].value == U' ') return false;
    // Not between figures: "2-3" and "1/2" are one word.
    const bool figures = at + 1 < letters.size() && letters[at + 1].value >= U'0' && letters[at + 1].value <= U'9' &&
                         letters[at - 1].value >= U'0' && letters[at - 1].value <= U'9';
    return (c == U'-' || c == U'/' || c == U'–') && !figures;
}

WrappedLine line_of(const std::vector<Letter>& letters, std::size_t begin, std::size_t end) {
    while (end > begin && letters[end - 1].value == U' ') --end;
    WrappedLine line;
    for (std::size_t i = begin; i < end; ++i) {
        if (line.pieces.empty() || line.pieces.back().face != letters[i].face)
            line.pieces.push_back({line.width, 0, letters[i].face, {}});
        base::append_utf8(line.pieces.back().text, letters[i].value);
        line.pieces.back().width += letters[i].width;
        line.width += letters[i].width;
    }
    return line;
}

void wrap_one(const std::vector<Letter>& letters, double width, std::vector<WrappedLine>& lines) {
    std::size_t begin = 0, last_break = 0;
    double used = 0;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        used += letters[at].width;
        if (used > width + 1e-6 && letters[at].value != U' ' && at > begin) {
            const std::size_t end = last_break > begin ? last_break : at;
            lines.push_back(line_of(letters, begin, end));
            begin = end;
            while (begin < at && letters[begin].value == U' ') ++begin;
            used = 0;
            for (std::size_t i = begin; i <= at; ++i) used += letters[i].width;
            last_break = begin;
        }
        if (breaks_behind(letters, at)) last_break = at + 1;
    }
    lines.push_back(line_of(letters, begin, letters.size()));
}

} // namespace

std::string drawable(const std::string& text, Letters letters) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        at = point.next;
        char32_t value = point.value;
        if (value == U'\r') continue;
        if (value != U'\n' && (value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x2028 || value == 0x2029)) value = U' ';
        // Marks of direction and width have no place of their own.
        if (value == 0x200B || value == 0xFEFF || (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069)) continue;
        if (value > 0xFFFF && letters == Letters::Basic) value = 0xFFFD;
        base::append_utf8(out, value);
    }
    return out;
}

std::vector<WrappedLine> wrap(const std::vector<Span>& spans, double size, double width, const Advance& advance) {
    std::vector<WrappedLine> lines;
    std::vector<Letter> letters;
    for (const Span& span : spans) {
        const std::string text = drawable(span.text);
        for (std::size_t at = 0; at < text.size();) {
            const base::CodePoint point = base::code_point_at(text, at);
            at = point.next;
            if (point.value == U'\n') {
                wrap_one(letters, width, lines);
                letters.clear();
            } else {
                letters.push_back({point.value, span.face, advance(span.face, point.value) * size});
            }
        }
    }
    wrap_one(letters, width, lines);
    return lines;
}

double text_width(const std::string& text, Face face, double size, const Advance& advance) {
    double width = 0;
    const std::string drawn = drawable(text);
    for (std::size_t at = 0; at < drawn.size();) {
        const base::CodePoint point = base::code_point_at(drawn, at);
        at = point.next;
        width += advance(face, point.value) * size;
    }
    return width;
}

} // namespace timbang::report
