#include "content/framework/reader.h"

#include <algorithm>

#include "base/utf8.h"
#include "content/format/shapes.h"

namespace timbang::content {

using domain::Framework;
using yaml::Fields;
using yaml::Node;

namespace {

domain::DecisionParts read_parts(Fields& fields, base::Diagnostics& findings) {
    domain::DecisionParts parts;
    const Node* node = fields.find("decide");
    if (node == nullptr) return parts;
    parts = {false, false, false, false};
    const yaml::ValueShape& words = fields.shape().field("decide")->value;
    for (const Node* item : yaml::as_list(*node, findings)) {
        if (!yaml::is_one_of(*item, words, findings)) continue;
        if (item->text == "checklist") parts.checklist = true;
        else if (item->text == "verdict") parts.verdict = true;
        else if (item->text == "problems") parts.problems = true;
        else parts.score = true;
    }
    return parts;
}

domain::FigureDefinition read_figure(Fields& fields, base::Diagnostics& findings) {
    domain::FigureDefinition figure;
    const Node* node = fields.find("figure");
    if (node == nullptr) return figure;
    Fields inner(*node, findings, format::kFigureDefinition);
    figure.numerator = inner.text("numerator");
    figure.denominator = inner.text("denominator");
    figure.count = inner.text("count");
    figure.owner = inner.text("owner");
    inner.finish();
    return figure;
}

std::vector<std::string> read_checklist(Fields& fields, const Framework& framework, base::Diagnostics& findings) {
    const Node* node = fields.find("checklist");
    if (node == nullptr) return {};
    if (!node->is_scalar()) return read_rule_ids(*node, framework, findings);
    if (const auto* list = framework.checklist(node->text)) return *list;
    if (told_enough(findings)) return {};
    std::vector<std::string> names;
    for (const auto& [name, rules] : framework.checklists) names.push_back(name);
    add_unknown(findings, node->span(), "unknown-checklist", node->text, names);
    return {};
}

std::string read_criterion(Fields& one, const std::string& code, const Framework& framework,
                           base::Diagnostics& findings) {
    const Node* node = one.find("criterion");
    const std::string id = node != nullptr ? std::string(node->text) : code.substr(0, code.find('-'));
    if (!told_enough(findings) && framework.criterion(id) == nullptr && !code.empty()) {
        std::vector<std::string> ids;
        for (const domain::Criterion& criterion : framework.criteria) ids.push_back(criterion.id);
        add_unknown(findings, node != nullptr ? node->span() : one.node().span(), "unknown-criterion", id, ids);
    }
    return id;
}

} // namespace

void note_long_name(const domain::Text& shown, const std::string& id, const Node& at, base::Diagnostics& findings) {
    constexpr std::size_t kShortName = 32;
    const std::size_t length = std::max(base::length(shown.id), base::length(shown.en));
    if (length <= kShortName) return;
    findings.push_back({base::Severity::Note, "short-missing", at.span(),
                        {{"id", id}}, std::nullopt});
}

void read_indicators(Fields& fields, Framework& framework, const std::vector<ScaleName>& scales,
                     base::Diagnostics& findings) {
    std::vector<std::string> seen;
    for (const Node* item : fields.list("indicators")) {
        Fields one(*item, findings, format::kCatalogued);
        domain::Indicator indicator;
        indicator.code = one.id("code");
        indicator.criterion = read_criterion(one, indicator.code, framework, findings);
        if (const Node* type = one.choice("type"))
            indicator.type = domain::indicator_type_from_id(type->text).value_or(indicator.type);
        indicator.title = one.text("title");
        indicator.short_title = one.text("short");
        if (indicator.short_title.empty()) indicator.short_title = indicator.title;
        indicator.asks = one.text("asks");
        indicator.unit = one.word("unit");
        indicator.figure = read_figure(one, findings);
        indicator.owner = one.text("owner");
        indicator.checklist = read_checklist(one, framework, findings);
        auto scale = read_scale(one, scales, findings);
        indicator.sdg = one.words("sdg");
        indicator.reported = read_reported(one, findings);
        indicator.practice = one.flag("practice");
        one.finish();
        if (!is_new_id(seen, indicator.code, *item, findings) || !scale) continue;
        indicator.scale = std::move(*scale);
        note_long_name(indicator.short_title, indicator.code, *item, findings);
        framework.indicators.push_back(std::move(indicator));
    }
}

Framework read_framework(const Node& root, base::Diagnostics& findings) {
    Framework framework;
    Fields fields(root, findings, format::kFramework);
    if (const Node* format = fields.find("timbang"); format != nullptr && format->text != "1")
        yaml::add_error(findings, format->span(), "unknown-version",
                        {{"found", std::string(format->text)}, {"known", "1"}});
    static_cast<void>(fields.choice("kind"));
    framework.id = fields.id("id");
    framework.version = fields.whole("version", 1);
    framework.practice = fields.flag("practice");
    framework.title = fields.text("title");
    framework.short_title = fields.text("short");
    if (framework.short_title.empty()) framework.short_title = framework.title;
    framework.notice = fields.text("notice");
    const auto scales = read_scales(fields.find("scales"), findings);
    if (const Node* node = fields.find("certainty")) read_certainty(*node, framework.certainty, findings);
    if (const Node* node = fields.find("aggregation")) read_aggregation(*node, framework.aggregation, findings);
    read_categories(fields, framework, findings);
    framework.decide = read_parts(fields, findings);
    read_verdicts(fields, framework, findings);
    read_rules(fields, framework, findings);
    read_checklists(fields, framework, findings);
    read_problem_types(fields, framework, findings);
    read_criteria(fields, framework, findings);
    read_indicators(fields, framework, scales, findings);
    fields.finish();
    return framework;
}

} // namespace timbang::content
