#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/files.h"
#include "unit/store/store_fixture.h"

namespace timbang::test {

/// A laptop: a record with its keys, in a folder of its own.
class Laptop {
public:
    explicit Laptop(std::uint64_t seed, std::string name = "") : maker(seed), name_(std::move(name)), rng_(seed * 7919) { open(); }

    void open() {
        writer.reset();
        store::WriterOptions options = options_in(folder);
        options.now = [this] { return now; };
        options.random = [this] { return rng_.next(); };
        base::Result<std::unique_ptr<store::Writer>> opened = store::Writer::open(options);
        REQUIRE_MESSAGE(opened.ok(), code_of(opened));
        writer = std::move(*opened);
    }
    [[nodiscard]] std::string path() const { return folder / "records.db"; }
    [[nodiscard]] store::Reader reader() const { return std::move(store::Reader::open(path())).value(); }

    store::ExportOptions exporting(const std::string& file) const {
        store::ExportOptions options;
        options.file = file;
        options.keys_folder = folder / "keys";
        options.site_name = name_;
        return options;
    }
    /// Writes an export of everything into its folder.
    std::string exported(const std::string& file, store::Names names = store::Names::Keep) {
        store::ExportOptions options = exporting(folder / file);
        options.names = names;
        const auto done = writer->export_records(options);
        REQUIRE_MESSAGE(done.ok(), code_of(done));
        return options.file;
    }
    store::Merged merge(const std::vector<std::string>& files, bool trust = false) {
        store::MergeOptions options;
        options.files = files;
        options.trust = trust;
        const auto merged = writer->merge(options);
        REQUIRE_MESSAGE(merged.ok(), code_of(merged));
        return *merged;
    }
    /// Somebody new, by id.
    std::string person(const std::string& code, const std::string& name = "") {
        now += std::chrono::milliseconds(1);
        return std::move(writer->add_person(code, name)).value().id;
    }
    /// A session with one decision, by id.
    std::string practise(const std::string& who, const std::string& indicator = "KS-O1", int score = 4, const std::string& reason = "") {
        const std::string session = maker.session();
        CHECK(append_now(*writer, session, {maker.started(who), maker.decided(2, indicator, score, reason), maker.scored(3, indicator, true), maker.finished(4)}).status);
        return session;
    }

    TempFolder folder;
    EventMaker maker;
    base::Time now{std::chrono::milliseconds{1'780'000'000'000}};
    std::unique_ptr<store::Writer> writer;

private:
    std::string name_;
    base::Rng rng_;
};

inline std::string bytes_in(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// All rows of a query as text, a line each.
inline std::string rows_of(const std::string& path, const std::string& query, const std::string& vfs = "") {
    SQLite::Database database(path, vfs.empty() ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE, 0, vfs);
    SQLite::Statement statement(database, query);
    std::string all;
    while (statement.executeStep()) {
        for (int i = 0; i < statement.getColumnCount(); ++i) all += (statement.getColumn(i).isNull() ? std::string("-") : statement.getColumn(i).getString()) + "|";
        all += "\n";
    }
    return all;
}

/// Everything that a record holds but for what differs by laptop: which sessions are its own, who was met when.
inline std::string content_of(const std::string& path, const std::string& vfs = "") {
    std::string all;
    for (const char* query :
         {"SELECT id, code, changed, named, coalesce((SELECT name FROM person_detail WHERE person=id), '') FROM person WHERE id NOT IN (SELECT person FROM tombstone) ORDER BY id",
          "SELECT id, person, scenario, version, framework, mode, player, content_hash, key_hash, continues, started, last, ended, state, last_seq, needs_newer FROM session ORDER BY id",
          "SELECT session, seq, id, type, time, payload, payload_hash FROM event ORDER BY session, seq",
          "SELECT id, event, field, text FROM free_text ORDER BY id",
          "SELECT * FROM decision ORDER BY session, seq",
          "SELECT * FROM vote ORDER BY session, seq",
          "SELECT * FROM same_person ORDER BY id",
          "SELECT * FROM tombstone ORDER BY person, scope"})
        all += std::string("# ") + query + "\n" + rows_of(path, query, vfs);
    return all;
}

} // namespace timbang::test
