#include <doctest/doctest.h>

#include "support/samples/lesson_sample.h"
#include "support/ui_harness.h"
#include "ui/screens/lesson/lesson.h"
#include "ui/screens/readiness/readiness.h"

using namespace timbang;
using test::joined;
using test::UiHarness;
namespace action = app::action;

namespace {

struct Screens {
    test::LessonSample sample;
    app::LessonView lesson;
    app::ReadinessView readiness;
    ui::LessonOptions lesson_options;
    ui::ReadinessOptions readiness_options;
    app::Actions actions;
    int state; ///< −1 the reading, else the check

    explicit Screens(int what, base::Lang lang = base::Lang::En)
        : sample(lang), lesson(sample.view()), readiness(test::sample_readiness(lang, what < 0 ? 0 : what)), state(what) {}
    void show(UiHarness& h) {
        h.show([this](ui::Ui& ui) {
            ui::Rect area = ui.window();
            ui.draw().fill(area, ui.t().canvas);
            if (!ui.small()) area.take_left(ui::size::kRail);
            if (state < 0) draw_lesson(ui, area, lesson, lesson_options, actions);
            else draw_readiness(ui, area, readiness, readiness_options, actions);
        });
    }
    template <class T> const T* last() const { return actions.empty() ? nullptr : actions.back().as<T>(); }
};

} // namespace

TEST_CASE("readings and the check: no label is cut and none stands on another, whatever the language, window and text size") {
    for (const int state : {-1, 0, 1, 2})
        for (const base::Lang lang : {base::Lang::En, base::Lang::Id})
            for (const auto& [width, height] : {std::pair{1440, 900}, std::pair{1280, 720}, std::pair{800, 600}})
                for (const int percent : {100, 200, 300}) {
                    if (width * 100 / percent < 420) continue; // smaller than the window can be
                    CAPTURE(state);
                    CAPTURE(width);
                    CAPTURE(percent);
                    Screens s(state, lang);
                    UiHarness h(width, height, static_cast<float>(percent) / 100);
                    s.show(h);
                    CHECK(joined(h.label_faults()) == "");
                }
}

TEST_CASE("readings and the check: the keyboard reaches everything, and no two have one path") {
    for (const int state : {-1, 0, 1, 2}) {
        CAPTURE(state);
        Screens s(state);
        UiHarness h(1280, 720, 1);
        s.show(h);
        CHECK(joined(h.unreachable()) == "");
        CHECK(joined(h.shared_paths()) == "");
    }
}

TEST_CASE("readings: an answer is asked for by its cell, another reading by its name") {
    Screens s(-1);
    UiHarness h(1440, 900);
    s.show(h);
    h.click("lesson/page/answer-3/0");
    REQUIRE(s.last<action::AnswerExercise>());
    CHECK(s.last<action::AnswerExercise>()->item == 2);
    CHECK(s.last<action::AnswerExercise>()->answer == 0);
}

TEST_CASE("the check: the last button starts it") {
    Screens s(0);
    UiHarness h(1440, 900);
    s.show(h);
    h.click("readiness/page/buttons/button-1");
    CHECK(s.last<action::StartReadiness>());
}
