#include "app/present/author_words.h"

namespace timbang::app {

AuthorWords author_words(const base::Catalogue& catalogue, base::Lang lang) {
    const auto say = [&](const char* key) { return catalogue.text(lang, key); };
    AuthorWords w;
    w.own_title = say("author.own-title");
    w.bundled_title = say("author.bundled-title");
    w.list_title = say("author.list-title");
    w.list_explain = say("author.list-explain");
    w.files = say("author.files");
    w.problems = say("author.problems");
    w.problems_hint = say("author.problems-hint");
    w.no_problems = say("author.no-problems");
    w.preview = say("author.preview");
    w.if_picks = say("author.if-picks");
    w.read_only = say("author.read-only");
    w.find_hint = say("author.find");
    w.replace_hint = say("author.replace-with");
    w.match_case = say("author.match-case");
    w.all_files = say("author.all-files");
    w.go_to_line = say("author.go-to-line");
    w.line_hint = say("author.line-number");
    w.players = say("author.players");
    w.not_run = say("author.players-not-run");
    w.dead_ends = say("author.dead-ends");
    w.indicators = say("author.indicators");
    w.reference = say("author.reference");
    w.reference_explain = say("author.reference-explain");
    w.why = say("author.why");
    w.checklist = say("author.checklist");
    w.open_explain = say("author.open-explain");
    w.rests_on = say("author.rests-on");
    w.near = say("author.near");
    w.near_explain = say("author.near-explain");
    w.replies = say("author.replies");
    w.replies_explain = say("author.replies-explain");
    w.map_explain = say("author.map-explain");
    w.map_keys = say("author.map-keys");
    w.form_problems = say("author.form-problems");
    w.passage = say("author.the-passage");
    w.counts_too = say("author.counts-as-well");
    w.move_hint = say("author.move-hint");
    w.remove = say("author.remove");
    w.also = say("author.also");
    w.verdict = say("author.verdict");
    w.score = say("author.score");
    w.reply_text = say("author.reply-text");
    w.condition = say("author.condition");
    w.type = say("author.type");
    w.rule = say("author.rule");
    w.pick_title = say("author.pick-title");
    w.empty_page = say("author.empty-page");
    const char* columns[]{"author.column-player", "author.column-exact", "author.column-range", "author.column-finding"};
    for (int i = 0; i < 4; ++i) w.players_columns[i] = say(columns[i]);
    const char* panes[]{"author.pane-files", "author.pane-source", "author.pane-problems", "author.pane-preview",
                        "author.pane-players", "author.pane-indicators", "author.pane-form", "author.pane-page"};
    for (int i = 0; i < 8; ++i) w.pane_names[i] = say(panes[i]);
    return w;
}

} // namespace timbang::app
