#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/seal.h"
#include "content/library.h"
#include "content/package.h"
#include "content/players.h"
#include "desk_steps.h"
#include "domain/comparison.h"
#include "store/keys.h"

using namespace timbang;
using namespace timbang::test;

namespace {

/// Replaces the first place of a text in a file.
void replace_in(const std::string& path, const std::string& find, const std::string& by) {
    std::stringstream read;
    read << std::ifstream(path).rdbuf();
    std::string text = read.str();
    const std::size_t at = text.find(find);
    REQUIRE(at != std::string::npos);
    std::ofstream(path) << text.replace(at, find.size(), by);
}

/// A case in a folder of its own, finished by the reference player and kept for the person at work.
struct Finished {
    TempFolder cases;
    std::string path = cases.path() + "/case";
    Desk desk{{cases.path()}};

    Finished() {
        std::filesystem::copy(std::string(TIMBANG_SOURCE_DIR "/scenarios/") + kExample, path,
                              std::filesystem::copy_options::recursive);
        desk.introduce();
        keep();
        desk.does(act::Navigate{Screen::Records});
    }
    void keep() {
        content::CheckContext context;
        context.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
        const auto scenario = content::load_scenario(path, context).scenario;
        REQUIRE(scenario);
        auto played = content::play(*scenario, content::PlayerKind::Reference, domain::Mode::Practise, 1);
        for (domain::Event& score : domain::due_scores(*scenario, played.state)) played.events.push_back(std::move(score));
        std::vector<store::StoredEvent> events;
        for (domain::Event& event : played.events) {
            if (auto* started = std::get_if<domain::SessionStarted>(&event)) started->person = desk.kept.person;
            events.push_back(store::make_stored(*scenario, event, static_cast<std::int64_t>(events.size()) + 1, desk.now,
                                                [this] { return ++seed_; }));
        }
        desk.record->append("01976b00-0000-7000-8000-000000000001", std::move(events), {});
        desk.record->flush();
    }
    const RecordsView& records() {
        REQUIRE(desk.frame().records);
        return *desk.frame().records;
    }

private:
    std::uint64_t seed_ = 1000;
};

} // namespace

TEST_CASE("after a corrected reference a session is compared again: the newest result counts, the former one is told") {
    Finished one;
    REQUIRE(one.records().sessions.size() == 1);
    CHECK(one.records().sessions[0].exact == "9 of 9 exact");
    CHECK(one.records().sessions[0].note.empty());
    const std::string worked = one.records().sessions[0].when;
    REQUIRE(one.records().compare_again);
    one.desk.does(Action(one.records().compare_again->action));
    CHECK(one.desk.frame().toasts.back().text.find("Nothing to compare again") == 0);
    replace_in(one.path + "/indicators/KS-O1.yaml", "score: 8", "score: 10");
    one.desk.does(act::Rescan{});
    one.desk.now += std::chrono::hours(48);
    one.desk.does(act::CompareAgain{});
    CHECK(one.desk.frame().toasts.back().text.find("1 session compared again; 1 of 9 decisions") == 0);
    const SessionRow& row = one.records().sessions[0];
    CHECK(row.exact == "8 of 9 exact");
    CHECK(row.note.find("Was 9 exact, now 8: reference corrected, jumlah-yang-tidak-cocok") == 0);
    CHECK(row.note.find("22 November") != std::string::npos);
    CHECK(row.when == worked);
    one.desk.does(Action(row.open));
    REQUIRE(one.desk.frame().debrief);
    int told = 0;
    for (int i = 0; i < static_cast<int>(one.desk.frame().debrief->rows.size()); ++i) {
        one.desk.does(act::OpenRow{-1});
        one.desk.does(act::OpenRow{i});
        const DebriefRow& opened = one.desk.frame().debrief->rows[static_cast<std::size_t>(i)];
        REQUIRE(opened.detail);
        if (opened.detail->former.empty()) continue;
        ++told;
        CHECK(opened.code == "KS-O1");
        CHECK(opened.detail->former.find("the reference was 8, now 10; your answer was exact, now 1 step strict") !=
              std::string::npos);
    }
    CHECK(told == 1);
    // Again: nothing is left to do, and both results stay.
    one.desk.does(act::Navigate{Screen::Records});
    one.desk.does(act::CompareAgain{});
    CHECK(one.records().sessions[0].note.find("Was 9 exact, now 8") == 0);
    one.desk.close();
    one.desk.open();
    one.desk.does(act::Navigate{Screen::Records});
    CHECK(one.records().sessions[0].note.find("Was 9 exact, now 8") == 0);
}

TEST_CASE("a debrief that was open when its session is compared again takes what is said afterwards") {
    Finished one;
    one.desk.does(Action(one.records().sessions[0].open));
    one.desk.does(act::Back{});
    replace_in(one.path + "/indicators/KS-O1.yaml", "score: 8", "score: 10");
    one.desk.now += std::chrono::minutes(5);
    one.desk.does(act::CompareAgain{});
    CHECK(one.records().sessions[0].exact == "8 of 9 exact");
    one.desk.does(Action(one.records().sessions[0].open));
    one.desk.does(act::OpenDisagreement{0});
    one.desk.does(act::EditDisagreement{"The target is another one."});
    one.desk.does(act::SendDisagreement{});
    one.desk.does(act::Back{});
    CHECK(one.records().sessions[0].note.find("Was 9 exact, now 8") == 0);
    const auto events = one.desk.record->events("01976b00-0000-7000-8000-000000000001");
    REQUIRE(events.ok());
    CHECK(events->back().type == "disagreed");
}

TEST_CASE("a case that is sealed for the own key is compared again without being opened first, one for others is told") {
    for (const bool own : {true, false}) {
        CAPTURE(own);
        Finished one;
        replace_in(one.path + "/indicators/KS-O1.yaml", "score: 8", "score: 10");
        const auto mine = store::own_sealing_key(one.desk.folder / "keys");
        REQUIRE(mine);
        const std::string key = own ? mine->key.open : base::make_sealing_key().open;
        const content::PackageFacts facts{kExample, "1.0", "timbang test", true};
        content::FolderSource source(one.path);
        const auto files = content::seal_files(content::files_to_pack(source).value(), facts, {"", {key}, {}}).value();
        std::ofstream(one.cases / "kasus.timbang", std::ios::binary) << content::make_package(files, facts, {}).value();
        std::filesystem::remove_all(one.path);
        one.desk.close();
        one.desk.open();
        one.desk.does(act::Navigate{Screen::Records});
        one.desk.does(act::CompareAgain{});
        REQUIRE_FALSE(one.desk.frame().toasts.empty());
        const std::string& told = one.desk.frame().toasts.back().text;
        CAPTURE(told);
        CHECK(one.records().sessions[0].exact == (own ? "8 of 9 exact" : "9 of 9 exact"));
        CHECK((told.find("sealed") == std::string::npos) == own);
    }
}
