#include "bench/stats_parts.h"

#include <array>
#include <cstdlib>
#include <fstream>

#include <nlohmann/json.hpp>

#include "stats/facets.h"
#include "stats/fsrs.h"
#include "stats/rasch.h"

namespace timbang::bench {

namespace {

using nlohmann::json;

json case_named(const std::string& id) {
    std::ifstream file(TIMBANG_TEST_DATA "/stats/cases.json");
    for (const json& one : json::parse(file))
        if (one.at("id") == id) return one;
    std::printf("no case %s\n", id.c_str());
    std::exit(1);
}

struct Sum {
    std::uint64_t ratings = 0, sum = 0;
};

Sum sum_of(const Recipe& recipe) {
    Sum found;
    for (const std::uint8_t code : codes_of(recipe)) {
        if (code == 255) continue;
        ++found.ratings;
        found.sum += code + 1u;
    }
    return found;
}

} // namespace

bool recipe_is_right() {
    const std::array<std::uint64_t, 8> truth{5, 1, 1, 2, 4, 3, 4, 4};
    const std::array<int, 8> first{-1, -1, 1, 2, 2, 3, 4, -1};
    const Recipe small{30, 200};
    bool right = true;
    for (std::size_t i = 0; i < 8; ++i) {
        right &= small.truth(i) + 1 == truth[i];
        const int rating = small.rating(0, i);
        right &= (rating < 0 ? -1 : rating + 1) == first[i];
    }
    const auto is = [&](const Recipe& recipe, std::uint64_t ratings, std::uint64_t sum) {
        const Sum found = sum_of(recipe);
        right &= found.sum == sum && (ratings == 0 || found.ratings == ratings);
    };
    is({30, 200}, 4756, 14173);
    is({1000, 1000}, 799501, 2395725);
    is({10000, 500}, 3999759, 11959443);
    is({30, 200, false}, 0, 17890);
    is({1000, 1000, false}, 0, 2996302);
    is({10000, 500, false}, 0, 14950279);
    return right;
}

Peers run_peers() {
    Peers peers;
    FILE* const pipe = ::popen("OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 /usr/bin/python3 '" TIMBANG_SOURCE_DIR
                               "/tests/bench/stats_peers.py' 2>/dev/null",
                               "r");
    if (!pipe) return peers;
    std::array<char, 512> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), pipe)) {
        const json line = json::parse(buffer.data(), nullptr, false);
        if (!line.is_object()) continue;
        if (line.contains("note")) std::printf("peer: %s\n", line.at("note").get<std::string>().c_str());
        if (line.contains("name"))
            peers[line.at("name").get<std::string>() + " " + line.at("size").get<std::string>()] = line.at("ms");
    }
    ::pclose(pipe);
    if (peers.empty()) std::puts("peer: none is installed; times known from elsewhere are printed");
    return peers;
}

void measures(Bench& bench) {
    const json ratings1 = case_named("mfrm_ratings1_jmle");
    stats::FacetRatings ratings;
    ratings.facets = {{0, true, true}, {0, false, false}, {0, false, false}};
    for (const json& row : ratings1.at("data").at("rows")) {
        for (std::size_t facet = 0; facet < 3; ++facet) {
            const auto element = row.at(facet).get<std::uint32_t>();
            ratings.facets[facet].elements = std::max<std::size_t>(ratings.facets[facet].elements, element + 1);
            ratings.element.push_back(element);
        }
        ratings.score.push_back(row.at(3));
    }
    Line line{"three-facet Rasch, 1,340 ratings", "130x5x7", 9, ratings1.at("expected").at("loglik").get<double>()};
    line.tolerance = 1e-5;
    line.bound_ms = 10;
    line.known_ms = 126;
    line.known_peer = "TAM tam.mml.mfr";
    bench.run(line, [&] { return stats::facets(ratings)->log_likelihood; });

    const json science = case_named("science_pcm_converged");
    const json& matrix = science.at("data").at("matrix");
    stats::Table scores(matrix.size(), matrix.at(0).size());
    for (std::size_t person = 0; person < matrix.size(); ++person)
        for (std::size_t item = 0; item < matrix.at(person).size(); ++item)
            if (!matrix.at(person).at(item).is_null()) scores.set(person, item, matrix.at(person).at(item));
    Line credit{"partial credit", "74x25", 9, science.at("expected").at("deviance").get<double>()};
    credit.tolerance = 1e-4;
    credit.known_ms = 59;
    credit.known_peer = "immer_jml";
    bench.run(credit, [&] { return -2 * stats::rasch(scores, stats::RaschModel::partial_credit)->log_likelihood; });
}

void reviews(Bench& bench) {
    constexpr int kReviews = 1'000'000;
    const stats::Fsrs fsrs;
    Line line{"a million FSRS reviews", "", 5};
    line.known_ms = kReviews / 153.0;
    line.known_peer = "py-fsrs";
    const double ms = bench.run(line, [&] {
        double sum = 0;
        stats::Card card;
        double interval = 0;
        for (int i = 0; i < kReviews; ++i) {
            if (i % 20 == 0) card = {}, interval = 0;
            const auto grade = static_cast<stats::Grade>(1 + Recipe::mix(static_cast<std::uint64_t>(i)) % 4);
            const stats::Reviewed reviewed = fsrs.review(card, grade, interval);
            card = reviewed.card;
            interval = reviewed.interval;
            sum += card.memory->stability;
        }
        return sum / kReviews;
    });
    std::printf("FSRS reviews per second: %.0f\n", kReviews / ms * 1000);
}

} // namespace timbang::bench
