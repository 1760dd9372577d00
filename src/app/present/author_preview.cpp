#include <algorithm>

#include "app/present/author_form_view.h"
#include "app/present/author_parts.h"
#include "app/present/compared.h"
#include "app/present/words.h"
#include "base/files.h"
#include "domain/session.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

/// The answer of a trainee who got everything right but what is tried: verdict and score.
domain::IndicatorComparison answer(const domain::Scenario& scenario, domain::IndicatorIx task, domain::Verdict verdict,
                                   std::optional<int> score) {
    domain::State state = domain::initial_state(scenario, domain::Mode::Practise);
    const domain::Reference& reference = scenario.tasks[at(task)].reference;
    domain::Decision decision;
    for (const std::string& rule : reference.holds)
        decision.set_check(rule, domain::Check::Yes);
    for (const std::string& rule : reference.fails)
        decision.set_check(rule, domain::Check::No);
    if (scenario.framework->decide.verdict) decision.verdict = verdict;
    if (scenario.framework->decide.score) decision.score = score;
    decision.confidence = domain::Confidence{2};
    state.decisions[at(task)] = decision;
    return domain::compare_indicator(scenario, state, task);
}

bool about_answer(const domain::Feedback& feedback) {
    return feedback.part == domain::AnswerPart::Score || feedback.part == domain::AnswerPart::Verdict;
}

/// A difference in score or verdict that meets no reply.
bool gap(const domain::IndicatorComparison& comparison) {
    return std::any_of(comparison.feedback.begin(), comparison.feedback.end(),
                       [](const domain::Feedback& one) { return about_answer(one) && one.why.empty(); });
}

class Picks {
public:
    Picks(const Model& model, const domain::Scenario& scenario, domain::IndicatorIx task, PreviewView& view)
        : words_(model), open_(*model.author.open), scenario_(scenario), task_(task), item_(scenario.tasks[at(task)]),
          view_(view) {}

    void add() {
        const AuthorPreviewState& state = open_.preview;
        view_.code_line = item_.code + ", " + type_word(words_, item_.indicator->type);
        view_.title = item_.indicator->title.in(state.lang);
        if (scenario_.framework->decide.verdict) add_verdicts();
        if (scenario_.framework->decide.score) add_scores();
        const bool asks_score = scenario_.framework->decide.score;
        if (asks_score && !state.score) {
            view_.note = words_("editor.pick-a-score");
            return;
        }
        tell(answer(scenario_, task_, state.verdict, state.score));
    }

private:
    void add_verdicts() {
        for (const domain::Verdict verdict : {domain::Verdict::Accept, domain::Verdict::Return, domain::Verdict::Reject})
            view_.verdicts.push_back({verdict_word(words_, verdict), "", verdict_icon(verdict),
                                      verdict_tint(verdict), open_.preview.verdict == verdict, action::TryVerdict{verdict}});
    }
    void add_scores() {
        for (const domain::ScaleStep& step : item_.indicator->scale.steps) {
            const auto comparison = answer(scenario_, task_, open_.preview.verdict, step.score);
            const Compared how = compared(words_, comparison);
            const bool missing = gap(comparison);
            view_.scores.push_back({std::to_string(step.score), "", missing ? "alert" : how.icon, missing ? Tint::Return : how.tint,
                                    open_.preview.score == step.score, action::TryScore{step.score}});
        }
    }
    void tell(const domain::IndicatorComparison& comparison) {
        const Compared how = compared(words_, comparison);
        view_.reply = {how.text, how.icon, how.tint};
        std::vector<std::string> texts;
        for (const domain::Feedback& feedback : comparison.feedback) {
            if (!about_answer(feedback) || feedback.why.empty()) continue;
            const std::string& why = feedback.why.in(open_.preview.lang);
            if (std::count(texts.begin(), texts.end(), why) == 0) texts.push_back(why);
            if (view_.reply_rests_on.empty())
                view_.reply_rests_on = rule_line(words_, *scenario_.framework, feedback.rule);
        }
        if (comparison.feedback.empty() || texts.empty())
            if (comparison.exact) texts.push_back(item_.reference.why.in(open_.preview.lang));
        for (const std::string& text : texts)
            view_.reply_text += (view_.reply_text.empty() ? "" : "\n") + text;
        if (!gap(comparison)) return;
        const TextPlace place = place_of_indicator(open_.draft, item_.code, -1);
        view_.note = open_.preview.score ? words_("editor.score-no-reply", {{"score", std::int64_t{*open_.preview.score}}})
                                         : words_("editor.answer-no-reply");
        if (!place.path.empty()) view_.note_action = action::ShowInText{place.path, place.at};
    }

    const Words words_;
    const OpenDraft& open_;
    const domain::Scenario& scenario_;
    domain::IndicatorIx task_;
    const domain::Task& item_;
    PreviewView& view_;
};

void add_mark(std::vector<AuthorMark>& marks, const domain::Passage& passage, domain::EvidenceIx evidence, int page,
              const AuthorMark& like) {
    if (passage.evidence != evidence || passage.page != page) return;
    for (const domain::TextRange& range : passage.ranges) {
        marks.push_back(like);
        marks.back().range = range;
    }
    if (passage.area) {
        marks.push_back(like);
        marks.back().area = passage.area;
    }
}

/// The passages of the indicator on the page.
std::vector<AuthorMark> marks_on(const Words& words, const domain::Scenario& scenario, domain::IndicatorIx task,
                                 const DraftPagePlace& place) {
    std::vector<AuthorMark> marks;
    if (task < 0) return marks;
    const domain::EvidenceIx evidence = scenario.find_evidence(place.evidence);
    const domain::Task& item = scenario.tasks[at(task)];
    int number = 0;
    for (const domain::Problem& problem : item.problems) {
        const domain::ProblemType* type = scenario.framework->problem_type(problem.type);
        AuthorMark mark;
        mark.number = ++number;
        mark.tag = type == nullptr ? "" : words.of(type->short_name);
        mark.icon = type == nullptr ? "flag" : family_icon(type->family);
        add_mark(marks, problem.where, evidence, place.page, mark);
        mark.also = true;
        mark.tag.clear();
        for (const domain::Passage& also : problem.also)
            add_mark(marks, also, evidence, place.page, mark);
    }
    return marks;
}

void add_pin(const Words& words, const OpenDraft& open, const AuthorPage& page, PreviewView& view) {
    if (!open.preview.prose.empty()) {
        view.pin = {base::file_name(open.preview.prose), "pin", Tint::Accent};
    } else if (!page.key.empty()) {
        view.pin = {words("editor.stays-at", {{"title", page.title}, {"page", page.page_label}}), "pin", Tint::Accent};
    } else if (!open.preview.place.evidence.empty() && open.readable != nullptr) {
        view.pin = {words("editor.place-gone", {{"id", open.preview.place.evidence}}), "alert", Tint::Return};
    }
}

} // namespace

AuthorPage present_draft_page(const Model& model, std::vector<AuthorMark> marks) {
    const Words words(model);
    const OpenDraft& open = *model.author.open;
    AuthorPage page;
    if (open.readable == nullptr) return page;
    const domain::Scenario& scenario = *open.readable;
    for (std::size_t i = 0; i < scenario.evidence.size(); ++i)
        page.documents.push_back({static_cast<domain::EvidenceIx>(i), words.of(scenario.evidence[i].title),
                                  action::ShowDraftPage{scenario.evidence[i].id, 1}});
    const DraftPagePlace& place = open.preview.place;
    const domain::EvidenceIx evidence = scenario.find_evidence(place.evidence);
    if (evidence < 0) return page;
    const domain::Evidence& document = scenario.evidence[at(evidence)];
    const int count = static_cast<int>(document.pages.size());
    const int number = std::clamp(place.page, 1, std::max(1, count));
    if (count == 0) return page;
    page.key = document.id + "/" + std::to_string(number);
    page.icon = evidence_icon(document.kind);
    page.title = words.of(document.title);
    page.page_label = page_label(words, number, document.pages.size());
    // The page belongs to the scenario and lives as long as it does.
    page.content = std::shared_ptr<const domain::Page>(open.readable, &document.pages[at(number - 1)].page);
    if (page.content->picture) page.picture_path = base::join_path(open.folder, page.content->picture->path);
    page.accessible = page.title + ", " + page.page_label;
    page.marks = std::move(marks);
    page.previous = {words("desk.page-back"), "PgUp", "chevron-left", number > 1, "", action::TurnDraftPage{-1}};
    page.next = {words("desk.page-on"), "PgDn", "chevron-right", number < count, "", action::TurnDraftPage{1}};
    return page;
}

PreviewView present_preview(const Model& model) {
    const Words words(model);
    const OpenDraft& open = *model.author.open;
    const AuthorPreviewState& state = open.preview;
    PreviewView view;
    view.languages[0] = {words("app.english"), "", "", Tint::Accent, state.lang == base::Lang::En,
                         action::SetPreviewLanguage{base::Lang::En}};
    view.languages[1] = {words("app.indonesian-short"), "", "", Tint::Accent, state.lang == base::Lang::Id,
                         action::SetPreviewLanguage{base::Lang::Id}};
    if (!state.prose.empty())
        if (const std::string* text = open.draft.text(state.prose)) view.prose = prose(*text);
    if (open.readable == nullptr) {
        view.stale = open.check.version == 0 ? words("editor.preview-waits") : words("editor.preview-never");
        return view;
    }
    const domain::IndicatorIx task = open.readable->find_task(state.indicator);
    view.page = present_draft_page(model, marks_on(words, *open.readable, task, state.place));
    add_pin(words, open, view.page, view);
    if (task >= 0) Picks(model, *open.readable, task, view).add();
    const bool unreadable = open.check.scenario == nullptr && open.check.version != 0;
    if (unreadable) view.stale = words("editor.preview-stale");
    return view;
}

} // namespace timbang::app
