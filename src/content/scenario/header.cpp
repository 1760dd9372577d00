#include "base/files.h"
#include "content/framework/reader.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using yaml::Fields;
using yaml::Node;

namespace {

void read_sources(Reading& reading, Fields& fields) {
    for (const Node* item : fields.list("sources")) {
        Fields one(*item, reading.findings);
        domain::Source source;
        if (const Node* about = one.need("for"))
            source.about = read_rule_ids(*about, *reading.framework, reading.findings);
        source.where = one.need_word("ref");
        one.finish();
        reading.scenario.sources.push_back(std::move(source));
    }
}

void read_district(Reading& reading, Fields& fields) {
    const Node* node = fields.need("district");
    if (node == nullptr) return;
    Fields one(*node, reading.findings);
    domain::District& district = reading.scenario.district;
    district.name = one.need_word("name");
    district.kind = one.word("kind");
    district.province = one.word("province");
    district.population = one.whole("population", 0, 2000000000, 0);
    one.finish();
}

void read_assessment(Reading& reading, Fields& fields) {
    const Node* node = fields.need("assessment");
    if (node == nullptr) return;
    Fields one(*node, reading.findings);
    if (one.need("year") != nullptr) reading.scenario.assessment_year = one.whole("year", 1900, 2999, 0);
    if (one.need("data_year") != nullptr) reading.scenario.data_year = one.whole("data_year", 1900, 2999, 0);
    one.finish();
}

void read_panelists(Reading& reading, Fields& fields) {
    std::vector<std::string> seen;
    for (const Node* item : fields.list("panelists")) {
        Fields one(*item, reading.findings);
        domain::Panelist panelist{one.need_id("id"), one.need_text("role")};
        one.finish();
        if (is_new_id(seen, panelist.id, *item, reading.findings))
            reading.scenario.panelists.push_back(std::move(panelist));
    }
}

} // namespace

domain::Text read_long_text(Reading& reading, const Node& node) {
    const Node* file = node.get("file");
    if (file == nullptr) return yaml::as_text(node, reading.findings);
    Fields fields(node, reading.findings);
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
    if (const Node* format = fields.need("timbang"); format != nullptr && format->text != "1")
        yaml::add_error(reading.findings, format->span(), "unknown-version",
                        {{"found", std::string(format->text)}, {"known", "1"}});
    scenario.id = fields.need_id("id");
    scenario.version = fields.need_word("version");
    scenario.title = fields.need_text("title");
    scenario.summary = fields.text("summary");
    scenario.level = fields.need_word("level");
    if (const Node* level = fields.node().get("level");
        level != nullptr && level->text != "foundation" && level->text != "practitioner" && level->text != "expert")
        yaml::add_bad_value(reading.findings, *level, "level");
    scenario.guided = fields.flag("guided");
    scenario.minutes = fields.whole("minutes", 1, 10000, 0);
    scenario.synthetic = fields.flag("synthetic");
    scenario.calculator = fields.flag("calculator", true);
    scenario.notice = fields.text("notice");
    read_sources(reading, fields);
    read_district(reading, fields);
    read_assessment(reading, fields);
    scenario.budget = fields.whole("budget", 0, 100000, 0);
    if (const Node* node = fields.find("facilitator")) scenario.facilitator = read_long_text(reading, *node);
    read_panelists(reading, fields);
}

} // namespace timbang::content
