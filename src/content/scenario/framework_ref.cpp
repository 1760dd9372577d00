#include <algorithm>

#include "base/files.h"
#include "content/framework/reader.h"
#include "content/framework_shelf.h"
#include "content/scenario/reading.h"

namespace timbang::content {

namespace {

std::vector<std::string> framework_names(const std::vector<std::string>& folders) {
    std::vector<std::string> names;
    constexpr std::string_view ending = ".yaml";
    for (const std::string& folder : folders)
        for (const std::string& name : base::list_folder(folder))
            if (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending)
                names.push_back(name.substr(0, name.size() - ending.size()));
    return names;
}

} // namespace

void join_short_notes(base::Diagnostics& findings) {
    std::string ids;
    std::int64_t count = 0;
    base::Finding* first = nullptr;
    for (base::Finding& finding : findings) {
        if (finding.code != "short-missing") continue;
        const std::string& id = std::get<std::string>(finding.args.front().second);
        ids += (count++ == 0 ? "" : ", ") + id;
        if (first == nullptr) first = &finding;
    }
    if (first == nullptr) return;
    first->args = {{"ids", ids}, {"count", count}};
    std::size_t at = 0;
    std::erase_if(findings, [&](const base::Finding& finding) {
        return finding.code == "short-missing" && at++ != 0;
    });
}

LoadedFramework load_framework(const std::string& path) {
    LoadedFramework loaded = *FrameworkShelf().read(path);
    join_short_notes(loaded.findings);
    return loaded;
}

namespace {

/// The rule pack that the case brings along, as packages do; else the file of it in one of the folders.
void read_framework_of(Reading& reading, const CaseFolder& where, const CheckContext& context,
                       const std::vector<std::string>& folders, const std::string& id) {
    const std::string own = "frameworks/" + id + ".yaml";
    if (where.source->kind(own) == base::FileKind::File) {
        reading.framework_file = std::make_shared<const LoadedFramework>(read_framework_file(where.source, own));
        reading.framework_shown = where.variant.empty() ? own : "../../" + own;
        return;
    }
    for (const std::string& place : folders) {
        const std::string path = base::join_path(place, id + ".yaml");
        if (base::file_kind(path) != base::FileKind::File) continue;
        reading.framework_file = context.shelf ? context.shelf->read(path) : FrameworkShelf().read(path);
        reading.framework_shown = &place == folders.data() ? "../frameworks/" + id + ".yaml" : path;
        return;
    }
}

} // namespace

std::string frameworks_beside(const CaseFolder& where) {
    if (!where.packed) return base::join_path(where.folder, "../frameworks");
    const std::string above = base::parent_path(where.folder);
    return base::join_path(above.empty() ? "." : above, "frameworks");
}

/// `framework: practice-22-2021@1`, looked for in the case and beside it first.
void find_framework(Reading& reading, yaml::Fields& fields, const CaseFolder& where, const CheckContext& context) {
    const yaml::Node* node = fields.find("framework");
    if (node == nullptr) return;
    const auto reference = yaml::as_word(*node, reading.findings);
    if (!reference) return;
    const std::string id = reference->substr(0, reference->find('@'));
    const std::string version = id.size() < reference->size() ? reference->substr(id.size() + 1) : "";
    if (id.empty() || id.find('/') != std::string::npos || id.find("..") != std::string::npos)
        return yaml::add_bad_value(reading.findings, *node, "framework");
    std::vector<std::string> folders{frameworks_beside(where)};
    folders.insert(folders.end(), context.framework_folders.begin(), context.framework_folders.end());
    read_framework_of(reading, where, context, folders, id);
    if (reading.framework_file) {
        const auto& framework = reading.framework_file->framework;
        if (framework != nullptr && !version.empty() && version != std::to_string(framework->version))
            return yaml::add_error(reading.findings, node->span(), "unknown-version",
                                   {{"found", version}, {"known", std::to_string(framework->version)}});
        if (framework == nullptr)
            yaml::add_error(reading.findings, node->span(), "broken-framework", {{"id", id}});
        reading.framework = framework;
        return;
    }
    const std::string near = yaml::nearest(id, framework_names(folders));
    yaml::add_error(reading.findings, node->span(), "unknown-framework", {{"id", id}, {"near", yaml::near_arg(near)}});
}

} // namespace timbang::content
