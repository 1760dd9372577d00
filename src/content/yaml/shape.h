#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timbang::content::yaml {

struct Shape;

/// What one value is written as. A word is any text in one piece; a long text may also stand in files of its own.
enum class Form : std::uint8_t { None, Word, Id, Whole, Number, Flag, Text, LongText };

/// What may stand behind a key: a single value of a form, a mapping of one of the shapes, or either.
struct ValueShape {
    Form form = Form::None;
    bool list = false;                        ///< any number of them; a single value alone is a list of one
    int lowest = 0, highest = 0;              ///< of a whole number
    std::span<const std::string_view> words = {}; ///< where only these are known
    std::string_view expected = {};               ///< of those words: as in `add_bad_value`
    std::span<const Shape* const> shapes = {};    ///< mappings that may stand there
};

/// Whether a key must be there: `Sometimes` depends on what else the case or the framework says.
enum class Need : std::uint8_t { No, Sometimes, Always };

struct Field {
    std::string_view key;
    ValueShape value;
    Need need = Need::No;
};

/// The keys of one kind of mapping. The reader takes from here which keys it knows, which must be there and within which
/// limits; the JSON Schema says the same to editors.
struct Shape {
    std::string_view name;
    std::span<const Field> fields;
    const Shape* also = nullptr;    ///< keys of another shape that may stand in it as well
    bool one_key = false;           ///< exactly one of the keys stands there
    const ValueShape* others = nullptr;  ///< what stands behind any other key, where the author chooses the keys
    bool scores_as_keys = false;    ///< those other keys are whole numbers

    /// Null where the shape has no such key.
    [[nodiscard]] constexpr const Field* field(std::string_view key) const {
        for (const Field& one : fields)
            if (one.key == key) return &one;
        return also == nullptr ? nullptr : also->field(key);
    }
    [[nodiscard]] std::vector<std::string> keys() const {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < count(); ++i) all.emplace_back(at(i).key);
        return all;
    }
    /// The number of keys, those of `also` behind the others.
    [[nodiscard]] constexpr std::size_t count() const { return fields.size() + (also == nullptr ? 0 : also->count()); }
    [[nodiscard]] constexpr const Field& at(std::size_t index) const {
        return index < fields.size() ? fields[index] : also->at(index - fields.size());
    }
};

// Values in the words of the tables.
constexpr ValueShape word() { return {.form = Form::Word}; }
constexpr ValueShape one_of(std::span<const std::string_view> words, std::string_view expected) {
    return {.form = Form::Word, .words = words, .expected = expected};
}
constexpr ValueShape id() { return {.form = Form::Id}; }
constexpr ValueShape whole(int lowest, int highest) { return {.form = Form::Whole, .lowest = lowest, .highest = highest}; }
constexpr ValueShape number() { return {.form = Form::Number}; }
constexpr ValueShape flag() { return {.form = Form::Flag}; }
constexpr ValueShape text() { return {.form = Form::Text}; }
constexpr ValueShape long_text() { return {.form = Form::LongText}; }
constexpr ValueShape mapping(std::span<const Shape* const> shapes) { return {.shapes = shapes}; }
constexpr ValueShape list_of(ValueShape value) {
    value.list = true;
    return value;
}
constexpr ValueShape words() { return list_of(word()); }

} // namespace timbang::content::yaml
