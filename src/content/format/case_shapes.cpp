#include "content/format/shapes.h"

namespace timbang::content::format {

using namespace yaml; // the tables are made of its words

namespace {

constexpr int kMostMinutes = 100000;
constexpr int kHighestNumber = 1000000;
constexpr int kMostPeople = 2000000000;

constexpr std::string_view kVersions[] = {"1"};
constexpr std::string_view kCaseLevels[] = {"foundation", "practitioner", "expert"};
constexpr std::string_view kPurposes[] = {"practice", "repractice", "pool"};
constexpr std::string_view kChecklistWord[] = {"checklist"};
constexpr std::string_view kChoiceWord[] = {"choice"};
constexpr std::string_view kCategoryWord[] = {"category"};
constexpr std::string_view kLetterWord[] = {"letter"};
constexpr std::string_view kPartsAlone[] = {"category", "letter"};

constexpr const Shape* kSourceOnly[] = {&kSource};
constexpr const Shape* kDistrictOnly[] = {&kDistrict};
constexpr const Shape* kAssessmentOnly[] = {&kAssessment};
constexpr const Shape* kPanelistOnly[] = {&kPanelist};
constexpr const Shape* kEvidenceOnly[] = {&kEvidence};
constexpr const Shape* kIndicatorOnly[] = {&kIndicator};
constexpr const Shape* kActionOnly[] = {&kAction};
constexpr const Shape* kEffectOnly[] = {&kEffect};
constexpr const Shape* kScriptOnly[] = {&kScript};
constexpr const Shape* kStepOnly[] = {&kStep};
constexpr const Shape* kEventOnly[] = {&kEvent};
constexpr const Shape* kWayOnly[] = {&kWay};
constexpr const Shape* kParts[] = {&kChecklistPart, &kChoicePart, &kCategoryPart, &kLetterPart};
constexpr const Shape* kScriptConditionOnly[] = {&kScriptCondition};
constexpr const Shape* kReplyConditionOnly[] = {&kReplyCondition};
constexpr const Shape* kAnswerOnly[] = {&kAnswer};
constexpr const Shape* kComparisonOnly[] = {&kComparison};
constexpr const Shape* kScoreOfIndicatorOnly[] = {&kScoreOfIndicator};
constexpr const Shape* kEitherScore[] = {&kComparison, &kScoreOfIndicator};
constexpr const Shape* kCategoryComparisonOnly[] = {&kCategoryComparison};
constexpr const Shape* kOptionOnly[] = {&kOption};
constexpr const Shape* kReplyOnly[] = {&kReply};
constexpr const Shape* kPassageOnly[] = {&kPassage};
constexpr const Shape* kChecklistReferenceOnly[] = {&kChecklistReference};
constexpr const Shape* kChoiceReferenceOnly[] = {&kChoiceReference};
constexpr const Shape* kCategoryReferenceOnly[] = {&kCategoryReference};
constexpr const Shape* kLetterReferenceOnly[] = {&kLetterReference};

constexpr ValueShape list(std::span<const Shape* const> shapes) { return list_of(mapping(shapes)); }
/// One word, or a mapping instead of it.
constexpr ValueShape either(ValueShape value, std::span<const Shape* const> shapes) {
    value.shapes = shapes;
    return value;
}

constexpr Field kCaseFields[] = {
    {"timbang", one_of(kVersions, "version"), Need::Always},
    {"id", id(), Need::Always},
    {"version", word(), Need::Always},
    {"title", text(), Need::Always},
    {"summary", text()},
    {"framework", word(), Need::Always},
    {"purpose", one_of(kPurposes, "purpose")},
    {"about", words(), Need::Sometimes}, // of a case for practising again
    {"level", one_of(kCaseLevels, "level"), Need::Always},
    {"guided", flag()},
    {"minutes", whole(1, 10000)},
    {"synthetic", flag()},
    {"calculator", flag()},
    {"notice", text()},
    {"sources", list(kSourceOnly)},
    {"district", mapping(kDistrictOnly), Need::Always},
    {"assessment", mapping(kAssessmentOnly), Need::Always},
    {"budget", whole(0, kMostMinutes)},
    {"facilitator", long_text()},
    {"panelists", list(kPanelistOnly)},
    {"evidence", list(kEvidenceOnly), Need::Always},
    {"indicators", list_of(either(word(), kIndicatorOnly)), Need::Always},
    {"actions", list(kActionOnly)},
    {"script", mapping(kScriptOnly), Need::Always},
};
constexpr Field kSourceFields[] = {{"for", words(), Need::Always}, {"ref", word(), Need::Always}};
constexpr Field kDistrictFields[] = {{"name", word(), Need::Always},
                                     {"kind", word()},
                                     {"province", word()},
                                     {"population", whole(0, kMostPeople)}};
constexpr Field kAssessmentFields[] = {{"year", whole(1900, 2999), Need::Always},
                                       {"data_year", whole(1900, 2999), Need::Always}};
constexpr Field kPanelistFields[] = {{"id", id(), Need::Always}, {"role", text(), Need::Always}};
constexpr Field kTextFileFields[] = {{"file", word(), Need::Always}};
constexpr Field kEvidenceFields[] = {{"id", id(), Need::Always},
                                     {"title", text(), Need::Always},
                                     {"kind", word()},
                                     {"hidden", flag()},
                                     {"pages", words(), Need::Always}};
constexpr Field kActionFields[] = {{"id", id(), Need::Always},   {"label", text(), Need::Always},
                                   {"cost", whole(0, kMostMinutes)}, {"then", list(kEffectOnly)},
                                   {"helps", words()},           {"why", text()}};
constexpr Field kEffectFields[] = {{"reveal", word()}, {"set", word()}, {"say", long_text()}};
constexpr Field kScriptFields[] = {{"start", word()}, {"steps", list(kStepOnly), Need::Always}};
constexpr Field kStepFields[] = {
    {"id", id(), Need::Always},
    {"title", text(), Need::Always},
    {"text", long_text()},
    {"evidence", words()},
    {"indicators", words()},
    {"actions", words()},
    {"decide", list_of(either(one_of(kPartsAlone, "step-part"), kParts))},
    {"events", list(kEventOnly)},
    {"next", list(kWayOnly), Need::Always},
    {"wait", text()},
};
constexpr Field kEventFields[] = {{"when", mapping(kScriptConditionOnly)}, {"then", list(kEffectOnly)}};
constexpr Field kWayFields[] = {{"when", mapping(kScriptConditionOnly)}, {"goto", word(), Need::Always}};
constexpr Field kScriptConditionFields[] = {
    {"all", list(kScriptConditionOnly)},
    {"any", list(kScriptConditionOnly)},
    {"not", mapping(kScriptConditionOnly)},
    {"set", word()},
    {"decided", word()},
    {"answer", mapping(kAnswerOnly)},
    {"score", mapping(kScoreOfIndicatorOnly)},
    {"opened", word()},
    {"spent", mapping(kComparisonOnly)},
};
constexpr Field kReplyConditionFields[] = {
    {"all", list(kReplyConditionOnly)},
    {"any", list(kReplyConditionOnly)},
    {"not", mapping(kReplyConditionOnly)},
    {"set", word()},
    {"decided", word()},
    {"answer", mapping(kAnswerOnly)},
    {"score", mapping(kEitherScore)},
    {"opened", word()},
    {"spent", mapping(kComparisonOnly)},
    {"category", either(word(), kCategoryComparisonOnly)},
    {"verdict", one_of(kVerdictWords, "verdict")},
    {"check", word()},
    {"alarm", word()},
    {"choice", word()},
};
constexpr Field kAnswerFields[] = {{"choice", word(), Need::Always}, {"is", word(), Need::Always}};
constexpr ValueShape kCompared = whole(0, kHighestNumber);
constexpr Field kComparisonFields[] = {
    {"is", kCompared}, {"above", kCompared}, {"below", kCompared}, {"at_least", kCompared}};
constexpr Field kScoreOfIndicatorFields[] = {{"indicator", word(), Need::Always}};
constexpr Field kCategoryComparisonFields[] = {
    {"is", word()}, {"above", word()}, {"below", word()}, {"at_least", word()}};
constexpr Field kOptionFields[] = {{"id", id(), Need::Always}, {"text", text(), Need::Always}};
constexpr Field kReplyFields[] = {{"when", mapping(kReplyConditionOnly)},
                                  {"type", word(), Need::Always},
                                  {"rule", word(), Need::Always},
                                  {"why", text(), Need::Always}};
constexpr Field kChecklistPartFields[] = {{"part", one_of(kChecklistWord, "step-part"), Need::Always},
                                          {"id", id()},
                                          {"checklist", words(), Need::Always},
                                          {"reference", mapping(kChecklistReferenceOnly)},
                                          {"replies", list(kReplyOnly)}};
constexpr Field kChoicePartFields[] = {{"part", one_of(kChoiceWord, "step-part"), Need::Always},
                                       {"id", id()},
                                       {"ask", text(), Need::Always},
                                       {"options", list(kOptionOnly), Need::Always},
                                       {"reference", mapping(kChoiceReferenceOnly)},
                                       {"replies", list(kReplyOnly)}};
constexpr Field kCategoryPartFields[] = {{"part", one_of(kCategoryWord, "step-part"), Need::Always},
                                         {"id", id()},
                                         {"reference", mapping(kCategoryReferenceOnly)},
                                         {"replies", list(kReplyOnly)}};
constexpr Field kLetterPartFields[] = {{"part", one_of(kLetterWord, "step-part"), Need::Always},
                                       {"id", id()},
                                       {"reference", mapping(kLetterReferenceOnly)},
                                       {"replies", list(kReplyOnly)},
                                       {"model", long_text()},
                                       {"points", list(kOptionOnly)}};
constexpr Field kLetterReferenceFields[] = {
    {"rules", words()}, {"why", text(), Need::Always}, {"rests_on", list(kPassageOnly)}};
constexpr Field kChecklistReferenceFields[] = {{"holds", words()}, {"fails", words()}};
constexpr Field kChoiceReferenceFields[] = {{"choice", word(), Need::Always}};
constexpr Field kCategoryReferenceFields[] = {{"category", word(), Need::Always}, {"total", number()}};

} // namespace

constinit const Shape kCase{"case", kCaseFields};
constinit const Shape kSource{"source", kSourceFields};
constinit const Shape kDistrict{"district", kDistrictFields};
constinit const Shape kAssessment{"assessment", kAssessmentFields};
constinit const Shape kPanelist{"panelist", kPanelistFields};
constinit const Shape kTextFile{"text-file", kTextFileFields};
constinit const Shape kEvidence{"evidence", kEvidenceFields};
constinit const Shape kAction{"action", kActionFields};
constinit const Shape kEffect{.name = "effect", .fields = kEffectFields, .one_key = true};
constinit const Shape kScript{"script", kScriptFields};
constinit const Shape kStep{"step", kStepFields};
constinit const Shape kEvent{"event", kEventFields};
constinit const Shape kWay{"way", kWayFields};
constinit const Shape kScriptCondition{.name = "condition", .fields = kScriptConditionFields, .one_key = true};
constinit const Shape kReplyCondition{.name = "reply-condition", .fields = kReplyConditionFields, .one_key = true};
constinit const Shape kAnswer{"answer", kAnswerFields};
constinit const Shape kComparison{"comparison", kComparisonFields};
constinit const Shape kScoreOfIndicator{"score-of-indicator", kScoreOfIndicatorFields, &kComparison};
constinit const Shape kCategoryComparison{"category-comparison", kCategoryComparisonFields};
constinit const Shape kOption{"option", kOptionFields};
constinit const Shape kReply{"reply", kReplyFields};
constinit const Shape kChecklistPart{"checklist-part", kChecklistPartFields};
constinit const Shape kChoicePart{"choice-part", kChoicePartFields};
constinit const Shape kCategoryPart{"category-part", kCategoryPartFields};
constinit const Shape kLetterPart{"letter-part", kLetterPartFields};
constinit const Shape kLetterReference{"letter-reference", kLetterReferenceFields};
constinit const Shape kChecklistReference{"checklist-reference", kChecklistReferenceFields, &kLetterReference};
constinit const Shape kChoiceReference{"choice-reference", kChoiceReferenceFields, &kLetterReference};
constinit const Shape kCategoryReference{"category-reference", kCategoryReferenceFields, &kLetterReference};

} // namespace timbang::content::format
