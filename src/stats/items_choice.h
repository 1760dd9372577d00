#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "stats/estimate.h"
#include "stats/items.h"

namespace timbang::stats {

/// Which option persons chose: persons × items, person by person; kNoChoice where the item was not presented.
inline constexpr int kNoChoice = -1;
struct Choices {
    std::size_t persons = 0;
    std::size_t items = 0;
    std::vector<int> option; ///< 0-based number of the option; every item numbers its own

    [[nodiscard]] int at(std::size_t person, std::size_t item) const { return option[person * items + item]; }
};

/// One option of an item (TAM tam.ctt).
struct OptionStatistics {
    std::size_t count = 0;
    double share = 0; ///< of those to whom the item was presented
    Defined<double> point_biserial =
        0.0; ///< correlation of choosing it with the total; kNoVariance if all or nobody chose it
    Defined<double> mean_total = 0.0; ///< of those who chose it; kNoData if nobody did
};

/// The options of one item, as many as the largest number chosen + 1. `totals` has one number for each person, the item
/// in it or not, as the caller wants. Undefined: kNoData (presented to nobody).
[[nodiscard]] Defined<std::vector<OptionStatistics>> option_statistics(const Choices& choices, std::size_t item,
                                                                       std::span<const double> totals);

/// How many items each person answered with the key's option (`key` has one option for each item).
[[nodiscard]] std::vector<double> number_right(const Choices& choices, std::span<const int> key);

/// Why an author should look at an item again.
enum class ItemFlag {
    suspected_wrong_key,
    too_easy,
    too_hard,
    splits_experts,
    only_lenient_miss,
};

/// When an item is flagged. Nothing is flagged by fewer answers than the rule asks for.
struct FlagOptions {
    std::size_t least_answers = 10;         ///< for the rules about persons' answers
    double easy_from = 0.95;                ///< difficulty (share of the highest score) at least this
    double hard_to = 0.20;                  ///< difficulty at most this
    double wrong_key_item_rest = -0.10;     ///< item-rest correlation at most this
    std::size_t wrong_key_choosers = 5;     ///< at least as many chose another option …
    double wrong_key_point_biserial = 0.10; ///< … whose point-biserial is at least this, and above the key's, …
    std::size_t least_experts = 3;
    double consensus = 0.75; ///< share of experts for one answer that is agreement
    std::size_t least_misses = 3;
    double lenient_share = 0.80;  ///< share of the misses that are by lenient persons
    double lenient_misses = 0.50; ///< share of the lenient persons who miss it
};

/// What is known of one item; what is unknown stays empty and its rules do not apply.
struct ItemEvidence {
    std::size_t answers = 0;          ///< persons with a score or a choice
    std::optional<double> difficulty; ///< 0 … 1
    std::optional<double> item_rest;
    std::vector<OptionStatistics> options; ///< of persons' choices
    std::optional<int> key;                ///< which of `options`
    std::vector<std::size_t> experts;      ///< how many experts gave each answer
    /// Of each person who answered: the mean signed distance from the reference (above 0 = lenient) on the *other*
    /// items, and whether this item was missed.
    struct Person {
        double leniency = 0;
        bool missed = false;
    };
    std::vector<Person> persons;
};

/// The flags of an item, in the order of ItemFlag:
/// - `suspected_wrong_key`: answers ≥ least_answers, and either item_rest ≤ wrong_key_item_rest, or some option that is
/// not
///   the key was chosen by at least wrong_key_choosers persons, its point-biserial is at least wrong_key_point_biserial
///   and larger than the key's, and its choosers' mean total is larger than that of the key's choosers (or nobody chose
///   the key).
/// - `too_easy`: answers ≥ least_answers and difficulty ≥ easy_from. `too_hard`: … ≤ hard_to.
/// - `splits_experts`: at least least_experts experts, and the most frequent answer has a share below consensus.
/// - `only_lenient_miss`: answers ≥ least_answers by `persons`; *lenient* are those with leniency above 0 and within
/// the
///   upper third (leniency at least that of the person at place ⌈n/3⌉ from the top). At least least_misses missed it, a
///   share of at least lenient_share of them lenient, and at least lenient_misses of the lenient missed it; and not
///   everyone is lenient.
[[nodiscard]] std::vector<ItemFlag> item_flags(const ItemEvidence& item, const FlagOptions& options = {});

} // namespace timbang::stats
