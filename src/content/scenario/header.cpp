#include "base/files.h"
#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using yaml::Fields;
using yaml::Node;

namespace {

void read_sources(Reading& reading, Fields& fields) {
    for (const Node* item : fields.list("sources")) {
        Fields one(*item, reading.findings, format::kSource);
        domain::Source source;
        if (const Node* about = one.find("for"))
            source.about = read_rule_ids(*about, *reading.framework, reading.findings);
        source.where = one.word("ref");
        one.finish();
        reading.scenario.sources.push_back(std::move(source));
    }
}

void read_purpose(Reading& reading, Fields& fields) {
    domain::Scenario& scenario = reading.scenario;
    if (const Node* purpose = fields.choice("purpose"))
        scenario.purpose = domain::purpose_from_id(purpose->text).value_or(domain::Purpose::Practice);
    const bool needed = scenario.purpose == domain::Purpose::Repractice;
    const Node* about = needed ? fields.need("about") : fields.find("about");
    if (about == nullptr) return;
    for (const Node* type : yaml::as_list(*about, reading.findings))
        if (place_of(reading, *type, reading.names.problem_types, "unknown-problem-type") >= 0)
            scenario.about.emplace_back(type->text);
}

void read_district(Reading& reading, Fields& fields) {
    const Node* node = fields.find("district");
    if (node == nullptr) return;
    Fields one(*node, reading.findings, format::kDistrict);
    domain::District& district = reading.scenario.district;
    district.name = one.word("name");
    district.kind = one.word("kind");
    district.province = one.word("province");
    district.population = one.whole("population", 0);
    one.finish();
}

void read_assessment(Reading& reading, Fields& fields) {
    const Node* node = fields.find("assessment");
    if (node == nullptr) return;
    Fields one(*node, reading.findings, format::kAssessment);
    reading.scenario.assessment_year = one.whole("year", reading.scenario.assessment_year);
    reading.scenario.data_year = one.whole("data_year", reading.scenario.data_year);
    one.finish();
}

void read_panelists(Reading& reading, Fields& fields) {
    std::vector<std::string> seen;
    for (const Node* item : fields.list("panelists")) {
        Fields one(*item, reading.findings, format::kPanelist);
        domain::Panelist panelist{one.id("id"), one.text("role")};
        one.finish();
        if (is_new_id(seen, panelist.id, *item, reading.findings))
            reading.scenario.panelists.push_back(std::move(panelist));
    }
}

} // namespace

domain::Text read_long_text(Reading& reading, const Node& node) {
    const Node* file = node.get("file");
    if (file == nullptr) return yaml::as_text(node, reading.findings);
    Fields fields(node, reading.findings, format::kTextFile);
    const std::string name = fields.word("file");
    fields.finish();
    domain::Text text;
    if (name.empty()) return text;
    if (const auto* source = reading.files.text(name + ".id.md", file->span(), reading.findings))
        text.id = source->text();
    if (const auto* source = reading.files.text(name + ".en.md", file->span(), reading.findings))
        text.en = source->text();
    return text;
}

void read_header(Reading& reading, Fields& fields) {
    domain::Scenario& scenario = reading.scenario;
    if (const Node* format = fields.find("timbang"); format != nullptr && format->text != "1")
        yaml::add_error(reading.findings, format->span(), "unknown-version",
                        {{"found", std::string(format->text)}, {"known", "1"}});
    scenario.id = fields.id("id");
    scenario.version = fields.word("version");
    scenario.title = fields.text("title");
    scenario.summary = fields.text("summary");
    read_purpose(reading, fields);
    if (const Node* level = fields.choice("level")) scenario.level = level->text;
    scenario.guided = fields.flag("guided");
    scenario.minutes = fields.whole("minutes", 0);
    scenario.synthetic = fields.flag("synthetic");
    scenario.calculator = fields.flag("calculator", true);
    scenario.notice = fields.text("notice");
    read_sources(reading, fields);
    read_district(reading, fields);
    read_assessment(reading, fields);
    scenario.budget = fields.whole("budget", 0);
    if (const Node* node = fields.find("facilitator")) scenario.facilitator = read_long_text(reading, *node);
    read_panelists(reading, fields);
}

} // namespace timbang::content
