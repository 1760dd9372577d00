#include <set>

#include "content/workbook/documents.h"

namespace timbang::content::workbook {

using yaml::Node;

namespace {

std::vector<Name> plain(std::initializer_list<const char*> ids) {
    std::vector<Name> names;
    for (const char* id : ids)
        names.push_back({id, {}});
    return names;
}

void add_aliases(Name& name, const domain::Text& text) {
    name.aliases.push_back(text.id);
    name.aliases.push_back(text.en);
}

/// The ids of a list of mappings.
std::vector<Name> ids_at(const yaml::Editor& editor, const char* list, const char* key) {
    std::vector<Name> names;
    const Node* const found = editor.at({list});
    if (found == nullptr) return names;
    for (std::size_t i = 0; i < found->items.size(); ++i) {
        const Node* const id = found->is_mapping() ? nullptr : found->items[i].get(key);
        if (found->is_mapping()) names.push_back({std::string(found->keys[i].text), {}});
        else if (id != nullptr) names.push_back({std::string(id->text), {}});
    }
    return names;
}

} // namespace

Names case_names(const Documents& documents, const domain::Framework& framework) {
    Names names;
    for (int i = 0; i < domain::kVerdictCount; ++i) {
        Name name{domain::verdict_id(static_cast<domain::Verdict>(i)), {}};
        add_aliases(name, framework.verdicts[i].name);
        names[NameSet::Verdicts].push_back(std::move(name));
    }
    for (const domain::Rule& rule : framework.rules)
        names[NameSet::Rules].push_back({rule.id, {rule.code}});
    for (const domain::ProblemType& type : framework.problem_types) {
        Name name{type.id, {}};
        add_aliases(name, type.name);
        names[NameSet::Problems].push_back(std::move(name));
    }
    std::set<int> scores;
    for (const domain::Indicator& indicator : framework.indicators) {
        names[NameSet::FrameworkIndicators].push_back({indicator.code, {}});
        for (const domain::ScaleStep& step : indicator.scale.steps)
            scores.insert(step.score);
    }
    for (auto score = scores.rbegin(); score != scores.rend(); ++score)
        names[NameSet::Scores].push_back({std::to_string(*score), {}});
    const Node* const purpose = documents.root().at({"purpose"});
    if (purpose != nullptr && purpose->text == domain::purpose_id(domain::Purpose::Pool))
        for (const domain::Indicator& indicator : framework.indicators)
            for (const char* item : {".1", ".2"})
                names[NameSet::FrameworkIndicators].push_back({indicator.code + item, {}});
    names[NameSet::Evidence] = ids_at(documents.root(), "evidence", "id");
    names[NameSet::Panelists] = ids_at(documents.root(), "panelists", "id");
    for (const IndicatorPlace& indicator : documents.indicators)
        names[NameSet::CaseIndicators].push_back({indicator.code, {}});
    names[NameSet::Purposes] = plain({"practice", "repractice", "pool"});
    names[NameSet::Levels] = plain({"foundation", "practitioner", "expert"});
    return names;
}

Names framework_names(const Documents& documents) {
    Names names;
    const yaml::Editor& root = documents.root();
    names[NameSet::Verdicts] = plain({"accept", "return", "reject"});
    names[NameSet::Rules] = ids_at(root, "rules", "id");
    names[NameSet::Checklists] = ids_at(root, "checklists", "");
    names[NameSet::Scales] = ids_at(root, "scales", "");
    names[NameSet::Criteria] = ids_at(root, "criteria", "id");
    names[NameSet::Types] = {{"structure", {"struktur"}}, {"process", {"proses"}}, {"outcome", {"hasil"}}};
    names[NameSet::RuleLevels] = {{"document", {"dokumen"}}, {"file", {"berkas"}}, {"scoring", {"penilaian"}}};
    names[NameSet::ProblemKinds] = {{"evidence", {"bukti"}}, {"judgement", {"pertimbangan"}}};
    names[NameSet::Methods] = plain({"none", "types-then-criteria"});
    names[NameSet::Parts] = plain({"checklist", "verdict", "problems", "score"});
    return names;
}

} // namespace timbang::content::workbook
