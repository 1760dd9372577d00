#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "content/explore/scratch.h"

namespace timbang::content::exploring {

inline constexpr std::uint32_t kNone = UINT32_MAX;

/// Keys by number, each once.
class KeyTable {
public:
    explicit KeyTable(std::size_t words) : words_(words), slots_(1024, kNone) {}

    /// The number of the key, and whether it is new.
    std::pair<std::uint32_t, bool> add(const std::uint64_t* key);
    /// kNone when it is not there.
    [[nodiscard]] std::uint32_t find(const std::uint64_t* key) const;
    [[nodiscard]] const std::uint64_t* key(std::uint32_t node) const { return keys_.data() + node * words_; }
    [[nodiscard]] std::size_t size() const { return count_; }

private:
    void grow();
    [[nodiscard]] std::uint64_t hash(const std::uint64_t* key) const;

    std::size_t words_;
    std::vector<std::uint64_t> keys_;
    std::vector<std::uint32_t> slots_;
    std::size_t count_ = 0;
};

/// A move from one state to another. `left`: it left a step.
struct Edge {
    std::uint32_t from = 0, to = 0;
    bool left = false;
};

/// The states that were found, each with the way of fewest commands to it.
struct Graph {
    explicit Graph(std::size_t words) : table(words) {}

    KeyTable table;
    std::vector<std::uint32_t> parent;
    std::vector<std::uint32_t> cost;     ///< commands from the start
    std::vector<Move> by;                ///< the move that led here from the parent
    std::vector<std::uint8_t> expanded;  ///< all its moves were tried
    std::vector<Edge> edges;
    bool complete = false;               ///< nothing is left to expand
};

/// Looks at the states one after the other, the nearest first, until all are known, `most_states` are, or `stop` says so (asked
/// with the number of states).
[[nodiscard]] Graph search(const Model& model, Seen& seen, const std::uint64_t* from, std::size_t most_states,
                           const std::function<bool(std::size_t)>& stop);

/// The moves from the start to a state.
[[nodiscard]] std::vector<Move> path_to(const Graph& graph, std::uint32_t node);

} // namespace timbang::content::exploring
