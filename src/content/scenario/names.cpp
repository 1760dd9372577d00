#include <algorithm>

#include "base/files.h"
#include "content/framework/reader.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using yaml::Node;

namespace {

/// Ids of a list of mappings, in its order; findings come when the items themselves are read.
std::vector<std::string> ids_in(const Node* list) {
    std::vector<std::string> ids;
    if (list == nullptr) return ids;
    for (const Node& item : list->items)
        if (const Node* id = item.get("id"); id != nullptr && id->is_scalar()) ids.emplace_back(id->text);
    return ids;
}

void gather_flags(const Node* effects, std::vector<std::string>& flags) {
    if (effects == nullptr) return;
    for (const Node& effect : effects->items) {
        const Node* set = effect.get("set");
        if (set == nullptr || !set->is_scalar() || set->text.empty()) continue;
        if (std::find(flags.begin(), flags.end(), set->text) == flags.end()) flags.emplace_back(set->text);
    }
}

void gather_choices(const Node& step, std::vector<Names::Choice>& choices) {
    const Node* parts = step.get("decide");
    if (parts == nullptr) return;
    for (const Node& part : parts->items) {
        const Node* id = part.get("id");
        if (id != nullptr && id->is_scalar() && part.get("options") != nullptr)
            choices.push_back({std::string(id->text), ids_in(part.get("options"))});
    }
}

} // namespace

void gather_names(Reading& reading, const Node& root) {
    Names& names = reading.names;
    names.evidence = ids_in(root.get("evidence"));
    names.actions = ids_in(root.get("actions"));
    names.panelists = ids_in(root.get("panelists"));
    for (const domain::ProblemType& type : reading.framework->problem_types) names.problem_types.push_back(type.id);
    if (const Node* actions = root.get("actions"))
        for (const Node& action : actions->items) gather_flags(action.get("then"), names.flags);
    const Node* script = root.get("script");
    const Node* steps = script == nullptr ? nullptr : script->get("steps");
    names.steps = ids_in(steps);
    if (steps == nullptr) return;
    for (const Node& step : steps->items) {
        gather_choices(step, names.choices);
        if (const Node* events = step.get("events"))
            for (const Node& event : events->items) gather_flags(event.get("then"), names.flags);
    }
}

std::vector<const Node*> gather_indicators(Reading& reading, yaml::Fields& fields) {
    std::vector<const Node*> nodes;
    const Node* list = fields.find("indicators");
    if (list == nullptr) return nodes;
    for (const Node* item : yaml::as_list(*list, reading.findings)) {
        const Node* node = item;
        if (item->is_scalar()) {
            auto tree = reading.files.yaml(std::string(item->text), item->span(), reading.findings);
            if (!tree) {
                const std::string name = base::file_name(item->text);
                reading.names.unread.push_back(name.substr(0, name.rfind('.')));
                continue;
            }
            reading.trees.push_back(std::make_unique<Node>(std::move(*tree)));
            node = reading.trees.back().get();
        }
        nodes.push_back(node);
        if (const Node* code = node->get("code"); code != nullptr && code->is_scalar())
            reading.names.indicators.emplace_back(code->text);
    }
    return nodes;
}

int place_of(Reading& reading, const Node& node, const std::vector<std::string>& known, const char* code) {
    const auto word = yaml::as_word(node, reading.findings);
    if (!word) return -1;
    const auto found = std::find(known.begin(), known.end(), *word);
    if (found != known.end()) return static_cast<int>(found - known.begin());
    const auto& unread = reading.names.unread;
    if (&known == &reading.names.indicators && std::find(unread.begin(), unread.end(), *word) != unread.end())
        return -1;
    add_unknown(reading.findings, node.span(), code, *word, known);
    return -1;
}

} // namespace timbang::content
