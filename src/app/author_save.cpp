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
    const bool first = !o.save_after_look;
    o.save_after_look = first && done.error->code == "draft-changed-outside";
    if (o.save_after_look) look();
}

namespace {

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
    if (o.recovery_path.empty() || o.recovery_version == o.draft.version()) return;
    o.recovery_version = o.draft.version();
    auto recovery = std::make_shared<const content::Recovery>(o.draft.recovery(o.folder, model_.now()));
    if (recovery->files.empty() && !o.kept) return;
    o.kept = !recovery->files.empty();
    model_.case_work.start([this, recovery, path = o.recovery_path, opened = o.opened, guard = o.copy_guard,
                           version = o.recovery_version](Tasks::Context& task) {
        const base::Status written = write_copy(*recovery, path, *guard, version);
        if (written) return;
        task.deliver([this, error = written.error(), opened] {
            if (still(opened)) tell("editor.copy-failed", {{"text", model_.catalogue.text(model_.lang(), error)}}, Tint::Reject);
        });
    });
}

void AuthorController::keep_aside_now() {
    OpenDraft& o = open();
    if (o.recovery_path.empty()) return;
    const content::Recovery recovery = o.draft.recovery(o.folder, model_.now());
    if (recovery.files.empty() && !o.kept) return;
    o.kept = !recovery.files.empty();
    o.recovery_version = o.draft.version();
    const base::Status written = write_copy(recovery, o.recovery_path, *o.copy_guard, o.recovery_version);
    if (!written) tell_error(written.error());
}

void AuthorController::look() {
    OpenDraft& o = open();
    if (o.looking) return;
    o.looking = true;
    model_.case_work.start([this, files = o.files, opened = o.opened, saves = o.saves](Tasks::Context& task) {
        auto disk = std::make_shared<base::Result<content::DiskState>>(content::read_disk(*files));
        task.deliver([this, disk, opened, saves] {
            if (!still(opened)) return;
            open().looking = false;
            open().looked_at = model_.now();
            // A folder that cannot be read now (a drive that was taken out) changes nothing here.
            if (*disk && open().saves == saves) return looked(**disk);
            if (*disk && open().save_after_look) look();
        });
    });
}

void AuthorController::looked(const content::DiskState& disk) {
    OpenDraft& o = open();
    // An empty folder is one that was taken away: what is here stays, and saving brings it back.
    if (disk.empty() && !o.draft.files().empty()) return;
    const std::uint64_t version = o.draft.version();
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
        return;
    }
    o.save_after_look = false;
}

void AuthorController::answer_recovery(bool restore) {
    OpenDraft& o = open();
    if (o.found.empty()) return;
    const KeptAside kept = std::move(o.found.front());
    o.found.erase(o.found.begin());
    if (restore) {
        (void)o.draft.recover(kept.recovery, model_.now());
        edited();
        keep_aside_now(); // before the copy that it came from goes
        if (o.recovery_path.empty()) return;
    }
    auto folder = content::folder_on_disk(base::parent_path(kept.path));
    if (const base::Status gone = folder->remove(base::file_name(kept.path)); !gone) tell_error(gone.error());
}

} // namespace timbang::app
