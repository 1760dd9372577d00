#include "insight/habits.h"

#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {

HabitsCard present_habits(const Model& model, const std::vector<insight::DecisionRow>& rows, std::string from) {
    const Words words(model);
    HabitsCard card;
    card.title = words("debrief.habits");
    card.from = std::move(from);
    for (const insight::Habit& habit : insight::habits(rows)) {
        HabitView view;
        using insight::HabitKind;
        switch (habit.kind) {
        case HabitKind::Direction:
            view.icon = "scale-balance";
            break;
        case HabitKind::Centre:
        case HabitKind::Range:
            view.icon = "target";
            break;
        case HabitKind::Drift:
            view.icon = habit.tone == insight::Tone::Good ? "check-circle" : "repeat";
            break;
        case HabitKind::Missed:
        case HabitKind::Strength:
            view.icon = family_icon(habit.family);
            break;
        case HabitKind::Alarms:
        case HabitKind::Barcodes:
            view.icon = "flag";
            break;
        case HabitKind::Unopened:
            view.icon = "eye-off";
            break;
        case HabitKind::SureAndDifferent:
            view.icon = "alert-circle";
            break;
        }
        view.tint = habit.tone == insight::Tone::Good     ? Tint::Ok
                    : habit.tone == insight::Tone::Notice ? Tint::Return
                                                          : Tint::Neutral;
        view.title = words(habit.title);
        view.sentence = words(habit.sentence);
        view.evidence = words(habit.evidence);
        if (habit.axis) {
            view.has_axis = true;
            const bool direction = habit.kind == HabitKind::Direction, drift = habit.kind == HabitKind::Drift;
            view.end_words[0] = words(direction ? "habit.strict" : drift ? "habit.stricter-now" : "habit.avoids");
            view.end_words[1] = words(direction ? "habit.generous" : drift ? "habit.more-generous-now" : "habit.uses");
            view.low = static_cast<float>(habit.axis->low);
            view.at = static_cast<float>(habit.axis->at);
            view.high = static_cast<float>(habit.axis->high);
            view.dot = habit.n >= insight::kFew;
        }
        card.habits.push_back(std::move(view));
    }
    if (card.habits.empty()) card.empty = words("habit.none");
    return card;
}

} // namespace timbang::app
