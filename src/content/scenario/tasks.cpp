#include <algorithm>

#include "base/files.h"
#include "base/rational.h"
#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using domain::Reference;
using domain::Task;
using yaml::Fields;
using yaml::Node;

namespace {

/// "6279/6940" with the unit percent is 90.47…; a number without a fraction bar stands in the unit already.
std::optional<domain::Rational> read_figure(Reading& reading, const Node& node) {
    Fields fields(node, reading.findings, format::kFigure);
    const Node* value = fields.find("value");
    const std::string unit = fields.word("unit");
    fields.finish();
    if (value == nullptr) return std::nullopt;
    auto number = yaml::as_number(*value, reading.findings);
    if (number && unit == "percent" && value->text.find('/') != std::string::npos) {
        number = base::checked_multiply(*number, domain::Rational(100));
        if (!number) yaml::add_bad_value(reading.findings, *value, "number");
    }
    return number;
}

std::optional<int> read_score(Reading& reading, Fields& fields, const domain::Indicator* indicator, bool needed) {
    const Node* node = needed ? fields.need("score") : fields.find("score");
    if (node == nullptr) return std::nullopt;
    const auto score = fields.whole_in(*node, "score");
    if (score && indicator != nullptr && !indicator->scale.place(*score)) {
        std::string scale;
        for (const domain::ScaleStep& step : indicator->scale.steps)
            scale += (scale.empty() ? "" : ", ") + std::to_string(step.score);
        yaml::add_error(reading.findings, node->span(), "score-off-scale",
                        {{"score", std::int64_t{*score}}, {"scale", std::move(scale)}});
    }
    return score;
}

Reference read_reference(Reading& reading, const Node& node, const Task& task, std::vector<yaml::Stretch>& rests_on) {
    Reference reference;
    Fields fields(node, reading.findings, format::kReference);
    const auto& asked = reading.framework->decide;
    if (asked.verdict) static_cast<void>(fields.need("verdict"));
    reference.verdict = read_verdict(fields).value_or(domain::Verdict::Accept);
    reference.score = read_score(reading, fields, task.indicator, asked.score);
    if (const Node* figure = fields.find("figure")) reference.figure = read_figure(reading, *figure);
    if (const Node* checks = fields.find("checklist")) {
        Fields inner(*checks, reading.findings, format::kChecks);
        read_checks(reading, inner, reference);
        inner.finish();
    }
    if (const Node* rules = fields.find("rules"))
        reference.rules = read_rule_ids(*rules, *reading.framework, reading.findings);
    reference.why = fields.text("why");
    reference.rests_on = read_passages(reading, fields.find("rests_on"), &rests_on);
    fields.finish();
    return reference;
}

std::vector<domain::Near> read_near(Reading& reading, const Node* node, const domain::Indicator* indicator) {
    std::vector<domain::Near> all;
    if (node == nullptr) return all;
    for (const Node* item : yaml::as_list(*node, reading.findings)) {
        Fields one(*item, reading.findings, format::kNear);
        domain::Near near;
        near.verdict = read_verdict(one).value_or(domain::Verdict::Accept);
        near.score = read_score(reading, one, indicator, false);
        near.why = one.text("why");
        one.finish();
        all.push_back(std::move(near));
    }
    return all;
}

std::string read_type(Reading& reading, Fields& fields) {
    const Node* node = fields.find("type");
    if (node == nullptr) return "";
    static_cast<void>(place_of(reading, *node, reading.names.problem_types, "unknown-problem-type"));
    return std::string(node->text);
}

std::vector<domain::Problem> read_problems(Reading& reading, const Node* node, std::vector<yaml::Stretch>& places) {
    std::vector<domain::Problem> all;
    if (node == nullptr) return all;
    for (const Node* item : yaml::as_list(*node, reading.findings)) {
        Fields one(*item, reading.findings, format::kProblem);
        domain::Problem problem;
        problem.type = read_type(reading, one);
        const auto* type = reading.framework->problem_type(problem.type);
        if (type != nullptr && type->kind != domain::ProblemKind::Evidence)
            yaml::add_error(reading.findings, item->get("type")->span(), "judgement-as-problem",
                            {{"id", problem.type}});
        problem.rule = read_rule_id(one, *reading.framework, reading.findings);
        auto where = read_passage(reading, one, PassageForm::Exact);
        problem.also = read_passages(reading, one.find("also"), nullptr);
        if (const Node* types = one.find("or"))
            for (const Node* other : yaml::as_list(*types, reading.findings))
                if (place_of(reading, *other, reading.names.problem_types, "unknown-problem-type") >= 0)
                    problem.also_types.emplace_back(other->text);
        problem.why = one.text("why");
        one.finish();
        if (!where) continue;
        problem.where = std::move(*where);
        all.push_back(std::move(problem));
        places.push_back(item->span());
    }
    return all;
}

std::vector<domain::Allowed> read_allowed(Reading& reading, const Node* node) {
    std::vector<domain::Allowed> all;
    if (node == nullptr) return all;
    for (const Node* item : yaml::as_list(*node, reading.findings)) {
        Fields one(*item, reading.findings, format::kAllowed);
        domain::Allowed allowed;
        if (item->get("type") != nullptr) allowed.type = read_type(reading, one);
        auto where = read_passage(reading, one, PassageForm::MayBeWide);
        one.finish();
        if (!where) continue;
        allowed.where = std::move(*where);
        all.push_back(std::move(allowed));
    }
    return all;
}

std::vector<domain::PanelVote> read_panel(Reading& reading, const Node* node, const domain::Indicator* indicator) {
    std::vector<domain::PanelVote> all;
    std::vector<std::string> seen;
    if (node == nullptr) return all;
    for (const Node* item : yaml::as_list(*node, reading.findings)) {
        Fields one(*item, reading.findings, format::kVote);
        domain::PanelVote vote;
        if (const Node* by = one.find("by")) {
            vote.by = by->text;
            if (place_of(reading, *by, reading.names.panelists, "unknown-panelist") >= 0)
                static_cast<void>(is_new_id(seen, vote.by, *by, reading.findings));
        }
        vote.verdict = read_verdict(one).value_or(domain::Verdict::Accept);
        vote.score = read_score(reading, one, indicator, false);
        vote.why = one.text("why");
        one.finish();
        all.push_back(std::move(vote));
    }
    return all;
}

std::vector<domain::EvidenceIx> read_evidence_ids(Reading& reading, Fields& fields) {
    std::vector<domain::EvidenceIx> places;
    for (const Node* item : fields.list("evidence")) {
        const int at = place_of(reading, *item, reading.names.evidence, "unknown-evidence");
        if (at < 0) continue;
        if (std::find(places.begin(), places.end(), at) == places.end()) places.push_back(at);
        else yaml::add_error(reading.findings, item->span(), "duplicate-id", {{"id", std::string(item->text)}});
    }
    return places;
}

/// Whose file it is: asked for in a pool, and only there.
std::string read_task_district(Reading& reading, Fields& fields) {
    const bool pool = reading.scenario.purpose == domain::Purpose::Pool;
    const Node* node = pool ? fields.need("district") : fields.find("district");
    if (node == nullptr) return "";
    if (!pool) yaml::add_error(reading.findings, node->span(), "only-in-pools", {{"key", "district"}});
    return yaml::as_word(*node, reading.findings).value_or("");
}

const domain::Indicator* read_code(Reading& reading, Fields& fields, std::string& code) {
    code = fields.id("code");
    const Node* node = fields.node().get("code");
    if (code.empty()) return nullptr;
    for (const Task& task : reading.scenario.tasks)
        if (task.code == code) yaml::add_error(reading.findings, node->span(), "duplicate-id", {{"id", code}});
    const domain::Indicator* indicator = reading.framework->indicator(code);
    const bool pool = reading.scenario.purpose == domain::Purpose::Pool; // where one indicator may be asked twice
    if (indicator != nullptr && indicator->code != code && !pool) indicator = nullptr;
    if (indicator == nullptr) {
        std::vector<std::string> codes;
        for (const domain::Indicator& known : reading.framework->indicators) codes.push_back(known.code);
        add_unknown(reading.findings, node->span(), "unknown-indicator", code, codes);
    }
    return indicator;
}

} // namespace

std::optional<domain::Verdict> read_verdict(Fields& fields) {
    const Node* node = fields.choice("verdict");
    return node == nullptr ? std::nullopt : domain::verdict_from_id(node->text);
}

void read_checks(Reading& reading, Fields& fields, Reference& reference) {
    if (const Node* holds = fields.find("holds"))
        reference.holds = read_rule_ids(*holds, *reading.framework, reading.findings);
    if (const Node* fails = fields.find("fails"))
        reference.fails = read_rule_ids(*fails, *reading.framework, reading.findings);
    for (const std::string& rule : reference.holds)
        if (std::find(reference.fails.begin(), reference.fails.end(), rule) != reference.fails.end())
            yaml::add_error(reading.findings, fields.node().span(), "holds-and-fails", {{"id", rule}});
}

void read_task(Reading& reading, const Node& node) {
    Fields fields(node, reading.findings, format::kIndicator);
    Task task;
    Places& places = reading.places;
    std::vector<yaml::Stretch> rests_on, problems, reply;
    task.indicator = read_code(reading, fields, task.code);
    task.district = read_task_district(reading, fields);
    task.evidence = read_evidence_ids(reading, fields);
    const Node* reference = fields.find("reference");
    if (reference != nullptr) task.reference = read_reference(reading, *reference, task, rests_on);
    task.near = read_near(reading, fields.find("near"), task.indicator);
    task.problems = read_problems(reading, fields.find("problems"), problems);
    task.allowed = read_allowed(reading, fields.find("allowed"));
    const Node* panel = fields.find("panel");
    task.panel = read_panel(reading, panel, task.indicator);
    const Node* replies = fields.find("replies");
    task.replies = read_replies(reading, replies, reply);
    if (const Node* text = fields.find("facilitator")) task.facilitator = read_long_text(reading, *text);
    task.anchor = fields.flag("anchor");
    fields.finish();
    places.tasks.push_back(node.span());
    places.references.push_back(reference == nullptr ? node.span() : reference->span());
    places.rests_on.push_back(std::move(rests_on));
    places.problems.push_back(std::move(problems));
    places.panels.push_back(panel == nullptr ? node.span() : panel->span());
    places.replies.push_back(replies == nullptr ? node.span() : replies->span());
    places.reply.push_back(std::move(reply));
    reading.scenario.tasks.push_back(std::move(task));
}

std::vector<domain::Reply> read_replies(Reading& reading, const Node* node, std::vector<yaml::Stretch>& places) {
    std::vector<domain::Reply> all;
    if (node == nullptr) return all;
    for (const Node* item : yaml::as_list(*node, reading.findings)) {
        Fields one(*item, reading.findings, format::kReply);
        domain::Reply reply;
        if (const Node* when = one.find("when")) reply.when = read_condition(reading, *when, ConditionOf::Reply);
        reply.type = read_type(reading, one);
        reply.rule = read_rule_id(one, *reading.framework, reading.findings);
        reply.why = one.text("why");
        one.finish();
        all.push_back(std::move(reply));
        places.push_back(item->span());
    }
    return all;
}

} // namespace timbang::content
