#include <algorithm>

#include "content/checks/checks.h"

namespace timbang::content {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool reveals(const domain::Action& action, domain::EvidenceIx evidence) {
    return std::any_of(action.then.begin(), action.then.end(), [&](const domain::Effect& effect) {
        return effect.kind == domain::EffectKind::Reveal && effect.evidence == evidence;
    });
}

/// The code at the end of `helps: [A-S1]`.
std::optional<base::Fix> add_to_list(const base::Span& list, const yaml::Source* source, const std::string& code) {
    if (source == nullptr || list.end <= list.begin + 1 || list.end > source->text().size()) return std::nullopt;
    const std::string_view text = std::string_view(source->text()).substr(list.begin, list.end - list.begin);
    if (text.front() != '[' || text.back() != ']') return std::nullopt;
    const bool empty = text.find_first_not_of(" \t", 1) == text.size() - 1;
    return base::Fix{list, std::string(text.substr(0, text.size() - 1)) + (empty ? "" : ", ") + code + "]"};
}

const yaml::Source* source_of(const Reading& reading, const yaml::Stretch& where) {
    for (const auto& source : reading.files.sources())
        if (source->name() == where.file) return source.get();
    return nullptr;
}

} // namespace

void check_helps(Reading& reading) {
    const domain::Scenario& scenario = reading.scenario;
    for (std::size_t i = 0; i < scenario.actions.size(); ++i) {
        const domain::Action& action = scenario.actions[i];
        for (std::size_t t = 0; t < scenario.tasks.size(); ++t) {
            const auto& passages = scenario.tasks[t].reference.rests_on;
            const bool needed = std::any_of(passages.begin(), passages.end(), [&](const domain::Passage& passage) {
                return scenario.evidence[at(passage.evidence)].hidden && reveals(action, passage.evidence);
            });
            const bool named =
                std::find(action.helps.begin(), action.helps.end(), static_cast<int>(t)) != action.helps.end();
            if (needed == named) continue;
            const yaml::Stretch& where = reading.places.helps[i];
            const std::size_t before = reading.findings.size();
            yaml::add_warning(reading.findings, where, needed ? "helps-missing" : "helps-not-needed",
                              {{"id", action.id}, {"code", scenario.tasks[t].code}});
            if (needed && reading.findings.size() > before)
                reading.findings.back().fix = add_to_list(where, source_of(reading, where), scenario.tasks[t].code);
        }
    }
}

} // namespace timbang::content
