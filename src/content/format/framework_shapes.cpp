#include "content/format/shapes.h"

namespace timbang::content::format {

using namespace yaml; // the tables are made of its words

namespace {

constexpr int kHighestMark = 1000;

constexpr std::string_view kVersions[] = {"1"};
constexpr std::string_view kKinds[] = {"framework"};
constexpr std::string_view kMethods[] = {"types-then-criteria", "none"};
constexpr std::string_view kMean[] = {"mean"};
constexpr std::string_view kRescale[] = {"rescale"};
constexpr std::string_view kDecisionParts[] = {"checklist", "verdict", "problems", "score"};
constexpr std::string_view kRuleLevels[] = {"document", "file", "scoring"};
constexpr std::string_view kProblemKinds[] = {"evidence", "judgement"};
constexpr std::string_view kIndicatorTypes[] = {"structure", "process", "outcome"};

constexpr const Shape* kScalesOnly[] = {&kScales};
constexpr const Shape* kScaleOnly[] = {&kScale};
constexpr const Shape* kBandsOnly[] = {&kBands};
constexpr const Shape* kRangesOnly[] = {&kRanges};
constexpr const Shape* kRangeOnly[] = {&kRange};
constexpr const Shape* kLevelsOnly[] = {&kLevels};
constexpr const Shape* kCertaintyOnly[] = {&kCertainty};
constexpr const Shape* kCertaintyLevelsOnly[] = {&kCertaintyLevels};
constexpr const Shape* kMarksOnly[] = {&kMarks};
constexpr const Shape* kAggregationOnly[] = {&kAggregation};
constexpr const Shape* kWeightsOnly[] = {&kWeights};
constexpr const Shape* kReportedOnly[] = {&kReported};
constexpr const Shape* kCategoryOnly[] = {&kCategory};
constexpr const Shape* kVerdictsOnly[] = {&kVerdicts};
constexpr const Shape* kVerdictOnly[] = {&kVerdict};
constexpr const Shape* kRuleOnly[] = {&kRule};
constexpr const Shape* kChecklistsOnly[] = {&kChecklists};
constexpr const Shape* kProblemTypeOnly[] = {&kProblemType};
constexpr const Shape* kCriterionOnly[] = {&kCriterion};
constexpr const Shape* kCataloguedOnly[] = {&kCatalogued};
constexpr const Shape* kFigureDefinitionOnly[] = {&kFigureDefinition};

constexpr ValueShape list(std::span<const Shape* const> shapes) { return list_of(mapping(shapes)); }

constexpr ValueShape kLowerBound = number();
constexpr ValueShape kRangeValue = mapping(kRangeOnly);
constexpr ValueShape kLevelText = text();
constexpr ValueShape kNamedScale = mapping(kScaleOnly);
constexpr ValueShape kNamedChecklist = words();
constexpr ValueShape kThreeMarks = list_of(whole(-kHighestMark, kHighestMark));

constexpr Field kFrameworkFields[] = {
    {"timbang", one_of(kVersions, "version"), Need::Always},
    {"kind", one_of(kKinds, "kind-framework"), Need::Always},
    {"id", id(), Need::Always},
    {"version", whole(1, 1000000)},
    {"practice", flag()},
    {"title", text(), Need::Always},
    {"short", text()},
    {"notice", text()},
    {"scales", mapping(kScalesOnly)},
    {"certainty", mapping(kCertaintyOnly), Need::Always},
    {"aggregation", mapping(kAggregationOnly), Need::Always},
    {"categories", list(kCategoryOnly)},
    {"decide", list_of(one_of(kDecisionParts, "part"))},
    {"verdicts", mapping(kVerdictsOnly), Need::Always},
    {"rules", list(kRuleOnly)},
    {"checklists", mapping(kChecklistsOnly)},
    {"problem_types", list(kProblemTypeOnly)},
    {"criteria", list(kCriterionOnly)},
    {"indicators", list(kCataloguedOnly)},
};
constexpr Field kScaleFields[] = {{"bands", mapping(kBandsOnly)},
                                  {"ranges", mapping(kRangesOnly)},
                                  {"levels", mapping(kLevelsOnly)},
                                  {"scale", word()}};
constexpr Field kRangeFields[] = {{"from", number()}, {"to", number()}, {"above", number()}, {"below", number()}};
constexpr Field kCertaintyFields[] = {{"levels", mapping(kCertaintyLevelsOnly), Need::Always},
                                      {"marks", mapping(kMarksOnly)}};
constexpr Field kCertaintyLevelFields[] = {
    {"1", text(), Need::Always}, {"2", text(), Need::Always}, {"3", text(), Need::Always}};
constexpr Field kMarksFields[] = {{"same", kThreeMarks, Need::Always}, {"different", kThreeMarks, Need::Always}};
constexpr Field kAggregationFields[] = {
    {"method", one_of(kMethods, "method"), Need::Always},
    {"weights", mapping(kWeightsOnly), Need::Sometimes}, // as the method asks
    {"within_type", one_of(kMean, "mean")},
    {"missing_type", one_of(kRescale, "rescale")},
    {"over_criteria", one_of(kMean, "mean")},
    {"shown_with", whole(0, 6)},
    {"consensus", whole(1, 100)},
    {"practice", flag()},
    {"reported", mapping(kReportedOnly)},
    {"note", text()},
};
constexpr Field kWeightsFields[] = {
    {"structure", whole(0, 100)}, {"process", whole(0, 100)}, {"outcome", whole(0, 100)}};
constexpr Field kReportedFields[] = {{"source", word(), Need::Always}, {"round", word()}};
constexpr Field kCategoryFields[] = {{"id", id(), Need::Always},
                                     {"from", number(), Need::Always},
                                     {"name", text(), Need::Always},
                                     {"practice", flag()},
                                     {"reported", mapping(kReportedOnly)},
                                     {"note", text()}};
constexpr Field kVerdictsFields[] = {{"accept", mapping(kVerdictOnly), Need::Always},
                                     {"return", mapping(kVerdictOnly), Need::Always},
                                     {"reject", mapping(kVerdictOnly), Need::Always}};
constexpr Field kVerdictFields[] = {{"name", text(), Need::Always}, {"text", text()}};
constexpr Field kRuleFields[] = {{"id", id(), Need::Always},
                                 {"code", word(), Need::Always},
                                 {"level", one_of(kRuleLevels, "rule-level"), Need::Always},
                                 {"short", text(), Need::Always},
                                 {"text", text(), Need::Always},
                                 {"reported", mapping(kReportedOnly)},
                                 {"practice", flag()}};
constexpr Field kProblemTypeFields[] = {{"id", id(), Need::Always},
                                        {"kind", one_of(kProblemKinds, "problem-kind"), Need::Always},
                                        {"family", word(), Need::Always},
                                        {"rule", word(), Need::Always},
                                        {"name", text(), Need::Always},
                                        {"short", text()},
                                        {"text", text()},
                                        {"practice", flag()}};
constexpr Field kCriterionFields[] = {{"id", id(), Need::Always},
                                      {"group", word()},
                                      {"name", text(), Need::Always},
                                      {"short", text()},
                                      {"sdg", words()}};
constexpr Field kCataloguedFields[] = {
    {"code", id(), Need::Always},
    {"criterion", word()},
    {"type", one_of(kIndicatorTypes, "indicator-type"), Need::Always},
    {"title", text(), Need::Always},
    {"short", text()},
    {"asks", text()},
    {"unit", word()},
    {"figure", mapping(kFigureDefinitionOnly)},
    {"owner", text()},
    {"checklist", words()},
    {"sdg", words()},
    {"reported", mapping(kReportedOnly)},
    {"practice", flag()},
};
constexpr Field kFigureDefinitionFields[] = {
    {"numerator", text()}, {"denominator", text()}, {"count", text()}, {"owner", text()}};

} // namespace

constinit const Shape kFramework{"framework", kFrameworkFields};
constinit const Shape kScales{.name = "scales", .fields = {}, .others = &kNamedScale};
constinit const Shape kScale{"scale", kScaleFields};
constinit const Shape kBands{.name = "bands", .fields = {}, .others = &kLowerBound, .scores_as_keys = true};
constinit const Shape kRanges{.name = "ranges", .fields = {}, .others = &kRangeValue, .scores_as_keys = true};
constinit const Shape kRange{"range", kRangeFields};
constinit const Shape kLevels{.name = "levels", .fields = {}, .others = &kLevelText, .scores_as_keys = true};
constinit const Shape kCertainty{"certainty", kCertaintyFields};
constinit const Shape kCertaintyLevels{"certainty-levels", kCertaintyLevelFields};
constinit const Shape kMarks{"marks", kMarksFields};
constinit const Shape kAggregation{"aggregation", kAggregationFields};
constinit const Shape kWeights{"weights", kWeightsFields};
constinit const Shape kReported{"reported", kReportedFields};
constinit const Shape kCategory{"category", kCategoryFields};
constinit const Shape kVerdicts{"verdicts", kVerdictsFields};
constinit const Shape kVerdict{"verdict", kVerdictFields};
constinit const Shape kRule{"rule", kRuleFields};
constinit const Shape kChecklists{.name = "checklists", .fields = {}, .others = &kNamedChecklist};
constinit const Shape kProblemType{"problem-type", kProblemTypeFields};
constinit const Shape kCriterion{"criterion", kCriterionFields};
constinit const Shape kCatalogued{"catalogued-indicator", kCataloguedFields, &kScale};
constinit const Shape kFigureDefinition{"figure-definition", kFigureDefinitionFields};

} // namespace timbang::content::format
