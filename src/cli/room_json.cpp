#include "cli/room_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "domain/room_tally.h"
#include "insight/room.h"

namespace timbang::cli {
namespace {

using nlohmann::json;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

json text_json(const base::Text& text) { return {{"id", text.id}, {"en", text.en}}; }

template <class T> json or_null(const std::optional<T>& value) { return value ? json(*value) : json(nullptr); }

/// Makes the parts of one state line.
class RoomWriter {
public:
    explicit RoomWriter(const app::RoomSnapshot& snapshot)
        : snapshot_(snapshot), state_(*snapshot.state), rules_(*snapshot.rules), round_(state_.round()) {}

    [[nodiscard]] json case_json() const {
        const domain::Scenario& scenario = *snapshot_.scenario;
        const domain::State& script = *snapshot_.script;
        json actions = json::array();
        const domain::Legal legal = domain::legal_commands(scenario, script);
        for (const domain::ActionIx action : legal.actions) {
            const domain::Action& one = scenario.actions[at(action)];
            actions.push_back({{"id", one.id}, {"label", text_json(one.label)}, {"cost", one.cost}});
        }
        json parts = json::array();
        for (const domain::PartIx part : legal.parts) parts.push_back(scenario.parts[at(part)].id);
        json evidence = json::array();
        for (int document = 0; at(document) < scenario.evidence.size(); ++document)
            if (domain::visible(scenario, script, document)) evidence.push_back(scenario.evidence[at(document)].id);
        return {{"id", scenario.id},
                {"title", text_json(scenario.title)},
                {"session", snapshot_.cases[at(snapshot_.current)].session},
                {"step", script.step < 0 ? json(nullptr) : json(scenario.steps[at(script.step)].id)},
                {"over", script.over()},
                {"spent", script.spent},
                {"budget", scenario.budget},
                {"actions", std::move(actions)},
                {"parts", std::move(parts)},
                {"may_leave_step", legal.leave},
                {"evidence", std::move(evidence)},
                {"notes", text_json(scenario.facilitator)}};
    }

    [[nodiscard]] json seats() const {
        json list = json::array();
        for (std::size_t seat = 0; seat < state_.seats.size(); ++seat) {
            const domain::RoomSeat& one = state_.seats[seat];
            list.push_back({{"seat", one.code},
                            {"name", snapshot_.names[seat]},
                            {"group", one.group},
                            {"way", domain::way_id(one.way)},
                            {"speaks", one.speaks},
                            {"presence", domain::presence_id(one.presence)},
                            {"taken", !one.token_hash.empty()},
                            {"connections", snapshot_.connections[seat]},
                            {"voted", static_cast<bool>(snapshot_.voted[seat])}});
        }
        return list;
    }

    [[nodiscard]] json round() const {
        if (round_ == nullptr) return nullptr;
        json missing = json::array();
        for (const domain::SeatIx seat : app::missing_votes(snapshot_)) missing.push_back(code(seat));
        json indicators = json::array();
        for (const domain::RoomTaskIx task : round_->tasks) indicators.push_back(item(task));
        return {{"number", round_->number},
                {"phase", domain::phase_id(round_->phase)},
                {"voting", round_->voting},
                {"votes_shown", round_->votes_shown},
                {"consensus", round_->consensus},
                {"indicators", std::move(indicators)},
                {"voted", std::count(snapshot_.voted.begin(), snapshot_.voted.end(), true)},
                {"missing", std::move(missing)},
                {"votes", votes()},
                {"reference_shown", snapshot_.shown}};
    }

    [[nodiscard]] json agenda(const base::Catalogue& catalogue, base::Lang lang) const {
        json list = json::array();
        const auto references = insight::room_references(rules_, *snapshot_.scenario);
        for (const insight::AgendaItem& item : insight::debrief_agenda(rules_, state_, references))
            list.push_back({{"indicator", item.code},
                            {"round", item.round},
                            {"need", item.need},
                            {"low", or_null(item.low)},
                            {"high", or_null(item.high)},
                            {"points", item.points},
                            {"reason", catalogue.text(lang, item.reason)}});
        return list;
    }

    [[nodiscard]] json comments() const {
        json list = json::array();
        for (const domain::Comment& comment : state_.comments)
            list.push_back({{"round", comment.round},
                            {"indicator", comment.task < 0 ? json(nullptr) : json(rules_.tasks[at(comment.task)].code)},
                            {"about", domain::comment_about_id(comment.about)},
                            {"text", comment.text}});
        return list;
    }

    [[nodiscard]] json screen() const {
        json reason = nullptr;
        if (snapshot_.reason)
            reason = {{"seat", code(snapshot_.reason->seat)},
                      {"text", snapshot_.reason->shown.text},
                      {"name", snapshot_.reason->shown.name},
                      {"asked", snapshot_.reason->asked}};
        return {{"show", room::screen_id(snapshot_.screen)},
                {"indicator", snapshot_.screen_task},
                {"reason", std::move(reason)}};
    }

private:
    [[nodiscard]] const std::string& code(domain::SeatIx seat) const { return state_.seats[at(seat)].code; }

    [[nodiscard]] json tally_json(const domain::Tally& tally) const {
        return {{"votes", tally.votes},
                {"scores", tally.scores},
                {"verdicts", tally.verdicts},
                {"confidence", tally.confidence},
                {"lowest", or_null(tally.lowest)},
                {"highest", or_null(tally.highest)},
                {"consensus", tally.consensus(round_->consensus)}};
    }

    [[nodiscard]] json tallies(domain::RoomTaskIx task, std::optional<int> group) const {
        const domain::VoteKind later = rules_.group_second ? domain::VoteKind::Group : domain::VoteKind::Second;
        const domain::Task& whole = snapshot_.scenario->tasks[at(task)];
        const domain::Moves moves = domain::moves(rules_, state_, *round_, task, whole.reference.score, group);
        return {{"first", tally_json(domain::tally(rules_, state_, *round_, task, domain::VoteKind::First, group))},
                {"second", tally_json(domain::tally(rules_, state_, *round_, task, later, group))},
                {"moves",
                 {{"both", moves.both},
                  {"moved", moves.moved},
                  {"up", moves.up},
                  {"down", moves.down},
                  {"closer", moves.closer},
                  {"further", moves.further}}}};
    }

    [[nodiscard]] json item(domain::RoomTaskIx task) const {
        const domain::Task& whole = snapshot_.scenario->tasks[at(task)];
        int last = 0;
        for (const domain::RoomSeat& seat : state_.seats) last = std::max(last, seat.group);
        json groups = json::array();
        for (int group = 1; group <= last; ++group) {
            json one = tallies(task, group);
            one["group"] = group;
            groups.push_back(std::move(one));
        }
        json made = tallies(task, std::nullopt);
        made["indicator"] = whole.code;
        made["groups"] = std::move(groups);
        made["reference"] = {{"verdict", domain::verdict_id(whole.reference.verdict)},
                             {"score", or_null(whole.reference.score)},
                             {"why", text_json(whole.reference.why)},
                             {"rules", whole.reference.rules}};
        made["notes"] = text_json(whole.facilitator);
        return made;
    }

    [[nodiscard]] json votes() const {
        json list = json::array();
        for (const domain::Vote& vote : round_->votes) {
            json one = {{"indicator", rules_.tasks[at(vote.task)].code},
                        {"kind", domain::vote_kind_id(vote.kind)},
                        {"score", or_null(vote.score)},
                        {"verdict", vote.verdict ? json(domain::verdict_id(*vote.verdict)) : json(nullptr)},
                        {"confidence", vote.confidence},
                        {"reason", vote.reason},
                        {"way", domain::way_id(vote.way)}};
            if (vote.seat >= 0) {
                one["seat"] = code(vote.seat);
            } else {
                one["group"] = vote.group;
                for (const domain::SeatIx member : vote.members) one["members"].push_back(code(member));
            }
            list.push_back(std::move(one));
        }
        return list;
    }

    const app::RoomSnapshot& snapshot_;
    const domain::RoomState& state_;
    const domain::RoomRules& rules_;
    const domain::Round* round_;
};

} // namespace

json room_json(const app::RoomSnapshot& snapshot, std::int64_t timer_left_ms, const base::Catalogue& catalogue,
               base::Lang lang) {
    const RoomWriter writer(snapshot);
    json cases = json::array();
    for (const app::RoomSnapshot::Case& one : snapshot.cases)
        cases.push_back({{"id", one.scenario->id}, {"session", one.session}});
    const domain::Timer& timer = snapshot.state->timer;
    json made = {{"case", writer.case_json()},
                 {"cases", std::move(cases)},
                 {"phase", domain::phase_id(snapshot.state->phase())},
                 {"round", writer.round()},
                 {"timer", timer.set ? json{{"left_ms", timer_left_ms}, {"running", timer.running}} : json(nullptr)},
                 {"people", snapshot.state->seats.size()},
                 {"here", app::people_here(snapshot)},
                 {"seats", writer.seats()},
                 {"comments", writer.comments()},
                 {"agenda", writer.agenda(catalogue, lang)},
                 {"screen", writer.screen()},
                 {"over", snapshot.state->over},
                 {"saved", !snapshot.writing && !snapshot.failure},
                 {"failure", nullptr}};
    if (snapshot.failure)
        made["failure"] = {{"code", snapshot.failure->code},
                           {"message", catalogue.text(lang, *snapshot.failure)},
                           {"file", snapshot.recovery_file}};
    return made;
}

} // namespace timbang::cli
