#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbang::sheets {

/// Reads XML in UTF-8 piece by piece, with namespaces, as spreadsheet programs write it. It is strict: what is not well
/// formed, nests deeper than 200 or declares entities (a document type) is broken. Nothing is fetched and nothing is
/// expanded but the five named and the numeric entities, so the text never gets larger than the file.
class XmlReader {
public:
    enum class Event { Open, Close, Text, End, Broken };

    /// `text` must outlive this.
    explicit XmlReader(std::string_view text);

    /// The next piece. An element without content is opened and closed. After End and Broken it stays so.
    Event next();

    /// Of the element that was opened or closed: name without prefix, and the address of its namespace.
    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] std::string_view space() const { return space_; }
    /// How many elements are open, this one included.
    [[nodiscard]] std::size_t depth() const { return open_.size() + (closing_ ? 1 : 0); }
    /// Text between elements; pieces of one text may come one after another.
    [[nodiscard]] std::string_view text() const { return piece_; }
    /// An attribute by name without prefix; `space` "" for those without a prefix.
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view space, std::string_view name) const;

    /// Goes behind the end of the element that was just opened.
    bool skip();

private:
    struct Attribute {
        std::string_view prefix;
        std::string_view name;
        std::string value;
        std::string_view space;
    };
    struct Binding {
        std::string_view prefix;
        std::string uri;
        std::size_t depth;
    };

    Event broken();
    Event open_element();
    Event close_element();
    bool read_attributes();
    bool bind_names();
    bool skip_markup();
    bool read_name(std::string_view& prefix, std::string_view& name);
    bool skip_until(std::string_view end);
    bool decode(std::string_view raw, std::string& out) const;
    [[nodiscard]] std::optional<std::string_view> uri_of(std::string_view prefix) const;
    void skip_blanks();
    Event leave();

    std::string_view source_;
    std::size_t at_ = 0;
    std::vector<std::string_view> open_; ///< names with prefix as written
    std::vector<Binding> bindings_;
    std::vector<Attribute> attributes_;
    std::string_view name_;
    std::string_view space_;
    std::string space_copy_;
    std::string piece_;
    bool empty_element_ = false;
    bool closing_ = false;
    bool seen_root_ = false;
    bool failed_ = false;
};

} // namespace timbang::sheets
