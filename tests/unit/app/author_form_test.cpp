#include <doctest/doctest.h>

#include <algorithm>

#include "app/author_form.h"
#include "app/controller.h"
#include "content/library.h"
#include "content/draft/form.h"
#include "insight/items.h"

using namespace timbang;
using namespace timbang::app;

namespace {

const std::string kExample = TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok";

/// The form of a case that is open in the editor, without tasks: `readable` is what was read at the beginning.
class Rig {
public:
    explicit Rig(base::Lang lang = base::Lang::En) : model_(catalogue(), ports(), options(lang)), window_(model_), editor_(model_, window_) {
        model_.author.open = std::make_unique<OpenDraft>();
        OpenDraft& open = *model_.author.open;
        open.folder = kExample;
        open.files = content::folder_on_disk(kExample);
        const auto disk = content::read_disk(*open.files);
        REQUIRE(disk);
        open.draft = content::Draft(*disk);
        open.form = true;
        open.form_state.lang = lang;
        open.readable = content::load_scenario(kExample, {}).scenario;
        REQUIRE(open.readable != nullptr);
        enter_author_form(editor_);
    }

    void act(const Action& asked) { REQUIRE(carry_out_form_action(editor_, asked)); }
    AuthorFormView view() { return present_author_form(model_); }
    IndicatorForm form() {
        AuthorFormView made = view();
        REQUIRE(made.indicator);
        return *made.indicator;
    }
    OpenDraft& open() { return editor_.open(); }
    Model& model() { return model_; }
    AuthorController& editor() { return editor_; }
    std::string text(const std::string& path) {
        const std::string* found = open().draft.text(path);
        REQUIRE(found != nullptr);
        return *found;
    }

private:
    static base::Catalogue catalogue() {
        auto loaded = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
        REQUIRE(loaded.ok());
        return std::move(loaded).value();
    }
    static Ports ports() {
        Ports made;
        made.now = [] { return base::Time{}; };
        return made;
    }
    static WorkspaceOptions options(base::Lang lang) {
        WorkspaceOptions made;
        made.settings.lang = lang;
        return made;
    }

    Model model_;
    Controller window_;
    AuthorController editor_;
};

const std::string kPath = "indicators/KS-O1.yaml";

const Choice* chosen(const std::vector<Choice>& choices) {
    const auto found = std::find_if(choices.begin(), choices.end(), [](const Choice& one) { return one.chosen; });
    return found == choices.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("the form of an indicator says what its file says") {
    Rig rig;
    CHECK(rig.view().rows.size() == 9);
    CHECK(rig.view().rows[0].selected); // the first one, when none was chosen
    rig.act(action::SelectFormIndicator{"KS-O1"});
    CHECK(rig.open().preview.place == DraftPagePlace{"persalinan", 2}); // where its first problem stands
    const IndicatorForm form = rig.form();
    CHECK(form.title == "Births at a health facility");
    REQUIRE(chosen(form.verdicts) != nullptr);
    CHECK(chosen(form.verdicts)->label == "Return");
    CHECK(form.figure.label == "6,279 / 6,940 = 90.48, the band from 90");
    CHECK(form.figure.tint == Tint::Ok);
    REQUIRE(form.checklist.size() == 6);
    CHECK(form.checklist[0].cells[0].chosen);
    CHECK(form.rests_on.size() == 4);
    CHECK(form.near_hint == "None yet. The panel also gave: Return 6 (2 times), Return 0 (1 time). Can one be defended as a whole?");
    CHECK(form.map.rows.size() == 3);
    CHECK(form.map.rows[1].cells[4].kind == AnswerKind::Key);
    CHECK(form.map.rows[0].cells[5].label == "1 + 4");
    CHECK(form.gaps.label.empty());
    CHECK_FALSE(form.add_reply.enabled);
    REQUIRE(form.replies.size() == 9);
    CHECK(form.replies[0].condition == "Score above 8");
    CHECK(form.replies[0].rule == "H-1");
    CHECK(form.replies[0].languages == "id en");
    const FormPageView page = rig.view().page;
    REQUIRE(page.problems.size() == 2);
    CHECK(page.problems[0].tint == Tint::Ok);
    CHECK(page.problems[0].where == "Births 2024 p. 2, once on the page");
    CHECK(page.problems[0].also ==
          "Also: “95,0” p. 2, “95,0 persen dari sasaran ibu bersalin” p. 1. Or: Figures disagree.");
}

TEST_CASE("each change of the form is one undo step and changes its own span") {
    Rig rig;
    rig.act(action::SelectFormIndicator{"KS-O1"});
    const std::string before = rig.text(kPath);
    const std::vector<Action> changes = {
        action::SetReferenceVerdict{domain::Verdict::Reject}, action::SetReferenceScore{6},
        action::SetReferenceCheck{"matches", CheckState::Holds}, action::RemoveRestsOn{1}, action::AddNear{},
        action::RemoveReply{1}, action::MoveReply{0, 1}, action::SetReply{0, std::string("other-owner"), std::nullopt},
        action::SetProblem{0, std::string("other-owner"), std::nullopt}, action::RemoveProblem{1}, action::RemoveAlso{0, 0},
        action::EditFormText{FormField::ReplyWhy, 0, base::Lang::En, "Another reason."}};
    for (const Action& change : changes) {
        rig.act(change);
        CHECK(bool(rig.text(kPath) != before));
        CHECK(bool(rig.text(kPath).find("# matches: left open") != std::string::npos));
        REQUIRE(rig.open().draft.undo());
        CHECK(bool(rig.text(kPath) == before));
        CHECK_FALSE(rig.open().draft.can_undo());
    }
    rig.act(action::SetReferenceScore{8}); // as it is already
    CHECK_FALSE(rig.open().draft.can_undo());
}

TEST_CASE("a reason typed letter by letter is one undo step") {
    Rig rig;
    rig.act(action::SelectFormIndicator{"KS-O1"});
    const std::string before = rig.text(kPath);
    std::string reason = rig.form().why.text;
    for (const char letter : std::string(" Yes, all.")) {
        reason += letter;
        rig.act(action::EditFormText{FormField::ReferenceWhy, 0, base::Lang::En, reason});
        CHECK(rig.form().why.text == reason);
    }
    REQUIRE(rig.open().draft.undo());
    CHECK(bool(rig.text(kPath) == before));
}

TEST_CASE("a reply taken away shows as a gap, and writing it closes the gap") {
    Rig rig;
    rig.act(action::SelectFormIndicator{"KS-O1"});
    rig.act(action::RemoveReply{1});
    IndicatorForm form = rig.form();
    CHECK(form.gaps.label == "1 gap");
    CHECK(form.map.rows[1].cells[3].kind == AnswerKind::Gap);
    CHECK(form.map.rows[0].cells[3].kind == AnswerKind::PartGap);
    const auto gap = std::find_if(form.replies.begin(), form.replies.end(), [](const ReplyRow& row) { return row.gap; });
    REQUIRE(gap != form.replies.end());
    CHECK(gap->condition == "Score is 6");
    CHECK(gap->line == "Not written yet. 3 of 18 answers would get no reason.");
    REQUIRE(gap->write);
    rig.act(gap->write->action);
    form = rig.form();
    CHECK(form.gaps.label.empty());
    const auto open = std::find_if(form.replies.begin(), form.replies.end(), [](const ReplyRow& row) { return row.open; });
    REQUIRE(open != form.replies.end());
    CHECK(open->condition == "Score is 6");
    CHECK(open->why.missing == "The reason is not written yet");
    rig.act(action::EditFormText{FormField::ReplyWhy, open->item, base::Lang::En, "You stopped half-way: why?"});
    CHECK(rig.form().replies[static_cast<std::size_t>(open->item)].languages == "en");
}

TEST_CASE("a passage picked on the page becomes a quote of the file") {
    Rig rig;
    rig.act(action::SelectFormIndicator{"KS-O1"});
    const domain::Page& page = *rig.open().readable->page(rig.open().readable->find_evidence("persalinan"), 2);
    const auto total = static_cast<std::uint32_t>(page.text.find("7.080"));
    const domain::TextRange range{total, total + 5};
    rig.act(action::TogglePicking{2}); // counts as well for problem 1
    FormPageView view = rig.view().page;
    CHECK(view.pick.picking);
    CHECK(view.pick.target == "Counts as well for problem 1");
    rig.act(action::PickPassage{range, std::nullopt, -1});
    view = rig.view().page;
    CHECK_FALSE(view.pick.picking);
    REQUIRE(view.problems[0].also_places.size() == 3);
    CHECK(view.problems[0].also_places[2].quote == "“7.080”");
    rig.act(action::AddProblem{"own-population"});
    REQUIRE(rig.open().form_state.picking);
    rig.act(action::PickPassage{range, std::nullopt, -1});
    REQUIRE(rig.view().page.problems.size() == 3);
    CHECK(rig.view().page.problems[2].selected);
    CHECK(rig.view().page.problems[2].quote == "“7.080”");
    CHECK(rig.view().page.problems[2].rule == "rule S-1");
    rig.act(action::PickPassage{{0, 0}, std::nullopt, 0}); // no words: nothing is changed
    CHECK(rig.form().rests_on.size() == 4);
}

TEST_CASE("a file that cannot be read is said, and the other indicators can be changed") {
    Rig rig;
    rig.act(action::SelectFormIndicator{"KS-O1"});
    REQUIRE(rig.open().draft.replace("author.undo-typing", kPath, "code: KS-O1\nreference: [\n", base::Time{}));
    CHECK_FALSE(rig.form().broken.empty());
    rig.act(action::SetReferenceScore{6});
    CHECK(rig.text(kPath) == "code: KS-O1\nreference: [\n");
    rig.act(action::SelectFormIndicator{"KS-S1"});
    CHECK(rig.form().broken.empty());
}

TEST_CASE("a new indicator has a file, stands in the case and in its first step that asks for indicators") {
    Rig rig;
    rig.act(action::AskAddIndicator{});
    const AuthorPrompt prompt = present_add_indicator(rig.model());
    REQUIRE_FALSE(prompt.options.empty());
    CHECK(prompt.options[0].chosen);
    const std::string code = prompt.options[0].label;
    REQUIRE(answer_add_indicator(rig.editor(), 0));
    const auto all = content::list_form(*rig.open().draft.snapshot());
    REQUIRE(all.size() == 10);
    CHECK(all.back().code == code);
    CHECK(rig.text("scenario.yaml").find(", " + code + "]") != std::string::npos);
    CHECK(rig.form().code == code);
    REQUIRE(rig.open().draft.undo());
    CHECK_FALSE(rig.open().draft.unsaved());
}

TEST_CASE("steps, evidence and panel lead to their place in the text") {
    for (const base::Lang lang : {base::Lang::Id, base::Lang::En}) {
        Rig rig(lang);
        for (const int section : {1, 2, 3, 4}) {
            rig.act(action::SelectFormSection{section});
            const AuthorFormView view = rig.view();
            REQUIRE(view.other);
            for (const SectionPart& part : view.other->parts) {
                CHECK_FALSE(part.rows.empty());
                for (const SectionRow& row : part.rows) {
                    const auto* show = row.action.as<action::ShowInText>();
                    REQUIRE(show != nullptr);
                    CHECK(show->at > 0);
                }
            }
        }
    }
}

TEST_CASE("the form says how many answered the indicator, and of an earlier wording that it is one") {
    Rig rig;
    CHECK_FALSE(rig.form().answers);
    const std::string code = rig.form().code;
    const domain::Scenario& scenario = *rig.open().readable;
    insight::ItemAnswer answer;
    answer.item = scenario.tasks[static_cast<std::size_t>(scenario.find_task(code))].item_hash;
    answer.scenario = scenario.id;
    answer.code = code;
    answer.reference = 8;
    std::vector<insight::ItemAnswer> answers;
    for (int person = 0; person < 12; ++person) {
        answer.person = "CANARY-" + std::to_string(person);
        answer.score = person % 4 * 2;
        answers.push_back(answer);
    }
    const auto take = [&] {
        rig.open().items = std::make_shared<const std::vector<insight::ItemReport>>(insight::item_reports(answers));
        REQUIRE(rig.form().answers);
        return *rig.form().answers;
    };
    const FormAnswers split = take();
    CHECK(split.text.find("12 people answered: 0% exact.") == 0);
    CHECK(split.text.find("far apart") != std::string::npos);
    CHECK(split.text.find("earlier") == std::string::npos);
    CHECK(split.text.find("CANARY") == std::string::npos);
    CHECK(split.spread == "Scores: 0 (3), 2 (3), 4 (3), 6 (3)");
    CHECK(split.tint == Tint::Return);
    REQUIRE(split.report.action.as<action::AskTakeHome>() != nullptr);
    CHECK(split.report.action.as<action::AskTakeHome>()->about == scenario.id);
    answers.resize(2);
    for (insight::ItemAnswer& one : answers) one.item = "of-old";
    const FormAnswers old = take();
    CHECK(old.text.find("2 people answered: 0% exact. From 2 people: too few for a sign.") == 0);
    CHECK(old.text.find("earlier wording") != std::string::npos);
    CHECK(old.tint == Tint::Neutral);
    for (insight::ItemAnswer& one : answers) one.scenario = "another-case";
    rig.open().items = std::make_shared<const std::vector<insight::ItemReport>>(insight::item_reports(answers));
    CHECK_FALSE(rig.form().answers);
}
