#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"

namespace timbang::base {

/// A place in an authored file. Lines and columns count from 1 (columns in code points), offsets are bytes from the start
/// of the file; a finding about the whole file has line 1, column 1 and an empty range.
struct Span {
    std::string file;
    int line = 1;
    int column = 1;
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

enum class Severity { Error, Warning, Note };

/// "error", "warning", "note": in reports, in JSON and as SARIF's level.
[[nodiscard]] constexpr const char* severity_id(Severity severity) {
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Note: return "note";
    }
    return "none";
}

/// A replacement of `where` by `replacement` that certainly mends the finding.
struct Fix {
    Span where;
    std::string replacement;
};

/// What a check says about authored content: a stable code ("quote-not-found"), the place, arguments for its text
/// (catalogue key "finding.<code>") and a fix where one is certain.
struct Finding {
    Severity severity = Severity::Error;
    std::string code;
    Span where;
    Args args;
    std::optional<Fix> fix;

    [[nodiscard]] Message message() const { return {"finding." + code, args}; }
};

using Diagnostics = std::vector<Finding>;

[[nodiscard]] inline bool has_errors(const Diagnostics& findings) {
    for (const Finding& finding : findings)
        if (finding.severity == Severity::Error) return true;
    return false;
}

} // namespace timbang::base
