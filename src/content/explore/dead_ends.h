#pragma once

#include <vector>

#include "content/explore.h"
#include "content/explore/search.h"

namespace timbang::content::exploring {

/// A state from which the end is out of reach.
struct Doomed {
    DeadEndKind kind = DeadEndKind::Stuck;
    std::uint32_t node = kNone;
    std::vector<domain::StepIx> round;
};

/// By state: whether the end can be reached from it, or may be because it was not expanded.
[[nodiscard]] std::vector<std::uint8_t> hopeful(const Model& model, const Graph& graph);

/// The dead ends of a graph, one for each step where the case is stuck and for each round without a way out, each the nearest of
/// its kind.
[[nodiscard]] std::vector<Doomed> find_doomed(const Model& model, const Graph& graph,
                                              const std::vector<std::uint8_t>& hope);

/// The move of a path to a dead end that decides it: with another answer in its place (or without the action) the same path ends
/// where the end is in reach. Its number, from 1; 0 when no single one does.
[[nodiscard]] std::size_t deciding_move(const Model& model, const Graph& graph, const std::vector<std::uint8_t>& hope,
                                        Scratch& scratch, const std::vector<Move>& path);

/// The dead end as it is told: its path in the words of a `.play` file. `doomed_from` is the number of moves of the path
/// after which the end was out of reach (0: from the start).
[[nodiscard]] DeadEnd tell(const Model& model, const Scratch& scratch, const std::vector<Move>& path,
                           std::size_t doomed_from);

} // namespace timbang::content::exploring
