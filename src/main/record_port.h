#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/ports.h"

namespace timbang::main_program {

/// The record of a data folder for the window. Where the database cannot be opened, sessions go into recovery files and
/// `troubles` says why.
[[nodiscard]] std::shared_ptr<app::Record>
open_record(const std::string& data_folder, const std::function<void()>& wake, std::vector<base::Error>& troubles);

} // namespace timbang::main_program
