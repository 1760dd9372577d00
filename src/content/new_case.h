#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "content/scenario/source.h"

namespace timbang::content {

/// Names of the templates in a folder: those that are laid over "small", and "small" itself.
[[nodiscard]] std::vector<std::string> template_names(const std::string& folder);

/// The id that a new case gets from the name of its folder: small letters, digits and hyphens; "" where none is left.
[[nodiscard]] std::string id_from_name(const std::string& name);

/// The files of a new case: the template "small" with the named one laid over it, file by file. In `scenario.yaml` the
/// values of `id` and `title` are replaced and the version begins again; everything else stays as it is. Codes
/// "new-template" (args name, known), "new-name" (an id with other characters), and those of reading.
[[nodiscard]] base::Result<FileTexts> files_of_template(const std::string& folder, const std::string& name,
                                                        const std::string& id, const std::string& title);

/// Writes the files into a folder that is not there yet: all of them or none. Codes "new-folder-exists" and those of
/// writing.
[[nodiscard]] base::Status write_new_case(const FileTexts& files, const std::string& folder);

/// Copies a case into a folder that is not there yet, with another id: all of its files or none. What cannot be read as YAML
/// keeps its id. Codes of reading and of `write_new_case`.
[[nodiscard]] base::Status copy_case(const std::string& from, const std::string& folder, const std::string& id);

} // namespace timbang::content
