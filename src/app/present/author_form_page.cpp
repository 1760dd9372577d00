#include <algorithm>

#include "app/present/author_form_view.h"

namespace timbang::app {

namespace {

using content::FormPassage;
using content::FormProblem;

class FormPage {
public:
    FormPage(const FormContext& form, const Words& words) : form_(form), words_(words) {}

    FormPageView view() {
        std::vector<AuthorMark> marks;
        for (std::size_t i = 0; i < form_.now.problems.size(); ++i) add_problem(static_cast<int>(i), marks);
        for (const FormPassage& passage : form_.now.reference.rests_on) add_marks(passage, {}, marks);
        view_.page = present_draft_page(form_.model, std::move(marks));
        add_pick();
        add_line();
        view_.add_problem = type_menu(form_, words_, "", true,
                                      [](const std::string& id) { return action::AddProblem{id}; });
        view_.add_problem.label = words_("author.add-problem");
        return std::move(view_);
    }

private:
    /// How often a passage stands on its page; nothing where that is not known.
    [[nodiscard]] std::optional<std::size_t> times(const FormPassage& passage) const {
        const domain::Page* page = form_.page(passage.in, form_.place(passage).page);
        if (page == nullptr) return std::nullopt;
        if (passage.quote.empty()) return passage.area ? 1 : 0;
        return domain::find_quote(*page, passage.quote).size();
    }

    void add_marks(const FormPassage& passage, const AuthorMark& like, std::vector<AuthorMark>& marks) const {
        if (form_.place(passage) != form_.open.preview.place) return;
        const domain::Page* page = form_.page(passage.in, form_.place(passage).page);
        if (page == nullptr) return;
        AuthorMark mark = like;
        if (passage.area) {
            mark.area = passage.area;
            marks.push_back(mark);
        }
        for (const domain::TextRange range : domain::find_quote(*page, passage.quote)) {
            mark.area.reset();
            mark.range = range;
            marks.push_back(mark);
        }
    }

    [[nodiscard]] std::string place_line(const FormPassage& passage) const {
        const std::string place = place_word(form_, words_, passage);
        const auto count = times(passage);
        if (!count || passage.quote.empty()) return place;
        const char* key = *count == 1 ? "author.form-once" : *count == 0 ? "author.form-nowhere" : "author.form-times";
        return words_(key, {{"place", place}, {"n", static_cast<std::int64_t>(*count)}});
    }

    void set_state(const FormProblem& problem, ProblemForm& view) {
        const auto count = times(problem.where);
        if (count == std::size_t{0}) {
            view.icon = "close-circle";
            view.tint = Tint::Reject;
            view.state = words_("author.form-passage-missing");
        } else if (count && *count > 1 && !problem.where.each) {
            view.icon = "close-circle";
            view.tint = Tint::Reject;
            view.state = words_("author.form-passage-many");
        } else if (problem.why.id.empty() || problem.why.en.empty()) {
            view.icon = "alert";
            view.tint = Tint::Return;
            view.state = words_("author.form-reason-missing");
        } else {
            view.icon = "check-circle";
            view.state = words_("author.form-in-order");
        }
        sound_ += view.tint == Tint::Ok ? 1 : 0;
    }

    [[nodiscard]] std::string also_line(const FormProblem& problem) const {
        std::string places;
        for (const FormPassage& passage : problem.also) {
            const std::string words_of = passage.quote.empty() ? "" : "“" + passage.quote + "” ";
            const bool same = passage.in == problem.where.in; // the document stands in the line above
            places += (places.empty() ? "" : ", ") + words_of +
                      (same ? words_("desk.page-short", {{"n", std::int64_t{form_.place(passage).page}}})
                            : place_word(form_, words_, passage));
        }
        std::string types;
        for (const std::string& type : problem.also_types)
            types += (types.empty() ? "" : ", ") + type_name(form_, words_, type);
        std::string line = places.empty() ? "" : words_("author.form-also", {{"places", places}});
        if (!types.empty()) line += (line.empty() ? "" : " ") + words_("author.form-or-types", {{"types", types}});
        return line;
    }

    void add_problem(int item, std::vector<AuthorMark>& marks) {
        const FormProblem& problem = form_.now.problems[static_cast<std::size_t>(item)];
        ProblemForm view;
        view.number = item + 1;
        view.title = type_name(form_, words_, problem.type);
        if (!problem.rule.empty()) view.rule = words_("author.form-rule", {{"rule", rule_code(form_, problem.rule)}});
        view.quote = problem.where.quote.empty() ? words_("desk.part-of-picture") : "“" + problem.where.quote + "”";
        view.where = place_line(problem.where);
        view.also = also_line(problem);
        view.tint = Tint::Ok;
        set_state(problem, view);
        view.selected = form_.state.problem == item;
        view.action = action::SelectProblem{item};
        view.type = type_menu(form_, words_, problem.type, true,
                              [&](const std::string& id) { return action::SetProblem{item, id, std::nullopt}; });
        view.rule_menu = rule_menu(form_, words_, problem.rule,
                                   [&](const std::string& id) { return action::SetProblem{item, std::nullopt, id}; });
        view.why = form_text(form_, words_, problem.why, words_("author.form-problem-hint"));
        for (std::size_t i = 0; i < problem.also.size(); ++i)
            view.also_places.push_back(passage_chip(form_, words_, problem.also[i],
                                                    action::RemoveAlso{item, static_cast<int>(i)}));
        view.pick = {words_("author.form-pick-instead"), "", "format-quote", true, "", action::TogglePicking{1 + 2 * item}};
        view.pick_also = {words_("author.form-pick-also"), "", "plus", true, "", action::TogglePicking{2 + 2 * item}};
        view.remove = {words_("author.remove"), "", "close", true, "", action::RemoveProblem{item}};
        const domain::ProblemType* type = form_.pack == nullptr ? nullptr : form_.pack->problem_type(problem.type);
        AuthorMark mark;
        mark.number = item + 1;
        mark.tag = view.title;
        mark.icon = type == nullptr ? "flag" : family_icon(type->family);
        mark.action = action::SelectProblem{item};
        mark.pointed = view.selected;
        add_marks(problem.where, mark, marks);
        mark.also = true;
        mark.pointed = false;
        mark.tag.clear();
        for (const FormPassage& passage : problem.also) add_marks(passage, mark, marks);
        view_.problems.push_back(std::move(view));
    }

    [[nodiscard]] std::string use_word(const PickUse& use) const {
        const std::int64_t number = use.problem + 1;
        switch (use.kind) {
        case PickUse::Kind::RestsOn: return words_("author.form-use-rests-on");
        case PickUse::Kind::Passage: return words_("author.form-use-passage", {{"n", number}});
        case PickUse::Kind::Also: return words_("author.form-use-also", {{"n", number}});
        case PickUse::Kind::NewProblem: break;
        }
        return words_("author.form-use-new", {{"type", type_name(form_, words_, use.type)}});
    }

    void add_pick() {
        PassagePick& pick = view_.pick;
        const auto uses = pick_uses(form_);
        for (std::size_t i = 0; i < uses.size(); ++i)
            pick.uses.push_back({use_word(uses[i]), "", "", Tint::Accent, static_cast<int>(i) == form_.state.use,
                                 action::TogglePicking{static_cast<int>(i)}});
        pick.picking = form_.state.picking;
        if (pick.picking && form_.state.use >= 0 && static_cast<std::size_t>(form_.state.use) < uses.size()) {
            pick.use = form_.state.use;
            pick.target = pick.uses[static_cast<std::size_t>(pick.use)].label;
        }
        const bool can = form_.now.readable && view_.page.content != nullptr;
        pick.button = {words_("author.pick-on-page"), "M", "marker", can, can ? "" : words_("author.form-no-page"),
                       action::TogglePicking{-1}};
    }

    void add_line() {
        const std::size_t all = form_.now.problems.size();
        const char* key = all == 0 ? "author.form-no-problems"
                                   : sound_ == all ? "author.form-problems-sound" : "author.form-problems-line";
        view_.problems_line = words_(key, {{"n", static_cast<std::int64_t>(all)},
                                           {"sound", static_cast<std::int64_t>(sound_)}});
    }

    const FormContext& form_;
    const Words& words_;
    FormPageView view_;
    std::size_t sound_ = 0;
};

} // namespace

FormPageView present_form_page(const FormContext& form, const Words& words) {
    return FormPage(form, words).view();
}

} // namespace timbang::app
