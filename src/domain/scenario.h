#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/condition.h"
#include "domain/framework.h"
#include "domain/page.h"

namespace timbang::domain {

// Things of a scenario are named by their place in its lists (fast, and valid for this scenario only); files, events and
// people use the ids. -1 means none.
using EvidenceIx = int;
using IndicatorIx = int;
using ActionIx = int;
using StepIx = int;
using PartIx = int;  ///< place in `Scenario::parts`
using FlagIx = int;

/// One sheet of a document, as the file names it.
struct EvidencePage {
    std::string path;
    Page page;
};

struct Evidence {
    std::string id;
    Text title;
    std::string kind;    ///< letter, regulation, decree, report, table, register, minutes, photo, …
    bool hidden = false; ///< shows once an action or event reveals it
    std::vector<EvidencePage> pages;
};

/// A place on a page: quotes resolved to ranges, or an area of a picture page.
struct Passage {
    EvidenceIx evidence = -1;
    int page = 0;                   ///< from 1
    std::string quote;
    bool each = false;              ///< every occurrence counts
    std::vector<TextRange> ranges;  ///< one, or all of them with `each`
    std::optional<Area> area;
};

/// What the checklist says of a rule in an answer.
enum class Check : std::uint8_t { Yes, No, Unsure };

struct Reference {
    Verdict verdict = Verdict::Accept;
    std::optional<int> score;
    std::optional<Rational> figure;      ///< in the indicator's unit ("percent": already times 100)
    std::vector<std::string> holds;      ///< checklist rules; a rule in neither list is not compared
    std::vector<std::string> fails;
    std::vector<std::string> rules;
    Text why;
    std::vector<Passage> rests_on;
};

/// A whole defensible answer besides the reference.
struct Near {
    Verdict verdict = Verdict::Accept;
    std::optional<int> score;
    Text why;
};

struct Problem {
    std::string type;
    std::string rule;
    Passage where;
    std::vector<Passage> also;       ///< other places that count
    std::vector<std::string> also_types; ///< `or`: other types that count there
    Text why;
};

/// A fair remark: neither found nor false alarm. Without a quote it covers the page, without a page the document.
struct Allowed {
    std::string type;    ///< empty: any type
    Passage where;
};

struct PanelVote {
    std::string by;
    Verdict verdict = Verdict::Accept;
    std::optional<int> score;
    Text why;            ///< may be empty: dots need all votes, reasons only where they teach
};

struct Reply {
    Condition when;
    std::string type;
    std::string rule;
    Text why;
};

/// One indicator of the case.
struct Task {
    std::string code;                      ///< the framework's, in a pool with a suffix: "KS-O1.2"
    std::string district;                  ///< in a pool: whose file it is
    const Indicator* indicator = nullptr;  ///< of the scenario's framework
    std::vector<EvidenceIx> evidence;
    Reference reference;
    std::vector<Near> near;
    std::vector<Problem> problems;
    std::vector<Allowed> allowed;
    std::vector<PanelVote> panel;
    std::vector<Reply> replies;
    Text facilitator;
    bool anchor = false;
    std::string item_hash; ///< SHA-256 of task, evidence and bands
};

enum class EffectKind : std::uint8_t { Reveal, Set, Say };

struct Effect {
    EffectKind kind = EffectKind::Say;
    EvidenceIx evidence = -1;
    FlagIx flag = -1;
    Text say;
};

struct Action {
    std::string id;
    Text label;
    int cost = 0;                       ///< story minutes
    std::vector<Effect> then;
    std::vector<IndicatorIx> helps;
    Text why;
};

enum class PartKind : std::uint8_t { Checklist, Choice, Category, Letter };

struct Option {
    std::string id;
    Text text;
};

/// A decision of a step besides indicators.
struct StepPart {
    PartKind kind = PartKind::Choice;
    std::string id;                     ///< "completeness/checklist", "begin", "sign-off/category": unique in the scenario
    StepIx step = -1;
    std::vector<std::string> checklist; ///< rule ids
    Text ask;
    std::vector<Option> options;
    Reference reference;                ///< `holds`, `fails`, `rules`, `why`, `rests_on` of checklist and choice
    std::string reference_option;       ///< of a choice
    std::string reference_category;
    std::optional<Rational> reference_total;
    std::vector<Reply> replies;
    Text model;                         ///< of a letter: Markdown
    std::vector<Option> points;         ///< of a letter
};

struct ScriptEvent {
    Condition when;
    std::vector<Effect> then;
};

inline constexpr StepIx kEnd = -2;      ///< `goto: end`

struct Way {
    Condition when;
    StepIx to = kEnd;
};

struct Step {
    std::string id;
    Text title;
    Text text;                          ///< Markdown
    std::vector<EvidenceIx> evidence;   ///< may be quoted by every indicator of the step
    std::vector<IndicatorIx> indicators;
    std::vector<PartIx> parts;
    std::vector<ActionIx> actions;
    std::vector<ScriptEvent> events;    ///< each fires once
    std::vector<Way> next;              ///< the first that holds; none: stay, and `wait` is said
    Text wait;
};

struct Panelist {
    std::string id;
    Text role;
};

struct District {
    std::string name;
    std::string kind;
    std::string province;
    long long population = 0;           ///< for orientation; not evidence
};

struct Source {
    std::vector<std::string> about;     ///< rule ids
    std::string where;
};

/// What a case is for. Only practice cases stand in the library's list.
enum class Purpose : std::uint8_t {
    Practice,   ///< a whole case, alone or in a room
    Repractice, ///< a short case that the due list starts; what it is about is told afterwards
    Pool        ///< indicators that readiness checks draw from
};
/// "practice", "repractice", "pool".
[[nodiscard]] const char* purpose_id(Purpose purpose);
[[nodiscard]] std::optional<Purpose> purpose_from_id(std::string_view id);

struct ScenarioHashes {
    std::string content;                ///< of everything, SHA-256 in hexadecimal
    std::string key;                    ///< of what never leaves: references, near, problems, allowed, panel, replies, …
};

/// A checked, linked, immutable case.
struct Scenario {
    std::string id;
    std::string version;
    Text title;
    Text summary;
    Purpose purpose = Purpose::Practice;
    std::vector<std::string> about;     ///< problem types that this case and its variants train; never shown before it is done
    std::shared_ptr<const Framework> framework;
    std::string level;                  ///< foundation, practitioner, expert
    bool guided = false;                ///< the case of the first start
    int minutes = 0;
    bool synthetic = false;
    bool calculator = true;
    Text notice;
    std::vector<Source> sources;
    District district;
    int assessment_year = 0;
    int data_year = 0;
    int budget = 0;                     ///< story minutes
    Text facilitator;                   ///< Markdown; never leaves the host
    std::vector<Panelist> panelists;
    std::vector<Evidence> evidence;
    std::vector<Task> tasks;
    std::vector<Action> actions;
    std::vector<StepPart> parts;
    std::vector<std::string> flags;     ///< every flag that is set or asked for
    std::vector<Step> steps;
    StepIx start = 0;
    ScenarioHashes hashes;

    [[nodiscard]] EvidenceIx find_evidence(std::string_view id_) const;
    [[nodiscard]] IndicatorIx find_task(std::string_view code) const;
    [[nodiscard]] ActionIx find_action(std::string_view id_) const;
    [[nodiscard]] StepIx find_step(std::string_view id_) const;
    [[nodiscard]] PartIx find_part(std::string_view id_) const;
    [[nodiscard]] FlagIx find_flag(std::string_view name) const;
    /// The page, or null where there is none.
    [[nodiscard]] const Page* page(EvidenceIx document, int number) const;
    /// Whether this step lists the indicator, or one that can still be reached from it by some way: its decision may
    /// still change. False for kEnd.
    [[nodiscard]] bool listed_from(StepIx step, IndicatorIx task) const;
    /// The same for the steps that leaving this one can lead to; true for the step itself only when a way comes back.
    [[nodiscard]] bool listed_after(StepIx step, IndicatorIx task) const;
};

} // namespace timbang::domain
