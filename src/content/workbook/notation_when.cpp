#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "content/workbook/notation.h"

namespace timbang::content::workbook {

using yaml::Node;
using yaml::Value;

namespace {

struct Synonym {
    std::string_view told;
    std::string_view word;
};
/// What may be typed in Indonesian; the words of the format are shown in both languages.
constexpr std::array kSynonyms = {
    Synonym{"nilai", "score"},    Synonym{"putusan", "verdict"}, Synonym{"periksa", "check"},
    Synonym{"temuan", "alarm"},   Synonym{"pilihan", "choice"},  Synonym{"kategori", "category"},
    Synonym{"penanda", "set"},    Synonym{"dibuka", "opened"},   Synonym{"diputuskan", "decided"},
    Synonym{"terpakai", "spent"}, Synonym{"jawaban", "answer"},  Synonym{"adalah", "is"},
    Synonym{"=", "is"},           Synonym{">", "above"},         Synonym{"<", "below"},
    Synonym{">=", "at_least"},    Synonym{"dari", "of"},         Synonym{"dan", "and"},
    Synonym{"atau", "or"},        Synonym{"bukan", "not"},       Synonym{"semua", "all"},
    Synonym{"apa-pun", "any"}};
constexpr std::array<std::string_view, 6> kNamed = {"verdict", "check", "alarm", "choice", "set", "opened"};

/// The words, with parentheses as words of their own; "di atas", "at least" and the like as one.
std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> raw;
    std::string word;
    for (const char c : std::string(text) + " ") {
        const bool alone = c == '(' || c == ')';
        if ((c == ' ' || c == '\n' || alone) && !word.empty()) raw.push_back(std::exchange(word, {}));
        if (alone)
            raw.emplace_back(1, c);
        else if (c != ' ' && c != '\n')
            word += c;
    }
    std::vector<std::string> words;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const std::string next = i + 1 < raw.size() ? raw[i + 1] : std::string();
        const auto pair = [&](std::string_view a, std::string_view b) { return raw[i] == a && next == b; };
        std::string made = raw[i];
        if (pair("at", "least") || pair("paling", "sedikit"))
            made = "at_least";
        else if (pair("di", "atas"))
            made = "above";
        else if (pair("di", "bawah"))
            made = "below";
        if (made != raw[i]) ++i;
        for (const Synonym& synonym : kSynonyms)
            if (made == synonym.told) made = synonym.word;
        words.push_back(std::move(made));
    }
    return words;
}

bool is_relation(std::string_view word) {
    return word == "is" || word == "above" || word == "below" || word == "at_least";
}

Value one(std::string_view key, Value value) {
    return yaml::map({{std::string(key), std::move(value)}});
}

class Parser {
public:
    explicit Parser(std::vector<std::string> words) : words_(std::move(words)) {}

    std::optional<Value> whole() {
        std::optional<Value> value = joined("or", "any", 0);
        return at_ == words_.size() ? value : std::nullopt;
    }

private:
    [[nodiscard]] std::string_view peek() const { return at_ < words_.size() ? std::string_view(words_[at_]) : ""; }
    std::string take() { return at_ < words_.size() ? words_[at_++] : std::string(); }

    /// Parts with a word between them; "and" binds more closely than "or".
    std::optional<Value> joined(std::string_view between, std::string_view key, int depth) {
        if (depth > 20) return std::nullopt;
        std::vector<Value> parts;
        do {
            if (!parts.empty()) ++at_;
            std::optional<Value> part = between == "or" ? joined("and", "all", depth) : single(depth);
            if (!part) return std::nullopt;
            parts.push_back(std::move(*part));
        } while (peek() == between);
        if (parts.size() == 1) return parts.front();
        return one(key, yaml::list(std::move(parts)));
    }

    std::optional<Value> single(int depth) {
        const std::string word = take();
        if (word == "not") {
            std::optional<Value> part = single(depth + 1);
            return part && depth < 20 ? std::optional(one("not", std::move(*part))) : std::nullopt;
        }
        if (word == "(") {
            std::optional<Value> part = joined("or", "any", depth + 1);
            return take() == ")" ? part : std::nullopt;
        }
        if (std::find(kNamed.begin(), kNamed.end(), word) != kNamed.end() || word == "decided") return named(word);
        if (word == "score" || word == "category" || word == "spent") return compared(word);
        if (word != "answer") return std::nullopt;
        std::vector<std::pair<std::string, Value>> entries{{"choice", yaml::word(take())}};
        if (take() != "is" || peek().empty()) return std::nullopt;
        entries.emplace_back("is", yaml::word(take()));
        return one("answer", yaml::map(std::move(entries)));
    }

    std::optional<Value> named(std::string_view key) {
        const std::string name = take();
        if (name.empty() || name == "(" || name == ")") return std::nullopt;
        return one(key, yaml::word(name));
    }

    std::optional<Value> compared(std::string_view key) {
        std::vector<std::pair<std::string, Value>> entries;
        if (peek() == "of") {
            ++at_;
            entries.emplace_back("indicator", yaml::word(take()));
        }
        while (is_relation(peek())) {
            std::string relation = take();
            const std::string value = take();
            if (value.empty() || value == ")") return std::nullopt;
            entries.emplace_back(std::move(relation), yaml::word(value));
        }
        if (entries.empty() || !is_relation(entries.back().first)) return std::nullopt;
        return one(key, yaml::map(std::move(entries)));
    }

    std::vector<std::string> words_;
    std::size_t at_ = 0;
};

std::string shown(const Node& node, bool inside);

std::string several(const Node& list, std::string_view between, bool inside) {
    std::string text;
    for (const Node& item : list.items)
        text += (text.empty() ? "" : " " + std::string(between) + " ") + shown(item, true);
    return inside ? "(" + text + ")" : text;
}

std::string compared(const Node& value) {
    std::string text;
    if (const Node* const of = value.get("indicator")) text += " of " + std::string(of->text);
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        if (value.keys[i].text == "indicator") continue;
        const bool least = value.keys[i].text == "at_least";
        text += " " + (least ? std::string("at least") : std::string(value.keys[i].text)) + " " +
                std::string(value.items[i].text);
    }
    return text;
}

/// What fits no words comes out as something that does not read back, and is then shown in braces.
std::string shown(const Node& node, bool inside) {
    if (!node.is_mapping() || node.keys.size() != 1) return "?";
    const std::string_view key = node.keys[0].text;
    const Node& value = node.items[0];
    if (key == "all") return several(value, "and", inside);
    if (key == "any") return several(value, "or", inside);
    if (key == "not") return "not " + shown(value, true);
    if (key == "answer") {
        const Node* const choice = value.get("choice");
        const Node* const is = value.get("is");
        return choice && is ? "answer " + std::string(choice->text) + " is " + std::string(is->text) : "?";
    }
    if (value.is_scalar()) return std::string(key) + " " + std::string(value.text);
    return std::string(key) + compared(value);
}

} // namespace

std::optional<Value> parse_when(std::string_view text) {
    if (text.starts_with('{')) return parse_flow(text);
    return Parser(split(text)).whole();
}

std::string show_when(const Node& node) {
    std::string text = shown(node, false);
    const std::optional<Value> back = parse_when(text);
    return back && yaml::flow(*back) == yaml::flow(to_value(node)) ? text : yaml::flow(to_value(node));
}

} // namespace timbang::content::workbook
