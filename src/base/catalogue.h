#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/result.h"

namespace timbang::base {

/// The texts of the interface in both languages, from flat JSON files `<area>.<lang>.json` ({"desk.submit": "…"}).
///
/// In a text `{name}` stands for the argument, whole numbers and decimals in the language's own form (English 2,153.5,
/// Indonesian 2.153,5), and `{name?one|other}` for the first words when the argument is the number 1, else the second.
/// `{{` is a brace. A missing argument shows as its name in braces, a missing key as the key: `missing` finds both in
/// the tests.
class Catalogue {
public:
    /// Adds the texts of one file. Fails on JSON that is not a flat object of strings (code "catalogue-broken").
    Status add(Lang lang, std::string_view json);
    /// Reads every `*.id.json` and `*.en.json` of a folder (code "file-not-found", "catalogue-broken").
    [[nodiscard]] static Result<Catalogue> load(const std::string& folder);

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::string text(Lang lang, const Message& message) const;
    [[nodiscard]] std::string text(Lang lang, std::string_view key, const Args& args = {}) const;
    /// The text of an error with its causes, in one or more plain sentences (keys "error.<code>").
    [[nodiscard]] std::string text(Lang lang, const Error& error) const;
    /// Keys that one language has and the other lacks, or whose placeholders differ.
    [[nodiscard]] std::vector<std::string> uneven() const;
    /// Every key of a language, sorted.
    [[nodiscard]] std::vector<std::string> keys(Lang lang) const;

private:
    std::map<std::string, std::string, std::less<>> texts_[2];
};

/// 6940 as "6,940" (en) or "6.940" (id).
[[nodiscard]] std::string format_number(Lang lang, std::int64_t value);
/// A fraction with that many decimals, rounded half up (away from zero): 90.48 or 90,48.
[[nodiscard]] std::string format_number(Lang lang, const Rational& value, int decimals);

} // namespace timbang::base
