#include <algorithm>
#include <set>
#include <utility>

#include "base/hash.h"
#include "content/draft.h"
#include "content/draft/merge.h"

namespace timbang::content {

namespace {

constexpr const char* kLabel = "author.undo-outside";

std::string hash_of(const std::shared_ptr<const std::string>& text) { return text == nullptr ? "" : base::sha256(*text); }

bool same(const std::shared_ptr<const std::string>& a, const std::shared_ptr<const std::string>& b) {
    return a == b || (a != nullptr && b != nullptr && *a == *b);
}

} // namespace

void Draft::settle(const DiskFile* disk, const std::string& path, Group& group, TakenOver& taken) {
    const std::string hash = disk == nullptr ? "" : disk->hash;
    const Shared theirs = disk == nullptr ? nullptr : disk->text;
    const auto clash =
        std::find_if(clashes_.begin(), clashes_.end(), [&](const Clash& known) { return known.path == path; });
    File& file = files_.try_emplace(path, File{nullptr, false, true, nullptr, ""}).first->second;
    if (hash == file.hash) {
        if (clash != clashes_.end() && hash_of(clash->theirs) != hash) clashes_.erase(clash); // put back as it was
        return;
    }
    if (clash != clashes_.end()) clashes_.erase(clash);
    const auto now_saved = [&] {
        file.saved = theirs;
        file.hash = hash;
    };
    const bool picture = (disk != nullptr && theirs == nullptr) || (!file.is_text && file.text == nullptr && file.there);
    if (!differs(file) && picture) { // looked at only: nothing to undo
        forget(path);
        file = File{theirs, disk != nullptr, theirs != nullptr, theirs, hash};
        ++version_;
        taken.taken.push_back(path);
    } else if (!differs(file)) {
        set_text(group, path, theirs);
        now_saved();
        taken.taken.push_back(path);
    } else if (same(file.there ? file.text : nullptr, theirs) && (theirs != nullptr || hash.empty())) {
        now_saved();
    } else if (const auto merged = file.there && file.text != nullptr && file.saved != nullptr && theirs != nullptr
                                       ? merge_lines(*file.saved, *file.text, *theirs)
                                       : std::nullopt) {
        set_text(group, path, std::make_shared<const std::string>(*merged));
        now_saved();
        taken.merged.push_back(path);
    } else {
        clashes_.push_back({path, file.there ? file.text : nullptr, theirs});
        taken.clashing.push_back(path);
    }
}

TakenOver Draft::take(const DiskState& disk, base::Time now) {
    TakenOver taken;
    Group group{kLabel, {}, false, now};
    std::set<std::string_view> listed;
    for (const DiskFile& file : disk) {
        listed.insert(file.path);
        settle(&file, file.path, group, taken);
    }
    std::vector<std::string> gone;
    for (const auto& entry : files_)
        if (!listed.contains(entry.first)) gone.push_back(entry.first);
    for (const std::string& path : gone) settle(nullptr, path, group, taken);
    record(std::move(group));
    return taken;
}

void Draft::keep_mine(const std::string& path, base::Time now) {
    const auto found = std::find_if(clashes_.begin(), clashes_.end(), [&](const Clash& clash) { return clash.path == path; });
    if (found == clashes_.end()) return;
    const Clash clash = *found;
    const Shared mine = there(path) == nullptr ? nullptr : files_.at(path).text;
    clashes_.erase(found);
    // Their text goes into the history first, so that undo brings it back.
    Group outside{kLabel, {}, false, now};
    set_text(outside, path, clash.theirs);
    record(std::move(outside));
    Group kept{"author.undo-keep-mine", {}, false, now};
    set_text(kept, path, mine);
    record(std::move(kept));
    File& file = files_.at(path);
    file.saved = clash.theirs;
    file.hash = hash_of(clash.theirs);
}

void Draft::take_theirs(const std::string& path, base::Time now) {
    const auto found = std::find_if(clashes_.begin(), clashes_.end(), [&](const Clash& clash) { return clash.path == path; });
    if (found == clashes_.end()) return;
    const Clash clash = *found;
    clashes_.erase(found);
    Group group{"author.undo-take-theirs", {}, false, now};
    set_text(group, path, clash.theirs);
    record(std::move(group));
    File& file = files_.at(path);
    file.saved = clash.theirs;
    file.hash = hash_of(clash.theirs);
}

Recovery Draft::recovery(const std::string& folder, base::Time now) const {
    Recovery kept{folder, now, {}};
    const auto value = [](const Shared& text) { return text == nullptr ? std::nullopt : std::optional(*text); };
    for (const auto& [path, file] : files_)
        if (differs(file)) kept.files.push_back({path, value(file.there ? file.text : nullptr), value(file.saved)});
    return kept;
}

TakenOver Draft::recover(const Recovery& recovery, base::Time now) {
    TakenOver taken;
    Group group{"author.undo-recovered", {}, false, now};
    for (const Recovery::File& kept : recovery.files) {
        const auto shared = [](const std::optional<std::string>& text) {
            return text ? std::make_shared<const std::string>(*text) : nullptr;
        };
        const Shared mine = shared(kept.text);
        const Shared began = shared(kept.saved);
        const File* file = there(kept.path);
        const Shared current = file == nullptr ? nullptr : file->text;
        if (same(current, mine)) continue;
        if (same(current, began)) {
            set_text(group, kept.path, mine);
            taken.taken.push_back(kept.path);
            continue;
        }
        const auto merged = current != nullptr && mine != nullptr && began != nullptr
                                ? merge_lines(*began, *mine, *current)
                                : std::nullopt;
        if (merged) {
            set_text(group, kept.path, std::make_shared<const std::string>(*merged));
            taken.merged.push_back(kept.path);
        } else {
            set_text(group, kept.path, mine);
            clashes_.push_back({kept.path, mine, current});
            taken.clashing.push_back(kept.path);
        }
    }
    record(std::move(group));
    return taken;
}

} // namespace timbang::content
