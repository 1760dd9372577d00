#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "insight/decision_row.h"

namespace timbang::insight {

/// A mean with its 90 % interval (Student's t with n − 1 degrees of freedom). With n = 1 the interval is missing.
struct MeanInterval {
    int n = 0;
    double mean = 0;
    std::optional<double> low, high;
};
[[nodiscard]] MeanInterval mean_interval(const std::vector<double>& values);

/// A share k of n with its 90 % interval (Wilson 1927). n = 0 gives 0 to 1.
struct ShareInterval {
    int k = 0, n = 0;
    double low = 0, high = 1;
};
[[nodiscard]] ShareInterval share_interval(int k, int n);

/// The 95 % quantile of Student's t (90 % two-sided) for `df` ≥ 1 degrees of freedom.
[[nodiscard]] double t_quantile(int df);

/// Missed and Strength are by problem family ("blind spots"); Range is the spread of the own scores against that of the
/// references; Drift compares decisions on the same item in different sessions.
enum class HabitKind : std::uint8_t {
    Direction, Centre, Missed, Strength, Alarms, Barcodes, Unopened, SureAndDifferent, Range, Drift
};
/// Whether a habit is worth noticing, a strength, or neither.
enum class Tone : std::uint8_t { Notice, Good, Plain };

/// A pattern in the decisions of one person in plain words. It describes decisions, never the person.
struct Habit {
    HabitKind kind = HabitKind::Direction;
    Tone tone = Tone::Plain;
    std::string family;          ///< problem family of Missed and Strength
    base::Message title;
    base::Message sentence;
    base::Message evidence;      ///< what it rests on; under ten it says that this is few
    int n = 0;                   ///< of what `evidence` counts: decisions, problems met, sure decisions, items decided twice
    /// Places of the rows that the sentence rests on, never empty. Drift: the earlier and the later of each item in turn.
    std::vector<std::size_t> rests_on;
    /// Direction: mean steps with the interval; Centre: own ends against the reference's; Drift: mean steps from earlier to
    /// now. Scaled to −1 … 1.
    struct Axis { double low = 0, at = 0, high = 0; };
    std::optional<Axis> axis;
};

inline constexpr int kDriftLeast = 4; ///< items decided again, before anything is said of them
inline constexpr int kFew = 10;  ///< under so many decisions a number may be chance, and the words say so

/// The habits that these decisions (oldest first) show, the most useful first; at most one of Missed for each family.
/// All but Drift rest on what was decided unseen (`unseen_places`).
[[nodiscard]] std::vector<Habit> habits(const std::vector<DecisionRow>& rows);

} // namespace timbang::insight
