#include "content/explore.h"

#include <algorithm>

#include "content/explore/dead_ends.h"
#include "content/explore/guided.h"
#include "content/explore/replies.h"
#include "content/explore/runs.h"

namespace timbang::content {

namespace d = domain;
using namespace exploring;

namespace {

std::vector<int> unseen(const std::vector<std::uint8_t>& seen) {
    std::vector<int> places;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (!seen[i]) places.push_back(static_cast<int>(i));
    return places;
}

class Explorer {
public:
    Explorer(const d::Scenario& scenario, const ExploreOptions& options, const ExploreWatch& watch)
        : scenario_(scenario), options_(options), watch_(watch), seen_(scenario), replies_(scenario) {}

    Exploration run() {
        if (scenario_.steps.empty()) return std::move(result_);
        look_at_script();
        if (!result_.stopped)
            run_players(scenario_, options_, watcher(ExplorePhase::Players, static_cast<std::size_t>(options_.runs)),
                        seen_, result_.complete && replies_told_apart_ ? nullptr : &replies_, result_);
        cover();
        return std::move(result_);
    }

private:
    /// Tells how far the work is and asks whether it shall end.
    std::function<bool(std::size_t)> watcher(ExplorePhase phase, std::size_t total) {
        return [this, phase, total](std::size_t done) {
            if (watch_.progress) watch_.progress({phase, done, total});
            const bool stop = watch_.stop != nullptr && watch_.stop->load(std::memory_order_relaxed);
            result_.stopped = result_.stopped || stop;
            return stop;
        };
    }

    void look_at_script() {
        if (look_at_all(true) || result_.stopped) return;
        replies_told_apart_ = false; // what replies ask makes too many states: leave it to the players
        if (look_at_all(false) || result_.stopped) return;
        const Model model(scenario_, false);
        Guide guide(model, seen_, options_.seed);
        const std::size_t before = seen_.commands;
        guide.run(options_.guided_commands, watcher(ExplorePhase::Guided, options_.guided_commands));
        result_.guided_commands = seen_.commands - before;
        for (DeadEnd& end : guide.dead_ends())
            add_dead_end(std::move(end));
    }

    /// Whether all states were looked at; false when there are too many, or it was stopped.
    bool look_at_all(bool with_replies) {
        const Model model(scenario_, with_replies);
        Scratch scratch(model, seen_);
        std::vector<std::uint64_t> start(model.words());
        scratch.start(start.data());
        const std::size_t before = seen_.commands;
        const Graph graph = search(model, seen_, start.data(), options_.most_states,
                                   watcher(ExplorePhase::Script, options_.most_states));
        result_.script_commands += seen_.commands - before;
        result_.states = graph.table.size();
        result_.complete = graph.complete;
        if (!graph.complete && with_replies && !result_.stopped) return false;
        const auto hope = hopeful(model, graph);
        for (const Doomed& doomed : find_doomed(model, graph, hope))
            add_dead_end(told(model, scratch, graph, hope, doomed));
        if (with_replies) meet_replies(model, graph, scratch);
        return graph.complete;
    }

    static DeadEnd told(const Model& model, Scratch& scratch, const Graph& graph, const std::vector<std::uint8_t>& hope,
                        const Doomed& doomed) {
        const std::vector<Move> path = path_to(graph, doomed.node);
        std::size_t since = deciding_move(model, graph, hope, scratch, path);
        if (since == 0) { // the first state of the path from which the end is out of reach
            std::uint32_t node = doomed.node;
            for (since = path.size(); since > 0 && !hope[graph.parent[node]]; --since)
                node = graph.parent[node];
        }
        DeadEnd end = tell(model, scratch, path, since);
        end.kind = doomed.kind;
        end.round = doomed.round;
        end.shortest = graph.complete;
        return end;
    }

    void add_dead_end(DeadEnd end) {
        for (const DeadEnd& known : result_.dead_ends)
            if (known.kind == end.kind &&
                (end.kind == DeadEndKind::Stuck ? known.step == end.step : known.round == end.round))
                return;
        result_.dead_ends.push_back(std::move(end));
    }

    void meet_replies(const Model& model, const Graph& graph, Scratch& scratch) {
        std::vector<std::uint64_t> key(model.words());
        for (std::uint32_t node = 0; node < graph.table.size(); ++node) {
            std::copy(graph.table.key(node), graph.table.key(node) + model.words(), key.begin());
            if (scratch.step_of(key.data()) != scenario_.steps.size()) continue;
            if (watch_.stop != nullptr && watch_.stop->load(std::memory_order_relaxed)) return;
            scratch.load(key.data());
            replies_.meet(scratch.state(), seen_.steps);
        }
    }

    void cover() {
        result_.commands = seen_.commands;
        result_.steps = {scenario_.steps.size(), unseen(seen_.steps)};
        result_.actions = {scenario_.actions.size(), unseen(seen_.actions)};
        result_.evidence = {scenario_.evidence.size(), unseen(seen_.evidence)};
        std::vector<std::uint8_t> listed(scenario_.tasks.size(), 0);
        for (std::size_t step = 0; step < scenario_.steps.size(); ++step) {
            for (std::size_t i = 0; i < seen_.events[step].size(); ++i) {
                ++result_.events;
                if (!seen_.events[step][i])
                    result_.events_missing.push_back({static_cast<int>(step), static_cast<int>(i)});
            }
            if (seen_.steps[step])
                for (const int task : scenario_.steps[step].indicators)
                    listed[static_cast<std::size_t>(task)] = 1;
        }
        result_.indicators = {scenario_.tasks.size(), unseen(listed)};
        replies_.tell(result_);
    }

    const d::Scenario& scenario_;
    const ExploreOptions& options_;
    const ExploreWatch& watch_;
    Exploration result_;
    Seen seen_;
    ReplyCoverage replies_;
    bool replies_told_apart_ = true;
};

} // namespace

Exploration explore(const d::Scenario& scenario, const ExploreOptions& options, const ExploreWatch& watch) {
    return Explorer(scenario, options, watch).run();
}

} // namespace timbang::content
