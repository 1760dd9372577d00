#pragma once

#include <memory>
#include <string>
#include <vector>

#include "domain/page.h"
#include "report/document.h"
#include "report/words.h"

namespace timbang::report {

/// A letter to the district that a trainee wrote in a case.
struct LetterInput {
    std::string person;                              ///< code or name
    std::string case_title;
    std::string district, province;
    std::string ask;                                 ///< what the case asked for
    std::shared_ptr<const domain::Page> text;        ///< what was written
    std::vector<std::string> points;                 ///< ticked by the trainee, in words
    bool finished = false;                           ///< else what stands there so far
    base::Time written{}, now{};
};

/// The letter as it was written, marked as one for practice, and what its writer ticked. Nothing of the case's model.
[[nodiscard]] Document letter_document(const LetterInput& input, const Words& words);

} // namespace timbang::report
