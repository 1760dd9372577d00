#include <doctest/doctest.h>

#include "base/catalogue.h"
#include "support/small_room.h"

using namespace timbang::tests;

TEST_CASE("every refusal of a room has a text") {
    const auto texts = timbang::base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(texts);
    for (int i = 0; i <= static_cast<int>(RoomRefusal::NotNow); ++i) {
        const std::string key = "rejection.room-" + std::string(room_refusal_id(static_cast<RoomRefusal>(i)));
        CAPTURE(key);
        CHECK(texts->has(key));
    }
}

TEST_CASE("the words of a room are read back") {
    for (int i = 0; i <= static_cast<int>(Phase::ReferenceShown); ++i)
        CHECK(phase_from_id(phase_id(static_cast<Phase>(i))) == static_cast<Phase>(i));
    for (int i = 0; i <= static_cast<int>(VoteKind::Group); ++i)
        CHECK(vote_kind_from_id(vote_kind_id(static_cast<VoteKind>(i))) == static_cast<VoteKind>(i));
    for (const CommentAbout about : {CommentAbout::Reading, CommentAbout::Rule})
        CHECK(comment_about_from_id(comment_about_id(about)) == about);
    CHECK_FALSE(phase_from_id("reveal"));
}
