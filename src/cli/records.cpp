#include <nlohmann/json.hpp>

#include "base/files.h"
#include "cli/context.h"
#include "store/records.h"
#include "store/writer.h"

namespace timbang::cli {

namespace {

using nlohmann::json;

std::string database(const Context& context) {
    return base::join_path(context.data_folder, "records.db");
}

json time_json(const std::optional<base::Time>& time) {
    return time ? json(base::iso_time(*time)) : json(nullptr);
}

json session_json(const store::SessionRow& session) {
    json row = {{"id", session.id},
                {"person", session.person_code},
                {"scenario", session.scenario},
                {"version", session.version},
                {"mode", session.mode},
                {"started", base::iso_time(session.started)},
                {"finished", session.state == store::SessionState::Finished ? time_json(session.ended) : json(nullptr)},
                {"indicators", session.mode == "room" ? session.voted : session.decided},
                {"exact", session.exact}};
    if (!session.player.empty()) row["player"] = session.player;
    if (session.needs_newer) row["needs_newer"] = true;
    return row;
}

/// The sessions; none where there is no record yet.
base::Result<std::vector<store::SessionRow>> all_sessions(const Context& context) {
    base::Result<store::Reader> reader = store::Reader::open(database(context));
    if (!reader) {
        if (reader.error().code == "records-missing") return std::vector<store::SessionRow>{};
        return reader.error();
    }
    return reader->sessions();
}

/// The results of a decision that a corrected reference has replaced, oldest first.
std::vector<const store::StoredEvent*> former_results(const std::vector<store::StoredEvent>& events,
                                                      const store::DecisionRow& decision) {
    std::vector<const store::StoredEvent*> scored;
    for (const store::StoredEvent& event : events) {
        if (event.type != "scored" || event.seq < decision.seq) continue;
        const json payload = json::parse(event.payload, nullptr, false);
        if (payload.is_object() && payload.value("indicator", json()) == decision.indicator) scored.push_back(&event);
    }
    if (!scored.empty()) scored.pop_back(); // the newest counts
    return scored;
}

json former_json(const std::vector<const store::StoredEvent*>& former) {
    json list = json::array();
    for (const store::StoredEvent* event : former) {
        const json payload = json::parse(event->payload, nullptr, false);
        const json text = payload.value("result", json());
        list.push_back({{"time", base::iso_time(event->time)},
                        {"key_hash", payload.value("key_hash", json())},
                        {"result", text.is_string() ? json::parse(text.get<std::string>(), nullptr, false) : json()}});
    }
    return list;
}

/// "exact" or "different", as the result says.
base::Key exactness(const json& result) {
    const json exact = result.is_object() ? result.value("exact", json()) : json();
    return base::Key{exact == true ? "records.was-exact" : "records.was-different"};
}

void print_former(const Context& context, const std::vector<const store::StoredEvent*>& former,
                  const store::DecisionRow& decision) {
    for (const json& one : former_json(former))
        context.out() << "    "
                      << context.text("records.former",
                                      {{"time", one["time"].get<std::string>().substr(0, 16)},
                                       {"before", exactness(one["result"])},
                                       {"now", exactness(json::parse(decision.result, nullptr, false))}})
                      << "\n";
}

json decision_json(const store::DecisionRow& decision) {
    json row = {{"indicator", decision.indicator},
                {"time", base::iso_time(decision.time)},
                {"verdict", nullptr},
                {"score", nullptr},
                {"confidence", nullptr},
                {"result", nullptr}};
    if (!decision.verdict.empty()) row["verdict"] = decision.verdict;
    if (decision.score) row["score"] = *decision.score;
    if (decision.confidence) row["confidence"] = *decision.confidence;
    if (!decision.result.empty()) row["result"] = json::parse(decision.result, nullptr, false);
    return row;
}

json votes_json(const std::vector<store::VoteRow>& votes) {
    json list = json::array();
    for (const store::VoteRow& vote : votes) {
        json row = {{"round", vote.round},
                    {"indicator", vote.indicator},
                    {"vote", vote.kind},
                    {"person", vote.person_code},
                    {"time", base::iso_time(vote.time)},
                    {"way", vote.way},
                    {"verdict", nullptr},
                    {"score", nullptr},
                    {"confidence", nullptr},
                    {"exact", nullptr}};
        if (!vote.verdict.empty()) row["verdict"] = vote.verdict;
        if (vote.score) row["score"] = *vote.score;
        if (vote.confidence) row["confidence"] = *vote.confidence;
        if (vote.exact) row["exact"] = *vote.exact;
        list.push_back(std::move(row));
    }
    return list;
}

/// A room is of no person, and its votes are told one by one.
void print_room(const Context& context, const store::SessionRow& session) {
    const bool over = session.state == store::SessionState::Finished;
    context.out() << session.id << "  "
                  << context.text(over ? "cli.room-finished" : "cli.room-open",
                                  {{"started", base::iso_time(session.started).substr(0, 16)},
                                   {"scenario", session.scenario},
                                   {"n", std::int64_t{session.voted}}})
                  << "\n";
}

void print_session(const Context& context, const store::SessionRow& session) {
    if (session.mode == "room") return print_room(context, session);
    const char* key = session.state == store::SessionState::Finished    ? "cli.session-finished"
                      : session.state == store::SessionState::Abandoned ? "cli.session-abandoned"
                                                                        : "cli.session-open";
    context.out() << session.id << "  "
                  << context.text(key, {{"started", base::iso_time(session.started).substr(0, 16)},
                                        {"person", session.person_code},
                                        {"scenario", session.scenario},
                                        {"decided", std::int64_t{session.decided}},
                                        {"exact", std::int64_t{session.exact}},
                                        {"scored", std::int64_t{session.scored}}})
                  << "\n";
}

} // namespace

int run_records_list(const Context& context) {
    const base::Result<std::vector<store::SessionRow>> sessions = all_sessions(context);
    if (!sessions) return fail(context, sessions.error());
    if (context.json) {
        json rows = json::array();
        for (const store::SessionRow& session : *sessions)
            rows.push_back(session_json(session));
        context.out() << json{{"sessions", rows}}.dump(2) << "\n";
        return kSuccess;
    }
    if (sessions->empty()) context.out() << context.text("cli.no-sessions") << "\n";
    for (const store::SessionRow& session : *sessions)
        print_session(context, session);
    return kSuccess;
}

int run_records_show(const Context& context, const std::string& id) {
    base::Result<store::Reader> reader = store::Reader::open(database(context));
    if (!reader) return fail(context, reader.error());
    const base::Result<store::SessionRow> session = reader->session(id);
    if (!session) return fail(context, session.error());
    const base::Result<std::vector<store::StoredEvent>> events = reader->events(id);
    if (!events) return fail(context, events.error());
    const base::Result<std::vector<store::DecisionRow>> decisions = reader->decisions_in(id);
    if (!decisions) return fail(context, decisions.error());
    const base::Result<std::vector<store::VoteRow>> votes = reader->votes_in(id);
    if (!votes) return fail(context, votes.error());
    if (context.json) {
        json shown = session_json(*session);
        if (session->mode == "room") shown["votes"] = votes_json(*votes);
        shown["events"] = json::array();
        for (const store::StoredEvent& event : *events)
            shown["events"].push_back({{"seq", event.seq},
                                       {"type", event.type},
                                       {"time", base::iso_time(event.time)},
                                       {"payload", json::parse(event.payload, nullptr, false)}});
        shown["decisions"] = json::array();
        for (const store::DecisionRow& decision : *decisions) {
            shown["decisions"].push_back(decision_json(decision));
            if (const auto former = former_results(*events, decision); !former.empty())
                shown["decisions"].back()["former"] = former_json(former);
        }
        context.out() << shown.dump(2, ' ', false, json::error_handler_t::replace) << "\n";
        return kSuccess;
    }
    print_session(context, *session);
    for (const store::DecisionRow& decision : *decisions) {
        context.out() << "  " << decision.indicator << "  "
                      << context.text("cli.decision",
                                      {{"score", decision.score ? std::to_string(*decision.score) : std::string("–")},
                                       {"verdict", decision.verdict.empty()
                                                       ? base::Arg(std::string("–"))
                                                       : base::Arg(base::Key{"verdict." + decision.verdict})}})
                      << "\n";
        print_former(context, former_results(*events, decision), decision);
    }
    if (session->mode == "room")
        context.out() << context.text("cli.votes", {{"n", static_cast<std::int64_t>(votes->size())}}) << "\n";
    context.out() << context.text("cli.events", {{"n", static_cast<std::int64_t>(events->size())}}) << "\n";
    return kSuccess;
}

int run_records_rebuild(const Context& context) {
    if (base::file_kind(database(context)) == base::FileKind::Missing)
        return fail(context, base::Error("records-missing", {{"path", database(context)}}));
    store::WriterOptions options;
    options.path = database(context);
    options.recovery_folder = base::join_path(context.data_folder, "recovery");
    options.now = context.environment.clock;
    base::Result<std::unique_ptr<store::Writer>> writer = store::Writer::open(options);
    if (!writer) return fail(context, writer.error());
    if (const base::Status rebuilt = (*writer)->rebuild(); !rebuilt) return fail(context, rebuilt.error());
    if (context.json)
        context.out() << json{{"rebuilt", true}}.dump() << "\n";
    else
        context.out() << context.text("cli.rebuilt") << "\n";
    return kSuccess;
}

} // namespace timbang::cli
