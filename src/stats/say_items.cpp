#include "stats/say_items.h"

#include <algorithm>

namespace timbang::stats {

std::vector<base::Message> say_alpha(const Defined<Alpha>& alpha) {
    if (!alpha)
        return {{"stats.says-undefined", {{"name", base::Key{"stats.name-alpha"}}}},
                {alpha.error().code, alpha.error().args}};
    Estimate estimate;
    estimate.estimate = alpha->alpha;
    if (alpha->interval) estimate.interval = *alpha->interval;
    const char* const what = alpha->alpha < 0 ? "stats.says-alpha-negative" : "stats.says-alpha";
    return {{what,
             {{"percent", in_percent(std::clamp(alpha->alpha, 0.0, 1.0))},
              {"items", static_cast<std::int64_t>(alpha->items)}}},
            how_sure(estimate, alpha->persons, 0, Counted::persons)};
}

const char* flag_name(ItemFlag flag) {
    switch (flag) {
    case ItemFlag::suspected_wrong_key: return "suspected-wrong-key";
    case ItemFlag::too_easy: return "too-easy";
    case ItemFlag::too_hard: return "too-hard";
    case ItemFlag::splits_experts: return "splits-experts";
    case ItemFlag::only_lenient_miss: return "only-lenient-miss";
    }
    return "";
}

base::Message say_flag(ItemFlag flag, const std::string& name) {
    return {"stats.flag-" + std::string(flag_name(flag)), {{"item", name}}};
}

std::vector<base::Message> warn_items(const Defined<Alpha>& alpha, std::size_t persons) {
    std::vector<base::Message> warnings;
    if (persons < kFewPersons)
        warnings.push_back({"stats.warn-few-persons", {{"n", static_cast<std::int64_t>(persons)}}});
    if (alpha && alpha->interval && alpha->interval->high - alpha->interval->low > kWideInterval)
        warnings.push_back(
            {"stats.warn-wide-interval", {{"width", rounded(alpha->interval->high - alpha->interval->low, 2)}}});
    return warnings;
}

} // namespace timbang::stats
