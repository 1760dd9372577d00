#include "app/author_form_parts.h"

#include <algorithm>

namespace timbang::app {

namespace {

std::string framework_named(const content::DraftTexts& texts) {
    const auto found = texts.texts.find("scenario.yaml");
    if (found == texts.texts.end()) return "";
    const content::yaml::Editor file(found->first, *found->second);
    const content::yaml::Node* node = file.at({"framework"});
    return node != nullptr && node->is_scalar() ? std::string(node->text) : "";
}

} // namespace

FormContext::FormContext(const Model& of)
    : model(of), open(*of.author.open), state(open.form_state), texts(open.draft.snapshot()),
      list(content::list_form(*texts)), readable(open.readable.get()) {
    for (const content::FormIndicator& one : list)
        if (one.code == state.indicator) now = content::read_form_indicator(one.path, one.text, one.way);
    if (readable != nullptr) pack = readable->framework.get();
    else pack = model.library.framework(framework_named(*texts));
    if (pack == nullptr) return;
    indicator = pack->indicator(now.code);
    asks_verdict = pack->decide.verdict;
    if (indicator != nullptr && pack->decide.score)
        for (const domain::ScaleStep& step : indicator->scale.steps) scores.push_back(step.score);
}

const domain::Evidence* FormContext::evidence(const std::string& id) const {
    const domain::EvidenceIx found = readable == nullptr ? -1 : readable->find_evidence(id);
    return found < 0 ? nullptr : &readable->evidence[static_cast<std::size_t>(found)];
}

const domain::Page* FormContext::page(const std::string& evidence_id, int number) const {
    return readable == nullptr ? nullptr : readable->page(readable->find_evidence(evidence_id), number);
}

DraftPagePlace FormContext::place(const content::FormPassage& passage) const {
    return {passage.in, passage.page == 0 ? 1 : passage.page};
}

std::vector<PickUse> pick_uses(const FormContext& form) {
    std::vector<PickUse> uses = {{PickUse::Kind::RestsOn, -1, ""}};
    for (std::size_t i = 0; i < form.now.problems.size(); ++i) {
        uses.push_back({PickUse::Kind::Passage, static_cast<int>(i), ""});
        uses.push_back({PickUse::Kind::Also, static_cast<int>(i), ""});
    }
    if (form.pack == nullptr) return uses;
    for (const domain::ProblemType& type : form.pack->problem_types)
        if (type.kind == domain::ProblemKind::Evidence) uses.push_back({PickUse::Kind::NewProblem, -1, type.id});
    return uses;
}

std::vector<std::string> unused_codes(const FormContext& form) {
    std::vector<std::string> codes;
    if (form.pack == nullptr) return codes;
    for (const domain::Indicator& one : form.pack->indicators)
        if (std::none_of(form.list.begin(), form.list.end(), [&](const auto& used) { return used.code == one.code; }))
            codes.push_back(one.code);
    return codes;
}

std::vector<PanelGroup> panel_besides(const content::FormIndicator& indicator) {
    std::vector<PanelGroup> groups;
    const auto same = [](const auto& a, const auto& b) { return a.verdict == b.verdict && a.score == b.score; };
    for (const content::FormAnswer& vote : indicator.panel) {
        const bool near = std::any_of(indicator.near.begin(), indicator.near.end(), [&](const auto& n) { return same(n, vote); });
        if (near || same(vote, indicator.reference)) continue;
        const auto known = std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return same(group, vote); });
        if (known == groups.end()) groups.push_back({vote.verdict, vote.score, 1});
        else ++known->votes;
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.votes > b.votes; });
    return groups;
}

} // namespace timbang::app
