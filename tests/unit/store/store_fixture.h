#pragma once

#include <future>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/ids.h"
#include "base/rng.h"
#include "store/writer.h"
#include "support/temp_folder.h"

namespace timbang::test {

/// Makes events of sessions as the program would, without needing a scenario.
class EventMaker {
public:
    explicit EventMaker(std::uint64_t seed = 1) : rng_(seed) {}

    /// Ids of sessions made later sort later.
    std::string session() { return id(); }

    store::StoredEvent make(std::int64_t seq, std::string type, std::string payload, std::vector<domain::FreeText> texts = {}) {
        store::StoredEvent event;
        event.id = id();
        event.seq = seq;
        event.type = std::move(type);
        event.time = now_;
        event.payload = std::move(payload);
        event.payload_hash = store::payload_hash(event.type, event.payload);
        event.texts = std::move(texts);
        return event;
    }
    store::StoredEvent started(const std::string& person, const std::string& scenario = "case-a", const std::string& player = "") {
        return make(1, "session_started",
                    R"({"content_hash":"c1","continues":"","framework":"practice-22-2021","key_hash":"k1","mode":"practise","person":")" +
                        person + R"(","player":")" + player + R"(","program_version":"0.1.0","scenario":")" + scenario +
                        R"(","seed":7,"version":"2"})");
    }
    store::StoredEvent decided(std::int64_t seq, const std::string& indicator, int score, const std::string& reason = "") {
        std::vector<domain::FreeText> texts;
        if (!reason.empty()) texts.push_back({"reason", reason});
        return make(seq, "decided",
                    R"({"checklist":{},"confidence":3,"indicator":")" + indicator + R"(","marks":[],"reason":null,"score":)" +
                        std::to_string(score) + R"(,"verdict":"accept"})", std::move(texts));
    }
    store::StoredEvent scored(std::int64_t seq, const std::string& indicator, bool exact, const std::string& key_hash = "k1") {
        return make(seq, "scored",
                    R"({"indicator":")" + indicator + R"(","key_hash":")" + key_hash + R"(","reason":"","result":"{\"exact\":)" +
                        (exact ? "true" : "false") + R"(}"})");
    }
    /// A room, which is of no person.
    store::StoredEvent room_started(const std::string& scenario = "case-a") {
        return make(1, "session_started",
                    R"({"code":"482917","content_hash":"c1","continues":"","framework":"practice-22-2021","key_hash":"k1","mode":"room","person":"","player":"","program_version":"0.1.0","scenario":")" +
                        scenario + R"(","version":"2"})");
    }
    /// `who`: a person's id, or "group 3".
    store::StoredEvent voted(std::int64_t seq, const std::string& who, const std::string& kind, int score, int round = 1,
                             const std::string& reason = "", const std::string& seat = "01") {
        const std::string by = who.starts_with("group ") ? R"("group":)" + who.substr(6) : R"("person":")" + who + R"(","seat":")" + seat + '"';
        std::vector<domain::FreeText> texts;
        if (!reason.empty()) texts.push_back({"reason", reason});
        return make(seq, "voted",
                    R"({"client_id":"","confidence":2,"indicator":"KS-O1","reason":null,"round":)" + std::to_string(round) +
                        R"(,"score":)" + std::to_string(score) + R"(,"typed_by":"","verdict":"return","vote":")" + kind +
                        R"(","way":"phone",)" + by + "}", std::move(texts));
    }
    store::StoredEvent vote_scored(std::int64_t seq, const std::string& person, bool exact, int round = 1) {
        return make(seq, "vote_scored",
                    R"({"indicator":"KS-O1","key_hash":"k1","person":")" + person + R"(","result":{"exact":)" +
                        (exact ? "true" : "false") + R"(},"round":)" + std::to_string(round) + R"(,"vote":"first"})");
    }
    store::StoredEvent opened(std::int64_t seq) { return make(seq, "opened", R"({"evidence":"letter","page":1})"); }
    store::StoredEvent finished(std::int64_t seq) { return make(seq, "finished", "{}"); }

private:
    std::string id() {
        now_ += std::chrono::milliseconds(1);
        return base::make_uuid7(now_, [this] { return rng_.next(); });
    }
    base::Rng rng_;
    base::Time now_{std::chrono::milliseconds{1'770'000'000'000}};
};

inline store::WriterOptions options_in(const TempFolder& folder) {
    store::WriterOptions options;
    options.path = folder / "records.db";
    options.recovery_folder = folder / "recovery";
    options.busy_ms = 0;
    return options;
}

/// Tries to write what is kept aside, and waits for the answer.
inline store::Appended retry_now(store::Writer& writer, const std::string& session) {
    std::promise<store::Appended> promise;
    writer.retry(session, [&](const store::Appended& appended) { promise.set_value(appended); });
    return promise.get_future().get();
}

/// Appends and waits for the answer.
inline store::Appended append_now(store::Writer& writer, const std::string& session, std::vector<store::StoredEvent> events) {
    std::promise<store::Appended> promise;
    writer.append(session, std::move(events), [&](const store::Appended& appended) { promise.set_value(appended); });
    return promise.get_future().get();
}

template <class T> std::string code_of(const base::Result<T>& result) { return result ? "" : result.error().code; }

/// The codes of an error and its causes, joined by " < ".
inline std::string chain_of(const base::Error& error) {
    std::string chain = error.code;
    for (const base::Error* cause = error.cause.get(); cause; cause = cause->cause.get()) chain += " < " + cause->code;
    return chain;
}

} // namespace timbang::test
