#include "gallery/screens/pick.h"

#include "support/samples/author_sample.h"
#include "support/samples/debrief_sample.h"
#include "support/samples/dialogs_sample.h"
#include "support/samples/rail_sample.h"
#include "support/samples/records_sample.h"
#include "support/samples/room_sample.h"
#include "support/samples/settings_sample.h"

namespace gallery {

using namespace timbang;

namespace {

void pick_debrief(Views& v, const Asked& asked) {
    v.debrief = test::sample_debrief(asked.id, asked.many);
    v.frame.debrief = &v.debrief;
    v.frame.rail = test::sample_rail(asked.id, 0);
    if (asked.screen == "passage")
        v.debrief.passage = app::PassageOverlay{"Register.pdf, page 2",
                                                v.debrief.rows[0].detail->reasons[0].passage.value(),
                                                {"Close", "Esc", "", true, "", app::action::ClosePassage{}}};
}

/// What lies over the debrief.
void pick_dialogs(Views& v, const Asked& asked) {
    v.start = test::sample_start(asked.id);
    v.search = test::sample_search(asked.id);
    v.dialog = test::sample_dialog(asked.id, asked.many);
    if (asked.screen == "start") v.frame.start = &v.start;
    if (asked.screen == "search") v.frame.search = &v.search;
    if (asked.screen == "dialog") v.frame.dialog = &v.dialog;
}

void pick_records(Views& v, const Asked& asked, const base::Catalogue& words, base::Lang lang) {
    v.records =
        asked.screen == "records-empty" ? test::sample_empty_records(words, lang) : test::sample_records(words, lang);
    v.frame.records = &v.records;
    v.frame.rail = test::sample_rail(asked.id, 1);
}

void pick_settings(Views& v, const Asked& asked, const base::Catalogue& words, base::Lang lang) {
    v.settings = test::sample_settings(words, lang, static_cast<int>(asked.scale * 100));
    v.frame.settings = &v.settings;
    v.frame.rail = test::sample_rail(asked.id, 3);
}

/// author, author-form, author-section, author-cases, author-empty, author-asked
void pick_author(Views& v, const Asked& asked, const base::Catalogue& words) {
    const test::AuthorSample sample(words, asked.id);
    const std::string& scene = asked.screen;
    v.author = scene == "author-form"      ? sample.form()
               : scene == "author-section" ? sample.section()
               : scene == "author-cases"   ? sample.cases(false)
               : scene == "author-empty"   ? sample.cases(true)
               : scene == "author-asked"   ? sample.asked()
                                           : sample.text();
    v.frame.author = &v.author;
    v.frame.rail = test::sample_rail(asked.id, -1);
}

/// room, room-folded, room-choose, room-list, room-list-empty, room-setup, room-setup-empty, room-paper, room-roster, room-close
void pick_room(Views& v, const Asked& asked) {
    const test::RoomSample sample(asked.id);
    const std::string& scene = asked.screen;
    v.room = scene == "room-list"         ? sample.list()
             : scene == "room-list-empty" ? sample.list(true)
             : scene == "room-setup"      ? sample.setup()
             : scene == "room-setup-empty" ? sample.setup(true)
             : scene == "room-roster"     ? sample.setup()
             : scene == "room-choose"     ? sample.choosing()
             : scene == "room-folded"     ? sample.folded()
                                          : sample.console();
    if (scene == "room-paper") v.room.prompt = sample.paper();
    if (scene == "room-roster") v.room.prompt = sample.roster();
    if (scene == "room-close") v.room.prompt = sample.close();
    v.frame.room = &v.room;
    v.frame.rail = sample.rail();
}

} // namespace

std::unique_ptr<Views> pick(const Asked& asked) {
    auto v = std::make_unique<Views>();
    auto words = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    const base::Lang lang = asked.id ? base::Lang::Id : base::Lang::En;
    if (words && asked.screen.rfind("records", 0) == 0)
        pick_records(*v, asked, *words, lang);
    else if (words && asked.screen.rfind("author", 0) == 0)
        pick_author(*v, asked, *words);
    else if (asked.screen.rfind("room", 0) == 0)
        pick_room(*v, asked);
    else if (words && asked.screen == "settings")
        pick_settings(*v, asked, *words, lang);
    else
        pick_debrief(*v, asked);
    pick_dialogs(*v, asked);
    return v;
}

} // namespace gallery
