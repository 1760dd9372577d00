#pragma once

#include <deque>
#include <memory>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.h"
#include "store/join.h"

// Inside this module only; others call `Writer::merge`.

namespace timbang::store {

/// Takes verified exports into the record, in batches that are a transaction each: what was committed is part of the whole,
/// and the same files again bring the rest. SQLite's exceptions go through; the batch is then as if it had not begun.
class Merger {
public:
    Merger(SQLite::Database& database, base::Time now, const MergeOptions& options);
    ~Merger();

    /// Adds a file that `verify_export` believed. Its path must not change until it is through.
    void add(const MergedFile& file);
    /// Takes in one batch; false when every file is through.
    [[nodiscard]] bool step();
    /// Events that have been looked at.
    [[nodiscard]] std::int64_t done() const;
    /// Tombstones come last, on every merge.
    void finish();
    /// What it came to. Files that turned out to be damaged or strange after all name their error.
    [[nodiscard]] Merged result();

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

} // namespace timbang::store
