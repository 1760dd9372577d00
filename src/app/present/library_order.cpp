#include <algorithm>

#include "app/present/present.h"
#include "app/present/words.h"
#include "insight/progress.h"

namespace timbang::app {
namespace {

std::vector<insight::Candidate> candidates(const Model& model) {
    std::vector<insight::Candidate> result;
    for (const LibraryEntry& entry : model.library.entries()) {
        insight::Candidate candidate;
        candidate.folder = entry.card.folder;
        candidate.scenario = entry.card.id;
        candidate.framework = entry.card.framework;
        candidate.level = entry.card.level;
        candidate.guided = entry.card.guided;
        const CaseProgress progress = progress_of(model, entry.card.id);
        candidate.finished = progress.finished != nullptr;
        candidate.broken = entry.trouble.has_value() || !entry.card.broken.empty() || !entry.listed();
        candidate.started = progress.open != nullptr;
        if (const domain::Framework* pack = model.library.framework(entry.card.framework))
            for (const std::string& code : entry.card.indicators)
                if (const domain::Indicator* indicator = pack->indicator(code))
                    candidate.asks.emplace_back(indicator->criterion, indicator->type);
        result.push_back(std::move(candidate));
    }
    return result;
}

/// `right`: "framework/criterion" that is asked for; "" all.
bool passes(const Model& model, const LibraryEntry& entry, const std::string& right) {
    if (!entry.listed()) return false;
    const auto& filter = model.filters;
    const auto asks = [&](const std::string& id) { return entry.card.framework + "/" + id == right; };
    if (!right.empty() && std::none_of(entry.criteria.begin(), entry.criteria.end(), asks)) return false;
    if (filter[1] > 0 && !entry.types[filter[1] - 1]) return false;
    const char* levels[] = {"", "foundation", "practitioner", "expert"};
    if (filter[2] > 0 && entry.card.level != levels[filter[2]]) return false;
    if (filter[3] > 0 && entry.card.minutes > 15 * filter[3]) return false;
    const CaseProgress progress = progress_of(model, entry.card.id);
    if (filter[4] == 1) return !progress.open && !progress.finished;
    if (filter[4] == 2) return progress.open != nullptr;
    if (filter[4] == 3) return progress.finished != nullptr;
    return true;
}

int rank(const std::string& level) {
    return level == "foundation" ? 0 : level == "expert" ? 2 : 1;
}

} // namespace

std::vector<std::pair<std::string, std::string>> rights_to_filter(const Model& model) {
    const Words words(model);
    std::vector<std::pair<std::string, std::string>> result;
    for (const auto& [reference, pack] : model.library.frameworks())
        for (const domain::Criterion& criterion : pack->criteria) {
            const std::string id = reference + "/" + criterion.id;
            const bool met = std::any_of(
                model.library.entries().begin(), model.library.entries().end(), [&](const LibraryEntry& entry) {
                    return entry.listed() && entry.card.framework == reference && std::find(entry.criteria.begin(), entry.criteria.end(),
                                                                          criterion.id) != entry.criteria.end();
                });
            if (met) result.emplace_back(id, words.right(criterion.short_name));
        }
    return result;
}

std::vector<int> library_order(const Model& model) {
    const auto& entries = model.library.entries();
    const auto at = [&](int place) -> const LibraryEntry& { return entries[static_cast<std::size_t>(place)]; };
    std::vector<int> order = insight::suggested_order(model.decisions, candidates(model));
    if (model.sort == 1)
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return at(a).card.title.in(model.lang()) < at(b).card.title.in(model.lang());
        });
    if (model.sort == 2)
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return at(a).card.minutes < at(b).card.minutes; });
    if (model.sort == 3)
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return rank(at(a).card.level) < rank(at(b).card.level); });
    std::string right;
    if (model.filters[0] > 0) {
        const auto rights = rights_to_filter(model);
        const auto place = static_cast<std::size_t>(model.filters[0] - 1);
        if (place < rights.size()) right = rights[place].first;
    }
    std::erase_if(order, [&](int place) { return !passes(model, at(place), right); });
    return order;
}

std::optional<NextCard> present_next(const Model& model, const std::vector<insight::DecisionRow>& rows) {
    const auto all = candidates(model);
    const insight::Suggestion suggestion = insight::practise_next(rows, all);
    if (suggestion.candidate < 0) return std::nullopt;
    const LibraryEntry& entry = model.library.entries()[static_cast<std::size_t>(suggestion.candidate)];
    if (entry.trouble || !entry.card.broken.empty()) return std::nullopt;
    const Words words(model);
    const CaseProgress progress = progress_of(model, entry.card.id);
    NextCard card;
    card.title = words("next.title");
    card.name = words.of(entry.card.title);
    card.why = words("next.case", {{"indicators", static_cast<std::int64_t>(entry.card.indicators.size())},
                                   {"minutes", std::int64_t{entry.card.minutes}}}) +
               " " + words(suggestion.why);
    if (progress.open)
        card.start = {words("home.continue"), "", "", true, "", action::ContinueSession{progress.open->id}};
    else
        card.start = {words("home.start"), "", "", true, "", action::StartCase{entry.card.folder}};
    return card;
}

} // namespace timbang::app
