#include <memory>

#include <zip.h>

#include "content/package/zip.h"

namespace timbang::content {

namespace {

constexpr zip_uint16_t kTime = 0;               ///< midnight
constexpr zip_uint16_t kDate = (1 << 5) | 1;    ///< 1 January 1980, the first day that a zip knows
constexpr zip_uint32_t kMode = 0100644U << 16; ///< a regular file that everybody may read
constexpr zip_uint32_t kLevel = 9;

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

base::Error unwritable() { return base::Error("package-unwritable"); }

bool add(zip_t* archive, const std::string& name, const std::string& content) {
    zip_source_t* const source = zip_source_buffer(archive, content.data(), content.size(), 0);
    if (!source) return false;
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    return zip_file_set_dostime(archive, at, kTime, kDate, 0) == 0 &&
           zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, kLevel) == 0 &&
           zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kMode) == 0;
}

base::Result<std::string> bytes_of(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return unwritable();
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
    (void)zip_source_close(source);
    if (count < 0 || static_cast<std::size_t>(count) != bytes.size()) return unwritable();
    return bytes;
}

} // namespace

base::Result<std::string> write_zip(const ZipEntries& entries) {
    zip_error_t why;
    zip_error_init(&why);
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &why));
    zip_t* const archive = source ? zip_open_from_source(source.get(), ZIP_TRUNCATE, &why) : nullptr;
    zip_error_fini(&why);
    if (!archive) return unwritable();
    zip_source_keep(source.get()); // closing the archive gives its own hold up
    for (const auto& [name, content] : entries)
        if (!add(archive, name, content)) {
            zip_discard(archive);
            return unwritable();
        }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        return unwritable();
    }
    return bytes_of(source.get());
}

} // namespace timbang::content
