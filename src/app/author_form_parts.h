#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/author_state.h"
#include "app/model.h"
#include "content/draft/form.h"

namespace timbang::app {

/// What the form works on: the indicators as the draft says them now, and what is known of framework and pages from the last
/// text that could be read. There must be an open draft.
struct FormContext {
    explicit FormContext(const Model& model);

    const Model& model;
    const OpenDraft& open;
    const AuthorFormState& state;
    std::shared_ptr<const content::DraftTexts> texts;
    std::vector<content::FormIndicator> list;      ///< codes and places only
    content::FormIndicator now;                    ///< the chosen one as a whole; code "" none
    const domain::Scenario* readable = nullptr;    ///< of the last check that could read the case; may be null
    const domain::Framework* pack = nullptr;       ///< may be null
    const domain::Indicator* indicator = nullptr;  ///< of `now` in the pack; may be null
    std::vector<int> scores;                       ///< that can be given; empty where none is asked
    bool asks_verdict = true;

    [[nodiscard]] const domain::Evidence* evidence(const std::string& id) const;
    /// A page of the text that could be read last; null where there is none.
    [[nodiscard]] const domain::Page* page(const std::string& evidence_id, int number) const;
    /// The page itself where none is given and the document has one only.
    [[nodiscard]] DraftPagePlace place(const content::FormPassage& passage) const;
    [[nodiscard]] std::vector<content::AnswerFit> answers() const {
        return content::answer_map(now, scores, asks_verdict);
    }
};

/// What a picked passage is for; its place in `pick_uses` is the `use` of actions and views.
struct PickUse {
    enum class Kind : std::uint8_t { RestsOn, Passage, Also, NewProblem };
    Kind kind = Kind::RestsOn;
    int problem = -1;
    std::string type; ///< of a new problem
};
[[nodiscard]] std::vector<PickUse> pick_uses(const FormContext& form);

/// Codes of the framework that the case has no indicator for.
[[nodiscard]] std::vector<std::string> unused_codes(const FormContext& form);

/// The answer of the panel that differs from the reference most often, nor is near already; nothing where there is none.
struct PanelGroup {
    std::optional<domain::Verdict> verdict;
    std::optional<int> score;
    int votes = 0;
};
/// Answers of the panel besides reference and near, the most frequent first.
[[nodiscard]] std::vector<PanelGroup> panel_besides(const content::FormIndicator& indicator);

} // namespace timbang::app
