#include "store/library_index.h"

#include "store/local_file.h"
#include "store/pack.h"

namespace timbang::base {

template <class Archive> void serialize(Archive& archive, Text& text) { archive(text.id, text.en); }
template <class Archive> void serialize(Archive& archive, FileStamp& stamp) { archive(stamp.modified, stamp.size); }

} // namespace timbang::base

namespace timbang::store {
namespace {

constexpr std::string_view kKind = "LIBR";
constexpr std::uint32_t kVersion = 3;

} // namespace

template <class Archive> void serialize(Archive& archive, IndexedCase& entry) {
    archive(entry.folder, entry.id, entry.version, entry.title, entry.district, entry.framework, entry.purpose,
            entry.about, entry.level,
            entry.guided, entry.minutes, entry.indicators, entry.broken, entry.sealed, entry.stamp);
}

bool stale(const IndexedCase& entry) {
    const bool packed = base::file_kind(entry.folder) == base::FileKind::File;
    return !(base::file_stamp(packed ? entry.folder : base::join_path(entry.folder, "scenario.yaml")) == entry.stamp);
}

std::vector<IndexedCase> load_library_index(const std::string& path) {
    const base::Result<LocalFile> file = read_local_file(path, kKind, kVersion);
    if (!file) return {};
    return unpack<std::vector<IndexedCase>>(file->content).value_or(std::vector<IndexedCase>());
}

base::Status save_library_index(const std::string& path, const std::vector<IndexedCase>& cases) {
    return write_local_file(path, kKind, kVersion, pack(cases));
}

} // namespace timbang::store
