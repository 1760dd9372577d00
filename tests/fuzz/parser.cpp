// Everything that reads an author's files. The first line of an input names the part:
//   case       files laid over the sound small case, each behind a line `=== path`
//   framework, markdown, csv, letter, picture       one file
//   play       lines of a `.play` file for the small case
//   figure     one expression of the calculator
#include <memory>

#include "base/utf8.h"
#include "content/framework_shelf.h"
#include "content/library.h"
#include "content/pages.h"
#include "content/picture.h"
#include "content/play_words.h"
#include "content/players.h"
#include "content/scenario/source.h"
#include "fuzz/driver.h"

using namespace timbang;
using fuzz::require;

namespace {

constexpr std::size_t kLargest = std::size_t{256} << 10;
const std::string kBase = TIMBANG_TEST_DATA "/content/base";
const std::string kCase = kBase + "/case";

/// The small case in memory, and a folder for what is only read from files.
class Desk {
public:
    Desk() {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(kCase))
            if (entry.is_regular_file())
                files_[std::filesystem::relative(entry.path(), kCase).generic_string()] =
                    fuzz::file_bytes(entry.path().string());
        context_.framework_folders = {kBase + "/frameworks"};
        context_.shelf = std::make_shared<content::FrameworkShelf>();
        context_.has_glyph = [](char32_t letter) { return letter < 0x10000; };
        sound_ = content::load_scenario(with(files_), context_).scenario;
        require(sound_ != nullptr, "the small case is sound");
    }

    [[nodiscard]] const domain::Scenario& sound() const { return *sound_; }
    [[nodiscard]] const content::CheckContext& context() const { return context_; }
    [[nodiscard]] const fuzz::Folder& folder() const { return folder_; }
    [[nodiscard]] const content::FileTexts& files() const { return files_; }

    [[nodiscard]] static content::CaseFolder with(content::FileTexts files) {
        return {kCase, "",
                std::make_shared<content::MemorySource>(std::make_shared<const content::FileTexts>(std::move(files)))};
    }

private:
    fuzz::Folder folder_;
    content::CheckContext context_;
    content::FileTexts files_;
    std::shared_ptr<const domain::Scenario> sound_;
};

void look_at(const base::Diagnostics& findings) {
    for (const base::Finding& finding : findings) {
        require(!finding.code.empty(), "a finding has a code");
        require(finding.where.begin <= finding.where.end, "a place ends behind its begin");
        require(finding.where.line >= 1 && finding.where.column >= 1, "lines and columns count from 1");
    }
}

void look_at(const domain::Page& page) {
    require(!base::invalid_utf8(page.text), "a page's text is UTF-8");
    std::uint32_t at = 0;
    for (const domain::TextRange unit : page.units) {
        require(unit.begin >= at && unit.begin <= unit.end && unit.end <= page.text.size(), "units lie in order");
        at = unit.end;
        static_cast<void>(domain::find_quote(page, page.words(unit)));
    }
}

void play_through(const domain::Scenario& scenario) {
    for (const auto player : {content::PlayerKind::Reference, content::PlayerKind::Lenient, content::PlayerKind::Strict,
                              content::PlayerKind::Random}) {
        const content::Played played = content::play(scenario, player, domain::Mode::Learn, 7);
        require(played.commands <= 10000, "a player comes to an end");
        require(domain::replay(scenario, played.events) == played.state, "events give the state again");
    }
}

void read_case(const Desk& desk, std::string_view rest) {
    content::FileTexts files = desk.files();
    std::string* file = nullptr;
    while (!rest.empty()) {
        const std::string_view line = fuzz::take_line(rest);
        if (line.substr(0, 4) == "=== ") {
            file = &files[std::string(line.substr(4))];
            file->clear();
        } else if (file != nullptr) {
            file->append(line).append("\n");
        }
    }
    const content::CaseFolder where = Desk::with(std::move(files));
    look_at(content::check_scenario(where, desk.context()).findings);
    const auto loaded = content::load_scenario(where, desk.context());
    look_at(loaded.findings);
    require((loaded.scenario == nullptr) == base::has_errors(loaded.findings), "a case is there unless an error is");
    if (loaded.scenario == nullptr) return;
    for (const domain::Evidence& document : loaded.scenario->evidence)
        for (const auto& page : document.pages)
            look_at(page.page);
    play_through(*loaded.scenario);
}

void read_framework(const Desk& desk, std::string_view text) {
    desk.folder().put("framework.yaml", text);
    const auto loaded = content::load_framework(desk.folder() / "framework.yaml");
    look_at(loaded.findings);
    require((loaded.framework == nullptr) == base::has_errors(loaded.findings),
            "a framework is there unless an error is");
}

void read_picture(std::string_view bytes) {
    constexpr long long kSmall = 1 << 18;
    static_cast<void>(content::check_picture(bytes));
    const auto size = content::picture_size(bytes);
    if (!size || static_cast<long long>(size->width) * size->height > kSmall) return;
    auto pixels = content::decode_picture(bytes);
    if (!pixels) return;
    require(pixels->rgba.size() ==
                static_cast<std::size_t>(pixels->width) * static_cast<std::size_t>(pixels->height) * 4,
            "four bytes a pixel");
    const auto smaller = content::shrink_picture(std::move(*pixels), 50, 40);
    require(smaller.width <= 50 && smaller.height <= 40, "a picture shrinks into its place");
}

void play_lines(const domain::Scenario& scenario, std::string_view lines) {
    const auto played = content::play_script(scenario, lines, domain::Mode::Practise, 1);
    if (!played) return;
    require(domain::replay(scenario, played->events) == played->state, "events give the state again");
}

/// What a command is printed as reads back as the same command.
void print_and_read(const domain::Scenario& scenario, std::string_view lines) {
    domain::State state = domain::initial_state(scenario, domain::Mode::Practise);
    while (!lines.empty()) {
        const std::string_view line = fuzz::take_line(lines);
        const auto command = content::parse_command(scenario, state, line);
        if (!command) continue;
        const std::string printed = content::print_command(scenario, *command);
        if (!printed.empty() && printed.find('\n') == std::string::npos)
            require(content::parse_command(scenario, state, printed).ok(), "a printed command can be read");
        static_cast<void>(domain::step(scenario, state, *command));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Desk desk; // libFuzzer calls this function alone: there is no other place to keep it
    if (size > kLargest) return 0;
    std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string_view kind = fuzz::take_line(text);
    if (kind == "case")
        read_case(desk, text);
    else if (kind == "framework")
        read_framework(desk, text);
    else if (kind == "picture")
        read_picture(text);
    else if (base::invalid_utf8(text))
        return 0; // files that are no UTF-8 were refused before
    else if (kind == "markdown")
        look_at(content::parse_markdown_page(text));
    else if (kind == "letter")
        look_at(content::parse_markdown_page(text, content::Breaks::Keep));
    else if (kind == "csv")
        look_at(content::parse_csv_page(text));
    else if (kind == "figure")
        static_cast<void>(content::evaluate_expression(text));
    else if (kind == "play") {
        play_lines(desk.sound(), text);
        print_and_read(desk.sound(), text);
    } else
        return 0;
    return 0;
}
