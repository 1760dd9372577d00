#include "content/format/shapes.h"

namespace timbang::content::format {

using namespace yaml; // the tables are made of its words

namespace {

constexpr int kMostOrder = 1000;
constexpr int kShortestReading = 3, kLongestReading = 8; // minutes
constexpr int kFirstYear = 1500, kLastYear = 2100;       // of a work
constexpr int kMostSlotMinutes = 600;
constexpr int kMostPages = 1000; // more than there are: the reader says how many

constexpr std::string_view kVersions[] = {"1"};
constexpr std::string_view kLessonKinds[] = {"lesson"};
constexpr std::string_view kProgrammeKinds[] = {"programme"};
constexpr std::string_view kSlotKinds[] = {"lesson",    "case", "repractice", "readiness",
                                           "talk",      "comments", "break"};

constexpr const Shape* kPurposeOnly[] = {&kLessonPurpose};
constexpr const Shape* kFigureOnly[] = {&kLessonFigure};
constexpr const Shape* kCalloutOnly[] = {&kLessonCallout};
constexpr const Shape* kSectionOnly[] = {&kLessonSection};
constexpr const Shape* kStepsOnly[] = {&kLessonSteps};
constexpr const Shape* kExerciseOnly[] = {&kLessonExercise};
constexpr const Shape* kQuestionOnly[] = {&kLessonQuestion};
constexpr const Shape* kAnswerOnly[] = {&kLessonAnswer};
constexpr const Shape* kWhyOnly[] = {&kLessonWhy};
constexpr const Shape* kSourceOnly[] = {&kLessonSource};
constexpr const Shape* kDayOnly[] = {&kProgrammeDay};
constexpr const Shape* kSlotOnly[] = {&kProgrammeSlot};
constexpr const Shape* kCaseOnly[] = {&kProgrammeCase};

constexpr ValueShape list(std::span<const Shape* const> shapes) { return list_of(mapping(shapes)); }
constexpr ValueShape kReason = text();

constexpr Field kLessonFields[] = {
    {"timbang", one_of(kVersions, "version"), Need::Always},
    {"kind", one_of(kLessonKinds, "kind-lesson"), Need::Always},
    {"id", id(), Need::Always},
    {"order", whole(1, kMostOrder)},
    {"minutes", whole(kShortestReading, kLongestReading), Need::Always},
    {"title", text(), Need::Always},
    {"framework", word(), Need::Always},
    {"for", mapping(kPurposeOnly), Need::Always},
    {"claim", text(), Need::Always},
    {"body", list_of(text()), Need::Always},
    {"figure", mapping(kFigureOnly)},
    {"sections", list(kSectionOnly)},
    {"steps", mapping(kStepsOnly)},
    {"exercise", mapping(kExerciseOnly), Need::Always},
    {"sources", list(kSourceOnly), Need::Always},
    {"more", words()},
};
constexpr Field kPurposeFields[] = {{"problems", words()}, {"rules", words()}, {"topics", words()}};
constexpr Field kFigureFields[] = {{"title", text(), Need::Always},
                                   {"pages", list_of(long_text()), Need::Always},
                                   {"callouts", list(kCalloutOnly), Need::Always}};
constexpr Field kCalloutFields[] = {{"page", whole(1, kMostPages)}, {"quotes", words()},
                                    {"each", flag()},               {"key", flag()},
                                    {"title", text(), Need::Always}, {"text", text(), Need::Always}};
constexpr Field kSectionFields[] = {{"title", text(), Need::Always}, {"body", list_of(text()), Need::Always}};
constexpr Field kStepsFields[] = {{"title", text(), Need::Always}, {"items", list_of(text()), Need::Always}};
constexpr Field kExerciseFields[] = {{"ask", text(), Need::Always},
                                     {"again", text()},
                                     {"answers", list(kAnswerOnly)},
                                     {"questions", list(kQuestionOnly), Need::Always}};
constexpr Field kQuestionFields[] = {{"passage", word(), Need::Sometimes}, // or a statement
                                     {"statement", text()},
                                     {"about", text()},
                                     {"answers", list(kAnswerOnly), Need::Sometimes}, // where the exercise has none
                                     {"right", word(), Need::Always},
                                     {"why", mapping(kWhyOnly), Need::Always}};
constexpr Field kAnswerFields[] = {{"id", id(), Need::Always}, {"text", text(), Need::Always}};
constexpr Field kSourceFields[] = {{"rule", word()},
                                   {"report", word()},
                                   {"author", word(), Need::Sometimes}, // of a work
                                   {"year", whole(kFirstYear, kLastYear), Need::Sometimes},
                                   {"title", word(), Need::Sometimes},
                                   {"note", text()}};

constexpr Field kProgrammeFields[] = {
    {"timbang", one_of(kVersions, "version"), Need::Always},
    {"kind", one_of(kProgrammeKinds, "kind-programme"), Need::Always},
    {"id", id(), Need::Always},
    {"version", whole(1, 1000000)},
    {"title", text(), Need::Always},
    {"summary", text()},
    {"cases", list(kCaseOnly)},
    {"days", list(kDayOnly), Need::Always},
};
constexpr Field kDayFields[] = {{"title", text(), Need::Always}, {"slots", list(kSlotOnly), Need::Always}};
constexpr Field kSlotFields[] = {{"start", word(), Need::Always},
                                 {"minutes", whole(1, kMostSlotMinutes), Need::Always},
                                 {"kind", one_of(kSlotKinds, "slot-kind"), Need::Always},
                                 {"ref", word(), Need::Sometimes}, // of a lesson, a case and a readiness check
                                 {"note", text()}};
constexpr Field kCaseFields[] = {{"scenario", word(), Need::Always}, {"indicators", words(), Need::Always}};

} // namespace

constinit const Shape kLesson{"lesson", kLessonFields};
constinit const Shape kLessonPurpose{"lesson-for", kPurposeFields};
constinit const Shape kLessonFigure{"lesson-figure", kFigureFields};
constinit const Shape kLessonCallout{"lesson-callout", kCalloutFields};
constinit const Shape kLessonSection{"lesson-section", kSectionFields};
constinit const Shape kLessonSteps{"lesson-steps", kStepsFields};
constinit const Shape kLessonExercise{"lesson-exercise", kExerciseFields};
constinit const Shape kLessonQuestion{"lesson-question", kQuestionFields};
constinit const Shape kLessonAnswer{"lesson-answer", kAnswerFields};
constinit const Shape kLessonWhy{.name = "lesson-why", .fields = {}, .others = &kReason};
constinit const Shape kLessonSource{"lesson-source", kSourceFields};
constinit const Shape kProgramme{"programme", kProgrammeFields};
constinit const Shape kProgrammeDay{"programme-day", kDayFields};
constinit const Shape kProgrammeSlot{"programme-slot", kSlotFields};
constinit const Shape kProgrammeCase{"programme-case", kCaseFields};

} // namespace timbang::content::format
