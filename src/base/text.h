#pragma once

#include <string>

namespace timbang::base {

/// The two languages of the interface. Documents of a case are Indonesian in both.
enum class Lang { Id, En };

/// "id" or "en".
[[nodiscard]] inline const char* lang_code(Lang lang) { return lang == Lang::Id ? "id" : "en"; }

/// A text in both languages. A text written once in a file stands in both fields.
struct Text {
    std::string id;
    std::string en;

    [[nodiscard]] const std::string& in(Lang lang) const { return lang == Lang::Id ? id : en; }
    [[nodiscard]] bool empty() const { return id.empty() && en.empty(); }
    friend bool operator==(const Text&, const Text&) = default;
};

} // namespace timbang::base
