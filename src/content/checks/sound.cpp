#include <algorithm>

#include "content/checks/checks.h"

namespace timbang::content {

void check_sound(Reading& reading) {
    constexpr std::ptrdiff_t kOneIn = 4; // weak evidence is to be well represented, and sound evidence to be believed
    const auto& tasks = reading.scenario.tasks;
    if (reading.scenario.purpose == domain::Purpose::Repractice) return; // the variants of it are, or are not
    if (tasks.size() < 2 || !reading.framework->decide.verdict) return;
    const auto sound = std::count_if(tasks.begin(), tasks.end(), [](const domain::Task& task) {
        return task.reference.verdict == domain::Verdict::Accept && task.problems.empty();
    });
    if (sound * kOneIn < static_cast<std::ptrdiff_t>(tasks.size()))
        yaml::add_warning(reading.findings, reading.places.root, "few-sound",
                          {{"n", static_cast<std::int64_t>(sound)}, {"of", static_cast<std::int64_t>(tasks.size())}});
}

} // namespace timbang::content
