#include "content/scenario/files.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "content/yaml/fields.h"

namespace timbang::content {

namespace {

constexpr const char* kLeaves = "path-leaves-folder";
constexpr std::size_t kFirstMerged = std::size_t{16} << 10; ///< bytes for nodes of files that were merged

} // namespace

bool Files::inside(const std::string& path, const yaml::Stretch& where, base::Diagnostics& findings) const {
    if (layers_[0].source->inside(path)) return true;
    yaml::add_error(findings, where, kLeaves, {{"path", path}});
    return false;
}

const Files::Layer& Files::layer_of(const std::string& path) {
    const Layer& variant = layers_[1];
    return variant.source && variant.source->kind(path) == base::FileKind::File ? variant : layers_[0];
}

void Files::report_missing(const std::string& path, const yaml::Stretch& where, base::Diagnostics& findings) const {
    std::string near;
    for (const Layer* layer : {&layers_[1], &layers_[0]})
        if (near.empty() && layer->source) near = other_case(*layer->source, path);
    if (near == path) near.clear(); // it is there, but no file
    if (findings.size() >= yaml::kMostFindings) return;
    yaml::add_error(findings, where, "missing-file", {{"path", path}, {"near", yaml::near_arg(near)}});
    // Only where the place is the name itself: `briefing` stands for briefing.id.md.
    const std::size_t length = where.end.offset - where.begin.offset;
    if (!near.empty() && (length == path.size() || length == path.size() + 2)) findings.back().fix = base::Fix{where, near};
}

std::optional<Files::Opened> Files::read(const Layer& layer, const std::string& path, std::size_t limit,
                                         const yaml::Stretch& where, base::Diagnostics& findings) {
    auto content = layer.source->read(path, limit);
    if (content) return Opened{layer.prefix + path, std::move(content).value()};
    const std::string& code = content.error().code;
    if (code == kLeaves)
        yaml::add_error(findings, where, kLeaves, {{"path", path}});
    else if (code == "file-not-found")
        report_missing(path, where, findings);
    else if (code == "file-too-large")
        yaml::add_error(findings, where, "too-large",
                        {{"path", path}, {"limit", static_cast<std::int64_t>(limit >> 20)}});
    else
        yaml::add_error(findings, where, "unreadable-file", {{"path", path}});
    return std::nullopt;
}

std::optional<Files::Opened> Files::open(const std::string& path, std::size_t limit, const yaml::Stretch& where,
                                         base::Diagnostics& findings) {
    return read(layer_of(path), path, limit, where, findings);
}

std::optional<Files::Opened> Files::bytes(const std::string& path, std::size_t limit, const yaml::Stretch& where,
                                          base::Diagnostics& findings) {
    auto file = open(path, limit, where, findings);
    if (file && hashes_ == Hashes::Fill)
        read_.push_back({path, nullptr, base::sha256(file->bytes), false, std::nullopt});
    return file;
}

yaml::Source& Files::keep(const std::string& path, Opened file) {
    sources_.push_back(std::make_unique<yaml::Source>(std::move(file.shown), std::move(file.bytes)));
    read_.push_back({path, sources_.back().get(), "", false, std::nullopt});
    return *sources_.back();
}

const Files::Read* Files::shared(const Layer& layer, const std::string& path) const {
    if (below_ == nullptr || &layer != &layers_[0]) return nullptr;
    const auto same =
        std::find_if(below_->read_.begin(), below_->read_.end(), [&](const Read& read) { return read.path == path; });
    return same == below_->read_.end() ? nullptr : &*same;
}

const yaml::Source* Files::text(const std::string& path, const yaml::Stretch& where, base::Diagnostics& findings) {
    const Layer& layer = layer_of(path);
    if (const Read* known = shared(layer, path); known != nullptr && known->sound) return known->source;
    auto file = read(layer, path, yaml::kMaxBytes, where, findings);
    if (!file) return nullptr;
    const yaml::Source& source = keep(path, std::move(*file));
    if (const auto bad = base::invalid_utf8(source.text())) {
        yaml::add_error(findings, source.span_at(*bad, *bad + 1), "not-utf8");
        return nullptr;
    }
    read_.back().sound = true;
    return &source;
}

std::optional<yaml::Node> Files::layer_yaml(const Layer& layer, const std::string& path, const yaml::Stretch& where,
                                            base::Diagnostics& findings) {
    if (const Read* known = shared(layer, path); known != nullptr && known->tree) return known->tree;
    auto file = read(layer, path, yaml::kMaxBytes, where, findings);
    if (!file) return std::nullopt;
    const std::size_t found = findings.size();
    auto tree = yaml::parse(keep(path, std::move(*file)), findings);
    if (findings.size() == found) read_.back().tree = tree;
    return tree;
}

std::optional<yaml::Node> Files::yaml(const std::string& path, const yaml::Stretch& where,
                                      base::Diagnostics& findings) {
    const Layer& top = layer_of(path);
    if (&top != &layers_[1]) return layer_yaml(layers_[0], path, where, findings);
    auto over = layer_yaml(top, path, where, findings);
    if (layers_[0].source->kind(path) != base::FileKind::File) return over;
    auto under = layer_yaml(layers_[0], path, where, findings);
    if (!over || !under) return std::nullopt;
    if (!arena_) arena_ = std::make_unique<yaml::Arena>(kFirstMerged);
    return yaml::overlaid(*under, *over, *arena_);
}

std::string Files::content_hash() const {
    std::vector<std::pair<std::string_view, std::string>> files;
    for (const Read& file : read_)
        files.emplace_back(file.path, file.source == nullptr ? file.hash : base::sha256(file.source->text()));
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    base::Sha256 sum;
    for (const auto& [path, hash] : files) {
        sum.add(path);
        sum.add(std::string_view("\0", 1));
        sum.add(hash);
        sum.add("\n");
    }
    return sum.finish();
}

} // namespace timbang::content
