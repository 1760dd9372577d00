#include <filesystem>
#include <fstream>

#include "base/crypto.h"
#include "base/seal.h"
#include "content/package.h"
#include "desk_steps.h"
#include "store/keys.h"

using namespace timbang;
using namespace timbang::test;

namespace {

constexpr const char* kPassphrase = "kata sandi pelatih";
constexpr base::SealCost kQuick{1, std::size_t{8} << 10};

/// A package of the example in a folder of its own.
struct Packed {
    TempFolder folder;
    std::string path = folder / "kasus.timbang";
    base::SigningKey key = base::make_signing_key();

    explicit Packed(bool sealed, const std::string& signer = "", const std::vector<std::string>& keys = {}) {
        content::FolderSource source(std::string(TIMBANG_SOURCE_DIR "/scenarios/") + kExample);
        const content::PackageFacts facts{kExample, "1.0", "timbang test", sealed};
        auto files = content::files_to_pack(source).value();
        if (sealed) files = content::seal_files(files, facts, {keys.empty() ? kPassphrase : "", keys, kQuick}).value();
        std::vector<content::Signer> signers;
        if (!signer.empty()) signers.push_back({signer, key});
        std::ofstream(path, std::ios::binary) << content::make_package(files, facts, signers).value();
    }
};

const Dialog& dialog(Desk& desk) {
    REQUIRE(desk.frame().dialog);
    return *desk.frame().dialog;
}

} // namespace

TEST_CASE("a sealed case is listed with its badge, and opens with its passphrase only") {
    Packed packed(true);
    Desk desk({packed.folder.path()});
    desk.introduce();
    REQUIRE(desk.frame().home->rows.size() == 1);
    const LibraryRow& row = desk.frame().home->rows[0];
    REQUIRE(row.badge);
    CHECK(row.badge->label == "Sealed");
    CHECK(row.title == "The total that does not add up");
    CHECK(row.enabled);
    desk.does(Action(row.open));
    CHECK(dialog(desk).title == "The total that does not add up");
    REQUIRE(dialog(desk).fields.size() == 1);
    CHECK(dialog(desk).fields[0].secret);
    CHECK(dialog(desk).lines.back().text.find("not a computer that stands open") != std::string::npos);
    desk.does(act::OpenPackage{});
    CHECK(dialog(desk).problem.find("Type the passphrase first.") == 0);
    desk.does(act::TypeDialog{0, "another phrase"});
    CHECK(dialog(desk).problem.empty());
    desk.does(act::OpenPackage{});
    CHECK(dialog(desk).problem.find("The passphrase does not fit.") == 0);
    CHECK(dialog(desk).fields[0].text.empty());
    CHECK(desk.frame().screen == Screen::Home);
    desk.does(act::TypeDialog{0, kPassphrase});
    desk.does(act::OpenPackage{});
    CHECK_FALSE(desk.frame().dialog);
    REQUIRE(desk.frame().screen == Screen::Desk);
    CHECK(desk.desk().top.title == "The total that does not add up");
    // Pages that are no part of the open half are read in memory.
    const auto page = desk.open().read_case_file(packed.path + "/indicators/KS-O1.yaml", 1 << 20);
    REQUIRE(page.ok());
    CHECK(page->find("reference") != std::string::npos);
}

TEST_CASE("a case that is sealed for the own key opens without a passphrase, one for other keys with none") {
    for (const bool own : {true, false}) {
        CAPTURE(own);
        test::TempFolder cases;
        Desk desk({cases.path()});
        const auto mine = store::own_sealing_key(desk.folder / "keys");
        REQUIRE(mine);
        const Packed packed(true, "", {own ? mine->key.open : base::make_sealing_key().open});
        std::filesystem::copy(packed.path, cases / "kasus.timbang");
        desk.introduce();
        REQUIRE(desk.frame().home->rows.size() == 1);
        desk.does(Action(desk.frame().home->rows[0].open));
        if (own) {
            CHECK(dialog(desk).fields.empty()); // who signed it is told; nothing is asked
            desk.does(act::OpenPackage{});
            CHECK_FALSE(desk.frame().dialog);
            CHECK(desk.frame().screen == Screen::Desk);
            continue;
        }
        desk.does(act::TypeDialog{0, kPassphrase});
        desk.does(act::OpenPackage{});
        CHECK(dialog(desk).problem.find("The case is sealed for keys") == 0);
        CHECK(desk.frame().screen == Screen::Home);
    }
}

TEST_CASE("a sealed session goes on after the passphrase, which is asked again in the next run") {
    Packed packed(true);
    Desk desk({packed.folder.path()});
    desk.introduce();
    desk.does(Action(desk.frame().home->rows[0].open));
    desk.does(act::TypeDialog{0, kPassphrase});
    desk.does(act::OpenPackage{});
    desk.does(act::LeaveStep{});
    desk.does(act::Back{});
    desk.does(Action(desk.frame().home->hero.button.action));
    CHECK(desk.frame().screen == Screen::Desk); // still open in this run
    desk.does(act::Back{});
    desk.close();
    desk.open();
    desk.does(Action(desk.frame().home->hero.button.action));
    CHECK(dialog(desk).primary.label == "Open");
    desk.does(act::CloseDialog{});
    CHECK_FALSE(desk.frame().dialog);
    CHECK(desk.frame().screen == Screen::Home);
    desk.does(Action(desk.frame().home->hero.button.action));
    desk.does(act::TypeDialog{0, kPassphrase});
    desk.does(act::OpenPackage{});
    CHECK(desk.frame().screen == Screen::Desk);
}

TEST_CASE("a dialog that is closed while the passphrase is tried opens nothing") {
    Packed packed(true);
    Desk desk({packed.folder.path()});
    desk.introduce();
    desk.does(Action(desk.frame().home->rows[0].open));
    desk.does(act::TypeDialog{0, kPassphrase});
    desk.open().apply(act::OpenPackage{});
    CHECK_FALSE(dialog(desk).primary.enabled);
    CHECK(dialog(desk).fields[0].text.empty());
    desk.does(act::CloseDialog{});
    CHECK_FALSE(desk.frame().dialog);
    CHECK(desk.frame().screen == Screen::Home);
    desk.does(Action(desk.frame().home->rows[0].open));
    CHECK(dialog(desk).fields.size() == 1);
}

TEST_CASE("who signed a package is said before it starts, and kept as known on request") {
    Packed packed(false, "Rini");
    Desk desk({packed.folder.path()});
    desk.introduce();
    CHECK_FALSE(desk.frame().home->rows[0].badge);
    desk.does(Action(desk.frame().home->rows[0].open));
    REQUIRE(dialog(desk).lines.size() == 1);
    CHECK(dialog(desk).fields.empty());
    const std::string print = packed.key.open.substr(0, 4) + "-" + packed.key.open.substr(4, 4);
    CHECK(dialog(desk).lines[0].text.find("New signer: Rini, fingerprint " + print) == 0);
    REQUIRE(dialog(desk).lines[0].button);
    desk.does(Action(dialog(desk).lines[0].button->action));
    CHECK(dialog(desk).lines[0].text == "Signed by Rini (known).");
    CHECK_FALSE(dialog(desk).lines[0].button);
    const auto known = store::known_authors(desk.folder / "keys");
    REQUIRE(known.ok());
    CHECK(*known == std::vector<store::KnownAuthor>{{"Rini", packed.key.open}});
    desk.does(act::OpenPackage{});
    REQUIRE(desk.frame().screen == Screen::Desk);
    desk.does(act::Back{});
    desk.does(act::StartCase{packed.path}); // agreed to in this run
    CHECK(desk.frame().screen == Screen::Desk);
    desk.close();
    desk.open();
    desk.does(act::StartCase{packed.path});
    CHECK(dialog(desk).lines[0].text == "Signed by Rini (known).");
}

TEST_CASE("a package that nobody signed says so; one that was changed after signing does not open") {
    Packed unsigned_one(false);
    Desk desk({unsigned_one.folder.path()});
    desk.introduce();
    desk.does(Action(desk.frame().home->rows[0].open));
    CHECK(dialog(desk).lines[0].text.find("Not signed") == 0);
    desk.does(act::CloseDialog{});
    std::ofstream(unsigned_one.path, std::ios::binary | std::ios::app) << "torn";
    std::filesystem::resize_file(unsigned_one.path, 3000);
    desk.does(act::StartCase{unsigned_one.path});
    CHECK_FALSE(desk.frame().dialog);
    REQUIRE_FALSE(desk.frame().toasts.empty());
    CHECK(desk.frame().screen == Screen::Home);
}
