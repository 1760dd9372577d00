#include <doctest/doctest.h>

#include <array>
#include <optional>

#include "support/ui_harness.h"
#include "ui/kit/widgets.h"

using namespace timbang;
using namespace timbang::ui;
using test::UiHarness;

TEST_CASE("a segmented choice is wide enough for its words at every scale") {
    for (const float scale : {1.0F, 1.25F, 1.5F, 1.75F, 2.5F}) {
        CAPTURE(scale);
        UiHarness h(1440, 900, scale);
        const std::array<Choice, 2> cells{{{.label = "Bahasa Indonesia"}, {.label = "English"}}};
        h.show([&](Ui& ui) { segmented(ui, "language", {20, 20, segmented_width(ui, cells), 36}, cells, 0); });
        CHECK(h.label_faults().empty());
    }
}

namespace {

struct Slider {
    int chosen = 0;
    std::optional<int> released;

    void draw(Ui& ui) {
        constexpr std::array<Choice, 3> kStops{{{.label = "100%"}, {.label = "150%"}, {.label = "200%"}}};
        constexpr std::array<float, 3> kPlaces{0, 0.5F, 1};
        const SliderResult r = slider(ui, "size", {100, 100, 432, 40}, kStops, kPlaces, chosen, "Text size");
        if (r.released) released = r.stop;
    }
};

} // namespace

TEST_CASE("a slider keeps the stop it was dragged to, wherever the button comes up") {
    Slider s;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { s.draw(ui); });
    SUBCASE("on it") { h.drag({116, 110}, {310, 110}); }
    SUBCASE("below it") { h.drag({116, 110}, {310, 400}); }
    REQUIRE(s.released);
    CHECK(*s.released == 1);
}

TEST_CASE("Enter on a slider does not move it to where the pointer happens to be") {
    Slider s;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { s.draw(ui); });
    h.move_to({700, 500});
    h.press(Key::Tab);
    REQUIRE(h.focus() == "size");
    h.press(Key::Enter);
    CHECK(!s.released);
    h.press(Key::Right);
    CHECK(s.released == 1);
}
