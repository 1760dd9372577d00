#include <algorithm>

#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/lesson/reading.h"

namespace timbang::content {

using domain::LessonAnswer;
using domain::LessonQuestion;
using yaml::Fields;
using yaml::Node;

namespace {

constexpr std::size_t kFewestAnswers = 2;
constexpr std::size_t kFewestQuestions = 2, kMostQuestions = 4;

/// The ways to answer, without reasons yet; none where there is no such key.
std::vector<LessonAnswer> read_answers(LessonReading& reading, Fields& fields) {
    std::vector<LessonAnswer> answers;
    const Node* const node = fields.find("answers");
    if (node == nullptr) return answers;
    std::vector<std::string> seen;
    for (const Node* item : yaml::as_list(*node, reading.findings)) {
        Fields one(*item, reading.findings, format::kLessonAnswer);
        LessonAnswer answer{one.id("id"), one.both_languages("text"), {}};
        one.finish();
        if (is_new_id(seen, answer.id, *item, reading.findings)) answers.push_back(std::move(answer));
    }
    if (node->items.size() < kFewestAnswers) yaml::add_bad_value(reading.findings, *node, "answers");
    return answers;
}

std::vector<std::string> ids_of(const std::vector<LessonAnswer>& answers) {
    std::vector<std::string> ids;
    for (const LessonAnswer& answer : answers) ids.push_back(answer.id);
    return ids;
}

/// A reason for each answer: who chose it is told at once.
void read_reasons(LessonReading& reading, const Node& node, std::vector<LessonAnswer>& answers) {
    if (!node.is_mapping()) return yaml::add_bad_value(reading.findings, node, "mapping");
    const auto ids = ids_of(answers);
    for (const yaml::Key& key : node.keys)
        if (std::find(ids.begin(), ids.end(), key.text) == ids.end())
            add_unknown(reading.findings, key.span(), "unknown-answer", key.text, ids);
    for (LessonAnswer& answer : answers) {
        if (const Node* why = node.get(answer.id)) {
            answer.why = yaml::as_both_languages(*why, reading.findings);
        } else {
            base::Span where = node.span();
            where.end = where.begin;
            yaml::add_error(reading.findings, where, "answer-without-reason", {{"id", answer.id}});
        }
    }
}

void read_right(LessonReading& reading, Fields& fields, LessonQuestion& question) {
    const Node* const node = fields.find("right");
    if (node == nullptr) return;
    const auto ids = ids_of(question.answers);
    const auto found = std::find(ids.begin(), ids.end(), node->text);
    if (found == ids.end()) return add_unknown(reading.findings, node->span(), "unknown-answer", node->text, ids);
    question.right = static_cast<std::size_t>(found - ids.begin());
}

LessonQuestion read_question(LessonReading& reading, const Node& node, const std::vector<LessonAnswer>& common) {
    Fields fields(node, reading.findings, format::kLessonQuestion);
    LessonQuestion question;
    question.statement = fields.both_languages("statement");
    const bool passage = fields.find("passage") != nullptr;
    if (passage) question.passage = fields.word("passage");
    else if (question.statement.empty()) static_cast<void>(fields.need("passage"));
    if (passage && node.get("statement") != nullptr)
        yaml::add_bad_value(reading.findings, *node.get("statement"), "passage-or-statement");
    question.about = fields.both_languages("about");
    question.answers = read_answers(reading, fields);
    if (node.get("answers") == nullptr) question.answers = common;
    if (question.answers.empty() && node.get("answers") == nullptr) static_cast<void>(fields.need("answers"));
    read_right(reading, fields, question);
    if (const Node* why = fields.find("why")) read_reasons(reading, *why, question.answers);
    fields.finish();
    return question;
}

} // namespace

void read_exercise(LessonReading& reading, const Node& node) {
    Fields fields(node, reading.findings, format::kLessonExercise);
    domain::LessonExercise& exercise = reading.lesson.exercise;
    exercise.ask = fields.both_languages("ask");
    exercise.again = fields.both_languages("again");
    const auto common = read_answers(reading, fields);
    if (const Node* questions = fields.find("questions")) {
        const auto items = yaml::as_list(*questions, reading.findings);
        if (items.size() < kFewestQuestions || items.size() > kMostQuestions)
            yaml::add_bad_value(reading.findings, *questions, "questions");
        for (const Node* item : items) exercise.questions.push_back(read_question(reading, *item, common));
    }
    fields.finish();
}

} // namespace timbang::content
