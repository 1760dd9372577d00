#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/writer.h"

namespace timbang::app {

/// What a room needs of the record.
class RoomRecord {
public:
    virtual ~RoomRecord() = default;
    /// The person with this code, added when there is none; a name is kept where none is known. Waits for the disk.
    [[nodiscard]] virtual base::Result<store::Person> person(const std::string& code, const std::string& name) = 0;
    /// Returns at once; `done` is called from any thread when the events are durable or could not be written, in the order
    /// of the calls.
    virtual void append(std::string session, std::vector<store::StoredEvent> events, store::OnAppended done) = 0;
    /// Tries once more to write what could not be written; calls back as `append` does.
    virtual void retry(std::string session, store::OnAppended done) = 0;
    /// Waits until everything handed in is durable or has failed, and its callbacks have run.
    virtual void flush() = 0;
};

/// The record of this computer. `writer` outlives it.
[[nodiscard]] std::unique_ptr<RoomRecord> room_record(store::Writer& writer);

} // namespace timbang::app
