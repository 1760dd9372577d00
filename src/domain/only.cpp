#include <algorithm>

#include "domain/readiness.h"

namespace timbang::domain {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Takes documents over as they are named, and tells their new places.
class Moving {
public:
    Moving(const Scenario& pool, Scenario& part) : pool_(pool), part_(part), places_(pool.evidence.size(), -1) {}

    EvidenceIx document(EvidenceIx old) {
        if (old < 0 || at(old) >= places_.size()) return -1;
        int& place = places_[at(old)];
        if (place < 0) {
            place = static_cast<int>(part_.evidence.size());
            part_.evidence.push_back(pool_.evidence[at(old)]);
        }
        return place;
    }
    void documents(std::vector<EvidenceIx>& list) {
        for (EvidenceIx& one : list) one = document(one);
    }
    void passages(std::vector<Passage>& list) {
        for (Passage& one : list) one.evidence = document(one.evidence);
    }
    Task task(Task task) {
        documents(task.evidence);
        passages(task.reference.rests_on);
        for (Problem& problem : task.problems) {
            problem.where.evidence = document(problem.where.evidence);
            passages(problem.also);
        }
        for (Allowed& allowed : task.allowed) allowed.where.evidence = document(allowed.where.evidence);
        task.near.clear(); // a check knows the reference alone, and tells nothing
        task.panel.clear();
        task.replies.clear();
        task.facilitator = {};
        return task;
    }

private:
    const Scenario& pool_;
    Scenario& part_;
    std::vector<int> places_;
};

/// The pool's step that lists the first of the indicators, without what leads elsewhere.
Step step_of(const Scenario& pool, const Scenario& part, Moving& moving) {
    const Task* first = part.tasks.empty() ? nullptr : &part.tasks.front();
    const IndicatorIx task = first == nullptr ? -1 : pool.find_task(first->code);
    const auto found = std::find_if(pool.steps.begin(), pool.steps.end(), [&](const Step& step) {
        return std::find(step.indicators.begin(), step.indicators.end(), task) != step.indicators.end();
    });
    Step step;
    if (found != pool.steps.end()) {
        step.id = found->id;
        step.title = found->title;
        step.text = found->text;
        step.wait = found->wait;
        step.evidence = found->evidence;
        moving.documents(step.evidence);
    }
    for (std::size_t i = 0; i < part.tasks.size(); ++i) step.indicators.push_back(static_cast<IndicatorIx>(i));
    Way end;
    end.when.kind = ConditionKind::Decided;
    end.when.name = "all";
    step.next = {std::move(end)};
    return step;
}

} // namespace

Scenario only(const Scenario& pool, const std::vector<std::string>& codes) {
    Scenario part;
    part.id = pool.id;
    part.version = pool.version;
    part.title = pool.title;
    part.summary = pool.summary;
    part.purpose = pool.purpose;
    part.framework = pool.framework;
    part.level = pool.level;
    part.minutes = pool.minutes;
    part.synthetic = pool.synthetic;
    part.calculator = pool.calculator;
    part.notice = pool.notice;
    part.district = pool.district;
    part.assessment_year = pool.assessment_year;
    part.data_year = pool.data_year;
    part.hashes = pool.hashes;
    Moving moving(pool, part);
    for (const std::string& code : codes) {
        const IndicatorIx task = pool.find_task(code);
        if (task >= 0 && part.find_task(code) < 0) part.tasks.push_back(moving.task(pool.tasks[at(task)]));
    }
    part.steps = {step_of(pool, part, moving)};
    return part;
}

} // namespace timbang::domain
