#include "app/report_sources.h"

#include "base/files.h"
#include "content/lessons.h"
#include "content/policies.h"

namespace timbang::app {

ReportShelf::ReportShelf(std::vector<std::string> case_folders, content::CheckContext context)
    : case_folders_(std::move(case_folders)), context_(std::move(context)) {}

void ReportShelf::read_cards() {
    if (read_) return;
    read_ = true;
    for (const std::string& folder : case_folders_)
        for (const std::string& found : content::find_scenarios(folder)) {
            const content::ScenarioCard card = content::read_card(found);
            cards_.push_back({card.folder, card.id, card.title});
        }
}

void ReportShelf::keep(std::shared_ptr<const domain::Scenario> scenario) {
    if (scenario) open_[scenario->id] = scenario;
}

std::string ReportShelf::folder_of(const std::string& id) {
    read_cards();
    for (const Card& card : cards_)
        if (card.id == id) return card.folder;
    const std::size_t dot = id.rfind('.'); // of a variant: "case.variant"
    for (const Card& card : cards_)
        if (dot != std::string::npos && card.id == id.substr(0, dot)) {
            const std::string variant = base::join_path(base::join_path(card.folder, "variants"), id.substr(dot + 1));
            if (base::file_kind(card.folder) == base::FileKind::File || base::file_kind(variant) == base::FileKind::Folder) return variant;
        }
    return "";
}

base::Text ReportShelf::title_beside(const std::string& id) const {
    for (const std::string& folder : case_folders_) {
        const std::string lesson = base::join_path(base::join_path(folder, "lessons"), id + ".yaml");
        if (base::file_kind(lesson) == base::FileKind::File)
            if (const auto read = content::load_lesson(lesson, context_).lesson) return read->title;
        const std::string policies = base::join_path(folder, "policies");
        for (const std::string& path : content::find_policies(policies)) {
            const auto policy = content::load_policy(path, context_).policy;
            if (!policy) continue;
            if (policy->id == id) return policy->title;
            const content::ScenarioCard pool = content::read_card(base::join_path(policies, policy->pool));
            if (pool.id == id) return pool.title;
        }
    }
    return {};
}

ReportSources ReportShelf::sources(base::Lang lang, base::Time now) {
    ReportSources sources;
    sources.lang = lang;
    sources.now = now;
    sources.scenario = [this](const std::string& id) {
        const auto found = open_.find(id);
        if (found != open_.end()) return found->second;
        const std::string folder = folder_of(id);
        auto& scenario = open_[id];
        if (!folder.empty()) scenario = content::load_scenario(folder, context_).scenario;
        return scenario;
    };
    sources.title = [this](const std::string& id) {
        read_cards();
        for (const Card& card : cards_)
            if (card.id == id || card.folder == id || card.id == id.substr(0, id.rfind('.'))) return card.title;
        return title_beside(id);
    };
    sources.policy = [this](const std::string& id) -> std::shared_ptr<const domain::ReadinessPolicy> {
        for (const std::string& folder : case_folders_)
            for (const std::string& path : content::find_policies(base::join_path(folder, "policies")))
                if (auto policy = content::load_policy(path, context_).policy; policy && policy->id == id) return policy;
        return nullptr;
    };
    for (const std::string& folder : context_.framework_folders)
        for (const std::string& name : base::list_folder(folder)) {
            if (!name.ends_with(".yaml")) continue;
            auto pack = content::load_framework(base::join_path(folder, name)).framework;
            if (pack) sources.frameworks.emplace(pack->reference(), pack);
        }
    return sources;
}

} // namespace timbang::app
