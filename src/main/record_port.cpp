#include "main/record_port.h"

#include "base/files.h"

namespace timbang::main_program {

namespace {

class StoreRecord final : public app::Record {
public:
    StoreRecord(std::unique_ptr<store::Writer> writer, std::string database, std::string index)
        : writer_(std::move(writer)), database_(std::move(database)), index_(std::move(index)) {}

    base::Result<std::vector<store::Person>> people() override {
        return read([](store::Reader& reader) { return reader.people(); });
    }
    base::Result<store::Person> add_person(const std::string& code) override { return writer_->add_person(code, ""); }
    base::Status change_person(const store::Person& person) override { return writer_->change_person(person); }

    base::Result<std::vector<store::SessionRow>> sessions() override {
        return read([](store::Reader& reader) { return reader.sessions(); });
    }
    base::Result<std::vector<store::StoredEvent>> events(const std::string& session) override {
        return read([&](store::Reader& reader) { return reader.events(session); });
    }
    base::Result<std::vector<store::DecisionRow>> decisions(const std::string& person) override {
        return read([&](store::Reader& reader) { return reader.decisions(person); });
    }
    base::Result<std::vector<store::VoteRow>> votes_of(const std::string& person) override {
        return read([&](store::Reader& reader) { return reader.votes_of(person); });
    }

    void append(std::string session, std::vector<store::StoredEvent> events, store::OnAppended done) override {
        writer_->append(std::move(session), std::move(events), std::move(done));
    }
    void retry(std::string session, store::OnAppended done) override {
        writer_->retry(std::move(session), std::move(done));
    }
    void flush() override { writer_->flush(); }
    base::Result<store::Exported> export_records(const store::ExportOptions& options) override { return writer_->export_records(options); }
    base::Result<store::Merged> merge(const store::MergeOptions& options) override { return writer_->merge(options); }
    base::Result<store::Forgotten> forget(const store::ForgetOptions& options) override { return writer_->forget(options); }
    base::Status say_same_person(const std::string& a, const std::string& b, bool joined) override {
        return writer_->say_same_person(a, b, joined);
    }
    std::unique_ptr<app::RoomRecord> for_rooms() override { return app::room_record(*writer_); }

    std::vector<store::IndexedCase> library_index() override { return store::load_library_index(index_); }
    void save_library_index(const std::vector<store::IndexedCase>& cases) override {
        // Only a cache: when it cannot be written the next start reads the cases again.
        (void)store::save_library_index(index_, cases);
    }

private:
    /// Asks a reader that is opened on first use.
    template <class Ask> auto read(const Ask& ask) -> decltype(ask(std::declval<store::Reader&>())) {
        if (!reader_) {
            base::Result<store::Reader> opened = store::Reader::open(database_);
            if (!opened) return opened.error();
            reader_ = std::make_unique<store::Reader>(std::move(opened).value());
        }
        return ask(*reader_);
    }

    std::unique_ptr<store::Writer> writer_;
    std::unique_ptr<store::Reader> reader_;
    std::string database_;
    std::string index_;
};

} // namespace

std::shared_ptr<app::Record> open_record(const std::string& data_folder, const std::function<void()>& wake,
                                         std::vector<base::Error>& troubles) {
    store::WriterOptions options;
    options.path = base::join_path(data_folder, "records.db");
    options.recovery_folder = base::join_path(data_folder, "recovery");
    options.wake = wake;
    base::Result<std::unique_ptr<store::Writer>> opened = store::Writer::open(options);
    std::unique_ptr<store::Writer> writer;
    if (opened) {
        writer = std::move(*opened);
        for (const base::Error& left : writer->recovered().left)
            troubles.push_back(left);
    } else {
        troubles.push_back(opened.error());
        writer = store::Writer::without_database(options, opened.error());
    }
    return std::make_shared<StoreRecord>(std::move(writer), options.path,
                                         base::join_path(data_folder, "library.index"));
}

} // namespace timbang::main_program
