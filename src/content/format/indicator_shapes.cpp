#include "content/format/shapes.h"

namespace timbang::content::format {

using namespace yaml; // the tables are made of its words

namespace {

constexpr int kHighestNumber = 1000000;
constexpr int kThousandths = 1000;

constexpr const Shape* kReferenceOnly[] = {&kReference};
constexpr const Shape* kFigureOnly[] = {&kFigure};
constexpr const Shape* kChecksOnly[] = {&kChecks};
constexpr const Shape* kNearOnly[] = {&kNear};
constexpr const Shape* kProblemOnly[] = {&kProblem};
constexpr const Shape* kAllowedOnly[] = {&kAllowed};
constexpr const Shape* kVoteOnly[] = {&kVote};
constexpr const Shape* kReplyOnly[] = {&kReply};
constexpr const Shape* kPassageOnly[] = {&kPassage};

constexpr ValueShape list(std::span<const Shape* const> shapes) { return list_of(mapping(shapes)); }
constexpr ValueShape kScoreValue = whole(0, kHighestNumber);

constexpr Field kIndicatorFields[] = {
    {"code", id(), Need::Always},
    {"district", word(), Need::Sometimes}, // in a pool
    {"evidence", words()},
    {"reference", mapping(kReferenceOnly), Need::Always},
    {"near", list(kNearOnly)},
    {"problems", list(kProblemOnly)},
    {"allowed", list(kAllowedOnly)},
    {"panel", list(kVoteOnly)},
    {"replies", list(kReplyOnly)},
    {"facilitator", long_text()},
    {"anchor", flag()},
};
constexpr Field kReferenceFields[] = {
    {"verdict", one_of(kVerdictWords, "verdict"), Need::Sometimes}, // as the framework asks
    {"score", kScoreValue, Need::Sometimes},
    {"figure", mapping(kFigureOnly)},
    {"checklist", mapping(kChecksOnly)},
    {"rules", words()},
    {"why", text(), Need::Always},
    {"rests_on", list(kPassageOnly)},
};
constexpr Field kFigureFields[] = {{"value", number(), Need::Always}, {"unit", word()}};
constexpr Field kChecksFields[] = {{"holds", words()}, {"fails", words()}};
constexpr Field kNearFields[] = {
    {"verdict", one_of(kVerdictWords, "verdict")}, {"score", kScoreValue}, {"why", text(), Need::Always}};
constexpr Field kProblemFields[] = {{"type", word(), Need::Always},
                                    {"rule", word(), Need::Always},
                                    {"also", list(kPassageOnly)},
                                    {"or", words()},
                                    {"why", text(), Need::Always}};
constexpr Field kAllowedFields[] = {{"type", word()}};
constexpr Field kVoteFields[] = {{"by", word(), Need::Always},
                                 {"verdict", one_of(kVerdictWords, "verdict")},
                                 {"score", kScoreValue},
                                 {"why", text()}};
constexpr Field kPassageFields[] = {
    {"in", word(), Need::Always},
    {"page", whole(0, kHighestNumber), Need::Sometimes}, // a document of one page needs none
    {"quote", word(), Need::Sometimes},                  // or an area
    {"area", list_of(whole(0, kThousandths))},
    {"each", flag()},
};

} // namespace

constinit const Shape kIndicator{"indicator", kIndicatorFields};
constinit const Shape kReference{"reference", kReferenceFields};
constinit const Shape kFigure{"figure", kFigureFields};
constinit const Shape kChecks{"checks", kChecksFields};
constinit const Shape kNear{"near", kNearFields};
constinit const Shape kProblem{"problem", kProblemFields, &kPassage};
constinit const Shape kAllowed{"allowed", kAllowedFields, &kPassage};
constinit const Shape kVote{"vote", kVoteFields};
constinit const Shape kPassage{"passage", kPassageFields};

} // namespace timbang::content::format
