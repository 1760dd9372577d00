#include <algorithm>
#include <utility>

#include "app/author.h"
#include "base/files.h"

namespace timbang::app {

void AuthorController::operator()(const action::SaveCase&) {
    OpenDraft& o = open();
    if (o.saving == AuthorSaving::Saving) return;
    content::SavePlan plan = o.draft.plan_save();
    o.draft.end_typing();
    if (plan.empty()) {
        if (!o.draft.clashes().empty()) return tell("editor.clash-first", {}, Tint::Return);
        o.saving = AuthorSaving::Idle;
        o.saved_at = model_.now();
        return;
    }
    o.saving = AuthorSaving::Saving;
    ++o.saves;
    model_.case_work.start([this, plan = std::move(plan), files = o.files, opened = o.opened](Tasks::Context& task) {
        auto done = std::make_shared<content::SaveDone>(content::carry_out(plan, *files));
        task.deliver([this, done, opened] {
            if (still(opened)) saved(*done);
        });
    });
}

void AuthorController::saved(const content::SaveDone& done) {
    OpenDraft& o = open();
    o.draft.note(done);
    if (!done.written.empty() || !done.removed.empty()) {
        model_.library.forget(o.folder);
        model_.library.scan();
    }
    if (!done.error) {
        o.saving = AuthorSaving::Idle;
        o.save_error.reset();
        o.save_after_look = false;
        o.saved_at = model_.now();
        o.recovery_version = 0;
        keep_aside(); // what was typed meanwhile stays kept, else the copy goes
        return;
    }
    o.saving = AuthorSaving::Failed;
    o.save_error = done.error;
    keep_aside();
    // Somebody else changed a file: what can be merged is, and is then saved without asking again.
    o.disk.clear(); // all is read again: two changes may have come within one tick of the disk's clock
    const bool first = !o.save_after_look;
    o.save_after_look = first && done.error->code == "draft-changed-outside";
    if (o.save_after_look) look();
}

namespace {

constexpr auto kKeepAgain = std::chrono::seconds(30); ///< after a copy that could not be written

/// Writes the copy, or takes it away when nothing is unsaved.
base::Status write_copy(const content::Recovery& recovery, const std::string& path, CopyGuard& guard,
                        std::uint64_t version) {
    const std::lock_guard lock(guard.mutex);
    if (version < guard.version) return {};
    guard.version = version;
    if (recovery.files.empty()) {
        auto folder = content::folder_on_disk(base::parent_path(path));
        return folder->remove(base::file_name(path));
    }
    if (base::Status made = base::make_folders(base::parent_path(path)); !made) return made;
    return base::write_file_atomically(path, content::write_recovery(recovery));
}

} // namespace

void AuthorController::keep_aside() {
    OpenDraft& o = open();
    const std::uint64_t version = o.draft.version();
    if (o.recovery_version == version) return;
    auto recovery = std::make_shared<const content::Recovery>(o.draft.recovery(o.folder, model_.now()));
    const bool holds = !recovery->files.empty();
    if (o.recovery_path.empty() || (!holds && !o.kept && o.keeping == 0)) {
        o.recovery_version = version;
        if (holds && !std::exchange(o.copy_told, true)) tell("editor.copy-nowhere", {}, Tint::Reject);
        return;
    }
    ++o.keeping;
    model_.case_work.start([this, recovery, path = o.recovery_path, opened = o.opened, guard = o.copy_guard,
                            version](Tasks::Context& task) {
        const base::Status written = write_copy(*recovery, path, *guard, version);
        task.deliver([this, written, opened, version, holds = !recovery->files.empty()] {
            if (!still(opened)) return;
            --open().keeping;
            kept(written, version, holds);
        });
    });
}

/// Takes note of a copy that was written, or taken away (`holds` nothing). What failed is tried again after a while.
bool AuthorController::kept(const base::Status& written, std::uint64_t version, bool holds) {
    OpenDraft& o = open();
    if (!written) {
        o.keep_again = model_.now() + kKeepAgain;
        if (!std::exchange(o.copy_told, true))
            tell("editor.copy-failed", {{"text", model_.catalogue.text(model_.lang(), written.error())}}, Tint::Reject);
        return false;
    }
    o.kept = holds;
    o.recovery_version = version;
    o.keep_again.reset();
    o.copy_told = false;
    return true;
}

bool AuthorController::keep_aside_now() {
    OpenDraft& o = open();
    const content::Recovery recovery = o.draft.recovery(o.folder, model_.now());
    const bool holds = !recovery.files.empty();
    if (o.recovery_path.empty()) return !holds;
    if (!holds && !o.kept && o.keeping == 0) return true;
    const std::uint64_t version = o.draft.version();
    return kept(write_copy(recovery, o.recovery_path, *o.copy_guard, version), version, holds);
}

void AuthorController::look() {
    OpenDraft& o = open();
    if (o.looking) return;
    o.looking = true;
    o.look_wanted = false;
    model_.case_work.start([this, files = o.files, opened = o.opened, saves = o.saves,
                            before = o.disk](Tasks::Context& task) {
        auto disk = std::make_shared<base::Result<content::DiskState>>(content::read_disk(*files, before));
        task.deliver([this, disk, opened, saves] {
            ++unseen_;
            if (!still(opened)) return;
            OpenDraft& now = open();
            now.looking = false;
            now.looked_at = model_.now();
            // A folder that cannot be read now (a drive that was taken out) changes nothing here.
            if (!*disk) return;
            now.disk = **disk;
            if (now.saves != saves) { // what was read may be older than what was saved
                if (now.save_after_look) look();
            } else if (looked(**disk)) {
                --unseen_;
            }
        });
    });
}

bool AuthorController::looked(const content::DiskState& disk) {
    OpenDraft& o = open();
    // An empty folder is one that was taken away: what is here stays, and saving brings it back.
    if (disk.empty() && !o.draft.files().empty()) return false;
    const std::uint64_t version = o.draft.version();
    const std::size_t clashes = o.draft.clashes().size();
    const content::TakenOver taken = o.draft.take(disk, model_.now());
    const auto add = [](std::vector<std::string>& all, const std::vector<std::string>& more) {
        for (const std::string& path : more)
            if (std::count(all.begin(), all.end(), path) == 0) all.push_back(path);
    };
    add(o.taken.taken, taken.taken);
    add(o.taken.merged, taken.merged);
    if (o.draft.version() != version) edited();
    if (o.save_after_look && o.draft.clashes().empty()) {
        (*this)(action::SaveCase{});
        return true;
    }
    o.save_after_look = false;
    return o.draft.version() != version || !taken.empty() || o.draft.clashes().size() != clashes;
}

void AuthorController::answer_recovery(bool restore) {
    OpenDraft& o = open();
    if (o.found.empty()) return;
    const KeptAside kept = std::move(o.found.front());
    o.found.erase(o.found.begin());
    if (restore) {
        (void)o.draft.recover(kept.recovery, model_.now());
        edited();
        if (!keep_aside_now()) return; // the copy that it came from stays as long as there is no other
    }
    auto folder = content::folder_on_disk(base::parent_path(kept.path));
    if (const base::Status gone = folder->remove(base::file_name(kept.path)); !gone) tell_error(gone.error());
}

} // namespace timbang::app
