#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rational.h"
#include "base/text.h"

namespace timbang::domain {

using base::Rational;
using base::Text;

enum class Verdict : std::uint8_t { Accept, Return, Reject };
inline constexpr int kVerdictCount = 3;
/// "accept", "return", "reject": the words of files and of the terminal.
[[nodiscard]] const char* verdict_id(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdict_from_id(std::string_view id);

enum class IndicatorType : std::uint8_t { Structure, Process, Outcome };
[[nodiscard]] const char* indicator_type_id(IndicatorType type);
[[nodiscard]] std::optional<IndicatorType> indicator_type_from_id(std::string_view id);

/// Where a rule, a band or a number can be read in public, and for which round. Without one, `practice` says that it was
/// made for practice.
struct Reported {
    std::string source;
    std::string round;
};

enum class RuleLevel : std::uint8_t { Document, File, Scoring };

struct Rule {
    std::string id;      ///< what files use: "data-year"
    std::string code;    ///< what people see: "T-2"
    RuleLevel level = RuleLevel::Document;
    Text name;           ///< `short`: the line on the checklist
    Text text;
    std::optional<Reported> reported;
    bool practice = false;
};

/// evidence: a defect that can be marked on a passage. judgement: how a decision can differ although the evidence was
/// seen; types replies and feeds the habits.
enum class ProblemKind : std::uint8_t { Evidence, Judgement };

struct ProblemType {
    std::string id;
    ProblemKind kind = ProblemKind::Evidence;
    std::string family;  ///< year, legal, endorsement, form, content, arithmetic, figure, source, scale, verdict
    std::string rule;    ///< id of the rule it breaks
    Text name;
    Text short_name;     ///< at most 32 characters; equals `name` where none is given
    Text text;
    bool practice = false;
};

/// What a band or range asks of a value. A lower bound is `from` alone.
struct Bound {
    std::optional<Rational> from;   ///< inclusive
    std::optional<Rational> to;     ///< inclusive
    std::optional<Rational> above;  ///< exclusive
    std::optional<Rational> below;  ///< exclusive
};

/// One score of a scale.
struct ScaleStep {
    int score = 0;
    Bound bound;   ///< of bands and ranges
    Text level;    ///< of levels: what must be shown
};

enum class ScaleKind : std::uint8_t {
    Bands,  ///< lower bounds; no value falls between two bands
    Ranges, ///< as published; a value in none is in a gap
    Levels  ///< texts
};

/// The scores of an indicator, from the lowest to the highest. "One step" is one place in this list.
struct Scale {
    ScaleKind kind = ScaleKind::Bands;
    std::vector<ScaleStep> steps;

    /// Place of a score in the list; nothing when it is not on the scale.
    [[nodiscard]] std::optional<int> place(int score) const;
    [[nodiscard]] int lowest() const { return steps.front().score; }
    [[nodiscard]] int highest() const { return steps.back().score; }
    /// The score whose band or range holds the value; nothing in a gap, below every band, and for levels.
    [[nodiscard]] std::optional<int> score_of(const Rational& value) const;
    /// Whether the lower bounds fall while the scores rise (less is better).
    [[nodiscard]] bool less_is_better() const;
};

/// What an indicator counts. `count` alone, or numerator and denominator.
struct FigureDefinition {
    Text numerator;
    Text denominator;
    Text count;
    Text owner;
};

struct Indicator {
    std::string code;       ///< "KS-O1"
    std::string criterion;  ///< id of the criterion: the part of the code before the hyphen, or as the file says
    IndicatorType type = IndicatorType::Structure;
    Text title;
    Text short_title;       ///< at most 32 characters for lists; equals `title` where none is given
    Text asks;              ///< what the district is asked to hand in
    std::string unit;       ///< "percent", "meetings", …; empty for levels
    FigureDefinition figure;
    Text owner;
    std::vector<std::string> checklist; ///< rule ids
    Scale scale;
    std::vector<std::string> sdg;
    std::optional<Reported> reported;
    bool practice = false;
};

struct Criterion {
    std::string id;
    std::string group;
    Text name;
    Text short_name;
    std::vector<std::string> sdg;
};

enum class AggregationMethod : std::uint8_t {
    None,             ///< the rule pack gives bands for single indicators only
    TypesThenCriteria ///< mean by type ÷ 10 × weight, added up for a criterion (missing types rescaled), mean over criteria
};

struct Aggregation {
    AggregationMethod method = AggregationMethod::None;
    int weights[3] = {0, 0, 0};     ///< structure, process, outcome; together 100
    int decimals = 1;               ///< shown; the category is taken from the unrounded total
    int consensus = 75;             ///< percent of votes that make a consensus
    bool practice = false;
    std::optional<Reported> reported;
    Text note;
};

struct Category {
    std::string id;
    Rational from;   ///< lower bound, inclusive
    Text name;
    bool practice = false;
    std::optional<Reported> reported;
    Text note;
};

/// Sureness levels 1…3 with the marks for a decision that is the same as the reference, or differs (Gardner-Medwin).
struct Certainty {
    Text names[3];
    int marks_same[3] = {1, 2, 3};
    int marks_different[3] = {0, -2, -6};
};

struct VerdictDefinition {
    Text name;
    Text text;
};

/// The parts that a decision on an indicator asks for, besides confidence and reason, which are always asked.
struct DecisionParts {
    bool checklist = true;
    bool verdict = true;
    bool problems = true;
    bool score = true;
};

/// A versioned rule pack. Lists keep the order of the file; categories run from the highest to the lowest bound.
struct Framework {
    std::string id;
    int version = 1;
    bool practice = false;
    Text title;
    Text short_title;
    Text notice;
    Certainty certainty;
    Aggregation aggregation;
    std::vector<Category> categories;
    DecisionParts decide;
    VerdictDefinition verdicts[kVerdictCount];
    std::vector<std::pair<std::string, std::vector<std::string>>> checklists;
    std::vector<Rule> rules;
    std::vector<ProblemType> problem_types;
    std::vector<Criterion> criteria;
    std::vector<Indicator> indicators;

    [[nodiscard]] std::string reference() const { return id + "@" + std::to_string(version); }
    [[nodiscard]] const Rule* rule(std::string_view rule_id) const;
    [[nodiscard]] const ProblemType* problem_type(std::string_view type_id) const;
    [[nodiscard]] const Criterion* criterion(std::string_view criterion_id) const;
    /// By its code, or by that of an item on it: "KS-O1.2" is the second item on KS-O1.
    [[nodiscard]] const Indicator* indicator(std::string_view code) const;
    [[nodiscard]] const Category* category(std::string_view category_id) const;
    [[nodiscard]] const std::vector<std::string>* checklist(std::string_view name) const;
    /// The category of a total; nothing where the rule pack has none.
    [[nodiscard]] const Category* category_of(const Rational& total) const;
};

} // namespace timbang::domain
