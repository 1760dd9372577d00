#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "content/draft.h"
#include "content/yaml/node.h"
#include "content/yaml/write.h"

namespace timbang::content::yaml {

/// A step into a file: a key of a mapping, or the place of an item in a list, from 0.
struct Step {
    Step(const char* name) : key(name) {}
    Step(std::string name) : key(std::move(name)) {}
    Step(std::size_t at) : index(at), is_index(true) {}
    Step(int at) : index(static_cast<std::size_t>(at)), is_index(true) {}

    std::string key;
    std::size_t index = 0;
    bool is_index = false;
};
using Way = std::vector<Step>;
/// From where `way` leads on along `rest`.
[[nodiscard]] inline Way joined(Way way, const Way& rest) {
    way.insert(way.end(), rest.begin(), rest.end());
    return way;
}

/// Keys in the order in which a person writes them: a new key goes behind the last one that precedes it.
using Order = std::vector<std::string_view>;

/// Changes values of one YAML file where they stand: what lies around them, comments and order stay as they are. Every
/// operation says "draft-unreadable" {path} for a file that does not parse, and "draft-edit-unsupported" {path} where the
/// way leads nowhere or the text is laid out in a form that it does not know; then nothing is changed. Removing and moving
/// takes along the comment lines right above, at the same column, except above the first entry: those speak of the whole.
class Editor {
public:
    Editor(std::string path, std::string text);
    ~Editor();
    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;

    [[nodiscard]] bool readable() const { return root_ != nullptr; }
    /// Null where there is nothing, or the file does not parse. Valid until the next operation.
    [[nodiscard]] const Node* at(const Way& way) const;
    [[nodiscard]] const std::string& text() const { return text_; }

    /// Sets what stands there, or adds the last keys of the way (missing mappings on it too). A scalar that stays one
    /// keeps its quotes or its `|`; one that has this value already is left alone.
    base::Status set(const Way& way, const Value& value, const Order& order = {});
    /// Sets a text in both languages: each where it stands, in the form the text has. What `yaml::as_text` reads the same
    /// already is left alone.
    base::Status set_text(const Way& way, const base::Text& text, const Order& order = {});
    /// Adds an item to a list before `place` (at its end when that is beyond), making the list where there is none; one
    /// value that stands for a list becomes one.
    base::Status add_item(const Way& list, const Value& value, std::size_t place = npos, const Order& order = {});
    /// Takes an item or a key away; `[]` or `{}` is left of the last one. What is not there is no failure.
    base::Status remove(const Way& way);
    /// Moves an item so that it stands at `to`.
    base::Status move_item(const Way& list, std::size_t from, std::size_t to);

    /// What has been changed so far, one after the other.
    [[nodiscard]] const std::vector<TextEdit>& edits() const { return edits_; }

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

private:
    struct Found;
    struct Chunk;
    [[nodiscard]] Found find(const Way& way) const;
    void read();
    void splice(std::size_t begin, std::size_t end, std::string_view by);
    [[nodiscard]] base::Error unreadable() const;
    [[nodiscard]] base::Error unsupported() const;
    [[nodiscard]] std::size_t line_begin(std::size_t at) const;
    [[nodiscard]] std::size_t line_end(std::size_t at) const;
    [[nodiscard]] bool comment_follows(std::size_t at) const;
    /// Behind the last letter of what a node says; spaces, comments and empty lines behind it do not belong to it.
    [[nodiscard]] std::size_t content_end(const Node& node) const;
    /// Behind the colon of a key.
    [[nodiscard]] std::size_t behind_colon(const Key& key) const;
    [[nodiscard]] std::vector<Chunk> chunks(const Node& collection) const;
    void set_scalar(const Found& found, const Value& value);
    [[nodiscard]] std::string kept_style(const Found& found, const Value& value) const;
    void replace_node(const Found& found, const Value& value);
    base::Status add_key(const Way& mapping, const std::string& key, const Value& value, const Order& order);
    void add_flow(const Node& node, std::size_t place, const std::string& text);
    void add_block(const Node& node, std::size_t place, const std::string& text);
    void remove_block(const Found& owner, std::size_t place);
    void remove_flow(const Node& node, std::size_t place);
    void leave_empty(const Found& owner);

    std::string path_;
    std::string text_;
    std::unique_ptr<Source> source_;
    std::unique_ptr<Node> root_;
    Layout layout_;
    std::vector<TextEdit> edits_;
};

} // namespace timbang::content::yaml
