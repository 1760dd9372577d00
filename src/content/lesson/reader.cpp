#include <algorithm>
#include <set>

#include "base/files.h"
#include "content/checks/checks.h"
#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/lesson/reading.h"
#include "content/lessons.h"
#include "content/scenario/files.h"

namespace timbang::content {

using yaml::Fields;
using yaml::Node;

namespace {

constexpr int kLast = 1000; // of readings without a place of their own

void read_problems(LessonReading& reading, Fields& fields) {
    const Node* const node = fields.find("problems");
    if (node == nullptr || reading.framework == nullptr) return;
    std::vector<std::string> known;
    for (const domain::ProblemType& type : reading.framework->problem_types) known.push_back(type.id);
    for (const Node* item : yaml::as_list(*node, reading.findings)) {
        const auto id = yaml::as_word(*item, reading.findings);
        if (!id) continue;
        if (std::find(known.begin(), known.end(), *id) != known.end())
            reading.lesson.purpose.problems.push_back(*id);
        else
            add_unknown(reading.findings, item->span(), "unknown-problem-type", *id, known);
    }
}

void read_purpose(LessonReading& reading, const Node& node) {
    Fields fields(node, reading.findings, format::kLessonPurpose);
    read_problems(reading, fields);
    const Node* const rules = fields.find("rules");
    if (rules != nullptr && reading.framework != nullptr)
        reading.lesson.purpose.rules = read_rule_ids(*rules, *reading.framework, reading.findings);
    reading.lesson.purpose.topics = fields.words("topics");
    fields.finish();
    const bool named = node.get("problems") != nullptr || rules != nullptr || node.get("topics") != nullptr;
    if (fields.valid() && !named) yaml::add_bad_value(reading.findings, node, "lesson-for");
}

void read_sections(LessonReading& reading, Fields& fields) {
    for (const Node* item : fields.list("sections")) {
        Fields one(*item, reading.findings, format::kLessonSection);
        domain::LessonSection section{one.both_languages("title"), one.texts("body")};
        one.finish();
        reading.lesson.sections.push_back(std::move(section));
    }
}

void read_steps(LessonReading& reading, const Node& node) {
    Fields fields(node, reading.findings, format::kLessonSteps);
    reading.lesson.steps = domain::LessonSteps{fields.both_languages("title"), fields.texts("items")};
    fields.finish();
}

/// Other readings, which lie beside this one or among the bundled ones.
void read_more(LessonReading& reading, Fields& fields) {
    std::vector<std::string> known;
    for (const std::string& name : yaml_names(folders_beside(reading.path, "lessons", reading.context)))
        if (name != reading.lesson.id) known.push_back(name);
    for (const Node* item : fields.list("more")) {
        const auto id = yaml::as_word(*item, reading.findings);
        if (!id) continue;
        if (std::find(known.begin(), known.end(), *id) != known.end()) reading.lesson.more.push_back(*id);
        else add_unknown(reading.findings, item->span(), "unknown-lesson", *id, known);
    }
}

/// Read with care, and with an exercise, fifty to two hundred words take a minute.
void check_minutes(LessonReading& reading, Fields& fields) {
    constexpr int kFewest = 50, kMost = 200;
    const domain::Lesson& lesson = reading.lesson;
    const Node* const node = fields.node().get("minutes");
    if (node == nullptr || lesson.minutes == 0 || base::has_errors(reading.findings)) return;
    for (const base::Lang lang : {base::Lang::Id, base::Lang::En}) {
        const int words = domain::word_count(lesson, lang);
        if (words >= kFewest * lesson.minutes && words <= kMost * lesson.minutes) continue;
        yaml::add_warning(reading.findings, node->span(), "minutes-differ",
                          {{"words", std::int64_t{words}},
                           {"minutes", std::int64_t{lesson.minutes}},
                           {"fewest", std::int64_t{kFewest * lesson.minutes}},
                           {"most", std::int64_t{kMost * lesson.minutes}}});
        return;
    }
}

void read_lesson(LessonReading& reading, const Node& root) {
    Fields fields(root, reading.findings, format::kLesson);
    domain::Lesson& lesson = reading.lesson;
    check_format(fields, reading.findings);
    lesson.id = fields.id("id");
    check_id(fields, lesson.id, reading.path, reading.findings);
    lesson.order = fields.whole("order", kLast);
    lesson.minutes = fields.whole("minutes", 0);
    lesson.title = fields.both_languages("title");
    if (const Node* node = fields.find("framework")) {
        reading.framework = named_framework(*node, reading.path, reading.context, reading.findings);
        if (reading.framework) {
            lesson.framework = reading.framework->reference();
            lesson.framework_name = reading.framework->short_title;
        }
    }
    if (const Node* node = fields.find("for")) read_purpose(reading, *node);
    lesson.claim = fields.both_languages("claim");
    lesson.body = fields.texts("body");
    if (const Node* node = fields.find("figure")) read_figure(reading, *node);
    read_sections(reading, fields);
    if (const Node* node = fields.find("steps")) read_steps(reading, *node);
    if (const Node* node = fields.find("exercise")) read_exercise(reading, *node);
    if (const Node* node = fields.find("sources")) read_sources(reading, *node);
    read_more(reading, fields);
    fields.finish();
    check_minutes(reading, fields);
}

} // namespace

LoadedLesson load_lesson(const std::string& path, const CheckContext& context) {
    LessonReading reading{path, context};
    const bool whole = read_alone(path, context, reading.findings, [&](const Node& root) { read_lesson(reading, root); });
    LoadedLesson loaded;
    if (whole) loaded.lesson = std::make_shared<const domain::Lesson>(std::move(reading.lesson));
    loaded.findings = std::move(reading.findings);
    return loaded;
}

LessonShelf::LessonShelf(const std::vector<std::string>& folders, const CheckContext& context) {
    for (const std::string& folder : folders)
        for (const std::string& name : base::list_folder(folder)) {
            if (!name.ends_with(".yaml")) continue;
            const LoadedLesson loaded = load_lesson(base::join_path(folder, name), context);
            if (loaded.lesson && !find(loaded.lesson->id)) lessons_.push_back(loaded.lesson);
        }
    std::stable_sort(lessons_.begin(), lessons_.end(), [](const auto& a, const auto& b) {
        return a->order != b->order ? a->order < b->order : a->id < b->id;
    });
}

} // namespace timbang::content
