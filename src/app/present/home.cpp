#include <algorithm>

#include "app/present/present.h"
#include "app/present/words.h"
#include "domain/session.h"

namespace timbang::app {
namespace {

std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

std::string rights_of(const Words& words, const Model& model, const LibraryEntry& entry) {
    const domain::Framework* pack = model.library.framework(entry.card.framework);
    std::vector<std::string> names;
    if (pack)
        for (const std::string& id : entry.criteria)
            if (const domain::Criterion* criterion = pack->criterion(id))
                names.push_back(words.right(criterion->short_name));
    return words.list(names);
}

int difficulty(const std::string& level) {
    return level == "foundation" ? 1 : level == "practitioner" ? 2 : level == "expert" ? 3 : 0;
}

/// A package that does not open has no file to name but itself.
std::string trouble_text(const Words& words, const base::Finding& finding, const std::string& folder) {
    return words("home.trouble", {{"file", finding.where.file.empty() ? base::file_name(folder) : finding.where.file},
                                  {"line", std::to_string(finding.where.line)},
                                  {"text", words(finding.message())}});
}

void tell_progress(const Words& words, const CaseProgress& progress, const LibraryEntry& entry, LibraryRow& row) {
    const std::int64_t of = whole(entry.card.indicators.size());
    row.result = "–";
    row.progress_icon = "";
    if (progress.finished)
        row.result = words("home.result", {{"exact", std::int64_t{progress.finished->exact}}, {"of", of}});
    if (progress.open) {
        row.progress = ProgressKind::Started;
        row.share = of > 0 ? static_cast<float>(progress.open->decided) / static_cast<float>(of) : 0;
        row.progress_word = words("home.decided", {{"n", std::int64_t{progress.open->decided}}, {"of", of}});
        row.open = action::ContinueSession{progress.open->id};
        row.more.push_back({words("home.continue"), "", "play", Tint::Neutral, false, row.open});
    } else if (progress.finished) {
        row.progress = ProgressKind::Finished;
        row.progress_word = words("home.finished");
        row.progress_icon = "check-circle";
        row.progress_tint = Tint::Ok;
        row.open = action::StartCase{entry.card.folder};
    } else {
        row.progress_word = words("home.not-started");
        row.open = action::StartCase{entry.card.folder};
    }
    row.more.push_back({words(progress.open || progress.finished ? "home.start-again" : "home.start"), "", "repeat",
                        Tint::Neutral, false, action::StartCase{entry.card.folder}});
    if (progress.finished)
        row.more.push_back({words("home.last-debrief"), "", "clipboard-check", Tint::Neutral, false,
                            action::OpenDebrief{progress.finished->id}});
    row.more.push_back(
        {words("home.show-folder"), "", "folder", Tint::Neutral, false, action::ShowFolder{entry.card.folder}});
}

LibraryRow library_row(const Model& model, const LibraryEntry& entry) {
    const Words words(model);
    LibraryRow row;
    row.title = words.of(entry.card.title);
    if (row.title.empty()) row.title = entry.card.id.empty() ? base::file_name(entry.card.folder) : entry.card.id;
    if (entry.card.sealed) {
        row.badge = Chip{words("open.sealed"), "lock", Tint::Accent};
        row.tooltip = words("open.sealed-text");
    }
    row.district = words.of(entry.card.district);
    row.right = rights_of(words, model, entry);
    row.structure = entry.types[0];
    row.process = entry.types[1];
    row.outcome = entry.types[2];
    row.difficulty = difficulty(entry.card.level);
    if (row.difficulty > 0) row.difficulty_word = words("home.level-" + entry.card.level);
    if (entry.card.minutes > 0) row.minutes = words.number(entry.card.minutes);
    tell_progress(words, progress_of(model, entry.card.id), entry, row);
    if (entry.trouble || !entry.card.broken.empty()) {
        row.progress = ProgressKind::Broken;
        row.progress_word = words("home.broken");
        row.progress_icon = "alert-circle";
        row.progress_tint = Tint::Reject;
        row.note = entry.trouble ? trouble_text(words, *entry.trouble, entry.card.folder) : words("finding." + entry.card.broken);
        row.tooltip = row.note;
        row.enabled = false;
        row.open = NoAction{};
        row.more = {
            {words("home.show-folder"), "", "folder", Tint::Neutral, false, action::ShowFolder{entry.card.folder}}};
    }
    return row;
}

const LibraryEntry* guided(const Model& model) {
    for (const LibraryEntry& entry : model.library.entries())
        if (entry.card.guided && !entry.trouble && entry.card.broken.empty()) return &entry;
    return nullptr;
}

/// The case of a session that can go on; not that of a readiness check.
const LibraryEntry* case_of(const Model& model, const store::SessionRow& session) {
    const LibraryEntry* entry = model.library.with_id(session.scenario);
    return entry && !entry->trouble && entry->card.purpose != domain::Purpose::Pool ? entry : nullptr;
}

HeroCard hero_to_continue(const Model& model, const store::SessionRow& session, const LibraryEntry& entry) {
    const Words words(model);
    HeroCard card;
    card.eyebrow = words("home.hero-continue");
    card.title = words.of(entry.card.title);
    card.text = words("home.hero-place",
                      {{"right", rights_of(words, model, entry)}, {"district", words.of(entry.card.district)}});
    card.cells = static_cast<int>(entry.card.indicators.size());
    card.cells_done = session.decided;
    card.progress =
        words("home.hero-decided", {{"n", std::int64_t{session.decided}}, {"of", whole(entry.card.indicators.size())}});
    const std::string day = words.date(session.last);
    card.time_left = words(day == words.date(model.now()) ? "home.hero-last-today" : "home.hero-last",
                           {{"date", day}, {"time", words.clock(session.last)}});
    card.button = {words("home.continue"), words("app.key-enter"), "", true, "", action::ContinueSession{session.id}};
    card.second = Button{words("home.start-again"), "", "", true, "", action::StartCase{entry.card.folder}};
    return card;
}

HeroCard hero_to_begin(const Model& model, const LibraryEntry& entry, const std::string& eyebrow,
                       const std::string& text) {
    const Words words(model);
    HeroCard card;
    card.eyebrow = eyebrow;
    card.title = words.of(entry.card.title);
    card.text = text;
    card.button = {words("home.start"), words("app.key-enter"), "", true, "", action::StartCase{entry.card.folder}};
    return card;
}

/// A case that was begun while looking around: it is not in the record, but still there.
std::optional<HeroCard> hero_of_looking(const Model& model) {
    if (!model.session || model.session->recorded() || model.session->state().over()) return std::nullopt;
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const auto& decisions = model.session->state().decisions;
    const auto decided =
        std::count_if(decisions.begin(), decisions.end(), [](const auto& one) { return one.has_value(); });
    HeroCard card;
    card.eyebrow = words("home.hero-continue");
    card.title = words.of(scenario.title);
    card.text = words("desk.not-recorded");
    card.cells = static_cast<int>(decisions.size());
    card.cells_done = static_cast<int>(decided);
    card.progress = words("home.hero-decided", {{"n", std::int64_t{decided}}, {"of", whole(decisions.size())}});
    card.button = {
        words("home.continue"), words("app.key-enter"), "", true, "", action::ContinueSession{model.session->id()}};
    return card;
}

HeroCard hero(const Model& model) {
    const Words words(model);
    if (auto looking = hero_of_looking(model)) return *looking;
    for (const store::SessionRow& session : model.sessions)
        if (session.state == store::SessionState::Open && !session.imported && !session.needs_newer)
            if (const LibraryEntry* entry = case_of(model, session))
                return hero_to_continue(model, session, *entry);
    const LibraryEntry* first = guided(model);
    if (first && !progress_of(model, first->card.id).finished)
        return hero_to_begin(model, *first, words("home.hero-begin"),
                             words("home.hero-guided", {{"indicators", whole(first->card.indicators.size())},
                                                        {"minutes", std::int64_t{first->card.minutes}}}));
    if (const auto next = present_next(model, model.decisions)) {
        HeroCard card;
        card.eyebrow = next->title;
        card.title = next->name;
        card.text = next->why;
        card.button = next->start;
        card.button.key = words("app.key-enter");
        return card;
    }
    return {};
}

/// What leads to something being due: the case that is open, the guided one, or any.
std::string due_next(const Model& model) {
    const Words words(model);
    for (const store::SessionRow& session : model.sessions)
        if (session.state == store::SessionState::Open && !session.imported && !session.needs_newer)
            if (const LibraryEntry* entry = case_of(model, session))
                return words("home.due-next-open", {{"title", words.of(entry->card.title)}});
    const LibraryEntry* first = guided(model);
    if (first && !progress_of(model, first->card.id).finished)
        return words("home.due-next-guided", {{"title", words.of(first->card.title)}});
    return words("home.due-next-any");
}

/// One line of the due list. Which form it opens is the same all day long, so that looking again changes nothing.
std::optional<DueRow> due_row(const Model& model, const insight::DueItem& due) {
    const Words words(model);
    const auto day = std::chrono::duration_cast<std::chrono::hours>(model.now().time_since_epoch()).count() / 24;
    base::Rng rng(std::hash<std::string>{}(due.topic.problem + due.criterion + due.code) + static_cast<std::uint64_t>(day));
    const auto place = insight::choose_form(due.topic, model.forms, model.decisions, rng);
    if (!place) return std::nullopt;
    const insight::PracticeForm& form = model.forms[*place];
    const domain::Framework* pack = model.library.framework(due.framework);
    const domain::Criterion* right = pack ? pack->criterion(due.criterion) : nullptr;
    const domain::Indicator* indicator = pack ? pack->indicator(due.code) : nullptr;
    DueRow row;
    row.icon = "repeat";
    row.title = indicator ? words.of(indicator->short_title) : due.code;
    if (right) row.title = words.right(right->short_name) + ": " + row.title;
    row.why = words("home.due-why", {{"why", words(due.why)}, {"from", words(due.from)}});
    row.when = words(due.day);
    row.when_tint = due.now ? Tint::Return : Tint::Neutral;
    row.minutes = words("home.minutes", {{"n", std::int64_t{form.minutes}}});
    row.start = {words("home.start"), "", "", true, "", action::StartCase{form.folder}};
    return row;
}

/// The first few that are due, and what there is to open for them.
DueCard due_card(const Model& model) {
    constexpr std::size_t kShown = 3;
    const Words words(model);
    DueCard card{words("home.due"), "", words("home.due-empty"), words("home.due-empty-text"), due_next(model), {}};
    for (const insight::DueItem& due : model.due) {
        if (card.rows.size() == kShown) break;
        if (auto row = due_row(model, due)) card.rows.push_back(std::move(*row));
    }
    if (!card.rows.empty()) card.note = words("home.due-note");
    return card;
}

/// The date, and what is due today.
std::string subtitle(const Model& model, const DueCard& due) {
    const Words words(model);
    const auto now = std::count_if(model.due.begin(), model.due.end(), [](const insight::DueItem& one) { return one.now; });
    const bool any = now > 0 && !due.rows.empty();
    return words(any ? "home.subtitle-due" : "home.subtitle", {{"date", words.weekday(model.now())}, {"n", std::int64_t{now}}});
}

std::vector<Menu> filters(const Model& model) {
    const Words words(model);
    std::vector<Menu> menus(kFilters);
    std::vector<std::vector<std::string>> options(kFilters);
    for (const auto& [id, name] : rights_to_filter(model))
        options[0].push_back(name);
    for (int i = 0; i < 3; ++i)
        options[1].push_back(type_word(words, static_cast<domain::IndicatorType>(i)));
    for (const char* level : {"foundation", "practitioner", "expert"})
        options[2].push_back(words(std::string("home.level-") + level));
    for (int minutes : {15, 30, 45})
        options[3].push_back(words("home.minutes-most", {{"n", std::int64_t{minutes}}}));
    for (const char* status : {"home.not-started", "home.started", "home.finished"})
        options[4].push_back(words(status));
    const char* names[kFilters] = {"home.filter-right", "home.filter-type", "home.filter-level", "home.filter-minutes",
                                   "home.filter-status"};
    for (int i = 0; i < kFilters; ++i) {
        Menu& menu = menus[static_cast<std::size_t>(i)];
        auto& labels = options[static_cast<std::size_t>(i)];
        const int chosen = std::min(model.filters[static_cast<std::size_t>(i)], static_cast<int>(labels.size()));
        menu.set = chosen > 0;
        menu.clear = action::SetFilter{i, 0};
        menu.label = menu.set ? labels[static_cast<std::size_t>(chosen - 1)]
                              : words(names[i], {{"value", base::Key{"home.all"}}});
        menu.options.push_back({words("home.all"), "", "", Tint::Accent, chosen == 0, action::SetFilter{i, 0}});
        for (int k = 0; k < static_cast<int>(labels.size()); ++k)
            menu.options.push_back({labels[static_cast<std::size_t>(k)], "", "", Tint::Accent, chosen == k + 1,
                                    action::SetFilter{i, k + 1}});
    }
    return menus;
}

Menu sorting(const Model& model) {
    const Words words(model);
    Menu menu;
    const char* names[] = {"home.sort-suggested", "home.sort-name", "home.sort-short", "home.sort-easy"};
    for (int i = 0; i < 4; ++i)
        menu.options.push_back({words(names[i]), "", "", Tint::Accent, model.sort == i, action::SetSort{i}});
    menu.label = menu.options[static_cast<std::size_t>(model.sort)].label;
    return menu;
}

void tell_empty(const Model& model, HomeView& view) {
    const Words words(model);
    if (!view.rows.empty() || model.library.scanning()) return;
    if (model.library.entries().empty()) {
        view.empty_title = words("home.empty-title");
        view.empty_text = words("home.empty-text");
        view.empty_button =
            Button{words("home.empty-button"), "", "folder", true, "", action::OpenFolderChooser{}};
    } else {
        view.empty_title = words("home.none-title");
        view.empty_text = words("home.none-text");
        view.empty_button = Button{words("home.none-button"), "", "close", true, "", action::SetFilter{-1, 0}};
    }
}

} // namespace

HomeView present_home(const Model& model) {
    const Words words(model);
    HomeView view;
    view.title = words("app.practise");
    view.search = {words("home.search"), "Ctrl K", "magnify", true, "", action::OpenSearch{}};
    if (model.looking_around && !model.person()) {
        view.who = Button{words("home.who"), "", "account-circle", true, "", action::AskWho{}};
        view.who_text = words("home.who-text");
    }
    view.hero = hero(model);
    view.due = due_card(model);
    view.subtitle = subtitle(model, view.due);
    view.filters = filters(model);
    const auto set = std::count_if(view.filters.begin(), view.filters.end(), [](const Menu& menu) { return menu.set; });
    view.filters_word = set > 0 ? words("home.filters-set", {{"n", std::int64_t{set}}}) : words("home.filters");
    view.sort = sorting(model);
    const std::vector<int> order = library_order(model);
    const auto& entries = model.library.entries();
    for (int place : order)
        view.rows.push_back(library_row(model, entries[static_cast<std::size_t>(place)]));
    view.library_title = words("home.library");
    const auto listed = std::count_if(entries.begin(), entries.end(), [](const LibraryEntry& one) { return one.listed(); });
    const auto shown = static_cast<std::int64_t>(order.size()), all = static_cast<std::int64_t>(listed);
    view.library_count =
        shown == all ? words("home.count", {{"n", all}}) : words("home.count-shown", {{"n", shown}, {"of", all}});
    const char* columns[] = {"home.column-case",    "home.column-right",    "home.column-looks", "home.column-level",
                             "home.column-minutes", "home.column-progress", "home.column-result"};
    for (int i = 0; i < 7; ++i)
        view.columns[i] = words(columns[i]);
    if (model.library.scanning()) {
        ScanView scan;
        const int total = model.library.total();
        scan.text = total > 0
                        ? words("home.scan", {{"n", std::int64_t{model.library.done()}}, {"of", std::int64_t{total}}})
                        : words("home.scan-begin");
        scan.share = total > 0 ? static_cast<float>(model.library.done()) / static_cast<float>(total) : -1;
        scan.stop = {words("app.stop"), "", "close", true, "", action::StopScan{}};
        view.scan = std::move(scan);
    }
    tell_empty(model, view);
    const char* legend[] = {"home.legend-structure", "home.legend-process", "home.legend-outcome"};
    for (int i = 0; i < 3; ++i)
        view.legend[i] = words(legend[i]);
    view.notice = words("home.notice");
    return view;
}

} // namespace timbang::app
