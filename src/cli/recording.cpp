#include "cli/recording.h"

#include <algorithm>
#include <variant>

#include "base/files.h"
#include "base/ids.h"
#include "domain/comparison.h"
#include "domain/readiness_event.h"
#include "store/writer.h"

namespace timbang::cli {

namespace {

std::string person_code(const PlayOptions& options) {
    return options.person.empty() ? store::kLocalPerson : options.person;
}

} // namespace

struct Recording::Inner {
    const domain::Scenario* scenario = nullptr;
    std::unique_ptr<store::Writer> writer;
    std::string session;
    std::string person;
    std::string player; ///< "" a person
    std::string program_version;
    base::Clock now;
    domain::State state;
    std::int64_t seq = 0;
    base::Error error;
    std::ostream* tell = nullptr; ///< where "kept SESSION SEQ" goes after each durable write

    [[nodiscard]] bool append(const std::vector<domain::Event>& events, std::vector<store::StoredEvent> also = {});
};

bool Recording::Inner::append(const std::vector<domain::Event>& events, std::vector<store::StoredEvent> also) {
    std::vector<store::StoredEvent> stored;
    for (domain::Event event : events) {
        if (auto* started = std::get_if<domain::SessionStarted>(&event)) {
            started->person = person;
            started->player = player;
            started->program_version = program_version;
        }
        domain::apply(*scenario, state, event);
        stored.push_back(store::make_stored(*scenario, event, ++seq, now(), base::secure_random));
    }
    for (store::StoredEvent& one : also) {
        one.time = now();
        one.id = base::make_uuid7(one.time, base::secure_random);
        one.seq = ++seq;
        stored.push_back(std::move(one));
    }
    if (stored.empty()) return true;
    base::Status status;
    writer->append(session, std::move(stored),
                   [&status](const store::Appended& appended) { status = appended.status; });
    writer->flush();
    if (!status) error = status.error();
    if (status && tell) *tell << "kept " << session << " " << seq << std::endl;
    return status.ok();
}

base::Result<std::unique_ptr<Recording::Inner>>
Recording::open(const Context& context, const domain::Scenario& scenario, const PlayOptions& options) {
    store::WriterOptions writer_options;
    writer_options.path = base::join_path(context.data_folder, "records.db");
    writer_options.recovery_folder = base::join_path(context.data_folder, "recovery");
    writer_options.now = context.environment.clock;
    base::Result<std::unique_ptr<store::Writer>> writer = store::Writer::open(writer_options);
    if (!writer) return writer.error();
    base::Result<store::Person> person = (*writer)->ensure_person(person_code(options));
    if (!person) return person.error();
    auto inner = std::make_unique<Inner>();
    inner->scenario = &scenario;
    inner->writer = std::move(*writer);
    inner->now = context.environment.clock;
    inner->person = person->id;
    inner->player = options.player == "human" ? "" : base::file_name(options.player);
    inner->program_version = context.environment.version;
    inner->state = domain::initial_state(scenario, domain::mode_from_id(options.mode).value_or(domain::Mode::Practise));
    inner->tell = options.tell_kept ? &context.err() : nullptr;
    return inner;
}

base::Result<Recording> Recording::start(const Context& context, const domain::Scenario& scenario,
                                         const PlayOptions& options) {
    base::Result<std::unique_ptr<Inner>> inner = open(context, scenario, options);
    if (!inner) return inner.error();
    (*inner)->session = base::make_uuid7((*inner)->now(), base::secure_random);
    return Recording(std::move(*inner));
}

base::Result<Recording> Recording::resume(const Context& context, const domain::Scenario& scenario,
                                          const PlayOptions& options, std::vector<domain::Event>& before) {
    base::Result<std::unique_ptr<Inner>> inner = open(context, scenario, options);
    if (!inner) return inner.error();
    base::Result<store::Reader> reader = store::Reader::open(base::join_path(context.data_folder, "records.db"));
    if (!reader) return reader.error();
    const base::Result<std::vector<store::SessionRow>> sessions = reader->open_sessions((*inner)->person);
    if (!sessions) return sessions.error();
    const auto row = std::find_if(sessions->begin(), sessions->end(), [&](const store::SessionRow& one) {
        return one.scenario == scenario.id && !one.needs_newer;
    });
    if (row == sessions->end())
        return base::Error("nothing-to-resume", {{"scenario", scenario.title}, {"person", person_code(options)}});
    const base::Result<std::vector<store::StoredEvent>> events = reader->events(row->id);
    if (!events) return events.error();
    for (const store::StoredEvent& stored : *events) {
        if (domain::is_readiness_event(stored.type)) continue; // no command made it
        base::Result<domain::Event> event = store::read_stored(scenario, stored);
        if (!event) return event.error();
        domain::apply(scenario, (*inner)->state, *event);
        before.push_back(std::move(*event));
    }
    (*inner)->session = row->id;
    (*inner)->seq = row->last_seq;
    if (row->content_hash != scenario.hashes.content) context.out() << context.text("terminal.case-changed") << "\n";
    return Recording(std::move(*inner));
}

Recording::Recording(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Recording::Recording(Recording&&) noexcept = default;
Recording& Recording::operator=(Recording&&) noexcept = default;
Recording::~Recording() = default;

bool Recording::keep(const std::vector<domain::Event>& events, std::vector<store::StoredEvent> also) {
    bool kept = true;
    // Told one by one, every event is a commit of its own: what a window does while somebody works.
    if (inner_->tell) {
        for (const domain::Event& event : events)
            kept = inner_->append({event}) && kept;
        kept = inner_->append({}, std::move(also)) && kept;
    } else {
        kept = inner_->append(events, std::move(also));
    }
    // Also when something could not be kept: then the recovery file holds the results with the decisions.
    return inner_->append(domain::due_scores(*inner_->scenario, inner_->state)) && kept;
}

const base::Error& Recording::error() const {
    return inner_->error;
}

} // namespace timbang::cli
