#include <doctest/doctest.h>

#include <set>

#include "base/catalogue.h"
#include "domain/command.h"

using namespace timbang;

TEST_CASE("every rejection has an id of its own and words in both languages") {
    const auto catalogue = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(catalogue.ok());
    std::set<std::string> ids;
    for (int i = 0; i <= static_cast<int>(domain::RejectionReason::NoWayOn); ++i) {
        const std::string id = domain::rejection_id(static_cast<domain::RejectionReason>(i));
        CAPTURE(id);
        CHECK_FALSE(id.empty());
        CHECK(ids.insert(id).second);
        for (const base::Lang lang : {base::Lang::En, base::Lang::Id})
            CHECK(catalogue->text(lang, "rejection." + id) != "rejection." + id);
    }
}
