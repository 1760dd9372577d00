#include <string>

#include "base/hash.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using domain::Passage;

namespace {

/// The text that a hash is made of: each value behind its name and length, so that no two keys give the same text.
/// Names instead of places: the order of other things does not matter.
class Canon {
public:
    explicit Canon(const domain::Scenario& scenario) : scenario_(scenario) {}

    [[nodiscard]] std::string sum() const { return base::sha256(out_); }
    void clear() { out_.clear(); }

    void put(std::string_view name, std::string_view value) {
        out_.append(name)
            .append(1, '=')
            .append(std::to_string(value.size()))
            .append(1, ':')
            .append(value)
            .append(1, '\n');
    }
    void put(std::string_view name, long long value) { put(name, std::string_view(std::to_string(value))); }
    void put(std::string_view name, const domain::Text& text) {
        put(name, std::string_view(text.id));
        put("en", std::string_view(text.en));
    }
    void put(std::string_view name, const std::vector<std::string>& words) {
        begin(name, words.size());
        for (const std::string& word : words) put("-", std::string_view(word));
    }
    void begin(std::string_view name, std::size_t count) { put(name, static_cast<long long>(count)); }
    void score(const std::optional<int>& score) {
        if (score) put("score", static_cast<long long>(*score));
    }
    void verdict(domain::Verdict verdict) { put("verdict", std::string_view(domain::verdict_id(verdict))); }

    void passage(const Passage& one) {
        put("in", std::string_view(scenario_.evidence[static_cast<std::size_t>(one.evidence)].id));
        put("page", static_cast<long long>(one.page));
        put("quote", std::string_view(one.quote));
        put("each", static_cast<long long>(one.each));
        if (!one.area) return;
        for (const int value : {one.area->x, one.area->y, one.area->width, one.area->height})
            put("area", static_cast<long long>(value));
    }
    void passages(std::string_view name, const std::vector<Passage>& list) {
        begin(name, list.size());
        for (const Passage& one : list) passage(one);
    }
    void condition(const domain::Condition& when) {
        put("kind", static_cast<long long>(when.kind));
        put("name", std::string_view(when.name));
        put("value", std::string_view(when.value));
        put("relation", static_cast<long long>(when.relation));
        put("number", static_cast<long long>(when.number));
        verdict(when.verdict);
        begin("parts", when.parts.size());
        for (const domain::Condition& part : when.parts) condition(part);
    }
    void replies(const std::vector<domain::Reply>& list) {
        begin("replies", list.size());
        for (const domain::Reply& one : list) {
            condition(one.when);
            put("type", std::string_view(one.type));
            put("rule", std::string_view(one.rule));
            put("why", one.why);
        }
    }
    void reference(const domain::Reference& one) {
        verdict(one.verdict);
        score(one.score);
        if (one.figure) put("figure", std::string_view(one.figure->text()));
        put("holds", one.holds);
        put("fails", one.fails);
        put("rules", one.rules);
        put("why", one.why);
        passages("rests_on", one.rests_on);
    }

    void task(const domain::Task& one);
    void part(const domain::StepPart& one);
    void action(const domain::Action& one);
    void item(const domain::Task& one);

private:
    void bound(const domain::Bound& one) {
        if (one.from) put("from", std::string_view(one.from->text()));
        if (one.to) put("to", std::string_view(one.to->text()));
        if (one.above) put("above", std::string_view(one.above->text()));
        if (one.below) put("below", std::string_view(one.below->text()));
    }

    const domain::Scenario& scenario_;
    std::string out_;
};

void Canon::task(const domain::Task& one) {
    put("code", std::string_view(one.code));
    reference(one.reference);
    begin("near", one.near.size());
    for (const domain::Near& near : one.near) {
        verdict(near.verdict);
        score(near.score);
        put("why", near.why);
    }
    begin("problems", one.problems.size());
    for (const domain::Problem& problem : one.problems) {
        put("type", std::string_view(problem.type));
        put("rule", std::string_view(problem.rule));
        passage(problem.where);
        passages("also", problem.also);
        put("or", problem.also_types);
        put("why", problem.why);
    }
    begin("allowed", one.allowed.size());
    for (const domain::Allowed& allowed : one.allowed) {
        put("type", std::string_view(allowed.type));
        passage(allowed.where);
    }
    begin("panel", one.panel.size());
    for (const domain::PanelVote& vote : one.panel) {
        put("by", std::string_view(vote.by));
        verdict(vote.verdict);
        score(vote.score);
        put("why", vote.why);
    }
    replies(one.replies);
}

void Canon::part(const domain::StepPart& one) {
    put("part", std::string_view(one.id));
    reference(one.reference);
    put("option", std::string_view(one.reference_option));
    put("category", std::string_view(one.reference_category));
    if (one.reference_total) put("total", std::string_view(one.reference_total->text()));
    replies(one.replies);
    put("model", one.model);
    begin("points", one.points.size());
    for (const domain::Option& point : one.points) {
        put("id", std::string_view(point.id));
        put("text", point.text);
    }
}

void Canon::action(const domain::Action& one) {
    put("action", std::string_view(one.id));
    begin("helps", one.helps.size());
    for (const domain::IndicatorIx at : one.helps)
        put("-", std::string_view(scenario_.tasks[static_cast<std::size_t>(at)].code));
    put("why", one.why);
}

/// What the trainee is given: the indicator as the framework asks it, its bands, and the documents.
void Canon::item(const domain::Task& one) {
    const domain::Indicator& indicator = *one.indicator;
    put("framework", std::string_view(scenario_.framework->id));
    put("code", std::string_view(one.code));
    if (!one.district.empty()) put("district", std::string_view(one.district));
    put("title", indicator.title);
    put("asks", indicator.asks);
    put("unit", std::string_view(indicator.unit));
    put("checklist", indicator.checklist);
    begin("scale", indicator.scale.steps.size());
    for (const domain::ScaleStep& step : indicator.scale.steps) {
        score(step.score);
        bound(step.bound);
        put("level", step.level);
    }
    begin("evidence", one.evidence.size());
    for (const domain::EvidenceIx at : one.evidence) {
        const domain::Evidence& document = scenario_.evidence[static_cast<std::size_t>(at)];
        put("id", std::string_view(document.id));
        begin("pages", document.pages.size());
        for (const domain::EvidencePage& page : document.pages) put("page", std::string_view(page.page.text));
    }
}

} // namespace

void fill_hashes(Reading& reading) {
    domain::Scenario& scenario = reading.scenario;
    Canon canon(scenario);
    for (const domain::Task& task : scenario.tasks) canon.task(task);
    for (const domain::StepPart& part : scenario.parts) canon.part(part);
    for (const domain::Action& action : scenario.actions) canon.action(action);
    scenario.hashes.key = canon.sum();
    scenario.hashes.content = reading.files.content_hash();
    for (domain::Task& task : scenario.tasks) {
        canon.clear();
        canon.item(task);
        task.item_hash = canon.sum();
    }
}

} // namespace timbang::content
