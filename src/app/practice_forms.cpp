#include "app/practice_forms.h"

#include <algorithm>

#include "base/files.h"
#include "content/scenario/source.h"

namespace timbang::app {
namespace {

std::vector<std::string> variants_of(const std::string& folder) {
    const content::CaseFolder where = content::case_folder(folder);
    std::vector<std::string> names;
    if (!where.source) return names;
    for (const std::string& name : where.source->list("variants"))
        if (where.source->kind("variants/" + name) == base::FileKind::Folder) names.push_back(name);
    return names;
}

insight::PracticeForm form_of(const domain::Scenario& scenario, const std::string& folder, const std::string& variant) {
    insight::PracticeForm form;
    form.folder = folder;
    form.scenario = scenario.id;
    form.variant = variant;
    form.framework = scenario.framework->reference();
    form.form = scenario.hashes.content;
    form.repractice = scenario.purpose == domain::Purpose::Repractice;
    form.sound = std::all_of(scenario.tasks.begin(), scenario.tasks.end(), [](const domain::Task& task) { return task.problems.empty(); });
    form.about = scenario.about;
    for (const domain::Task& task : scenario.tasks) {
        if (task.indicator) form.asks.emplace_back(task.indicator->criterion, task.indicator->type);
        if (form.repractice) continue;
        for (const domain::Problem& problem : task.problems)
            if (std::find(form.about.begin(), form.about.end(), problem.type) == form.about.end())
                form.about.push_back(problem.type);
    }
    form.minutes = scenario.minutes;
    return form;
}

} // namespace

std::vector<insight::PracticeForm> practice_forms(const std::vector<std::string>& folders,
                                                  const content::CheckContext& context, const std::function<bool()>& stop) {
    std::vector<insight::PracticeForm> forms;
    for (const std::string& folder : folders) {
        if (stop()) break;
        std::vector<std::string> names = variants_of(folder);
        names.insert(names.begin(), "");
        for (const std::string& name : names) {
            const std::string path = name.empty() ? folder : base::join_path(folder, "variants/" + name);
            const content::LoadedScenario loaded = content::load_scenario(path, context);
            if (loaded.scenario) forms.push_back(form_of(*loaded.scenario, path, name));
        }
    }
    return forms;
}

} // namespace timbang::app
