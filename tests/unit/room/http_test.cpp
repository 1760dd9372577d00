#include <doctest/doctest.h>

#include "base/hash.h"
#include "room/http.h"
#include "support/fake_desk.h"

using namespace timbang;
using namespace timbang::room;
using timbang::tests::FakeDesk;

namespace {

/// What a request gets from a hub without sockets; seat 01 holds the token "t".
struct Counter {
    FakeDesk desk;
    std::vector<std::string> names{"timbang.test"};
    Hub hub;
    HttpAsk ask;

    static FakeDesk seated() {
        FakeDesk desk;
        desk.state.seats[0].token_hash = base::sha256("t");
        return desk;
    }
    Counter() : desk(seated()), hub({"482917", "", {}, [] { return std::int64_t{0}; }, {}, {}}, desk) {
        ask.method = "GET";
        ask.host = "192.168.10.1:8080";
    }
    HttpAnswer get(std::string_view target) {
        ask.target = target;
        return answer_http(ask, {"192.168.10.1", 8080, false, names}, hub);
    }
};

bool served(std::string_view host, std::uint16_t port = 8080, bool loopback = false) {
    const std::vector<std::string> names{"timbang.test"};
    return host_served(host, {loopback ? "127.0.0.1" : "192.168.10.1", port, loopback, names});
}

} // namespace

TEST_CASE("a host is served by the address that was reached and by the names given") {
    CHECK(served("192.168.10.1:8080"));
    CHECK(served("timbang.test:8080"));
    CHECK(served("TIMBANG.test:8080"));
    CHECK(served("192.168.10.1", 80));
    CHECK(served("localhost:8080", 8080, true));
    for (const char* host :
         {"", "192.168.10.1", "192.168.10.1:80", "192.168.10.2:8080", "evil.example:8080", "localhost:8080",
          "192.168.10.1:8080.evil.example", "192.168.10.1:08080", "evil@192.168.10.1:8080", "timbang.test",
          "timbang.test.:8080", "192.168.10.1:8080 ", ":8080"})
        CHECK_FALSE_MESSAGE(served(host), host);
}

TEST_CASE("the page comes compressed to those who take it, and whole to others") {
    Counter counter;
    HttpAnswer whole = counter.get("/");
    CHECK(whole.status == 200);
    CHECK(whole.body.find("<html") != std::string_view::npos);
    CHECK(whole.fields.find("Content-Encoding") == std::string::npos);
    counter.ask.accept_encoding = "deflate, GZIP;q=0.5, br";
    HttpAnswer packed = counter.get("/index.html?lang=id");
    CHECK(packed.body.substr(0, 2) == "\x1f\x8b");
    CHECK(packed.fields.find("Content-Encoding: gzip\r\n") != std::string::npos);
    for (const char* refused : {"gzip;q=0", "gzip; q=0.000", "identity", "gzippy", ""}) {
        counter.ask.accept_encoding = refused;
        CHECK_MESSAGE(counter.get("/").fields.find("gzip") == std::string::npos, refused);
    }
}

TEST_CASE("a page that did not change is not sent again") {
    Counter counter;
    const std::string fields = counter.get("/").fields;
    const std::size_t at = fields.find("ETag: ") + 6;
    const std::string tag = fields.substr(at, fields.find('\r', at) - at);
    counter.ask.if_none_match = tag;
    CHECK(counter.get("/").status == 304);
    CHECK(counter.get("/projector").status == 200);
}

TEST_CASE("every answer forbids what the page does not need") {
    Counter counter;
    const std::string head = http_head(counter.get("/"), "192.168.10.1:8080", true);
    CHECK(head.find("default-src 'self'; img-src 'self' blob:; connect-src 'self' ws://192.168.10.1:8080;") !=
          std::string::npos);
    CHECK(head.find("unsafe") == std::string::npos);
    CHECK(head.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
    CHECK(head.find("Referrer-Policy: no-referrer\r\n") != std::string::npos);
    CHECK(head.find("Cache-Control: ") != std::string::npos);
}

TEST_CASE("other hosts, methods and bodies are refused") {
    Counter counter;
    counter.ask.host = "evil.example:8080";
    CHECK(counter.get("/").status == 421);
    CHECK(http_head(counter.get("/"), counter.ask.host, false).find("evil") == std::string::npos);
    counter.ask.host = "192.168.10.1:8080";
    for (const char* method : {"POST", "PUT", "OPTIONS", "get", "TRACE"}) {
        counter.ask.method = method;
        CHECK(counter.get("/").status == 405);
    }
    counter.ask.method = "GET";
    counter.ask.body = true;
    CHECK(counter.get("/").status == 413);
    counter.ask.body = false;
    CHECK(counter.get("/" + std::string(600, 'a')).status == 414);
}

TEST_CASE("no path leads anywhere but to the embedded files") {
    Counter counter;
    counter.ask.authorization = "Timbang t";
    for (const char* path : {"/../etc/passwd",
                             "/..",
                             "//app.js",
                             "/./index.html",
                             "/%2e%2e/x",
                             "/index.html/",
                             "/INDEX.HTML",
                             "/app.js\\",
                             "/page",
                             "/page/",
                             "/page/report",
                             "/page/report/",
                             "/page//1",
                             "/page/report/0",
                             "/page/report/-1",
                             "/page/report/1x",
                             "/page/report/+1",
                             "/page/report/99999999999",
                             "/page/report/3",
                             "/page/../report/1",
                             "/page/report%2f1",
                             "/picture/report/1",
                             "/page/report/01x"})
        CHECK_MESSAGE(counter.get(path).status == 404, path);
    CHECK(counter.get("http://evil.example/").status == 400);
    CHECK(counter.get("*").status == 400);
}

TEST_CASE("pages are for those who have a seat, and hidden ones look like none") {
    Counter counter;
    CHECK(counter.get("/page/report/1").status == 401);
    CHECK(counter.get("/page/nothing/1").status == 401);
    for (const char* wrong : {"Timbang x", "Timbang ", "timbang t", "Bearer t", "Timbang t "}) {
        counter.ask.authorization = wrong;
        CHECK(counter.get("/page/report/1").status == 401);
    }
    counter.ask.authorization = "Timbang t";
    const HttpAnswer page = counter.get("/page/report/1");
    CHECK(page.status == 200);
    CHECK(page.body.find("Laporan persalinan 2023") != std::string_view::npos);
    CHECK(page.fields.find("no-store") != std::string::npos);
    const HttpAnswer hidden = counter.get("/page/answer/1"), nothing = counter.get("/page/nothing/1");
    CHECK(hidden.status == 404);
    CHECK(http_head(hidden, "h", true) == http_head(nothing, "h", true));
    CHECK(hidden.body == nothing.body);
}

TEST_CASE("a picture goes out only where it is one and small enough") {
    Counter counter;
    counter.ask.authorization = "Timbang t";
    auto scenario = std::make_shared<domain::PublicScenario>(*counter.desk.scenario);
    scenario->evidence[0].pages[0] = tests::picture_page("evidence/report-1.png", "words");
    counter.desk.scenario = scenario;
    counter.desk.shown.case_version = 2;
    counter.desk.touch();
    counter.hub.changed();
    while (counter.hub.tick()) {
    }
    CHECK(counter.get("/picture/report/1").status == 404);
    counter.desk.pictures[{"report", 1}] = {std::string(200'001, 'x'), "image/png"};
    CHECK(counter.get("/picture/report/1").status == 404);
    counter.desk.pictures[{"report", 1}] = {"<svg/>", "image/svg+xml"};
    CHECK(counter.get("/picture/report/1").status == 404);
    counter.desk.pictures[{"report", 1}] = {"bytes", "image/png"};
    CHECK(counter.get("/picture/report/1").body == "bytes");
    CHECK(counter.get("/picture/report/2").status == 404);
    CHECK(counter.get("/page/report/1").body.find(".png") == std::string_view::npos);
}

TEST_CASE("a WebSocket is opened from our own page only") {
    Counter counter;
    counter.ask.websocket = true;
    for (const char* origin : {"", "null", "http://evil.example:8080", "https://192.168.10.1:8080",
                               "http://192.168.10.1", "http://192.168.10.1:8080/", "http://timbang.test:8080"}) {
        counter.ask.origin = origin;
        CHECK_MESSAGE(counter.get("/ws").status == 403, origin);
        CHECK_FALSE(counter.get("/ws").websocket);
    }
    counter.ask.origin = "http://192.168.10.1:8080";
    CHECK(counter.get("/ws").websocket);
    counter.ask.websocket = false;
    CHECK(counter.get("/ws").status == 400);
}
