#include <doctest/doctest.h>

#include "report/agenda.h"
#include "report/letter.h"
#include "report/workshop.h"
#include "samples.h"

using namespace timbang;
using namespace timbang::report;

namespace {

domain::Vote vote(int task, int seat, int score, domain::VoteKind kind) {
    domain::Vote vote;
    vote.task = task;
    vote.seat = seat;
    vote.score = score;
    vote.verdict = score >= 8 ? domain::Verdict::Accept : domain::Verdict::Return;
    vote.confidence = 2;
    vote.kind = kind;
    vote.client_id = std::to_string(task) + "/" + std::to_string(seat) + (kind == domain::VoteKind::First ? "a" : "b");
    return vote;
}

/// Six people vote on both indicators; the reference of the first alone is shown.
WorkshopInput held() {
    namespace command = domain::room_command;
    WorkshopInput input;
    input.title = "Lokakarya <uji>";
    input.now = test::kSomeDay;
    input.ended = true;
    RoomCaseInput one;
    one.scenario_id = "kasus";
    one.scenario = test::secret_case();
    one.rules.tasks = {{"KS-O1", true, {0, 5, 10}}, {"KS-P1", true, {0, 5, 10}}};
    for (int i = 1; i <= 6; ++i) {
        domain::RoomSeat seat;
        seat.code = "0" + std::to_string(i);
        seat.group = 1 + i % 2;
        one.rules.seats.push_back(seat);
        input.people.push_back({seat.code, "Nama " + seat.code, "Dinas", seat.group, i != 6});
    }
    one.state = domain::initial_room(one.rules);
    const auto ask = [&](const domain::RoomCommand& asked) {
        REQUIRE(std::holds_alternative<std::vector<domain::RoomEvent>>(domain::step(one.rules, one.state, asked)));
    };
    for (int task = 0; task < 2; ++task) {
        ask(command::OpenRound{{task}});
        for (int seat = 0; seat < 5; ++seat) ask(command::CastVote{vote(task, seat, seat < 2 ? 10 : 5, domain::VoteKind::First)});
        ask(command::ShowVotes{});
        ask(command::BeginDiscussion{});
        ask(command::OpenSecondVote{});
        for (int seat = 0; seat < 5; ++seat) ask(command::CastVote{vote(task, seat, seat < 1 ? 10 : 5, domain::VoteKind::Second)});
        if (task == 0) ask(command::ShowReference{0});
        ask(command::AddComment{task, domain::CommentAbout::Rule, "Aturan <b>kurang</b> jelas"});
        ask(command::CloseRound{});
    }
    one.began = one.last = test::kSomeDay;
    input.cases.push_back(std::move(one));
    return input;
}

} // namespace

TEST_CASE("a workshop report tells attendance, votes before and after, and comments on rules") {
    const base::Catalogue texts = test::messages();
    for (const auto lang : {base::Lang::En, base::Lang::Id}) {
        const std::string html = html_text(workshop_document(held(), Words(texts, lang)));
        CHECK(html.find("report.") == std::string::npos);
        CHECK(html.find("Lokakarya &lt;uji&gt;") != std::string::npos);
        CHECK(html.find("Nama 06") != std::string::npos);
        CHECK(html.find("Aturan &lt;b&gt;kurang&lt;/b&gt; jelas") != std::string::npos);
        CHECK(html.find(lang == base::Lang::En ? "3 of 5  →  4 of 5" : "3 dari 5  →  4 dari 5") != std::string::npos);
    }
}

TEST_CASE("a reference stands in the report only where the room was shown it, and no name beside a vote") {
    const base::Catalogue texts = test::messages();
    WorkshopInput input = held();
    const std::string html = html_text(workshop_document(input, Words(texts, base::Lang::En)));
    CHECK(test::times(html, "CANARY-why") == 1);
    CHECK(test::times(html, "The reference was not shown in the room.") == 1);
    CHECK(test::times(html, "Nama 01") == 1); // the attendance list
    input.cases[0].scenario = nullptr;
    const std::string without = html_text(workshop_document(input, Words(texts, base::Lang::En)));
    CHECK(without.find("CANARY") == std::string::npos);
    CHECK(without.find("KS-O1") != std::string::npos);
}

TEST_CASE("an agenda lists the slots of each day by the clock of the language") {
    const base::Catalogue texts = test::messages();
    domain::Workshop plan;
    plan.title = "Tiga hari";
    domain::Day day;
    day.date = "2026-11-18";
    day.slots = {{480, 90, domain::SlotKind::Case, "kasus", {}}, {570, 15, domain::SlotKind::Break, "", {"Kopi", "Coffee"}}};
    plan.days = {day, {}};
    plan.roster.push_back({"01", "CANARY", "", 0, {}, false, domain::Presence::Expected, ""});
    const std::string en = html_text(agenda_document(plan, {{"kasus", "Title"}}, test::kSomeDay, Words(texts, base::Lang::En)));
    CHECK(en.find("08:00–09:30") != std::string::npos);
    CHECK(en.find("18 November 2026") != std::string::npos);
    CHECK(en.find("Title") != std::string::npos);
    CHECK(en.find("Coffee") != std::string::npos);
    CHECK(en.find("CANARY") == std::string::npos);
    const std::string id = html_text(agenda_document(plan, {}, test::kSomeDay, Words(texts, base::Lang::Id)));
    CHECK(id.find("09.30–09.45") != std::string::npos);
    CHECK(id.find("report.") == std::string::npos);
}

TEST_CASE("a letter says that it is one for practice, and whether it is finished") {
    const base::Catalogue texts = test::messages();
    LetterInput input;
    input.person = "07";
    input.district = "Kabupaten Contoh";
    auto page = std::make_shared<domain::Page>();
    page->text = "Dengan hormat";
    domain::Block block;
    const domain::TextRange all{0, 13};
    block.lines.push_back({{{all, false, domain::Symbol::None}}, all});
    page->blocks.push_back(block);
    input.text = page;
    const Words words(texts, base::Lang::En);
    const std::string draft = html_text(letter_document(input, words));
    CHECK(draft.find("Dengan hormat") != std::string::npos);
    CHECK(draft.find("not finished yet") != std::string::npos);
    input.finished = true;
    input.points = {"Names the year"};
    const std::string done = html_text(letter_document(input, words));
    CHECK(done.find("not an official letter") != std::string::npos);
    CHECK(done.find("Names the year") != std::string::npos);
    CHECK(done.find("not finished yet") == std::string::npos);
}
