#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "store/stored_event.h"

namespace timbang::store {

/// Events of one session that could not be written into the record.
struct RecoveryFile {
    std::string session;
    std::vector<StoredEvent> events;
};

/// A name in the folder for this session's events that no earlier file has.
[[nodiscard]] std::string new_recovery_path(const std::string& folder, const std::string& session);
/// Replaces the file as a whole, atomically. Codes of `write_local_file`.
base::Status write_recovery(const std::string& path, const RecoveryFile& file);
/// Codes of `read_local_file`.
[[nodiscard]] base::Result<RecoveryFile> read_recovery(const std::string& path);
/// Room kept free for recovery files, so that a full disk does not cost a session: a file beside the folder, given up when
/// the first session must be kept aside. Failing to make it changes nothing.
void keep_reserve(const std::string& folder);
void give_up_reserve(const std::string& folder);

/// Paths of all recovery files of a folder.
[[nodiscard]] std::vector<std::string> recovery_files(const std::string& folder);

} // namespace timbang::store
