#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "content/library.h"
#include "content/yaml/fields.h"

namespace timbang::content {

// What readings, programmes and policies have in common: files of their own beside the cases, which name each other.

/// Folders called `name` beside this file's own folder and among the bundled ones, in this order. "": the folders that
/// hold cases.
[[nodiscard]] std::vector<std::string> folders_beside(const std::string& path, const std::string& name,
                                                      const CheckContext& context);
/// Names of the `.yaml` files of some folders, without the ending.
[[nodiscard]] std::vector<std::string> yaml_names(const std::vector<std::string>& folders);
/// "name-differs" where the id of a file is not its name: others find it by its id.
void check_id(const yaml::Fields& fields, const std::string& id, const std::string& path, base::Diagnostics& findings);
/// "unknown-version" where the file is of a newer format.
void check_format(yaml::Fields& fields, base::Diagnostics& findings);
/// The rule pack that a word such as `practice-22-2021@1` names; null, with a finding, where there is none that reads.
[[nodiscard]] std::shared_ptr<const domain::Framework> named_framework(const yaml::Node& node, const std::string& path,
                                                                       const CheckContext& context,
                                                                       base::Diagnostics& findings);
/// By line.
void sort_by_place(base::Diagnostics& findings);

/// Reads a file that belongs to no case: a reading, a programme, a policy. `read` gets its root where YAML can be read, and
/// adds its findings to these; letters that no font has are found here. They end sorted by place. False where errors stand in
/// the way.
[[nodiscard]] bool read_alone(const std::string& path, const CheckContext& context, base::Diagnostics& findings,
                              const std::function<void(const yaml::Node& root)>& read);

} // namespace timbang::content
