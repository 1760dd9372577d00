#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/view/common.h"

namespace timbang::app {

/// Pages of an invented document, below each other, with what to notice in them.
struct LessonFigure {
    std::string title;            ///< what it is, for who cannot see it
    std::vector<const domain::Page*> pages;
    struct Callout {
        int page = 0;
        std::string title;        ///< "Heading: 2023"
        std::string text;
        std::vector<domain::TextRange> ranges; ///< underlined on the page
        bool main = false;        ///< the place that the reading is about: highlighted
    };
    std::vector<Callout> callouts;///< from top to bottom
};

struct ExerciseItem {
    std::string text;             ///< as a document says it, or a statement
    bool quoted = false;          ///< drawn as a piece of a document
    std::string caption;          ///< "Answer of Dukcapil, signed on 18 March 2025"
    std::vector<Choice> answers;  ///< two or more
    bool answered = false;
    bool met = false;             ///< the answer chosen is the one of the reading
    std::string verdict;          ///< "Yes, that is it.", "Look at the period once more."
    std::string reason;
};

struct LessonView {
    std::shared_ptr<const void> kept; ///< what the figure points to
    Button back;
    std::string title;
    std::string line;             ///< "A reading with one exercise, 4 minutes"
    std::optional<Chip> from;     ///< "from your feedback on KS-P2, Complaint service"
    std::optional<Button> back_to;///< "Back to the feedback"
    std::vector<Choice> languages;
    std::string claim;
    std::vector<std::string> text;///< paragraphs
    std::optional<LessonFigure> figure;
    struct Section { std::string title; std::vector<std::string> paragraphs; };
    std::vector<Section> sections;
    std::string steps_title;      ///< "In four steps"
    std::vector<std::string> steps;
    std::string try_title;        ///< "Try it"; "" no exercise
    std::string try_count;        ///< "2 of 3 answered, not kept as a decision"
    std::string question;
    std::vector<ExerciseItem> items;
    std::string next_text;        ///< "Next: short cases with other evidence, about 6 minutes."
    std::optional<Button> later;
    std::optional<Button> next;   ///< primary
    std::string sources_title;    ///< "Where the rule comes from"
    std::vector<std::string> sources;
    std::string more_title;       ///< "More readings"
    std::vector<Choice> more;
};

} // namespace timbang::app
