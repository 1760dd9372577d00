#pragma once

#include <cassert>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/decision.h"

// Small cases made by hand. Pages are plain text: each line is a unit (a paragraph or a row), quotes are looked up, and
// `build` fills the places and pointers as the reader of scenario files does.
namespace timbang::tests {

using namespace timbang::domain;

inline Text words(const std::string& text) { return {text, text}; }

inline Page text_page(const std::string& text) {
    Page page;
    page.text = text.empty() || text.back() == '\n' ? text : text + "\n";
    for (std::size_t begin = 0; begin < page.text.size();) {
        const std::size_t end = page.text.find('\n', begin);
        const TextRange range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        page.units.push_back(range);
        Block block;
        block.range = range;
        block.lines.push_back({{Run{range}}, range});
        page.blocks.push_back(std::move(block));
        begin = end + 1;
    }
    return page;
}

/// A sheet that is a picture of 1000 by 1400 pixels with these words in its companion.
inline Page picture_page(const std::string& path, const std::string& text) {
    Page page = text_page(text);
    page.picture = Picture{path, 1000, 1400};
    return page;
}

// Conditions, as an author would write them.
inline Condition condition(ConditionKind kind, std::string name = "") {
    Condition result;
    result.kind = kind;
    result.name = std::move(name);
    return result;
}
inline Condition numbered(ConditionKind kind, Relation relation, int number, std::string name = "") {
    Condition result = condition(kind, std::move(name));
    result.relation = relation;
    result.number = number;
    return result;
}
inline Condition group(ConditionKind kind, std::vector<Condition> parts) {
    Condition result = condition(kind);
    result.parts = std::move(parts);
    return result;
}
inline Condition all(std::vector<Condition> parts) { return group(ConditionKind::All, std::move(parts)); }
inline Condition any(std::vector<Condition> parts) { return group(ConditionKind::Any, std::move(parts)); }
inline Condition negate(Condition part) { return group(ConditionKind::Not, {std::move(part)}); }
inline Condition flag_set(std::string name) { return condition(ConditionKind::Set, std::move(name)); }
inline Condition decided(std::string code) { return condition(ConditionKind::Decided, std::move(code)); }
inline Condition score_is(int number) { return numbered(ConditionKind::Score, Relation::Is, number); }
inline Condition score_above(int number) { return numbered(ConditionKind::Score, Relation::Above, number); }
inline Condition score_below(int number) { return numbered(ConditionKind::Score, Relation::Below, number); }
inline Condition spent_at_least(int minutes) { return numbered(ConditionKind::Spent, Relation::AtLeast, minutes); }
inline Condition verdict_given(Verdict verdict) {
    Condition result = condition(ConditionKind::VerdictIs);
    result.verdict = verdict;
    return result;
}

inline Effect reveal(EvidenceIx evidence) {
    Effect effect;
    effect.kind = EffectKind::Reveal;
    effect.evidence = evidence;
    return effect;
}
inline Effect say(const std::string& text) {
    Effect effect;
    effect.say = words(text);
    return effect;
}

/// A rule pack with two criteria (HA health, HB women), a checklist of two rules, three problem types and the scores
/// 0, 2, … 10 from 0, 25, 50, 70, 85 and 95 percent; weights 10/30/60, categories from 75, 50 and 0.
inline std::shared_ptr<Framework> small_framework() {
    auto framework = std::make_shared<Framework>();
    framework->id = "small";
    framework->title = words("Small pack");
    const auto rule = [&](const char* id, const char* code) {
        Rule made;
        made.id = id;
        made.code = code;
        made.name = words(id);
        framework->rules.push_back(std::move(made));
    };
    rule("endorsed", "E-1");
    rule("data-year", "T-2");
    rule("arithmetic", "H-1");
    const auto type = [&](const char* id, ProblemKind kind, const char* of_rule) {
        ProblemType made;
        made.id = id;
        made.kind = kind;
        made.rule = of_rule;
        made.name = made.short_name = words(id);
        framework->problem_types.push_back(std::move(made));
    };
    type("wrong-year", ProblemKind::Evidence, "data-year");
    type("sum-off", ProblemKind::Evidence, "arithmetic");
    type("not-endorsed", ProblemKind::Evidence, "endorsed");
    type("too-kind", ProblemKind::Judgement, "arithmetic");
    framework->checklists.push_back({"figure", {"endorsed", "data-year"}});
    framework->aggregation.method = AggregationMethod::TypesThenCriteria;
    const int weights[3] = {10, 30, 60};
    std::copy(std::begin(weights), std::end(weights), std::begin(framework->aggregation.weights));
    const auto category = [&](const char* id, int from) {
        Category made;
        made.id = id;
        made.from = Rational(from);
        made.name = words(id);
        framework->categories.push_back(std::move(made));
    };
    category("caring", 75);
    category("beginning", 50);
    category("none", 0);
    for (const char* id : {"HA", "HB"}) {
        Criterion criterion;
        criterion.id = id;
        criterion.name = criterion.short_name = words(id);
        framework->criteria.push_back(std::move(criterion));
    }
    Scale scale;
    const int bounds[6] = {0, 25, 50, 70, 85, 95};
    for (int i = 0; i < 6; ++i) {
        ScaleStep step;
        step.score = 2 * i;
        step.bound.from = Rational(bounds[i]);
        scale.steps.push_back(std::move(step));
    }
    for (const char* criterion : {"HA", "HB"})
        for (const auto& [suffix, kind] : {std::pair{"S1", IndicatorType::Structure},
                                           {"P1", IndicatorType::Process},
                                           {"P2", IndicatorType::Process},
                                           {"O1", IndicatorType::Outcome}}) {
            Indicator indicator;
            indicator.code = std::string(criterion) + "-" + suffix;
            indicator.criterion = criterion;
            indicator.type = kind;
            indicator.title = indicator.short_title = words(indicator.code);
            indicator.unit = "percent";
            indicator.checklist = {"endorsed", "data-year"};
            indicator.scale = scale;
            framework->indicators.push_back(std::move(indicator));
        }
    return framework;
}

class ScenarioBuilder {
public:
    Scenario scenario;
    std::shared_ptr<Framework> framework = small_framework();

    ScenarioBuilder() {
        scenario.id = "small-case";
        scenario.version = "1.0.0";
        scenario.title = words("Small case");
        scenario.hashes = {"content", "key"};
        scenario.budget = 60;
    }

    EvidenceIx evidence(std::string id, std::initializer_list<const char*> pages, bool hidden = false) {
        Evidence made;
        made.id = std::move(id);
        made.title = words(made.id);
        made.kind = "report";
        made.hidden = hidden;
        for (const char* text : pages)
            made.pages.push_back({"evidence/" + made.id + "-" + std::to_string(made.pages.size() + 1) + ".md",
                                  text_page(text)});
        scenario.evidence.push_back(std::move(made));
        return static_cast<EvidenceIx>(scenario.evidence.size() - 1);
    }

    /// An indicator of the pack with its reference; both lines of the checklist hold.
    IndicatorIx task(std::string code, std::vector<EvidenceIx> documents, Verdict verdict, int score) {
        Task made;
        made.code = std::move(code);
        made.evidence = std::move(documents);
        made.reference.verdict = verdict;
        made.reference.score = score;
        made.reference.holds = {"endorsed", "data-year"};
        made.reference.why = words("why " + made.code);
        made.item_hash = "item " + made.code;
        scenario.tasks.push_back(std::move(made));
        return static_cast<IndicatorIx>(scenario.tasks.size() - 1);
    }
    Task& at(IndicatorIx task) { return scenario.tasks[static_cast<std::size_t>(task)]; }

    /// The place of a quote, which must be there.
    [[nodiscard]] Passage passage(EvidenceIx evidence, int page, std::string_view quote, bool each = false) const {
        Passage made;
        made.evidence = evidence;
        made.page = page;
        made.quote = quote;
        made.each = each;
        const std::string& text = scenario.page(evidence, page)->text;
        for (std::size_t at = text.find(quote); at != std::string::npos; at = text.find(quote, at + quote.size())) {
            made.ranges.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())});
            if (!each) break;
        }
        assert(!made.ranges.empty());
        return made;
    }

    Problem& problem(IndicatorIx task, std::string type, Passage where) {
        Problem made;
        made.type = std::move(type);
        made.rule = framework->problem_type(made.type)->rule;
        made.where = std::move(where);
        made.why = words("shown by " + made.where.quote);
        at(task).problems.push_back(std::move(made));
        return at(task).problems.back();
    }

    static Reply reply(Condition when, const std::string& why, std::string type = "too-kind") {
        return {std::move(when), std::move(type), "arithmetic", words(why)};
    }

    ActionIx action(std::string id, int cost, std::vector<Effect> then, std::vector<IndicatorIx> helps = {}) {
        Action made;
        made.id = std::move(id);
        made.label = words(made.id);
        made.cost = cost;
        made.then = std::move(then);
        made.helps = std::move(helps);
        scenario.actions.push_back(std::move(made));
        return static_cast<ActionIx>(scenario.actions.size() - 1);
    }

    FlagIx flag(const std::string& name) {
        if (const FlagIx known = scenario.find_flag(name); known >= 0) return known;
        scenario.flags.push_back(name);
        return static_cast<FlagIx>(scenario.flags.size() - 1);
    }
    Effect set(const std::string& name) {
        Effect effect;
        effect.kind = EffectKind::Set;
        effect.flag = flag(name);
        return effect;
    }

    /// A step without a way on; add ways with `way`.
    StepIx step(std::string id, std::vector<IndicatorIx> indicators = {}, std::vector<ActionIx> actions = {}) {
        Step made;
        made.id = std::move(id);
        made.title = words(made.id);
        made.indicators = std::move(indicators);
        made.actions = std::move(actions);
        scenario.steps.push_back(std::move(made));
        return static_cast<StepIx>(scenario.steps.size() - 1);
    }
    Step& at_step(StepIx step) { return scenario.steps[static_cast<std::size_t>(step)]; }
    void way(StepIx from, StepIx to, Condition when = {}) { at_step(from).next.push_back({std::move(when), to}); }

    PartIx part(StepIx step, PartKind kind, const std::string& name) {
        StepPart made;
        made.kind = kind;
        made.id = at_step(step).id + "/" + name;
        made.step = step;
        scenario.parts.push_back(std::move(made));
        const auto index = static_cast<PartIx>(scenario.parts.size() - 1);
        at_step(step).parts.push_back(index);
        return index;
    }
    StepPart& at_part(PartIx part) { return scenario.parts[static_cast<std::size_t>(part)]; }

    /// The finished case: pointers to indicators and places of names in conditions are filled.
    [[nodiscard]] std::shared_ptr<const Scenario> build() {
        auto made = std::make_shared<Scenario>(scenario);
        made->framework = std::make_shared<const Framework>(*framework);
        for (Task& task : made->tasks) {
            task.indicator = made->framework->indicator(task.code);
            assert(task.indicator != nullptr);
            for (Reply& reply : task.replies) link(*made, reply.when);
        }
        for (StepPart& part : made->parts)
            for (Reply& reply : part.replies) link(*made, reply.when);
        for (Step& step : made->steps) {
            for (ScriptEvent& event : step.events) link(*made, event.when);
            for (Way& way : step.next) link(*made, way.when);
        }
        return made;
    }

private:
    static void link(Scenario& made, Condition& condition) {
        for (Condition& part : condition.parts) link(made, part);
        switch (condition.kind) {
        case ConditionKind::Set:
            if (made.find_flag(condition.name) < 0) made.flags.push_back(condition.name);
            condition.index = made.find_flag(condition.name);
            break;
        case ConditionKind::Decided:
        case ConditionKind::IndicatorScore: condition.index = made.find_task(condition.name); break;
        case ConditionKind::Opened: condition.index = made.find_evidence(condition.name); break;
        case ConditionKind::Answer: condition.index = made.find_part(condition.name); break;
        default: break;
        }
    }
};

/// A complete decision: every line of the checklist yes.
inline Decision decision(const Scenario& scenario, IndicatorIx task, Verdict verdict, int score, Confidence confidence = 2) {
    Decision made;
    for (const std::string& rule : scenario.tasks[static_cast<std::size_t>(task)].indicator->checklist)
        made.checklist.emplace_back(rule, Check::Yes);
    made.verdict = verdict;
    made.score = score;
    made.confidence = confidence;
    return made;
}

/// A case with everything in it: a step with a checklist, a choice and a category, two steps that list the indicators, a
/// hidden answer, events that say something, and a letter at the end.
struct SmallCase {
    ScenarioBuilder builder;
    EvidenceIx report = -1, table = -1, answer = -1;
    IndicatorIx births = -1, budget = -1;
    ActionIx ask = -1, visit = -1;
    PartIx lines = -1, begin = -1, category = -1, letter = -1;
    StepIx arrival = -1, desk = -1, again = -1, sign_off = -1;

    SmallCase() {
        report = builder.evidence("report", {"Laporan persalinan 2023\nDisahkan kepala dinas",
                                             "Kecamatan Satu 10\nKecamatan Dua 20\nJumlah 40\nnihil satu\nnihil dua"});
        table = builder.evidence("table", {"Belanja kesehatan 2024\nTahun anggaran 2024 sudah benar"});
        answer = builder.evidence("answer", {"Kelahiran menurut Dukcapil 35"}, true);
        births = builder.task("HA-O1", {report, answer}, Verdict::Return, 6);
        budget = builder.task("HB-P1", {table}, Verdict::Accept, 8);
        builder.at(births).reference.holds = {"endorsed"};
        builder.at(births).reference.fails = {"data-year"};
        builder.problem(births, "wrong-year", builder.passage(report, 1, "2023"));
        builder.problem(births, "sum-off", builder.passage(report, 2, "Jumlah 40"));
        ask = builder.action("ask", 20, {reveal(answer), builder.set("asked")}, {births});
        visit = builder.action("visit", 45, {});
        arrival = builder.step("arrival");
        desk = builder.step("desk", {births, budget}, {ask, visit});
        again = builder.step("again", {births, budget}, {ask, visit});
        sign_off = builder.step("sign-off");
        add_parts();
        builder.at_step(desk).evidence = {table};
        builder.at_step(desk).events.push_back({spent_at_least(20), {say("twenty"), builder.set("late")}});
        builder.at_step(desk).events.push_back({flag_set("late"), {say("late")}});
        builder.way(arrival, desk);
        builder.way(desk, again);
        builder.way(again, sign_off, decided("all"));
        builder.at_step(again).wait = words("decide all first");
        builder.way(sign_off, kEnd);
    }

    [[nodiscard]] std::shared_ptr<const Scenario> build() { return builder.build(); }

private:
    void add_parts() {
        lines = builder.part(arrival, PartKind::Checklist, "checklist");
        builder.at_part(lines).checklist = {"endorsed", "data-year"};
        builder.at_part(lines).reference.holds = {"endorsed"};
        builder.at_part(lines).reference.fails = {"data-year"};
        begin = builder.part(arrival, PartKind::Choice, "begin");
        builder.at_part(begin).options = {{"start", words("start")}, {"send-back", words("send back")}};
        builder.at_part(begin).reference_option = "start";
        category = builder.part(sign_off, PartKind::Category, "category");
        builder.at_part(category).reference_category = "beginning";
        letter = builder.part(sign_off, PartKind::Letter, "letter");
        builder.at_part(letter).model = words("model");
        builder.at_part(letter).points = {{"kind", words("kind")}, {"exact", words("exact")}};
    }
};

} // namespace timbang::tests
