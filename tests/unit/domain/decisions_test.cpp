#include <doctest/doctest.h>

#include "support/sitting.h"

using namespace timbang::tests;

TEST_CASE("a decision names what it lacks") {
    Sitting run;
    run.to_desk();
    const Outcome outcome = step(*run.scenario, run.state, Decide{run.made.births, Decision{}});
    REQUIRE(std::holds_alternative<Rejection>(outcome));
    CHECK(std::get<Rejection>(outcome).missing ==
          std::vector<Missing>{Missing::Checklist, Missing::Verdict, Missing::Score, Missing::Sureness});
    Decision given = decision(*run.scenario, run.made.births, Verdict::Accept, 7);
    CHECK(run.refused(Decide{run.made.births, given}) == "score-off-scale");
    given.score = 6;
    given.confidence = 4;
    CHECK(run.refused(Decide{run.made.births, given}) == "bad-confidence");
    given.confidence = 3;
    given.set_check("arithmetic", Check::Yes);
    CHECK(run.refused(Decide{run.made.births, given}) == "unknown-rule");
    CHECK(run.refused(Decide{5, given}) == "unknown-indicator");
}

TEST_CASE("parts that the rule pack does not ask are neither needed nor kept") {
    Sitting run;
    run.made.builder.framework->decide = {false, true, true, false};
    run.start(Mode::Practise);
    run.to_desk();
    Decision given;
    given.verdict = Verdict::Accept;
    given.confidence = 1;
    CHECK(missing_parts(*run.scenario, run.made.births, given).empty());
    given.score = 4;
    run.ok(Decide{run.made.births, given});
    CHECK_FALSE(run.state.decisions[0]->score);
}

TEST_CASE("an indicator is decided where it is listed") {
    Sitting run;
    CHECK(run.refused(Decide{run.made.births, {}}) == "indicator-not-listed");
    run.to_desk();
    CHECK(listed(*run.scenario, run.state, run.made.births));
    CHECK(evidence_of(*run.scenario, run.state, run.made.births) ==
          std::vector<EvidenceIx>{run.made.report, run.made.table});
    run.ok(TakeAction{run.made.ask});
    CHECK(evidence_of(*run.scenario, run.state, run.made.births) ==
          std::vector<EvidenceIx>{run.made.report, run.made.answer, run.made.table});
}

TEST_CASE("the last decision counts and earlier ones are kept when they differ") {
    Sitting run;
    run.to_desk();
    run.decide(run.made.births, Verdict::Accept, 10);
    CHECK(run.ok(Decide{run.made.births, decision(*run.scenario, run.made.births, Verdict::Accept, 10)}).empty());
    CHECK(run.state.earlier[0].empty());
    run.ok(LeaveStep{});
    run.decide(run.made.births, Verdict::Return, 6);
    REQUIRE(run.state.earlier[0].size() == 1);
    CHECK(run.state.earlier[0][0].score == 10);
    CHECK(run.state.decisions[0]->score == 6);
}

TEST_CASE("a checklist in another order is the same answer") {
    Sitting run;
    run.to_desk();
    run.decide(run.made.births, Verdict::Accept, 10);
    Decision turned = decision(*run.scenario, run.made.births, Verdict::Accept, 10);
    turned.checklist = {{"data-year", Check::Yes}, {"endorsed", Check::Yes}};
    CHECK(run.ok(Decide{run.made.births, turned}).empty());
    turned.checklist = {{"data-year", Check::No}, {"endorsed", Check::Yes}, {"data-year", Check::Unsure}};
    run.ok(Decide{run.made.births, turned});
    CHECK(run.state.decisions[0]->check("data-year") == Check::Unsure);
}

TEST_CASE("drafts are kept without being decisions") {
    Sitting run;
    run.to_desk();
    Decision draft;
    draft.reason = "Jumlahnya";
    CHECK(types(run.ok(Draft{run.made.births, draft})) == Types{"drafted"});
    CHECK(run.ok(Draft{run.made.births, draft}).empty());
    CHECK(run.state.drafts[0].reason == "Jumlahnya");
    CHECK_FALSE(run.state.decisions[0]);
    draft.score = 3;
    CHECK(run.refused(Draft{run.made.births, draft}) == "score-off-scale");
}

TEST_CASE("handing in the same decision after drafting another brings the form back") {
    Sitting run;
    run.to_desk();
    run.decide(run.made.births, Verdict::Accept, 10);
    Decision other = decision(*run.scenario, run.made.births, Verdict::Reject, 0);
    run.ok(Draft{run.made.births, other});
    CHECK(types(run.ok(Decide{run.made.births, decision(*run.scenario, run.made.births, Verdict::Accept, 10)})) ==
          Types{"drafted"});
    CHECK(run.state.drafts[0].score == 10);
    CHECK(run.state.earlier[0].empty());
}

TEST_CASE("reading before deciding is remembered with the decision") {
    Sitting run;
    run.to_desk();
    run.decide(run.made.births, Verdict::Return, 6);
    CHECK_FALSE(run.state.read_all[0]);
    run.ok(Open{run.made.report, 2}); // the hidden answer does not count
    run.decide(run.made.births, Verdict::Return, 8);
    CHECK(run.state.read_all[0]);
    run.ok(TakeAction{run.made.ask});
    run.decide(run.made.births, Verdict::Return, 6);
    CHECK_FALSE(run.state.read_all[0]); // now it does
}
