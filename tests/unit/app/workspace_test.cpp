#include "desk_steps.h"

using namespace timbang;
using namespace timbang::test;

TEST_CASE("the first start asks who works here, and records nothing until it is said") {
    Desk desk;
    desk.open();
    REQUIRE(desk.frame().start);
    CHECK(desk.frame().start->title == "Welcome to Timbang");
    desk.does(act::BeginAsTyped{});
    REQUIRE(desk.frame().start);
    CHECK(desk.frame().start->problem == "Type a code or a name first.");
    desk.does(act::LookAround{});
    CHECK_FALSE(desk.frame().start);
    REQUIRE(desk.frame().home);
    CHECK(desk.frame().home->who);
    desk.start(kExample);
    desk.does(act::LeaveStep{});
    CHECK(desk.desk().bottom.saved == "Not recorded: you are looking around");
    CHECK(desk.record->appended == 0);
    // It is still there after a look at the library, and after saying who one is.
    desk.does(act::Back{});
    CHECK(desk.frame().home->hero.title == "The total that does not add up");
    desk.does(Action(desk.frame().home->hero.button.action));
    CHECK(desk.frame().desk);
    desk.does(act::AskWho{});
    desk.does(act::TypeName{"Verifier 07"});
    desk.does(act::BeginAsTyped{});
    CHECK(desk.desk().bottom.saved == "Not recorded: you are looking around");
    CHECK(desk.record->appended == 0);
}

TEST_CASE("who says who they are begins the guided case, recorded") {
    Desk desk;
    desk.open();
    desk.does(act::TypeName{"  Verifier 07 "});
    desk.does(act::BeginAsTyped{});
    CHECK_FALSE(desk.frame().start);
    CHECK(desk.desk().top.title == "Getting to know the desk");
    CHECK(desk.record->appended > 0);
    CHECK(desk.kept.person != "");
}

TEST_CASE("the library lists the bundled cases with what they look at") {
    Desk desk;
    desk.introduce();
    const HomeView& home = *desk.frame().home;
    REQUIRE(home.rows.size() >= 4);
    CHECK(home.subtitle == "Thursday 20 November. Nothing is due yet.");
    const auto row = std::find_if(home.rows.begin(), home.rows.end(),
                                  [](const LibraryRow& one) { return one.title == "The total that does not add up"; });
    REQUIRE(row != home.rows.end());
    CHECK(row->district == "Kabupaten Contoh Jaya");
    CHECK(row->right == "Health, women and children");
    CHECK(row->structure);
    CHECK(row->outcome);
    CHECK(row->minutes == "45");
    CHECK(row->progress_word == "Not started");
    desk.does(act::SetFilter{3, 1}); // 15 minutes or less
    for (const LibraryRow& one : desk.frame().home->rows)
        CHECK(std::stoi(one.minutes) <= 15);
    CHECK(desk.frame().home->library_count.find(" of ") != std::string::npos);
    desk.does(act::SetFilter{-1, 0});
    desk.does(act::SetLanguage{base::Lang::Id});
    CHECK(desk.frame().home->subtitle == "Kamis, 20 November. Belum ada latihan ulang yang jatuh tempo.");
}

TEST_CASE("the step asks for what is missing before it is left") {
    Desk desk;
    desk.introduce();
    desk.start(kExample);
    desk.does(act::LeaveStep{});
    CHECK(desk.desk().layout == DeskLayout::Evidence);
    REQUIRE(desk.desk().parts.size() == 2);
    CHECK(desk.desk().list.files.size() == 14);
    desk.does(act::LeaveStep{});
    REQUIRE(desk.desk().parts.size() == 2);
    CHECK(desk.desk().parts[0].missing);
    CHECK_FALSE(desk.frame().toasts.empty());
    REQUIRE(desk.open().next_deadline());
    desk.now += std::chrono::seconds(11);
    desk.settle();
    CHECK(desk.frame().toasts.empty()); // needs no answer: gone by itself
}

TEST_CASE("evidence is marked, and the marks stand on page, list and form") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-O1");
    desk.does(act::TurnPage{Pane::Left, 1});
    CHECK(desk.desk().left.page_label == "Page 2 of 3");
    desk.does(act::Mark{Pane::Left, place_of(desk.desk().left, "6.729"), std::nullopt, "arithmetic"});
    REQUIRE(desk.desk().left.marks.size() == 1);
    CHECK(desk.desk().left.marks[0].number == 1);
    CHECK(desk.desk().left.thumbs[1].marks == 1);
    REQUIRE(desk.form().problems.size() == 1);
    REQUIRE(desk.form().citations.size() == 1);
    CHECK(desk.form().citations[0].quote == "“6.729”");
    CHECK(desk.form().citations[0].page == "p. 2");
    select(desk, "KS-P1");
    CHECK(desk.form().citations.empty());
    select(desk, "KS-O1");
    CHECK(desk.desk().left.page == 2); // back where the person was
    desk.does(Action(desk.form().citations[0].remove));
    CHECK(desk.desk().left.marks.empty());
}

TEST_CASE("the calculator adds up the column, and the form says which band it is") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-O1");
    desk.does(act::TurnPage{Pane::Left, 1});
    std::vector<std::uint32_t> cells;
    for (const char* figure : {"1.147", "1.448", "703", "1.013", "1.262", "706"})
        cells.push_back(place_of(desk.desk().left, figure).begin);
    desk.does(act::PickFigures{Pane::Left, cells});
    CHECK(desk.desk().calculator->result == "6,279");
    CHECK(desk.desk().left.picks.size() == 6);
    desk.does(act::PickToCompare{Pane::Left, place_of(desk.desk().left, "6.729").begin});
    REQUIRE(desk.desk().calculator->apart);
    CHECK(desk.desk().calculator->apart->label == "450 apart");
    // With the births of Dukcapil beside it
    desk.does(act::TakeAction{1});
    CHECK(desk.desk().top.time_left == "50 of 60 min left");
    REQUIRE(desk.desk().actions);
    REQUIRE(desk.desk().actions->answers.size() == 1);
    desk.does(act::SetOperator{act::Operator::Percent});
    desk.does(act::ToggleCompare{});
    REQUIRE(desk.desk().right);
    desk.does(act::OpenPage{Pane::Right, desk.desk().list.rows[4].files.back().evidence, 1});
    desk.does(act::PickFigures{Pane::Right, {place_of(*desk.desk().right, "6.940").begin}});
    CHECK(desk.desk().calculator->result == "90.48%");
    CHECK(desk.form().score_echo == "90.48 is in the band from 90");
    desk.does(act::KeepFigure{});
    CHECK(desk.form().reason.find("90.48%") != std::string::npos);
}

TEST_CASE("a decision that lacks a part says which, and takes the focus there") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-S1");
    const std::uint64_t asked = desk.form().ask_focus;
    desk.does(act::Submit{});
    REQUIRE(desk.form().missing.size() == 4);
    CHECK(desk.form().missing[0].part == FormPart::Checklist);
    CHECK(desk.form().missing[1].text == "Choose a verdict.");
    CHECK(desk.form().ask_focus == asked + 1);
    desk.does(act::SetVerdict{domain::Verdict::Accept});
    CHECK(desk.form().missing.size() == 3);
}

TEST_CASE("after kill -9 the same item opens with the same marks and the half-written reason") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-O1");
    desk.does(act::TurnPage{Pane::Left, 1});
    desk.does(act::Mark{Pane::Left, place_of(desk.desk().left, "6.729"), std::nullopt, "arithmetic"});
    desk.now += std::chrono::seconds(1);
    desk.does(act::EditReason{"The column adds up to 6,279, not"});
    CHECK(desk.desk().bottom.saved == "Saved on this computer at 10:42");
    desk.now += std::chrono::milliseconds(100);
    desk.does(act::EditReason{"The column adds up to 6,279, not 6"});
    CHECK(desk.desk().bottom.saved == "Saving…"); // typed within half a second of the last draft
    desk.kill();

    desk.open();
    CHECK(desk.form().code_line == "KS-O1, Outcome");
    CHECK(desk.form().reason == "The column adds up to 6,279, not");
    CHECK(desk.desk().left.page == 2);
    CHECK(desk.desk().left.marks.size() == 1);
}

TEST_CASE("drafts are handed on when they are due, and when the window closes") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-P1");
    desk.now += std::chrono::seconds(5);
    desk.does(act::EditReason{"a"});
    const std::size_t before = desk.record->appended;
    desk.now += std::chrono::milliseconds(10);
    for (const char* text : {"ab", "abc", "abcd"})
        desk.does(act::EditReason{text});
    CHECK(desk.record->appended == before);
    REQUIRE(desk.open().next_deadline());
    CHECK(*desk.open().next_deadline() == desk.now + std::chrono::milliseconds(490));
    desk.now += std::chrono::milliseconds(490);
    desk.settle();
    CHECK(desk.record->appended == before + 1);
    desk.does(act::EditReason{"abcde"});
    desk.close();
    desk.open(); // left properly: home offers to go on
    REQUIRE(desk.frame().home);
    CHECK(desk.frame().home->hero.title == "The total that does not add up");
    desk.does(Action(desk.frame().home->hero.button.action));
    CHECK(desk.form().reason == "abcde");
}

TEST_CASE("a whole case ends in a debrief and stands in the record") {
    Desk desk;
    to_evidence(desk);
    for (int i = 0; i < 9; ++i)
        decide(desk, domain::Verdict::Accept, 10);
    CHECK(desk.desk().list.count == "9 of 9 decided");
    CHECK(desk.desk().bottom.primary.label == "Go to Clarification");
    desk.does(act::LeaveStep{});
    desk.does(act::LeaveStep{});
    CHECK(desk.desk().layout == DeskLayout::Letter);
    REQUIRE(desk.desk().category);
    CHECK(desk.desk().category->mean.total == "100.0");
    desk.does(Action(desk.desk().category->categories[0].action));
    REQUIRE(desk.desk().letter);
    CHECK_FALSE(desk.desk().letter->model_shown);
    desk.does(act::EditLetter{desk.desk().letter->part, "Thank you."});
    desk.does(act::InsertDecisions{desk.desk().letter->part, 10});
    CHECK(desk.desk().letter->text.find("KS-S1") != std::string::npos);
    desk.does(act::FinishLetter{desk.desk().letter->part});
    CHECK(desk.desk().letter->model_shown);
    CHECK(desk.desk().letter->model);
    desk.does(Action(desk.desk().letter->points[0].action));
    CHECK(desk.desk().letter->points_count == "you ticked 1 of 6");
    desk.does(act::LeaveStep{});

    REQUIRE(desk.frame().debrief);
    {
        const DebriefView& debrief = *desk.frame().debrief;
        CHECK(debrief.rows.size() == 9);
        CHECK(debrief.cards[0].unit == "of 9");
        CHECK(debrief.cards[1].name == "Generous");
        CHECK(debrief.rows[0].sure_and_different); // those first
        CHECK(debrief.problems->found.number == "0");
        CHECK_FALSE(debrief.habits.habits.empty());
        CHECK(debrief.next);
        CHECK(debrief.category);
    }
    desk.does(act::OpenRow{0});
    REQUIRE(desk.frame().debrief->rows[0].detail);
    CHECK_FALSE(desk.frame().debrief->rows[0].detail->reasons.empty());
    desk.does(Action(desk.frame().debrief->rows[0].detail->differ->action));
    desk.does(act::EditDisagreement{"The page says otherwise."});
    desk.does(act::SendDisagreement{});
    CHECK(desk.frame().debrief->rows[0].detail->differ_text == "The page says otherwise.");

    desk.does(act::SetFeedbackLevel{domain::FeedbackLevel::Where});
    desk.does(act::OpenRow{0});
    for (const ReasonView& reason : desk.frame().debrief->rows[0].detail->reasons)
        CHECK_FALSE(reason.why);
    desk.does(act::SetFeedbackLevel{domain::FeedbackLevel::Count});
    CHECK(desk.frame().debrief->rows[0].reference.empty());
    desk.does(act::SetFeedbackLevel{domain::FeedbackLevel::None});
    CHECK(desk.frame().debrief->rows.empty());

    desk.does(act::Navigate{Screen::Records});
    REQUIRE(desk.frame().records);
    REQUIRE(desk.frame().records->sessions.size() == 1);
    CHECK(desk.frame().records->sessions[0].state == "Finished");
    CHECK(desk.frame().records->sessions[0].decided == "9 of 9");
    CHECK(desk.frame().records->line == "9 decisions in 1 case since November 2025. Kept on this computer. You choose what to export.");
    desk.close();
    desk.open();
    desk.does(act::Navigate{Screen::Records});
    desk.does(Action(desk.frame().records->sessions[0].open));
    CHECK(desk.frame().debrief);
    desk.does(act::Back{});
    CHECK(desk.frame().records);
}

TEST_CASE("when saving fails the session takes no more and says so; saving again lets it go on with what was typed") {
    Desk desk;
    to_evidence(desk);
    desk.record->fail = true;
    desk.does(act::SetVerdict{domain::Verdict::Accept});
    desk.now += std::chrono::seconds(1);
    desk.settle();
    CHECK(desk.desk().bottom.saved_tint == Tint::Reject);
    REQUIRE_FALSE(desk.frame().toasts.empty());
    CHECK(desk.frame().toasts.back().text.find("recovery") != std::string::npos);
    const Button again = desk.desk().bottom.primary;
    CHECK(again.enabled);
    REQUIRE(again.action.as<act::RetrySaving>());

    desk.does(act::EditReason{"belum lengkap"});
    desk.now += std::chrono::seconds(1);
    desk.settle();
    CHECK(desk.desk().form->reason == "belum lengkap");
    desk.does(again.action);
    desk.settle();
    CHECK(desk.desk().bottom.saved_tint == Tint::Reject);

    desk.record->fail = false;
    desk.does(again.action);
    desk.settle();
    desk.now += std::chrono::seconds(1);
    desk.settle();
    CHECK(desk.desk().bottom.saved_tint != Tint::Reject);
    CHECK(desk.desk().form->reason == "belum lengkap");
    CHECK_FALSE(desk.desk().bottom.primary.action.as<act::RetrySaving>());
}

TEST_CASE("people on this computer: add, rename, switch") {
    Desk desk;
    desk.introduce("Verifier 07");
    desk.does(act::Navigate{Screen::Profile});
    desk.does(act::OpenAddPerson{});
    REQUIRE(desk.frame().dialog);
    desk.does(act::TypeName{"Verifier 07"});
    desk.does(act::SavePerson{});
    REQUIRE(desk.frame().dialog);
    CHECK_FALSE(desk.frame().dialog->problem.empty());
    desk.does(act::TypeName{"Verifier 12"});
    desk.does(act::SavePerson{});
    CHECK_FALSE(desk.frame().dialog);
    REQUIRE(desk.frame().settings->people.size() == 2);
    CHECK(desk.frame().settings->people[1].working);
    desk.does(act::OpenRenamePerson{desk.kept.person});
    desk.does(act::TypeName{"Verifier 13"});
    desk.does(act::SavePerson{});
    CHECK(desk.frame().settings->people[1].name == "Verifier 13");
    desk.does(Action(desk.frame().settings->people[0].button.action));
    CHECK(desk.frame().settings->people[0].working);
}

TEST_CASE("search knows cases, indicators, opened evidence, rules and commands, and nothing hidden or unopened") {
    Desk desk;
    to_evidence(desk);
    const auto titles = [&](const std::string& words) {
        desk.does(act::TypeSearch{words});
        std::string all;
        for (const SearchGroup& group : desk.frame().search->groups)
            for (const SearchRow& row : group.rows)
                all += row.title.text + " | " + row.where.text + "\n";
        return all;
    };
    desk.does(act::OpenSearch{});
    CHECK(titles("births").find("KS-O1") != std::string::npos);
    CHECK(titles("births").find("Births 2024 |") == std::string::npos);                  // not opened yet
    CHECK(titles("Answer of Dukcapil").find("Answer of Dukcapil") == std::string::npos); // hidden
    CHECK(titles("412.386").empty()); // a figure of the hidden answer
    CHECK(titles("dark").find("Dark theme") != std::string::npos);
    CHECK(titles("E-4").find("E-4") != std::string::npos);
    desk.does(act::TypeSearch{"KS-O1"});
    desk.does(act::ChooseResult{});
    CHECK_FALSE(desk.frame().search);
    CHECK(desk.form().code_line == "KS-O1, Outcome");
    desk.does(act::OpenSearch{});
    CHECK(titles("births").find("Births 2024 |") != std::string::npos);
}

TEST_CASE("finding words goes through the opened pages") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-O1");
    desk.does(act::FindInPages{"persalinan"});
    CHECK(desk.desk().tools.find.open);
    CHECK_FALSE(desk.desk().left.hits.empty());
    CHECK(desk.desk().left.current_hit == 0);
    desk.does(act::FindInPages{"no such words"});
    CHECK(desk.desk().tools.find.count == "Nothing found");
    desk.does(act::CloseFind{});
    CHECK_FALSE(desk.desk().tools.find.open);
}

TEST_CASE("an action is asked for once and can be too dear") {
    Desk desk;
    to_evidence(desk);
    desk.does(Action(desk.desk().actions->actions[2].action)); // site visit, 30 of 60
    CHECK(desk.desk().actions->question == "Site visit: this takes 30 of your 60 minutes.");
    desk.does(Action(desk.desk().actions->no.action));
    CHECK(desk.desk().actions->question.empty());
    CHECK(desk.desk().top.time_left == "60 of 60 min left");
    desk.does(act::TakeAction{2});
    CHECK(desk.desk().top.time_left == "30 of 60 min left");
    CHECK_FALSE(desk.desk().said.empty()); // half of the time is used
    desk.does(act::DismissSaid{});
    CHECK(desk.desk().said.empty());
}

TEST_CASE("in mode learn the feedback comes as soon as the decision is final") {
    Desk desk;
    desk.open();
    desk.does(act::TypeName{"Verifier 07"});
    desk.does(act::BeginAsTyped{}); // the guided case
    desk.does(act::LeaveStep{});
    REQUIRE(desk.desk().form);
    CHECK_FALSE(desk.form().feedback);
    decide(desk, domain::Verdict::Accept, 0);
    REQUIRE(desk.form().feedback);
    CHECK_FALSE(desk.form().feedback->reasons.empty());
    CHECK(desk.desk().bottom.primary.label == "Go to Second indicator");
    desk.does(act::SetScore{10}); // stands as it is
    CHECK(desk.form().scores[0].chosen);
}
