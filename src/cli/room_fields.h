#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/room/room_snapshot.h"

namespace timbang::cli {

/// The fields of a facilitator's command. The first that is missing, of another type or names nothing that is there is
/// remembered in `broken`; what was read then must not be used.
class RoomFields {
public:
    RoomFields(const nlohmann::json& line, const app::RoomSnapshot& snapshot) : line_(line), snapshot_(snapshot) {}

    [[nodiscard]] const nlohmann::json& line() const { return line_; }
    [[nodiscard]] const std::string& broken() const { return broken_; }
    void break_at(const std::string& field) {
        if (broken_.empty()) broken_ = field;
    }

    [[nodiscard]] std::string text(const std::string& field, const std::string& otherwise);
    /// A text that must be there and not be empty.
    [[nodiscard]] std::string needed(const std::string& field);
    [[nodiscard]] std::int64_t number(const std::string& field, std::int64_t otherwise);

    [[nodiscard]] domain::SeatIx seat(const std::string& field);
    [[nodiscard]] domain::RoomTaskIx task(const std::string& field);
    /// −1 for "all", or without the field.
    [[nodiscard]] domain::RoomTaskIx task_or_all(const std::string& field);
    /// By the id of the scenario.
    [[nodiscard]] int case_place(const std::string& field);
    /// Of the present step where the field is missing and it has just one.
    [[nodiscard]] domain::PartIx part(const std::string& field);
    [[nodiscard]] domain::PartAnswer part_answer();
    /// Indicator (the round's only one where none is named), kind (that which is open), score, verdict, sureness, reason.
    [[nodiscard]] domain::Vote vote(domain::VoteKind otherwise);
    /// The seats named; all of the group where the field is missing.
    [[nodiscard]] std::vector<domain::SeatIx> members(const std::string& field, int group);
    /// All seats with the changes of "seats", shuffled before into groups of "size" where that is there (by "seed").
    [[nodiscard]] std::vector<domain::RoomSeat> seats_changed();

private:
    void shuffle(std::vector<domain::RoomSeat>& seats, int size);

    const nlohmann::json& line_;
    const app::RoomSnapshot& snapshot_;
    std::string broken_;
};

} // namespace timbang::cli
