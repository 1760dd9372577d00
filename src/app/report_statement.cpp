#include "app/report_statement.h"

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "insight/readiness.h"

namespace timbang::app {
namespace {

/// The tries of a person as the record keeps them.
base::Result<std::vector<insight::ReadinessTry>> tries_of(store::Reader& reader, const std::string& person) {
    const auto sessions = reader.sessions();
    if (!sessions) return sessions.error();
    std::vector<insight::ReadinessTry> tries;
    for (const store::SessionRow& row : *sessions) {
        if (row.person != person || row.mode != "check" || row.needs_newer || !row.player.empty()) continue;
        const auto events = reader.events(row.id);
        if (!events) return events.error();
        insight::ReadinessTry one;
        one.session = row.id;
        one.started = row.started;
        one.ended = row.ended;
        one.decided = row.decided;
        bool begun = false;
        for (const store::StoredEvent& event : *events) {
            if (!domain::is_readiness_event(event.type)) continue;
            const auto payload = base::parse_json(event.payload);
            if (!payload) continue;
            if (event.type == domain::kReadinessStarted) {
                const auto started = domain::readiness_started_from_json(*payload);
                if (!started) continue;
                one.begun = *started;
                begun = true;
            } else if (const auto ended = domain::readiness_ended_from_json(*payload)) {
                one.result = *ended;
                one.ended = event.time;
            }
        }
        if (begun || one.result) tries.push_back(std::move(one));
    }
    return tries;
}

class Lines {
public:
    Lines(const ReportSources& sources, const report::Words& words, const domain::Framework* pack)
        : sources_(sources), words_(words), pack_(pack) {}

    [[nodiscard]] report::StatementCount judged(const insight::OutcomeLine& line) const {
        report::StatementCount count;
        count.met = line.met;
        if (line.line == insight::PolicyLine::Direction) {
            count.what = words_("report.statement-direction");
            count.reached = words_.signed_tenths(line.points.approximate());
            count.needed = words_("report.from-to", {{"low", words_.signed_tenths(-line.limit.approximate())},
                                                     {"high", words_.signed_tenths(line.limit.approximate())}});
            return count;
        }
        count.what = line.line == insight::PolicyLine::Exact ? words_("report.statement-exact") : problem(line.type);
        count.reached = words_.k_of_n(line.had, line.of);
        count.needed = words_("report.statement-at-least", {{"n", std::int64_t{line.needed}}});
        return count;
    }

    /// Of a policy that is not at hand: what was reached.
    [[nodiscard]] std::vector<report::StatementCount> alone(const domain::ReadinessCounts& counts, bool ready) const {
        std::vector<report::StatementCount> all;
        all.push_back({words_("report.statement-exact"), words_.k_of_n(counts.exact, counts.drawn), "–", ready});
        if (counts.scored > 0)
            all.push_back({words_("report.statement-direction"),
                           words_.signed_tenths(static_cast<double>(counts.points) / counts.scored), "–", ready});
        for (const auto& found : counts.critical)
            all.push_back({problem(found.type), words_.k_of_n(found.found, found.of), "–", ready});
        return all;
    }

private:
    [[nodiscard]] std::string problem(const std::string& type) const {
        const domain::ProblemType* known = pack_ ? pack_->problem_type(type) : nullptr;
        return words_("report.statement-found", {{"problem", known ? known->name.in(sources_.lang) : type}});
    }

    const ReportSources& sources_;
    const report::Words& words_;
    const domain::Framework* pack_;
};

} // namespace

base::Result<report::StatementInput> statement_report(store::Reader& reader, const std::string& code,
                                                      const ReportSources& sources, const report::Words& words,
                                                      const std::string& wanted) {
    const auto person = reader.person_with_code(code);
    if (!person) return person.error();
    const auto tries = tries_of(reader, person->id);
    if (!tries) return tries.error();
    const insight::ReadinessTry* last = nullptr;
    for (const insight::ReadinessTry& one : *tries)
        if (one.result && (wanted.empty() || one.result->policy == wanted) && (!last || *one.ended >= *last->ended)) last = &one;
    if (!last) return base::Error("report-no-check", {{"person", code}});
    const domain::ReadinessEnded& ended = *last->result;
    report::StatementInput input;
    input.person = person->name.empty() ? person->code : person->name + " (" + person->code + ")";
    input.policy = ended.policy;
    input.version = ended.version;
    const base::Text pool = sources.title ? sources.title(ended.pool.id) : base::Text{};
    input.pool = pool.empty() ? ended.pool.id : pool.in(sources.lang);
    input.items = ended.counts.drawn;
    input.attempt = ended.number;
    input.ready = ended.ready;
    input.ended = *last->ended;
    input.now = sources.now;
    if (ended.ready) input.valid_until = ended.valid_until;
    const auto policy = sources.policy ? sources.policy(ended.policy) : nullptr;
    const bool same = policy && policy->version == ended.version;
    const auto pack = policy ? sources.frameworks.find(policy->framework) : sources.frameworks.end();
    const Lines lines(sources, words, pack == sources.frameworks.end() ? nullptr : pack->second.get());
    if (!same) {
        input.counts = lines.alone(ended.counts, ended.ready);
        return input;
    }
    input.policy = policy->title.in(sources.lang);
    if (!ended.recheck) input.attempts = policy->tries;
    for (const insight::OutcomeLine& line : insight::judge(*policy, ended.counts).lines) {
        input.counts.push_back(lines.judged(line));
        if (line.met || ended.ready || line.reading.empty() || !sources.title) continue;
        const std::string reading = sources.title(line.reading).in(sources.lang);
        if (!reading.empty() && input.reading.find(reading) == std::string::npos)
            input.reading += (input.reading.empty() ? "" : "; ") + reading;
    }
    const insight::ReadinessStatus status = insight::readiness_status(*policy, *tries, sources.now);
    if (!ended.ready) input.again_from = status.from;
    if (ended.ready && status.valid_until) input.valid_until = status.valid_until;
    return input;
}

} // namespace timbang::app
