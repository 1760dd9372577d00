#include "stats/conventions.h"

#include <array>
#include <cstddef>

namespace timbang::stats {
namespace {

constexpr std::array<std::string_view, 4> kLevels = {"nominal", "ordinal", "interval", "ratio"};

} // namespace

std::optional<Conventions> conventions(std::string_view name) {
    Conventions made;
    if (name == "gwet") return made;
    if (name == "fce") made.se = StandardError::fce;
    else if (name == "fnl") made.se = StandardError::fnl;
    else if (name == "bootstrap") made.se = StandardError::bootstrap;
    else if (name == "none") made.se = StandardError::none;
    else if (name == "irrcac") made.tail = Tail::upper;
    else if (name == "irrcac-dist") {
        made.alpha_error = AlphaError::irrcac_dist;
        made.freedom = Freedom::paired_units;
    } else if (name == "irrcac-python") {
        made.alpha_error = AlphaError::irrcac_python;
        made.direction = Direction::transposed;
        made.freedom = Freedom::paired_units;
    } else {
        return std::nullopt;
    }
    return made;
}

std::optional<Level> level_named(std::string_view name) {
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        if (kLevels[i] == name) return static_cast<Level>(i);
    }
    return std::nullopt;
}

std::string_view level_name(Level level) { return kLevels[static_cast<std::size_t>(level)]; }

} // namespace timbang::stats
