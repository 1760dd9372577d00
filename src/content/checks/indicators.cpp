#include <algorithm>

#include "content/checks/checks.h"

namespace timbang::content {

using domain::Passage;
using domain::Task;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

template <class List, class Item> bool has(const List& list, const Item& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

class IndicatorCheck {
public:
    IndicatorCheck(Reading& reading, std::size_t index)
        : reading_(reading), index_(index), task_(reading.scenario.tasks[index]), where_(reading.places.tasks[index]) {}

    void run() {
        if (task_.evidence.empty()) warn(where_, "indicator-without-evidence", {});
        if (task_.reference.rests_on.empty())
            warn(reading_.places.references[index_], "indicator-without-passages", {});
        const bool tells = reading_.scenario.purpose != domain::Purpose::Pool; // a readiness check gives no feedback
        if (tells && task_.replies.empty()) warn(reading_.places.replies[index_], "indicator-without-replies", {});
        check_listed();
        check_figure();
        check_checklist();
        check_near();
        check_passages();
    }

private:
    void warn(const yaml::Stretch& where, const char* code, base::Args args) {
        args.emplace_back("code", task_.code);
        yaml::add_warning(reading_.findings, where, code, std::move(args));
    }

    void check_listed() {
        const auto& steps = reading_.scenario.steps;
        const bool listed = std::any_of(steps.begin(), steps.end(), [&](const domain::Step& step) {
            return has(step.indicators, static_cast<int>(index_));
        });
        if (!listed) yaml::add_error(reading_.findings, where_, "indicator-not-listed", {{"code", task_.code}});
    }

    /// The band of `reference.figure` against the score.
    void check_figure() {
        const auto& figure = task_.reference.figure;
        if (!figure || !task_.reference.score || task_.indicator->scale.kind == domain::ScaleKind::Levels) return;
        const auto band = task_.indicator->scale.score_of(*figure);
        const yaml::Stretch& where = reading_.places.references[index_];
        const base::Decimal shown{*figure, 2};
        const std::int64_t score = *task_.reference.score;
        if (!band) warn(where, "figure-in-gap", {{"figure", shown}, {"score", score}});
        else if (*band != *task_.reference.score)
            yaml::add_error(reading_.findings, where, "figure-off-band",
                            {{"figure", shown}, {"band", std::int64_t{*band}}, {"score", score}});
    }

    void check_checklist() {
        for (const auto* rules : {&task_.reference.holds, &task_.reference.fails})
            for (const std::string& rule : *rules)
                if (!has(task_.indicator->checklist, rule))
                    warn(reading_.places.references[index_], "rule-not-on-checklist", {{"id", rule}});
    }

    void check_near() {
        for (const domain::Near& near : task_.near)
            if (near.verdict == task_.reference.verdict && near.score == task_.reference.score)
                warn(where_, "near-is-reference", {});
    }

    /// Documents that stand with the indicator: its own, and those of the steps that list it.
    bool stands_with(domain::EvidenceIx evidence) const {
        if (has(task_.evidence, evidence)) return true;
        const auto& steps = reading_.scenario.steps;
        return std::any_of(steps.begin(), steps.end(), [&](const domain::Step& step) {
            return has(step.indicators, static_cast<int>(index_)) && has(step.evidence, evidence);
        });
    }

    void check_passage(const Passage& passage, const yaml::Stretch& where) {
        if (!stands_with(passage.evidence))
            warn(where, "evidence-not-listed", {{"id", reading_.scenario.evidence[at(passage.evidence)].id}});
    }

    /// A mark on exactly the first range must count as found (domain::mark_hits).
    void check_width(const Passage& passage, const yaml::Stretch& where) {
        constexpr long long kShare = 3;
        const domain::Page* page = reading_.scenario.page(passage.evidence, passage.page);
        if (page == nullptr || passage.ranges.empty() || passage.area) return;
        if (passage.ranges.front().length() * kShare > static_cast<long long>(page->text.size()))
            yaml::add_error(reading_.findings, where, "passage-too-wide");
    }

    void check_passages() {
        const Places& places = reading_.places;
        for (std::size_t i = 0; i < task_.reference.rests_on.size(); ++i)
            check_passage(task_.reference.rests_on[i], places.rests_on[index_][i]);
        for (std::size_t i = 0; i < task_.problems.size(); ++i) {
            const yaml::Stretch& where = places.problems[index_][i];
            check_passage(task_.problems[i].where, where);
            check_width(task_.problems[i].where, where);
            for (const Passage& other : task_.problems[i].also) check_passage(other, where);
        }
        for (const domain::Allowed& allowed : task_.allowed) check_passage(allowed.where, where_);
    }

    Reading& reading_;
    std::size_t index_;
    const Task& task_;
    const yaml::Stretch& where_;
};

} // namespace

void check_indicators(Reading& reading) {
    for (std::size_t i = 0; i < reading.scenario.tasks.size(); ++i) IndicatorCheck(reading, i).run();
}

} // namespace timbang::content
