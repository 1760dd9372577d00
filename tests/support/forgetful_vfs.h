#pragma once

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <sqlite3.h>

#include "base/rng.h"

namespace timbang::test {

/// A file layer for SQLite, in memory, that keeps after a power loss only what was synced. Of everything else it keeps what
/// chance decides: each unsynced write wholly, in part (by sectors of 512 bytes) or not at all, in any combination; names
/// made or deleted without a sync of the folder may be there or not.
class ForgetfulVfs {
public:
    /// Without shared memory SQLite refuses WAL.
    explicit ForgetfulVfs(std::uint64_t seed, bool shared_memory = true)
        : rng_(seed), name_("forgetful-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))) {
        fill_methods(shared_memory ? 2 : 1);
        vfs_.iVersion = 1;
        vfs_.szOsFile = sizeof(Handle);
        vfs_.mxPathname = 512;
        vfs_.zName = name_.c_str();
        vfs_.pAppData = this;
        vfs_.xOpen = open;
        vfs_.xDelete = remove;
        vfs_.xAccess = access;
        vfs_.xFullPathname = full_pathname;
        const sqlite3_vfs* const system = sqlite3_vfs_find(nullptr);
        vfs_.xRandomness = system->xRandomness;
        vfs_.xSleep = system->xSleep;
        vfs_.xCurrentTime = system->xCurrentTime;
        vfs_.xGetLastError = [](sqlite3_vfs*, int, char*) { return 0; };
        sqlite3_vfs_register(&vfs_, 0);
    }
    ForgetfulVfs(const ForgetfulVfs&) = delete;
    ForgetfulVfs& operator=(const ForgetfulVfs&) = delete;
    ~ForgetfulVfs() { sqlite3_vfs_unregister(&vfs_); }

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Writes, truncations, syncs and deletions so far.
    [[nodiscard]] long operations() const { return operations_; }
    /// The power goes at this operation: it and everything after it fails.
    void lose_power_at(long operation) { cut_ = operation; }
    /// How many bytes fit in all files together.
    void set_capacity(std::size_t bytes) { capacity_ = bytes; }

    /// From now on databases open for reading only, as without the right to write.
    void set_read_only(bool read_only) { read_only_ = read_only; }

    /// Forgets what was not synced, and turns the power on again. Every handle must be closed.
    void restore_power() {
        const std::lock_guard lock(mutex_);
        cut_ = std::numeric_limits<long>::max();
        for (auto entry = files_.begin(); entry != files_.end();) {
            File& file = *entry->second;
            const bool there = file.linked == file.linked_for_sure ? file.linked : rng_.below(2) == 0;
            if (!there) {
                entry = files_.erase(entry);
                continue;
            }
            for (const Change& change : file.unsynced) maybe_keep(file.synced, change);
            file.content = file.synced;
            file.unsynced.clear();
            file.linked = file.linked_for_sure = true;
            file.regions.clear();
            file.shared = 0;
            file.reserved = file.exclusive = nullptr;
            ++entry;
        }
    }

private:
    struct Change {
        std::size_t offset = 0;
        std::string bytes;
        bool truncation = false; ///< to `offset`
    };
    struct Handle;
    struct File {
        std::string content;              ///< as programs see it
        std::string synced;               ///< as the disk surely has it
        std::vector<Change> unsynced;
        bool linked = true;               ///< has its name
        bool linked_for_sure = false;
        // Locks of the database file.
        int shared = 0;
        Handle* reserved = nullptr;
        Handle* exclusive = nullptr;      ///< pending or exclusive
        // Shared memory of WAL.
        std::vector<std::unique_ptr<char[]>> regions;
        int slot_shared[SQLITE_SHM_NLOCK] = {};
        Handle* slot_exclusive[SQLITE_SHM_NLOCK] = {};
    };
    struct Handle {
        sqlite3_file base;
        ForgetfulVfs* vfs;
        std::shared_ptr<File> file;
        bool syncs_folder;
        int level;
        unsigned slots;
    };

    static ForgetfulVfs& self(sqlite3_vfs* vfs) { return *static_cast<ForgetfulVfs*>(vfs->pAppData); }
    static Handle& handle(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }

    /// Counts an operation; false when the power is gone.
    bool powered() { return ++operations_ < cut_; }

    static void apply(std::string& content, const Change& change) {
        if (change.truncation) {
            content.resize(change.offset);
            return;
        }
        if (content.size() < change.offset + change.bytes.size()) content.resize(change.offset + change.bytes.size());
        content.replace(change.offset, change.bytes.size(), change.bytes);
    }
    void maybe_keep(std::string& content, const Change& change) {
        switch (rng_.below(3)) {
        case 0: return;
        case 1: apply(content, change); return;
        default: {
            Change part = change;
            if (!part.truncation) part.bytes.resize(std::min<std::size_t>(part.bytes.size(), 512 * rng_.below(part.bytes.size() / 512 + 1)));
            apply(content, part);
        }
        }
    }
    void sync_folder() {
        for (auto entry = files_.begin(); entry != files_.end();) {
            entry->second->linked_for_sure = entry->second->linked;
            if (entry->second->linked) ++entry;
            else entry = files_.erase(entry);
        }
    }
    [[nodiscard]] std::size_t used() const {
        std::size_t sum = 0;
        for (const auto& entry : files_) sum += entry.second->content.size();
        return sum;
    }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* raw, int flags, int* out_flags) {
        ForgetfulVfs& me = self(vfs);
        const std::lock_guard lock(me.mutex_);
        raw->pMethods = nullptr;
        std::shared_ptr<File> file;
        bool made = false;
        if (name) {
            const auto found = me.files_.find(name);
            if (found != me.files_.end() && found->second->linked) file = found->second;
        }
        if (!file) {
            if (name && !(flags & SQLITE_OPEN_CREATE)) return SQLITE_CANTOPEN;
            if (me.operations_ >= me.cut_) return SQLITE_IOERR;
            file = std::make_shared<File>();
            made = true;
            if (name) me.files_.insert_or_assign(name, file);
        }
        constexpr int kJournals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
        new (raw) Handle{{&me.methods_}, &me, std::move(file), made && (flags & kJournals) != 0, SQLITE_LOCK_NONE, 0};
        if (out_flags) *out_flags = flags;
        if (out_flags && me.read_only_ && (flags & SQLITE_OPEN_MAIN_DB))
            *out_flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs* vfs, const char* name, int sync) {
        ForgetfulVfs& me = self(vfs);
        const std::lock_guard lock(me.mutex_);
        const auto found = me.files_.find(name);
        if (found == me.files_.end() || !found->second->linked) return SQLITE_IOERR_DELETE_NOENT;
        if (!me.powered()) return SQLITE_IOERR_DELETE;
        found->second->linked = false;
        if (sync) me.sync_folder();
        return SQLITE_OK;
    }
    static int access(sqlite3_vfs* vfs, const char* name, int, int* result) {
        ForgetfulVfs& me = self(vfs);
        const std::lock_guard lock(me.mutex_);
        const auto found = me.files_.find(name);
        *result = found != me.files_.end() && found->second->linked;
        return SQLITE_OK;
    }
    static int full_pathname(sqlite3_vfs*, const char* name, int size, char* out) {
        sqlite3_snprintf(size, out, "%s", name);
        return SQLITE_OK;
    }

    static int close(sqlite3_file* raw) {
        Handle& h = handle(raw);
        unlock(raw, SQLITE_LOCK_NONE);
        h.~Handle();
        return SQLITE_OK;
    }
    static int read(sqlite3_file* raw, void* out, int amount, sqlite3_int64 offset) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        const std::string& content = h.file->content;
        const auto from = std::min(static_cast<std::size_t>(offset), content.size());
        const auto count = std::min(static_cast<std::size_t>(amount), content.size() - from);
        std::memcpy(out, content.data() + from, count);
        if (count == static_cast<std::size_t>(amount)) return SQLITE_OK;
        std::memset(static_cast<char*>(out) + count, 0, static_cast<std::size_t>(amount) - count);
        return SQLITE_IOERR_SHORT_READ;
    }
    static int write(sqlite3_file* raw, const void* bytes, int amount, sqlite3_int64 offset) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        const std::size_t end = static_cast<std::size_t>(offset + amount);
        const std::size_t growth = end > h.file->content.size() ? end - h.file->content.size() : 0;
        if (growth > 0 && h.vfs->used() + growth > h.vfs->capacity_) return SQLITE_FULL;
        Change change{static_cast<std::size_t>(offset), std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(amount)), false};
        const bool done = h.vfs->powered();
        apply(h.file->content, change);
        h.file->unsynced.push_back(std::move(change));
        return done ? SQLITE_OK : SQLITE_IOERR_WRITE;
    }
    static int truncate(sqlite3_file* raw, sqlite3_int64 size) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        if (!h.vfs->powered()) return SQLITE_IOERR_TRUNCATE;
        const Change change{static_cast<std::size_t>(size), "", true};
        apply(h.file->content, change);
        h.file->unsynced.push_back(change);
        return SQLITE_OK;
    }
    static int sync(sqlite3_file* raw, int) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        if (!h.vfs->powered()) return SQLITE_IOERR_FSYNC;
        h.file->synced = h.file->content;
        h.file->unsynced.clear();
        if (std::exchange(h.syncs_folder, false)) h.vfs->sync_folder();
        return SQLITE_OK;
    }
    static int file_size(sqlite3_file* raw, sqlite3_int64* size) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        *size = static_cast<sqlite3_int64>(h.file->content.size());
        return SQLITE_OK;
    }

    static int take_lock(sqlite3_file* raw, int level) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        File& file = *h.file;
        if (level <= h.level) return SQLITE_OK;
        const bool barred = file.exclusive && file.exclusive != &h;
        if (level == SQLITE_LOCK_SHARED) {
            if (barred) return SQLITE_BUSY;
            ++file.shared;
        } else {
            if (barred || (file.reserved && file.reserved != &h)) return SQLITE_BUSY;
            if (level == SQLITE_LOCK_RESERVED) file.reserved = &h;
            if (level == SQLITE_LOCK_EXCLUSIVE) {
                file.exclusive = &h;
                if (file.shared > 1) {
                    h.level = SQLITE_LOCK_PENDING;
                    return SQLITE_BUSY;
                }
            }
        }
        h.level = level;
        return SQLITE_OK;
    }
    static int unlock(sqlite3_file* raw, int level) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        File& file = *h.file;
        if (level >= h.level) return SQLITE_OK;
        if (file.reserved == &h) file.reserved = nullptr;
        if (file.exclusive == &h) file.exclusive = nullptr;
        if (level == SQLITE_LOCK_NONE && h.level >= SQLITE_LOCK_SHARED) --file.shared;
        h.level = level;
        return SQLITE_OK;
    }
    static int check_reserved(sqlite3_file* raw, int* result) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        *result = h.file->reserved || h.file->exclusive;
        return SQLITE_OK;
    }

    static int shm_map(sqlite3_file* raw, int region, int size, int extend, void volatile** out) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        auto& regions = h.file->regions;
        *out = nullptr;
        if (static_cast<std::size_t>(region) >= regions.size() && !extend) return SQLITE_OK;
        while (static_cast<std::size_t>(region) >= regions.size())
            regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
        *out = regions[static_cast<std::size_t>(region)].get();
        return SQLITE_OK;
    }
    static int shm_lock(sqlite3_file* raw, int first, int count, int flags) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        File& file = *h.file;
        for (int i = first; i < first + count && (flags & SQLITE_SHM_LOCK); ++i) {
            const bool mine = (h.slots & (1u << i)) != 0;
            if (file.slot_exclusive[i] && file.slot_exclusive[i] != &h) return SQLITE_BUSY;
            if ((flags & SQLITE_SHM_EXCLUSIVE) && file.slot_shared[i] > (mine ? 1 : 0)) return SQLITE_BUSY;
        }
        for (int i = first; i < first + count; ++i) {
            const unsigned bit = 1u << i;
            if (flags & SQLITE_SHM_EXCLUSIVE) {
                file.slot_exclusive[i] = flags & SQLITE_SHM_LOCK ? &h : nullptr;
            } else if ((flags & SQLITE_SHM_LOCK) && !(h.slots & bit)) {
                ++file.slot_shared[i];
                h.slots |= bit;
            } else if ((flags & SQLITE_SHM_UNLOCK) && (h.slots & bit)) {
                --file.slot_shared[i];
                h.slots &= ~bit;
            }
        }
        return SQLITE_OK;
    }
    static void shm_barrier(sqlite3_file* raw) { const std::lock_guard lock(handle(raw).vfs->mutex_); }
    static int shm_unmap(sqlite3_file* raw, int) {
        Handle& h = handle(raw);
        const std::lock_guard lock(h.vfs->mutex_);
        for (int i = 0; i < SQLITE_SHM_NLOCK; ++i) {
            if (h.file->slot_exclusive[i] == &h) h.file->slot_exclusive[i] = nullptr;
            if (h.slots & (1u << i)) --h.file->slot_shared[i];
        }
        h.slots = 0;
        return SQLITE_OK;
    }

    void fill_methods(int version) {
        methods_ = {};
        methods_.iVersion = version;
        methods_.xClose = close;
        methods_.xRead = read;
        methods_.xWrite = write;
        methods_.xTruncate = truncate;
        methods_.xSync = sync;
        methods_.xFileSize = file_size;
        methods_.xLock = take_lock;
        methods_.xUnlock = unlock;
        methods_.xCheckReservedLock = check_reserved;
        methods_.xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; };
        methods_.xSectorSize = [](sqlite3_file*) { return 512; };
        methods_.xDeviceCharacteristics = [](sqlite3_file*) { return 0; };
        methods_.xShmMap = shm_map;
        methods_.xShmLock = shm_lock;
        methods_.xShmBarrier = shm_barrier;
        methods_.xShmUnmap = shm_unmap;
    }

    std::mutex mutex_;
    base::Rng rng_;
    std::string name_;
    sqlite3_vfs vfs_{};
    sqlite3_io_methods methods_{};
    std::map<std::string, std::shared_ptr<File>> files_;
    bool read_only_ = false;
    long operations_ = 0;
    long cut_ = std::numeric_limits<long>::max();
    std::size_t capacity_ = std::numeric_limits<std::size_t>::max();
};

} // namespace timbang::test
