#include <doctest/doctest.h>

#include "content/draft/form.h"
#include "content/pages.h"

using namespace timbang;
using namespace timbang::content;

namespace {

constexpr base::Time kNow{};

Draft example() {
    const auto disk = read_disk(*folder_on_disk(TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok"));
    REQUIRE(disk);
    return Draft(*disk);
}

FormIndicator indicator(const Draft& draft, const std::string& code) {
    for (FormIndicator& one : read_form(*draft.snapshot()))
        if (one.code == code) return one;
    FAIL("no indicator " << code);
    return {};
}

FormIndicator of(const std::string& text) {
    FormIndicator made = read_form_indicator("a.yaml", std::make_shared<const std::string>(text), {});
    REQUIRE(made.readable);
    return made;
}

/// The text after edits.
std::string after(const FormIndicator& before, const FormEdits& edits) {
    REQUIRE(edits);
    std::string text = *before.text;
    for (const TextEdit& edit : *edits) text.replace(edit.begin, edit.end - edit.begin, edit.text);
    return text;
}

void change(Draft& draft, const FormEdits& edits) {
    REQUIRE(edits);
    REQUIRE(draft.apply({"author.undo-typing", *edits}, kNow));
}

const AnswerFit& fit(const std::vector<AnswerFit>& map, domain::Verdict verdict, int score) {
    for (const AnswerFit& one : map)
        if (one.verdict == verdict && one.score == score) return one;
    FAIL("no such answer");
    return map.front();
}

const std::vector<int> kScores = {0, 2, 4, 6, 8, 10};

} // namespace

TEST_CASE("the form says what the files of the example say") {
    const Draft draft = example();
    const auto all = read_form(*draft.snapshot());
    REQUIRE(all.size() == 9);
    const FormIndicator one = indicator(draft, "KS-O1");
    CHECK(one.path == "indicators/KS-O1.yaml");
    CHECK(one.readable);
    CHECK(one.reference.verdict == domain::Verdict::Return);
    CHECK(one.reference.score == 8);
    CHECK(one.reference.figure == "6279/6940");
    CHECK(one.reference.holds == std::vector<std::string>{"endorsed", "data-year", "figure-stated"});
    CHECK(one.reference.fails == std::vector<std::string>{"arithmetic", "authority"});
    CHECK(one.reference.why.en.starts_with("The column of births"));
    REQUIRE(one.reference.rests_on.size() == 4);
    CHECK(one.reference.rests_on[0].quote == "6.729");
    REQUIRE(one.problems.size() == 2);
    CHECK(one.problems[1].also.size() == 3);
    CHECK(one.problems[1].also_types == std::vector<std::string>{"other-owner"});
    CHECK(one.panel.size() == 12);
    CHECK(one.panel[1].score == 6);
    REQUIRE(one.replies.size() == 9);
    CHECK(one.text->compare(one.replies[0].at, 5, "when:") == 0);
}

TEST_CASE("a file that cannot be read leaves the form with its name") {
    Draft draft = example();
    REQUIRE(draft.replace("author.undo-typing", "indicators/KS-O1.yaml", "code: [KS-O1\n", kNow));
    const FormIndicator one = indicator(draft, "KS-O1");
    CHECK_FALSE(one.readable);
    CHECK(set_reference_score(one, 6).error().code == "draft-unreadable");
    REQUIRE(draft.remove("indicators/KS-O1.yaml", kNow));
    CHECK_FALSE(indicator(draft, "KS-O1").readable);
}

TEST_CASE("an indicator may stand in the file of the case") {
    DraftTexts texts;
    texts.texts["scenario.yaml"] = std::make_shared<const std::string>(
        "id: x\nindicators:\n  - code: A-S1\n    reference: {verdict: accept, score: 4}   # note\n  - code: A-S2\n");
    const auto all = read_form(texts);
    REQUIRE(all.size() == 2);
    CHECK(after(all[0], set_reference_score(all[0], 6)) ==
          "id: x\nindicators:\n  - code: A-S1\n    reference: {verdict: accept, score: 6}   # note\n  - code: A-S2\n");
    CHECK(after(all[1], set_reference_verdict(all[1], domain::Verdict::Reject)) ==
          "id: x\nindicators:\n  - code: A-S1\n    reference: {verdict: accept, score: 4}   # note\n  - code: A-S2\n"
          "    reference: {verdict: reject}\n");
}

TEST_CASE("the checklist of the reference moves a rule between its lists") {
    const FormIndicator one = of("reference:\n  checklist: {holds: [a, b], fails: [c]}   # d: open\n");
    CHECK(after(one, set_reference_check(one, "a", FormCheck::Fails)) ==
          "reference:\n  checklist: {holds: [b], fails: [c, a]}   # d: open\n");
    CHECK(after(one, set_reference_check(one, "c", FormCheck::Open)) ==
          "reference:\n  checklist: {holds: [a, b], fails: []}   # d: open\n");
    CHECK(after(one, set_reference_check(one, "d", FormCheck::Holds)) ==
          "reference:\n  checklist: {holds: [a, b, d], fails: [c]}   # d: open\n");
    CHECK(set_reference_check(one, "a", FormCheck::Holds)->empty());
    const FormIndicator none = of("reference:\n  score: 8\n  why: x\n");
    CHECK(after(none, set_reference_check(none, "a", FormCheck::Fails)) ==
          "reference:\n  score: 8\n  checklist: {fails: [a]}\n  why: x\n");
}

TEST_CASE("near answers, problems and replies are added, changed, moved and taken away") {
    const FormIndicator start = of("code: A\nreference:\n  score: 8\n  why: x\n# tail\n");
    std::string text = after(start, add_near(start, {"", domain::Verdict::Return, 6, {"ya", "yes"}, 0}));
    CHECK(text == "code: A\nreference:\n  score: 8\n  why: x\nnear:\n  - verdict: return\n    score: 6\n"
                  "    why: {id: ya, en: \"yes\"}\n# tail\n");
    FormIndicator one = of(text);
    text = after(one, set_near(one, 0, std::nullopt, 4));
    CHECK(text.find("score: 4") != std::string::npos);
    one = of(text);
    CHECK(after(one, remove_near(one, 0)) == "code: A\nreference:\n  score: 8\n  why: x\nnear: []\n# tail\n");

    FormPassage place;
    place.in = "doc";
    place.page = 2;
    place.quote = "6.729";
    one = of("code: A\nreplies: []\n");
    text = after(one, add_problem(one, "arithmetic", "arithmetic", place));
    CHECK(text == "code: A\nproblems:\n  - type: arithmetic\n    rule: arithmetic\n    in: doc\n    page: 2\n"
                  "    quote: \"6.729\"\nreplies: []\n");
    one = of(text);
    place.quote = "95,0";
    text = after(one, add_also(one, 0, place));
    CHECK(text.find("    also:\n      - {in: doc, page: 2, quote: \"95,0\"}\n") != std::string::npos);
    one = of(text);
    REQUIRE(one.problems[0].also.size() == 1);
    CHECK(after(one, remove_also(one, 0, 0)).find("also") == std::string::npos);
    place.each = true;
    text = after(one, set_problem_passage(one, 0, place));
    CHECK(text.find("    quote: \"95,0\"\n    each: true\n    also:") != std::string::npos);
    text = after(one, set_problem(one, 0, "wrong-year", ""));
    CHECK(text.find("  - type: wrong-year\n    in: doc") != std::string::npos);
    text = after(one, set_form_text(one, FormText::ProblemWhy, 0, {"", "Because."}));
    CHECK(text.find("\n    why:\n      en: Because.\n") != std::string::npos);

    one = of("replies:\n  - when: {score: {above: 8}}\n    why: a\n  - when: {verdict: accept}\n    why: b\n"
             "  - when: {check: any}\n    why: c\n");
    text = after(one, add_reply(one, 6, std::nullopt, "t", "r"));
    CHECK(text == "replies:\n  - when: {score: {above: 8}}\n    why: a\n  - when: {score: {is: 6}}\n    type: t\n    rule: r\n"
                  "  - when: {verdict: accept}\n    why: b\n  - when: {check: any}\n    why: c\n");
    text = after(one, add_reply(one, std::nullopt, domain::Verdict::Reject, "", ""));
    CHECK(text.find("why: b\n  - when: {verdict: reject}\n  - when: {check: any}") != std::string::npos);
    text = after(one, move_reply(one, 2, 0));
    CHECK(text.starts_with("replies:\n  - when: {check: any}\n    why: c\n  - when: {score: {above: 8}}"));
    CHECK(after(one, remove_reply(one, 0)).starts_with("replies:\n  - when: {verdict: accept}"));
}

TEST_CASE("every answer of the example meets a reply, and a reply taken away leaves its gap") {
    Draft draft = example();
    const FormIndicator whole = indicator(draft, "KS-O1");
    const auto map = answer_map(whole, kScores, true);
    REQUIRE(map.size() == 18);
    CHECK(fit(map, domain::Verdict::Return, 8).met == AnswerMet::Key);
    CHECK(fit(map, domain::Verdict::Accept, 10).score_replies == std::vector<int>{0});
    CHECK(fit(map, domain::Verdict::Accept, 10).verdict_replies == std::vector<int>{3});
    CHECK(fit(map, domain::Verdict::Return, 0).verdict_replies.empty());
    for (const AnswerFit& one : map) CHECK((one.met == AnswerMet::Met || one.met == AnswerMet::Key));

    change(draft, remove_reply(whole, 1));
    const auto gaps = answer_map(indicator(draft, "KS-O1"), kScores, true);
    CHECK(fit(gaps, domain::Verdict::Return, 6).met == AnswerMet::Gap);
    CHECK(fit(gaps, domain::Verdict::Accept, 6).met == AnswerMet::PartGap);
    CHECK(fit(gaps, domain::Verdict::Return, 4).met == AnswerMet::Met);

    change(draft, add_near(indicator(draft, "KS-O1"), {"", domain::Verdict::Return, 6, {"a", "b"}, 0}));
    CHECK(fit(answer_map(indicator(draft, "KS-O1"), kScores, true), domain::Verdict::Return, 6).met == AnswerMet::Near);
}

TEST_CASE("a reply that asks something of the session leaves a gap unless another one meets the answer") {
    const std::string head = "reference: {verdict: accept, score: 8}\nreplies:\n";
    const std::string asking = "  - when: {all: [{score: {below: 8}}, {set: asked}]}\n    why: a\n";
    const std::string rest = "  - when: {score: {below: 8}}\n    why: b\n";
    CHECK(fit(answer_map(of(head + asking), kScores, true), domain::Verdict::Accept, 4).score_gap);
    const auto both = answer_map(of(head + asking + rest), kScores, true);
    CHECK_FALSE(fit(both, domain::Verdict::Accept, 4).score_gap);
    CHECK(fit(both, domain::Verdict::Accept, 4).score_replies.size() == 2);
    CHECK(answer_map(of("reference: {verdict: accept}\n"), {}, true).size() == 3);
    CHECK(answer_map(of("reference: {score: 8}\n"), kScores, false).size() == 6);
}

TEST_CASE("what the form changes is what the case says when it is read again") {
    Draft draft = example();
    change(draft, set_reference_score(indicator(draft, "KS-O1"), 6));
    change(draft, set_form_text(indicator(draft, "KS-O1"), FormText::ReplyWhy, 0, {"Satu: dua # tiga.", "One: two # three."}));
    const FormIndicator now = indicator(draft, "KS-O1");
    CHECK(now.reference.score == 6);
    CHECK(now.replies[0].why == base::Text{"Satu: dua # tiga.", "One: two # three."});
    CHECK(now.reference.why == indicator(example(), "KS-O1").reference.why);
    while (draft.can_undo()) draft.undo();
    CHECK_FALSE(draft.unsaved());
}

TEST_CASE("a picked passage becomes a quote that stands on the page once") {
    const domain::Page page = parse_markdown_page("Jumlah 41 orang di Awal Mula.\n\nJumlah 41 orang di Hilir.\n\nnihil\n\nnihil\n");
    const auto pick = [&](std::size_t begin, std::size_t size) {
        return picked(page, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)}, "doc", 1);
    };
    const std::size_t second = page.text.find("Jumlah", 5);
    CHECK(pick(page.text.find("Awal"), 4).quote == "Awal");
    CHECK(pick(page.text.find("wal"), 5).quote == "Awal Mula."); // whole words
    const FormPassage one = pick(second + 7, 2);                  // "41"
    CHECK_FALSE(one.each);
    REQUIRE(domain::find_quote(page, one.quote).size() == 1);
    CHECK(domain::find_quote(page, one.quote)[0].contains({static_cast<std::uint32_t>(second + 7), static_cast<std::uint32_t>(second + 9)}));
    CHECK(pick(second, 60).quote == "Jumlah 41 orang di Hilir."); // not beyond the paragraph
    const FormPassage each = pick(page.text.find("nihil"), 5);
    CHECK(each.quote == "nihil");
    CHECK(each.each);
    CHECK(pick(page.text.size(), 3).quote.empty());
}
