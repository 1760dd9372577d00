#include "content/beside.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/files.h"
#include "base/utf8.h"
#include "content/checks/checks.h"
#include "content/framework/reader.h"
#include "content/framework_shelf.h"
#include "content/scenario/files.h"

namespace timbang::content {

namespace {

constexpr std::string_view kEnding = ".yaml";

std::string folder_of(const std::string& path) {
    const std::string folder = base::parent_path(path);
    return folder.empty() ? "." : folder;
}

} // namespace

std::string kind_of_file(const std::string& path) {
    auto text = base::read_file(path, yaml::kMaxBytes);
    if (!text || base::invalid_utf8(*text)) return "";
    yaml::Source source("", std::move(*text));
    base::Diagnostics ignored;
    const auto root = yaml::parse(source, ignored);
    const yaml::Node* const kind = root ? root->get("kind") : nullptr;
    return kind != nullptr && kind->is_scalar() ? std::string(kind->text) : "";
}

std::vector<std::string> folders_beside(const std::string& path, const std::string& name,
                                        const CheckContext& context) {
    std::vector<std::string> above{base::join_path(folder_of(path), "..")};
    for (const std::string& frameworks : context.framework_folders) above.push_back(folder_of(frameworks));
    if (!name.empty())
        for (std::string& folder : above) folder = base::join_path(folder, name);
    return above;
}

std::vector<std::string> yaml_names(const std::vector<std::string>& folders) {
    std::vector<std::string> names;
    for (const std::string& folder : folders)
        for (const std::string& name : base::list_folder(folder))
            if (name.size() > kEnding.size() && name.ends_with(kEnding))
                names.push_back(name.substr(0, name.size() - kEnding.size()));
    return names;
}

void check_id(const yaml::Fields& fields, const std::string& id, const std::string& path, base::Diagnostics& findings) {
    const std::string name = base::file_name(path);
    if (id.empty() || id + std::string(kEnding) == name) return;
    const yaml::Node* const node = fields.node().get("id");
    yaml::add_error(findings, node->span(), "name-differs", {{"id", id}, {"file", name}});
}

void check_format(yaml::Fields& fields, base::Diagnostics& findings) {
    if (const yaml::Node* format = fields.find("timbang"); format != nullptr && format->text != "1")
        yaml::add_error(findings, format->span(), "unknown-version",
                        {{"found", std::string(format->text)}, {"known", "1"}});
    static_cast<void>(fields.choice("kind"));
}

std::shared_ptr<const domain::Framework> named_framework(const yaml::Node& node, const std::string& path,
                                                         const CheckContext& context, base::Diagnostics& findings) {
    const auto reference = yaml::as_word(node, findings);
    if (!reference) return nullptr;
    const std::size_t at = std::min(reference->find('@'), reference->size());
    const std::string id = reference->substr(0, at);
    const std::string version = at < reference->size() ? reference->substr(at + 1) : "";
    if (!yaml::is_id(id) || id.find("..") != std::string::npos) {
        yaml::add_bad_value(findings, node, "framework");
        return nullptr;
    }
    std::vector<std::string> folders{base::join_path(folder_of(path), "../frameworks")};
    folders.insert(folders.end(), context.framework_folders.begin(), context.framework_folders.end());
    for (const std::string& folder : folders) {
        const std::string file = base::join_path(folder, id + std::string(kEnding));
        if (base::file_kind(file) != base::FileKind::File) continue;
        const auto loaded = context.shelf ? context.shelf->read(file) : FrameworkShelf().read(file);
        if (loaded->framework == nullptr) {
            yaml::add_error(findings, node.span(), "broken-framework", {{"id", id}});
        } else if (const std::string known = std::to_string(loaded->framework->version);
                   !version.empty() && version != known) {
            yaml::add_error(findings, node.span(), "unknown-version", {{"found", version}, {"known", known}});
        }
        return loaded->framework;
    }
    add_unknown(findings, node.span(), "unknown-framework", id, yaml_names(folders));
    return nullptr;
}

void sort_by_place(base::Diagnostics& findings) {
    const auto order = [](const base::Finding& finding) {
        return std::tie(finding.where.line, finding.where.column, finding.code);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const base::Finding& a, const base::Finding& b) { return order(a) < order(b); });
}

bool read_alone(const std::string& path, const CheckContext& context, base::Diagnostics& findings,
                const std::function<void(const yaml::Node& root)>& read) {
    const std::string name = base::file_name(path);
    Files files(std::make_shared<FolderSource>(folder_of(path)), Hashes::Skip);
    const auto root = files.yaml(name, {name, {}, {}}, findings);
    if (root) read(*root);
    std::set<char32_t> known;
    if (context.has_glyph)
        for (const auto& source : files.sources()) check_letters(*source, context.has_glyph, known, findings);
    sort_by_place(findings);
    return root && !base::has_errors(findings);
}

} // namespace timbang::content
