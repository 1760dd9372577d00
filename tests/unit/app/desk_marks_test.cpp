#include "desk_steps.h"

using namespace timbang;
using namespace timbang::test;

TEST_CASE("the last mark is taken back and set again, whatever was done to it") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-O1");
    desk.does(act::TurnPage{Pane::Left, 1});
    CHECK_FALSE(desk.desk().tools.undo.enabled);
    desk.does(act::Mark{Pane::Left, place_of(desk.desk().left, "6.729"), std::nullopt, "arithmetic"});
    desk.does(act::Retype{desk.form().citations[0].mark, "wrong-year"});
    desk.does(Action(desk.form().citations[0].remove));
    CHECK(desk.form().citations.empty());
    desk.does(act::UndoMark{});
    REQUIRE(desk.form().problems.size() == 1);
    CHECK(desk.form().problems[0].type == "wrong-year");
    desk.does(act::UndoMark{});
    CHECK(desk.form().problems[0].type == "arithmetic");
    desk.does(act::UndoMark{});
    CHECK(desk.form().citations.empty());
    CHECK_FALSE(desk.desk().tools.undo.enabled);
    for (int i = 0; i < 2; ++i)
        desk.does(act::RedoMark{});
    CHECK(desk.form().problems[0].type == "wrong-year");
    // A new mark ends what could be done again.
    desk.does(act::Mark{Pane::Left, place_of(desk.desk().left, "7.080"), std::nullopt, ""});
    CHECK_FALSE(desk.desk().tools.redo.enabled);
    CHECK(desk.form().citations.size() == 2);
}

TEST_CASE("taking a mark back goes to where it stood") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-O1");
    desk.does(act::TurnPage{Pane::Left, 1});
    desk.does(act::Mark{Pane::Left, place_of(desk.desk().left, "6.729"), std::nullopt, "arithmetic"});
    select(desk, "KS-P1");
    desk.does(act::UndoMark{});
    CHECK(desk.form().code_line.rfind("KS-O1", 0) == 0);
    CHECK(desk.desk().left.page == 2);
    CHECK(desk.form().citations.empty());
}

TEST_CASE("a document says how many of its pages were opened") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-O1");
    const auto state = [&] {
        for (const ListRow& row : desk.desk().list.rows)
            if (row.code == "KS-O1") return row.files.front().state;
        return std::string();
    };
    CHECK(state() == "1 of 3 pages");
    desk.does(act::TurnPage{Pane::Left, 1});
    CHECK(state() == "2 of 3 pages");
    desk.does(act::TurnPage{Pane::Left, 1});
    CHECK(state() == "Read");
}

TEST_CASE("figures picked together are summed, and taken out together") {
    Desk desk;
    to_evidence(desk);
    select(desk, "KS-O1");
    desk.does(act::TurnPage{Pane::Left, 1});
    std::vector<std::uint32_t> cells;
    for (const char* figure : {"1.147", "1.448", "703", "1.013", "1.262", "706"})
        cells.push_back(place_of(desk.desk().left, figure).begin);
    desk.does(act::PickFigures{Pane::Left, {cells[2]}});
    desk.does(act::PickFigures{Pane::Left, cells}); // one of them is in already and stays
    REQUIRE(desk.desk().calculator);
    CHECK(desk.desk().calculator->line_short == "Sum of 6 figures = 6,279");
    desk.does(act::PickFigures{Pane::Left, cells});
    CHECK(desk.desk().calculator->empty);
}

TEST_CASE("in the debrief the points of the letter are ticked beside the model") {
    Desk desk;
    to_evidence(desk);
    for (int i = 0; i < 9; ++i)
        decide(desk, domain::Verdict::Accept, 10);
    desk.does(act::LeaveStep{});
    desk.does(act::LeaveStep{});
    desk.does(Action(desk.desk().category->categories[0].action));
    const domain::PartIx letter = desk.desk().letter->part;
    desk.does(act::EditLetter{letter, "Thank you."});
    desk.does(act::LeaveStep{}); // left unfinished
    REQUIRE(desk.frame().debrief);
    const int row = static_cast<int>(desk.frame().debrief->rows.size() + desk.frame().debrief->parts.size()) - 1;
    desk.does(act::OpenRow{row});
    const auto detail = [&]() -> const FeedbackBlock& {
        REQUIRE(desk.frame().debrief->parts.back().detail);
        return *desk.frame().debrief->parts.back().detail;
    };
    CHECK(detail().you_wrote == "Thank you.");
    CHECK(detail().model);
    REQUIRE(detail().points.size() == 6);
    desk.does(Action(detail().points[1].action));
    CHECK(detail().points[1].ticked);
    CHECK(desk.frame().debrief->parts.back().compared.find("1 of 6") != std::string::npos);
    desk.does(Action(detail().points[1].action));
    CHECK_FALSE(detail().points[1].ticked);
}
