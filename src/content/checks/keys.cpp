#include <algorithm>

#include "content/checks/checks.h"

namespace timbang::content {

namespace {

bool has(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

} // namespace

void check_keys(Reading& reading) {
    for (std::size_t i = 0; i < reading.scenario.tasks.size(); ++i) {
        const domain::Task& task = reading.scenario.tasks[i];
        const domain::Reference& reference = task.reference;
        for (std::size_t k = 0; k < task.problems.size(); ++k)
            if (has(reference.holds, task.problems[k].rule))
                yaml::add_warning(
                    reading.findings, reading.places.problems[i][k], "problem-rule-holds",
                    {{"code", task.code}, {"type", task.problems[k].type}, {"rule", task.problems[k].rule}});
        if (reference.rules.empty())
            yaml::add_warning(reading.findings, reading.places.references[i], "reference-without-rule",
                              {{"code", task.code}});
        const bool asked = reading.framework->decide.verdict && reading.framework->decide.problems;
        if (asked && reference.verdict != domain::Verdict::Accept && task.problems.empty() && reference.fails.empty())
            yaml::add_warning(reading.findings, reading.places.references[i], "verdict-without-ground",
                              {{"code", task.code}, {"verdict", std::string(domain::verdict_id(reference.verdict))}});
    }
}

} // namespace timbang::content
