#include "insight/items.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "insight/items_parts.h"
#include "stats/items_choice.h"

namespace timbang::insight {
namespace {

constexpr int kElsewhere = 3; // other items that tell how good somebody is

/// Somebody's answers together.
struct Person {
    int n = 0, exact = 0;
    int scored = 0;
    double steps = 0; // points above the reference, added up
};
using People = std::unordered_map<std::string, Person>;

double points(const ItemAnswer& answer) {
    return answer.score && answer.reference ? *answer.score - *answer.reference : 0;
}

bool scored(const ItemAnswer& answer) {
    return answer.score && answer.reference;
}

/// The answer as one word: the score, where none is asked the verdict.
std::string word_of(const std::optional<int>& score, const std::string& verdict) {
    return score ? std::to_string(*score) : verdict;
}

/// What those who answered do elsewhere.
struct Elsewhere {
    std::vector<const ItemAnswer*> answers; // of people with enough other items
    std::vector<double> good;               // share exact there
    std::vector<double> lenient;            // mean points above the reference there
};

Elsewhere elsewhere(const std::vector<const ItemAnswer*>& answers, const People& people) {
    Elsewhere result;
    for (const ItemAnswer* answer : answers) {
        const Person& person = people.at(answer->person);
        const int n = person.n - 1, with_score = person.scored - scored(*answer);
        if (n < kElsewhere) continue;
        result.answers.push_back(answer);
        result.good.push_back(static_cast<double>(person.exact - answer->exact) / n);
        result.lenient.push_back(with_score > 0 ? (person.steps - points(*answer)) / with_score : 0);
    }
    return result;
}

/// The evidence for `stats::item_flags`: options are the answers that were given, and the key.
stats::ItemEvidence evidence_of(const ItemReport& report, const Elsewhere& others) {
    stats::ItemEvidence evidence;
    evidence.answers = static_cast<std::size_t>(report.n);
    if (report.n > 0) evidence.difficulty = static_cast<double>(report.exact.k) / report.n;
    evidence.item_rest = report.item_rest;
    std::vector<std::string> words{word_of(report.reference, report.reference_verdict)};
    stats::Choices choices{others.answers.size(), 1, {}};
    for (const ItemAnswer* answer : others.answers) {
        const std::string word = word_of(answer->score, answer->verdict);
        const auto found = std::find(words.begin(), words.end(), word);
        choices.option.push_back(static_cast<int>(found - words.begin()));
        if (found == words.end()) words.push_back(word);
    }
    if (others.answers.size() >= static_cast<std::size_t>(kFew)) {
        if (auto options = stats::option_statistics(choices, 0, others.good)) {
            evidence.options = *options;
            evidence.key = 0;
        }
    }
    for (std::size_t i = 0; i < others.answers.size(); ++i)
        evidence.persons.push_back({others.lenient[i], !others.answers[i]->exact});
    return evidence;
}

void count_answers(const std::vector<const ItemAnswer*>& answers, ItemReport& report) {
    std::set<std::string> keys;
    int exact = 0;
    base::Time newest{};
    for (const ItemAnswer* answer : answers) {
        if (answer->score) ++report.scores[*answer->score];
        if (!answer->verdict.empty()) ++report.verdicts[answer->verdict];
        exact += answer->exact;
        report.sure_and_different += answer->sure && !answer->exact && !answer->near;
        if (!answer->key_hash.empty()) keys.insert(answer->key_hash);
        if (answer->time < newest) continue;
        newest = answer->time;
        report.scenario = answer->scenario;
        report.code = answer->code;
        report.reference = answer->reference;
        report.reference_verdict = answer->reference_verdict;
    }
    report.n = static_cast<int>(answers.size());
    report.exact = share_interval(exact, report.n);
    report.keys = static_cast<int>(keys.size());
}

void count_replies(const std::vector<const ItemAnswer*>& answers, ItemReport& report) {
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const ItemAnswer* answer : answers) {
        if (answer->score && answer->score != answer->reference) ++counts[{"score", std::to_string(*answer->score)}];
        if (!answer->verdict.empty() && answer->verdict != answer->reference_verdict)
            ++counts[{"verdict", answer->verdict}];
        for (const auto& [type, found] : answer->problems)
            if (!found) ++counts[{"problem", type}];
        for (const std::string& type : answer->alarms)
            ++counts[{"alarm", type}];
        for (const std::string& rule : answer->lines)
            ++counts[{"checklist", rule}];
    }
    for (const auto& [key, n] : counts)
        report.replies.push_back({key.first, key.second, n});
    std::stable_sort(report.replies.begin(), report.replies.end(),
                     [](const ReplyCount& a, const ReplyCount& b) { return a.n > b.n; });
}

ItemReport report_of(const std::string& item, const std::vector<const ItemAnswer*>& answers, const People& people) {
    ItemReport report;
    report.item = item;
    count_answers(answers, report);
    count_replies(answers, report);
    const Elsewhere others = elsewhere(answers, people);
    if (others.answers.size() >= static_cast<std::size_t>(kFew)) {
        std::vector<double> exact;
        for (const ItemAnswer* answer : others.answers)
            exact.push_back(answer->exact);
        if (const auto r = stats::pearson(exact, others.good)) report.item_rest = *r;
    }
    add_signs(evidence_of(report, others), report);
    return report;
}

std::string place_of(const std::string& scenario, const std::string& code) {
    return scenario + "\n" + code;
}

void add_comments(const std::vector<ItemComment>& comments, std::vector<ItemReport>& reports) {
    std::unordered_map<std::string, std::size_t> by_item, by_place;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        by_item[reports[i].item] = i;
        by_place.try_emplace(place_of(reports[i].scenario, reports[i].code), i); // the most answered one stands first
    }
    for (const ItemComment& comment : comments) {
        auto found = by_item.find(comment.item);
        if (comment.item.empty() || found == by_item.end()) {
            if (comment.scenario.empty() || comment.code.empty()) continue;
            found = by_place.try_emplace(place_of(comment.scenario, comment.code), reports.size()).first;
            if (found->second == reports.size()) {
                reports.emplace_back();
                reports.back().item = comment.item;
                reports.back().scenario = comment.scenario;
                reports.back().code = comment.code;
            }
        }
        ItemReport& report = reports[found->second];
        (comment.about_rule ? report.rule_comments : report.reading_comments).push_back(comment.text);
    }
}

} // namespace

std::vector<ItemReport> item_reports(const std::vector<ItemAnswer>& answers, const std::vector<ItemComment>& comments) {
    std::vector<const ItemAnswer*> order;
    for (const ItemAnswer& answer : answers)
        if (!answer.item.empty()) order.push_back(&answer);
    std::stable_sort(order.begin(), order.end(),
                     [](const ItemAnswer* a, const ItemAnswer* b) { return a->time < b->time; });
    std::map<std::string, std::vector<const ItemAnswer*>> items;
    std::map<std::string, int> repeats;
    std::set<std::pair<std::string, std::string>> answered;
    People people;
    for (const ItemAnswer* answer : order) {
        if (!answered.emplace(answer->item, answer->person).second) {
            ++repeats[answer->item];
            continue;
        }
        items[answer->item].push_back(answer);
        Person& person = people[answer->person];
        ++person.n;
        person.exact += answer->exact;
        person.scored += scored(*answer);
        person.steps += points(*answer);
    }
    std::vector<ItemReport> reports;
    for (const auto& [item, list] : items) {
        reports.push_back(report_of(item, list, people));
        reports.back().repeats = repeats[item];
    }
    const auto in_order = [&] {
        std::stable_sort(reports.begin(), reports.end(), [](const ItemReport& a, const ItemReport& b) {
            return std::tie(a.scenario, a.code, b.n) < std::tie(b.scenario, b.code, a.n);
        });
    };
    in_order();
    add_comments(comments, reports);
    in_order();
    for (ItemReport& report : reports)
        add_sentences(report);
    return reports;
}

} // namespace timbang::insight
