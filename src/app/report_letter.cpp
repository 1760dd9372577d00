#include "app/report_letter.h"

#include <algorithm>

#include "content/pages.h"
#include "domain/session.h"

namespace timbang::app {
namespace {

bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

} // namespace

base::Result<report::LetterInput> letter_report(store::Reader& reader, const std::string& session, const ReportSources& sources) {
    const auto row = reader.session(session);
    if (!row) return row.error();
    const auto events = reader.events(session);
    if (!events) return events.error();
    const base::Error none("report-no-letter", {{"id", session}});
    if (row->mode == "room") return none;
    const auto scenario = sources.scenario ? sources.scenario(row->scenario) : nullptr;
    if (!scenario) return base::Error("report-case-missing", {{"scenario", row->scenario}});
    std::vector<domain::Event> happened;
    base::Time written = row->started;
    const domain::StepPart* part = nullptr;
    for (const store::StoredEvent& stored : *events) {
        const auto event = store::read_stored(*scenario, stored);
        if (!event) continue; // of a newer program, or of a part that the case has no more
        const auto changed = [&](domain::PartIx at) {
            const domain::StepPart& one = scenario->parts[static_cast<std::size_t>(at)];
            if (one.kind != domain::PartKind::Letter) return;
            part = &one;
            written = stored.time;
        };
        if (const auto* drafted = std::get_if<domain::PartDrafted>(&*event)) changed(drafted->part);
        if (const auto* decided = std::get_if<domain::PartDecided>(&*event)) changed(decided->part);
        happened.push_back(std::move(*event));
    }
    if (!part) return none;
    const domain::State state = domain::replay(*scenario, happened);
    const auto at = static_cast<std::size_t>(part - scenario->parts.data());
    const auto& answer = state.part_answers[at];
    const domain::PartAnswer& shown = answer && (answer->locked || !blank(answer->letter)) ? *answer : state.part_drafts[at];
    if (blank(shown.letter)) return none;
    report::LetterInput input;
    const auto people = reader.people();
    input.person = row->person_code;
    if (people)
        for (const store::Person& person : *people)
            if (person.id == row->person && !person.name.empty()) input.person = person.name;
    input.case_title = scenario->title.in(sources.lang);
    input.district = scenario->district.name;
    input.province = scenario->district.province;
    input.ask = part->ask.in(sources.lang);
    input.text = std::make_shared<const domain::Page>(content::parse_markdown_page(shown.letter, content::Breaks::Keep));
    // Points stand beside the model, which shows once the letter is finished.
    for (const std::string& id : shown.points)
        for (const domain::Option& point : part->points)
            if (point.id == id && shown.locked) input.points.push_back(point.text.in(sources.lang));
    input.finished = shown.locked || row->state == store::SessionState::Finished;
    input.written = written;
    input.now = sources.now;
    return input;
}

} // namespace timbang::app
