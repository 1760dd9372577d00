#include "room/http.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "room/web_files.h"

namespace timbang::room {
namespace {

constexpr std::size_t kLongestTarget = 512;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

const char* reason_of(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Payload Too Large";
    case 414:
        return "URI Too Long";
    case 421:
        return "Misdirected Request";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Error";
    }
}

const char* type_of(std::string_view name) {
    constexpr std::pair<const char*, const char*> kTypes[] = {{".html", "text/html; charset=utf-8"},
                                                              {".js", "text/javascript; charset=utf-8"},
                                                              {".css", "text/css; charset=utf-8"},
                                                              {".json", "application/json"},
                                                              {".svg", "image/svg+xml"},
                                                              {".png", "image/png"},
                                                              {".ico", "image/x-icon"},
                                                              {".woff2", "font/woff2"}};
    for (const auto& [end, type] : kTypes)
        if (ends_with(name, end)) return type;
    return "application/octet-stream";
}

HttpAnswer plain(int status) {
    HttpAnswer answer;
    answer.status = status;
    answer.body = reason_of(status);
    answer.fields = "Content-Type: text/plain\r\nCache-Control: no-store\r\n";
    if (status == 405) answer.fields += "Allow: GET, HEAD\r\n";
    if (status == 401) answer.fields += "WWW-Authenticate: Timbang\r\n";
    return answer;
}

/// Whether "gzip" stands in the list and is not refused by ";q=0".
bool takes_gzip(std::string_view accepted) {
    while (!accepted.empty()) {
        const std::size_t comma = std::min(accepted.find(','), accepted.size());
        std::string_view item = accepted.substr(0, comma);
        accepted.remove_prefix(std::min(comma + 1, accepted.size()));
        while (!item.empty() && item.front() == ' ')
            item.remove_prefix(1);
        const std::string_view name = item.substr(0, item.find_first_of("; "));
        if (!same_word(name, "gzip") && name != "*") continue;
        const std::size_t weight = item.find("q=");
        const std::string_view value = weight == std::string_view::npos ? "1" : item.substr(weight + 2);
        return value.find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

const WebFile* find_file(std::string_view path) {
    const std::string_view name = path == "/" ? "index.html" : path == "/projector" ? "projector.html" : path.substr(1);
    for (const WebFile& file : web_files())
        if (file.name == name) return &file;
    return nullptr;
}

HttpAnswer file_answer(const WebFile& file, const HttpAsk& ask) {
    HttpAnswer answer;
    const bool gzip = takes_gzip(ask.accept_encoding);
    const std::string tag = "\"" + std::string(file.tag) + (gzip ? "-gz\"" : "\"");
    answer.fields = "Content-Type: " + std::string(type_of(file.name)) +
                    "\r\nCache-Control: no-cache\r\nVary: Accept-Encoding\r\nETag: " + tag + "\r\n";
    if (ask.if_none_match == tag) {
        answer.status = 304;
        return answer;
    }
    if (gzip) answer.fields += "Content-Encoding: gzip\r\n";
    answer.body = gzip ? file.gzip : file.plain;
    return answer;
}

/// "/page/EVIDENCE/N" without its first part; nothing for anything else.
struct PageName {
    std::string evidence;
    int number = 0;
};
std::optional<PageName> page_name(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos || slash == 0) return std::nullopt;
    const std::string_view digits = path.substr(slash + 1);
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number < 1) return std::nullopt;
    return PageName{std::string(path.substr(0, slash)), number};
}

bool seated(const HttpAsk& ask, Hub& hub) {
    constexpr std::string_view kScheme = "Timbang ";
    if (ask.authorization.substr(0, kScheme.size()) != kScheme) return false;
    return !hub.seats_of(ask.authorization.substr(kScheme.size())).empty();
}

HttpAnswer page_answer(std::string_view path, bool picture, Hub& hub) {
    const std::optional<PageName> name = page_name(path);
    const Pages::Sheet* sheet = name ? hub.pages().find(name->evidence, name->number) : nullptr;
    if (sheet == nullptr || (picture && !sheet->picture)) return plain(404);
    HttpAnswer answer;
    answer.fields = "Content-Type: application/json\r\nCache-Control: no-store\r\n";
    answer.owned = sheet->answer;
    if (picture) {
        const std::shared_ptr<const Picture> found = hub.picture(name->evidence, name->number);
        if (found == nullptr) return plain(404);
        answer.fields = "Content-Type: " + found->mime + "\r\nCache-Control: no-store\r\n";
        answer.owned = {found, &found->bytes};
    }
    answer.body = *answer.owned;
    return answer;
}

HttpAnswer websocket_answer(const HttpAsk& ask) {
    constexpr std::string_view kScheme = "http://";
    if (!ask.websocket) return plain(400);
    if (ask.origin.substr(0, kScheme.size()) != kScheme || !same_word(ask.origin.substr(kScheme.size()), ask.host))
        return plain(403);
    HttpAnswer answer;
    answer.websocket = true;
    return answer;
}

} // namespace

bool host_served(std::string_view host, const Served& served) {
    const std::string port = ":" + std::to_string(served.port);
    const auto is = [&](std::string_view name) {
        if (served.port == 80 && same_word(host, name)) return true;
        return host.size() == name.size() + port.size() && same_word(host.substr(0, name.size()), name) &&
               host.substr(name.size()) == port;
    };
    if (is(served.address) || (served.loopback && is("localhost"))) return true;
    return std::any_of(served.names.begin(), served.names.end(), is);
}

HttpAnswer answer_http(const HttpAsk& ask, const Served& served, Hub& hub) {
    if (!host_served(ask.host, served)) return plain(421);
    if (ask.method != "GET" && ask.method != "HEAD") return plain(405);
    if (ask.body) return plain(413);
    if (ask.target.size() > kLongestTarget) return plain(414);
    const std::string_view path = ask.target.substr(0, ask.target.find('?'));
    if (path.empty() || path.front() != '/') return plain(400);
    if (path == "/ws") return websocket_answer(ask);
    for (const std::string_view start : {"/page/", "/picture/"})
        if (path.substr(0, start.size()) == start) {
            if (!seated(ask, hub)) return plain(401);
            return page_answer(path.substr(start.size()), start == "/picture/", hub);
        }
    if (const WebFile* file = find_file(path)) return file_answer(*file, ask);
    return plain(404);
}

std::string http_head(const HttpAnswer& answer, std::string_view host, bool keep_alive) {
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " " + reason_of(answer.status) + "\r\n";
    head += answer.fields;
    if (answer.status != 304) head += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
    head += keep_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    head += "Content-Security-Policy: default-src 'self'; img-src 'self' blob:; connect-src 'self'";
    // Browsers of some years ago do not count a WebSocket of the same host among 'self'. Nothing goes in that was not
    // checked.
    if (answer.status != 421 && answer.status != 400 && !host.empty()) head += " ws://" + std::string(host);
    head += "; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
            "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nX-Frame-Options: DENY\r\n"
            "Cross-Origin-Resource-Policy: same-origin\r\n\r\n";
    return head;
}

} // namespace timbang::room
