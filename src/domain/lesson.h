#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "domain/page.h"

namespace timbang::domain {

using base::Text;

// A reading: three to eight minutes about one thing that verifiers meet, linked from the feedback that needs it. Values
// only; nothing of it is a decision, and nothing that is tried in it is kept.

/// What a reading is for: how feedback, the due list and the search find it.
struct LessonPurpose {
    std::vector<std::string> problems; ///< ids of problem types, the one it is most about first
    std::vector<std::string> rules;    ///< ids of rules, the same way
    std::vector<std::string> topics;   ///< families of problem types ("year") and other words ("letter")
};

/// Words beside a page of the figure, tied to places on it; without a place they speak of the whole.
struct LessonCallout {
    int page = 0;                   ///< from 0
    std::vector<TextRange> ranges;  ///< on `Page::text`, in reading order
    bool key = false;               ///< the place that matters: lit on the page; others are underlined
    Text title;
    Text text;
};

/// One document to look at. Pages stand below each other, parted by a dashed line; Indonesian in both languages.
struct LessonFigure {
    Text title;                     ///< what it is, for who cannot see it and for the search
    std::vector<Page> pages;        ///< one or two
    std::vector<LessonCallout> callouts;
};

/// Paragraphs under a heading.
struct LessonSection {
    Text title;
    std::vector<Text> paragraphs;
};

/// "In four steps": short lines, numbered.
struct LessonSteps {
    Text title;
    std::vector<Text> items;
};

/// One way to answer, and what is said at once to who chose it.
struct LessonAnswer {
    std::string id;
    Text text;
    Text why;
};

struct LessonQuestion {
    std::string passage;            ///< words of a document, Indonesian in both languages; or "" and `statement`
    Text statement;
    Text about;                     ///< where the passage stands, or more to know; may be empty
    std::vector<LessonAnswer> answers; ///< two or more
    std::size_t right = 0;          ///< place in `answers`
};

struct LessonExercise {
    Text ask;
    Text again;                     ///< first words to who chose another answer; empty: the usual ones
    std::vector<LessonQuestion> questions; ///< two to four
};

/// Where something can be read: a rule of the framework, a work by name, or a public report.
struct LessonSource {
    enum class Kind : std::uint8_t { Rule, Work, Report };
    Kind kind = Kind::Work;
    // of a rule, as its framework tells it
    std::string rule;               ///< id
    std::string code;               ///< "T-2"
    Text name;                      ///< the line on the checklist
    std::string reported;           ///< where the rule can be read in public, or ""
    bool practice = false;          ///< no public text was found: a rule of the practice pack
    // of a work
    std::string author;
    int year = 0;
    std::string title;              ///< in the language of the work
    // of a report
    std::string report;             ///< "ham.go.id 2022-07-01"
    Text note;                      ///< what it was used for, how far it can be relied on; may be empty
};

struct Lesson {
    std::string id;
    int order = 0;                  ///< place in the list of all readings, the lowest first
    int minutes = 0;                ///< 3 to 8, the exercise included
    Text title;
    LessonPurpose purpose;
    std::string framework;          ///< "practice-22-2021@1": whose rules and problem types are named
    Text framework_name;            ///< its short title
    Text claim;                     ///< the one sentence to keep
    std::vector<Text> body;         ///< paragraphs before the figure
    std::optional<LessonFigure> figure;
    std::vector<LessonSection> sections; ///< behind it
    std::optional<LessonSteps> steps;
    LessonExercise exercise;
    std::vector<LessonSource> sources;
    std::vector<std::string> more;  ///< ids of other readings
};

using LessonList = std::vector<std::shared_ptr<const Lesson>>;

/// Null where there is none.
[[nodiscard]] std::shared_ptr<const Lesson> find_lesson(const LessonList& lessons, std::string_view id);

/// What a reading is wanted for; "" where it does not matter.
struct LessonWish {
    std::string problem;            ///< id of a problem type
    std::string rule;               ///< id of a rule
    std::string topic;              ///< such as the family of the problem type
};
/// The readings that fit, the best first: those about the problem type before those about the rule, these before those
/// about the topic, and among them those that name it earlier; then by `order`.
[[nodiscard]] LessonList lessons_for(const LessonList& lessons, const LessonWish& wish);

/// The number of words that somebody reads of it in one language: texts, the figure's pages, the exercise with one reason
/// for each question, without sources.
[[nodiscard]] int word_count(const Lesson& lesson, base::Lang lang);

} // namespace timbang::domain
