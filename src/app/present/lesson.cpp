#include <algorithm>

#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {
namespace {

Button button_of(std::string label, Action action, IconName icon = "") {
    Button made;
    made.label = std::move(label);
    made.icon = icon;
    made.action = std::move(action);
    return made;
}

Choice choice_of(std::string label, bool chosen, Action action) {
    Choice made;
    made.label = std::move(label);
    made.tint = Tint::Accent;
    made.chosen = chosen;
    made.action = std::move(action);
    return made;
}

/// Builds the view of a reading in the language that was chosen for it.
class Presenter {
public:
    Presenter(const Model& model, const LessonState& state) : model_(model), state_(state), lesson_(*state.lesson) {}

    LessonView view() {
        view_.kept = state_.lesson;
        head();
        view_.claim = of(lesson_.claim);
        for (const domain::Text& paragraph : lesson_.body)
            view_.text.push_back(of(paragraph));
        figure();
        for (const domain::LessonSection& section : lesson_.sections) {
            LessonView::Section out{of(section.title), {}};
            for (const domain::Text& paragraph : section.paragraphs)
                out.paragraphs.push_back(of(paragraph));
            view_.sections.push_back(std::move(out));
        }
        if (lesson_.steps) steps();
        exercise();
        sources();
        more();
        return std::move(view_);
    }

private:
    [[nodiscard]] const std::string& of(const domain::Text& text) const { return text.in(state_.lang); }
    [[nodiscard]] std::string words(std::string_view key, const base::Args& args = {}) const {
        return model_.catalogue.text(state_.lang, key, args);
    }

    void head() {
        view_.back = button_of(words("app.back"), action::Back{}, "arrow-left");
        view_.title = of(lesson_.title);
        view_.line = words("lesson.line", {{"minutes", lesson_.minutes}});
        for (const base::Lang lang : {base::Lang::Id, base::Lang::En})
            view_.languages.push_back(choice_of(words(lang == base::Lang::Id ? "app.indonesian-short" : "app.english"),
                                                lang == state_.lang, action::SetLessonLanguage{lang}));
        const bool feedback = state_.back == Screen::Debrief || state_.back == Screen::Desk;
        if (!feedback || state_.from.empty() || !model_.session) return;
        const domain::Scenario& scenario = model_.session->scenario();
        const auto task = std::find_if(scenario.tasks.begin(), scenario.tasks.end(),
                                       [&](const domain::Task& one) { return one.code == state_.from; });
        const std::string name = task == scenario.tasks.end() ? "" : of(task->indicator->short_title);
        view_.from = Chip{words("lesson.from", {{"code", state_.from}, {"name", name}}), "clipboard-check", Tint::Neutral};
        view_.back_to = button_of(words("lesson.back-to-feedback"), action::Back{});
    }

    void figure() {
        if (!lesson_.figure) return;
        LessonFigure out;
        out.title = of(lesson_.figure->title);
        for (const domain::Page& page : lesson_.figure->pages)
            out.pages.push_back(&page);
        for (const domain::LessonCallout& callout : lesson_.figure->callouts)
            out.callouts.push_back({callout.page, of(callout.title), of(callout.text), callout.ranges, callout.key});
        view_.figure = std::move(out);
    }

    void steps() {
        view_.steps_title = of(lesson_.steps->title);
        for (const domain::Text& step : lesson_.steps->items)
            view_.steps.push_back(of(step));
    }

    [[nodiscard]] ExerciseItem item(std::size_t number) const {
        const domain::LessonQuestion& question = lesson_.exercise.questions[number];
        const int given = state_.answers[number];
        ExerciseItem out;
        out.quoted = !question.passage.empty();
        out.text = out.quoted ? question.passage : of(question.statement);
        out.caption = of(question.about);
        for (std::size_t i = 0; i < question.answers.size(); ++i)
            out.answers.push_back(choice_of(of(question.answers[i].text), given == static_cast<int>(i),
                                            action::AnswerExercise{static_cast<int>(number), static_cast<int>(i)}));
        if (given < 0) return out;
        out.answered = true;
        out.met = given == static_cast<int>(question.right);
        const domain::Text& again = lesson_.exercise.again;
        out.verdict = out.met ? words("lesson.met") : again.empty() ? words("lesson.again") : of(again);
        out.reason = of(question.answers[static_cast<std::size_t>(given)].why);
        return out;
    }

    void exercise() {
        if (lesson_.exercise.questions.empty()) return;
        view_.try_title = words("lesson.try");
        view_.question = of(lesson_.exercise.ask);
        for (std::size_t i = 0; i < lesson_.exercise.questions.size(); ++i)
            view_.items.push_back(item(i));
        const auto answered = std::count_if(state_.answers.begin(), state_.answers.end(), [](int one) { return one >= 0; });
        view_.try_count = words("lesson.answered", {{"n", static_cast<std::int64_t>(answered)},
                                                    {"of", static_cast<std::int64_t>(view_.items.size())}});
        const bool feedback = view_.back_to.has_value();
        view_.next = button_of(words(feedback ? "lesson.back-to-feedback" : "lesson.done"), action::Back{});
    }

    void sources() {
        view_.sources_title = words("lesson.sources");
        for (const domain::LessonSource& source : lesson_.sources)
            view_.sources.push_back(source_line(source));
    }

    [[nodiscard]] std::string source_line(const domain::LessonSource& source) const {
        const std::string note = source.note.empty() ? "" : " " + of(source.note);
        switch (source.kind) {
        case domain::LessonSource::Kind::Rule:
            return words(source.practice          ? "lesson.source-practice"
                         : source.reported.empty() ? "lesson.source-rule"
                                                   : "lesson.source-reported",
                         {{"rule", source.code},
                          {"name", of(source.name)},
                          {"pack", of(lesson_.framework_name)},
                          {"reported", source.reported}}) +
                   note;
        case domain::LessonSource::Kind::Report:
            return source.report + "." + note;
        case domain::LessonSource::Kind::Work:
            break;
        }
        const std::string by = source.author.empty() ? "" : source.author + (source.year > 0 ? " (" + std::to_string(source.year) + "), " : ", ");
        return by + source.title + "." + note;
    }

    void more() {
        view_.more_title = words("lesson.more");
        for (const std::string& id : lesson_.more)
            if (const auto other = model_.lessons.find(id))
                view_.more.push_back(choice_of(of(other->title), false, action::OpenLesson{id, state_.from}));
    }

    const Model& model_;
    const LessonState& state_;
    const domain::Lesson& lesson_;
    LessonView view_;
};

} // namespace

LessonView present_lesson(const Model& model) {
    return Presenter(model, *model.lesson).view();
}

} // namespace timbang::app
