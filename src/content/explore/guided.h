#pragma once

#include "base/rng.h"
#include "content/explore/dead_ends.h"

namespace timbang::content::exploring {

/// Random walks through a script that has too many states to look at all. Each picks among the moves of a step those that were
/// tried least.
class Guide {
public:
    Guide(const Model& model, Seen& seen, std::uint64_t seed);

    /// Walks until `most` commands were accepted in all or `stop` says so (asked with the commands given).
    void run(std::size_t most, const std::function<bool(std::size_t)>& stop);

    [[nodiscard]] std::vector<DeadEnd>& dead_ends() { return dead_ends_; }
    /// The ends that were reached.
    [[nodiscard]] const KeyTable& ends() const { return ends_; }

private:
    using Key = std::vector<std::uint64_t>;

    void walk();
    bool choose(const Key& key, std::size_t step, std::size_t& move);
    void suspect(std::vector<Move> path, const Key& key);
    [[nodiscard]] std::size_t given() const { return seen_.commands - begin_; }
    [[nodiscard]] bool no_end(const Key& key, Graph& graph);
    [[nodiscard]] bool replay(const std::vector<Move>& path, std::size_t count, Key& key);
    void shorten(std::vector<Move>& path, const KeyTable& doomed);

    const Model& model_;
    Seen& seen_;
    Scratch scratch_;
    base::Rng rng_;
    Key start_;
    std::vector<std::vector<std::uint32_t>> tried_; ///< by step and move
    std::vector<std::size_t> worth_;                ///< the moves of the step that are worth trying
    KeyTable ends_;
    std::vector<DeadEnd> dead_ends_;
    std::size_t suspected_ = 0;
    std::size_t begin_ = 0; ///< commands given before
    std::function<bool(std::size_t)> stop_;
};

} // namespace timbang::content::exploring
