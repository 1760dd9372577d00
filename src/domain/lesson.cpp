#include "domain/lesson.h"

#include <algorithm>
#include <array>
#include <limits>

namespace timbang::domain {

namespace {

constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

std::size_t place_of(const std::vector<std::string>& list, const std::string& word) {
    if (word.empty()) return kNowhere;
    const auto found = std::find(list.begin(), list.end(), word);
    return found == list.end() ? kNowhere : static_cast<std::size_t>(found - list.begin());
}

int words_of(std::string_view text) {
    int count = 0;
    bool inside = false;
    for (const char c : text) {
        const bool gap = c == ' ' || c == '\n' || c == '\t';
        if (!gap && !inside) ++count;
        inside = !gap;
    }
    return count;
}

} // namespace

std::shared_ptr<const Lesson> find_lesson(const LessonList& lessons, std::string_view id) {
    const auto found = std::find_if(lessons.begin(), lessons.end(), [&](const auto& one) { return one->id == id; });
    return found == lessons.end() ? nullptr : *found;
}

LessonList lessons_for(const LessonList& lessons, const LessonWish& wish) {
    struct Fit {
        std::array<std::size_t, 3> places{};
        std::shared_ptr<const Lesson> lesson;
    };
    std::vector<Fit> fits;
    for (const auto& lesson : lessons) {
        const LessonPurpose& purpose = lesson->purpose;
        const Fit fit{{place_of(purpose.problems, wish.problem), place_of(purpose.rules, wish.rule),
                       place_of(purpose.topics, wish.topic)},
                      lesson};
        if (*std::min_element(fit.places.begin(), fit.places.end()) != kNowhere) fits.push_back(fit);
    }
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
        return a.places != b.places ? a.places < b.places : a.lesson->order < b.lesson->order;
    });
    LessonList found;
    for (Fit& fit : fits) found.push_back(std::move(fit.lesson));
    return found;
}

int word_count(const Lesson& lesson, base::Lang lang) {
    int count = 0;
    const auto add = [&](const Text& text) { count += words_of(text.in(lang)); };
    add(lesson.title);
    add(lesson.claim);
    for (const Text& paragraph : lesson.body) add(paragraph);
    if (lesson.figure) {
        for (const Page& page : lesson.figure->pages) count += words_of(page.text);
        for (const LessonCallout& callout : lesson.figure->callouts) {
            add(callout.title);
            add(callout.text);
        }
    }
    for (const LessonSection& section : lesson.sections) {
        add(section.title);
        for (const Text& paragraph : section.paragraphs) add(paragraph);
    }
    if (lesson.steps)
        for (const Text& step : lesson.steps->items) add(step);
    add(lesson.exercise.ask);
    for (const LessonQuestion& question : lesson.exercise.questions) {
        count += words_of(question.passage);
        add(question.statement);
        add(question.about);
        for (const LessonAnswer& answer : question.answers) add(answer.text);
        if (question.right < question.answers.size()) add(question.answers[question.right].why);
    }
    return count;
}

} // namespace timbang::domain
