#include "screenshots/kept.h"

#include <cstdio>
#include <sstream>

#include "base/files.h"
#include "base/ids.h"
#include "content/library.h"
#include "content/players.h"
#include "domain/comparison.h"
#include "store/writer.h"

namespace timbang::screenshots {

namespace {

std::unique_ptr<store::Writer> open_writer(const std::string& data_folder) {
    store::WriterOptions options;
    options.path = base::join_path(data_folder, "records.db");
    options.recovery_folder = base::join_path(data_folder, "recovery");
    auto writer = store::Writer::open(options);
    return writer ? std::move(*writer) : nullptr;
}

std::string play_file(const std::string& scenario) {
    const auto text = base::read_file(TIMBANG_SOURCE_DIR "/tests/data/plays/" + scenario + ".play");
    return text ? *text : std::string();
}

std::string first_lines(const std::string& text, int lines) {
    if (lines == 0) return text;
    std::istringstream in(text);
    std::string line, kept;
    for (int i = 0; i < lines && std::getline(in, line); ++i) kept += line + "\n";
    return kept;
}

} // namespace

std::shared_ptr<const domain::Scenario> load_case(const std::string& name) {
    content::CheckContext context;
    context.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    return content::load_scenario(TIMBANG_SOURCE_DIR "/scenarios/" + name, context).scenario;
}

int lines_through(const std::string& scenario, const std::string& beginning) {
    std::istringstream in(play_file(scenario));
    std::string line;
    for (int number = 1; std::getline(in, line); ++number)
        if (line.rfind(beginning, 0) == 0) return number;
    return 0;
}

std::string keep_person(const std::string& data_folder, const std::string& code) {
    const auto writer = open_writer(data_folder);
    if (!writer) return {};
    const auto person = writer->ensure_person(code);
    return person ? person->id : std::string();
}

std::string keep_session(const std::string& data_folder, const domain::Scenario& scenario, const std::string& person, int lines,
                         base::Time time) {
    auto played = content::play_script(scenario, first_lines(play_file(scenario.id), lines), domain::Mode::Practise, 1);
    const auto writer = open_writer(data_folder);
    if (!played || !writer) {
        std::fprintf(stderr, "the session of %s cannot be played or kept\n", scenario.id.c_str());
        return {};
    }
    domain::State state = domain::replay(scenario, played->events);
    for (domain::Event& score : domain::due_scores(scenario, state)) played->events.push_back(std::move(score));
    const std::string session = base::make_uuid7(time, base::secure_random);
    std::vector<store::StoredEvent> stored;
    for (domain::Event& event : played->events) {
        if (auto* started = std::get_if<domain::SessionStarted>(&event)) {
            started->person = person;
            started->player.clear();
        }
        stored.push_back(store::make_stored(scenario, event, static_cast<std::int64_t>(stored.size()) + 1, time, base::secure_random));
    }
    writer->append(session, std::move(stored), {});
    writer->flush();
    return session;
}

} // namespace timbang::screenshots
