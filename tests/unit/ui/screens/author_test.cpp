#include <doctest/doctest.h>

#include "support/samples/author_sample.h"
#include "support/samples/rail_sample.h"
#include "support/ui_harness.h"
#include "ui/screens/frame.h"

using namespace timbang;
using namespace timbang::ui;
using test::UiHarness;
namespace action = timbang::app::action;

namespace {

base::Catalogue catalogue() {
    return std::move(base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages")).value();
}

/// A window with the editor of cases, and what was asked in it.
struct Window {
    base::Catalogue words = catalogue();
    app::AuthorView view;
    app::FrameView frame;
    FrameOptions options;
    app::Actions asked;
    UiHarness h{1440, 900};

    explicit Window(const std::string& scene, bool id = false) {
        const test::AuthorSample sample(words, id);
        view = scene == "form"      ? sample.form()
               : scene == "section" ? sample.section()
               : scene == "cases"   ? sample.cases(false)
               : scene == "empty"   ? sample.cases(true)
               : scene == "asked"   ? sample.asked()
                                    : sample.text();
        frame.screen = app::Screen::Author;
        frame.rail = test::sample_rail(id, -1);
        frame.author = &view;
        h.show([this](Ui& ui) { draw_frame(ui, frame, options, asked); });
    }
    /// The newest thing asked of this kind; null where there is none.
    template <class T> [[nodiscard]] const T* last() const {
        for (auto it = asked.rbegin(); it != asked.rend(); ++it)
            if (const T* found = it->as<T>()) return found;
        return nullptr;
    }
    app::SourceView& source() { return view.text->source; }
};

struct Size {
    int width, height;
    float scale;
};
constexpr Size kSizes[] = {{1440, 900, 1}, {1280, 720, 1}, {1440, 900, 1.25F}, {1440, 900, 2},
                           {1440, 900, 3}, {800, 600, 1},  {480, 300, 1}};

std::string list(const std::vector<std::string>& faults) {
    std::string all;
    for (const std::string& fault : faults)
        all += fault + "\n";
    return all;
}

} // namespace

TEST_CASE("in the editor of cases no words are cut or stand on others, in both languages and at every size") {
    for (const bool id : {false, true})
        for (const char* scene : {"text", "form", "section", "cases", "empty", "asked"}) {
            Window w(scene, id);
            for (const Size& s : kSizes) {
                CAPTURE(scene);
                CAPTURE(id);
                CAPTURE(s.width);
                CAPTURE(s.scale);
                w.h.resize(s.width, s.height, s.scale);
                for (int tab = 0; tab < (w.h.ui().small() && !w.view.list ? (w.view.form ? 3 : 5) : 1); ++tab) {
                    w.options.author.text_tab = w.options.author.form_tab = tab;
                    w.h.settle();
                    CAPTURE(tab);
                    CHECK(list(w.h.label_faults()) == "");
                    CHECK(list(w.h.shared_paths()) == "");
                }
            }
        }
}

TEST_CASE("what is typed into the source is told as the bytes that changed") {
    Window w("text");
    REQUIRE(w.h.click("author/indicators/KS-O1.yaml/text"));
    w.h.press(ctrl(Key::Home));
    w.h.press(Key::End);
    w.h.type("b");
    const auto* edit = w.last<action::EditSource>();
    REQUIRE(edit != nullptr);
    CHECK(edit->path == "indicators/KS-O1.yaml");
    CHECK(edit->begin == 11);
    CHECK(edit->end == 11);
    CHECK(edit->text == "b");
    CHECK(edit->caret == 12);
    w.h.press(Key::Left);
    const auto* caret = w.last<action::MoveCaret>();
    REQUIRE(caret != nullptr);
    CHECK(caret->at == 11);
}

TEST_CASE("a text that was changed elsewhere replaces the one in the field") {
    Window w("text");
    w.source().text = std::make_shared<const std::string>("code: KS-P1\n");
    w.source().spans.reset();
    w.source().findings.clear();
    w.source().revision = 2;
    w.h.settle();
    CHECK(w.h.node("author/indicators/KS-O1.yaml/text")->value == "code: KS-P1\n");
}

TEST_CASE("a jump puts the caret there and the field into focus") {
    Window w("text");
    const std::string text = test::AuthorSample::source_text();
    w.source().caret = static_cast<std::uint32_t>(text.find("is: 35"));
    w.source().caret_end = w.source().caret + 6;
    w.source().caret_asked = 1;
    w.h.settle();
    CHECK(w.h.focus() == "author/indicators/KS-O1.yaml/text");
    CHECK(w.h.says("is: "));
    w.h.type("x");
    const auto* edit = w.last<action::EditSource>();
    REQUIRE(edit != nullptr);
    CHECK(edit->begin == text.find("is: 35"));
    CHECK(edit->end == edit->begin + 6);
}

TEST_CASE("the keys of the text mode do what their hints say") {
    Window w("text");
    REQUIRE(w.h.click("author/indicators/KS-O1.yaml/text"));
    w.h.press(Key::F4);
    CHECK((w.last<action::StepFinding>() && w.last<action::StepFinding>()->by == 1));
    w.h.press(shift(Key::F4));
    CHECK(w.last<action::StepFinding>()->by == -1);
    w.h.press(Chord{Key::Enter, {false, false, true}});
    CHECK(w.last<action::FixFinding>());
    w.h.press(ctrl(Key::S));
    CHECK(w.last<action::SaveCase>());
    w.h.press(ctrl(Key::Z));
    CHECK(w.last<action::UndoEdit>());
    w.h.press(ctrl(Key::Y));
    CHECK(w.last<action::RedoEdit>());
    w.h.press(Key::F7);
    CHECK(w.last<action::CheckCase>());
    w.h.press(Key::F8);
    CHECK(w.last<action::RunPlayers>());
    w.h.press(Key::F9);
    CHECK(w.last<action::PlayFromHere>());
    w.h.press(ctrl(Key::H));
    REQUIRE(w.last<action::OpenSourceFind>());
    CHECK(w.last<action::OpenSourceFind>()->replace);
}

TEST_CASE("a row of the problem list goes to its place, its button mends it") {
    Window w("text");
    w.h.click("author/problems/list/1");
    CHECK((w.last<action::GoToFinding>() && w.last<action::GoToFinding>()->row == 1));
    w.h.click("author/problems/list/0-fix");
    CHECK((w.last<action::FixFinding>() && w.last<action::FixFinding>()->row == 0));
}

TEST_CASE("the list of completions takes the arrows and Enter, and Esc puts it away") {
    Window w("text");
    REQUIRE(w.h.click("author/indicators/KS-O1.yaml/text"));
    w.source().completion = app::Completion{
        10, 10, {{"persalinan", "persalinan", "Births 2024", ""}, {"perda-kia", "perda-kia", "Regulation", ""}}};
    w.h.settle();
    CHECK(w.h.says("perda-kia"));
    w.h.press(Key::Down);
    w.h.press(Key::Enter);
    const auto* edit = w.last<action::EditSource>();
    REQUIRE(edit != nullptr);
    CHECK(edit->text == "perda-kia");
    CHECK(edit->begin == 10);
    w.source().completion->begin = w.source().completion->end = 20;
    w.h.settle();
    CHECK(w.h.says("perda-kia"));
    w.h.press(Key::Escape);
    CHECK_FALSE(w.h.says("perda-kia"));
    CHECK(w.last<action::CloseCompletion>());
}

TEST_CASE("find and replace: the words go out as they are typed, Enter goes on, Esc goes back to the text") {
    Window w("text");
    const test::AuthorSample sample(w.words, false);
    app::SourceFind& find = w.view.text->find;
    find.open = find.replacing = true;
    find.count = "2 of 5";
    find.next = {"Next", "F3", "chevron-down", true, "", action::StepSourceFind{1}};
    find.previous = {"Previous", "", "chevron-up", true, "", action::StepSourceFind{-1}};
    find.replace = {"Replace", "", "", true, "", action::ReplaceHit{}};
    find.replace_all = {"Replace all", "", "", true, "", action::ReplaceAllHits{}};
    find.close = {"Close", "Esc", "close", true, "", action::CloseSourceFind{}};
    w.h.settle();
    CHECK(w.h.focus() == "author/find/words");
    w.h.type("score");
    CHECK((w.last<action::TypeSourceFind>() && w.last<action::TypeSourceFind>()->words == "score"));
    w.h.press(Key::Enter);
    CHECK((w.last<action::StepSourceFind>() && w.last<action::StepSourceFind>()->by == 1));
    w.h.press(shift(Key::Enter));
    CHECK((w.last<action::StepSourceFind>() && w.last<action::StepSourceFind>()->by == -1));
    w.h.click("author/replace/all");
    CHECK(w.last<action::ReplaceAllHits>());
    CHECK(list(w.h.label_faults()) == "");
    w.h.press(Key::Escape);
    CHECK(w.last<action::CloseSourceFind>());
    CHECK(w.h.focus() == "author/indicators/KS-O1.yaml/text");
}

TEST_CASE("hits of the search do not take the focus from the field in which the words are typed") {
    Window w("text");
    REQUIRE(w.h.click("author/indicators/KS-O1.yaml/text"));
    w.h.press(ctrl(Key::F));
    w.view.text->find.open = true;
    w.source().caret_asked = 1; // the first hit, in the same frame
    w.source().caret = 45;
    w.source().caret_end = 50;
    w.h.settle();
    CHECK(w.h.focus() == "author/find/words");
    w.h.type("s");
    w.source().caret_asked = 2;
    w.h.settle();
    CHECK(w.h.focus() == "author/find/words");
    CHECK(w.last<action::EditSource>() == nullptr);
}

TEST_CASE("F4 goes from finding to finding in the form too") {
    Window w("form");
    w.h.press(Key::F4);
    CHECK((w.last<action::StepFinding>() && w.last<action::StepFinding>()->by == 1));
    w.h.press(shift(Key::F4));
    CHECK((w.last<action::StepFinding>() && w.last<action::StepFinding>()->by == -1));
}

TEST_CASE("F6 goes through the panes of both modes") {
    Window w("text");
    w.h.press(Key::F6);
    CHECK(w.h.focus() == "author/indicators/KS-O1.yaml/text");
    w.h.press(Key::F6);
    CHECK(w.h.focus() == "author/problems/list/0");
    w.h.press(Key::F6);
    CHECK(w.h.focus() == "author/preview/sheet/page");
    Window f("form");
    f.h.press(Key::F6);
    CHECK(f.h.focus() == "author/form/body/verdict/1");
    f.h.press(Key::F6);
    CHECK(f.h.focus() == "author/page/sheet/page");
    f.h.press(Key::F6);
    CHECK(f.h.focus() == "author/indicators/list/KS-O1");
}

TEST_CASE("in the form verdict, score, rules and reason go out as edits") {
    Window w("form");
    w.h.click("author/form/body/score/3");
    CHECK((w.last<action::SetReferenceScore>() && w.last<action::SetReferenceScore>()->score == 6));
    w.h.click("author/form/body/verdict/0");
    CHECK((w.last<action::SetReferenceVerdict>() &&
           w.last<action::SetReferenceVerdict>()->verdict == domain::Verdict::Accept));
    w.h.click("author/form/body/checklist/T-2/1");
    REQUIRE(w.last<action::SetReferenceCheck>());
    CHECK(w.last<action::SetReferenceCheck>()->state == app::CheckState::Fails);
    w.h.click("author/form/body/why");
    w.h.press(ctrl(Key::End));
    w.h.type("!");
    const auto* edit = w.last<action::EditFormText>();
    REQUIRE(edit != nullptr);
    CHECK(edit->field == app::FormField::ReferenceWhy);
    CHECK(edit->text.back() == '!');
    w.h.press(ctrl(Key::Z));
    CHECK(w.last<action::UndoEdit>());
}

TEST_CASE("on the map of answers the arrows move and Enter goes to the reply or writes the missing one") {
    Window w("form");
    w.h.ui().focus("author/form/body/replies/map/1-2");
    w.h.settle();
    w.h.press(Key::Right);
    CHECK(w.h.focus() == "author/form/body/replies/map/1-3");
    w.h.press(Key::Enter);
    CHECK((w.last<action::WriteReply>() && w.last<action::WriteReply>()->score == 6));
    w.h.press(Key::Down);
    CHECK(w.h.focus() == "author/form/body/replies/map/2-3");
    w.h.press(Key::Enter);
    CHECK(w.last<action::OpenReply>());
}

TEST_CASE("Alt with the arrows moves a reply in the order in which it is tried") {
    Window w("form");
    w.h.ui().focus("author/form/body/replies/rows/2/row");
    w.h.settle();
    w.h.press(Chord{Key::Down, {false, false, true}});
    REQUIRE(w.last<action::MoveReply>());
    CHECK(w.last<action::MoveReply>()->item == 1);
    CHECK(w.last<action::MoveReply>()->by == 1);
}

TEST_CASE("M picks on the page: what is selected then is asked for or goes where it was wanted") {
    Window w("form");
    w.h.press(Key::M);
    CHECK(w.last<action::TogglePicking>());
    w.view.form->page.pick.picking = true;
    w.h.settle();
    const Node* page = w.h.node("author/page/sheet/page");
    REQUIRE(page != nullptr);
    w.h.press(Chord{Key::Right, {false, true, false}});
    w.h.press(Chord{Key::Right, {false, true, false}});
    w.h.press(Key::Enter);
    REQUIRE(w.h.node("author/page/uses/lines/list/1"));
    w.h.click("author/page/uses/lines/list/1");
    const auto* picked = w.last<action::PickPassage>();
    REQUIRE(picked != nullptr);
    CHECK(picked->use == 1);
    CHECK(picked->range.length() > 0);
}

TEST_CASE("the keyboard reaches every control of the form and of the list of cases") {
    for (const char* scene : {"form", "cases"}) {
        Window w(scene);
        if (w.view.form) w.view.form->indicator->replies[0].open = true;
        if (w.view.form) w.view.form->page.problems[0].selected = true;
        w.h.settle();
        CAPTURE(scene);
        CHECK(list(w.h.unreachable()) == "");
    }
}

TEST_CASE("a question is answered by its field, its options and its buttons; Esc cancels it") {
    Window w("asked");
    w.h.type("2");
    CHECK((w.last<action::TypePrompt>() && w.last<action::TypePrompt>()->text == "Posyandu2"));
    w.h.click("author/prompt/options/1");
    CHECK((w.last<action::ChoosePromptOption>() && w.last<action::ChoosePromptOption>()->option == 1));
    w.h.click("author/prompt/primary");
    CHECK(w.last<action::AnswerPrompt>());
    w.h.press(Key::Escape);
    CHECK(w.last<action::CancelPrompt>());
}

TEST_CASE("in a small window going to a problem shows the text") {
    Window w("text");
    w.h.resize(800, 560);
    w.options.author.text_tab = 2;
    w.h.settle();
    w.h.click("author/problems/list/1");
    w.h.settle();
    CHECK(w.options.author.text_tab == 1);
    CHECK(w.h.node("author/indicators/KS-O1.yaml/text"));
}
