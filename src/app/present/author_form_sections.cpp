#include <algorithm>

#include "app/present/author_form_view.h"

namespace timbang::app {

namespace {

constexpr const char* kCaseFile = "scenario.yaml";

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Steps and actions, evidence, panel, letter: as the text that could be read last says them, each with its place in the
/// text as it is now.
class Section {
public:
    Section(const FormContext& form, const Words& words)
        : form_(form), words_(words), file_(kCaseFile, text_of_case(form)) {}

    SectionForm view() {
        switch (form_.state.section) {
        case FormSection::Steps:
            view_.title = words_("author.steps-and-actions");
            add_steps();
            add_actions();
            break;
        case FormSection::Evidence: add_evidence(); break;
        case FormSection::Panel: add_panel(); break;
        case FormSection::Letter: add_letter(); break;
        case FormSection::Indicator: break;
        }
        for (SectionPart& part : view_.parts)
            if (part.rows.empty())
                part.empty = words_(form_.readable == nullptr ? "author.form-not-readable" : "author.form-section-empty");
        return std::move(view_);
    }

private:
    static std::string text_of_case(const FormContext& form) {
        const auto found = form.texts->texts.find(kCaseFile);
        return found == form.texts->texts.end() ? "" : *found->second;
    }

    /// The place of the item with this id; of the list where there is none.
    [[nodiscard]] Action place_of(const content::yaml::Way& way, const std::string& id) const {
        const content::yaml::Node* list = file_.at(way);
        if (list == nullptr) return action::ShowInText{kCaseFile, 0};
        for (const content::yaml::Node& item : list->items) {
            const content::yaml::Node* name = item.get("id");
            if (name != nullptr && name->text == id) return action::ShowInText{kCaseFile, item.begin.offset};
        }
        return action::ShowInText{kCaseFile, list->begin.offset};
    }

    SectionPart& part(const char* title, const char* explain, const content::yaml::Way& way) {
        SectionPart made;
        made.title = words_(title);
        made.explain = words_(explain);
        made.add = Button{words_("author.show-in-text"), "", "file", true, "", place_of(way, "")};
        view_.parts.push_back(std::move(made));
        return view_.parts.back();
    }

    /// Said by the last exploration, while the text is the same still.
    [[nodiscard]] bool never(const content::Covered content::Exploration::*of, int index) const {
        const AuthorPlayersState& players = form_.open.players;
        if (!players.result || !players.result->complete || players.version != form_.open.draft.version()) return false;
        const auto& missing = (players.result.get()->*of).missing;
        return std::find(missing.begin(), missing.end(), index) != missing.end();
    }

    void mark_never(SectionRow& row, const content::Covered content::Exploration::*of, int index) const {
        if (!never(of, index)) return;
        row.state = words_("author.form-never-reached");
        row.tint = Tint::Return;
    }

    void add_steps() {
        SectionPart& steps = part("author.form-steps", "author.form-steps-explain", {"script", "steps"});
        if (form_.readable == nullptr) return;
        for (std::size_t i = 0; i < form_.readable->steps.size(); ++i) {
            const domain::Step& step = form_.readable->steps[i];
            SectionRow row;
            row.icon = "view-headline";
            row.title = words_.of(step.title);
            row.line = words_("author.form-step-line", {{"indicators", static_cast<std::int64_t>(step.indicators.size())},
                                                        {"actions", static_cast<std::int64_t>(step.actions.size())}});
            row.action = place_of({"script", "steps"}, step.id);
            mark_never(row, &content::Exploration::steps, static_cast<int>(i));
            steps.rows.push_back(std::move(row));
        }
    }

    [[nodiscard]] std::string action_line(const domain::Action& action) const {
        std::string line = words_("author.form-cost", {{"n", std::int64_t{action.cost}}});
        for (const domain::Effect& effect : action.then)
            if (effect.kind == domain::EffectKind::Reveal && effect.evidence >= 0)
                line += " " + words_("author.form-shows",
                                     {{"what", words_.of(form_.readable->evidence[at(effect.evidence)].title)}});
        std::string helps;
        for (const domain::IndicatorIx task : action.helps)
            helps += (helps.empty() ? "" : ", ") + form_.readable->tasks[at(task)].code;
        if (!helps.empty()) line += " " + words_("author.form-helps", {{"codes", helps}});
        return line;
    }

    void add_actions() {
        SectionPart& actions = part("author.form-actions", "author.form-actions-explain", {"actions"});
        if (form_.readable == nullptr) return;
        for (std::size_t i = 0; i < form_.readable->actions.size(); ++i) {
            const domain::Action& action = form_.readable->actions[i];
            SectionRow row;
            row.icon = action_icon(action);
            row.title = words_.of(action.label);
            row.line = action_line(action);
            row.action = place_of({"actions"}, action.id);
            mark_never(row, &content::Exploration::actions, static_cast<int>(i));
            actions.rows.push_back(std::move(row));
        }
    }

    void add_evidence() {
        view_.title = words_("author.form-evidence");
        SectionPart& documents = part("author.form-documents", "author.form-documents-explain", {"evidence"});
        if (form_.readable == nullptr) return;
        for (std::size_t i = 0; i < form_.readable->evidence.size(); ++i) {
            const domain::Evidence& document = form_.readable->evidence[i];
            SectionRow row;
            row.icon = evidence_icon(document.kind);
            row.title = words_.of(document.title);
            row.line = words_(document.hidden ? "author.form-pages-hidden" : "author.form-pages",
                              {{"n", static_cast<std::int64_t>(document.pages.size())}});
            row.action = place_of({"evidence"}, document.id);
            mark_never(row, &content::Exploration::evidence, static_cast<int>(i));
            documents.rows.push_back(std::move(row));
        }
    }

    void add_panel() {
        view_.title = words_("author.form-panel");
        SectionPart& people = part("author.form-panelists", "author.form-panelists-explain", {"panelists"});
        if (form_.readable == nullptr) return;
        for (const domain::Panelist& one : form_.readable->panelists) {
            const auto votes = std::count_if(form_.readable->tasks.begin(), form_.readable->tasks.end(), [&](const auto& task) {
                return std::any_of(task.panel.begin(), task.panel.end(), [&](const auto& vote) { return vote.by == one.id; });
            });
            SectionRow row;
            row.icon = "account";
            row.title = one.id + ", " + words_.of(one.role);
            row.line = words_("author.form-votes", {{"n", std::int64_t{votes}}});
            row.action = place_of({"panelists"}, one.id);
            people.rows.push_back(std::move(row));
        }
    }

    void add_letter() {
        view_.title = words_("author.letter");
        SectionPart& points = part("author.form-points", "author.form-points-explain", {"script", "steps"});
        if (form_.readable == nullptr) return;
        for (const domain::StepPart& one : form_.readable->parts) {
            if (one.kind != domain::PartKind::Letter) continue;
            for (const domain::Option& point : one.points) {
                SectionRow row;
                row.icon = "check";
                row.title = words_.of(point.text);
                row.action = place_of({"script", "steps"}, one.step < 0 ? "" : form_.readable->steps[at(one.step)].id);
                points.rows.push_back(std::move(row));
            }
        }
    }

    const FormContext& form_;
    const Words& words_;
    content::yaml::Editor file_;
    SectionForm view_;
};

} // namespace

SectionForm present_section(const FormContext& form, const Words& words) {
    return Section(form, words).view();
}

} // namespace timbang::app
