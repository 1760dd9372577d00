#include <doctest/doctest.h>

#include <fstream>

#include "base/hash.h"
#include "content/library.h"
#include "content/package.h"
#include "content/package/sealed_zip.h"
#include "content/package/zip.h"
#include "support/temp_folder.h"

using namespace timbang;
using content::FileTexts;

namespace {

constexpr const char* kCase = TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok";
constexpr const char* kPassphrase = "kata sandi pelatih";
constexpr base::SealCost kQuick{1, std::size_t{8} << 10};
const content::PackageFacts kFacts{"jumlah-yang-tidak-cocok", "1.0", "timbang test", true};

content::CheckContext context(const std::string& passphrase = "") {
    content::CheckContext asked;
    asked.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    asked.openers.passphrase = passphrase;
    return asked;
}

FileTexts case_files() {
    content::FolderSource source(kCase);
    return content::files_to_pack(source).value();
}

base::SealFor under(const std::string& passphrase) { return {passphrase, {}, kQuick}; }
base::SealOpeners said(const std::string& passphrase) { return {passphrase, {}, ""}; }

FileTexts sealed_files() { return content::seal_files(case_files(), kFacts, under(kPassphrase)).value(); }

content::Package packed(const FileTexts& files) {
    return content::open_package(content::make_package(files, kFacts).value()).value();
}

void add_texts(const domain::Text& text, std::vector<std::string>& found) {
    for (const std::string& one : {text.id, text.en})
        if (one.size() > 32) found.push_back(one.substr(0, 32));
}

/// Beginnings of everything that must not leave, from the case as it is read.
std::vector<std::string> secrets() {
    const auto scenario = content::load_scenario(kCase, context()).scenario;
    REQUIRE(scenario);
    std::vector<std::string> found;
    add_texts(scenario->facilitator, found);
    for (const domain::Task& task : scenario->tasks) {
        add_texts(task.reference.why, found);
        add_texts(task.facilitator, found);
        for (const auto& one : task.near) add_texts(one.why, found);
        for (const auto& one : task.problems) add_texts(one.why, found);
        for (const auto& one : task.panel) add_texts(one.why, found);
        for (const auto& one : task.replies) add_texts(one.why, found);
    }
    for (const domain::StepPart& part : scenario->parts) {
        add_texts(part.reference.why, found);
        add_texts(part.model, found);
        for (const auto& one : part.replies) add_texts(one.why, found);
        for (const auto& one : part.points) add_texts(one.text, found);
    }
    for (const domain::Action& action : scenario->actions) add_texts(action.why, found);
    for (const domain::Evidence& document : scenario->evidence)
        if (document.hidden) add_texts(document.title, found);
    return found;
}

} // namespace

TEST_CASE("nothing of the key or the notes can be read in a sealed case, also not in comments") {
    const FileTexts sealed = sealed_files();
    const std::vector<std::string> hidden = secrets();
    REQUIRE(hidden.size() > 40);
    for (const auto& [path, text] : sealed) {
        CAPTURE(path);
        for (const std::string& secret : hidden) {
            CAPTURE(secret);
            CHECK(text.find(secret) == std::string::npos);
        }
        if (!path.ends_with(".yaml") || path.starts_with("frameworks/")) continue;
        CHECK(text.find('#') == std::string::npos);
        for (const char* key : {"reference", "near", "problems", "allowed", "panel", "replies", "helps", "why", "model",
                                "points", "facilitator", "hidden", "then"})
            CHECK(text.find("\"" + std::string(key) + "\"") == std::string::npos);
    }
    CHECK(sealed.count("scenario.yaml") == 1);
    CHECK(sealed.count("README.md") == 0);
    CHECK(sealed.at(content::kSealedFile).size() % content::kSealStep == 0);
}

TEST_CASE("of a sealed pool nothing but its head can be read, also not its evidence") {
    FileTexts files = case_files();
    std::string& root = files.at("scenario.yaml");
    root.insert(root.find("\nlevel:") + 1, "purpose: pool\nabout: [wrong-year]\n");
    const FileTexts sealed = content::seal_files(files, kFacts, under(kPassphrase)).value();
    for (const auto& [path, text] : sealed) {
        CAPTURE(path);
        const bool open = path == "scenario.yaml" || path == content::kSealedFile || path.starts_with("frameworks/");
        CHECK(open);
    }
    CHECK(sealed.at("scenario.yaml").find("purpose") != std::string::npos);
    for (const char* word : {"wrong-year", "persalinan", "KS-O1", "\"indicators\"", "\"about\""})
        CHECK(sealed.at("scenario.yaml").find(word) == std::string::npos);
    CHECK(content::open_sealed(packed(sealed), said(kPassphrase)).value() == files);
}

TEST_CASE("the passphrase gives the case back as it was, another one nothing") {
    const content::Package package = packed(sealed_files());
    CHECK(package.manifest.sealed);
    CHECK(content::open_sealed(package, said(kPassphrase)).value() == case_files());
    CHECK(content::open_sealed(package, said("kata sandi Pelatih")).error().code == "seal-passphrase");
    CHECK(content::seal_files(case_files(), kFacts, under("pendek")).error().code == "seal-short");
    CHECK(content::seal_files({{"x", "y"}}, kFacts, under(kPassphrase)).error().code == "seal-case");
    FileTexts odd = case_files();
    odd["evidence/\xFF.md"] = "x"; // a name that is no UTF-8
    CHECK(content::seal_files(odd, kFacts, under(kPassphrase)).error().code == "package-name");
}

TEST_CASE("an open file that was changed after sealing is found, and the block fits no other case") {
    FileTexts files = sealed_files();
    FileTexts changed = files;
    for (auto& [path, text] : changed)
        if (path.ends_with(".csv") || path.ends_with(".md")) {
            text += " ";
            break;
        }
    CHECK(content::open_sealed(packed(changed), said(kPassphrase)).error().code == "seal-mismatch");
    FileTexts more = files;
    more["evidence/new.md"] = "x";
    CHECK(content::open_sealed(packed(more), said(kPassphrase)).error().code == "seal-mismatch");
    FileTexts fewer = files;
    fewer.erase("scenario.yaml");
    CHECK(content::open_sealed(packed(fewer), said(kPassphrase)).error().code == "seal-mismatch");
    content::PackageFacts other = kFacts;
    other.version = "2.0";
    const auto package = content::open_package(content::make_package(files, other).value()).value();
    CHECK(content::open_sealed(package, said(kPassphrase)).error().code == "seal-passphrase");
    files.erase(content::kSealedFile);
    CHECK(content::open_sealed(packed(files), said(kPassphrase)).error().code == "seal-damaged");
}

TEST_CASE("a sealed package is no error and not playable; its passphrase makes it the same case") {
    test::TempFolder folder;
    const std::string path = folder / "kasus.timbang";
    REQUIRE(base::write_file_atomically(path, content::make_package(sealed_files(), kFacts).value()));
    for (const bool check : {false, true}) {
        const auto closed = check ? content::check_scenario(path, context()) : content::load_scenario(path, context());
        CHECK(closed.sealed);
        CHECK(closed.scenario == nullptr);
        CHECK(closed.findings.empty());
    }
    const auto card = content::read_card(path);
    CHECK(card.sealed);
    CHECK(card.broken.empty());
    CHECK(card.id == "jumlah-yang-tidak-cocok");
    CHECK(card.indicators.size() == 9);
    const auto open = content::load_scenario(path, context(kPassphrase));
    REQUIRE(open.scenario);
    const auto plain = content::load_scenario(kCase, context());
    CHECK(open.scenario->hashes.content == plain.scenario->hashes.content);
    CHECK(open.scenario->hashes.key == plain.scenario->hashes.key);
    const auto wrong = content::load_scenario(path, context("another passphrase"));
    CHECK(wrong.scenario == nullptr);
    REQUIRE(wrong.findings.size() == 1);
    CHECK(wrong.findings[0].code == "seal-passphrase");
}

TEST_CASE("a case that is sealed for keys opens for their owners without a passphrase") {
    const base::SealingKey siti = base::make_sealing_key(), budi = base::make_sealing_key();
    const FileTexts sealed = content::seal_files(case_files(), kFacts, {"", {siti.open, budi.open}}).value();
    CHECK(sealed.at(content::kSealedFile).size() % content::kSealStep == 0);
    for (const std::string& secret : secrets()) CHECK(sealed.at(content::kSealedFile).find(secret) == std::string::npos);
    test::TempFolder folder;
    const std::string path = folder / "kasus.timbang";
    REQUIRE(base::write_file_atomically(path, content::make_package(sealed, kFacts).value()));
    const auto plain = content::load_scenario(kCase, context());
    for (const base::SealingKey& key : {siti, budi}) {
        content::CheckContext own = context();
        own.openers.key = key;
        const auto open = content::load_scenario(path, own);
        REQUIRE(open.scenario);
        CHECK_FALSE(open.sealed);
        CHECK(open.scenario->hashes.content == plain.scenario->hashes.content);
        own.openers.passphrase = "a passphrase for another case";
        CHECK(content::load_scenario(path, own).scenario);
    }
    content::CheckContext other = context();
    other.openers.key = base::make_sealing_key();
    const auto closed = content::check_scenario(path, other);
    CHECK(closed.sealed);
    CHECK(closed.findings.empty());
    const auto first_code = [&](const content::CheckContext& asked) {
        const auto loaded = content::check_scenario(path, asked);
        CHECK_FALSE(loaded.sealed);
        return loaded.findings.empty() ? "" : loaded.findings.front().code;
    };
    CHECK(first_code(context(kPassphrase)) == "seal-key");
    other.openers = {"", {}, "keys/sealing"};
    CHECK(first_code(other) == "seal-key-broken");
    base::SealOpeners openers;
    openers.key = siti;
    const std::string hidden = path + "/facilitator.id.md";
    REQUIRE(case_files().contains("facilitator.id.md"));
    CHECK(content::CaseFiles(openers).read(hidden, 1 << 20).value() == case_files().at("facilitator.id.md"));
    CHECK_FALSE(content::CaseFiles().read(hidden, 1 << 20));
}

TEST_CASE("what was encrypted is looked at as a package of strangers is") {
    const FileTexts open{{"scenario.yaml", "timbang: 1\n"}};
    const std::string sums = "{\"scenario.yaml\": \"" + base::sha256(open.at("scenario.yaml")) + "\"}";
    const auto code = [&](const content::ZipEntries& entries) {
        const auto files = content::with_sealed_zip(open, content::write_zip(entries).value());
        return files ? "opened" : files.error().code;
    };
    CHECK(code({{"open.json", sums}, {"files/notes.md", "x"}}) == "opened");
    CHECK(code({{"open.json", sums}, {"files/a:b", "x"}}) == "seal-damaged");
    CHECK(code({{"open.json", sums}, {"files/../../b", "x"}}) == "seal-damaged");
    CHECK(code({{"files/notes.md", "x"}}) == "seal-damaged");
    CHECK(code({{"open.json", "[]"}}) == "seal-damaged");
    CHECK(code({{"open.json", "{\"scenario.yaml\": 1}"}}) == "seal-mismatch");
    CHECK(code({{"open.json", "{}"}}) == "seal-mismatch");
    CHECK(content::with_sealed_zip(open, "no zip").error().code == "seal-damaged");
    FileTexts many;
    std::string all = "{";
    for (std::size_t i = 0; i < content::kMostPackageFiles; ++i) {
        many[std::to_string(i)] = "";
        all += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":\"" + base::sha256("") + "\"";
    }
    const auto with = [&](const content::ZipEntries& entries) {
        return content::with_sealed_zip(many, content::write_zip(entries).value());
    };
    CHECK(with({{"open.json", all + "}"}}));
    CHECK(with({{"open.json", all + "}"}, {"files/more", ""}}).error().code == "seal-damaged"); // together more than a package
}

TEST_CASE("packages are found beside folders, read like them, and told when they are broken") {
    test::TempFolder folder;
    REQUIRE(base::make_folders(folder / "sub"));
    const std::string good = folder / "sub/kasus.timbang";
    const std::string bad = folder / "rusak.timbang";
    content::PackageFacts facts = kFacts;
    facts.sealed = false;
    FileTexts files = case_files();
    files["variants/b/scenario.yaml"] = "title: {id: \"Pakaian lain\", en: \"Other clothes\"}\n";
    const content::Signer author{"Siti", base::make_signing_key()};
    REQUIRE(base::write_file_atomically(good, content::make_package(files, facts, {author}).value()));
    REQUIRE(base::write_file_atomically(bad, "nothing"));
    CHECK(content::find_scenarios(folder.path()) == std::vector<std::string>{bad, good});
    CHECK(content::read_card(good).id == "jumlah-yang-tidak-cocok");
    CHECK(content::read_card(bad).broken == "package-not-zip");
    const auto broken = content::check_scenario(bad, context());
    REQUIRE(broken.findings.size() == 1);
    CHECK(broken.findings[0].code == "package-not-zip");
    CHECK(content::check_scenario(good, context()).scenario != nullptr);
    const auto variant = content::load_scenario(good + "/variants/b", context());
    REQUIRE(variant.scenario);
    CHECK(variant.scenario->id == "jumlah-yang-tidak-cocok.b");
    CHECK(variant.scenario->title.en == "Other clothes");
    const std::string page = files.begin()->first;
    content::CaseFiles of_cases;
    CHECK(of_cases.read(good + "/" + page, 1 << 20).value() == files.begin()->second);
    CHECK(of_cases.read(good + "/../x", 100).error().code == "path-leaves-folder");
    CHECK(of_cases.read(bad + "/" + page, 1 << 20).error().code == "package-not-zip");
    files.begin()->second = "changed\n";
    REQUIRE(base::write_file_atomically(bad, content::make_package(files, facts).value()));
    CHECK(of_cases.read(bad + "/" + page, 1 << 20).value() == "changed\n");
    CHECK(content::main_file(good) == good);
    CHECK(content::main_file(folder / "sub") == folder / "sub/scenario.yaml");
}

TEST_CASE("a case may bring its framework along") {
    test::TempFolder folder;
    const std::string path = folder / "kasus.timbang";
    content::PackageFacts facts = kFacts;
    facts.sealed = false;
    FileTexts files = case_files();
    REQUIRE(base::write_file_atomically(path, content::make_package(files, facts).value()));
    CHECK(content::load_scenario(path, {}).findings.front().code == "unknown-framework");
    files["frameworks/practice-22-2021.yaml"] =
        base::read_file(TIMBANG_SOURCE_DIR "/scenarios/frameworks/practice-22-2021.yaml").value();
    REQUIRE(base::write_file_atomically(path, content::make_package(files, facts).value()));
    CHECK(content::load_scenario(path, {}).scenario != nullptr);
}
