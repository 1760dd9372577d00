#include <algorithm>

#include "content/format/shapes.h"
#include "content/framework/reader.h"

namespace timbang::content {

using domain::Bound;
using domain::Rational;
using domain::Scale;
using domain::ScaleKind;
using domain::ScaleStep;
using yaml::Fields;
using yaml::Node;

namespace {

constexpr int kHighestScore = 1000;

std::optional<int> score_key(const yaml::Key& key, base::Diagnostics& findings) {
    Node node;
    node.text = key.text;
    node.plain = true;
    node.source = key.source;
    node.begin = key.begin;
    node.end = key.end;
    return yaml::as_whole(node, 0, kHighestScore, findings);
}

Bound read_range(const Node& node, base::Diagnostics& findings) {
    Bound bound;
    Fields fields(node, findings, format::kRange);
    const auto number = [&](std::string_view key, std::optional<Rational>& value) {
        if (const Node* found = fields.find(key)) value = yaml::as_number(*found, findings);
    };
    number("from", bound.from);
    number("to", bound.to);
    number("above", bound.above);
    number("below", bound.below);
    fields.finish();
    const auto& low = bound.from ? bound.from : bound.above;
    const auto& high = bound.to ? bound.to : bound.below;
    if (fields.valid() && !low && !high) yaml::add_bad_value(findings, node, "range");
    if (low && high && *high < *low) yaml::add_bad_value(findings, node, "range");
    return bound;
}

/// Lower end of a range as (value, whether it belongs to the range); nothing where it is open.
bool starts_before_end(const Bound& a, const Bound& b) {
    const auto& low = a.from ? a.from : a.above;
    const auto& high = b.to ? b.to : b.below;
    if (!low || !high) return true;
    return *low < *high || (*low == *high && a.from && b.to);
}

void check_steps(const Node& node, const Scale& scale, base::Diagnostics& findings) {
    const auto& steps = scale.steps;
    if (scale.kind == ScaleKind::Bands && steps.size() > 1) {
        const bool rising = *steps[0].bound.from < *steps[1].bound.from;
        for (std::size_t i = 1; i < steps.size(); ++i) {
            const Rational& before = *steps[i - 1].bound.from;
            const Rational& now = *steps[i].bound.from;
            if (rising ? now > before : now < before) continue;
            yaml::add_error(findings, node.span(), "bands-disorder", {{"score", std::int64_t{steps[i].score}}});
            return;
        }
    }
    if (scale.kind != ScaleKind::Ranges) return;
    for (std::size_t i = 0; i < steps.size(); ++i)
        for (std::size_t k = i + 1; k < steps.size(); ++k)
            if (starts_before_end(steps[i].bound, steps[k].bound) && starts_before_end(steps[k].bound, steps[i].bound))
                yaml::add_error(findings, node.span(), "ranges-overlap",
                                {{"score", std::int64_t{steps[i].score}}, {"other", std::int64_t{steps[k].score}}});
}

std::optional<Scale> read_steps(const Node& node, ScaleKind kind, base::Diagnostics& findings) {
    if (!node.is_mapping() || node.keys.empty()) {
        yaml::add_bad_value(findings, node, "scale");
        return std::nullopt;
    }
    Scale scale;
    scale.kind = kind;
    bool sound = true;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto score = score_key(node.keys[i], findings);
        ScaleStep step;
        step.score = score.value_or(0);
        sound = sound && score;
        if (kind == ScaleKind::Levels) step.level = yaml::as_text(node.items[i], findings);
        if (kind == ScaleKind::Ranges) step.bound = read_range(node.items[i], findings);
        if (kind == ScaleKind::Bands) {
            step.bound.from = yaml::as_number(node.items[i], findings);
            sound = sound && step.bound.from;
        }
        scale.steps.push_back(std::move(step));
    }
    if (!sound) return std::nullopt;
    std::sort(scale.steps.begin(), scale.steps.end(),
              [](const ScaleStep& a, const ScaleStep& b) { return a.score < b.score; });
    for (std::size_t i = 1; i < scale.steps.size(); ++i)
        if (scale.steps[i].score == scale.steps[i - 1].score) { // "8" and "08"
            yaml::add_error(findings, node.span(), "duplicate-key",
                            {{"key", std::to_string(scale.steps[i].score)}, {"line", std::int64_t{node.begin.line}}});
            return std::nullopt;
        }
    check_steps(node, scale, findings);
    return scale;
}

struct Form {
    const char* key;
    ScaleKind kind;
};
constexpr Form kForms[] = {{"bands", ScaleKind::Bands}, {"ranges", ScaleKind::Ranges}, {"levels", ScaleKind::Levels}};

} // namespace

std::vector<ScaleName> read_scales(const Node* node, base::Diagnostics& findings) {
    std::vector<ScaleName> scales;
    if (node == nullptr) return scales;
    if (!node->is_mapping()) {
        yaml::add_bad_value(findings, *node, "mapping");
        return scales;
    }
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
        Fields fields(node->items[i], findings, format::kScale);
        auto scale = read_scale(fields, {}, findings);
        fields.finish();
        if (scale) scales.push_back({std::string(node->keys[i].text), std::move(*scale)});
    }
    return scales;
}

std::optional<Scale> read_scale(Fields& fields, const std::vector<ScaleName>& named, base::Diagnostics& findings) {
    std::optional<Scale> found;
    int forms = 0;
    for (const Form& form : kForms) {
        const Node* node = fields.find(form.key);
        if (node == nullptr) continue;
        ++forms;
        found = read_steps(*node, form.kind, findings);
    }
    if (const Node* node = fields.find("scale")) {
        ++forms;
        const auto same = std::find_if(named.begin(), named.end(), [&](const ScaleName& scale) {
            return node->is_scalar() && scale.name == node->text;
        });
        if (same != named.end()) {
            found = same->scale;
        } else {
            std::vector<std::string> names;
            for (const ScaleName& scale : named) names.push_back(scale.name);
            add_unknown(findings, node->span(), "unknown-scale", node->text, names);
        }
    }
    if (forms != 1 && fields.valid())
        yaml::add_error(findings, fields.node().span(), "scale-count", {{"count", std::int64_t{forms}}});
    return found;
}

} // namespace timbang::content
