#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"
#include "content/scenario/source.h"
#include "content/yaml/node.h"

namespace timbang::content {

/// Whether a case is read to be played, with the hashes that sessions carry, or only looked at.
enum class Hashes { Fill, Skip };

/// The files of a case. A variant lies upon the case it belongs to: a YAML file there merges into the one below, any other
/// file stands in its place. Remembers every file that was read.
class Files {
public:
    /// `own` is the case's own folder; `variant` is the one that lies upon it, or null. The prefixes lead from where findings
    /// are told (the folder that was asked for) to each of them: "", "variants/b/", "../../".
    Files(std::shared_ptr<FileSource> own, std::string prefix, std::shared_ptr<FileSource> variant,
          std::string variant_prefix, Hashes hashes)
        : hashes_(hashes), layers_{{std::move(own), std::move(prefix)}, {std::move(variant), std::move(variant_prefix)}} {}
    /// The files of one folder.
    Files(std::shared_ptr<FileSource> own, Hashes hashes) : Files(std::move(own), "", nullptr, "", hashes) {}

    /// Takes what the case below a variant has read well already from its files; they must outlive these.
    void share(const Files& below) { below_ = &below; }

    /// Reads and merges a YAML file. Findings as `yaml::parse`, and those of `bytes`.
    [[nodiscard]] std::optional<yaml::Node> yaml(const std::string& path, const yaml::Stretch& where,
                                                 base::Diagnostics& findings);
    /// A text file; "not-utf8".
    [[nodiscard]] const yaml::Source* text(const std::string& path, const yaml::Stretch& where,
                                           base::Diagnostics& findings);
    struct Opened {
        std::string shown; ///< its name in findings
        std::string bytes;
    };
    /// Any file. Findings at `where`: "path-leaves-folder", "missing-file" (with the name that differs only in the case of
    /// letters), "too-large", "unreadable-file".
    [[nodiscard]] std::optional<Opened> bytes(const std::string& path, std::size_t limit, const yaml::Stretch& where,
                                              base::Diagnostics& findings);
    /// "path-leaves-folder" and false for a path that leads out of the case.
    [[nodiscard]] bool inside(const std::string& path, const yaml::Stretch& where, base::Diagnostics& findings) const;

    /// SHA-256 over names and contents of everything that was read; asks for `Hashes::Fill`.
    [[nodiscard]] std::string content_hash() const;
    [[nodiscard]] const std::vector<std::unique_ptr<yaml::Source>>& sources() const { return sources_; }

private:
    struct Layer {
        std::shared_ptr<FileSource> source;
        std::string prefix;
    };
    [[nodiscard]] std::optional<Opened> read(const Layer& layer, const std::string& path, std::size_t limit,
                                             const yaml::Stretch& where, base::Diagnostics& findings);
    [[nodiscard]] const Layer& layer_of(const std::string& path);
    [[nodiscard]] std::optional<Opened> open(const std::string& path, std::size_t limit, const yaml::Stretch& where,
                                             base::Diagnostics& findings);
    void report_missing(const std::string& path, const yaml::Stretch& where, base::Diagnostics& findings) const;
    struct Read {
        std::string path;               ///< within the case
        const yaml::Source* source;     ///< its content, or
        std::string hash;               ///< SHA-256 of what was not kept
        bool sound = false;             ///< text without findings
        std::optional<yaml::Node> tree; ///< of YAML without findings
    };
    yaml::Source& keep(const std::string& path, Opened file);
    /// What the case below has read of a file of its own; null where it has not, or where there were findings.
    [[nodiscard]] const Read* shared(const Layer& layer, const std::string& path) const;
    [[nodiscard]] std::optional<yaml::Node> layer_yaml(const Layer& layer, const std::string& path,
                                                       const yaml::Stretch& where, base::Diagnostics& findings);

    Hashes hashes_;
    Layer layers_[2];
    std::vector<std::unique_ptr<yaml::Source>> sources_;
    std::unique_ptr<yaml::Arena> arena_; ///< of merged nodes
    std::vector<Read> read_;
    const Files* below_ = nullptr;
};

} // namespace timbang::content
