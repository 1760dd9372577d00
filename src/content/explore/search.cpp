#include "content/explore/search.h"

#include <algorithm>
#include <cstring>

namespace timbang::content::exploring {

std::uint64_t KeyTable::hash(const std::uint64_t* key) const {
    std::uint64_t sum = 0x9E3779B97F4A7C15u;
    for (std::size_t i = 0; i < words_; ++i) {
        sum = (sum ^ key[i]) * 0xBF58476D1CE4E5B9u;
        sum ^= sum >> 29;
    }
    sum *= 0x94D049BB133111EBu;
    return sum ^ (sum >> 31);
}

std::pair<std::uint32_t, bool> KeyTable::add(const std::uint64_t* key) {
    if ((count_ + 1) * 3 > slots_.size() * 2) grow();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash(key) & mask;; slot = (slot + 1) & mask) {
        const std::uint32_t node = slots_[slot];
        if (node == kNone) {
            slots_[slot] = static_cast<std::uint32_t>(count_);
            keys_.insert(keys_.end(), key, key + words_);
            return {static_cast<std::uint32_t>(count_++), true};
        }
        if (std::equal(key, key + words_, this->key(node))) return {node, false};
    }
}

std::uint32_t KeyTable::find(const std::uint64_t* key) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash(key) & mask; slots_[slot] != kNone; slot = (slot + 1) & mask)
        if (std::equal(key, key + words_, this->key(slots_[slot]))) return slots_[slot];
    return kNone;
}

void KeyTable::grow() {
    slots_.assign(slots_.size() * 2, kNone);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t node = 0; node < count_; ++node) {
        std::size_t slot = hash(key(node)) & mask;
        while (slots_[slot] != kNone)
            slot = (slot + 1) & mask;
        slots_[slot] = node;
    }
}

namespace {

/// Dijkstra's search: a move costs as many commands as it takes.
class Searcher {
public:
    Searcher(const Model& model, Seen& seen, std::size_t most, const std::function<bool(std::size_t)>& stop)
        : model_(model), scratch_(model, seen), graph_(model.words()), key_(model.words()), made_(model.words()),
          most_(most), stop_(stop) {}

    Graph run(const std::uint64_t* from) {
        std::copy(from, from + model_.words(), key_.begin());
        reach(key_.data(), kNone, 0, {});
        bool stopped = false;
        for (std::size_t cost = 0; cost < queue_.size() && !stopped; ++cost)
            for (std::size_t i = 0; i < queue_[cost].size() && !stopped; ++i) {
                const std::uint32_t node = queue_[cost][i];
                if (graph_.expanded[node] || graph_.cost[node] != cost) continue;
                if (++asked_ % 256 == 0 && stop_ && stop_(graph_.table.size()))
                    stopped = true;
                else if (graph_.table.size() >= most_)
                    stopped = true;
                else
                    expand(node);
            }
        graph_.complete = !stopped;
        return std::move(graph_);
    }

private:
    void reach(const std::uint64_t* key, std::uint32_t parent, std::uint32_t cost, const Move& by) {
        const auto [node, fresh] = graph_.table.add(key);
        if (fresh) {
            graph_.parent.push_back(parent);
            graph_.cost.push_back(cost);
            graph_.by.push_back(by);
            graph_.expanded.push_back(0);
        } else if (cost < graph_.cost[node]) {
            graph_.parent[node] = parent;
            graph_.cost[node] = cost;
            graph_.by[node] = by;
        } else {
            if (parent != kNone && (parent != node || by.kind == MoveKind::Leave)) add_edge(parent, node, by);
            return;
        }
        if (queue_.size() <= cost) queue_.resize(cost + 1);
        queue_[cost].push_back(node);
        if (parent != kNone) add_edge(parent, node, by);
    }

    void add_edge(std::uint32_t from, std::uint32_t to, const Move& by) {
        graph_.edges.push_back({from, to, by.kind == MoveKind::Leave});
    }

    void expand(std::uint32_t node) {
        graph_.expanded[node] = 1;
        const auto load = [&] {
            std::copy(graph_.table.key(node), graph_.table.key(node) + model_.words(), key_.begin());
            scratch_.load(key_.data());
        };
        load();
        const std::size_t step = scratch_.step_of(key_.data());
        if (scratch_.try_plain()) load();
        for (const Move& move : model_.at_step(step).moves) {
            if (!scratch_.worth(key_.data(), move)) continue;
            const unsigned commands = scratch_.go(move);
            if (commands != 0) {
                scratch_.store(made_.data());
                reach(made_.data(), node, graph_.cost[node] + commands, move);
            }
            load();
        }
    }

    const Model& model_;
    Scratch scratch_;
    Graph graph_;
    std::vector<std::uint64_t> key_, made_;
    std::vector<std::vector<std::uint32_t>> queue_; ///< by cost
    std::size_t most_;
    std::size_t asked_ = 0;
    const std::function<bool(std::size_t)>& stop_;
};

} // namespace

Graph search(const Model& model, Seen& seen, const std::uint64_t* from, std::size_t most_states,
             const std::function<bool(std::size_t)>& stop) {
    return Searcher(model, seen, most_states, stop).run(from);
}

std::vector<Move> path_to(const Graph& graph, std::uint32_t node) {
    std::vector<Move> moves;
    for (; graph.parent[node] != kNone; node = graph.parent[node])
        moves.push_back(graph.by[node]);
    std::reverse(moves.begin(), moves.end());
    return moves;
}

} // namespace timbang::content::exploring
