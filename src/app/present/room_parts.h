#pragma once

#include <string>

#include "app/model.h"
#include "app/present/words.h"
#include "app/room/room_insight.h"

namespace timbang::app {

/// What the parts of the console share.
struct ConsoleParts {
    const Model& model;
    Words words;
    const RunningRoom& running;
    const RoomSnapshot& room;
    const RoomInsight& insight;
    domain::RoomTaskIx task = -1;               ///< looked at; −1 none
    const domain::Round* round = nullptr;       ///< the open one; null during the briefing
    bool reference_open = false;                ///< may stand on this screen now

    [[nodiscard]] const domain::Task& whole(domain::RoomTaskIx one) const {
        return room.scenario->tasks[static_cast<std::size_t>(one)];
    }
    [[nodiscard]] std::string title(domain::RoomTaskIx one) const;
    /// Of the task looked at, in the last round it was voted on; null without votes.
    [[nodiscard]] const insight::RoomItem* item() const;
};

[[nodiscard]] WorkshopList present_workshop_list(const Model& model);
[[nodiscard]] WorkshopSetup present_workshop_setup(const Model& model, const KeptWorkshop& kept);
[[nodiscard]] ConsoleView present_console(const Model& model);
[[nodiscard]] RoomPrompt present_room_prompt(const Model& model, const RoomPromptState& prompt);

/// What a workshop can be made from, and what is wrong with the files of others.
void fill_programmes(const Model& model, WorkshopList& list);
/// Agenda, answer sheets of each case, and the report once something was held.
[[nodiscard]] Menu take_home_menu(const Model& model, const KeptWorkshop& kept);

// Parts of the console, each filling its own.
void fill_stages(const ConsoleParts& parts, ConsoleView& view);
void fill_people(const ConsoleParts& parts, ConsoleView& view);
void fill_votes(const ConsoleParts& parts, ConsoleView& view);
void fill_reasons(const ConsoleParts& parts, ConsoleView& view);
void fill_private(const ConsoleParts& parts, ConsoleView& view);

/// "return, score 2"; "return" where no score is asked.
[[nodiscard]] std::string answer_words(const Words& words, std::optional<domain::Verdict> verdict, std::optional<int> score);
/// "12, 25"
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, const char* between = ", ");
[[nodiscard]] std::string way_word(const Words& words, domain::WayIn way);
[[nodiscard]] IconName way_icon(domain::WayIn way);
/// "not sure", "fairly sure", "sure"
[[nodiscard]] std::string sure_word(const Words& words, int level);
/// The reading that a slot names; null where it names none, or one that is not there.
[[nodiscard]] std::shared_ptr<const domain::Lesson> lesson_of(const Model& model, const domain::Slot& slot);
/// What a slot is called, of which kind it is, and the way to its reading.
void name_slot(const Model& model, const domain::Slot& slot, SlotRow& row);
[[nodiscard]] RoomField room_field(const Words& words, int id, const char* label, std::string text);

} // namespace timbang::app
