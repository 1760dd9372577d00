#include <doctest/doctest.h>

#include "support/samples/room_sample.h"
#include "support/ui_harness.h"
#include "ui/screens/frame.h"

using namespace timbang;
using namespace timbang::ui;
using test::UiHarness;
namespace action = timbang::app::action;

namespace {

/// A window with the workshop, and what was asked in it.
struct Window {
    app::RoomScreenView view;
    app::FrameView frame;
    FrameOptions options;
    app::Actions asked;
    UiHarness h;

    explicit Window(const std::string& scene, bool id = false, int width = 1440, int height = 900, float scale = 1)
        : h(width, height, scale) {
        const test::RoomSample sample(id);
        view = scene == "list"          ? sample.list()
               : scene == "list-empty"  ? sample.list(true)
               : scene == "setup"       ? sample.setup()
               : scene == "setup-empty" ? sample.setup(true)
               : scene == "choose"      ? sample.choosing()
               : scene == "folded"      ? sample.folded()
                                        : sample.console();
        if (scene == "paper") view.prompt = sample.paper();
        if (scene == "roster") view.prompt = sample.roster();
        if (scene == "close") view.prompt = sample.close();
        frame.screen = app::Screen::Workshop;
        frame.rail = sample.rail();
        frame.room = &view;
        h.show([this](Ui& ui) { draw_frame(ui, frame, options, asked); });
    }
    /// The newest thing asked of this kind; null where there is none.
    template <class T> [[nodiscard]] const T* last() const {
        for (auto it = asked.rbegin(); it != asked.rend(); ++it)
            if (const T* found = it->as<T>()) return found;
        return nullptr;
    }
    template <class T> [[nodiscard]] int count() const {
        int n = 0;
        for (const app::Action& each : asked)
            n += each.as<T>() != nullptr;
        return n;
    }
    void key(Key key, bool down) {
        base::InputEvent e;
        e.kind = base::InputEvent::Kind::Key;
        e.key = key;
        e.down = down;
        h.frame({e});
        h.settle();
    }
    void focus(const std::string& path) {
        h.ui().focus(path);
        h.settle();
        REQUIRE(h.focus() == path);
    }
};

struct Size {
    int width, height;
    float scale;
};
constexpr Size kSizes[] = {{1440, 900, 1}, {1280, 720, 1}, {1440, 900, 1.25F}, {1440, 900, 1.5F}, {1280, 720, 2},
                           {1440, 900, 2}, {1440, 900, 3}, {1280, 720, 3},     {800, 600, 1}};

std::string lines(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& one : all)
        out += one + "\n";
    return out;
}

/// The pane that scrolls everything, where there is one.
std::string page_of(const UiHarness& h) {
    for (const char* path : {"room/list/all", "room/setup/page", "room/console/page", "room/prompt/all"})
        if (h.node(path)) return path;
    return {};
}

const char* const kConsole = "room/console/";
const std::string kNext = "room/console/next";

} // namespace

TEST_CASE("in the workshop no words are cut or stand on others, in both languages and at every size") {
    for (const bool id : {false, true})
        for (const char* scene : {"list", "list-empty", "setup", "setup-empty", "console", "choose", "folded", "paper", "roster", "close"}) {
            Window w(scene, id);
            for (const Size& s : kSizes) {
                CAPTURE(scene);
                CAPTURE(id);
                CAPTURE(s.width);
                CAPTURE(s.scale);
                w.h.resize(s.width, s.height, s.scale);
                for (int page = 0; page < 24; ++page) {
                    CHECK(lines(w.h.label_faults()) == "");
                    CHECK(lines(w.h.shared_paths()) == "");
                    if (!w.h.wheel(page_of(w.h), -5)) break;
                }
            }
        }
}

TEST_CASE("the keyboard reaches everything of the workshop") {
    for (const char* scene : {"list", "setup", "console", "choose", "paper", "roster"}) {
        CAPTURE(scene);
        Window w(scene, true);
        CHECK(lines(w.h.unreachable()) == "");
    }
    Window small("console", true, 1440, 900, 2);
    CHECK(lines(small.h.unreachable()) == "");
}

TEST_CASE("who types into a question goes on typing when it becomes short enough not to scroll, and the other way round") {
    Window w("paper", false, 1280, 300);
    REQUIRE(w.h.node("room/prompt/all"));
    std::string field;
    for (const Node& n : w.h.ui().nodes())
        if (n.takes == Takes::Text && n.path.rfind("room/prompt/", 0) == 0) field = n.path;
    w.focus(field);
    w.h.resize(1440, 900);
    CHECK_FALSE(w.h.node("room/prompt/all"));
    CHECK(w.h.focus() == field);
    w.h.type("x");
    CHECK(w.last<action::EditRoomField>());
    w.h.resize(1280, 300);
    CHECK(w.h.focus() == field);
}

TEST_CASE("PgDn is the big button wherever the focus is, except while something is typed") {
    Window w("console");
    for (const char* path : {"", "room/console/screen", "room/console/people/seats/12", "room/console/private/agenda/2", "room/console/time/0"}) {
        CAPTURE(path);
        if (path[0] != 0) w.focus(path);
        w.asked.clear();
        w.h.press(Key::PageDown);
        CHECK(w.count<action::RoomNext>() == 1);
    }
    w.focus("room/console/private/own-note");
    w.asked.clear();
    w.h.press(Key::PageDown);
    CHECK(w.count<action::RoomNext>() == 0);
}

TEST_CASE("PgDn held down goes on once, and not while a question is asked or the button is shut") {
    Window w("console");
    base::InputEvent e;
    e.kind = base::InputEvent::Kind::Key;
    e.key = Key::PageDown;
    e.down = e.repeat = true;
    w.h.frame({e});
    w.h.settle();
    CHECK(w.count<action::RoomNext>() == 0);
    w.view.console->next->enabled = false;
    w.h.press(Key::PageDown);
    CHECK(w.count<action::RoomNext>() == 0);
    w.view.console->next->enabled = true;
    w.view.prompt = test::RoomSample(false).close();
    w.h.settle();
    w.h.press(Key::PageDown);
    CHECK(w.count<action::RoomNext>() == 0);
}

TEST_CASE("a wrong Space never closes a vote") {
    Window w("console");
    w.h.press(Key::Space);
    w.focus(kNext);
    w.h.press(Key::Space);
    REQUIRE(w.h.click(kNext)); // the focus stands on it now
    CHECK(w.count<action::RoomNext>() == 1);
    w.h.press(Key::Space);
    CHECK(w.count<action::RoomNext>() == 1);
    w.h.press(Key::Enter);
    CHECK(w.count<action::RoomNext>() == 2);
    // Nor in the list where closing stands as well, nor in the question whether to close.
    w.focus("room/console/more");
    w.h.press(Key::Enter);
    REQUIRE(w.h.node("room/console/more-menu/rows/items/0"));
    w.h.press(Key::Space);
    CHECK(w.count<action::RoomDo>() == 0);
    w.h.press(Key::Enter);
    CHECK(w.count<action::RoomDo>() == 1);
    w.view.prompt = test::RoomSample(false).close();
    w.h.settle();
    w.focus("room/prompt/primary");
    w.h.press(Key::Space);
    CHECK(w.count<action::AnswerRoomPrompt>() == 0);
    w.h.press(Key::Enter);
    CHECK(w.count<action::AnswerRoomPrompt>() == 1);
}

TEST_CASE("digits open rows of the agenda while it has the focus") {
    Window w("console");
    w.h.press(Key::D3);
    CHECK(w.last<action::SelectAgendaItem>() == nullptr);
    w.focus("room/console/private/agenda/0");
    w.h.press(Key::D3);
    REQUIRE(w.last<action::SelectAgendaItem>());
    CHECK(w.last<action::SelectAgendaItem>()->code == "KS-O1");
    w.asked.clear();
    w.h.press(Key::D9);
    CHECK(w.asked.empty());
    w.h.press(Key::Enter);
    REQUIRE(w.last<action::SelectAgendaItem>());
    CHECK(w.last<action::SelectAgendaItem>()->code == "KS-P2");
}

TEST_CASE("folded notes are shown as long as N is held") {
    Window w("folded");
    CHECK_FALSE(w.h.says("Reference: return"));
    w.key(Key::N, true);
    REQUIRE(w.last<action::HoldNotes>());
    CHECK(w.last<action::HoldNotes>()->held);
    CHECK(w.h.says("Reference: return"));
    w.h.settle();
    CHECK(w.count<action::HoldNotes>() == 1);
    w.key(Key::N, false);
    CHECK(w.count<action::HoldNotes>() == 2);
    CHECK_FALSE(w.last<action::HoldNotes>()->held);
    CHECK_FALSE(w.h.says("Reference: return"));
}

TEST_CASE("folded notes: whoever applies the actions may unfold them; the release is told all the same") {
    Window w("folded");
    w.key(Key::N, true);
    w.view.console->notes_folded = false;
    w.h.settle();
    w.key(Key::N, false);
    CHECK(w.count<action::HoldNotes>() == 2);
    CHECK_FALSE(w.last<action::HoldNotes>()->held);
}

TEST_CASE("folded notes can be held with the pointer as well") {
    Window w("folded");
    REQUIRE(w.h.hover("room/console/private/hold"));
    w.h.button(true);
    REQUIRE(w.last<action::HoldNotes>());
    CHECK(w.last<action::HoldNotes>()->held);
    CHECK(w.h.says("Reference: return"));
    w.h.button(false);
    CHECK_FALSE(w.last<action::HoldNotes>()->held);
    CHECK_FALSE(w.h.says("Reference: return"));
}

TEST_CASE("a letter N that is typed does not unfold the notes") {
    Window w("console");
    w.focus("room/console/private/own-note");
    w.view.console->notes_folded = false;
    w.key(Key::N, true);
    w.h.type("n");
    CHECK(w.count<action::HoldNotes>() == 0);
    REQUIRE(w.last<action::EditRoomField>());
    CHECK(w.last<action::EditRoomField>()->field == 30);
}

TEST_CASE("the axis of the chart stays while votes come in, and bars stand on it in proportion") {
    Window w("console");
    const auto bar = [&](int i) { return w.h.node("room/console/middle/chart/bar/" + std::to_string(i)); };
    REQUIRE(bar(1));
    CHECK(bar(1)->value == "6, 15");
    CHECK(bar(1)->selected);
    const Rect before = bar(3)->rect;
    w.view.console->bars[3].second = 9;
    w.h.settle();
    CHECK(bar(3)->rect == before);
    CHECK(bar(3)->value == "12, 9");
    w.view.console->second_legend.clear();
    w.h.settle();
    CHECK(bar(3)->value == "12");
}

TEST_CASE("a seat opens what can be done for its person") {
    for (const auto& [width, height] : {std::pair{1440, 900}, std::pair{1280, 720}}) {
        Window w("console", false, width, height);
        CHECK(w.h.node("room/console/people/seats/12")->value == "Offline");
        REQUIRE(w.h.click("room/console/people/seats/12"));
        w.h.press(Key::Enter);
        REQUIRE(w.last<action::AskPaperVote>());
        CHECK(w.last<action::AskPaperVote>()->seat == "12");
        CHECK(w.h.focus() == "room/console/people/seats/12");
    }
}

TEST_CASE("at 1280 by 720 a group is one row of seats and everything of the console stands in the window") {
    Window w("console", true, 1280, 720);
    const Node* first = w.h.node("room/console/people/seats/01");
    const Node* fifth = w.h.node("room/console/people/seats/05");
    REQUIRE(first);
    REQUIRE(fifth);
    CHECK(first->rect.y == fifth->rect.y);
    CHECK(w.h.says("12 dan 25 terputus"));
    for (const Node& n : w.h.ui().nodes()) {
        if (n.path.rfind(kConsole, 0) != 0 || n.role == Role::Scroll) continue;
        CAPTURE(n.path);
        CHECK(n.visible.h == doctest::Approx(n.rect.h));
    }
    Window large("console", true);
    CHECK(large.h.node("room/console/people/seats/01")->rect.y < large.h.node("room/console/people/seats/05")->rect.y);
}

TEST_CASE("in a small window the big button stays in sight") {
    for (const Size& s : kSizes) {
        Window w("console", true, s.width, s.height, s.scale);
        CAPTURE(s.width);
        CAPTURE(s.scale);
        REQUIRE(w.h.node(kNext));
        CHECK(w.h.node(kNext)->rect.holds(w.h.node(kNext)->visible, 1));
        CHECK(w.h.node(kNext)->visible.inset(-1).holds(w.h.node(kNext)->rect));
        REQUIRE(w.h.click(kNext));
        CHECK(w.count<action::RoomNext>() == 1);
    }
}

TEST_CASE("buttons and menus of the console push what they carry") {
    Window w("console");
    REQUIRE(w.h.click("room/console/time/0"));
    CHECK(w.last<action::PauseRoomTimer>());
    REQUIRE(w.h.click("room/console/time/1"));
    CHECK(w.last<action::ExtendRoomTimer>());
    REQUIRE(w.h.click("room/console/middle/reasons/1"));
    REQUIRE(w.last<action::ShowReasonOnScreen>());
    CHECK(w.last<action::ShowReasonOnScreen>()->seat == "12");
    REQUIRE(w.h.click("room/console/screen"));
    REQUIRE(w.h.click("room/console/screen-menu/rows/items/2"));
    REQUIRE(w.last<action::ShowOnScreen>());
    CHECK(w.last<action::ShowOnScreen>()->screen == 2);
    REQUIRE(w.h.click("room/console/people/buttons/0"));
    CHECK(w.last<action::AskPaperVote>());
}

TEST_CASE("while no round is open an indicator is chosen, the whole case first") {
    Window w("choose");
    REQUIRE(w.h.click("room/console/middle/choose/0"));
    REQUIRE(w.last<action::OpenRoomIndicator>());
    CHECK(w.last<action::OpenRoomIndicator>()->code == "");
    w.focus("room/console/middle/choose/2");
    w.h.press(Key::Enter);
    CHECK(w.last<action::OpenRoomIndicator>()->code == "PA-P1");
    CHECK(w.h.node(kNext) == nullptr);
    w.asked.clear();
    w.h.press(Key::PageDown);
    CHECK(w.asked.empty());
}

TEST_CASE("what went wrong with the room stands over it with its way out") {
    Window w("folded");
    CHECK(w.h.says("The address changed"));
    REQUIRE(w.h.click("room/console/problem"));
    CHECK(w.last<action::ShowOnScreen>());
}

TEST_CASE("slots: a press selects, Enter edits, Delete removes, Alt and the arrows move") {
    Window w("setup");
    const std::string slot = "room/setup/page/day-1/2";
    REQUIRE(w.h.click(slot));
    REQUIRE(w.last<action::SelectSlot>());
    CHECK(w.last<action::SelectSlot>()->day == 1);
    CHECK(w.last<action::AskSlot>() == nullptr);
    w.h.press(Key::Enter);
    REQUIRE(w.last<action::AskSlot>());
    CHECK(w.last<action::AskSlot>()->slot == 2);
    w.h.press(Key::Up, {false, false, true});
    REQUIRE(w.last<action::MoveSlot>());
    CHECK(w.last<action::MoveSlot>()->by == -1);
    w.h.press(Key::Down, {false, false, true});
    CHECK(w.last<action::MoveSlot>()->by == 1);
    CHECK(w.h.focus() == slot);
    w.h.press(Key::Delete);
    REQUIRE(w.last<action::RemoveSlot>());
    CHECK(w.last<action::RemoveSlot>()->slot == 2);
}

TEST_CASE("Ctrl X and Ctrl V move a person to the group where the focus is") {
    Window w("setup");
    w.focus("room/setup/page/people/08");
    w.h.press(ctrl(Key::X));
    w.focus("room/setup/page/people/09");
    w.h.press(ctrl(Key::V));
    REQUIRE(w.last<action::MoveParticipant>());
    CHECK(w.last<action::MoveParticipant>()->code == "08");
    CHECK(w.last<action::MoveParticipant>()->group == 2);
    w.asked.clear();
    w.h.press(ctrl(Key::V)); // it was put down already
    CHECK(w.asked.empty());
    w.h.press(ctrl(Key::X));
    w.h.press(ctrl(Key::V)); // in its own group
    CHECK(w.asked.empty());
    w.h.press(ctrl(Key::X));
    w.h.press(Key::Escape);
    w.focus("room/setup/page/people/way-3");
    w.h.press(ctrl(Key::V));
    CHECK(w.asked.empty());
}

TEST_CASE("a person is dragged to another group; where it comes from nothing happens") {
    Window w("setup");
    const auto middle = [&](const std::string& path) { return w.h.node(path)->rect.centre(); };
    const Vec from = middle("room/setup/page/people/08");
    w.h.drag(from, middle("room/setup/page/people/24"));
    REQUIRE(w.last<action::MoveParticipant>());
    CHECK(w.last<action::MoveParticipant>()->code == "08");
    CHECK(w.last<action::MoveParticipant>()->group == 3);
    w.asked.clear();
    w.h.drag(from, middle("room/setup/page/people/22"));
    w.h.drag(from, {from.x, 20});
    CHECK(w.asked.empty());
    REQUIRE(w.h.click("room/setup/page/people/08"));
    CHECK(w.last<action::SelectParticipant>());
    w.h.press(Key::Enter);
    CHECK(w.last<action::SetSpeaker>());
}

TEST_CASE("set-up: fields, choices and menus push what they carry") {
    Window w("setup");
    w.focus("room/setup/title");
    w.h.press(Key::End);
    w.h.type("!");
    REQUIRE(w.last<action::EditRoomField>());
    CHECK(w.last<action::EditRoomField>()->field == 1);
    REQUIRE(w.h.click("room/setup/page/consensus/3"));
    CHECK(w.last<action::SetConsensus>()->percent == 80);
    REQUIRE(w.h.click("room/setup/page/show/1"));
    CHECK(w.last<action::SetShowVotes>());
    REQUIRE(w.h.click("room/setup/page/second/1"));
    CHECK(w.last<action::SetGroupSecond>()->group);
    REQUIRE(w.h.click("room/setup/page/people/way-4"));
    w.h.press(Key::Down);
    w.h.press(Key::Enter);
    REQUIRE(w.last<action::SetGroupWay>());
    CHECK(w.last<action::SetGroupWay>()->group == 4);
    REQUIRE(w.h.click("room/setup/page/cases/1"));
    CHECK(w.last<action::AskWorkshopCase>()->place == 1);
    w.h.press(Key::Delete);
    CHECK(w.last<action::RemoveWorkshopCase>()->place == 1);
    for (const char* path : {"room/setup/page/roster/add/0", "room/setup/page/roster/add/1", "room/setup/page/roster/add/2", "room/setup/page/roster/shuffle"})
        REQUIRE(w.h.click(path));
    CHECK(w.last<action::ShuffleGroups>());
    CHECK(w.last<action::AskRosterFile>());
    REQUIRE(w.h.click("room/setup/open"));
    CHECK(w.last<action::OpenRoom>());
}

TEST_CASE("set-up without people or cases says what to do, and why the room cannot be opened") {
    Window w("setup-empty");
    CHECK(w.h.says("Paste a list"));
    CHECK(w.h.says("Add a case from the library"));
    CHECK(w.h.node("room/setup/open")->disabled);
    CHECK(w.h.node("room/setup/open")->reason != "");
}

TEST_CASE("the list opens a workshop, or goes on with its room") {
    Window w("list");
    REQUIRE(w.h.click("room/list/all/rows/1"));
    CHECK(w.last<action::OpenWorkshop>()->workshop == "held-0");
    REQUIRE(w.h.click("room/list/all/rows/0-go-on"));
    CHECK(w.last<action::OpenRoom>());
    REQUIRE(w.h.click("room/list/all/new/create"));
    CHECK(w.last<action::NewWorkshop>());
    REQUIRE(w.h.click("room/list/all/new/quick"));
    CHECK(w.last<action::AskQuickRoom>());
}

TEST_CASE("a question: its field has the focus, Enter answers, Esc takes it back, choices are pushed") {
    Window w("paper");
    CHECK(w.h.focus() == "room/prompt/field-40");
    w.h.type("late");
    REQUIRE(w.last<action::EditRoomField>());
    CHECK(w.last<action::EditRoomField>()->text == "late");
    w.h.press(Key::Enter);
    CHECK(w.count<action::AnswerRoomPrompt>() == 1);
    REQUIRE(w.h.click("room/prompt/row-1/1"));
    REQUIRE(w.last<action::ChooseRoomOption>());
    CHECK(w.last<action::ChooseRoomOption>()->row == 1);
    CHECK(w.last<action::ChooseRoomOption>()->option == 1);
    w.h.press(Key::Escape);
    CHECK(w.last<action::CancelRoomPrompt>());
    Window list("roster");
    list.h.press(Key::Enter); // a new line of the list
    CHECK(list.count<action::AnswerRoomPrompt>() == 0);
    REQUIRE(list.h.click("room/prompt/other-0"));
    CHECK(list.last<action::AnswerRoomPrompt>()->answer == 1);
}

TEST_CASE("a programme, a report, a reading and what is taken home are an Enter away") {
    Window list("list");
    list.focus("room/list/all/programmes/0");
    list.h.press(Key::Enter);
    REQUIRE(list.last<action::NewWorkshop>());
    CHECK(list.last<action::NewWorkshop>()->programme == "three-days");
    list.focus("room/list/all/rows/1-report");
    list.h.press(Key::Enter);
    REQUIRE(list.last<action::AskTakeHome>());
    CHECK(list.last<action::AskTakeHome>()->what == action::TakeHome::Workshop);

    Window setup("setup");
    setup.view.setup->days[0].slots[3].read = app::Button{"Open the reading", "", "book-open-variant", true, "", action::OpenLesson{"how-sure", ""}};
    setup.h.settle();
    setup.focus("room/setup/page/day-0/3-read");
    setup.h.press(Key::Enter);
    REQUIRE(setup.last<action::OpenLesson>());
    setup.focus("room/setup/take-home");
    setup.h.press(Key::Enter);
    setup.h.press(Key::Down);
    setup.h.press(Key::Enter);
    REQUIRE(setup.last<action::AskTakeHome>());
    CHECK(setup.last<action::AskTakeHome>()->about == "three-days");
}
