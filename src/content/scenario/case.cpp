#include <algorithm>

#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using yaml::Fields;
using yaml::Node;

namespace {

constexpr std::string_view kScenarioFile = "scenario.yaml";

/// Without a framework nothing of it can be known: only what the case alone shows is told.
void drop_framework_findings(base::Diagnostics& findings) {
    constexpr const char* about[] = {"unknown-rule",      "unknown-problem-type", "unknown-indicator",
                                     "unknown-checklist", "unknown-category"};
    std::erase_if(findings, [&](const base::Finding& finding) {
        return std::any_of(std::begin(about), std::end(about), [&](const char* code) { return finding.code == code; });
    });
}

void report_empty_pages(Reading& reading) {
    for (std::size_t i = 0; i < reading.scenario.evidence.size(); ++i) {
        const domain::Evidence& document = reading.scenario.evidence[i];
        for (std::size_t k = 0; k < document.pages.size(); ++k) {
            if (!document.pages[k].page.text.empty()) continue;
            const base::Span place = reading.places.pages[i][k];
            const bool told = std::any_of(reading.findings.begin(), reading.findings.end(), [&](const auto& finding) {
                return finding.where == place || finding.where.file.ends_with(document.pages[k].path);
            });
            if (!told)
                yaml::add_error(reading.findings, place, "empty-page", {{"path", document.pages[k].path}});
        }
    }
}

void read_all(Reading& reading, const Node& root, const CaseFolder& where, const CheckContext& context) {
    Fields fields(root, reading.findings, format::kCase);
    if (!fields.valid()) return;
    reading.places.root = {root.source->name(), {}, {}};
    const Node* budget = root.get("budget");
    reading.places.budget = budget == nullptr ? reading.places.root : budget->span();
    find_framework(reading, fields, where, context);
    const bool known = reading.framework != nullptr;
    if (!known) reading.framework = std::make_shared<const domain::Framework>();
    reading.scenario.framework = reading.framework;
    gather_names(reading, root);
    read_header(reading, fields);
    read_evidence(reading, fields);
    const auto tasks = gather_indicators(reading, fields);
    read_actions(reading, fields);
    for (const Node* task : tasks) read_task(reading, *task);
    read_script(reading, fields);
    fields.finish();
    report_empty_pages(reading);
    if (!known) drop_framework_findings(reading.findings);
    if (!reading.framework_file) return;
    for (const base::Finding& finding : reading.framework_file->findings)
        if (finding.severity == base::Severity::Error) reading.add_framework_finding(finding);
}

} // namespace

void Reading::add_framework_finding(base::Finding finding) {
    finding.where.file = framework_shown;
    if (finding.fix) finding.fix->where.file = framework_shown;
    findings.push_back(std::move(finding));
}

namespace {

std::unique_ptr<Reading> read_files(Files files, const CaseFolder& where, const CheckContext& context, Hashes hashes) {
    auto reading = std::make_unique<Reading>(std::move(files));
    const auto root = reading->files.yaml(std::string(kScenarioFile), {kScenarioFile, {}, {}}, reading->findings);
    if (!root) return reading;
    read_all(*reading, *root, where, context);
    if (!where.variant.empty()) reading->scenario.id += "." + where.variant;
    if (hashes == Hashes::Fill && !base::has_errors(reading->findings)) fill_hashes(*reading);
    return reading;
}

std::string variant_folder(const CaseFolder& where) { return "variants/" + where.variant; }

} // namespace

std::unique_ptr<Reading> read_case(const CaseFolder& where, const CheckContext& context, Hashes hashes) {
    if (where.variant.empty()) return read_files(Files(where.source, hashes), where, context, hashes);
    return read_files(Files(where.source, "../../", where.source->below(variant_folder(where)), "", hashes), where, context,
                      hashes);
}

std::unique_ptr<Reading> read_variant(const CaseFolder& where, const CheckContext& context, const Reading& below) {
    const std::string inside = variant_folder(where);
    Files files(where.source, "", where.source->below(inside), inside + "/", Hashes::Skip);
    files.share(below.files);
    return read_files(std::move(files), where, context, Hashes::Skip);
}

} // namespace timbang::content
