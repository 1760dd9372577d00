#include <algorithm>

#include "content/checks/checks.h"

namespace timbang::content {

namespace {

using domain::PanelVote;
using domain::Task;

bool agrees(const PanelVote& vote, domain::Verdict verdict, std::optional<int> score) {
    return vote.verdict == verdict && (!vote.score || !score || *vote.score == *score);
}

/// Whether the vote is the reference or one of the answers shown as near.
bool is_defended(const Task& task, const PanelVote& vote) {
    return agrees(vote, task.reference.verdict, task.reference.score) ||
           std::any_of(task.near.begin(), task.near.end(),
                       [&](const domain::Near& near) { return agrees(vote, near.verdict, near.score); });
}

} // namespace

void check_panels(Reading& reading) {
    for (std::size_t i = 0; i < reading.scenario.tasks.size(); ++i) {
        const Task& task = reading.scenario.tasks[i];
        const auto count = [&](const auto& fits) { return std::count_if(task.panel.begin(), task.panel.end(), fits); };
        const auto defended = count([&](const PanelVote& vote) { return is_defended(task, vote); });
        const PanelVote* other = nullptr;
        std::ptrdiff_t most = defended; // more people agree on one other answer than on all that the key defends
        for (const PanelVote& vote : task.panel) {
            if (is_defended(task, vote)) continue;
            const auto same =
                count([&](const PanelVote& one) { return one.verdict == vote.verdict && one.score == vote.score; });
            if (same > most) most = same, other = &vote;
        }
        if (other == nullptr) continue;
        std::string answer = domain::verdict_id(other->verdict);
        if (other->score) answer += " " + std::to_string(*other->score);
        yaml::add_warning(reading.findings, reading.places.panels[i], "panel-contradicts",
                          {{"code", task.code},
                           {"answer", answer},
                           {"n", static_cast<std::int64_t>(most)},
                           {"of", static_cast<std::int64_t>(task.panel.size())},
                           {"agree", static_cast<std::int64_t>(defended)}});
    }
}

} // namespace timbang::content
