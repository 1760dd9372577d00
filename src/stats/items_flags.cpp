#include <algorithm>
#include <functional>
#include <numeric>

#include "stats/items_choice.h"

namespace timbang::stats {

namespace {

// An option that those with high totals choose rather than the key's.
bool outdoes_key(const OptionStatistics& option, const OptionStatistics* key, const FlagOptions& limits) {
    if (option.count < limits.wrong_key_choosers || !option.point_biserial || !option.mean_total) return false;
    if (*option.point_biserial < limits.wrong_key_point_biserial) return false;
    if (key == nullptr || key->count == 0) return true;
    const bool stronger = !key->point_biserial || *option.point_biserial > *key->point_biserial;
    return stronger && key->mean_total && *option.mean_total > *key->mean_total;
}

bool suspected_wrong_key(const ItemEvidence& item, const FlagOptions& limits) {
    if (item.answers < limits.least_answers) return false;
    if (item.item_rest && *item.item_rest <= limits.wrong_key_item_rest) return true;
    if (!item.key) return false;
    const auto key = static_cast<std::size_t>(*item.key);
    const auto* right = key < item.options.size() ? &item.options[key] : nullptr;
    for (std::size_t o = 0; o < item.options.size(); ++o) {
        if (o != key && outdoes_key(item.options[o], right, limits)) return true;
    }
    return false;
}

bool splits_experts(const ItemEvidence& item, const FlagOptions& limits) {
    const auto experts = std::accumulate(item.experts.begin(), item.experts.end(), std::size_t{0});
    if (experts == 0 || experts < limits.least_experts) return false;
    const auto most = *std::max_element(item.experts.begin(), item.experts.end());
    return static_cast<double>(most) / static_cast<double>(experts) < limits.consensus;
}

bool only_lenient_miss(const ItemEvidence& item, const FlagOptions& limits) {
    const auto& persons = item.persons;
    if (persons.empty() || persons.size() < limits.least_answers) return false;
    std::vector<double> leniency;
    for (const auto& person : persons)
        leniency.push_back(person.leniency);
    std::sort(leniency.begin(), leniency.end(), std::greater<>());
    const double upper_third = leniency[(leniency.size() + 2) / 3 - 1];
    double lenient = 0;
    double misses = 0;
    double lenient_misses = 0;
    for (const auto& person : persons) {
        const bool is_lenient = person.leniency > 0 && person.leniency >= upper_third;
        lenient += is_lenient ? 1 : 0;
        misses += person.missed ? 1 : 0;
        lenient_misses += is_lenient && person.missed ? 1 : 0;
    }
    if (lenient == 0 || lenient == static_cast<double>(persons.size())) return false;
    if (misses < static_cast<double>(limits.least_misses)) return false;
    return lenient_misses >= limits.lenient_share * misses && lenient_misses >= limits.lenient_misses * lenient;
}

} // namespace

std::vector<ItemFlag> item_flags(const ItemEvidence& item, const FlagOptions& options) {
    const bool enough = item.answers >= options.least_answers && item.difficulty.has_value();
    std::vector<ItemFlag> flags;
    if (suspected_wrong_key(item, options)) flags.push_back(ItemFlag::suspected_wrong_key);
    if (enough && *item.difficulty >= options.easy_from) flags.push_back(ItemFlag::too_easy);
    if (enough && *item.difficulty <= options.hard_to) flags.push_back(ItemFlag::too_hard);
    if (splits_experts(item, options)) flags.push_back(ItemFlag::splits_experts);
    if (only_lenient_miss(item, options)) flags.push_back(ItemFlag::only_lenient_miss);
    return flags;
}

} // namespace timbang::stats
