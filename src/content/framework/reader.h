#pragma once

#include "base/diagnostics.h"
#include "content/library.h"
#include "content/yaml/fields.h"
#include "domain/framework.h"

namespace timbang::content {

/// Reads and checks one file; findings name it as `path` does.
[[nodiscard]] LoadedFramework read_framework_file(std::shared_ptr<FileSource> source, const std::string& path);

/// Reads a whole framework file. Everything that is found goes to `findings`; a name over 32 characters without `short` is
/// a note ("short-missing", args id).
[[nodiscard]] domain::Framework read_framework(const yaml::Node& root, base::Diagnostics& findings);

// The parts of it, for the files of this folder.
struct ScaleName {
    std::string name;
    domain::Scale scale;
};
[[nodiscard]] std::optional<domain::Scale> read_scale(yaml::Fields& fields, const std::vector<ScaleName>& named,
                                                      base::Diagnostics& findings);
[[nodiscard]] std::vector<ScaleName> read_scales(const yaml::Node* node, base::Diagnostics& findings);
[[nodiscard]] std::optional<domain::Reported> read_reported(yaml::Fields& fields, base::Diagnostics& findings);
void read_certainty(const yaml::Node& node, domain::Certainty& certainty, base::Diagnostics& findings);
void read_aggregation(const yaml::Node& node, domain::Aggregation& aggregation, base::Diagnostics& findings);
void read_categories(yaml::Fields& fields, domain::Framework& framework, base::Diagnostics& findings);
void read_verdicts(yaml::Fields& fields, domain::Framework& framework, base::Diagnostics& findings);
void read_rules(yaml::Fields& fields, domain::Framework& framework, base::Diagnostics& findings);
void read_checklists(yaml::Fields& fields, domain::Framework& framework, base::Diagnostics& findings);
void read_problem_types(yaml::Fields& fields, domain::Framework& framework, base::Diagnostics& findings);
void read_criteria(yaml::Fields& fields, domain::Framework& framework, base::Diagnostics& findings);
void read_indicators(yaml::Fields& fields, domain::Framework& framework, const std::vector<ScaleName>& scales,
                     base::Diagnostics& findings);

/// "short-missing" where the name that lists show is over 32 characters in one language.
void note_long_name(const domain::Text& shown, const std::string& id, const yaml::Node& at, base::Diagnostics& findings);
/// "duplicate-id" when the id was seen before; remembers it otherwise.
bool is_new_id(std::vector<std::string>& seen, const std::string& id, const yaml::Node& at, base::Diagnostics& findings);
/// Whether so much was found that nothing more is told: then no names are looked up to help with it.
[[nodiscard]] bool told_enough(const base::Diagnostics& findings);
/// Reports an id that is not among the known ones: code "unknown-<what>".
void add_unknown(base::Diagnostics& findings, const base::Span& where, const char* code, std::string_view id,
                 const std::vector<std::string>& known);
/// Rule ids of a list; those that the framework does not have are "unknown-rule" and left out.
[[nodiscard]] std::vector<std::string> read_rule_ids(const yaml::Node& node, const domain::Framework& framework,
                                                     base::Diagnostics& findings);
[[nodiscard]] std::string read_rule_id(yaml::Fields& fields, const domain::Framework& framework,
                                       base::Diagnostics& findings);

} // namespace timbang::content
