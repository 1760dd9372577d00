#include "cli/readiness.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/readiness.h"
#include "base/files.h"
#include "base/ids.h"
#include "cli/readiness_report.h"
#include "cli/recording.h"
#include "cli/terminal.h"
#include "content/players.h"
#include "store/records.h"
#include "domain/session_start.h"

namespace timbang::cli {

namespace {

using insight::ReadinessTry;
using nlohmann::json;

std::string policy_path(const Context& context, const std::string& name) {
    if (base::file_kind(name) != base::FileKind::Missing || name.find('/') != std::string::npos) return name;
    return base::join_path(context.environment.share_folder, "scenarios/policies/" + name + ".yaml");
}

base::Result<content::LoadedPolicy> policy_at(const Context& context, const std::string& name) {
    content::LoadedPolicy loaded = content::load_policy(policy_path(context, name), context.check_context());
    if (loaded.policy == nullptr) return base::Error("policy-broken", {{"path", loaded.path}});
    return loaded;
}

/// The tries of a person; none where there is no record yet, or nobody of that code.
base::Result<std::vector<ReadinessTry>> tries_in(const Context& context, const std::string& code) {
    std::vector<ReadinessTry> tries;
    base::Result<store::Reader> reader = store::Reader::open(base::join_path(context.data_folder, "records.db"));
    if (!reader && reader.error().code == "records-missing") return tries;
    if (!reader) return reader.error();
    const auto sessions = reader->sessions();
    if (!sessions) return sessions.error();
    for (const store::SessionRow& session : *sessions) {
        if (session.person_code != (code.empty() ? store::kLocalPerson : code)) continue;
        if (session.mode != domain::mode_id(domain::Mode::Check)) continue;
        const auto events = reader->events(session.id);
        if (!events) return events.error();
        if (auto one = app::try_of(session, *events)) tries.push_back(std::move(*one));
    }
    return tries;
}

/// Whether somebody of this code is in the record; "" is whoever sits here.
bool known(const Context& context, const std::string& code) {
    if (code.empty()) return true;
    base::Result<store::Reader> reader = store::Reader::open(base::join_path(context.data_folder, "records.db"));
    return reader && reader->person_with_code(code);
}

void print(const Context& context, const json& object) {
    context.out() << object.dump(-1, ' ', false, json::error_handler_t::replace) << "\n";
}

int status(const Context& context, const ReadinessOptions& options) {
    const auto loaded = policy_at(context, options.policy);
    if (!loaded) return fail(context, loaded.error());
    const auto tries = tries_in(context, options.person);
    if (!tries) return fail(context, tries.error());
    const insight::ReadinessStatus now = insight::readiness_status(*loaded->policy, *tries, context.environment.clock());
    if (context.json) {
        json object = status_json(now);
        object["policy"] = loaded->policy->id;
        object["person"] = options.person.empty() ? store::kLocalPerson : options.person;
        print(context, object);
    } else {
        if (tries->empty() && !known(context, options.person))
            context.out() << context.text("readiness.nobody", {{"code", options.person}}) << "\n";
        context.out() << status_text(context, now);
    }
    return now.ready ? kSuccess : kAnswerIsNo;
}

/// One try in the terminal, or by an automatic player.
class Try {
public:
    Try(const Context& context, const ReadinessOptions& options, app::OpenedPool opened, std::vector<ReadinessTry> tries)
        : context_(context), opened_(std::move(opened)), tries_(std::move(tries)) {
        play_.person = options.person;
        play_.player = options.player;
        play_.mode = domain::mode_id(domain::Mode::Check);
        play_.seed = options.seeded ? options.seed : base::secure_random();
    }

    int run() {
        const auto status = insight::readiness_status(*opened_.policy, tries_, context_.environment.clock());
        const bool going_on = status.standing == insight::Standing::Running && play_.player == "human";
        if (base::Status ready = going_on ? find_open(status.running) : begin(); !ready) return fail(context_, ready.error());
        drawn_ = domain::only(*opened_.pool, begun_.drawn);
        state_ = domain::initial_state(drawn_, domain::Mode::Check);
        const base::Status played = play_.player != "human" ? by_machine() : by_hand(going_on);
        if (!played) return fail(context_, played.error());
        return tell();
    }

private:
    base::Status begin() {
        // A machine may always try: it counts for nobody.
        auto begun = app::begin_try(opened_, play_.player == "human" ? tries_ : std::vector<ReadinessTry>(),
                                    context_.environment.clock(), play_.seed);
        if (!begun) return begun.error();
        begun_ = std::move(*begun);
        return {};
    }
    base::Status find_open(const std::string& session) {
        const auto open = std::find_if(tries_.begin(), tries_.end(), [&](const auto& one) { return one.session == session; });
        if (open == tries_.end() || open->begun.pool != domain::name_of(*opened_.pool))
            return base::Error("pool-changed", {{"id", opened_.pool->id}});
        begun_ = open->begun;
        return {};
    }

    /// Takes in what happened. Gives what the record keeps beside it: the draw with the beginning, the counts with the end.
    std::vector<store::StoredEvent> follow(const std::vector<domain::Event>& events) {
        std::vector<store::StoredEvent> also;
        for (const domain::Event& event : events) {
            domain::apply(drawn_, state_, event);
            if (std::holds_alternative<domain::SessionStarted>(event)) also.push_back(app::stored(begun_));
            if (!std::holds_alternative<domain::Finished>(event)) continue;
            ended_ = app::end_try(*opened_.policy, begun_, drawn_, state_, context_.environment.clock());
            also.push_back(app::stored(*ended_));
        }
        return also;
    }
    /// In the same transaction.
    bool keep(Recording& recording, const std::vector<domain::Event>& events) { return recording.keep(events, follow(events)); }

    base::Status by_hand(bool going_on) {
        Environment environment = context_.environment;
        if (context_.json) environment.out = environment.err;
        const Context spoken{environment, false, context_.lang, context_.data_folder};
        std::vector<domain::Event> before;
        base::Result<Recording> recording = going_on ? Recording::resume(spoken, drawn_, play_, before)
                                                     : Recording::start(spoken, drawn_, play_);
        if (!recording) return recording.error();
        spoken.out() << policy_text(spoken, *opened_.policy, begun_.recheck, drawn_.framework.get()) << "\n";
        if (!going_on) before = {domain::session_start(drawn_, domain::Mode::Check, play_.seed)};
        if (going_on)
            for (const domain::Event& event : before) domain::apply(drawn_, state_, event);
        else if (!keep(*recording, before))
            return recording->error();
        const Keep keep_all = [&](const std::vector<domain::Event>& events) { return keep(*recording, events); };
        const TerminalResult result = play_in_terminal(spoken, drawn_, domain::Mode::Check, domain::FeedbackLevel::None,
                                                       std::move(before), going_on, keep_all);
        return result.kept ? base::Status() : base::Status(recording->error());
    }

    /// Nothing of it is kept: the decisions of a player that follows the key are the key, and would travel with every export.
    base::Status by_machine() {
        base::Result<content::Played> played = play_machine();
        if (!played) return played.error();
        static_cast<void>(follow(played->events));
        return {};
    }
    base::Result<content::Played> play_machine() const {
        constexpr std::pair<const char*, content::PlayerKind> kPlayers[] = {{"reference", content::PlayerKind::Reference},
                                                                            {"lenient", content::PlayerKind::Lenient},
                                                                            {"strict", content::PlayerKind::Strict},
                                                                            {"random", content::PlayerKind::Random}};
        for (const auto& [name, kind] : kPlayers)
            if (play_.player == name) return content::play(drawn_, kind, domain::Mode::Check, play_.seed);
        base::Result<std::string> script = base::read_file(play_.player, std::size_t{4} << 20);
        if (!script) return script.error();
        return content::play_script(drawn_, *script, domain::Mode::Check, play_.seed);
    }

    int tell() const {
        if (!ended_) {
            if (context_.json) print(context_, {{"policy", opened_.policy->id}, {"ready", false}, {"finished", false}});
            else context_.out() << context_.text("readiness.paused") << "\n";
            return kAnswerIsNo;
        }
        const insight::ReadinessOutcome outcome = insight::judge(*opened_.policy, ended_->counts);
        if (context_.json) print(context_, outcome_json(*ended_, outcome));
        else context_.out() << outcome_text(context_, *ended_, outcome, drawn_.framework.get());
        return outcome.ready ? kSuccess : kAnswerIsNo;
    }

    const Context& context_;
    app::OpenedPool opened_;
    std::vector<ReadinessTry> tries_;
    PlayOptions play_;
    domain::ReadinessStarted begun_;
    domain::Scenario drawn_;
    domain::State state_;
    std::optional<domain::ReadinessEnded> ended_;
};

int start(const Context& context, const ReadinessOptions& options) {
    const auto loaded = policy_at(context, options.policy);
    if (!loaded) return fail(context, loaded.error());
    const auto pool = content::open_pool(*loaded, context.check_context());
    if (!pool) return fail(context, pool.error());
    auto tries = tries_in(context, options.person);
    if (!tries) return fail(context, tries.error());
    app::OpenedPool opened{loaded->policy, pool->scenario, content::pool_path(*loaded), context.environment.clock()};
    return Try(context, options, std::move(opened), std::move(*tries)).run();
}

} // namespace

void add_readiness(CLI::App& app, ReadinessOptions& options, const std::function<std::string(std::string_view)>& words) {
    CLI::App* readiness = app.add_subcommand("readiness", words("cli.help-readiness"));
    readiness->require_subcommand(1);
    CLI::App* begin = readiness->add_subcommand("start", words("cli.help-readiness-start"));
    begin->add_option("policy", options.policy, words("cli.help-policy"))->required();
    begin->add_option("--person", options.person, words("cli.help-person"));
    begin->add_option("--player", options.player, words("cli.help-player"));
    begin->add_option("--seed", options.seed, words("cli.help-seed"))->each([&options](const std::string&) {
        options.seeded = true;
    });
    CLI::App* told = readiness->add_subcommand("status", words("cli.help-readiness-status"));
    told->add_option("policy", options.policy, words("cli.help-policy"));
    told->add_option("--person", options.person, words("cli.help-person"));
}

int run_readiness(const CLI::App& app, const Context& context, const ReadinessOptions& options) {
    const CLI::App* readiness = app.get_subcommand("readiness");
    return readiness->got_subcommand("start") ? start(context, options) : status(context, options);
}

} // namespace timbang::cli
