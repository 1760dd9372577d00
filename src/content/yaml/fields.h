#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/rational.h"
#include "base/text.h"
#include "content/yaml/node.h"
#include "content/yaml/shape.h"

namespace timbang::content::yaml {

/// More findings than this are not gathered: whoever mends these sees the next ones.
inline constexpr std::size_t kMostFindings = 500;
/// Longer lists are cut, with a "too-many" finding.
inline constexpr std::size_t kMostItems = 5000;

void add_error(base::Diagnostics& findings, const base::Span& where, std::string code, base::Args args = {});
void add_warning(base::Diagnostics& findings, const base::Span& where, std::string code, base::Args args = {});
/// "bad-value": something else is expected here; `expected` is the last part of the key "finding.expected-<expected>".
void add_bad_value(base::Diagnostics& findings, const Node& node, std::string_view expected);

/// The candidate nearest to `word` when it is near enough to be a slip of the pen; "" otherwise.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);
/// The argument `near` of a message: the candidate, or the key of "nothing like it".
[[nodiscard]] base::Arg near_arg(const std::string& candidate);

// One value each. What does not fit is a "bad-value" finding and nothing.
[[nodiscard]] std::optional<std::string> as_word(const Node& node, base::Diagnostics& findings);
/// A word of letters, digits, '.', '_' and '-' that names something.
/// Letters, digits, '-', '_' and '.', at most 100.
[[nodiscard]] bool is_id(std::string_view text);
[[nodiscard]] std::optional<std::string> as_id(const Node& node, base::Diagnostics& findings);
[[nodiscard]] std::optional<int> as_whole(const Node& node, int lowest, int highest, base::Diagnostics& findings);
[[nodiscard]] std::optional<base::Rational> as_number(const Node& node, base::Diagnostics& findings);
/// `true` or `false`.
[[nodiscard]] std::optional<bool> as_flag(const Node& node, base::Diagnostics& findings);
/// Items of a sequence; one value alone is a sequence of one.
[[nodiscard]] std::vector<const Node*> as_list(const Node& node, base::Diagnostics& findings);
[[nodiscard]] std::vector<std::string> as_words(const Node& node, base::Diagnostics& findings);
/// A text in both languages, `{id, en}`, or one string for both. Findings: "text-cut" where YAML cut unquoted text,
/// "text-missing-language".
[[nodiscard]] base::Text as_text(const Node& node, base::Diagnostics& findings);
/// The same where both languages must be written: one string for both is "text-missing-language" too.
[[nodiscard]] base::Text as_both_languages(const Node& node, base::Diagnostics& findings);
/// Whether a comment follows on the line where unquoted text ends.
[[nodiscard]] bool cut_by_comment(const Node& scalar);

/// The keys of one mapping, read by its shape: which there are, which must be there, within which limits. Asking for a key
/// that the shape does not have is a programmer's mistake.
class Fields {
public:
    Fields(const Node& node, base::Diagnostics& findings, const Shape& shape);

    /// Whether this is a mapping at all; if not, that was reported and every key is missing without a word.
    [[nodiscard]] bool valid() const { return node_.is_mapping(); }
    [[nodiscard]] const Node& node() const { return node_; }
    [[nodiscard]] const Shape& shape() const { return shape_; }
    /// Null where the key is not there; "missing-key" where the shape wants it always.
    const Node* find(std::string_view key);
    /// The same for a key that the shape wants sometimes, where this is such a time.
    const Node* need(std::string_view key);

    std::string word(std::string_view key);
    std::string id(std::string_view key);
    /// One of the words that the shape lists; null for another one ("bad-value").
    const Node* choice(std::string_view key);
    int whole(std::string_view key, int otherwise);
    /// A whole number that is there, within the limits of the shape.
    std::optional<int> whole_in(const Node& node, std::string_view key);
    bool flag(std::string_view key, bool otherwise = false);
    base::Text text(std::string_view key);
    /// As `as_both_languages`.
    base::Text both_languages(std::string_view key);
    /// Texts of a list, each as `as_both_languages`.
    std::vector<base::Text> texts(std::string_view key);
    std::vector<std::string> words(std::string_view key);
    std::vector<const Node*> list(std::string_view key);

    /// Reports the keys that the shape does not have.
    void finish();

private:
    const Field* look_up(std::string_view key);
    const Field& field(std::string_view key);

    const Node& node_;
    base::Diagnostics& findings_;
    const Shape& shape_;
    std::size_t next_ = 0; ///< keys mostly come in the order of the shape
};

/// Whether it is one of the words that the value lists; "bad-value" if not.
[[nodiscard]] bool is_one_of(const Node& node, const ValueShape& value, base::Diagnostics& findings);

} // namespace timbang::content::yaml
