#include "stats/krippendorff.h"

#include <doctest/doctest.h>

#include "unit/stats/agreement_cases.h"

using namespace timbang::stats;
using timbang::tests::ratings_of;
using timbang::tests::stats_cases;
using timbang::tests::weights_of;

TEST_CASE("Krippendorff's alpha as published") {
    for (const auto& one : stats_cases({"krippendorff_alpha"})) {
        INFO(one.id());
        const Ratings ratings = ratings_of(one);
        const Level level = level_named(one.options().at("level").get<std::string>()).value();
        const auto found = krippendorff_alpha(ratings, level);
        REQUIRE(found.ok());
        one.check("alpha", found->estimate);
        const auto alone = krippendorff_value(ratings, level);
        REQUIRE(alone.ok());
        CHECK(alone.value() == found->estimate);
    }
}
