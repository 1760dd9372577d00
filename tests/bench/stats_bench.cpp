// Statistics of agreement against peers: the same matrices, the same check values, one core. Bare reading is the sum of
// the bytes (or doubles) of the data. Peers that are installed run beside it (stats_peers.py); for the others the times
// measured elsewhere are printed. Leaves with 1 when a value is not the check value.
#include <cstdlib>
#include <cstring>
#include <numeric>

#include <sys/resource.h>

#include "bench/stats_parts.h"
#include "stats/agreement.h"
#include "stats/bootstrap.h"
#include "stats/fleiss.h"
#include "stats/icc.h"
#include "stats/kappa.h"
#include "stats/krippendorff.h"

using namespace timbang;
using namespace timbang::bench;
using stats::Level;
using stats::Ratings;

namespace {

struct Sized {
    Recipe recipe;
    const char* name;
    int runs;
};

constexpr Sized kSizes[] = {{{30, 200}, "30x200", 9}, {{1000, 1000}, "1000x1000", 5}, {{10000, 500}, "10000x500", 3}};

Ratings ratings_of(const Recipe& recipe, std::vector<std::uint8_t> codes) {
    std::vector<double> values(recipe.categories);
    std::iota(values.begin(), values.end(), 1.0);
    auto ratings =
        Ratings::of_bytes(stats::Scale::of_values(std::move(values)), recipe.units, recipe.raters, std::move(codes));
    if (!ratings) std::abort();
    return std::move(ratings).value();
}

/// The sum of the bytes, eight at a time: about what reading them from memory takes.
std::uint64_t sum_of_bytes(const std::vector<std::uint8_t>& bytes) {
    constexpr std::uint64_t kEven = 0x00FF00FF00FF00FFu;
    constexpr std::size_t kWords = 128; // 128 times twice 255 fits into each lane of 16 bits
    std::uint64_t sum = 0;
    std::size_t at = 0;
    while (at + 8 <= bytes.size()) {
        std::uint64_t lanes = 0;
        const std::size_t end = std::min(bytes.size() - 7, at + 8 * kWords);
        for (; at < end; at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, 8);
            lanes += (word & kEven) + ((word >> 8) & kEven);
        }
        for (; lanes > 0; lanes >>= 16) sum += lanes & 0xFFFF;
    }
    return std::accumulate(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), sum);
}

double bare_bytes(const std::vector<std::uint8_t>& codes, int runs) {
    double best = 1e300;
    const auto wanted = std::accumulate(codes.begin(), codes.end(), std::uint64_t{0});
    for (int i = 0; i < runs; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const std::uint64_t sum = sum_of_bytes(codes);
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
        if (sum != wanted) std::abort();
        best = std::min(best, ms);
    }
    return best;
}

double peak_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void alphas(Bench& bench) {
    struct Metric { Level level; const char* name; double wanted[3]; double peer[3]; };
    const Metric metrics[] = {
        {Level::ordinal, "alpha ordinal, 20 % missing", {.362817209, .360716872, .361535495}, {.378, 47.3, 219}},
        {Level::nominal, "alpha nominal, 20 % missing", {.367261849, .358733738, .359928361}, {.364, 48.2, 255}},
        {Level::interval, "alpha interval, 20 % missing", {.362705420, .360750989, .361526857}, {.349, 45.4, 217}}};
    for (std::size_t s = 0; s < 3; ++s) {
        const Sized& size = kSizes[s];
        const auto codes = codes_of(size.recipe);
        const auto values = values_of(codes);
        const double bare = bare_bytes(codes, size.runs);
        std::printf("%-44s %-12s %10.4f\n", "bare reading: sum of the bytes", size.name, bare);
        for (const Metric& metric : metrics) {
            Line line{metric.name, size.name, size.runs, metric.wanted[s]};
            line.known_ms = metric.peer[s];
            line.known_peer = "fast-krippendorff";
            line.bare_ms = bare;
            if (s == 2 && metric.level == Level::ordinal) line.bound_ms = 20;
            bench.run(line, [&] { return codes; }, [&](std::vector<std::uint8_t>& ready) {
                return *stats::krippendorff_value(ratings_of(size.recipe, std::move(ready)), metric.level);
            });
            line.name += ", from doubles";
            line.bound_ms.reset();
            bench.run(line, [&] {
                return *stats::krippendorff_value(size.recipe.units, size.recipe.raters, values, metric.level);
            });
        }
    }
}

void large_scale(Bench& bench) {
    const double wanted[] = {.401357037, .358514558, .358874357}, peer[] = {25, 242, 830};
    for (std::size_t s = 0; s < 3; ++s) {
        Recipe recipe = kSizes[s].recipe;
        recipe.categories = 101;
        const auto codes = codes_of(recipe);
        Line line{"alpha ordinal, scale of 101", kSizes[s].name, kSizes[s].runs, wanted[s]};
        line.known_ms = peer[s];
        line.known_peer = "fast-krippendorff";
        line.bare_ms = bare_bytes(codes, line.runs);
        bench.run(line, [&] { return codes; }, [&](std::vector<std::uint8_t>& ready) {
            return *stats::krippendorff_value(ratings_of(recipe, std::move(ready)), Level::ordinal);
        });
    }
}

void families(Bench& bench) {
    const double fleiss[] = {.362363081, .358802586, .359796270}, fleiss_peer[] = {.473, 37.7, 293};
    const double general[] = {.36441, .35874, .35993}, general_peer[] = {7, 189, 4190};
    const double ac[] = {.37921, .35862, .3585}, ac_peer[] = {7, 191, 5270};
    const double conger[] = {.3644, .35875, 0}, conger_peer[] = {10, 1150, 0};
    for (std::size_t s = 0; s < 3; ++s) {
        const Sized& size = kSizes[s];
        Recipe full = size.recipe;
        full.gaps = false;
        const auto complete = codes_of(full);
        Line line{"Fleiss' kappa from complete ratings", size.name, size.runs, fleiss[s]};
        line.known_ms = fleiss_peer[s];
        line.known_peer = "statsmodels";
        line.bare_ms = bare_bytes(complete, size.runs);
        bench.run(line, [&] { return complete; }, [&](std::vector<std::uint8_t>& ready) {
            return stats::fleiss_classic(ratings_of(full, std::move(ready)))->kappa;
        });
        const Ratings ratings = ratings_of(size.recipe, codes_of(size.recipe));
        const auto unweighted = *stats::Weights::make(stats::WeightKind::unweighted, ratings.scale());
        const auto quadratic = *stats::Weights::make(stats::WeightKind::quadratic, ratings.scale());
        const auto part = [&](const char* name, double wanted, double tolerance, double peer, const auto& work) {
            Line one{name, size.name, size.runs};
            if (wanted > 0) one.wanted = wanted;
            one.tolerance = tolerance;
            if (peer > 0) one.known_ms = peer;
            one.known_peer = "irrCAC";
            one.bare_ms = line.bare_ms;
            bench.run(one, work);
        };
        part("Fleiss' kappa with gaps and error", general[s], 6e-6, general_peer[s],
             [&] { return stats::fleiss_kappa(ratings, unweighted)->estimate; });
        part("Gwet's AC2 quadratic with error", ac[s], 6e-6, ac_peer[s],
             [&] { return stats::gwet_ac(ratings, quadratic)->estimate; });
        part("Conger's kappa with error", conger[s], 6e-6, conger_peer[s],
             [&] { return stats::conger_kappa(ratings, unweighted)->estimate; });
        part("alpha ordinal with error", 0, 0, 0,
             [&] { return stats::krippendorff_alpha(ratings, Level::ordinal)->estimate; });
        if (s < 2)
            part("every coefficient with its error", 0, 0, 0,
                 [&] { return stats::agreement(ratings, quadratic, Level::ordinal).gwet_ac->estimate; });
    }
}

double mean_of(const std::vector<stats::Defined<stats::Coefficient>>& kappas, std::size_t first) {
    double sum = 0;
    for (std::size_t i = 0; i < first; ++i) sum += kappas[i]->estimate;
    return sum / static_cast<double>(first);
}

void kappas(Bench& bench) {
    const double wanted[] = {.600085748, .600379350, .599458264}, sklearn[] = {8.98, 435, 365},
                 statsmodels[] = {43.8, 1378, 1243};
    for (std::size_t s = 0; s < 3; ++s) {
        Recipe full = kSizes[s].recipe;
        full.gaps = false;
        Recipe first = full;
        first.raters = std::min<std::size_t>(full.raters, 1000);
        const auto codes = codes_of(first);
        const Ratings ratings = ratings_of(first, codes);
        std::vector<int> truth(full.units);
        for (std::size_t i = 0; i < truth.size(); ++i) truth[i] = static_cast<int>(full.truth(i));
        const auto quadratic = *stats::Weights::make(stats::WeightKind::quadratic, ratings.scale());
        stats::Conventions none;
        none.se = stats::StandardError::none;
        stats::Conventions fce;
        fce.se = stats::StandardError::fce;
        const char* const size = s == 2 ? "1000x500" : kSizes[s].name;
        Line line{"quadratic kappa of each against the truth", size, kSizes[s].runs, wanted[s]};
        line.known_ms = sklearn[s];
        line.known_peer = "scikit-learn";
        line.bare_ms = bare_bytes(codes, line.runs);
        if (s == 1) line.bound_ms = 10;
        bench.run(line, [&] { return mean_of(stats::kappas_against(truth, ratings, quadratic, none), first.raters); });
        line.name = "the same with its error";
        line.known_ms = statsmodels[s];
        line.known_peer = "statsmodels";
        line.bound_ms.reset();
        bench.run(line, [&] { return mean_of(stats::kappas_against(truth, ratings, quadratic, fce), first.raters); });
    }
    Recipe few = kSizes[0].recipe;
    few.gaps = false;
    const Ratings ratings = ratings_of(few, codes_of(few));
    const auto quadratic = *stats::Weights::make(stats::WeightKind::quadratic, ratings.scale());
    Line pairs{"435 pairwise quadratic kappas", "30x200", 9, .359005590};
    pairs.known_ms = 96;
    pairs.known_peer = "scikit-learn";
    bench.run(pairs, [&] {
        const auto all = stats::pairwise_kappas(ratings, quadratic);
        double sum = 0;
        for (const auto& kappa : all) sum += *kappa;
        return sum / static_cast<double>(all.size());
    });
    const Recipe long_pair{2, 1'000'000, false};
    const auto codes = codes_of(long_pair);
    Line pair{"quadratic kappa of one pair", "2x1000000", 5, .357407284};
    pair.known_ms = 296;
    pair.known_peer = "scikit-learn";
    pair.bare_ms = bare_bytes(codes, 5);
    stats::Conventions none;
    none.se = stats::StandardError::none;
    bench.run(pair, [&] { return codes; }, [&](std::vector<std::uint8_t>& ready) {
        return stats::cohen_kappa(ratings_of(long_pair, std::move(ready)), quadratic, none)->estimate;
    });
}

void correlations(Bench& bench) {
    const double wanted[] = {.360115048, .360735313}, peer[] = {2, 42};
    for (std::size_t s = 0; s < 2; ++s) {
        Recipe full = kSizes[s].recipe;
        full.gaps = false;
        stats::Table table(full.units, full.raters);
        for (std::size_t unit = 0; unit < full.units; ++unit)
            for (std::size_t rater = 0; rater < full.raters; ++rater)
                table.set(unit, rater, full.rating(rater, unit) + 1);
        Line line{"six intraclass correlations with intervals", kSizes[s].name, kSizes[s].runs, wanted[s]};
        line.known_ms = peer[s];
        line.known_peer = "irr icc (one form)";
        bench.run(line, [&] { return (*stats::icc(table))[stats::IccForm::Agreement1]->coefficient.estimate; });
    }
}

void resamples(Bench& bench) {
    const Recipe& recipe = kSizes[0].recipe;
    const Ratings ratings = ratings_of(recipe, codes_of(recipe));
    stats::Conventions conventions;
    conventions.se = stats::StandardError::bootstrap;
    Line line{"1000 bootstrap resamples of ordinal alpha", "30x200", 9};
    line.bound_ms = 20;
    line.known_ms = 360;
    line.known_peer = "fast-krippendorff in a loop";
    bench.run(line, [&] { return stats::bootstrap_alpha(ratings, Level::ordinal, conventions)->se; });
}

} // namespace

int main(int argc, char** argv) {
    if (!recipe_is_right()) {
        std::puts("The recipe does not give its check values.");
        return 1;
    }
    Bench bench(argc > 1 && std::string(argv[1]) == "--alone" ? Peers() : run_peers());
    alphas(bench);
    large_scale(bench);
    families(bench);
    kappas(bench);
    correlations(bench);
    resamples(bench);
    std::printf(
        "Peak memory so far %.0f MB; the largest data are 5 million ratings: 4.8 MB as bytes, 38 MB as doubles.\n",
        peak_mb());
    measures(bench);
    reviews(bench);
    return bench.failures() > 0 ? 1 : 0;
}
