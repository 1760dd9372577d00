#include "base/utf8.h"
#include "content/compare/lists.h"

namespace timbang::content::compare {

using domain::Scenario;
using domain::Task;

namespace {

std::string score_words(const std::optional<int>& score) {
    return score ? std::to_string(*score) : "";
}
std::string number_words(const std::optional<base::Rational>& number) {
    return number ? number->text() : "";
}

std::vector<std::string> passages(const Scenario& scenario, const std::vector<domain::Passage>& list) {
    std::vector<std::string> words;
    for (const domain::Passage& one : list)
        words.push_back(passage_words(scenario, one));
    return words;
}

std::vector<std::string> evidence_ids(const Scenario& scenario, const std::vector<domain::EvidenceIx>& list) {
    std::vector<std::string> ids;
    for (const domain::EvidenceIx at : list)
        ids.push_back(scenario.evidence[static_cast<std::size_t>(at)].id);
    return ids;
}

const char* check_of(const domain::Reference& reference, const std::string& rule) {
    const auto in = [&](const std::vector<std::string>& list) {
        return std::find(list.begin(), list.end(), rule) != list.end();
    };
    return in(reference.holds) ? "diff.check-holds" : in(reference.fails) ? "diff.check-fails" : "diff.check-none";
}

void compare_checks(const domain::Reference& before, const domain::Reference& after, Changes& changes) {
    std::vector<std::string> rules = after.holds;
    for (const auto* list : {&after.fails, &before.holds, &before.fails})
        for (const std::string& rule : *list)
            if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
    for (const std::string& rule : rules) {
        const std::string from = check_of(before, rule), to = check_of(after, rule);
        if (from != to)
            changes.add("checklist", "check", {{"rule", rule}, {"from", base::Key{from}}, {"to", base::Key{to}}});
    }
}

void compare_near(const Task& before, const Task& after, Changes& changes) {
    const auto name = [](const domain::Near& near, bool) {
        return std::string(domain::verdict_id(near.verdict)) + " " + score_words(near.score);
    };
    pair_up(
        before.near, after.near, name,
        [&](const domain::Near& was, const domain::Near& is) {
            changes.text("near", "near-why", was.why, is.why, {{"answer", name(is, false)}});
        },
        [&](const domain::Near& is) {
            changes.add("near", "near-added", {{"answer", name(is, false)}});
        },
        [&](const domain::Near& was) {
            changes.add("near", "near-removed", {{"answer", name(was, true)}});
        });
}

/// Two problems of the same type with the same words, or at least of the same type.
void compare_problems(const Scenario& older, const Task& before, const Scenario& newer, const Task& after,
                      Changes& changes) {
    const auto place = [&](const domain::Problem& problem, bool old) {
        return passage_words(old ? older : newer, problem.where);
    };
    std::vector<const domain::Problem*> gone, added;
    pair_up(
        before.problems, after.problems,
        [&](const domain::Problem& problem, bool old) { return problem.type + " " + place(problem, old); },
        [&](const domain::Problem& was, const domain::Problem& is) {
            changes.text("problems", "problem-why", was.why, is.why, {{"type", is.type}});
            changes.value("problems", "problem-rule", was.rule, is.rule);
            changes.names("problems", "problem-also", passages(older, was.also), passages(newer, is.also));
            changes.names("problems", "problem-or", was.also_types, is.also_types);
        },
        [&](const domain::Problem& is) { added.push_back(&is); },
        [&](const domain::Problem& was) { gone.push_back(&was); });
    for (const domain::Problem* is : added) {
        const auto moved =
            std::find_if(gone.begin(), gone.end(), [&](const auto* was) { return was->type == is->type; });
        if (moved == gone.end()) {
            changes.add("problems", "problem-added", {{"type", is->type}, {"place", place(*is, false)}});
            continue;
        }
        changes.add("problems", "problem-moved",
                    {{"type", is->type}, {"from", place(**moved, true)}, {"to", place(*is, false)}});
        gone.erase(moved);
    }
    for (const domain::Problem* was : gone)
        changes.add("problems", "problem-removed", {{"type", was->type}, {"place", place(*was, true)}});
}

void compare_panel(const Task& before, const Task& after, Changes& changes) {
    const auto vote = [](const domain::PanelVote& one) {
        return std::string(domain::verdict_id(one.verdict)) + " " + score_words(one.score);
    };
    pair_up(
        before.panel, after.panel, [](const domain::PanelVote& one, bool) { return one.by; },
        [&](const domain::PanelVote& was, const domain::PanelVote& is) {
            if (vote(was) != vote(is))
                changes.add("panel", "panel-vote", {{"by", is.by}, {"from", vote(was)}, {"to", vote(is)}});
            changes.text("panel", "panel-why", was.why, is.why, {{"by", is.by}});
        },
        [&](const domain::PanelVote& is) {
            changes.add("panel", "panel-added", {{"by", is.by}});
        },
        [&](const domain::PanelVote& was) {
            changes.add("panel", "panel-removed", {{"by", was.by}});
        });
}

std::vector<std::string> allowed(const Scenario& scenario, const Task& task) {
    std::vector<std::string> words;
    for (const domain::Allowed& one : task.allowed)
        words.push_back((one.type.empty() ? "" : one.type + " ") + passage_words(scenario, one.where));
    return words;
}

/// What the comparison of a session looks at.
std::string scored_parts(const Scenario& scenario, const Task& task) {
    const domain::Reference& reference = task.reference;
    std::string all = std::string(domain::verdict_id(reference.verdict)) + "|" + score_words(reference.score) + "|" +
                      base::join(reference.holds) + "|" + base::join(reference.fails) + "|";
    for (const domain::Near& near : task.near)
        all += std::string(domain::verdict_id(near.verdict)) + score_words(near.score) + ";";
    for (const domain::Problem& problem : task.problems)
        all += "|" + problem.type + passage_words(scenario, problem.where) + (problem.where.each ? "*" : "") +
               base::join(passages(scenario, problem.also)) + base::join(problem.also_types);
    return all + "|" + base::join(allowed(scenario, task));
}

void compare_task(const Scenario& older, const Task& before, const Scenario& newer, const Task& after,
                  CaseComparison& comparison) {
    Changes changes(comparison, ChangeOf::Indicator, after.code);
    changes.names("evidence", "evidence", evidence_ids(older, before.evidence), evidence_ids(newer, after.evidence));
    compare_reference(older, before.reference, newer, after.reference, changes);
    compare_near(before, after, changes);
    compare_problems(older, before, newer, after, changes);
    changes.names("allowed", "allowed", allowed(older, before), allowed(newer, after));
    compare_panel(before, after, changes);
    compare_replies(before.replies, after.replies, changes);
    changes.text("facilitator", "facilitator", before.facilitator, after.facilitator);
    changes.value("district", "district", before.district, after.district);
    if (before.anchor != after.anchor) changes.add("anchor", after.anchor ? "anchor-set" : "anchor-gone");
    if (scored_parts(older, before) != scored_parts(newer, after)) comparison.rescored.push_back(after.code);
    if (before.item_hash != after.item_hash) comparison.new_items.push_back(after.code);
}

} // namespace

void compare_reference(const Scenario& older, const domain::Reference& before, const Scenario& newer,
                       const domain::Reference& after, Changes& changes) {
    if (before.verdict != after.verdict)
        changes.add("verdict", "verdict",
                    {{"from", base::Key{std::string("verdict.") + domain::verdict_id(before.verdict)}},
                     {"to", base::Key{std::string("verdict.") + domain::verdict_id(after.verdict)}}});
    changes.value("score", "score", score_words(before.score), score_words(after.score));
    changes.value("figure", "figure", number_words(before.figure), number_words(after.figure));
    compare_checks(before, after, changes);
    changes.names("rules", "rules", before.rules, after.rules);
    changes.text("why", "why", before.why, after.why);
    changes.names("rests_on", "rests-on", passages(older, before.rests_on), passages(newer, after.rests_on));
}

void compare_replies(const std::vector<domain::Reply>& before, const std::vector<domain::Reply>& after,
                     Changes& changes) {
    std::vector<std::string> order_before, order_after;
    pair_up(
        before, after, [](const domain::Reply& one, bool) { return condition_words(one.when); },
        [&](const domain::Reply& was, const domain::Reply& is) {
            const std::string when = condition_words(is.when);
            order_after.push_back(when);
            changes.text("replies", "reply-why", was.why, is.why, {{"when", when}});
            if (was.type != is.type || was.rule != is.rule)
                changes.add("replies", "reply-type",
                            {{"when", when}, {"from", was.type + ", " + was.rule}, {"to", is.type + ", " + is.rule}});
        },
        [&](const domain::Reply& is) {
            changes.add("replies", "reply-added", {{"when", condition_words(is.when)}});
        },
        [&](const domain::Reply& was) {
            changes.add("replies", "reply-removed", {{"when", condition_words(was.when)}});
        });
    for (const domain::Reply& was : before) {
        const std::string when = condition_words(was.when);
        if (std::find(order_after.begin(), order_after.end(), when) != order_after.end()) order_before.push_back(when);
    }
    if (order_before != order_after && order_before.size() == order_after.size()) changes.add("replies", "reply-order");
}

void compare_tasks(const Scenario& older, const Scenario& newer, CaseComparison& comparison) {
    pair_up(
        older.tasks, newer.tasks, [](const Task& task, bool) { return task.code; },
        [&](const Task& was, const Task& is) { compare_task(older, was, newer, is, comparison); },
        [&](const Task& is) {
            Changes(comparison, ChangeOf::Indicator, is.code).add("indicator", "indicator-added");
            comparison.new_items.push_back(is.code);
        },
        [&](const Task& was) {
            Changes(comparison, ChangeOf::Indicator, was.code).add("indicator", "indicator-removed");
        });
}

} // namespace timbang::content::compare
