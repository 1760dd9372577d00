#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "content/draft.h"
#include "content/yaml/edit.h"

using namespace timbang;
using namespace timbang::content;
using yaml::Node;
using yaml::Way;

namespace {

void gather(const Node& node, const Way& way, std::vector<std::pair<Way, std::string>>& scalars) {
    if (node.is_scalar()) scalars.emplace_back(way, std::string(node.text));
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        Way inner = way;
        if (node.is_mapping()) inner.emplace_back(std::string(node.keys[i].text));
        else inner.emplace_back(i);
        gather(node.items[i], inner, scalars);
    }
}

std::vector<std::pair<Way, std::string>> scalars_of(const yaml::Editor& editor) {
    std::vector<std::pair<Way, std::string>> scalars;
    gather(*editor.at({}), {}, scalars);
    return scalars;
}

/// What is no content: from "#" at the beginning of a line, or behind a space, outside of quotes. Good enough for files
/// whose texts hold no " #".
std::vector<std::string> comments_of(const std::string& text) {
    std::vector<std::string> comments;
    for (std::size_t at = text.find('#'); at != std::string::npos; at = text.find('#', at + 1))
        if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n')
            comments.push_back(text.substr(at, text.find('\n', at) - at));
    return comments;
}

/// The lines around the first byte that differs, of both; "" for the same text.
std::string difference(const std::string& a, const std::string& b) {
    if (a == b) return "";
    const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const std::size_t from = at < 40 ? 0 : at - 40;
    return a.substr(from, 120) + "\n=====\n" + b.substr(from, 120);
}

std::vector<std::pair<std::string, std::string>> bundled_files() {
    std::vector<std::pair<std::string, std::string>> files;
    const auto disk = read_disk(*folder_on_disk(TIMBANG_SOURCE_DIR "/scenarios"));
    for (const DiskFile& file : *disk)
        if (file.path.ends_with(".yaml")) files.emplace_back(file.path, *file.text);
    return files;
}

} // namespace

TEST_CASE("every value of every bundled file can be set without touching another") {
    // Each scalar in turn gets one of these; the next one begins with the next.
    const std::vector<std::string> others = {"8", "no", "Sah, basah: ya # bukan", "a\nb", "\"'", "x y", "", "{}", "- a", "a\n"};
    std::size_t turn = 0;
    std::size_t count = 0;
    for (const auto& [path, text] : bundled_files()) {
        CAPTURE(path);
        const yaml::Editor original(path, text);
        REQUIRE(original.readable());
        const auto scalars = scalars_of(original);
        const auto comments = comments_of(text);
        // Of long files some: the test reads the file anew for each value.
        const std::size_t stride = 1 + scalars.size() / 15;
        for (std::size_t i = 0; i < scalars.size(); i += stride, ++count) {
            const Way& way = scalars[i].first;
            yaml::Editor same(path, text);
            REQUIRE(same.set(way, yaml::sentence(scalars[i].second)));
            CHECK(same.edits().empty());
            yaml::Editor editor(path, text);
            const std::string& other = others[turn++ % others.size()];
            const auto write = static_cast<yaml::Write>(turn % 3);
            yaml::Value value = yaml::word(other);
            value.write = write;
            REQUIRE(editor.set(way, value));
            REQUIRE_MESSAGE(editor.readable(), other);
            auto expected = scalars;
            expected[i].second = other;
            const auto got = scalars_of(editor);
            REQUIRE(got.size() == expected.size());
            bool equal = true;
            for (std::size_t k = 0; k < got.size(); ++k) equal = equal && got[k].second == expected[k].second;
            CHECK_MESSAGE(equal, other);
            if (other.find('#') == std::string::npos) CHECK(comments_of(editor.text()) == comments);
            REQUIRE(editor.edits().size() <= 1);
        }
    }
    CHECK(count > 500);
}

TEST_CASE("every list of every bundled file can be lengthened, shortened and reordered, and put back") {
    std::size_t count = 0;
    for (const auto& [path, text] : bundled_files()) {
        CAPTURE(path);
        const yaml::Editor original(path, text);
        const auto scalars = scalars_of(original);
        std::map<std::string, Way> lists;
        for (const auto& [way, value] : scalars)
            for (std::size_t depth = 0; depth < way.size(); ++depth)
                if (way[depth].is_index) {
                    std::string name;
                    for (std::size_t i = 0; i < depth; ++i)
                        name += (way[i].is_index ? std::to_string(way[i].index) : way[i].key) + "/";
                    lists.emplace(name, Way(way.begin(), way.begin() + static_cast<std::ptrdiff_t>(depth)));
                }
        for (const auto& [name, way] : lists) {
            CAPTURE(name);
            ++count;
            const std::size_t size = original.at(way)->items.size();
            yaml::Editor editor(path, text);
            for (const std::size_t place : {std::size_t{0}, size / 2, size}) {
                REQUIRE(editor.add_item(way, yaml::word("neu"), place));
                REQUIRE(editor.readable());
                REQUIRE(editor.at(way)->items.size() == size + 1);
                CHECK(editor.at(way)->items[place].text == "neu");
                Way item = way;
                item.emplace_back(place);
                REQUIRE(editor.remove(item));
                REQUIRE(editor.readable());
            }
            CHECK(difference(editor.text(), text) == "");
            if (size < 2) continue;
            REQUIRE(editor.move_item(way, 0, size - 1));
            REQUIRE(editor.readable());
            CHECK(scalars_of(editor).size() == scalars.size());
            REQUIRE(editor.move_item(way, size - 1, 0));
            CHECK(difference(editor.text(), text) == "");
        }
    }
    CHECK(count > 100);
}
