#include "sheets/xml_reader.h"

#include <doctest/doctest.h>

using timbang::sheets::XmlReader;
using Event = XmlReader::Event;

namespace {

/// "<a|uri" for an element that opens, ">a" for one that closes, text as it stands; "!" where it is broken.
std::string told(std::string_view text) {
    XmlReader xml(text);
    std::string out;
    for (;;) {
        switch (xml.next()) {
        case Event::Open:
            out += "<" + std::string(xml.name()) + "|" + std::string(xml.space());
            break;
        case Event::Close:
            out += ">" + std::string(xml.name());
            break;
        case Event::Text:
            out += xml.text();
            break;
        case Event::End:
            return out;
        case Event::Broken:
            return out + "!";
        }
    }
}

} // namespace

TEST_CASE("elements, names in their namespaces, texts, entities and sections are told in order") {
    CHECK(told("<?xml version=\"1.0\"?>\n<!-- x --><a><b/>t&amp;&#233;&#x1F600;\r\n<![CDATA[<&]]></a>\n") ==
          "<a|<b|>bt&\xC3\xA9\xF0\x9F\x98\x80\n<&>a");
    CHECK(told("<x:a xmlns:x='u' xmlns='v'><b/><c xmlns='w'/><x:d/></x:a>") == "<a|u<b|v>b<c|w>c<d|u>d>a");
    XmlReader xml("<a xmlns:p='u' q='1' p:q='2&lt;'/>");
    REQUIRE(xml.next() == Event::Open);
    CHECK(xml.attribute("", "q") == "1");
    CHECK(xml.attribute("u", "q") == "2<");
    CHECK_FALSE(xml.attribute("v", "q").has_value());
}

TEST_CASE("an element is left as a whole") {
    XmlReader xml("<a><b><c>x</c></b><d/></a>");
    REQUIRE(xml.next() == Event::Open);
    REQUIRE(xml.next() == Event::Open);
    CHECK(xml.depth() == 2);
    CHECK(xml.skip());
    REQUIRE(xml.next() == Event::Open);
    CHECK(xml.name() == "d");
    CHECK(xml.skip());
    CHECK(xml.next() == Event::Close);
    CHECK(xml.depth() == 1);
    CHECK(xml.next() == Event::End);
}

TEST_CASE("what is not well formed is broken, and nothing is expanded") {
    for (const char* text : {"",
                             "x",
                             "<",
                             "<a",
                             "<a>",
                             "</a>",
                             "<a></b>",
                             "<a><b></a></b>",
                             "<a/><b/>",
                             "<a x/>",
                             "<a x=1/>",
                             "<a x='1' x='2'/>",
                             "<a x='1'y='2'/>",
                             "<a>&nbsp;</a>",
                             "<a>&#0;</a>",
                             "<a>&amp</a>",
                             "<a>&#xD800;</a>",
                             "<p:a/>",
                             "<a p:x='1'/>",
                             "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                             "<a><![CDATA[x</a>",
                             "<a><!-- x</a>",
                             "<a/>x",
                             "<a x='<'/>"}) {
        CAPTURE(std::string(text));
        const std::string found = told(text);
        REQUIRE_FALSE(found.empty());
        CHECK(found.back() == '!');
    }
    std::string deep;
    for (int i = 0; i < 300; ++i)
        deep += "<a>";
    CHECK(told(deep).back() == '!');
}
