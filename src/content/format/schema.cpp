#include "content/schema.h"

#include <algorithm>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "content/format/shapes.h"
#include "content/policy/shapes.h"
#include "content/yaml/fields.h"

namespace timbang::content {

namespace {

using json = nlohmann::ordered_json;
using yaml::Form;
using yaml::Shape;
using yaml::ValueShape;

/// How JSON has a text in one piece: YAML readers of editors make numbers and truth values of some words.
json any_word() {
    return {{"type", {"string", "number", "boolean"}}, {"minLength", 1}};
}

bool is_digits(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

json listed_words(const ValueShape& value) {
    json words = json::array();
    for (const std::string_view word : value.words) {
        words.push_back(word);
        if (is_digits(word)) words.push_back(std::stoi(std::string(word)));
    }
    return {{"enum", words}};
}

json both_languages() {
    return {{"type", "object"},
            {"properties", {{"id", any_word()}, {"en", any_word()}}},
            {"required", {"id", "en"}},
            {"additionalProperties", false}};
}

class SchemaWriter {
public:
    explicit SchemaWriter(const Describe& describe) : describe_(describe) {}

    json write(const Shape& root) {
        json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}};
        schema.update(mapping(root));
        json definitions = json::object();
        for (std::size_t i = 0; i < waiting_.size(); ++i) // grows while it is written
            definitions[std::string(waiting_[i]->name)] = mapping(*waiting_[i]);
        definitions["text"] = {{"anyOf", {any_word(), both_languages()}}};
        if (long_text_) definitions["long-text"] = {{"anyOf", {reference("text"), reference("text-file")}}};
        schema["definitions"] = std::move(definitions);
        return schema;
    }

private:
    static json reference(std::string_view name) { return {{"$ref", std::string("#/definitions/").append(name)}}; }

    json shape(const Shape& shape) {
        if (seen_.insert(shape.name).second) waiting_.push_back(&shape);
        return reference(shape.name);
    }

    json single(const ValueShape& value) {
        switch (value.form) {
        case Form::Word:
            return value.words.empty() ? any_word() : listed_words(value);
        case Form::Id:
            return {{"type", {"string", "number"}}, {"pattern", "^[A-Za-z0-9._-]{1,100}$"}};
        case Form::Whole:
            return {{"type", {"integer", "string"}},
                    {"minimum", value.lowest},
                    {"maximum", value.highest},
                    {"pattern", "^-?[0-9]+$"}};
        case Form::Number:
            return {{"type", {"number", "string"}}, {"pattern", "^-?[0-9]+([./][0-9]+)?$"}};
        case Form::Flag:
            return {{"type", "boolean"}};
        case Form::Text:
            return reference("text");
        case Form::LongText:
            long_text_ = true;
            static_cast<void>(shape(format::kTextFile));
            return reference("long-text");
        case Form::None:
            break;
        }
        return {};
    }

    static json any_of(std::vector<json> ways) {
        if (ways.size() == 1) return std::move(ways.front());
        return {{"anyOf", std::move(ways)}};
    }

    json one(const ValueShape& value) {
        std::vector<json> ways;
        if (value.form != Form::None) ways.push_back(single(value));
        for (const Shape* part : value.shapes)
            ways.push_back(shape(*part));
        return any_of(std::move(ways));
    }

    json schema(const ValueShape& value) {
        if (!value.list) return one(value);
        std::vector<json> ways{{{"type", {"array", "null"}}, {"items", one(value)}, {"maxItems", yaml::kMostItems}}};
        if (value.form != Form::None) ways.push_back(single(value));
        return any_of(std::move(ways));
    }

    json described(const yaml::Field& field, const Shape& shape) {
        json inside = schema(field.value);
        const std::string words =
            describe_ ? describe_(std::string("schema.").append(shape.name).append("-").append(field.key)) : "";
        if (words.empty()) return inside;
        // Beside "$ref" nothing else is read.
        if (inside.contains("$ref")) inside = {{"allOf", json::array({inside})}};
        inside["description"] = words;
        return inside;
    }

    json mapping(const Shape& shape) {
        json properties = json::object();
        json required = json::array();
        for (std::size_t i = 0; i < shape.count(); ++i) {
            const yaml::Field& field = shape.at(i);
            properties[std::string(field.key)] = described(field, i < shape.fields.size() ? shape : *shape.also);
            if (field.need == yaml::Need::Always) required.push_back(field.key);
        }
        json schema_of_shape{{"type", "object"}, {"properties", std::move(properties)}};
        if (!required.empty()) schema_of_shape["required"] = std::move(required);
        schema_of_shape["additionalProperties"] = shape.others == nullptr ? json(false) : schema(*shape.others);
        if (shape.scores_as_keys) schema_of_shape["propertyNames"] = {{"pattern", "^[0-9]+$"}};
        if (shape.one_key) {
            schema_of_shape["minProperties"] = 1;
            schema_of_shape["maxProperties"] = 1;
        }
        return schema_of_shape;
    }

    const Describe& describe_;
    std::set<std::string_view> seen_;
    std::vector<const Shape*> waiting_;
    bool long_text_ = false;
};

const Shape& root_of(SchemaOf what) {
    switch (what) {
    case SchemaOf::Indicator:
        return format::kIndicator;
    case SchemaOf::Framework:
        return format::kFramework;
    case SchemaOf::Lesson:
        return format::kLesson;
    case SchemaOf::Programme:
        return format::kProgramme;
    case SchemaOf::Policy:
        return format::kPolicy;
    case SchemaOf::Case:
        break;
    }
    return format::kCase;
}

} // namespace

std::string json_schema(SchemaOf what, const Describe& describe) {
    return SchemaWriter(describe).write(root_of(what)).dump(2) + "\n";
}

} // namespace timbang::content
