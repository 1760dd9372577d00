#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "content/compare_cases.h"

namespace timbang::content::compare {

/// Gathers the changes about one thing.
class Changes {
public:
    Changes(CaseComparison& comparison, ChangeOf of, std::string id)
        : comparison_(comparison), of_(of), id_(std::move(id)), begin_(comparison.changes.size()) {}

    /// `key` without "diff.". The id is an argument of every message.
    void add(const char* part, const char* key, base::Args args = {});
    /// A value that has one form before and one after; nothing when they are equal. "" is shown as "none".
    void value(const char* part, const char* key, const std::string& before, const std::string& after);
    /// A text: which languages changed, and the first words that differ.
    void text(const char* part, const char* key, const base::Text& before, const base::Text& after,
              base::Args args = {});
    /// Names that came and went; "order" when only their order differs.
    void names(const char* part, const char* key, const std::vector<std::string>& before,
               const std::vector<std::string>& after);
    [[nodiscard]] bool any() const { return comparison_.changes.size() > begin_; }
    [[nodiscard]] const std::string& id() const { return id_; }

private:
    CaseComparison& comparison_;
    ChangeOf of_;
    std::string id_;
    std::size_t begin_;
};

/// At most some words from the first place where the two differ.
struct Differing {
    std::string before;
    std::string after;
};
[[nodiscard]] Differing first_difference(const std::string& before, const std::string& after);

/// A passage as an author writes it: `persalinan p. 2 "6.729"`.
[[nodiscard]] std::string passage_words(const domain::Scenario& scenario, const domain::Passage& passage);
/// A condition as an author writes it: `{score: {above: 8}}`.
[[nodiscard]] std::string condition_words(const domain::Condition& condition);
[[nodiscard]] std::string effect_words(const domain::Scenario& scenario, const domain::Effect& effect);

void compare_tasks(const domain::Scenario& older, const domain::Scenario& newer, CaseComparison& comparison);
void compare_script(const domain::Scenario& older, const domain::Scenario& newer, CaseComparison& comparison);
void compare_parts(const domain::Scenario& older, const domain::Scenario& newer, CaseComparison& comparison);
void compare_replies(const std::vector<domain::Reply>& before, const std::vector<domain::Reply>& after,
                     Changes& changes);
/// Whether the parts that are compared differ: verdict, score, checklist.
void compare_reference(const domain::Scenario& older, const domain::Reference& before, const domain::Scenario& newer,
                       const domain::Reference& after, Changes& changes);

/// Pairs things by a name; calls `both`, `gone`, `added` in the order of the newer list, what is gone at the end.
template <class T, class Name, class Both, class Added, class Gone>
void pair_up(const std::vector<T>& before, const std::vector<T>& after, Name name, Both both, Added added, Gone gone) {
    std::vector<bool> met(before.size(), false);
    for (const T& now : after) {
        const auto same = [&](const T& one) {
            return !met[static_cast<std::size_t>(&one - before.data())] && name(one, true) == name(now, false);
        };
        const auto found = std::find_if(before.begin(), before.end(), same);
        if (found == before.end()) {
            added(now);
            continue;
        }
        met[static_cast<std::size_t>(found - before.begin())] = true;
        both(*found, now);
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!met[i]) gone(before[i]);
}

} // namespace timbang::content::compare
