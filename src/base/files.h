#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace timbang::base {

enum class Links { Follow, Refuse };
/// Whole content of a file. Codes: "file-not-found", "file-unreadable", "file-too-large" (args path, limit in bytes), and
/// "file-is-link" for a link where links are refused (in the last name of the path).
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t limit = std::size_t{256} << 20,
                                            Links links = Links::Follow);

/// A name of its own in the same folder, hidden, so that moving what is written there to `path` is one step. It differs
/// each time: two programs that write the same file do not meet.
[[nodiscard]] std::string name_beside(const std::string& path);
/// Writes beside the file, syncs, renames over it and syncs the folder: after a power loss the old or the new content is
/// there, never half of it. Codes: "file-unwritable", "disk-full".
Status write_file_atomically(const std::string& path, std::string_view content);

/// Makes the folder and those above it. Code "folder-unwritable".
Status make_folders(const std::string& path);

/// Joins a path from an authored file to a folder. Code "path-leaves-folder" for absolute paths, `..` that climbs out, and
/// links that point outside.
[[nodiscard]] Result<std::string> safe_join(const std::string& folder, std::string_view path);

enum class FileKind { Missing, File, Folder };
[[nodiscard]] FileKind file_kind(const std::string& path);
/// Modification time in nanoseconds since 1970 and size; 0 where the file is missing.
struct FileStamp { long long modified = 0; long long size = 0; friend bool operator==(FileStamp, FileStamp) = default; };
[[nodiscard]] FileStamp file_stamp(const std::string& path);
/// Names in a folder, sorted; empty where there is none.
[[nodiscard]] std::vector<std::string> list_folder(const std::string& path);
/// A name in the folder that equals `name` but for the case of letters; "" where there is none.
[[nodiscard]] std::string same_but_case(const std::string& folder, std::string_view name);

/// Whether the path, or the nearest folder above it that exists, lies on a network or user-space file system, where locks and
/// shared memory cannot be relied on.
[[nodiscard]] bool on_network(const std::string& path);

[[nodiscard]] std::string join_path(std::string_view folder, std::string_view name);
[[nodiscard]] std::string parent_path(std::string_view path);
[[nodiscard]] std::string file_name(std::string_view path);

} // namespace timbang::base
