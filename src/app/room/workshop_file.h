#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "domain/workshop.h"

namespace timbang::app {

/// A workshop as this computer keeps it.
struct KeptWorkshop {
    domain::Workshop plan;
    std::map<std::string, std::string> notes; ///< the facilitator's own, by "case id/indicator"; never leave this computer
    base::Time saved{};
    std::optional<base::Time> held;           ///< its room was ended
};

/// What a file holds; read only by this program on this computer.
[[nodiscard]] std::string workshop_content(const KeptWorkshop& kept);
/// Code "workshop-broken".
[[nodiscard]] base::Result<KeptWorkshop> read_workshop_content(const std::string& content);

/// Writes "<id>.workshop", whole or not at all. Codes: those of writing.
base::Status save_workshop(const std::string& folder, const KeptWorkshop& kept);
struct FoundWorkshops {
    std::vector<KeptWorkshop> kept;           ///< the last saved first
    std::vector<base::Error> troubles;        ///< files that could not be read; arg path
};
[[nodiscard]] FoundWorkshops find_workshops(const std::string& folder);

} // namespace timbang::app
