#include "base/ids.h"
#include "bench/heavy.h"
#include "content/players.h"
#include "domain/comparison.h"

namespace timbang::bench {

namespace {

constexpr std::int64_t kStart = 1'763'000'000'000; // milliseconds since 1970

base::Time time_at(std::int64_t milliseconds) { return base::Time(std::chrono::milliseconds(milliseconds)); }

/// Version 7 in form, the number in its last part.
std::string id_of(int kind, int number) {
    std::string digits = std::to_string(number);
    digits.insert(0, 11 - digits.size(), '0');
    return "0197a000-0000-7000-8000-" + std::to_string(kind) + digits;
}

} // namespace

HeavyRecord::HeavyRecord() {
    for (int i = 0; i < kPeople; ++i) {
        const std::string name = "Verifikator " + std::to_string(i + 1);
        people_.push_back({id_of(1, i), name, name + " Contoh"});
    }
    for (int i = 0; i < kSessions; ++i) {
        store::SessionRow row;
        row.id = id_of(2, i);
        row.person = first_person();
        row.person_code = people_.front().code;
        row.scenario = "kasus-besar";
        row.version = "1.0.0";
        row.framework = "heavy@1";
        row.mode = i % 2 == 0 ? "practise" : "learn";
        row.started = time_at(kStart - std::int64_t{3'600'000} * i);
        row.last = row.started + std::chrono::minutes(50);
        row.ended = row.last;
        row.state = store::SessionState::Finished;
        row.last_seq = 400;
        row.decided = row.scored = kIndicators;
        row.exact = i % kIndicators;
        sessions_.push_back(std::move(row));
    }
}

std::string HeavyRecord::keep_finished(const domain::Scenario& scenario, base::Time time) {
    auto played = content::play(scenario, content::PlayerKind::Lenient, domain::Mode::Practise, 1);
    for (domain::Event& score : domain::due_scores(scenario, played.state)) played.events.push_back(std::move(score));
    kept_ = sessions_.front().id;
    for (domain::Event& event : played.events) {
        if (auto* started = std::get_if<domain::SessionStarted>(&event)) {
            started->person = first_person();
            started->player.clear();
        }
        events_.push_back(store::make_stored(scenario, event, static_cast<std::int64_t>(events_.size()) + 1, time, base::secure_random));
    }
    sessions_.front().content_hash = scenario.hashes.content;
    sessions_.front().key_hash = scenario.hashes.key;
    return kept_;
}

base::Result<store::Person> HeavyRecord::add_person(const std::string& code) {
    people_.push_back({id_of(1, static_cast<int>(people_.size())), code, code});
    return people_.back();
}

base::Result<std::vector<store::StoredEvent>> HeavyRecord::events(const std::string& session) {
    return session == kept_ ? events_ : std::vector<store::StoredEvent>();
}

base::Result<std::vector<store::DecisionRow>> HeavyRecord::decisions(const std::string&) {
    return std::vector<store::DecisionRow>();
}

void HeavyRecord::append(std::string session, std::vector<store::StoredEvent> events, store::OnAppended done) {
    if (done) done({std::move(session), events.empty() ? 0 : events.back().seq, {}, ""});
}

} // namespace timbang::bench
