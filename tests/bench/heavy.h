#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/ports.h"
#include "domain/scenario.h"

namespace timbang::bench {

constexpr int kIndicators = 120, kDocuments = 500, kPeople = 1000, kSessions = 1000;

/// Writes `case/` of 120 indicators and 500 documents, and `frameworks/` with its rule pack; every bench run the same.
void write_heavy_case(const std::string& folder);

/// A record in memory: 1,000 people on this computer, the first of them with 1,000 sessions. Everything is durable at once.
class HeavyRecord : public app::Record {
public:
    HeavyRecord();
    /// A finished session of the first person, from the lenient player: every decision differs from the key.
    std::string keep_finished(const domain::Scenario& scenario, base::Time time);
    [[nodiscard]] const std::string& first_person() const { return people_.front().id; }

    base::Result<std::vector<store::Person>> people() override { return people_; }
    base::Result<store::Person> add_person(const std::string& code) override;
    base::Status change_person(const store::Person&) override { return {}; }
    base::Result<std::vector<store::SessionRow>> sessions() override { return sessions_; }
    base::Result<std::vector<store::StoredEvent>> events(const std::string& session) override;
    base::Result<std::vector<store::DecisionRow>> decisions(const std::string& person) override;
    void append(std::string session, std::vector<store::StoredEvent> events, store::OnAppended done) override;
    void retry(std::string session, store::OnAppended done) override { done({std::move(session), 0, {}, ""}); }
    void flush() override {}
    std::vector<store::IndexedCase> library_index() override { return {}; }
    void save_library_index(const std::vector<store::IndexedCase>&) override {}

private:
    std::vector<store::Person> people_;
    std::vector<store::SessionRow> sessions_; ///< of the first person
    std::string kept_;
    std::vector<store::StoredEvent> events_; ///< of the kept session
};

} // namespace timbang::bench
