#include "content/new_case.h"

#include <algorithm>

#include "base/files.h"
#include "base/utf8.h"
#include "content/draft.h"
#include "content/package.h"
#include "content/yaml/edit.h"

namespace timbang::content {

namespace {

constexpr const char* kSmall = "small";
constexpr const char* kScenarioFile = "scenario.yaml";
constexpr std::size_t kMostFiles = 200;

base::Status add_files(const std::string& folder, FileTexts& files) {
    FolderSource source(folder);
    const std::vector<std::string> paths = all_files(source, kMostFiles + 1);
    if (paths.size() > kMostFiles) return base::Error("new-template-broken");
    for (const std::string& path : paths) {
        auto content = source.read(path, kMostFileBytes);
        if (!content) return content.error();
        files.insert_or_assign(path, std::move(*content));
    }
    return {};
}

/// The values of some keys at the top of a case, each in its place: the rest of the file stays as it is.
base::Result<std::string> with_values(const std::string& text,
                                      const std::vector<std::pair<const char*, yaml::Value>>& values) {
    yaml::Editor editor(kScenarioFile, text);
    for (const auto& [key, value] : values)
        if (editor.at({key}) == nullptr || !editor.set({key}, value)) return base::Error("new-template-broken");
    return editor.text();
}

/// In one line.
std::string title_line(std::string title) {
    std::replace_if(title.begin(), title.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return title;
}

} // namespace

std::vector<std::string> template_names(const std::string& folder) {
    std::vector<std::string> names;
    for (const std::string& name : base::list_folder(folder))
        if (base::file_kind(base::join_path(base::join_path(folder, name), kScenarioFile)) == base::FileKind::File)
            names.push_back(name);
    return names;
}

std::string id_from_name(const std::string& name) {
    std::string id;
    for (const char c : base::fold_case(name)) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits)
            id += c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    return id;
}

base::Result<FileTexts> files_of_template(const std::string& folder, const std::string& name, const std::string& id,
                                          const std::string& title) {
    const std::vector<std::string> known = template_names(folder);
    if (std::find(known.begin(), known.end(), name) == known.end())
        return base::Error("new-template", {{"name", name}, {"known", base::join(known)}});
    if (id.empty() || id != id_from_name(id)) return base::Error("new-name", {{"name", id}});
    FileTexts files;
    for (const std::string& layer : {std::string(kSmall), name})
        if (base::Status added = add_files(base::join_path(folder, layer), files); !added) return added.error();
    // An id of letters, digits and hyphens needs no quotes, unless all of it is digits, which is text here as well.
    auto text = with_values(files[kScenarioFile], {{"id", yaml::word(id)},
                                                   {"version", yaml::word("0.1.0")},
                                                   {"title", yaml::quotation(title_line(title))}});
    if (!text) return text.error();
    files[kScenarioFile] = std::move(*text);
    return files;
}

base::Status write_new_case(const FileTexts& files, const std::string& folder) {
    if (base::file_kind(folder) != base::FileKind::Missing) return base::Error("new-folder-exists", {{"path", folder}});
    Package package;
    package.files = std::make_shared<const FileTexts>(files);
    return unpack(package, folder, Existing::Refuse);
}

base::Status copy_case(const std::string& from, const std::string& folder, const std::string& id) {
    const auto source = folder_on_disk(from);
    const auto paths = source->list();
    if (!paths) return paths.error();
    FileTexts files;
    for (const std::string& path : *paths) {
        auto bytes = source->read(path);
        if (!bytes) return bytes.error();
        files.insert_or_assign(path, std::move(bytes).value());
    }
    const auto main = files.find(kScenarioFile);
    if (main != files.end())
        if (auto text = with_values(main->second, {{"id", yaml::word(id)}})) main->second = std::move(text).value();
    return write_new_case(files, folder);
}

} // namespace timbang::content
