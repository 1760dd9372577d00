#pragma once

#include <string>

#include "app/view/settings.h"
#include "base/catalogue.h"

namespace timbang::test {

/// The settings as a computer with three people shows them, in the interface's own words.
inline app::SettingsView sample_settings(const base::Catalogue& catalogue, base::Lang lang, int text_size = 100) {
    namespace action = app::action;
    const auto say = [&](const char* key, const base::Args& args = {}) { return catalogue.text(lang, std::string("settings.") + key, args); };
    app::SettingsView v;
    v.title = catalogue.text(lang, "app.settings");
    const char* sections[][2] = {{"account-multiple", "people-short"}, {"translate", "language-text"}, {"theme-light-dark", "theme"},
                                 {"message-text", "feedback"}, {"folder", "folders"}};
    for (int i = 0; i < 5; ++i) v.sections.push_back({sections[i][0], say(sections[i][1]), i == 0, action::SetSection{i}});
    v.people_title = say("people"), v.people_key = say("people-key"), v.people_note = say("people-note");
    for (const char* name : {"Verifikator 07", "Verifikator 12", "Rini Kusumawardhani Contoh dari Kantor Wilayah"}) {
        const bool working = v.people.empty();
        app::PersonRow row{name, say("person-line", {{"n", std::int64_t{86}}, {"cases", std::int64_t{11}}}) + say("person-last", {{"date", "16 November 2025"}}),
                           working, say("working"), {}};
        row.button = working ? app::Button{say("change"), "", "pencil", true, "", action::OpenRenamePerson{name}}
                             : app::Button{say("switch"), "", "account-switch", true, "", action::SwitchPerson{name}};
        v.people.push_back(row);
    }
    v.add_person = {say("add-person"), "", "account-plus", true, "", action::OpenAddPerson{}};
    v.language_title = say("language-text"), v.language_note = say("language-note"), v.language_label = say("language");
    v.languages[0] = {"Bahasa Indonesia", "", "", app::Tint::Accent, lang == base::Lang::Id, action::SetLanguage{base::Lang::Id}};
    v.languages[1] = {"English", "", "", app::Tint::Accent, lang == base::Lang::En, action::SetLanguage{base::Lang::En}};
    v.size_label = say("size"), v.size_keys = say("size-keys");
    for (const int percent : {100, 125, 150, 175, 200, 250, 300})
        v.sizes.push_back({percent, std::to_string(percent) + "%", percent == text_size, action::SetTextSize{percent}});
    v.sample_title = say("sample-title"), v.sample_line = say("sample-line");
    v.sample_buttons[0].label = catalogue.text(lang, "desk.previous"), v.sample_buttons[1].label = catalogue.text(lang, "desk.submit");
    v.sample_note[0] = say("sample-full"), v.sample_note[1] = say("sample-narrow"), v.sample_note[2] = say("sample-tabs");
    v.theme_title = say("theme"), v.theme_note = say("theme-note");
    const char* themes[] = {"light", "dark", "contrast", "system"};
    for (int i = 0; i < 4; ++i) v.themes[i] = {say(themes[i]), "", "", app::Tint::Accent, i == 0, action::SetTheme{static_cast<app::Theme>(i)}};
    v.feedback_title = say("feedback"), v.feedback_note = say("feedback-note");
    const char* levels[] = {"level-none", "level-count", "level-where", "level-full"};
    for (int i = 0; i < 4; ++i)
        v.levels.push_back({say(levels[i]), "", "", app::Tint::Accent, i == 3, action::SetFeedbackLevel{static_cast<domain::FeedbackLevel>(i)}});
    v.level_text = say("level-text-full"), v.mode_label = say("mode"), v.mode_text = say("mode-text-practise");
    v.modes[0] = {say("mode-practise"), "", "", app::Tint::Accent, true, action::SetMode{domain::Mode::Practise}};
    v.modes[1] = {say("mode-learn"), "", "", app::Tint::Accent, false, action::SetMode{domain::Mode::Learn}};
    v.folders_title = say("folders");
    v.folders.push_back({say("folder-own"), "/home/rini/kasus", true, say("folder-missing"), {say("show"), "", "folder", true, "", action::ShowFolder{"/home/rini/kasus"}},
                         say("folder-none"), app::Button{say("choose"), "", "folder", true, "", action::OpenFolderChooser{}}});
    v.folders.push_back({say("folder-bundled"), "/usr/share/timbang/scenarios", false, "", {say("show"), "", "folder", true, "", action::ShowFolder{"/usr/share"}}});
    v.folders.push_back({say("folder-record"), "/home/rini/.local/share/timbang/records", false, "", {say("show"), "", "folder", true, "", action::ShowFolder{"/home/rini"}}});
    return v;
}

} // namespace timbang::test
