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

/// "≥90", "70–79".
[[nodiscard]] std::string bound_text(const Words& words, const domain::Bound& bound);

/// The scores of a scale, the chosen one pressed; `make` gives the action of a score. Ten is typed as T.
template <class Make>
std::vector<ScoreCell> score_cells(const Words& words, const domain::Scale& scale, std::optional<int> chosen,
                                   const Make& make) {
    std::vector<ScoreCell> cells;
    for (const domain::ScaleStep& step : scale.steps) {
        ScoreCell cell;
        cell.score = std::to_string(step.score);
        cell.level = words.of(step.level);
        cell.bound = scale.kind == domain::ScaleKind::Levels ? "" : bound_text(words, step.bound);
        cell.chosen = chosen == step.score;
        cell.key = step.score == 10 ? "T" : cell.score;
        cell.action = make(step.score);
        cells.push_back(std::move(cell));
    }
    return cells;
}
/// The text of the chosen score; "" where none is chosen.
[[nodiscard]] std::string chosen_level(const std::vector<ScoreCell>& cells);

/// A problem type with its icon.
[[nodiscard]] Chip type_chip(const Words& words, const domain::Framework& pack, const std::string& type);
/// "the band from 90", "the band 70–79".
[[nodiscard]] std::string band_words(const Words& words, const domain::Scale& scale, int score);

} // namespace timbang::app
