#include <array>

#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {
namespace {

/// The same two choices in Settings and at the first start.
void offer_languages(const Model& model, const Words& words, Choice (&languages)[2]) {
    const bool indonesian = model.lang() == base::Lang::Id;
    languages[0] = {words("app.indonesian"), "", "", Tint::Accent, indonesian, action::SetLanguage{base::Lang::Id}};
    languages[1] = {words("app.english"), "", "", Tint::Accent, !indonesian, action::SetLanguage{base::Lang::En}};
}

constexpr std::array<int, 7> kSizes{100, 125, 150, 175, 200, 250, 300};

std::string person_line(const Words& words, const Model& model, const store::Person& person) {
    const auto found = model.person_lines.find(person.id);
    if (found == model.person_lines.end() || found->second.cases == 0) return words("settings.person-new");
    const Model::PersonLine& line = found->second;
    std::string text =
        words("settings.person-line", {{"n", std::int64_t{line.decisions}}, {"cases", std::int64_t{line.cases}}});
    if (line.last) text += words("settings.person-last", {{"date", words.date(*line.last)}});
    return text;
}

void add_people(const Model& model, SettingsView& view) {
    const Words words(model);
    view.people_title = words("settings.people");
    view.people_key = words("settings.people-key");
    view.people_note = words("settings.people-note");
    for (const store::Person& person : model.people) {
        PersonRow row;
        row.name = person.name.empty() ? person.code : person.name;
        row.line = person_line(words, model, person);
        row.working = model.settings.person == person.id;
        row.working_word = words("settings.working");
        if (row.working)
            row.button = {words("settings.change"), "", "pencil", true, "", action::OpenRenamePerson{person.id}};
        else
            row.button = {words("settings.switch"), "", "account-switch", true, "", action::SwitchPerson{person.id}};
        view.people.push_back(std::move(row));
    }
    view.add_person = {words("settings.add-person"), "", "account-plus", true, "", action::OpenAddPerson{}};
}

void add_text(const Model& model, SettingsView& view) {
    const Words words(model);
    view.language_title = words("settings.language-text");
    view.language_note = words("settings.language-note");
    view.language_label = words("settings.language");
    offer_languages(model, words, view.languages);
    view.size_label = words("settings.size");
    view.size_keys = words("settings.size-keys");
    for (int percent : kSizes)
        view.sizes.push_back({percent, std::to_string(percent) + "%", model.settings.text_size == percent,
                              action::SetTextSize{percent}});
    view.sample_title = words("settings.sample-title");
    view.sample_line = words("settings.sample-line");
    view.sample_buttons[0] = {words("desk.previous"), "", "", true, "", NoAction{}};
    view.sample_buttons[1] = {words("desk.submit"), "", "", true, "", NoAction{}};
    const char* notes[] = {"settings.sample-full", "settings.sample-narrow", "settings.sample-tabs"};
    for (int i = 0; i < 3; ++i)
        view.sample_note[i] = words(notes[i]);
}

void add_theme(const Model& model, SettingsView& view) {
    const Words words(model);
    view.theme_title = words("settings.theme");
    view.theme_note = words("settings.theme-note");
    const struct {
        Theme theme;
        const char* key;
    } themes[] = {{Theme::Light, "settings.light"},
                  {Theme::Dark, "settings.dark"},
                  {Theme::Contrast, "settings.contrast"},
                  {Theme::System, "settings.system"}};
    for (int i = 0; i < 4; ++i)
        view.themes[i] = {words(themes[i].key),
                          "",
                          "",
                          Tint::Accent,
                          model.settings.theme == themes[i].theme,
                          action::SetTheme{themes[i].theme}};
}

void add_feedback(const Model& model, SettingsView& view) {
    const Words words(model);
    using domain::FeedbackLevel;
    view.feedback_title = words("settings.feedback");
    view.feedback_note = words("settings.feedback-note");
    for (const FeedbackLevel level :
         {FeedbackLevel::None, FeedbackLevel::Count, FeedbackLevel::Where, FeedbackLevel::Full})
        view.levels.push_back({words(std::string("settings.level-") + domain::feedback_level_id(level)), "", "",
                               Tint::Accent, model.settings.level == level, action::SetFeedbackLevel{level}});
    view.level_text = words(std::string("settings.level-text-") + domain::feedback_level_id(model.settings.level));
    view.mode_label = words("settings.mode");
    const bool learn = model.settings.mode == domain::Mode::Learn;
    view.modes[0] = {words("settings.mode-practise"),        "", "", Tint::Accent, !learn,
                     action::SetMode{domain::Mode::Practise}};
    view.modes[1] = {words("settings.mode-learn"), "", "", Tint::Accent, learn, action::SetMode{domain::Mode::Learn}};
    view.mode_text = words(learn ? "settings.mode-text-learn" : "settings.mode-text-practise");
}

void add_folders(const Model& model, SettingsView& view) {
    const Words words(model);
    view.folders_title = words("settings.folders");
    const std::string& own = model.settings.case_folder;
    FolderRow cases{words("settings.folder-own"),
                    own,
                    true,
                    "",
                    {words("settings.show"), "", "folder", !own.empty(), "", action::ShowFolder{own}},
                    words("settings.folder-none"),
                    Button{words("settings.choose"), "", "folder", true, "", action::OpenFolderChooser{}}};
    if (!own.empty() && base::file_kind(own) != base::FileKind::Folder)
        cases.problem = words("settings.folder-missing");
    view.folders.push_back(std::move(cases));
    for (const std::string& folder : model.options.case_folders)
        view.folders.push_back({words("settings.folder-bundled"),
                                folder,
                                false,
                                "",
                                {words("settings.show"), "", "folder", true, "", action::ShowFolder{folder}}});
    if (!model.options.record_folder.empty())
        view.folders.push_back(
            {words("settings.folder-record"),
             model.options.record_folder,
             false,
             "",
             {words("settings.show"), "", "folder", true, "", action::ShowFolder{model.options.record_folder}}});
}

} // namespace

SettingsView present_settings(const Model& model) {
    const Words words(model);
    SettingsView view;
    view.title = words("app.settings");
    view.profile = model.screen == Screen::Profile;
    const struct {
        IconName icon;
        const char* key;
    } sections[] = {{"account-multiple", "settings.people-short"},
                    {"translate", "settings.language-text"},
                    {"theme-light-dark", "settings.theme"},
                    {"message-text", "settings.feedback"},
                    {"folder", "settings.folders"}};
    for (int i = 0; i < 5; ++i)
        view.sections.push_back({sections[i].icon, words(sections[i].key), model.section == i, action::SetSection{i}});
    add_people(model, view);
    add_text(model, view);
    add_theme(model, view);
    add_feedback(model, view);
    add_folders(model, view);
    return view;
}

StartView present_start(const Model& model) {
    const Words words(model);
    StartView view;
    view.title = words("start.title");
    view.subtitle = words("start.subtitle");
    view.language_label = words("start.language");
    offer_languages(model, words, view.languages);
    view.size_label = words("settings.size");
    for (int percent : {100, 150, 200, 125, 175, 250, 300})
        view.sizes.push_back({std::to_string(percent) + "%", "", "", Tint::Accent, model.settings.text_size == percent,
                              action::SetTextSize{percent}});
    view.more = words("start.more");
    view.name_label = words("start.name");
    view.name = model.typed_name;
    view.name_hint = words("start.name-hint");
    view.name_note = words("start.name-note");
    if (!model.name_problem.empty()) view.problem = words(model.name_problem);
    view.ask_focus = model.ask_focus;
    view.kept_title = words("start.kept");
    const struct {
        IconName icon;
        const char* title;
        const char* text;
    } promises[] = {{"content-save", "start.promise-decisions", "start.promise-decisions-text"},
                    {"laptop", "start.promise-local", "start.promise-local-text"},
                    {"account-multiple", "start.promise-people", "start.promise-people-text"}};
    for (const auto& promise : promises)
        view.promises.push_back({promise.icon, words(promise.title), words(promise.text)});
    // Who looked around first is on the way already: no case is opened over it.
    const bool on_the_way = model.looking_around;
    view.start = {words(on_the_way ? "start.go-on" : "start.begin"),
                  words("app.key-enter"),
                  "",
                  true,
                  "",
                  action::BeginAsTyped{}};
    view.look = {words(on_the_way ? "start.later" : "start.look"), "", "", true, "", action::LookAround{}};
    return view;
}

std::vector<RailItem> present_rail(const Model& model) {
    const Words words(model);
    const Screen screen = model.screen == Screen::Debrief ? (model.back == Screen::Records ? Screen::Records : Screen::Home)
                          : model.screen == Screen::Readiness ? Screen::Records
                                                              : model.screen;
    const auto item = [&](IconName icon, const char* key, const char* keys, Screen to, bool foot) {
        return RailItem{icon, words(key), keys, screen == to, foot, action::Navigate{to}};
    };
    return {item("clipboard-check", "app.practise", "Ctrl 1", Screen::Home, false),
            item("account-multiple", "app.workshop", "Ctrl 2", Screen::Workshop, false),
            item("pencil", "app.author", "Ctrl 3", Screen::Author, false),
            item("chart-line", "app.records", "Ctrl 4", Screen::Records, false),
            item("settings", "app.settings", "Ctrl 5", Screen::Settings, true),
            item("account-circle", "app.profile", "Ctrl 6", Screen::Profile, true)};
}

std::optional<Dialog> present_dialog(const Model& model) {
    if (model.readiness.dialog) return present_readiness_dialog(model);
    if (model.records_dialog || (!model.name_dialog && shows_record_work(model))) return present_records_dialog(model);
    if (!model.name_dialog) return model.author_package ? present_author_package(model) : present_package(model);
    const Words words(model);
    const bool add = model.name_dialog->person.empty();
    Dialog dialog;
    dialog.title = words(add ? "settings.add-person" : "settings.rename");
    dialog.text = words("start.name-note");
    dialog.fields.push_back({words("start.name"), model.name_dialog->name, false});
    if (!model.name_dialog->problem.empty()) dialog.problem = words(model.name_dialog->problem);
    dialog.primary = {
        words(add ? "settings.add" : "settings.save"), words("app.key-enter"), "", true, "", action::SavePerson{}};
    dialog.cancel = {words("app.cancel"), "Esc", "", true, "", action::CloseDialog{}};
    return dialog;
}

std::vector<Toast> present_toasts(const Model& model) {
    const Words words(model);
    std::vector<Toast> toasts;
    for (const ToastState& state : model.toasts) {
        Toast toast;
        toast.id = state.id;
        toast.tint = state.tint;
        toast.icon = state.tint == Tint::Reject ? "alert-circle" : "information-outline";
        toast.text = state.text.empty() ? words(state.message) : state.text;
        toast.dismiss = {words("app.close"), "Esc", "close", true, "", action::DismissToast{state.id}};
        toasts.push_back(std::move(toast));
    }
    return toasts;
}

} // namespace timbang::app
