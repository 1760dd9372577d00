#include "author_fixture.h"
#include "content/package.h"
#include "store/keys.h"

using namespace timbang;
using namespace timbang::test;

TEST_CASE("a package holds the draft as it is written now") {
    Editor editor;
    editor.open_case();
    editor.change("version: 1.0.0", "version: 1.0.7");
    editor.does(act::MakePackage{});
    REQUIRE(editor.frame().dialog);
    editor.does(act::ConfirmPackage{});
    CHECK_FALSE(editor.frame().dialog);
    REQUIRE(editor.view().prompt);
    CHECK(base::file_kind(editor.path() + "-1.0.7.timbang") == base::FileKind::File);
    CHECK(editor.on_disk("scenario.yaml").find("1.0.7") == std::string::npos);
}

TEST_CASE("a package is signed with the author's key and sealed with a passphrase typed twice") {
    Editor editor;
    editor.open_case();
    editor.does(act::MakePackage{});
    editor.does(act::ToggleSign{});
    editor.does(act::ToggleSeal{});
    const auto dialog = [&]() -> const Dialog& {
        REQUIRE(editor.frame().dialog);
        return *editor.frame().dialog;
    };
    REQUIRE(dialog().switches.size() == 2);
    REQUIRE(dialog().switches[1].fields.size() == 2);
    CHECK(dialog().switches[1].fields[0].secret);
    editor.does(act::TypeDialog{0, ""});
    editor.does(act::ConfirmPackage{});
    CHECK(dialog().problem == "Type the name to sign with first.");
    editor.does(act::TypeDialog{0, "Rini"});
    editor.does(act::TypeDialog{1, "pendek"});
    editor.does(act::ConfirmPackage{});
    CHECK(dialog().problem.find("A passphrase needs at least 8") == 0);
    editor.does(act::TypeDialog{1, "kata sandi pelatih"});
    editor.does(act::TypeDialog{2, "kata sandi"});
    editor.does(act::ConfirmPackage{});
    CHECK(dialog().problem.find("The two passphrases") == 0);
    editor.does(act::TypeDialog{2, "kata sandi pelatih"});
    editor.does(act::ConfirmPackage{});
    CHECK_FALSE(editor.frame().dialog);
    REQUIRE(editor.view().prompt);
    const auto package = content::open_package_file(editor.path() + "-1.0.0.sealed.timbang");
    REQUIRE(package.ok());
    CHECK(package->manifest.sealed);
    REQUIRE(package->signatures.size() == 1);
    CHECK(package->signatures[0].name == "Rini");
    CHECK(package->signatures[0].fits);
    CHECK(package->signatures[0].key == store::own_open_key(editor.folder / "keys"));
    CHECK(package->files->at("indicators/IN-P1.yaml").find("reference") == std::string::npos);
}

TEST_CASE("a package is unpacked into a folder of own cases before it is written in; a sealed one stays one file") {
    Editor editor;
    editor.open_case();
    editor.does(act::MakePackage{});
    editor.does(act::ConfirmPackage{});
    editor.does(act::CancelPrompt{});
    editor.does(act::CloseCase{});
    editor.does(act::OpenOwnCase{editor.path() + "-1.0.0.timbang"});
    REQUIRE(editor.frame().dialog);
    CHECK(editor.frame().dialog->text.find("must be unpacked before it can be changed") != std::string::npos);
    editor.does(act::ConfirmPackage{});
    CHECK_FALSE(editor.frame().dialog);
    REQUIRE(editor.view().text);
    CHECK(base::file_kind(editor.folder / "own/perkenalan-meja-kerja/scenario.yaml") == base::FileKind::File);
    CHECK(base::file_kind(editor.path() + "-1.0.0.timbang") == base::FileKind::File); // as it was
    editor.does(act::MakePackage{});
    editor.does(act::ToggleSeal{});
    editor.does(act::TypeDialog{0, "kata sandi pelatih"});
    editor.does(act::TypeDialog{1, "kata sandi pelatih"});
    editor.does(act::ConfirmPackage{});
    editor.does(act::CloseCase{});
    editor.does(act::OpenOwnCase{editor.folder / "own/perkenalan-meja-kerja-1.0.0.sealed.timbang"});
    REQUIRE(editor.frame().dialog);
    CHECK(editor.frame().dialog->text.find("This package is sealed and stays one file") == 0);
    editor.does(act::CloseDialog{});
    CHECK_FALSE(editor.view().text);
}
