#include <algorithm>

#include "content/format/shapes.h"
#include "content/framework/reader.h"

namespace timbang::content {

using domain::Framework;
using yaml::Fields;
using yaml::Node;

namespace {

void read_marks(Fields& fields, std::string_view key, int (&marks)[3], base::Diagnostics& findings) {
    const Node* node = fields.find(key);
    if (node == nullptr) return;
    const auto items = yaml::as_list(*node, findings);
    if (items.size() != 3) return yaml::add_bad_value(findings, *node, "three-marks");
    for (std::size_t i = 0; i < 3; ++i)
        marks[i] = fields.whole_in(*items[i], key).value_or(marks[i]);
}

/// Keys whose only form is written out so that a reader sees the rule; another word would promise what is not done.
void expect_word(Fields& fields, const char* key, base::Diagnostics& findings) {
    const Node* node = fields.find(key);
    const std::string_view word = fields.shape().field(key)->value.words.front();
    if (node != nullptr && (!node->is_scalar() || node->text != word))
        yaml::add_error(findings, node->span(), "bad-value",
                        {{"found", std::string(node->text)}, {"expected", base::Arg{std::string(word)}}});
}

} // namespace

void read_certainty(const Node& node, domain::Certainty& certainty, base::Diagnostics& findings) {
    Fields fields(node, findings, format::kCertainty);
    if (const Node* levels = fields.find("levels")) {
        Fields inner(*levels, findings, format::kCertaintyLevels);
        certainty.names[0] = inner.text("1");
        certainty.names[1] = inner.text("2");
        certainty.names[2] = inner.text("3");
        inner.finish();
    }
    if (const Node* marks = fields.find("marks")) {
        Fields inner(*marks, findings, format::kMarks);
        read_marks(inner, "same", certainty.marks_same, findings);
        read_marks(inner, "different", certainty.marks_different, findings);
        inner.finish();
    }
    fields.finish();
}

void read_aggregation(const Node& node, domain::Aggregation& aggregation, base::Diagnostics& findings) {
    Fields fields(node, findings, format::kAggregation);
    using domain::AggregationMethod;
    if (const Node* method = fields.choice("method"); method != nullptr && method->text == "types-then-criteria")
        aggregation.method = AggregationMethod::TypesThenCriteria;
    const Node* weights = fields.find("weights");
    if (weights != nullptr) {
        Fields inner(*weights, findings, format::kWeights);
        aggregation.weights[0] = inner.whole("structure", 0);
        aggregation.weights[1] = inner.whole("process", 0);
        aggregation.weights[2] = inner.whole("outcome", 0);
        inner.finish();
        if (inner.valid() && aggregation.weights[0] + aggregation.weights[1] + aggregation.weights[2] != 100)
            yaml::add_bad_value(findings, *weights, "weights");
    } else if (aggregation.method == AggregationMethod::TypesThenCriteria) {
        static_cast<void>(fields.need("weights"));
    }
    expect_word(fields, "within_type", findings);
    expect_word(fields, "missing_type", findings);
    expect_word(fields, "over_criteria", findings);
    aggregation.decimals = fields.whole("shown_with", aggregation.decimals);
    aggregation.consensus = fields.whole("consensus", aggregation.consensus);
    aggregation.practice = fields.flag("practice");
    aggregation.reported = read_reported(fields, findings);
    aggregation.note = fields.text("note");
    fields.finish();
}

void read_categories(Fields& fields, Framework& framework, base::Diagnostics& findings) {
    std::vector<std::string> seen;
    for (const Node* item : fields.list("categories")) {
        Fields one(*item, findings, format::kCategory);
        domain::Category category;
        category.id = one.id("id");
        if (const Node* from = one.find("from"))
            category.from = yaml::as_number(*from, findings).value_or(domain::Rational{});
        category.name = one.text("name");
        category.practice = one.flag("practice");
        category.reported = read_reported(one, findings);
        category.note = one.text("note");
        one.finish();
        if (is_new_id(seen, category.id, *item, findings)) framework.categories.push_back(std::move(category));
    }
    std::stable_sort(framework.categories.begin(), framework.categories.end(),
                     [](const domain::Category& a, const domain::Category& b) { return b.from < a.from; });
}

void read_verdicts(Fields& fields, Framework& framework, base::Diagnostics& findings) {
    const Node* node = fields.find("verdicts");
    if (node == nullptr) return;
    Fields verdicts(*node, findings, format::kVerdicts);
    for (int i = 0; i < domain::kVerdictCount; ++i) {
        const Node* one = verdicts.find(domain::verdict_id(static_cast<domain::Verdict>(i)));
        if (one == nullptr) continue;
        Fields inner(*one, findings, format::kVerdict);
        framework.verdicts[i].name = inner.text("name");
        framework.verdicts[i].text = inner.text("text");
        inner.finish();
    }
    verdicts.finish();
}

} // namespace timbang::content
