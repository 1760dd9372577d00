#include "content/compare/lists.h"

namespace timbang::content {

using compare::Changes;
using domain::Scenario;

namespace {

void compare_header(const Scenario& older, const Scenario& newer, CaseComparison& comparison) {
    Changes changes(comparison, ChangeOf::Case, "");
    changes.value("id", "id", older.id, newer.id);
    changes.value("version", "version", older.version, newer.version);
    const auto framework = [](const Scenario& scenario) {
        return scenario.framework == nullptr
                   ? std::string()
                   : scenario.framework->id + "@" + std::to_string(scenario.framework->version);
    };
    changes.value("framework", "framework", framework(older), framework(newer));
    changes.text("title", "title", older.title, newer.title);
    changes.text("summary", "summary", older.summary, newer.summary);
    changes.text("notice", "notice", older.notice, newer.notice);
    changes.value("purpose", "purpose", domain::purpose_id(older.purpose), domain::purpose_id(newer.purpose));
    changes.names("about", "about", older.about, newer.about);
    changes.value("level", "level", older.level, newer.level);
    changes.value("minutes", "minutes", std::to_string(older.minutes), std::to_string(newer.minutes));
    changes.value("budget", "budget", std::to_string(older.budget), std::to_string(newer.budget));
    changes.value("district", "district", older.district.name, newer.district.name);
    changes.value("assessment", "year", std::to_string(older.assessment_year), std::to_string(newer.assessment_year));
    changes.value("assessment", "data-year", std::to_string(older.data_year), std::to_string(newer.data_year));
    changes.text("facilitator", "facilitator", older.facilitator, newer.facilitator);
    const auto people = [](const Scenario& scenario) {
        std::vector<std::string> ids;
        for (const domain::Panelist& one : scenario.panelists)
            ids.push_back(one.id);
        return ids;
    };
    changes.names("panelists", "panelists", people(older), people(newer));
    comparison.other_script |= older.budget != newer.budget || older.flags != newer.flags;
}

std::int64_t units_that_differ(const domain::Page& before, const domain::Page& after) {
    std::vector<std::string> was, is;
    for (const domain::TextRange unit : before.units)
        was.emplace_back(before.words(unit));
    for (const domain::TextRange unit : after.units)
        is.emplace_back(after.words(unit));
    const auto lacking = [](const std::vector<std::string>& list, const std::vector<std::string>& other) {
        return static_cast<std::int64_t>(std::count_if(list.begin(), list.end(), [&](const std::string& line) {
            return std::find(other.begin(), other.end(), line) == other.end();
        }));
    };
    return std::max<std::int64_t>({1, lacking(was, is), lacking(is, was)});
}

void compare_pages(const domain::Evidence& was, const domain::Evidence& is, Changes& changes) {
    if (was.pages.size() != is.pages.size())
        changes.value("pages", "page-count", std::to_string(was.pages.size()), std::to_string(is.pages.size()));
    for (std::size_t i = 0; i < std::min(was.pages.size(), is.pages.size()); ++i) {
        const domain::Page& before = was.pages[i].page;
        const domain::Page& after = is.pages[i].page;
        const auto number = static_cast<std::int64_t>(i + 1);
        if (before.text != after.text) {
            const compare::Differing words = compare::first_difference(before.text, after.text);
            changes.add("pages", "page-text",
                        {{"page", number},
                         {"lines", units_that_differ(before, after)},
                         {"from", words.before},
                         {"to", words.after}});
        } else if (was.pages[i].path != is.pages[i].path) {
            changes.add("pages", "page-file",
                        {{"page", number}, {"from", was.pages[i].path}, {"to", is.pages[i].path}});
        }
    }
}

void compare_evidence(const Scenario& older, const Scenario& newer, CaseComparison& comparison) {
    compare::pair_up(
        older.evidence, newer.evidence, [](const domain::Evidence& one, bool) { return one.id; },
        [&](const domain::Evidence& was, const domain::Evidence& is) {
            Changes changes(comparison, ChangeOf::Evidence, is.id);
            changes.text("title", "title", was.title, is.title);
            changes.value("kind", "kind", was.kind, is.kind);
            if (was.hidden != is.hidden) changes.add("hidden", is.hidden ? "hidden" : "not-hidden");
            comparison.other_script |= was.hidden != is.hidden;
            compare_pages(was, is, changes);
        },
        [&](const domain::Evidence& is) {
            Changes(comparison, ChangeOf::Evidence, is.id)
                .add("evidence", "evidence-added", {{"pages", static_cast<std::int64_t>(is.pages.size())}});
        },
        [&](const domain::Evidence& was) {
            Changes(comparison, ChangeOf::Evidence, was.id).add("evidence", "evidence-removed");
        });
}

} // namespace

const char* change_of_id(ChangeOf of) {
    constexpr const char* kIds[] = {"case", "evidence", "indicator", "action", "step", "part"};
    return kIds[static_cast<int>(of)];
}

CaseComparison compare_cases(const Scenario& older, const Scenario& newer) {
    CaseComparison comparison;
    comparison.same_files = older.hashes.content == newer.hashes.content;
    comparison.same_key = older.hashes.key == newer.hashes.key;
    comparison.version_raised = older.version != newer.version;
    compare_header(older, newer, comparison);
    compare_evidence(older, newer, comparison);
    compare::compare_tasks(older, newer, comparison);
    compare::compare_script(older, newer, comparison);
    compare::compare_parts(older, newer, comparison);
    return comparison;
}

} // namespace timbang::content
