#include <memory>

#include <zip.h>

#include "content/package.h"
#include "content/package/zip.h"

namespace timbang::content {

namespace {

// Kinds of files in the upper half of a Unix entry's attributes.
constexpr zip_uint32_t kKindMask = 0xF000, kRegular = 0x8000, kFolder = 0x4000;

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { (void)zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using File = std::unique_ptr<zip_file_t, CloseFile>;

base::Error error(const char* code, const std::string& name) { return base::Error(code, {{"name", name}}); }
base::Error over(const char* code, const std::string& name, std::size_t limit) {
    return base::Error(code, {{"name", name}, {"limit", static_cast<std::int64_t>(limit)}});
}

Archive opened(std::string_view bytes, int flags) {
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &why);
    zip_t* const archive = source ? zip_open_from_source(source, flags, &why) : nullptr;
    if (!archive && source) zip_source_free(source);
    zip_error_fini(&why);
    return Archive(archive);
}

/// Why a zip was refused: names that are there twice count as contradictions of it too.
base::Error damage(std::string_view bytes) {
    const Archive archive = opened(bytes, ZIP_RDONLY);
    const zip_int64_t count = archive ? zip_get_num_entries(archive.get(), 0) : 0;
    std::vector<std::string> names;
    for (zip_int64_t i = 0; i < count && names.size() <= kMostPackageFiles; ++i)
        if (const char* name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW))
            names.emplace_back(name);
    const base::Status fine = check_package_names(names);
    return fine ? base::Error("package-damaged") : fine.error();
}

base::Result<Archive> open_archive(std::string_view bytes) {
    if (bytes.size() > kMostPackedBytes) return over("package-too-large", "", kMostPackedBytes >> 20);
    if (!bytes.starts_with("PK")) return base::Error("package-not-zip");
    Archive archive = opened(bytes, ZIP_RDONLY | ZIP_CHECKCONS);
    if (!archive) return damage(bytes);
    return archive;
}

/// What the directory of the zip says of an entry.
struct Entry {
    zip_uint64_t index = 0;
    std::string name;
    zip_uint64_t size = 0;
    zip_uint64_t packed = 0;
    bool folder = false;
};

/// Only regular files and folders, neither encrypted nor compressed in an unusual way.
base::Status check_kind(zip_t* archive, const Entry& entry, const zip_stat_t& stat) {
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return error("package-encrypted", entry.name);
    const bool usual = stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE;
    if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0 && !usual)
        return error("package-method", entry.name);
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, entry.index, 0, &system, &attributes) != 0)
        return base::Error("package-damaged");
    const zip_uint32_t kind = (attributes >> 16) & kKindMask;
    const bool plain = kind == 0 || kind == kRegular || (entry.folder && kind == kFolder);
    return plain ? base::Status() : error("package-link", entry.name);
}

base::Result<Entry> look_at(zip_t* archive, zip_uint64_t index) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0 ||
        (stat.valid & ZIP_STAT_SIZE) == 0 || (stat.valid & ZIP_STAT_COMP_SIZE) == 0)
        return base::Error("package-damaged");
    Entry entry{index, stat.name, stat.size, stat.comp_size, false};
    std::string plain = entry.name;
    if (plain.size() > 1 && plain.back() == '/') {
        entry.folder = true;
        plain.pop_back();
    }
    if (base::Status fine = check_package_name(plain); !fine) return fine.error();
    if (base::Status fine = check_kind(archive, entry, stat); !fine) return fine.error();
    if (entry.folder && entry.size != 0) return error("package-name", entry.name);
    if (entry.size > kMostFileBytes) return over("package-file-too-large", entry.name, kMostFileBytes >> 20);
    if (entry.size > kRatioFrom && entry.size / kMostRatio > entry.packed) return error("package-ratio", entry.name);
    return entry;
}

/// The sizes in the directory may lie: reading stops where they are passed.
base::Result<std::string> content_of(zip_t* archive, const Entry& entry) {
    const File file(zip_fopen_index(archive, entry.index, 0));
    if (!file) return base::Error("package-damaged");
    std::string content(static_cast<std::size_t>(entry.size) + 1, '\0');
    std::size_t size = 0;
    while (size < content.size()) {
        const zip_int64_t count = zip_fread(file.get(), content.data() + size, content.size() - size);
        if (count < 0) return base::Error("package-damaged");
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    if (size != entry.size) return base::Error("package-damaged");
    content.resize(size);
    return content;
}

base::Status check_all(const std::vector<Entry>& entries, std::size_t packed) {
    std::vector<std::string> names;
    zip_uint64_t total = 0;
    for (const Entry& entry : entries) {
        names.push_back(entry.name);
        total += entry.size; // at most kMostPackageFiles times kMostFileBytes
    }
    if (total > kMostUnpackedBytes) return over("package-too-large", "", kMostUnpackedBytes >> 20);
    // Entries that share their bytes look harmless one by one.
    if (total > kRatioFrom && total / kMostRatio > packed) return error("package-ratio", entries.front().name);
    return check_package_names(names);
}

} // namespace

base::Result<ZipEntries> read_zip(std::string_view bytes) {
    base::Result<Archive> archive = open_archive(bytes);
    if (!archive) return archive.error();
    const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
    if (count < 0) return base::Error("package-damaged");
    if (static_cast<zip_uint64_t>(count) > kMostPackageFiles) return over("package-too-many", "", kMostPackageFiles);
    std::vector<Entry> entries;
    for (zip_int64_t i = 0; i < count; ++i) {
        base::Result<Entry> entry = look_at(archive->get(), static_cast<zip_uint64_t>(i));
        if (!entry) return entry.error();
        if (!entry->folder) entries.push_back(std::move(*entry));
    }
    if (base::Status fine = check_all(entries, bytes.size()); !fine) return fine.error();
    ZipEntries files;
    for (const Entry& entry : entries) {
        base::Result<std::string> content = content_of(archive->get(), entry);
        if (!content) return content.error();
        files.emplace_back(entry.name, std::move(*content));
    }
    return files;
}

} // namespace timbang::content
