#include <algorithm>

#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using domain::PartKind;
using domain::StepPart;
using yaml::Fields;
using yaml::Node;

namespace {

std::optional<PartKind> kind_of(std::string_view word) {
    if (word == "checklist") return PartKind::Checklist;
    if (word == "choice") return PartKind::Choice;
    if (word == "category") return PartKind::Category;
    if (word == "letter") return PartKind::Letter;
    return std::nullopt;
}

const yaml::Shape& part_shape(PartKind kind) {
    switch (kind) {
    case PartKind::Checklist: return format::kChecklistPart;
    case PartKind::Choice: return format::kChoicePart;
    case PartKind::Category: return format::kCategoryPart;
    case PartKind::Letter: break;
    }
    return format::kLetterPart;
}

const yaml::Shape& reference_shape(PartKind kind) {
    switch (kind) {
    case PartKind::Checklist: return format::kChecklistReference;
    case PartKind::Choice: return format::kChoiceReference;
    case PartKind::Category: return format::kCategoryReference;
    case PartKind::Letter: break;
    }
    return format::kLetterReference;
}

std::vector<domain::Option> read_options(Reading& reading, const Node* node) {
    std::vector<domain::Option> options;
    std::vector<std::string> seen;
    if (node == nullptr) return options;
    for (const Node* item : yaml::as_list(*node, reading.findings)) {
        Fields one(*item, reading.findings, format::kOption);
        domain::Option option{one.id("id"), one.text("text")};
        one.finish();
        if (is_new_id(seen, option.id, *item, reading.findings)) options.push_back(std::move(option));
    }
    return options;
}

std::vector<std::string> read_checklist(Reading& reading, Fields& fields) {
    const Node* node = fields.find("checklist");
    if (node == nullptr) return {};
    if (!node->is_scalar()) return read_rule_ids(*node, *reading.framework, reading.findings);
    if (const auto* list = reading.framework->checklist(node->text)) return *list;
    std::vector<std::string> names;
    for (const auto& [name, rules] : reading.framework->checklists) names.push_back(name);
    add_unknown(reading.findings, node->span(), "unknown-checklist", node->text, names);
    return {};
}

void read_part_reference(Reading& reading, const Node& node, StepPart& part, yaml::Stretch& total,
                         yaml::Stretch& place_of_category) {
    Fields fields(node, reading.findings, reference_shape(part.kind));
    if (part.kind == PartKind::Checklist) read_checks(reading, fields, part.reference);
    if (part.kind == PartKind::Choice) {
        std::vector<std::string> options;
        for (const domain::Option& option : part.options) options.push_back(option.id);
        if (const Node* choice = fields.find("choice")) {
            part.reference_option = choice->text;
            static_cast<void>(place_of(reading, *choice, options, "unknown-option"));
        }
    }
    if (part.kind == PartKind::Category) {
        std::vector<std::string> ids;
        for (const auto& category : reading.framework->categories) ids.push_back(category.id);
        if (const Node* category = fields.find("category")) {
            part.reference_category = category->text;
            place_of_category = category->span();
            static_cast<void>(place_of(reading, *category, ids, "unknown-category"));
        }
        if (const Node* node_total = fields.find("total")) {
            part.reference_total = yaml::as_number(*node_total, reading.findings);
            total = node_total->span();
        }
    }
    if (const Node* rules = fields.find("rules"))
        part.reference.rules = read_rule_ids(*rules, *reading.framework, reading.findings);
    part.reference.why = fields.text("why");
    part.reference.rests_on = read_passages(reading, fields.find("rests_on"), nullptr);
    fields.finish();
}

/// "begin" for a choice with an id; "sign-off/category" otherwise.
std::string part_id(Reading& reading, Fields& fields, const domain::Step& step, std::string_view word) {
    std::string id =
        fields.valid() && fields.find("id") != nullptr ? fields.id("id") : (step.id + "/").append(word);
    for (const StepPart& other : reading.scenario.parts)
        if (other.id == id) yaml::add_error(reading.findings, fields.node().span(), "duplicate-id", {{"id", id}});
    return id;
}

} // namespace

void read_step_part(Reading& reading, const Node& node, domain::Step& step) {
    const bool alone = node.is_scalar(); // `decide: [category, letter]`
    Node empty = Node{};
    empty.kind = yaml::Kind::Mapping;
    empty.source = node.source;
    empty.begin = node.begin;
    empty.end = node.end;
    const Node* word = alone ? &node : Fields(node, reading.findings, format::kLetterPart).find("part");
    if (word == nullptr) return;
    const auto kind = kind_of(word->text);
    if (!kind) return yaml::add_bad_value(reading.findings, *word, "step-part");
    Fields fields(alone ? empty : node, reading.findings, part_shape(*kind));
    StepPart part;
    part.kind = *kind;
    part.step = static_cast<domain::StepIx>(reading.scenario.steps.size());
    part.id = part_id(reading, fields, step, word->text);
    if (*kind == PartKind::Checklist && !alone) part.checklist = read_checklist(reading, fields);
    if (*kind == PartKind::Choice && !alone) {
        part.ask = fields.text("ask");
        part.options = read_options(reading, fields.find("options"));
    }
    yaml::Stretch total = node.span(), category = node.span();
    const Node* reference = fields.find("reference");
    if (reference != nullptr) read_part_reference(reading, *reference, part, total, category);
    std::vector<yaml::Stretch> replies;
    const Node* list = fields.find("replies");
    part.replies = read_replies(reading, list, replies);
    if (*kind == PartKind::Letter) {
        if (const Node* model = fields.find("model")) part.model = read_long_text(reading, *model);
        part.points = read_options(reading, fields.find("points"));
    }
    if (alone && (*kind == PartKind::Checklist || *kind == PartKind::Choice))
        yaml::add_bad_value(reading.findings, node, "part-mapping");
    fields.finish();
    step.parts.push_back(static_cast<domain::PartIx>(reading.scenario.parts.size()));
    reading.places.parts.push_back(node.span());
    reading.places.part_replies.push_back(list == nullptr ? node.span() : list->span());
    reading.places.totals.push_back(total);
    reading.places.categories.push_back(category);
    reading.scenario.parts.push_back(std::move(part));
}

} // namespace timbang::content
