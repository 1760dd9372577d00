#include <doctest/doctest.h>

#include <string>

#include "ui/kit/draw.h"
#include "ui/kit/fonts.h"
#include "ui/kit/text_edit.h"

using namespace timbang;
using namespace timbang::ui;

namespace {

std::unique_ptr<Fonts> fonts() { return std::move(Fonts::load({})).value(); }

std::string line_text(const std::vector<Piece>& pieces, std::string_view text, int line) {
    std::string out;
    for (const Piece& p : pieces)
        if (p.line == line) out += text.substr(p.begin, p.end - p.begin);
    return out;
}

} // namespace

TEST_CASE("every icon in use is in the icon font") {
    const auto f = fonts();
    for (int i = 1; i < static_cast<int>(Icon::Count); ++i) CHECK_MESSAGE(f->has_icon(static_cast<Icon>(i)), icon_name(static_cast<Icon>(i)));
    CHECK(icon_named("calculator") == Icon::Calculator);
    CHECK(icon_named("no-such-icon") == Icon::None);
}

TEST_CASE("the interface face has the letters of both languages and says what it lacks") {
    const auto f = fonts();
    for (char32_t c = 0x20; c < 0x7F; ++c) CHECK(f->has_glyph(c));
    for (char32_t c = 0xA1; c <= 0x17F; ++c)
        if (c != 0xAD && c != 0x149) CHECK_MESSAGE(f->has_glyph(c), static_cast<int>(c));
    for (const char32_t c : U"\u201C\u201D\u2019\u2013\u2212\u2265\u2026\u2191\u2193\u00D7\u00F7")
        if (c) CHECK_MESSAGE(f->has_glyph(c), static_cast<int>(c));
    CHECK_FALSE(f->has_glyph(0x4E2D));
}

TEST_CASE("digits are all of one width, so that columns of figures stand") {
    const auto f = fonts();
    for (const Font font : {type::k13, type::k15m, type::k34b})
        for (char32_t d = U'0'; d <= U'9'; ++d) CHECK(f->advance(d, font) == doctest::Approx(f->advance(U'0', font)).epsilon(0.003));
}

TEST_CASE("a missing font is an error that names it, not a crash") {
    // The system fonts stand in for what a folder lacks; the name is kept in the error for a system without them.
    CHECK(Fonts::load({"/no/such/folder"}).ok());
}

TEST_CASE("lines break at spaces, long words between letters, and nothing is lost") {
    const auto f = fonts();
    const std::string text = "Column adds up to 2,153, not 2,253, so the share is 91.0%.";
    const TextRun run{text, type::k13, {}};
    const auto pieces = wrap(*f, std::span(&run, 1), 150);
    const int lines = pieces.back().line + 1;
    CHECK(lines > 2);
    std::string all;
    for (int i = 0; i < lines; ++i) {
        const std::string words = line_text(pieces, text, i);
        CHECK(f->width(words, type::k13) <= 150.5F);
        CHECK(words.front() != ' ');
        all += (i ? " " : "") + words;
    }
    CHECK(all == text);

    const std::string word(40, 'm');
    const TextRun long_run{word, type::k13, {}};
    const auto broken = wrap(*f, std::span(&long_run, 1), 100);
    CHECK(broken.back().line > 2);
    CHECK(line_text(broken, word, 0).size() + line_text(broken, word, 1).size() < word.size());
}

TEST_CASE("runs without a space between them stay together") {
    const auto f = fonts();
    const TextRun runs[] = {{"share is ", type::k13, {}}, {"91.0", type::k13b, {}}, {"%, and", type::k13, {}}};
    const float w = f->width("share is 91.0", type::k13b);
    const auto pieces = wrap(*f, runs, w + 2);
    // "91.0%," does not fit behind "share is" as one word, so it goes to the next line as one word.
    for (const Piece& p : pieces)
        if (p.run == 1) CHECK(p.line == 1);
}

TEST_CASE("broken UTF-8 is a replacement character and goes on") {
    std::size_t at = 0;
    const std::string s = "\xC3(\xE2\x82";
    CHECK(next_codepoint(s, at) == 0xFFFD);
    CHECK(next_codepoint(s, at) == U'(');
    CHECK(next_codepoint(s, at) == 0xFFFD);
    CHECK(at <= s.size());
}

TEST_CASE("typing is undone word by word and redone") {
    TextEdit e;
    for (const char* c : {"o", "n", "e", " ", "t", "w", "o"}) e.insert(c);
    CHECK(e.text() == "one two");
    CHECK(e.undo());
    CHECK(e.text() == "one ");
    CHECK(e.undo());
    CHECK(e.text().empty());
    CHECK_FALSE(e.undo());
    CHECK(e.redo());
    CHECK(e.redo());
    CHECK(e.text() == "one two");
    CHECK_FALSE(e.redo());
}

TEST_CASE("a selection is replaced, words are jumped over, characters are whole") {
    TextEdit e;
    e.insert("Sah, \u00E9lan \u2265 90");
    e.place(0, false);
    e.place(e.word_after(0), true);
    CHECK(e.selection() == "Sah, ");
    e.insert("");
    CHECK(e.text() == "\u00E9lan \u2265 90");
    CHECK(e.after(0) == 2);
    e.place(1, false); // inside the letter: goes to its start
    CHECK(e.caret() == 0);
    e.select_word(3);
    CHECK(e.selection() == "\u00E9lan");
    CHECK(e.undo());
    CHECK(e.text() == "Sah, \u00E9lan \u2265 90");
}

TEST_CASE("a change from outside leaves the caret at its words") {
    TextEdit e;
    e.insert("one\ntwo\nthree\n");
    e.place(5, false); // in "two"
    e.replace("zero\none\ntwo\nthree\n");
    CHECK(e.caret() == 10);
    e.replace("zero\none\ntwo\nthree\nfour\n");
    CHECK(e.caret() == 10);
    e.replace("zero\none\n2\nthree\nfour\n"); // the word itself is gone
    CHECK(e.caret() == 10);
    e.replace("");
    CHECK(e.caret() == 0);
    CHECK_FALSE(e.selected());
}

TEST_CASE("backspace and delete by word") {
    TextEdit e;
    e.insert("ask for the figure");
    e.erase_before(true);
    CHECK(e.text() == "ask for the ");
    e.place(0, false);
    e.erase_after(true);
    CHECK(e.text() == "for the ");
    e.replace("other");
    CHECK_FALSE(e.undo());
}
