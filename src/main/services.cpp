#include "main/services.h"

#include <chrono>
#include <ctime>

#include "base/files.h"
#include "base/ids.h"
#include "main/record_port.h"
#include "platform/folders.h"
#include "platform/window.h"
#include "report/pdf.h"
#include "store/settings.h"

namespace timbang::main_program {

namespace {

constexpr const char* kThemes[] = {"light", "dark", "contrast", "system"};

app::Settings from_store(const store::Settings& kept) {
    app::Settings settings;
    settings.lang = kept.lang;
    settings.text_size = kept.text_size;
    settings.theme = app::Theme::System;
    for (int i = 0; i < 4; ++i)
        if (kept.theme == kThemes[i]) settings.theme = static_cast<app::Theme>(i);
    settings.level = domain::feedback_level_from_id(kept.level).value_or(domain::FeedbackLevel::Full);
    settings.mode = domain::mode_from_id(kept.mode).value_or(domain::Mode::Practise);
    settings.person = kept.person;
    if (!kept.case_folders.empty()) settings.case_folder = kept.case_folders.front();
    settings.open_session = kept.open_session;
    return settings;
}

store::Settings to_store(const app::Settings& settings, const platform::Place& place) {
    store::Settings kept;
    kept.window = {place.x, place.y, place.width, place.height, place.maximised};
    kept.lang = settings.lang;
    kept.text_size = settings.text_size;
    kept.theme = kThemes[static_cast<int>(settings.theme)];
    kept.level = domain::feedback_level_id(settings.level);
    kept.mode = domain::mode_id(settings.mode);
    kept.person = settings.person;
    if (!settings.case_folder.empty()) kept.case_folders = {settings.case_folder};
    kept.open_session = settings.open_session;
    return kept;
}

app::Settings read_settings(const std::string& path, const WindowSetup& setup, std::vector<base::Error>& troubles) {
    app::Settings settings;
    settings.lang = setup.lang;
    const base::Result<store::Settings> kept = store::load_settings(path);
    if (!kept) {
        troubles.push_back(kept.error());
    } else if (base::file_kind(path) == base::FileKind::File) {
        settings = from_store(*kept);
        if (setup.lang_given) settings.lang = setup.lang;
    }
    return settings;
}

std::string settings_path_of(const WindowSetup& setup) { return base::join_path(setup.data_folder, "settings"); }

/// Writes settings and place; remembers the place that was written.
class SettingsFile {
public:
    SettingsFile(std::string path, platform::Window& window)
        : path_(std::move(path)), window_(window), written_(window.place()) {}

    base::Status save(const app::Settings& settings) {
        if (base::Status made = base::make_folders(base::parent_path(path_)); !made) return made;
        written_ = window_.place();
        return store::save_settings(path_, to_store(settings, written_));
    }
    void keep_place(const app::Settings& settings) {
        if (window_.place() == written_) return;
        (void)save(settings); // the window closes: there is nobody to tell any more, and nothing that was typed is lost
    }

private:
    std::string path_;
    platform::Window& window_;
    platform::Place written_;
};

} // namespace

int utc_offset(base::Time time) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm local{};
    localtime_r(&seconds, &local);
    return static_cast<int>(local.tm_gmtoff / 60);
}

std::optional<platform::Place> kept_place(const WindowSetup& setup) {
    const base::Result<store::Settings> kept = store::load_settings(settings_path_of(setup));
    if (!kept || kept->window.width <= 0 || kept->window.height <= 0) return std::nullopt;
    const store::WindowPlace& place = kept->window;
    return platform::Place{place.x, place.y, place.width, place.height, place.maximised};
}

Services open_services(const WindowSetup& setup, platform::Window& window) {
    Services services;
    const std::string settings_path = settings_path_of(setup);
    app::WorkspaceOptions& options = services.options;
    options.settings = read_settings(settings_path, setup, options.troubles);
    const std::string scenarios = base::join_path(setup.share_folder, "scenarios");
    options.case_folders = {scenarios};
    options.framework_folders = {base::join_path(scenarios, "frameworks")};
    options.lesson_folders = {base::join_path(scenarios, "lessons")};
    options.font_folders = report::font_folders({setup.share_folder});
    options.record_folder = setup.data_folder;
    options.template_folder = base::join_path(setup.share_folder, "assets/templates");
    options.draft_folder = base::join_path(setup.data_folder, "drafts");
    options.workshop_folder = base::join_path(setup.data_folder, "workshops");
    options.home_folder = platform::home_folder();
    options.media_folders = platform::media_folders();
    options.program_version = setup.version;
    options.open_case = setup.scenario;
    options.openers = setup.openers;
    options.keys_folder = base::join_path(setup.data_folder, "keys");

    app::Ports& ports = services.ports;
    ports.now = base::system_now;
    ports.random = base::secure_random;
    ports.wake = [&window] { window.wake(); };
    ports.copy_text = [&window](const std::string& text) { window.set_clipboard(text); };
    ports.screens = [] { return platform::Window::screens_apart(); };
    ports.show_folder = platform::show_folder;
    const auto file = std::make_shared<SettingsFile>(settings_path, window);
    ports.save_settings = [file](const app::Settings& settings) { return file->save(settings); };
    services.keep_place = [file](const app::Settings& settings) { file->keep_place(settings); };
    ports.utc_offset = utc_offset;
    ports.has_glyph = setup.has_glyph;
    ports.record = open_record(setup.data_folder, ports.wake, options.troubles);
    return services;
}

} // namespace timbang::main_program
