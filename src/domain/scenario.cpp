#include "domain/scenario.h"

#include <algorithm>
#include <array>

namespace timbang::domain {
namespace {

constexpr std::array<const char*, 3> kPurposes = {"practice", "repractice", "pool"};

template <class T> int find_place(const std::vector<T>& list, std::string T::*field, std::string_view id) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].*field == id) return static_cast<int>(i);
    return -1;
}

bool lists(const Step& step, IndicatorIx task) {
    return std::find(step.indicators.begin(), step.indicators.end(), task) != step.indicators.end();
}

} // namespace

const char* purpose_id(Purpose purpose) { return kPurposes[static_cast<std::size_t>(purpose)]; }

std::optional<Purpose> purpose_from_id(std::string_view id) {
    for (std::size_t i = 0; i < kPurposes.size(); ++i)
        if (id == kPurposes[i]) return static_cast<Purpose>(i);
    return std::nullopt;
}

EvidenceIx Scenario::find_evidence(std::string_view id_) const { return find_place(evidence, &Evidence::id, id_); }
IndicatorIx Scenario::find_task(std::string_view code) const { return find_place(tasks, &Task::code, code); }
ActionIx Scenario::find_action(std::string_view id_) const { return find_place(actions, &Action::id, id_); }
StepIx Scenario::find_step(std::string_view id_) const { return find_place(steps, &Step::id, id_); }
PartIx Scenario::find_part(std::string_view id_) const { return find_place(parts, &StepPart::id, id_); }

FlagIx Scenario::find_flag(std::string_view name) const {
    const auto it = std::find(flags.begin(), flags.end(), name);
    return it == flags.end() ? -1 : static_cast<FlagIx>(it - flags.begin());
}

const Page* Scenario::page(EvidenceIx document, int number) const {
    if (document < 0 || static_cast<std::size_t>(document) >= evidence.size()) return nullptr;
    const auto& pages = evidence[static_cast<std::size_t>(document)].pages;
    if (number < 1 || static_cast<std::size_t>(number) > pages.size()) return nullptr;
    return &pages[static_cast<std::size_t>(number - 1)].page;
}

bool Scenario::listed_from(StepIx step, IndicatorIx task) const {
    if (step < 0 || static_cast<std::size_t>(step) >= steps.size()) return false;
    return lists(steps[static_cast<std::size_t>(step)], task) || listed_after(step, task);
}

bool Scenario::listed_after(StepIx step, IndicatorIx task) const {
    std::vector<std::uint8_t> seen(steps.size(), 0);
    std::vector<StepIx> open = {step};
    while (!open.empty()) {
        const StepIx at = open.back();
        open.pop_back();
        if (at < 0 || static_cast<std::size_t>(at) >= steps.size()) continue;
        for (const Way& way : steps[static_cast<std::size_t>(at)].next) {
            if (way.to < 0 || static_cast<std::size_t>(way.to) >= steps.size()) continue;
            const auto to = static_cast<std::size_t>(way.to);
            if (seen[to]) continue;
            if (lists(steps[to], task)) return true;
            seen[to] = 1;
            open.push_back(way.to);
        }
    }
    return false;
}

} // namespace timbang::domain
