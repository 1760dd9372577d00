#include <algorithm>

#include "content/framework/reader.h"

namespace timbang::content {

using domain::Framework;
using yaml::Fields;
using yaml::Node;

namespace {

constexpr int kHighestMark = 1000;

void read_marks(const Node* node, int (&marks)[3], base::Diagnostics& findings) {
    if (node == nullptr) return;
    const auto items = yaml::as_list(*node, findings);
    if (items.size() != 3) return yaml::add_bad_value(findings, *node, "three-marks");
    for (std::size_t i = 0; i < 3; ++i)
        marks[i] = yaml::as_whole(*items[i], -kHighestMark, kHighestMark, findings).value_or(marks[i]);
}

/// Keys whose only form is written out so that a reader sees the rule; another word would promise what is not done.
void expect_word(Fields& fields, const char* key, const char* word, base::Diagnostics& findings) {
    const Node* node = fields.find(key);
    if (node != nullptr && (!node->is_scalar() || node->text != word))
        yaml::add_error(findings, node->span(), "bad-value",
                        {{"found", std::string(node->text)}, {"expected", base::Arg{std::string(word)}}});
}

} // namespace

void read_certainty(const Node& node, domain::Certainty& certainty, base::Diagnostics& findings) {
    Fields fields(node, findings);
    if (const Node* levels = fields.need("levels")) {
        Fields inner(*levels, findings);
        certainty.names[0] = inner.need_text("1");
        certainty.names[1] = inner.need_text("2");
        certainty.names[2] = inner.need_text("3");
        inner.finish();
    }
    if (const Node* marks = fields.find("marks")) {
        Fields inner(*marks, findings);
        read_marks(inner.need("same"), certainty.marks_same, findings);
        read_marks(inner.need("different"), certainty.marks_different, findings);
        inner.finish();
    }
    fields.finish();
}

void read_aggregation(const Node& node, domain::Aggregation& aggregation, base::Diagnostics& findings) {
    Fields fields(node, findings);
    using domain::AggregationMethod;
    if (const Node* method = fields.need("method")) {
        if (method->text == "types-then-criteria") aggregation.method = AggregationMethod::TypesThenCriteria;
        else if (method->text != "none") yaml::add_bad_value(findings, *method, "method");
    }
    const Node* weights = fields.find("weights");
    if (weights != nullptr) {
        Fields inner(*weights, findings);
        aggregation.weights[0] = inner.whole("structure", 0, 100, 0);
        aggregation.weights[1] = inner.whole("process", 0, 100, 0);
        aggregation.weights[2] = inner.whole("outcome", 0, 100, 0);
        inner.finish();
        if (inner.valid() && aggregation.weights[0] + aggregation.weights[1] + aggregation.weights[2] != 100)
            yaml::add_bad_value(findings, *weights, "weights");
    } else if (aggregation.method == AggregationMethod::TypesThenCriteria) {
        static_cast<void>(fields.need("weights"));
    }
    expect_word(fields, "within_type", "mean", findings);
    expect_word(fields, "missing_type", "rescale", findings);
    expect_word(fields, "over_criteria", "mean", findings);
    aggregation.decimals = fields.whole("shown_with", 0, 6, aggregation.decimals);
    aggregation.consensus = fields.whole("consensus", 1, 100, aggregation.consensus);
    aggregation.practice = fields.flag("practice");
    aggregation.reported = read_reported(fields, findings);
    aggregation.note = fields.text("note");
    fields.finish();
}

void read_categories(Fields& fields, Framework& framework, base::Diagnostics& findings) {
    std::vector<std::string> seen;
    for (const Node* item : fields.list("categories")) {
        Fields one(*item, findings);
        domain::Category category;
        category.id = one.need_id("id");
        if (const Node* from = one.need("from"))
            category.from = yaml::as_number(*from, findings).value_or(domain::Rational{});
        category.name = one.need_text("name");
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
    const Node* node = fields.need("verdicts");
    if (node == nullptr) return;
    Fields verdicts(*node, findings);
    for (int i = 0; i < domain::kVerdictCount; ++i) {
        const Node* one = verdicts.need(domain::verdict_id(static_cast<domain::Verdict>(i)));
        if (one == nullptr) continue;
        Fields inner(*one, findings);
        framework.verdicts[i].name = inner.need_text("name");
        framework.verdicts[i].text = inner.text("text");
        inner.finish();
    }
    verdicts.finish();
}

} // namespace timbang::content
