#include <doctest/doctest.h>

#include <filesystem>

#include "base/files.h"
#include "store/keys.h"
#include "support/temp_folder.h"

using namespace timbang;

TEST_CASE("the own key is made once and stays with its owner") {
    test::TempFolder folder;
    const std::string keys = folder / "data/keys";
    CHECK(store::own_open_key(keys).empty());
    const auto first = store::own_key(keys);
    REQUIRE(first);
    CHECK(first->made);
    const auto again = store::own_key(keys);
    REQUIRE(again);
    CHECK_FALSE(again->made);
    CHECK(again->key.open == first->key.open);
    CHECK(again->key.secret == first->key.secret);
    CHECK(store::own_open_key(keys) == first->key.open);
    const auto rights = std::filesystem::status(keys).permissions();
    CHECK((rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
    REQUIRE(base::write_file_atomically(first->path, "damaged"));
    CHECK_FALSE(store::own_key(keys)); // never another one in its place
    CHECK(base::read_file(first->path).value() == "damaged");
}

TEST_CASE("the key for sealed cases lies beside the signing key, and one that cannot be read is told, never replaced") {
    test::TempFolder folder;
    const std::string keys = folder / "data/keys";
    CHECK(store::own_openers(keys).none());
    CHECK_FALSE(std::filesystem::exists(keys)); // looking makes none
    const auto signing = store::own_key(keys);
    const auto first = store::own_sealing_key(keys);
    REQUIRE((signing && first));
    CHECK(first->made);
    CHECK(first->key.open != signing->key.open);
    CHECK_FALSE(store::own_sealing_key(keys)->made);
    CHECK(store::own_sealing_key(keys)->key.secret == first->key.secret);
    CHECK(store::own_openers(keys).key.secret == first->key.secret);
    CHECK(store::own_openers(keys).key.open == first->key.open);
    REQUIRE(base::write_file_atomically(first->path, *base::read_file(signing->path)));
    CHECK_FALSE(store::own_sealing_key(keys)); // the signing key is no key to open with
    CHECK(store::own_openers(keys).broken_key == first->path);
    CHECK(store::own_openers(keys).key.secret.empty());
}

TEST_CASE("authors are known by their key; a new name replaces the old one") {
    test::TempFolder folder;
    CHECK(store::known_authors(folder.path())->empty());
    REQUIRE(store::know_author(folder.path(), {"Siti", "aa"}));
    REQUIRE(store::know_author(folder.path(), {"Budi", "bb"}));
    REQUIRE(store::know_author(folder.path(), {"Siti Rahma", "aa"}));
    CHECK(*store::known_authors(folder.path()) == std::vector<store::KnownAuthor>{{"Budi", "bb"}, {"Siti Rahma", "aa"}});
}
