#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::file_text;
using timbang::test::Ran;
using timbang::test::run_shell;
using timbang::test::TempFolder;
using timbang::test::write_text;

// The author's guides are followed to the letter. The info string of a fenced block says what it is:
//   yaml file=PATH          the whole file        yaml file=PATH add       lines added to its end
//   yaml file=PATH line=N   what line N becomes   text check               what `check` answers by then
//   text player=NAME        how what `play --player NAME` prints begins
//   sh copy=NAME            a copy of the case under another name
//   text diff=NAME          what `diff` answers about the case and that copy
//   sh run                  commands that succeed, one behind the other, once the case is built
namespace {

const std::string kCase = "mediasi-dan-sampah";

struct Block {
    std::string info;
    std::string text;
};

std::vector<Block> blocks_of(const std::string& guide) {
    std::vector<Block> blocks;
    std::istringstream lines(guide);
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("```", 0) == 0) {
            if (!inside) blocks.push_back({line.substr(3), {}});
            inside = !inside;
        } else if (inside) {
            blocks.back().text += line + "\n";
        }
    }
    CHECK_FALSE(inside);
    return blocks;
}

std::vector<std::string> words_of(const std::string& info) {
    std::istringstream stream(info);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::string with_line(const std::string& text, int number, const std::string& line) {
    std::istringstream lines(text);
    std::string changed;
    int at = 0;
    for (std::string old; std::getline(lines, old);) changed += ++at == number ? line : old + "\n";
    CHECK(at >= number);
    return changed;
}

/// One guide being followed in a folder of its own.
class Following {
public:
    explicit Following(const std::string& language)
        : language_(language), blocks_(blocks_of(file_text(TIMBANG_SOURCE_DIR "/scenarios/guide." + language + ".md"))) {}

    [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }

    /// Does what the block says, if it is one of a file.
    void apply(const Block& block) const {
        const std::vector<std::string> words = words_of(block.info);
        if (words.size() == 2 && words[1].rfind("copy=", 0) == 0)
            return std::filesystem::copy(folder(kCase), folder(words[1].substr(5)),
                                         std::filesystem::copy_options::recursive);
        if (words.size() < 2 || words[1].rfind("file=", 0) != 0) return;
        const std::string path = folder_.file(kCase + "/" + words[1].substr(5));
        if (words.size() == 2) return write_text(path, block.text);
        REQUIRE(std::filesystem::exists(path));
        if (words[2] == "add") return write_text(path, file_text(path) + block.text);
        REQUIRE(words[2].rfind("line=", 0) == 0);
        write_text(path, with_line(file_text(path), std::stoi(words[2].substr(5)), block.text));
    }

    void apply_all() const {
        for (const Block& block : blocks_) apply(block);
    }

    [[nodiscard]] Ran run(const std::string& arguments) const {
        return run_shell("cd '" + folder_.path() + "' && TIMBANG_SHARE='" TIMBANG_SOURCE_DIR "' '" TIMBANG_BINARY "' " +
                         arguments + " --lang " + language_ + " --data-dir '" + folder_.file("data") + "'");
    }

    [[nodiscard]] std::string folder(const std::string& name) const { return folder_.file(name); }

    [[nodiscard]] json play(const std::string& player) const {
        const Ran ran = run("play " + kCase + " --json --player " + player);
        CAPTURE(ran.err);
        REQUIRE(ran.exit_code == 0);
        return json::parse(ran.out);
    }

private:
    std::string language_;
    TempFolder folder_;
    std::vector<Block> blocks_;
};

void check_answers(const std::string& language) {
    const Following guide(language);
    int stages = 0;
    for (const Block& block : guide.blocks()) {
        guide.apply(block);
        if (block.info != "text check") continue;
        ++stages;
        CAPTURE(stages);
        CHECK(guide.run("check " + kCase).out == block.text);
    }
    CHECK(stages >= 5);
}

void check_players(const std::string& language) {
    const Following guide(language);
    guide.apply_all();
    int players = 0;
    for (const Block& block : guide.blocks()) {
        const std::vector<std::string> words = words_of(block.info);
        if (words.size() != 2 || words[1].rfind("player=", 0) != 0) continue;
        ++players;
        const std::string out = guide.run("play " + kCase + " --player " + words[1].substr(7)).out;
        CAPTURE(block.info);
        CHECK(out.substr(0, block.text.size()) == block.text);
    }
    CHECK(players >= 3);
}

} // namespace

TEST_CASE("diff answers what the guide says, and the corrected copy is sound") {
    for (const char* language : {"en", "id"}) {
        CAPTURE(language);
        const Following guide(language);
        guide.apply_all();
        int copies = 0;
        for (const Block& block : guide.blocks()) {
            const std::vector<std::string> words = words_of(block.info);
            if (words.size() != 2 || words[1].rfind("diff=", 0) != 0) continue;
            ++copies;
            CHECK(guide.run("diff " + kCase + " " + words[1].substr(5)).out == block.text);
            CHECK(json::parse(guide.run("check " + words[1].substr(5) + " --json").out)["findings"] == json::array());
        }
        CHECK(copies == 1);
    }
}

TEST_CASE("the case is handed over as the guide says, and only its own key opens the sealed one") {
    for (const char* language : {"en", "id"}) {
        CAPTURE(language);
        const Following guide(language);
        guide.apply_all();
        int commands = 0;
        for (const Block& block : guide.blocks()) {
            if (block.info != "sh run") continue;
            std::istringstream lines(block.text);
            for (std::string line; std::getline(lines, line); ++commands) {
                CAPTURE(line);
                REQUIRE(line.rfind("timbang ", 0) == 0);
                const Ran ran = guide.run(line.substr(8));
                CAPTURE(ran.err);
                CHECK(ran.exit_code == 0);
            }
        }
        CHECK(commands == 4);
        const std::string sealed = kCase + ".sealed.timbang";
        CHECK(guide.run("play --json --player reference " + kCase + ".timbang").exit_code == 0);
        std::filesystem::remove(guide.folder("data/keys/sealing"));
        CHECK(guide.run("play --json --player reference " + sealed).exit_code == 1);
    }
}

TEST_CASE("at every stage of the guide, check answers what the guide says") {
    SUBCASE("English") { check_answers("en"); }
    SUBCASE("Indonesian") { check_answers("id"); }
}

TEST_CASE("the players of the guide print what the guide says") {
    SUBCASE("English") { check_players("en"); }
    SUBCASE("Indonesian") { check_players("id"); }
}

TEST_CASE("the guide's case is sound, exact by its key and by hand, and no attitude is enough") {
    const Following guide("en");
    guide.apply_all();
    const Ran ran = guide.run("check " + kCase + " --json");
    CHECK(ran.exit_code == 0);
    const json report = json::parse(ran.out);
    CHECK(report["checked"] == 1);
    CHECK(report["findings"].empty());
    for (const char* player : {"reference", "by-hand.play"}) {
        const json result = guide.play(player);
        CAPTURE(player);
        CHECK(result["indicators"] == 2);
        CHECK(result["exact"] == 2);
        CHECK(result["problems"] == json{{"found", 1}, {"missed", 0}, {"false_alarm", 0}});
    }
    for (const char* player : {"lenient", "strict"}) CHECK(guide.play(player)["exact"].get<int>() <= 1);
}

TEST_CASE("both guides build the same case from the same blocks") {
    const auto files = [](const std::string& language) {
        std::vector<std::pair<std::string, std::string>> found;
        for (const Block& block : blocks_of(file_text(TIMBANG_SOURCE_DIR "/scenarios/guide." + language + ".md")))
            if (block.info.find("file=") != std::string::npos) found.emplace_back(block.info, block.text);
        return found;
    };
    CHECK_FALSE(files("en").empty());
    CHECK(files("en") == files("id"));
}

TEST_CASE("the template small is the case that the guide builds") {
    const Following guide("en");
    guide.apply_all();
    const std::string made = guide.folder("contoh");
    REQUIRE(guide.run("new contoh").exit_code == 0);
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(guide.folder(kCase))) {
        if (!entry.is_regular_file()) continue;
        ++files;
        const std::string name = std::filesystem::relative(entry.path(), guide.folder(kCase)).string();
        CAPTURE(name);
        std::string text = file_text(entry.path().string());
        if (name == "scenario.yaml") text = text.substr(text.find("\nsummary:"));
        const std::string other = file_text(made + "/" + name);
        CHECK(other.substr(name == "scenario.yaml" ? other.find("\nsummary:") : 0) == text);
    }
    CHECK(files == 7);
}
