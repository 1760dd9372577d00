#include "content/explore/guided.h"

#include <algorithm>

namespace timbang::content::exploring {

namespace {

/// Moves of one walk; a case that is not finished by then may have no way out.
constexpr std::size_t kLongestWalk = 600;
/// States looked at to prove that there is none.
constexpr std::size_t kMostToProve = 20'000;
constexpr std::size_t kMostSuspects = 40;

} // namespace

Guide::Guide(const Model& model, Seen& seen, std::uint64_t seed)
    : model_(model), seen_(seen), scratch_(model, seen), rng_(seed), start_(model.words()), ends_(model.words()) {
    scratch_.start(start_.data());
    for (std::size_t step = 0; step < model.scenario().steps.size(); ++step)
        tried_.emplace_back(model.at_step(step).moves.size(), 0u);
}

void Guide::run(std::size_t most, const std::function<bool(std::size_t)>& stop) {
    begin_ = seen_.commands;
    stop_ = stop;
    while (given() < most && !(stop_ && stop_(given()))) {
        const std::size_t before = seen_.commands;
        walk();
        if (seen_.commands == before) return; // nothing can be done at all
    }
}

bool Guide::choose(const Key& key, std::size_t step, std::size_t& move) {
    const auto& moves = model_.at_step(step).moves;
    worth_.clear();
    for (std::size_t i = 0; i < moves.size(); ++i)
        if (scratch_.worth(key.data(), moves[i])) worth_.push_back(i);
    if (worth_.empty()) return false;
    move = worth_[rng_.below(worth_.size())];
    if (rng_.below(4) == 0) return true;
    for (const std::size_t other : worth_)
        if (tried_[step][other] < tried_[step][move]) move = other;
    return true;
}

void Guide::walk() {
    Key key = start_;
    scratch_.load(key.data()); // afterwards the state stays in step with the key
    std::vector<Move> path;
    std::size_t refused = 0;
    while (path.size() + refused < kLongestWalk) {
        const std::size_t step = scratch_.step_of(key.data());
        if (step == model_.scenario().steps.size()) {
            ends_.add(key.data());
            return;
        }
        if (scratch_.try_plain()) scratch_.load(key.data());
        std::size_t move = 0;
        if (!choose(key, step, move)) break;
        ++tried_[step][move];
        const Move& chosen = model_.at_step(step).moves[move];
        if (scratch_.go(chosen) == 0) {
            ++refused;
            continue;
        }
        scratch_.store(key.data());
        path.push_back(chosen);
    }
    if (scratch_.step_of(key.data()) != model_.scenario().steps.size()) suspect(std::move(path), key);
}

bool Guide::no_end(const Key& key, Graph& graph) {
    graph = search(model_, seen_, key.data(), kMostToProve, [this](std::size_t) { return stop_ && stop_(given()); });
    return graph.complete && hopeful(model_, graph)[0] == 0;
}

bool Guide::replay(const std::vector<Move>& path, std::size_t count, Key& key) {
    key = start_;
    for (std::size_t i = 0; i < count; ++i) {
        scratch_.load(key.data());
        if (!scratch_.worth(key.data(), path[i]) || scratch_.go(path[i]) == 0) return false;
        scratch_.store(key.data());
    }
    return true;
}

/// Leaves out every move that is not needed to come to a state without a way out, and what is behind the first of them.
void Guide::shorten(std::vector<Move>& path, const KeyTable& doomed) {
    Key key = start_;
    for (std::size_t i = path.size(); i-- > 0;) {
        std::vector<Move> less = path;
        less.erase(less.begin() + static_cast<std::ptrdiff_t>(i));
        if (replay(less, less.size(), key) && doomed.find(key.data()) != kNone) path = std::move(less);
    }
}

void Guide::suspect(std::vector<Move> path, const Key& key) {
    if (++suspected_ > kMostSuspects) return;
    Graph graph(model_.words());
    if (!no_end(key, graph)) return;
    const auto found = find_doomed(model_, graph, hopeful(model_, graph));
    if (found.empty()) return;
    const Doomed& first = found.front();
    const auto step = static_cast<domain::StepIx>(scratch_.step_of(graph.table.key(first.node)));
    for (const DeadEnd& known : dead_ends_)
        if (known.kind == first.kind && known.step == step) return;
    shorten(path, graph.table);
    Key now = start_;
    if (!replay(path, path.size(), now)) return;
    if (!no_end(now, graph)) return;
    const auto again = find_doomed(model_, graph, hopeful(model_, graph));
    if (again.empty()) return;
    const auto rest = path_to(graph, again.front().node);
    path.insert(path.end(), rest.begin(), rest.end());
    std::size_t doomed_from = path.size();
    for (Graph before(model_.words()); doomed_from > 0; --doomed_from)
        if (!replay(path, doomed_from - 1, now) || !no_end(now, before)) break;
    DeadEnd end = tell(model_, scratch_, path, doomed_from);
    end.kind = again.front().kind;
    end.round = again.front().round;
    end.shortest = false;
    dead_ends_.push_back(std::move(end));
}

} // namespace timbang::content::exploring
