#include <algorithm>

#include "insight/items_parts.h"

namespace timbang::insight {
namespace {

std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

/// The most frequent answer: by score, where none is asked by verdict.
struct Frequent {
    std::string answer;
    int n = 0;
    bool reference = false;
};

Frequent most_frequent(const ItemReport& report) {
    Frequent most;
    if (report.reference) {
        for (const auto& [score, n] : report.scores)
            if (n > most.n) most = {std::to_string(score), n, score == *report.reference};
    } else {
        for (const auto& [verdict, n] : report.verdicts)
            if (n > most.n) most = {verdict, n, verdict == report.reference_verdict};
    }
    return most;
}

bool flagged(const std::vector<stats::ItemFlag>& flags, stats::ItemFlag flag) {
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

} // namespace

const char* item_sign_id(ItemSign sign) {
    switch (sign) {
    case ItemSign::WrongKeySuspected: return "wrong-key";
    case ItemSign::SplitsTheRoom: return "splits";
    case ItemSign::TooEasy: return "easy";
    case ItemSign::TooHard: return "hard";
    case ItemSign::MostlyLenientMiss: return "lenient";
    case ItemSign::RuleUnclear: return "rule";
    }
    return "";
}

void add_signs(const stats::ItemEvidence& evidence, ItemReport& report) {
    if (report.n < kFew) return;
    const std::vector<stats::ItemFlag> flags = stats::item_flags(evidence);
    const Frequent most = most_frequent(report);
    const bool others_agree = !most.reference && most.n * 2 >= report.n;
    if (others_agree || flagged(flags, stats::ItemFlag::suspected_wrong_key))
        report.signs.push_back(ItemSign::WrongKeySuspected);
    if (most.n * 2 < report.n) report.signs.push_back(ItemSign::SplitsTheRoom);
    if (flagged(flags, stats::ItemFlag::too_easy)) report.signs.push_back(ItemSign::TooEasy);
    if (flagged(flags, stats::ItemFlag::too_hard)) report.signs.push_back(ItemSign::TooHard);
    if (flagged(flags, stats::ItemFlag::only_lenient_miss)) report.signs.push_back(ItemSign::MostlyLenientMiss);
}

void add_sentences(ItemReport& report) {
    if (!report.rule_comments.empty()) report.signs.push_back(ItemSign::RuleUnclear);
    const Frequent most = most_frequent(report);
    const std::string key = report.reference ? std::to_string(*report.reference) : report.reference_verdict;
    const auto shown = [&](const std::string& answer) -> base::Arg {
        if (report.reference || answer.empty()) return answer;
        return base::Key{"verdict." + answer};
    };
    const base::Args args{{"n", std::int64_t{report.n}},
                          {"exact", std::int64_t{report.exact.k}},
                          {"answer", shown(most.answer)},
                          {"key", shown(key)},
                          {"most", std::int64_t{most.n}},
                          {"comments", whole(report.rule_comments.size())}};
    for (const ItemSign sign : report.signs) {
        std::string word = item_sign_id(sign);
        if (sign == ItemSign::WrongKeySuspected && (most.reference || most.n * 2 < report.n)) word += "-good";
        report.sentences.push_back({"items." + word, args});
    }
    if (report.n < kFew) report.sentences.push_back({"items.few", args});
    if (report.sentences.empty()) report.sentences.push_back({"items.sound", args});
}

} // namespace timbang::insight
