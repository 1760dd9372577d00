#include "gallery/screens/pick.h"

#include "support/samples/debrief_sample.h"
#include "support/samples/rail_sample.h"

namespace gallery {

using namespace timbang;

namespace {

void pick_debrief(Views& v, const Asked& asked) {
    v.debrief = test::sample_debrief(asked.id, asked.many);
    v.frame.debrief = &v.debrief;
    v.frame.rail = test::sample_rail(asked.id, 0);
    if (asked.screen == "passage") v.debrief.passage = app::PassageOverlay{"Register.pdf, page 2", v.debrief.rows[0].detail->reasons[0].passage.value(),
                                                                           {"Close", "Esc", "", true, "", app::action::ClosePassage{}}};
}

} // namespace

std::unique_ptr<Views> pick(const Asked& asked) {
    auto v = std::make_unique<Views>();
    pick_debrief(*v, asked);
    return v;
}

} // namespace gallery
