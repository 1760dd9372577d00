#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/actions.h"
#include "app/tasks.h"
#include "base/result.h"

namespace timbang::app {

enum class RecordAsk : std::uint8_t { Export, Merge, Forget, SamePerson, TakeHome };

/// What is asked before records are taken along, joined or forgotten.
struct RecordsDialog {
    RecordAsk ask = RecordAsk::Export;
    std::string person;      ///< id, of Forget and SamePerson
    action::AskTakeHome take; ///< of TakeHome: what is written, and about what
    std::string subject;     ///< of TakeHome: code of the person, title of the case or of the workshop
    int people = 0;          ///< of answer sheets: who votes on paper
    std::string typed;       ///< the file; of SamePerson the other code; of Forget the code again, to be sure
    bool options[2] = {false, false}; ///< Export: without names, under other names; Merge: trust; Forget: decisions too;
                                      ///< answer sheets: with checklists, with the documents
    std::optional<base::Error> problem;
    std::string problem_key; ///< instead of it
};

/// Work on the record that goes on in the background.
struct RecordsWork {
    RecordAsk ask = RecordAsk::Export;
    std::int64_t done = 0, total = 0;
    Tasks::Handle handle;
};

} // namespace timbang::app
