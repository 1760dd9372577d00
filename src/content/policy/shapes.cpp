#include "content/policy/shapes.h"

namespace timbang::content::format {

using namespace yaml; // the tables are made of its words

namespace {

constexpr int kMostDrawn = 500;
constexpr int kMostDays = 3660;

constexpr std::string_view kVersions[] = {"1"};
constexpr std::string_view kKinds[] = {"policy"};
constexpr const Shape* kExactOnly[] = {&kPolicyExact};
constexpr const Shape* kDirectionOnly[] = {&kPolicyDirection};
constexpr const Shape* kCriticalOnly[] = {&kPolicyCritical};
constexpr const Shape* kRecheckOnly[] = {&kPolicyRecheck};

constexpr Field kPolicyFields[] = {
    {"timbang", one_of(kVersions, "version"), Need::Always},
    {"kind", one_of(kKinds, "policy"), Need::Always},
    {"id", id(), Need::Always},
    {"version", word(), Need::Always},
    {"title", text(), Need::Always},
    {"framework", word(), Need::Always},
    {"pool", word(), Need::Always},
    {"draw", whole(1, kMostDrawn), Need::Always},
    {"minutes", whole(1, 10000), Need::Always},
    {"exact", mapping(kExactOnly), Need::Always},
    {"direction", mapping(kDirectionOnly), Need::Always},
    {"critical", list_of(mapping(kCriticalOnly))},
    {"sound", whole(0, kMostDrawn)},
    {"tries", whole(1, 100), Need::Always},
    {"cooling_off_days", whole(0, kMostDays), Need::Always},
    {"valid_months", whole(1, 120), Need::Always},
    {"recheck", mapping(kRecheckOnly)},
};
constexpr Field kExactFields[] = {{"share", whole(51, 100), Need::Always}, {"reading", word()}};
constexpr Field kDirectionFields[] = {{"points", number(), Need::Always}, {"reading", word()}};
constexpr Field kCriticalFields[] = {{"problem", word(), Need::Always},
                                     {"found", word(), Need::Always}, // all, all-but-one, or a percentage
                                     {"drawn", whole(1, kMostDrawn), Need::Always},
                                     {"reading", word()}};
constexpr Field kRecheckFields[] = {{"after_months", whole(1, 120), Need::Always},
                                    {"within_days", whole(1, kMostDays), Need::Always},
                                    {"draw", whole(1, kMostDrawn), Need::Always}};

} // namespace

constinit const Shape kPolicy{"policy", kPolicyFields};
constinit const Shape kPolicyExact{"policy-exact", kExactFields};
constinit const Shape kPolicyDirection{"policy-direction", kDirectionFields};
constinit const Shape kPolicyCritical{"policy-critical", kCriticalFields};
constinit const Shape kPolicyRecheck{"policy-recheck", kRecheckFields};

} // namespace timbang::content::format
