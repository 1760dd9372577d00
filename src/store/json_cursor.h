#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// A strict reader of one line of JSON that makes no tree: lines of exports come by the million. Inside this module only.

namespace timbang::store {

/// Walks through a text. Every call takes what it names or says no and leaves the cursor anywhere: then the text is broken.
class JsonCursor {
public:
    explicit JsonCursor(std::string_view text) : text_(text) {}

    /// Takes this sign, with white space before it.
    bool take(char sign);
    /// The next sign behind white space; '\0' at the end.
    [[nodiscard]] char next();
    /// A string, its escapes resolved. UTF-8 is not checked here.
    bool string(std::string& out);
    bool integer(std::int64_t& out);
    /// A whole value of any kind, depth at most 64; `span` are its bytes.
    bool value(std::string_view& span);
    [[nodiscard]] bool at_end() { return next() == '\0' && at_ == text_.size(); }

private:
    void spaces();
    bool skip_string();
    bool skip_number();
    bool skip_word(std::string_view word);
    bool skip_value(int depth);
    bool skip_members(char close, int depth);
    bool unescape(std::string& out);
    bool code_unit(unsigned& out);

    std::string_view text_;
    std::size_t at_ = 0;
};

/// Calls `each(name, cursor)` for every member of the object that `text` is; `each` takes the value. False: `text` is broken
/// or no object.
template <class Each> bool members(JsonCursor& cursor, Each each) {
    if (!cursor.take('{')) return false;
    if (cursor.take('}')) return true;
    std::string name;
    do {
        if (!cursor.string(name) || !cursor.take(':') || !each(name, cursor)) return false;
    } while (cursor.take(','));
    return cursor.take('}');
}

} // namespace timbang::store
