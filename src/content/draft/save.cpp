#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"
#include "content/draft.h"

namespace timbang::content {

namespace {

constexpr const char* kCaseFile = "scenario.yaml";
/// First line of a recovery copy; the SHA-256 of the rest follows on the same line.
constexpr std::string_view kMagic = "timbang-draft 1 ";

/// The removal whose name differs from that of a write only in the case of letters: on many memory sticks both are one
/// file, so that it has to go first.
const SavePlan::Write* makes_room(const SavePlan& plan, const SavePlan::Write& write) {
    const std::string folded = base::fold_case(write.path);
    for (const SavePlan::Write& removal : plan.removals)
        if (base::fold_case(removal.path) == folded) return &removal;
    return nullptr;
}

std::optional<base::Error> not_as_expected(const SavePlan::Write& write, const SavePlan::Write* same,
                                           const DraftFolder& folder) {
    const auto bytes = folder.read(write.path);
    const bool missing = !bytes && bytes.error().code == "file-not-found";
    if (!bytes && !missing) return bytes.error();
    const std::string hash = missing ? "" : base::sha256(*bytes);
    const bool wanted = write.text != nullptr ? bytes.ok() && *bytes == *write.text : missing;
    if (hash == write.expected || wanted || (same != nullptr && hash == same->expected)) return std::nullopt;
    return base::Error("draft-changed-outside", {{"path", write.path}});
}

nlohmann::json json_text(const std::optional<std::string>& text) {
    return text ? nlohmann::json(*text) : nlohmann::json(nullptr);
}

bool read_file_entry(const nlohmann::json& entry, Recovery::File& file) {
    if (!entry.is_object()) return false;
    const auto text = [&](const char* key, std::optional<std::string>& into) {
        const auto found = entry.find(key);
        if (found == entry.end() || (!found->is_string() && !found->is_null())) return false;
        if (found->is_string()) into = found->get<std::string>();
        return true;
    };
    const auto path = entry.find("path");
    if (path == entry.end() || !path->is_string()) return false;
    file.path = path->get<std::string>();
    return text("text", file.text) && text("saved", file.saved);
}

} // namespace

SavePlan Draft::plan_save() const {
    SavePlan plan;
    for (const auto& [path, file] : files_) {
        const bool clashing =
            std::any_of(clashes_.begin(), clashes_.end(), [&, &at = path](const Clash& clash) { return clash.path == at; });
        if (!differs(file) || clashing) continue;
        (file.there ? plan.writes : plan.removals).push_back({path, file.there ? file.text : nullptr, file.hash});
    }
    std::stable_partition(plan.writes.begin(), plan.writes.end(), [](const auto& write) { return write.path != kCaseFile; });
    return plan;
}

SaveDone carry_out(const SavePlan& plan, DraftFolder& folder) {
    SaveDone done;
    for (const SavePlan::Write& write : plan.writes)
        if ((done.error = not_as_expected(write, makes_room(plan, write), folder))) return done;
    for (const SavePlan::Write& removal : plan.removals)
        if ((done.error = not_as_expected(removal, nullptr, folder))) return done;
    const auto take_away = [&](const SavePlan::Write& removal) {
        if (std::find(done.removed.begin(), done.removed.end(), removal.path) != done.removed.end()) return true;
        base::Status removed = folder.remove(removal.path);
        if (removed) done.removed.push_back(removal.path);
        else done.error = removed.error();
        return removed.ok();
    };
    for (const SavePlan::Write& write : plan.writes) {
        const SavePlan::Write* const same = makes_room(plan, write);
        if (same != nullptr && !take_away(*same)) return done;
        if (base::Status written = folder.write(write.path, *write.text); !written) {
            done.error = written.error();
            return done;
        }
        done.written.push_back({write.path, write.text, base::sha256(*write.text)});
    }
    for (const SavePlan::Write& removal : plan.removals)
        if (!take_away(removal)) break;
    return done;
}

void Draft::note(const SaveDone& done) {
    for (const SavePlan::Write& write : done.written) {
        File& file = files_[write.path];
        file.saved = write.text;
        file.hash = write.expected;
    }
    for (const std::string& path : done.removed) {
        File& file = files_[path];
        file.saved = nullptr;
        file.hash.clear();
    }
    typing_open_ = false;
}

std::string write_recovery(const Recovery& recovery) {
    nlohmann::json files = nlohmann::json::array();
    for (const Recovery::File& file : recovery.files)
        files.push_back({{"path", file.path}, {"text", json_text(file.text)}, {"saved", json_text(file.saved)}});
    const std::string body = base::canonical_json(
        {{"at", recovery.at.time_since_epoch().count()}, {"files", std::move(files)}, {"folder", recovery.folder}});
    return std::string(kMagic) + base::sha256(body) + "\n" + body;
}

base::Result<Recovery> read_recovery(std::string_view bytes, const std::string& path) {
    const base::Error damaged("recovery-damaged", {{"path", path}});
    const std::size_t line = bytes.find('\n');
    if (!bytes.starts_with(kMagic) || line == std::string_view::npos) return damaged;
    const std::string_view body = bytes.substr(line + 1);
    if (bytes.substr(kMagic.size(), line - kMagic.size()) != base::sha256(body)) return damaged;
    const auto json = base::parse_json(body);
    if (!json || !json->is_object() || !json->contains("at") || !(*json)["at"].is_number_integer() ||
        !json->contains("folder") || !(*json)["folder"].is_string() || !json->contains("files") ||
        !(*json)["files"].is_array())
        return damaged;
    Recovery recovery;
    recovery.at = base::Time(std::chrono::milliseconds((*json)["at"].get<std::int64_t>()));
    recovery.folder = (*json)["folder"].get<std::string>();
    for (const nlohmann::json& entry : (*json)["files"]) {
        Recovery::File file;
        if (!read_file_entry(entry, file)) return damaged;
        recovery.files.push_back(std::move(file));
    }
    return recovery;
}

} // namespace timbang::content
