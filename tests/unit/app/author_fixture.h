#pragma once

#include <filesystem>

#include "base/files.h"
#include "desk_fixture.h"

namespace timbang::test {

/// A workspace with a case of one's own in a real folder, opened in the editor's text mode.
class Editor : public Desk {
public:
    explicit Editor(const std::string& of = "perkenalan-meja-kerja") {
        // Beside the frameworks, as a case of one's own lies in practice.
        std::filesystem::create_directories(folder / "own");
        std::filesystem::copy(std::string(TIMBANG_SOURCE_DIR "/scenarios/") + of, path(),
                              std::filesystem::copy_options::recursive);
        kept.case_folder = folder / "own";
        introduce();
        does(act::Navigate{Screen::Author});
    }
    [[nodiscard]] std::string path() const { return folder / "own/case"; }
    void open_case() {
        does(act::OpenOwnCase{path()});
        pause();
    }
    /// Long enough for a check and a recovery copy.
    void pause(std::chrono::milliseconds time = std::chrono::seconds(5)) {
        now += time;
        settle();
    }
    const AuthorView& view() {
        REQUIRE(frame().author);
        return *frame().author;
    }
    const AuthorText& text() {
        REQUIRE(view().text);
        return *view().text;
    }
    const std::string& source() {
        REQUIRE(text().source.text);
        return *text().source.text;
    }
    [[nodiscard]] std::string on_disk(const std::string& file) const {
        const auto bytes = base::read_file(path() + "/" + file);
        return bytes ? *bytes : std::string();
    }
    void write(const std::string& file, const std::string& bytes) {
        REQUIRE(base::write_file_atomically(path() + "/" + file, bytes).ok());
    }
    [[nodiscard]] std::uint32_t find(const std::string& words) {
        const std::size_t at = source().find(words);
        REQUIRE(at != std::string::npos);
        return static_cast<std::uint32_t>(at);
    }
    /// Replaces the first place of some words in the open file, as a paste does.
    void change(const std::string& from, const std::string& to) {
        const std::uint32_t at = find(from);
        const auto end = at + static_cast<std::uint32_t>(from.size());
        does(act::EditSource{text().source.path, at, end, to, at + static_cast<std::uint32_t>(to.size())});
    }
    void type(std::uint32_t at, const std::string& letters) {
        for (const char letter : letters) {
            does(act::EditSource{text().source.path, at, at, std::string(1, letter), at + 1});
            ++at;
        }
    }
};

} // namespace timbang::test
