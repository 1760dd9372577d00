#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

// What is derived from a whole session at once; inside this module only. It comes to what `Projector` makes event by event.

namespace timbang::store {

/// What `session_started` says. Fields that are no text are "".
struct SessionStart {
    std::string person, scenario, version, framework, mode, player, content_hash, key_hash, continues;
};
[[nodiscard]] SessionStart read_start(std::string_view payload);
/// The text under a key of an object; "" where there is none.
[[nodiscard]] std::string text_under(std::string_view payload, std::string_view key);

/// The decisions and the end of one session of a person.
class DecisionFold {
public:
    explicit DecisionFold(SQLite::Database& database);

    void begin();
    void take(std::int64_t seq, std::string_view type, std::int64_t time, std::string_view payload);
    /// Writes the decisions. SQLite's exceptions go through.
    void write(const std::string& session, const std::string& person);

    [[nodiscard]] const std::string& state() const { return state_; }
    [[nodiscard]] std::optional<std::int64_t> ended() const { return ended_; }
    [[nodiscard]] std::int64_t last() const { return last_; }

private:
    struct Decision {
        std::int64_t seq = 0, time = 0;
        std::string indicator, item_hash, verdict, key_hash, result;
        std::optional<std::int64_t> score, confidence;
        std::optional<bool> exact;
        bool is_last = true, scored = false;
    };
    void decided(std::int64_t seq, std::int64_t time, std::string_view payload);
    void scored(std::string_view payload);

    SQLite::Statement insert_;
    std::vector<Decision> decisions_;
    std::map<std::string, std::size_t, std::less<>> last_of_; ///< by indicator
    std::string state_;
    std::optional<std::int64_t> ended_;
    std::int64_t last_ = 0;
};

} // namespace timbang::store
