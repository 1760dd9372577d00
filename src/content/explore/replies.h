#pragma once

#include <set>

#include "content/explore.h"
#include "content/explore/scratch.h"
#include "domain/comparison.h"

namespace timbang::content::exploring {

/// Which replies meet some answer: every score with every verdict, every line of the checklist, every type of false alarm,
/// every option and category, at each of these ends of the case (keys of `model`). Feedback is shown at the end, so what
/// replies ask of the session (flags, story time) is asked there. Indicators that no reached step lists have no answers.
class ReplyCoverage {
public:
    explicit ReplyCoverage(const domain::Scenario& scenario);

    /// The state of one end.
    void meet(const domain::State& state, const std::vector<std::uint8_t>& steps_reached);
    void tell(Exploration& result) const;

private:
    using Used = std::vector<std::uint8_t>; ///< by reply: 1 picked, 2 would fit alone
    struct Asked {
        std::vector<const domain::Condition*> atoms; ///< about the session
        std::set<std::vector<bool>> known;           ///< what they were at the ends met before
    };
    [[nodiscard]] bool fresh(Asked& asked, const domain::State& state) const;
    void meet_task(domain::State& state, domain::IndicatorIx task);
    void meet_answer(const domain::State& state, const domain::Task& task, const domain::Decision& decision, Used& used);
    void meet_part(const domain::State& state, domain::PartIx part);
    void pick(const domain::State& state, const std::vector<domain::Reply>& replies, domain::AnswerPart part,
              const std::string& about, const domain::Decision* decision, Used& used);

    const domain::Scenario& scenario_;
    std::vector<Used> tasks_, parts_;
    std::vector<Asked> of_tasks_, of_parts_;
};

} // namespace timbang::content::exploring
