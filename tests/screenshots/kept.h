#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "domain/scenario.h"

namespace timbang::screenshots {

/// A bundled case.
[[nodiscard]] std::shared_ptr<const domain::Scenario> load_case(const std::string& name);

/// Plays the first `lines` lines of the case's hand-written `.play` file (all with 0) and keeps the session for this person in the
/// record. Returns the session's id.
[[nodiscard]] std::string keep_session(const std::string& data_folder, const domain::Scenario& scenario, const std::string& person,
                                       int lines, base::Time time);

/// The number of lines of the case's `.play` file up to and with the first line that begins so.
[[nodiscard]] int lines_through(const std::string& scenario, const std::string& beginning);

/// Adds the person and returns the id.
[[nodiscard]] std::string keep_person(const std::string& data_folder, const std::string& code);

} // namespace timbang::screenshots
