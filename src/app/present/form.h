#pragma once

#include "app/present/words.h"

namespace timbang::app {

/// A line of a checklist with its three cells; `make` gives the action of an answer.
template <class Make>
CheckRow check_row(const Words& words, const domain::Framework& pack, const std::string& rule,
                   std::optional<domain::Check> answer, bool ask, const Make& make) {
    CheckRow row;
    row.rule = rule;
    const domain::Rule* found = pack.rule(rule);
    row.label = found ? words.of(found->name) : rule;
    row.explain = rule_line(words, pack, rule);
    const struct {
        domain::Check check;
        const char* key;
        IconName icon;
        Tint tint;
    } cells[] = {{domain::Check::Yes, "app.yes", "check", Tint::Ok},
                 {domain::Check::No, "app.no", "close", Tint::Reject},
                 {domain::Check::Unsure, "app.unsure", "", Tint::Neutral}};
    for (int i = 0; i < 3; ++i)
        row.cells[i] = {words(cells[i].key), "", cells[i].icon, cells[i].tint, answer == cells[i].check,
                        make(cells[i].check)};
    row.missing = ask && !answer;
    return row;
}

/// A problem type with its icon.
[[nodiscard]] Chip type_chip(const Words& words, const domain::Framework& pack, const std::string& type);
/// "≥90", "70–79".
[[nodiscard]] std::string bound_text(const Words& words, const domain::Bound& bound);
/// "the band from 90", "the band 70–79".
[[nodiscard]] std::string band_words(const Words& words, const domain::Scale& scale, int score);

} // namespace timbang::app
