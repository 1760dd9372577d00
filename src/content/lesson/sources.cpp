#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/lesson/reading.h"

namespace timbang::content {

using domain::LessonSource;
using yaml::Fields;
using yaml::Node;

namespace {

void read_work(Fields& fields, LessonSource& source) {
    source.kind = LessonSource::Kind::Work;
    for (const char* key : {"author", "year", "title"}) static_cast<void>(fields.need(key));
    if (fields.find("author") != nullptr) source.author = fields.word("author");
    source.year = fields.whole("year", 0);
    if (fields.find("title") != nullptr) source.title = fields.word("title");
}

void read_rule_source(LessonReading& reading, Fields& fields, LessonSource& source) {
    source.kind = LessonSource::Kind::Rule;
    if (reading.framework == nullptr) {
        static_cast<void>(fields.find("rule"));
        return;
    }
    source.rule = read_rule_id(fields, *reading.framework, reading.findings);
    const domain::Rule* const rule = reading.framework->rule(source.rule);
    if (rule == nullptr) return;
    source.code = rule->code;
    source.name = rule->name;
    source.practice = rule->practice;
    if (rule->reported) source.reported = rule->reported->source;
}

LessonSource read_source(LessonReading& reading, const Node& node) {
    Fields fields(node, reading.findings, format::kLessonSource);
    LessonSource source;
    const bool rule = node.get("rule") != nullptr, report = node.get("report") != nullptr;
    const bool work = node.get("author") != nullptr || node.get("year") != nullptr || node.get("title") != nullptr;
    if (fields.valid() && int{rule} + int{report} + int{work} != 1) {
        yaml::add_bad_value(reading.findings, node, "lesson-source");
    } else if (rule) {
        read_rule_source(reading, fields, source);
    } else if (report) {
        source.kind = LessonSource::Kind::Report;
        source.report = fields.word("report");
    } else if (work) {
        read_work(fields, source);
    }
    source.note = fields.both_languages("note");
    fields.finish();
    return source;
}

} // namespace

void read_sources(LessonReading& reading, const Node& node) {
    const auto items = yaml::as_list(node, reading.findings);
    if (items.empty()) yaml::add_bad_value(reading.findings, node, "lesson-source");
    for (const Node* item : items) reading.lesson.sources.push_back(read_source(reading, *item));
}

} // namespace timbang::content
