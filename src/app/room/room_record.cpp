#include "app/room/room_record.h"

namespace timbang::app {

namespace {

class WrittenRecord final : public RoomRecord {
public:
    explicit WrittenRecord(store::Writer& writer) : writer_(writer) {}

    base::Result<store::Person> person(const std::string& code, const std::string& name) override {
        base::Result<store::Person> known = writer_.ensure_person(code);
        if (!known || name.empty() || !known->name.empty()) return known;
        store::Person named = *known;
        named.name = name;
        if (base::Status changed = writer_.change_person(named); !changed) return changed.error();
        return named;
    }
    void append(std::string session, std::vector<store::StoredEvent> events, store::OnAppended done) override {
        writer_.append(std::move(session), std::move(events), std::move(done));
    }
    void retry(std::string session, store::OnAppended done) override {
        writer_.retry(std::move(session), std::move(done));
    }
    void flush() override { writer_.flush(); }

private:
    store::Writer& writer_;
};

} // namespace

std::unique_ptr<RoomRecord> room_record(store::Writer& writer) { return std::make_unique<WrittenRecord>(writer); }

} // namespace timbang::app
