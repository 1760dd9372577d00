#include <doctest/doctest.h>

#include "report/html.h"
#include "report/html_parts.h"

using namespace timbang::report;

TEST_CASE("every text of a document is escaped in HTML") {
    const std::string bad = "<script>alert('x')</script>&\"";
    Document document;
    document.title = document.subtitle = document.author = document.footer = document.header = bad;
    document.meta = {{bad, bad}};
    document.add(Heading{1, bad});
    document.add(Paragraph{bad, Look::Strong});
    document.add(Fields{{{bad, bad}}});
    document.add(KeyFigures{{{bad, bad, bad, bad}}});
    document.add(Table{bad, {{bad, 1, Align::Right}}, {{{bad, true, true}}}, true});
    Bars bars{bad, {bad, bad}, {{bad, 0.5, bad, 0.25, bad, std::pair{0.1, 0.9}, true}}, bad};
    document.add(bars);
    document.add(Note{bad});
    document.add(Choices{bad, {bad}, bad});
    document.add(WritingLines{bad, 2});
    auto page = std::make_shared<timbang::domain::Page>();
    page->text = bad;
    timbang::domain::Block block;
    const timbang::domain::TextRange all{0, static_cast<std::uint32_t>(bad.size())};
    block.lines.push_back({{{all, true, timbang::domain::Symbol::None}}, all});
    block.marker = bad;
    block.kind = timbang::domain::BlockKind::ListItem;
    page->blocks.push_back(block);
    document.add(EvidencePage{bad, bad, page, nullptr});
    auto picture = std::make_shared<Picture>();
    picture->file = "x";
    picture->mime = bad;
    document.add(EvidencePage{bad, bad, page, picture});
    document.add(Prose{page});
    const std::string html = html_text(document);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("alert('x')") == std::string::npos);
    CHECK(html.find("&\"") == std::string::npos);
    CHECK(html.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;") != std::string::npos);
}

TEST_CASE("a document in HTML asks for nothing from anywhere and says its language") {
    Document document;
    document.lang = timbang::base::Lang::Id;
    document.title = "Catatan";
    document.add(Table{"Sesi", {{"Kasus", 1}, {"Sama", 1, Align::Right}}, {{{"A"}, {"3"}}}, false});
    const std::string html = html_text(document);
    CHECK(html.find("<html lang=\"id\">") != std::string::npos);
    CHECK(html.find("<caption>Sesi</caption>") != std::string::npos);
    CHECK(html.find("<th scope=\"col\" class=\"right\">Sama</th>") != std::string::npos);
    CHECK(html.find("default-src 'none'") != std::string::npos);
    for (const char* word : {"http:", "https:", "//", "url(", "@import", " src=\"", "href="}) CHECK(html.find(word) == std::string::npos);
}

TEST_CASE("base64 of any length") {
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foob") == "Zm9vYg==");
}
