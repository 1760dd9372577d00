#include "content/explore/dead_ends.h"

#include <algorithm>
#include <map>

#include "content/play_words.h"

namespace timbang::content::exploring {

namespace d = domain;

namespace {

constexpr std::size_t kMostDeadEnds = 50;

std::size_t step_of(const Model& model, const Graph& graph, std::uint32_t node) {
    return graph.table.key(node)[0] & ((std::uint64_t{1} << model.step_bits()) - 1);
}

/// Neighbours of each node in one list, by where it begins.
struct Neighbours {
    std::vector<std::size_t> first;
    std::vector<std::uint32_t> nodes;

    Neighbours(std::size_t count, const std::vector<Edge>& edges, bool backwards) : first(count + 1, 0) {
        for (const Edge& edge : edges)
            ++first[(backwards ? edge.to : edge.from) + 1];
        for (std::size_t i = 0; i < count; ++i)
            first[i + 1] += first[i];
        nodes.resize(edges.size());
        std::vector<std::size_t> next(first.begin(), first.end() - 1);
        for (const Edge& edge : edges)
            nodes[next[backwards ? edge.to : edge.from]++] = backwards ? edge.from : edge.to;
    }
};

/// Everything from which `marked` can be reached, backwards.
void spread(const Neighbours& before, std::vector<std::uint8_t>& marked) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t node = 0; node < marked.size(); ++node)
        if (marked[node]) open.push_back(node);
    while (!open.empty()) {
        const std::uint32_t node = open.back();
        open.pop_back();
        for (std::size_t i = before.first[node]; i < before.first[node + 1]; ++i)
            if (!marked[before.nodes[i]]) {
                marked[before.nodes[i]] = 1;
                open.push_back(before.nodes[i]);
            }
    }
}

/// Tarjan's strongly connected components, among the nodes with a mark only; without recursion, so that long cases have
/// room.
class Components {
public:
    Components(const Neighbours& after, const std::vector<std::uint8_t>& inside)
        : after_(after), inside_(inside), of(inside.size(), kNone), order_(inside.size(), kNone),
          low_(inside.size(), 0), next_(inside.size(), 0) {
        for (std::uint32_t node = 0; node < inside.size(); ++node)
            if (inside_[node] && order_[node] == kNone) walk(node);
    }

private:
    void enter(std::uint32_t node) {
        order_[node] = low_[node] = clock_++;
        next_[node] = after_.first[node];
        open_.push_back(node);
        path_.push_back(node);
    }

    void walk(std::uint32_t root) {
        enter(root);
        while (!path_.empty()) {
            const std::uint32_t node = path_.back();
            if (next_[node] < after_.first[node + 1]) {
                const std::uint32_t to = after_.nodes[next_[node]++];
                if (!inside_[to]) continue;
                if (order_[to] == kNone)
                    enter(to);
                else if (of[to] == kNone)
                    low_[node] = std::min(low_[node], order_[to]);
                continue;
            }
            path_.pop_back();
            if (!path_.empty()) low_[path_.back()] = std::min(low_[path_.back()], low_[node]);
            if (low_[node] != order_[node]) continue;
            while (of[node] == kNone) {
                of[open_.back()] = count_;
                open_.pop_back();
            }
            ++count_;
        }
    }

    const Neighbours& after_;
    const std::vector<std::uint8_t>& inside_;

public:
    std::vector<std::uint32_t> of; ///< by node: its component

private:
    std::vector<std::uint32_t> order_, low_;
    std::vector<std::size_t> next_;
    std::vector<std::uint32_t> open_, path_;
    std::uint32_t clock_ = 0, count_ = 0;
};

/// The nearest state of each step that is stuck there.
void add_stuck(const Model& model, const Graph& graph, const std::vector<std::uint8_t>& hope,
               const std::vector<std::uint8_t>& leaves, std::vector<Doomed>& found) {
    std::map<std::size_t, std::uint32_t> nearest;
    for (std::uint32_t node = 0; node < hope.size(); ++node) {
        if (hope[node] || leaves[node]) continue;
        const auto [it, fresh] = nearest.emplace(step_of(model, graph, node), node);
        if (!fresh && graph.cost[node] < graph.cost[it->second]) it->second = node;
    }
    for (const auto& [step, node] : nearest)
        found.push_back({DeadEndKind::Stuck, node, {}});
}

/// The nearest state of each set of steps that goes round.
void add_loops(const Model& model, const Graph& graph, const std::vector<std::uint8_t>& doomed,
               std::vector<Doomed>& found) {
    const Components components(Neighbours(doomed.size(), graph.edges, false), doomed);
    std::map<std::uint32_t, std::vector<d::StepIx>> rounds;
    for (const Edge& edge : graph.edges)
        if (edge.left && doomed[edge.from] && doomed[edge.to] && components.of[edge.from] == components.of[edge.to])
            rounds[components.of[edge.from]].push_back(static_cast<d::StepIx>(step_of(model, graph, edge.from)));
    for (auto& [component, steps] : rounds) {
        std::sort(steps.begin(), steps.end());
        steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    }
    std::map<std::vector<d::StepIx>, std::uint32_t> nearest;
    for (std::uint32_t node = 0; node < doomed.size(); ++node) {
        const auto round = doomed[node] ? rounds.find(components.of[node]) : rounds.end();
        if (round == rounds.end()) continue;
        const auto [it, fresh] = nearest.emplace(round->second, node);
        if (!fresh && graph.cost[node] < graph.cost[it->second]) it->second = node;
    }
    for (const auto& [steps, node] : nearest)
        found.push_back({DeadEndKind::Loop, node, steps});
}

} // namespace

std::vector<std::uint8_t> hopeful(const Model& model, const Graph& graph) {
    const std::size_t count = graph.table.size();
    std::vector<std::uint8_t> hope(count, 0);
    for (std::uint32_t node = 0; node < count; ++node)
        hope[node] = !graph.expanded[node] || step_of(model, graph, node) == model.scenario().steps.size();
    spread(Neighbours(count, graph.edges, true), hope);
    return hope;
}

std::vector<Doomed> find_doomed(const Model& model, const Graph& graph, const std::vector<std::uint8_t>& hope) {
    const std::size_t count = graph.table.size();
    std::vector<Doomed> found;
    if (std::find(hope.begin(), hope.end(), 0) == hope.end()) return found;
    std::vector<std::uint8_t> doomed(count), leaves(count, 0);
    for (std::size_t node = 0; node < count; ++node)
        doomed[node] = hope[node] ? 0 : 1;
    for (const Edge& edge : graph.edges)
        if (edge.left && doomed[edge.from]) leaves[edge.from] = 1;
    spread(Neighbours(count, graph.edges, true), leaves);
    add_stuck(model, graph, hope, leaves, found);
    add_loops(model, graph, doomed, found);
    std::stable_sort(found.begin(), found.end(),
                     [&](const Doomed& a, const Doomed& b) { return graph.cost[a.node] < graph.cost[b.node]; });
    if (found.size() > kMostDeadEnds) found.resize(kMostDeadEnds);
    return found;
}

namespace {

/// The line of a move that says most: the score of a decision, else the last one.
std::string main_line(const std::string& lines) {
    std::size_t begin = lines.find("\nscore ");
    if (begin != std::string::npos)
        ++begin;
    else
        begin = lines.size() < 2 ? 0 : lines.rfind('\n', lines.size() - 2) + 1; // npos + 1 is 0
    return lines.substr(begin, lines.find('\n', begin) - begin);
}

} // namespace

std::size_t deciding_move(const Model& model, const Graph& graph, const std::vector<std::uint8_t>& hope,
                          Scratch& scratch, const std::vector<Move>& path) {
    std::vector<std::uint64_t> key(model.words());
    const auto escapes = [&](const std::vector<Move>& moves) {
        scratch.start(key.data());
        for (const Move& move : moves) {
            scratch.load(key.data());
            if (scratch.worth(key.data(), move) && scratch.go(move) == 0) return false;
            scratch.store(key.data());
        }
        const std::uint32_t node = graph.table.find(key.data());
        return node != kNone && hope[node] != 0;
    };
    for (std::size_t i = 0; i < path.size(); ++i) {
        std::vector<Move> other = path;
        if (path[i].kind == MoveKind::Act || path[i].kind == MoveKind::Open) {
            other.erase(other.begin() + static_cast<std::ptrdiff_t>(i));
            if (escapes(other)) return i + 1;
        } else if (path[i].kind != MoveKind::Leave) {
            const auto& values = model.variables()[static_cast<std::size_t>(path[i].index)].values;
            for (unsigned value = 1; value <= values.size(); ++value) {
                other[i].value = value;
                if (value != path[i].value && escapes(other)) return i + 1;
            }
        }
    }
    return 0;
}

DeadEnd tell(const Model& model, const Scratch& scratch, const std::vector<Move>& path, std::size_t doomed_from) {
    const d::Scenario& scenario = model.scenario();
    DeadEnd end;
    d::State state = d::initial_state(scenario, d::Mode::Practise);
    for (std::size_t i = 0; i < path.size(); ++i) {
        const d::StepIx here = state.step;
        std::string lines;
        for (const d::Command& command : scratch.commands(path[i])) {
            lines += print_command(scenario, command);
            if (std::holds_alternative<std::vector<d::Event>>(d::step(scenario, state, command))) ++end.commands;
        }
        end.play += lines;
        if (i + 1 != doomed_from) continue;
        end.since_step = here;
        end.since = main_line(lines);
    }
    end.step = state.step;
    return end;
}

} // namespace timbang::content::exploring
