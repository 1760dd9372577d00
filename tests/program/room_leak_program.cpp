#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "support/program.h"
#include "support/room_client.h"
#include "support/room_process.h"

using nlohmann::json;
using timbang::test::RoomProcess;
using timbang::test::TempFolder;
using timbang::tests::RoomClient;

namespace {

constexpr const char* kCanary = "KENARI";
constexpr const char* kHidden[] = {"jawaban-dukcapil", "jawaban-dinkes", "register-hukum", "catatan-kunjungan"};

bool begins(const std::string& line, const char* word) {
    const std::size_t at = line.find_first_not_of(" -");
    return at != std::string::npos && line.compare(at, std::string(word).size(), word) == 0;
}

/// Puts a canary into every authored text of a file of indicators, whether block or one line.
std::string with_canaries(const std::string& text) {
    std::istringstream lines(text);
    std::string line, made;
    while (std::getline(lines, line)) {
        if (begins(line, "id: ") || begins(line, "en: ")) line += std::string(" ") + kCanary;
        for (const char* const start : {"{id: ", ", en: "})
            if (const std::size_t at = line.find(start); at != std::string::npos && line[at + std::string(start).size()] != '"')
                line.insert(at + std::string(start).size(), std::string(kCanary) + " ");
        made += line + "\n";
    }
    return made;
}

/// The same case with another key, other notes and other hidden documents.
void write_other(const std::string& from, const std::string& to) {
    namespace fs = std::filesystem;
    fs::copy(from, to, fs::copy_options::recursive);
    for (const auto& entry : fs::directory_iterator(to + "/indicators"))
        timbang::test::write_text(entry.path(), with_canaries(timbang::test::file_text(entry.path())));
    for (const char* const name : {"facilitator.id.md", "facilitator.en.md", "letter.id.md", "letter.en.md"})
        timbang::test::write_text(to + "/" + name, timbang::test::file_text(to + "/" + name) + "\n" + kCanary + "\n");
    for (const char* const id : kHidden) {
        const std::string page = to + "/evidence/" + id + "-1.md";
        timbang::test::write_text(page, timbang::test::file_text(page) + "\n" + kCanary + "\n");
    }
    timbang::test::replace_in(to + "/scenario.yaml", "title: {id: Jawaban Dukcapil", std::string("title: {id: ") + kCanary);
    timbang::test::replace_in(to + "/indicators/KS-O1.yaml", "    verdict: return\n    score: 6", "    verdict: reject\n    score: 2");
}

/// Everything that one device and the second screen hear.
class Listener {
public:
    explicit Listener(std::uint16_t port) : client_(port) { REQUIRE(client_.upgrade() == 101); }

    RoomClient& client() { return client_; }
    /// Hears on until a message of this type holds the words.
    std::string until(const std::string& type, const std::string& words = "") {
        for (;;) {
            INFO(type << " " << words << " after " << heard.substr(heard.size() < 900 ? 0 : heard.size() - 900));
            const std::optional<std::string> message = client_.hear();
            REQUIRE(message);
            heard += *message + "\n";
            const std::string start = "{\"t\":\"" + type + "\"";
            newest[message->substr(0, message->find(',', 6))] = *message;
            if (message->compare(0, start.size(), start) == 0 && message->find(words) != std::string::npos) return *message;
        }
    }
    /// From now on every message counts, in its order: a step is waited for before the next, so that none is joined with
    /// another by chance. Until then only the newest of each type, because how often a state was pushed is chance.
    void begin() {
        for (const auto& [type, message] : newest) first_ += message + "\n";
        begun_ = heard.size();
    }
    [[nodiscard]] std::string told() const { return first_ + heard.substr(begun_); }
    std::string heard;                          ///< all of it
    std::map<std::string, std::string> newest;  ///< by type

private:
    RoomClient client_;
    std::string first_;
    std::size_t begun_ = 0;
};

struct Traffic {
    std::string before;                         ///< what must be the same to the byte
    std::string all;                            ///< every byte heard before the reference was shown
    std::string after;                          ///< the state with the reference
    std::uint16_t port = 0;
};

std::string token_of(const std::string& joined) { return json::parse(joined).at("token").get<std::string>(); }

Traffic listen(const std::string& scenario, std::uint16_t port) {
    const TempFolder folder;
    RoomProcess room({scenario, "--fixed", "7", "--people", "4", "--minutes", "0", "--port", std::to_string(port), "--bind", "127.0.0.1",
                      "--data-dir", folder.path()});
    Traffic traffic;
    traffic.port = room.port();
    Listener page(room.port()), screen(room.port());
    screen.client().say(json{{"t", "projector"}, {"token", room.room.at("projector_token")}}.dump());
    (void)screen.until("screen");
    page.client().say(R"({"t":"hello","protocol":1})");
    (void)page.until("need-code");
    page.client().say(json{{"t", "code"}, {"code", room.code()}}.dump());
    (void)page.until("seats");
    page.client().say(json{{"t", "take"}, {"code", room.code()}, {"seat", "01"}}.dump());
    const std::string token = token_of(page.until("joined"));
    const json known = json::parse(page.until("case"));
    (void)page.until("you");
    if (page.heard.find(R"("here":1)") == std::string::npos) (void)page.until("state", R"("here":1)");
    (void)screen.until("screen", R"("here":1)");
    page.begin();
    screen.begin();
    for (const json& evidence : known.at("evidence"))
        for (const json& one : evidence.at("pages")) {
            RoomClient reader(room.port());
            const auto got = reader.request("GET", "/page/" + evidence.at("id").get<std::string>() + "/" + one.at("n").dump(),
                                            "Authorization: Timbang " + token + "\r\n");
            CHECK(got.status == 200);
            traffic.before += got.head + got.body;
        }
    for (const char* const id : kHidden) {
        RoomClient reader(room.port());
        const auto got =
            reader.request("GET", std::string("/page/") + id + "/1", "Authorization: Timbang " + token + "\r\n");
        CHECK(got.status == 404);
        traffic.before += got.head + got.body;
    }
    REQUIRE(room.done({{"do", "open"}, {"indicator", "KS-O1"}}));
    (void)page.until("state", R"("phase":"first-vote")");
    page.client().say(json{{"t", "vote"}, {"id", "v-1"}, {"seat", "01"}, {"round", 1}, {"indicator", "KS-O1"}, {"kind", "first"},
                           {"score", 6}, {"verdict", "return"}, {"confidence", 2}, {"reason", "MERPATI"}}
                          .dump());
    (void)page.until("kept");
    (void)page.until("state", R"("votes":1)");
    (void)screen.until("screen", R"("votes":1)");
    REQUIRE(room.done({{"do", "paper-vote"}, {"seat", "02"}, {"score", 8}, {"verdict", "return"}, {"reason", "GELATIK"}}));
    CHECK(room.done({{"do", "act"}, {"action", "nothing"}}) == false);
    (void)page.until("state", R"("votes":2)");
    (void)screen.until("screen", R"("votes":2)");
    for (const auto& [command, phase] : {std::pair{"show-votes", "votes-shown"}, {"discuss", "discussion"},
                                         {"second-vote", "second-vote"}}) {
        REQUIRE(room.done({{"do", command}}));
        const std::string words = std::string(R"("phase":")") + phase + "\"";
        (void)page.until("state", words);
        (void)screen.until("screen", words);
    }
    traffic.before += page.told() + screen.told();
    traffic.all = page.heard + screen.heard;
    REQUIRE(room.done({{"do", "show-reference"}}));
    traffic.after = page.until("state", R"("phase":"reference-shown")");
    return traffic;
}

} // namespace

TEST_CASE("until the reference is shown the network cannot tell two cases apart that differ in key, notes and hidden documents") {
    const TempFolder folder;
    const std::string mine = TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok";
    std::filesystem::create_directories(folder.path() + "/one");
    std::filesystem::create_directories(folder.path() + "/two");
    for (const char* const one : {"/one", "/two"})
        std::filesystem::copy(TIMBANG_SOURCE_DIR "/scenarios/frameworks", folder.path() + one + "/frameworks",
                              std::filesystem::copy_options::recursive);
    std::filesystem::copy(mine, folder.path() + "/one/case", std::filesystem::copy_options::recursive);
    write_other(mine, folder.path() + "/two/case");

    const Traffic one = listen(folder.path() + "/one/case", 0);
    const Traffic two = listen(folder.path() + "/two/case", one.port);
    CHECK(one.before == two.before);
    CHECK(two.all.find(kCanary) == std::string::npos);
    CHECK(two.all.find("GELATIK") == std::string::npos); // what others gave as their reason
    CHECK(one.after.find(kCanary) == std::string::npos);
    CHECK(two.after.find(kCanary) != std::string::npos); // the canary sings at last
}
