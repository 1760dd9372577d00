#pragma once

#include <string>

#include "base/diagnostics.h"

namespace timbang::test {

/// A finding with its place and what it names, for checks to show and compare.
inline std::string told(const base::Finding& finding) {
    std::string text = finding.where.file + ":" + std::to_string(finding.where.line) + ":" +
                       std::to_string(finding.where.column) + " " + finding.code;
    for (const auto& [name, value] : finding.args) {
        if (const auto* word = std::get_if<std::string>(&value)) text += " " + name + "=" + *word;
        if (const auto* number = std::get_if<std::int64_t>(&value)) text += " " + name + "=" + std::to_string(*number);
    }
    return text;
}

} // namespace timbang::test
