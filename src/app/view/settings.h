#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"

namespace timbang::app {

struct SettingsSection {
    IconName icon = "";
    std::string label;
    bool selected = false;
    Action action;
};

struct PersonRow {
    std::string name;
    std::string line;             ///< "86 decisions in 11 cases, last one today"
    bool working = false;
    std::string working_word;
    Button button;                ///< Change, or Switch
};

struct SizeStop {
    int percent = 100;
    std::string label;
    bool chosen = false;
    Action action;
};

struct FolderRow {
    std::string label;
    std::string path;
    bool editable = false;        ///< typed into and sent as `action::SetCaseFolder`
    std::string problem;
    Button show;
    std::string hint = {};             ///< in the empty field
    std::optional<Button> choose = {}; ///< opens the dialog in which the folder is chosen
};

struct SettingsView {
    std::string title;
    bool profile = false;         ///< opened from Profile: People first
    std::vector<SettingsSection> sections; ///< people, language and text, theme, feedback, folders
    // People on this computer
    std::string people_title, people_key, people_note;
    std::vector<PersonRow> people;
    Button add_person;
    // Language and text
    std::string language_title, language_note, language_label;
    Choice languages[2];
    std::string size_label, size_keys;
    std::vector<SizeStop> sizes;
    std::string sample_title, sample_line;
    Button sample_buttons[2];     ///< drawn only, at the size under the pointer
    std::string sample_note[3];   ///< by what the window becomes: as designed, list as codes, one column with tabs
    // Theme
    std::string theme_title, theme_note;
    Choice themes[4];             ///< light, dark, high contrast, as the system
    // Feedback
    std::string feedback_title, feedback_note;
    std::vector<Choice> levels;
    std::string level_text;
    std::string mode_label;
    Choice modes[2];
    std::string mode_text;
    // Folders
    std::string folders_title;
    std::vector<FolderRow> folders;
};

} // namespace timbang::app
