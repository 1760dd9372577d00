#pragma once

#include <memory>
#include <string>
#include <vector>

#include "content/library.h"
#include "content/scenario/files.h"
#include "content/yaml/fields.h"
#include "domain/scenario.h"

namespace timbang::content {

/// Where the parts of a case stand in its files, side by side with the lists of the scenario; for checks that look at the
/// whole case.
struct Places {
    yaml::Stretch root;
    yaml::Stretch budget;                              ///< its value, or the file
    std::vector<yaml::Stretch> evidence;
    std::vector<std::vector<yaml::Stretch>> pages;     ///< by evidence: where the page is named
    std::vector<yaml::Stretch> tasks;
    std::vector<yaml::Stretch> references;             ///< by task
    std::vector<std::vector<yaml::Stretch>> rests_on;  ///< by task
    std::vector<std::vector<yaml::Stretch>> problems;  ///< by task
    std::vector<yaml::Stretch> replies;                ///< by task: the key `replies`, or the indicator
    std::vector<std::vector<yaml::Stretch>> reply;     ///< by task
    std::vector<yaml::Stretch> panels;                 ///< by task: the key `panel`, or the indicator
    std::vector<yaml::Stretch> actions;
    std::vector<yaml::Stretch> helps;                  ///< by action
    std::vector<yaml::Stretch> steps;
    std::vector<yaml::Stretch> parts;
    std::vector<yaml::Stretch> part_replies;
    std::vector<yaml::Stretch> totals;                 ///< by part: `reference.total` of a category
    std::vector<yaml::Stretch> categories;             ///< by part: `reference.category`
};

/// Ids of everything that can be named, known before anything is linked.
struct Names {
    std::vector<std::string> evidence, indicators, actions, steps, flags, panelists, problem_types;
    struct Choice {
        std::string id;
        std::vector<std::string> options;
    };
    std::vector<Choice> choices;
    std::vector<std::string> unread; ///< indicators whose files cannot be read; told once, not at every place that names them
};

/// A case while it is read.
struct Reading {
    Files files;
    base::Diagnostics findings;
    std::shared_ptr<const domain::Framework> framework;
    std::shared_ptr<const LoadedFramework> framework_file; ///< the file of it and what was found there; null: no such file
    std::string framework_shown;                           ///< its name in findings of the case
    domain::Scenario scenario;
    Names names;
    Places places;
    int near_searches = 0;
    std::vector<std::unique_ptr<yaml::Node>> trees; ///< nodes of indicator files

    explicit Reading(Files case_files) : files(std::move(case_files)) {}
    /// A finding of the framework's file, named as the case sees it.
    void add_framework_finding(base::Finding finding);
};

/// Reads everything; findings stay in `reading`.
[[nodiscard]] std::unique_ptr<Reading> read_case(const CaseFolder& where, const CheckContext& context, Hashes hashes);
/// A variant of a case that was read; findings name files as seen from the case's folder. What both share is not told again.
[[nodiscard]] std::unique_ptr<Reading> read_variant(const CaseFolder& where, const CheckContext& context, const Reading& below);

// The parts of it.
void find_framework(Reading& reading, yaml::Fields& fields, const CaseFolder& where, const CheckContext& context);
/// The folder beside the case in which frameworks are looked for.
[[nodiscard]] std::string frameworks_beside(const CaseFolder& where);
/// The notes "short-missing" of single names as one note that lists them, at the first.
void join_short_notes(base::Diagnostics& findings);
void read_header(Reading& reading, yaml::Fields& fields);
void read_evidence(Reading& reading, yaml::Fields& fields);
/// Nodes of the indicators, from their files or as they stand; fills the names.
[[nodiscard]] std::vector<const yaml::Node*> gather_indicators(Reading& reading, yaml::Fields& fields);
void gather_names(Reading& reading, const yaml::Node& root);
void read_task(Reading& reading, const yaml::Node& node);
void read_actions(Reading& reading, yaml::Fields& fields);
void read_script(Reading& reading, yaml::Fields& fields);
void read_step_part(Reading& reading, const yaml::Node& node, domain::Step& step);
void fill_hashes(Reading& reading);

/// A text that may also be `{file: name}`: `name.id.md` and `name.en.md`.
[[nodiscard]] domain::Text read_long_text(Reading& reading, const yaml::Node& node);

enum class ConditionOf { Script, Reply };
[[nodiscard]] domain::Condition read_condition(Reading& reading, const yaml::Node& node, ConditionOf of);
/// Conditions of a step's replies know the options of their choice.
[[nodiscard]] std::vector<domain::Reply> read_replies(Reading& reading, const yaml::Node* node,
                                                      std::vector<yaml::Stretch>& places);
[[nodiscard]] std::vector<domain::Effect> read_effects(Reading& reading, yaml::Fields& fields, std::string_view key);

/// `in`, `page`, `quote`, `each`, `area` of a mapping that may hold other keys too.
enum class PassageForm { Exact, MayBeWide }; ///< wide: the page without a quote, the document without a page
[[nodiscard]] std::optional<domain::Passage> read_passage(Reading& reading, yaml::Fields& fields, PassageForm form);
[[nodiscard]] std::vector<domain::Passage> read_passages(Reading& reading, const yaml::Node* node,
                                                         std::vector<yaml::Stretch>* places);

/// `holds` and `fails`.
void read_checks(Reading& reading, yaml::Fields& fields, domain::Reference& reference);
[[nodiscard]] std::optional<domain::Verdict> read_verdict(yaml::Fields& fields);
/// Place of a name among known ones, -1 and "unknown-…" when it is not there.
[[nodiscard]] int place_of(Reading& reading, const yaml::Node& node, const std::vector<std::string>& known,
                           const char* code);

} // namespace timbang::content
