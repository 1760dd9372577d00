#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "stats/detection.h"
#include "stats/estimate.h"

namespace timbang::stats {

enum class AucInterval : std::uint8_t {
    DeLong,         ///< area ± z·se, cut to 0 … 1 (pROC)
    DeLongLogit,    ///< on the logit scale, which never leaves 0 … 1
    HanleyMcNeil    ///< area ± z·se of Hanley & McNeil, cut to 0 … 1
};
struct AucOptions {
    double level = 0.95;
    AucInterval interval = AucInterval::DeLong;  ///< supposes no distribution and is what most papers print
};

/// Area under the receiver operating characteristic: the chance that a unit with the outcome has the higher score than
/// one without, ties half.
struct RocAuc {
    Estimate area;                             ///< se and interval by the chosen convention
    std::optional<double> delong_se;           ///< absent with fewer than two units of a kind
    double hanley_mcneil_se = 0;
    std::size_t positives = 0, negatives = 0, left_out = 0;  ///< left out: scores that are not finite
};
/// `outcomes` (0 or 1) and `scores` are equally long. No direction is guessed: an area below ½ stays below. An area of
/// 0 or 1 has no interval. Time n log n, memory linear. DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, with the
/// ranks of Sun & Xu (2014), IEEE Signal Process. Lett. 21; Hanley & McNeil (1982), Radiology 143. Undefined: kNoData,
/// kNoSignal (no outcome 1), kNoNoise (no outcome 0).
[[nodiscard]] Defined<RocAuc> roc_auc(std::span<const std::uint8_t> outcomes, std::span<const double> scores,
                                      const AucOptions& options = {});

/// DeLong's test of two scores of the same units.
struct AucComparison {
    Estimate difference;           ///< first − second, with se and interval (normal)
    double z = 0;
    double p = 1;                  ///< two-sided, of equal areas
    double first = 0, second = 0;
    std::size_t positives = 0, negatives = 0, left_out = 0;
};
/// Undefined as `roc_auc`, kOneUnit with fewer than two units of a kind, kNoVariance where the difference cannot vary
/// (the scores order the units alike).
[[nodiscard]] Defined<AucComparison> compare_auc(std::span<const std::uint8_t> outcomes, std::span<const double> first,
                                                 std::span<const double> second, double level = 0.95);

} // namespace timbang::stats
