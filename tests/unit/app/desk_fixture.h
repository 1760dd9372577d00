#pragma once

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <chrono>
#include <mutex>
#include <thread>
#include <utility>

#include "app/workspace.h"
#include "report/pdf.h"
#include "store/keys.h"
#include "support/temp_folder.h"

namespace timbang::test {

using namespace timbang::app;
namespace act = timbang::app::action;

/// The record over a real database in a folder of its own.
class TestRecord : public Record {
public:
    TestRecord(const std::string& folder, std::function<void()> wake) : folder_(folder) {
        store::WriterOptions options;
        options.path = folder + "/records.db";
        options.recovery_folder = folder + "/recovery";
        options.wake = std::move(wake);
        auto opened = store::Writer::open(options);
        REQUIRE(opened.ok());
        writer_ = std::move(opened).value();
    }
    base::Result<std::vector<store::Person>> people() override { return reader().people(); }
    base::Result<store::Person> add_person(const std::string& code) override { return writer_->add_person(code, ""); }
    base::Status change_person(const store::Person& person) override { return writer_->change_person(person); }
    base::Result<std::vector<store::SessionRow>> sessions() override {
        return reader().sessions();
    }
    base::Result<std::vector<store::StoredEvent>> events(const std::string& session) override {
        return reader().events(session);
    }
    base::Result<std::vector<store::DecisionRow>> decisions(const std::string& person) override {
        return reader().decisions(person);
    }
    void append(std::string session, std::vector<store::StoredEvent> events, store::OnAppended done) override {
        if (fail) {
            store::Appended failed;
            failed.session = session;
            auto& kept = aside_[session];
            kept.insert(kept.end(), events.begin(), events.end());
            failed.status = base::Error("session-not-saved", {{"path", std::string("recovery")}});
            done(failed);
            return;
        }
        appended += events.size();
        writer_->append(std::move(session), std::move(events), std::move(done));
    }
    void retry(std::string session, store::OnAppended done) override {
        append(session, fail ? std::vector<store::StoredEvent>{} : std::exchange(aside_[session], {}), std::move(done));
    }
    void flush() override { writer_->flush(); }
    base::Result<store::Exported> export_records(const store::ExportOptions& options) override { return writer_->export_records(options); }
    base::Result<store::Merged> merge(const store::MergeOptions& options) override { return writer_->merge(options); }
    base::Result<store::Forgotten> forget(const store::ForgetOptions& options) override { return writer_->forget(options); }
    base::Status say_same_person(const std::string& a, const std::string& b, bool joined) override {
        return writer_->say_same_person(a, b, joined);
    }
    std::unique_ptr<RoomRecord> for_rooms() override { return fail ? nullptr : room_record(*writer_); }
    std::vector<store::IndexedCase> library_index() override { return store::load_library_index(folder_ + "/index"); }
    void save_library_index(const std::vector<store::IndexedCase>& cases) override {
        (void)store::save_library_index(folder_ + "/index", cases);
    }

    bool fail = false;
    std::size_t appended = 0;

private:
    store::Reader& reader() {
        if (!reader_) {
            auto opened = store::Reader::open(folder_ + "/records.db");
            REQUIRE(opened.ok());
            reader_ = std::make_unique<store::Reader>(std::move(opened).value());
        }
        return *reader_;
    }
    std::string folder_;
    std::map<std::string, std::vector<store::StoredEvent>> aside_; ///< while `fail` is set
    std::unique_ptr<store::Writer> writer_;
    std::unique_ptr<store::Reader> reader_;
};

/// A workspace on the bundled cases with a clock of its own, driven by actions.
class Desk {
public:
    explicit Desk(std::vector<std::string> case_folders = {TIMBANG_SOURCE_DIR "/scenarios"})
        : case_folders_(std::move(case_folders)) {}

    Workspace& open() {
        if (workspace_) return *workspace_;
        if (!record) record = std::make_shared<TestRecord>(folder.path(), [this] { wake(); });
        Ports ports;
        ports.now = [this] { return now; };
        ports.random = [this] { return ++seed_; };
        ports.wake = [this] { wake(); };
        ports.copy_text = [this](const std::string& text) { copied = text; };
        ports.save_settings = [this](const Settings& settings) {
            if (!record->fail) kept = settings;
            return base::Status();
        };
        ports.utc_offset = [](base::Time) { return 7 * 60; };
        ports.record = record;
        ports.addresses = [this] { return addresses; };
        ports.steady = [this] { return steady.load(); };
        WorkspaceOptions options;
        options.settings = kept;
        options.case_folders = case_folders_;
        options.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
        options.lesson_folders = {TIMBANG_SOURCE_DIR "/scenarios/lessons"};
        options.font_folders = report::font_folders({});
        options.record_folder = folder.path();
        options.program_version = "test";
        options.template_folder = TIMBANG_SOURCE_DIR "/assets/templates";
        options.draft_folder = folder / "drafts";
        options.workshop_folder = folder / "workshops";
        options.room_bind = "127.0.0.1";
        options.room_port = 0;
        options.home_folder = folder.path();
        options.keys_folder = folder / "keys";
        options.openers = store::own_openers(options.keys_folder);
        auto texts = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
        REQUIRE(texts.ok());
        workspace_ = std::make_unique<Workspace>(std::move(texts).value(), std::move(ports), std::move(options));
        settle();
        return *workspace_;
    }
    /// As if the program had been killed: nothing that was typed is handed over, what was handed in is durable.
    void kill() {
        record->flush();
        // The workspace is let go without its closing words: they may not write any more.
        auto gone = std::move(workspace_);
        record->fail = true;
        gone.reset();
        record->fail = false;
        record.reset();
    }
    void close() {
        workspace_.reset();
        record.reset();
    }

    void settle() {
        do {
            record->flush();
            workspace_->tick();
            if (!workspace_->busy()) break;
            std::unique_lock lock(mutex_);
            woken_.wait(lock, [this] { return wakes_ > 0; });
            wakes_ = 0;
        } while (true);
        workspace_->tick();
    }
    /// Until it is so; what the network brings comes at its own time.
    template <class So> bool until(So so) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (!so()) {
            if (std::chrono::steady_clock::now() > end) return false;
            settle();
            std::this_thread::yield();
        }
        return true;
    }
    template <class A> void does(A wanted) {
        workspace_->apply(wanted);
        settle();
    }
    void does(const Action& wanted) {
        workspace_->apply(wanted);
        settle();
    }
    const FrameView& frame() { return workspace_->frame(); }
    const DeskView& desk() {
        REQUIRE(frame().desk);
        return *frame().desk;
    }
    const DecisionForm& form() {
        REQUIRE(desk().form);
        return *desk().form;
    }
    void introduce(const std::string& name = "Verifier 07") {
        open();
        does(act::LookAround{});
        does(act::AskWho{});
        does(act::TypeName{name});
        does(act::BeginAsTyped{});
    }
    void start(const std::string& folder_name) {
        does(act::StartCase{std::string(TIMBANG_SOURCE_DIR "/scenarios/") + folder_name});
    }

    test::TempFolder folder;
    std::shared_ptr<TestRecord> record;
    base::Time now = *base::parse_iso_time("2025-11-20T03:42:00.000Z");
    Settings kept = [] {
        Settings settings;
        settings.lang = base::Lang::En;
        return settings;
    }();
    std::string copied;
    std::vector<std::string> addresses{"127.0.0.1"}; ///< of this computer
    std::atomic<std::int64_t> steady{1'000'000}; ///< ms; the host's thread asks too

private:
    void wake() {
        {
            const std::lock_guard lock(mutex_);
            ++wakes_;
        }
        woken_.notify_all();
    }
    std::vector<std::string> case_folders_;
    std::uint64_t seed_ = 0;
    std::mutex mutex_;
    std::condition_variable woken_;
    int wakes_ = 0;
    std::unique_ptr<Workspace> workspace_;
};

} // namespace timbang::test
