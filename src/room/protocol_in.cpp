#include "room/protocol_in.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "base/utf8.h"

namespace timbang::room {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestName = 64; ///< of ids, codes and tokens
constexpr std::size_t kMostMembers = domain::kMostSeats;
constexpr int kDeepest = 4; ///< nesting; a message needs two

/// Whether brackets nest deeper than any message does. Brackets inside strings count too: a message has few of them.
bool too_deep(std::string_view text) {
    int depth = 0, deepest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && (text[i] == '{' || text[i] == '['))
            deepest = std::max(deepest, ++depth);
        else if (!quoted && (text[i] == '}' || text[i] == ']'))
            --depth;
    }
    return deepest > kDeepest;
}

/// Reads fields of one message; `good` falls when one has the wrong type.
class Fields {
public:
    explicit Fields(const Json& json) : json_(json) {}

    [[nodiscard]] bool good() const { return good_; }

    std::string name(const char* field) {
        std::string value = any_text(field);
        if (value.size() > kLongestName) good_ = false;
        return value;
    }

    std::string client_id() {
        std::string value = name("id");
        const auto fits = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        };
        if (value.empty() || !std::all_of(value.begin(), value.end(), fits)) good_ = false;
        return value;
    }

    std::string any_text(const char* field) {
        const Json* value = find(field);
        if (value == nullptr) return {};
        if (!value->is_string()) return fail<std::string>();
        return value->get<std::string>();
    }

    std::optional<int> number(const char* field) {
        const Json* value = find(field);
        if (value == nullptr) return std::nullopt;
        if (!value->is_number_integer()) return fail<std::optional<int>>();
        if (value->is_number_unsigned() && value->get<std::uint64_t>() > kHighest) return fail<std::optional<int>>();
        const auto whole = value->get<std::int64_t>();
        if (whole < std::numeric_limits<int>::min() || whole > std::numeric_limits<int>::max())
            return fail<std::optional<int>>();
        return static_cast<int>(whole);
    }

    bool truth(const char* field) {
        const Json* value = find(field);
        if (value == nullptr || !value->is_boolean()) return fail<bool>();
        return value->get<bool>();
    }

    std::vector<std::string> names(const char* field) {
        const Json* list = find(field);
        std::vector<std::string> values;
        if (list == nullptr) return values;
        if (!list->is_array() || list->size() > kMostMembers) return fail<std::vector<std::string>>();
        for (const Json& value : *list) {
            if (!value.is_string() || value.get_ref<const std::string&>().size() > kLongestName)
                return fail<std::vector<std::string>>();
            values.push_back(value.get<std::string>());
        }
        return values;
    }

    /// A field with one of a few words; absent is nothing.
    template <class Value>
    std::optional<Value> word(const char* field, std::optional<Value> (*from)(std::string_view)) {
        const std::string text = any_text(field);
        if (text.empty()) return std::nullopt;
        const std::optional<Value> value = from(text);
        if (!value) good_ = false;
        return value;
    }

    void need(bool there) { good_ = good_ && there; }

private:
    static constexpr std::uint64_t kHighest = std::numeric_limits<int>::max();

    const Json* find(const char* field) const {
        const auto found = json_.find(field);
        return found == json_.end() || found->is_null() ? nullptr : &*found;
    }
    template <class Value> Value fail() {
        good_ = false;
        return {};
    }

    const Json& json_;
    bool good_ = true;
};

/// As one line: control characters are white space.
std::string one_line(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return base::fold_spaces(text);
}

heard::Vote read_vote(Fields& fields) {
    heard::Vote vote;
    vote.id = fields.client_id();
    vote.seat = fields.name("seat");
    vote.group = fields.number("group").value_or(0);
    vote.round = fields.number("round").value_or(0);
    vote.indicator = fields.name("indicator");
    const auto kind = fields.word("kind", domain::vote_kind_from_id);
    fields.need(kind.has_value());
    vote.kind = kind.value_or(domain::VoteKind::First);
    vote.score = fields.number("score");
    vote.verdict = fields.word("verdict", domain::verdict_from_id);
    vote.confidence = fields.number("confidence").value_or(0);
    vote.members = fields.names("members");
    vote.reason = one_line(fields.any_text("reason"));
    return vote;
}

Heard read_fields(const std::string& type, Fields& fields) {
    if (type == "hello") return heard::Hello{fields.number("protocol").value_or(0), fields.name("token")};
    if (type == "code") return heard::Code{fields.name("code")};
    if (type == "take")
        return heard::Take{fields.name("code"), fields.name("seat"), fields.number("group").value_or(0)};
    if (type == "vote") return read_vote(fields);
    if (type == "name") {
        const auto ask = fields.number("ask");
        fields.need(ask.has_value());
        return heard::Name{ask.value_or(0), fields.truth("yes")};
    }
    if (type == "projector") return heard::Projector{fields.name("token")};
    if (type == "ping") return heard::Ping{};
    return heard::Nothing{"not-known"};
}

} // namespace

Heard read_message(std::string_view text) {
    if (too_deep(text)) return heard::Nothing{"not-json"};
    const base::Result<Json> json = base::parse_json(text);
    if (!json || !json->is_object()) return heard::Nothing{"not-json"};
    Fields fields(*json);
    Heard message = read_fields(fields.name("t"), fields);
    if (!fields.good()) return heard::Nothing{"not-known"};
    return message;
}

} // namespace timbang::room
