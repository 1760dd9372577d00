#include "store/fold.h"

#include "store/json_cursor.h"
#include "store/payload.h"
#include "store/rows.h"

namespace timbang::store {
namespace {

/// Reads the text, number or truth value of a member where it is one; takes anything else.
bool take_text(JsonCursor& cursor, std::string& out) {
    std::string_view span;
    if (cursor.next() == '"') return cursor.string(out);
    out.clear();
    return cursor.value(span);
}

bool take_whole(JsonCursor& cursor, std::optional<std::int64_t>& out) {
    std::string_view span;
    if (!cursor.value(span)) return false;
    std::int64_t number = 0;
    JsonCursor inside(span);
    out.reset();
    if (inside.integer(number) && inside.at_end()) out = number;
    return true;
}

void bind_or_null(SQLite::Statement& statement, int place, const std::optional<std::int64_t>& number) {
    if (number) statement.bind(place, *number);
    else statement.bind(place);
}

} // namespace

SessionStart read_start(std::string_view payload) {
    SessionStart start;
    JsonCursor cursor(payload);
    (void)members(cursor, [&](const std::string& name, JsonCursor& at) {
        std::string_view span;
        std::string* const field = name == "person"         ? &start.person
                                   : name == "scenario"     ? &start.scenario
                                   : name == "version"      ? &start.version
                                   : name == "framework"    ? &start.framework
                                   : name == "mode"         ? &start.mode
                                   : name == "player"       ? &start.player
                                   : name == "content_hash" ? &start.content_hash
                                   : name == "key_hash"     ? &start.key_hash
                                   : name == "continues"    ? &start.continues
                                                            : nullptr;
        return field ? take_text(at, *field) : at.value(span);
    });
    return start;
}

std::string text_under(std::string_view payload, std::string_view key) {
    std::string found;
    JsonCursor cursor(payload);
    (void)members(cursor, [&](const std::string& name, JsonCursor& at) {
        std::string_view span;
        return name == key ? take_text(at, found) : at.value(span);
    });
    return found;
}

DecisionFold::DecisionFold(SQLite::Database& database)
    : insert_(database, "INSERT INTO decision(session, seq, person, indicator, item_hash, time, score, verdict, "
                        "confidence, is_last, key_hash, result, exact) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)") {}

void DecisionFold::begin() {
    decisions_.clear();
    last_of_.clear();
    state_ = "open";
    ended_.reset();
}

void DecisionFold::take(std::int64_t seq, std::string_view type, std::int64_t time, std::string_view payload) {
    last_ = time;
    if (type == "decided") decided(seq, time, payload);
    else if (type == "scored") scored(payload);
    else if (type == "finished" || type == "abandoned") {
        state_ = type;
        ended_ = time;
    }
}

void DecisionFold::decided(std::int64_t seq, std::int64_t time, std::string_view payload) {
    Decision decision;
    decision.seq = seq;
    decision.time = time;
    JsonCursor cursor(payload);
    (void)members(cursor, [&](const std::string& name, JsonCursor& at) {
        std::string_view span;
        if (name == "indicator") return take_text(at, decision.indicator);
        if (name == "item_hash") return take_text(at, decision.item_hash);
        if (name == "verdict") return take_text(at, decision.verdict);
        if (name == "score") return take_whole(at, decision.score);
        if (name == "confidence") return take_whole(at, decision.confidence);
        return at.value(span);
    });
    if (decision.indicator.empty()) return;
    const auto [place, first] = last_of_.try_emplace(decision.indicator, decisions_.size());
    if (!first) {
        decisions_[place->second].is_last = false;
        place->second = decisions_.size();
    }
    decisions_.push_back(std::move(decision));
}

void DecisionFold::scored(std::string_view payload) {
    std::string indicator, key_hash, result, item_hash;
    std::optional<bool> exact;
    JsonCursor cursor(payload);
    (void)members(cursor, [&](const std::string& name, JsonCursor& at) {
        std::string_view span;
        if (name == "indicator") return take_text(at, indicator);
        if (name == "key_hash") return take_text(at, key_hash);
        if (name == "result") return take_text(at, result);
        return at.value(span);
    });
    const auto place = last_of_.find(indicator);
    if (place == last_of_.end()) return;
    JsonCursor inside(result);
    const bool whole = members(inside, [&](const std::string& name, JsonCursor& at) {
        std::string_view span;
        if (name == "item_hash") return take_text(at, item_hash);
        if (!at.value(span)) return false;
        if (name == "exact") exact = span == "true" ? std::optional(true) : span == "false" ? std::optional(false) : std::nullopt;
        return true;
    });
    if (!whole || !inside.at_end()) {
        exact.reset();
        item_hash.clear();
    }
    Decision& decision = decisions_[place->second];
    decision.scored = true;
    decision.key_hash = std::move(key_hash);
    decision.result = std::move(result);
    decision.exact = exact;
    if (!item_hash.empty()) decision.item_hash = std::move(item_hash);
}

void DecisionFold::write(const std::string& session, const std::string& person) {
    for (const Decision& one : decisions_) {
        insert_.bindNoCopy(1, session);
        insert_.bind(2, one.seq);
        if (person.empty()) insert_.bind(3);
        else insert_.bindNoCopy(3, person);
        insert_.bindNoCopy(4, one.indicator);
        bind_text_or_null(insert_, 5, one.item_hash);
        insert_.bind(6, one.time);
        bind_or_null(insert_, 7, one.score);
        bind_text_or_null(insert_, 8, one.verdict);
        bind_or_null(insert_, 9, one.confidence);
        insert_.bind(10, one.is_last ? 1 : 0);
        if (one.scored) {
            insert_.bindNoCopy(11, one.key_hash);
            insert_.bindNoCopy(12, one.result);
        } else {
            insert_.bind(11);
            insert_.bind(12);
        }
        bind_or_null(insert_, 13, one.exact ? std::optional<std::int64_t>(*one.exact ? 1 : 0) : std::nullopt);
        run(insert_);
    }
}

} // namespace timbang::store
