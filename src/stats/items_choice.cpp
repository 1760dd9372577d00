#include "stats/items_choice.h"

#include <algorithm>
#include <cassert>

namespace timbang::stats {

Defined<std::vector<OptionStatistics>> option_statistics(const Choices& choices, std::size_t item,
                                                         std::span<const double> totals) {
    assert(totals.size() == choices.persons && item < choices.items);
    std::vector<double> total;
    std::vector<int> chosen;
    int last = -1;
    for (std::size_t person = 0; person < choices.persons; ++person) {
        const int option = choices.at(person, item);
        if (option == kNoChoice) continue;
        total.push_back(totals[person]);
        chosen.push_back(option);
        last = std::max(last, option);
    }
    if (chosen.empty()) return undefined(kNoData);
    std::vector<OptionStatistics> options(static_cast<std::size_t>(last) + 1);
    std::vector<double> indicator(chosen.size());
    for (std::size_t o = 0; o < options.size(); ++o) {
        auto& one = options[o];
        double sum = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            indicator[i] = static_cast<std::size_t>(chosen[i]) == o ? 1 : 0;
            if (indicator[i] > 0) {
                ++one.count;
                sum += total[i];
            }
        }
        one.share = static_cast<double>(one.count) / static_cast<double>(chosen.size());
        one.point_biserial = pearson(indicator, total);
        one.mean_total = one.count > 0 ? Defined<double>(sum / static_cast<double>(one.count)) : undefined(kNoData);
    }
    return options;
}

std::vector<double> number_right(const Choices& choices, std::span<const int> key) {
    assert(key.size() == choices.items);
    std::vector<double> right(choices.persons, 0);
    for (std::size_t person = 0; person < choices.persons; ++person) {
        for (std::size_t item = 0; item < choices.items; ++item) {
            const int option = choices.at(person, item);
            if (option != kNoChoice && option == key[item]) right[person] += 1;
        }
    }
    return right;
}

} // namespace timbang::stats
