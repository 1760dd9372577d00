#include "content/library.h"

#include <algorithm>
#include <tuple>

#include "base/files.h"
#include "content/checks/checks.h"
#include "content/framework_shelf.h"
#include "content/package.h"
#include "content/scenario/reading.h"

namespace timbang::content {

namespace {

constexpr int kDeepestFolder = 12;
constexpr const char* kCaseFile = "scenario.yaml";
constexpr const char* kPolicies = "policies"; // pools of readiness checks lie there: nobody practises with them

void sort_findings(base::Diagnostics& findings) {
    const auto order = [](const base::Finding& finding) {
        return std::tie(finding.where.file, finding.where.line, finding.where.column, finding.code);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const base::Finding& a, const base::Finding& b) { return order(a) < order(b); });
}

LoadedScenario finished(Reading& reading, const std::string& folder) {
    LoadedScenario loaded;
    loaded.folder = folder;
    loaded.findings = std::move(reading.findings);
    sort_findings(loaded.findings);
    return loaded;
}

/// A package that does not open has one finding; one that is sealed has none, and no scenario.
std::optional<LoadedScenario> unopened(const CaseFolder& where) {
    if (!where.trouble && !where.sealed) return std::nullopt;
    LoadedScenario loaded;
    loaded.folder = where.folder;
    loaded.sealed = where.sealed;
    if (where.trouble) yaml::add_error(loaded.findings, {"", 1, 1, 0, 0}, where.trouble->code, where.trouble->args);
    return loaded;
}

std::string folder_of(const CaseFolder& where) {
    return where.variant.empty() ? where.folder : base::join_path(where.folder, "variants/" + where.variant);
}

std::shared_ptr<const domain::Scenario> shared(Reading& reading) {
    if (base::has_errors(reading.findings)) return nullptr;
    return std::make_shared<const domain::Scenario>(std::move(reading.scenario));
}

/// Findings of a variant that the case below has too are told once.
void add_variants(LoadedScenario& loaded, const CaseFolder& where, const CheckContext& context, const Reading& below) {
    for (const std::string& name : where.source->list("variants")) {
        if (where.source->kind("variants/" + name) != base::FileKind::Folder) continue;
        CaseFolder one = where;
        one.variant = name;
        const auto reading = read_variant(one, context, below);
        if (!base::has_errors(reading->findings)) check_case(*reading, context);
        for (base::Finding& finding : reading->findings) {
            const bool told = std::any_of(loaded.findings.begin(), loaded.findings.end(), [&](const auto& known) {
                return known.code == finding.code && known.where == finding.where;
            });
            if (!told) loaded.findings.push_back(std::move(finding));
        }
    }
}

void gather_cases(const std::string& folder, int depth, std::vector<std::string>& found) {
    // One named "Scenario.yaml" is meant as a case too: reading it says what its name should be.
    if (base::file_kind(base::join_path(folder, kCaseFile)) == base::FileKind::File ||
        !base::same_but_case(folder, kCaseFile).empty()) {
        found.push_back(folder);
        return;
    }
    if (depth >= kDeepestFolder) return;
    for (const std::string& name : base::list_folder(folder)) {
        const std::string path = base::join_path(folder, name);
        if (name == kPolicies) continue;
        if (!name.empty() && name.front() != '.' && base::file_kind(path) == base::FileKind::Folder)
            gather_cases(path, depth + 1, found);
        else if (name.front() != '.' && is_package(path))
            found.push_back(path);
    }
}

} // namespace

LoadedScenario load_scenario(const std::string& folder, const CheckContext& context) {
    return load_scenario(case_folder(folder, context.openers), context);
}

LoadedScenario check_scenario(const std::string& folder, const CheckContext& context) {
    return check_scenario(case_folder(folder, context.openers), context);
}

LoadedScenario load_scenario(const CaseFolder& where, const CheckContext& context) {
    if (auto closed = unopened(where)) return *closed;
    const auto reading = read_case(where, context, Hashes::Fill);
    auto scenario = shared(*reading);
    LoadedScenario loaded = finished(*reading, folder_of(where));
    loaded.scenario = std::move(scenario);
    return loaded;
}

LoadedScenario check_scenario(const CaseFolder& where, const CheckContext& asked) {
    if (auto closed = unopened(where)) return *closed;
    CheckContext context = asked;
    if (!context.shelf) context.shelf = std::make_shared<FrameworkShelf>(); // variants share the framework
    const auto reading = read_case(where, context, Hashes::Skip);
    std::shared_ptr<const domain::Scenario> scenario;
    if (!base::has_errors(reading->findings)) {
        check_case(*reading, context);
        scenario = std::make_shared<const domain::Scenario>(std::move(reading->scenario));
    }
    LoadedScenario loaded = finished(*reading, folder_of(where));
    loaded.scenario = std::move(scenario);
    if (where.variant.empty()) {
        add_variants(loaded, where, context, *reading);
        sort_findings(loaded.findings);
    }
    return loaded;
}

std::vector<std::string> find_scenarios(const std::string& path) {
    std::string folder = path;
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    std::vector<std::string> found;
    switch (base::file_kind(folder)) {
    case base::FileKind::Missing: break;
    case base::FileKind::File: found.push_back(folder); break;
    case base::FileKind::Folder: gather_cases(folder, 0, found); break;
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace timbang::content
