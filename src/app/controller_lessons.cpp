#include "app/controller.h"

namespace timbang::app {

void Controller::read_lessons() {
    model_.tasks.start([this, folders = model_.options.lesson_folders, context = model_.library.context()](Tasks::Context& task) {
        content::LessonShelf shelf(folders, context);
        task.deliver([this, shelf] { model_.lessons = shelf; });
    });
}

void Controller::operator()(const action::OpenLesson& a) {
    const std::shared_ptr<const domain::Lesson> lesson = model_.lessons.find(a.lesson);
    if (!lesson) return;
    // From one reading to another the way back stays where it led.
    const bool chained = model_.screen == Screen::Lesson && model_.lesson;
    if (model_.session && !chained) model_.session->hand_over();
    LessonState next;
    next.lesson = lesson;
    next.from = chained ? model_.lesson->from : a.from;
    next.back = chained ? model_.lesson->back : model_.screen;
    next.lang = chained ? model_.lesson->lang : model_.lang();
    next.answers.assign(lesson->exercise.questions.size(), -1);
    model_.lesson = std::move(next);
    model_.screen = Screen::Lesson;
    model_.search.reset();
}

void Controller::operator()(const action::AnswerExercise& a) {
    if (!model_.lesson || a.item < 0 || a.item >= static_cast<int>(model_.lesson->answers.size())) return;
    const auto item = static_cast<std::size_t>(a.item);
    const auto& answers = model_.lesson->lesson->exercise.questions[item].answers;
    if (a.answer >= 0 && a.answer < static_cast<int>(answers.size())) model_.lesson->answers[item] = a.answer;
}

void Controller::operator()(const action::SetLessonLanguage& a) {
    if (model_.lesson) model_.lesson->lang = a.lang;
}

} // namespace timbang::app
