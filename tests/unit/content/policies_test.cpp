#include "content/policies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "support/temp_folder.h"

using namespace timbang;

namespace {

const std::string kScenarios = TIMBANG_SOURCE_DIR "/scenarios";

content::CheckContext context() {
    content::CheckContext asked;
    asked.framework_folders = {kScenarios + "/frameworks"};
    return asked;
}

struct Change {
    const char* find;
    const char* put;
    const char* code; ///< what is found; "" nothing
    int line;
};

/// The bundled policy with one change; its pool is a file that is there.
std::string found(const Change& change) {
    test::TempFolder folder;
    std::string text = *base::read_file(kScenarios + "/policies/ready-to-verify.yaml");
    const std::size_t at = text.find(change.find);
    REQUIRE(at != std::string::npos);
    text.replace(at, std::string(change.find).size(), change.put);
    std::ofstream(folder / "ready-to-verify.yaml") << text;
    std::filesystem::create_directories(folder / "practice-pool.timbang");
    std::ofstream(folder / "practice-pool.timbang/scenario.yaml")
        << "timbang: 1\nid: pool\nframework: practice-22-2021@1\ntitle: Pool\npurpose: pool\n";
    std::filesystem::create_directories(folder / "case");
    std::ofstream(folder / "case/scenario.yaml") << "timbang: 1\nid: case\nframework: practice-22-2021@1\ntitle: Case\n";
    const content::LoadedPolicy loaded = content::load_policy(folder / "ready-to-verify.yaml", context());
    std::string codes;
    for (const base::Finding& one : loaded.findings)
        codes += (codes.empty() ? "" : " ") + one.code + ":" + std::to_string(one.where.line);
    CHECK((loaded.policy != nullptr) == !base::has_errors(loaded.findings));
    return codes;
}

int line_of(const char* text) {
    const std::string whole = *base::read_file(kScenarios + "/policies/ready-to-verify.yaml");
    return 1 + static_cast<int>(std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.find(text)), '\n'));
}

} // namespace

TEST_CASE("the bundled policy reads as it is meant") {
    const content::LoadedPolicy loaded = content::load_policy(kScenarios + "/policies/ready-to-verify.yaml", context());
    CHECK_FALSE(base::has_errors(loaded.findings));
    REQUIRE(loaded.policy);
    const domain::ReadinessPolicy& policy = *loaded.policy;
    CHECK(policy.id == "ready-to-verify");
    CHECK(policy.draw == 20);
    CHECK(policy.exact_needed(policy.draw) == 16);
    CHECK(policy.bias == domain::Rational(3, 5));
    REQUIRE(policy.critical.size() == 3);
    CHECK(policy.critical[0].type == "not-endorsed");
    CHECK(policy.critical[1].found == domain::FoundNeed::AllButOne);
    CHECK(policy.critical[2].drawn == 2);
    CHECK(policy.tries == 3);
    CHECK(policy.cooling_days == 14);
    CHECK(policy.valid_months == 12);
    CHECK(policy.recheck_after_months == 6);
    CHECK(policy.recheck_draw == 6);
    CHECK(policy.ends() == 5);
    CHECK(content::find_policies(kScenarios + "/policies").size() == 1);
}

TEST_CASE("what is wrong with a policy is told with its line") {
    const Change changes[] = {
        {"draw: 20 ", "draw: 0 ", "bad-value", line_of("draw: 20")},
        {"draw: 20 ", "draw: 24 ", "", 0},
        {"draw: 20 ", "draw: 12 ", "draw-too-small", line_of("draw: 20")},
        {"share: 80", "share: 50", "bad-value", line_of("exact:")},
        {"share: 80", "share: 51", "", 0},
        {"points: 0.6", "points: -1", "bad-value", line_of("direction:")},
        {"problem: wrong-year", "problem: wrong-yaer", "unknown-problem-type", line_of("problem: wrong-year")},
        {"problem: wrong-year", "problem: not-endorsed", "duplicate-id", line_of("problem: wrong-year")},
        {"found: all-but-one", "found: some", "bad-value", line_of("found:")},
        {"found: all-but-one", "found: 75", "", 0},
        {"found: all-but-one", "found: all", "", 0},
        {"after_months: 6", "after_months: 12", "recheck-too-late", line_of("recheck:")},
        {"pool: practice-pool.timbang", "pool: gone.timbang", "pool-missing", line_of("pool:")},
        {"pool: practice-pool.timbang", "pool: ../practice-pool.timbang", "path-leaves-folder", line_of("pool:")},
        {"pool: practice-pool.timbang", "pool: case", "pool-is-a-case", line_of("pool:")},
        {"practice-22-2021@1", "practice-22-2021@9", "unknown-version", line_of("framework:")},
        {"tries: 3", "tires: 3", "missing-key unknown-key", 0},
        {"kind: policy", "kind: polisi", "bad-value", line_of("kind:")},
    };
    for (const Change& change : changes) {
        CAPTURE(change.put);
        const std::string codes = found(change);
        if (change.line > 0) CHECK(codes == std::string(change.code) + ":" + std::to_string(change.line));
        else if (*change.code == 0) CHECK(codes.empty());
        else CHECK(codes.find("unknown-key:") != std::string::npos);
    }
}

TEST_CASE("a pool that is not there, or is a case, does not open") {
    content::LoadedPolicy loaded = content::load_policy(kScenarios + "/policies/ready-to-verify.yaml", context());
    REQUIRE(loaded.policy);
    auto changed = *loaded.policy;
    changed.pool = "gone.timbang";
    loaded.policy = std::make_shared<const domain::ReadinessPolicy>(changed);
    CHECK(content::open_pool(loaded, context()).error().code == "pool-missing");
    changed.pool = "../perkenalan-meja-kerja";
    loaded.policy = std::make_shared<const domain::ReadinessPolicy>(changed);
    CHECK(content::open_pool(loaded, context()).error().code == "not-a-pool");
}
