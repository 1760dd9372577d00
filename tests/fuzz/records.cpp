// Exports of strangers. The first line of an input says what follows:
//
//   file    the bytes of an export
//   head    the JSON of its head
//   lines   its lines as they please, under a head, a hash and a signature that fit; behind a line `===` those of a
//   second one,
//           of another site. What is believed is taken into a record, and then everything once more.
#include "base/hash.h"
#include "base/utf8.h"
#include "fuzz/driver.h"
#include "store/export_file.h"
#include "store/export_frames.h"
#include "store/merge.h"
#include "store/migrate.h"
#include "store/project.h"

using namespace timbang;
using fuzz::require;

namespace {

// Always the same, so that an input that was found fits again.
const base::SigningKey kKey{"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"};
constexpr const char* kSites[] = {"01a00000-0000-7000-8000-00000000000a", "01a00000-0000-7000-8000-00000000000b"};
const base::Time kNow{std::chrono::milliseconds{1'790'000'000'000}};

/// All rows of a query, a line each.
std::string rows(SQLite::Database& database, const char* query) {
    std::string all;
    SQLite::Statement statement(database, query);
    while (statement.executeStep()) {
        for (int i = 0; i < statement.getColumnCount(); ++i)
            all.append(statement.getColumn(i).getString()).push_back('|');
        all.push_back('\n');
    }
    return all;
}

std::string projections(SQLite::Database& database) {
    return rows(database, "SELECT * FROM decision ORDER BY session, seq") +
           rows(database, "SELECT * FROM vote ORDER BY session, seq");
}

std::string content(SQLite::Database& database) {
    return rows(database, "SELECT id, code, changed, named FROM person ORDER BY id") +
           rows(database, "SELECT * FROM person_detail ORDER BY person") +
           rows(database, "SELECT id, person, scenario, mode, state, last_seq, needs_newer FROM session ORDER BY id") +
           rows(database, "SELECT * FROM event ORDER BY session, seq") +
           rows(database, "SELECT * FROM free_text ORDER BY id") +
           rows(database, "SELECT * FROM same_person ORDER BY id") +
           rows(database, "SELECT * FROM tombstone ORDER BY person, scope") + projections(database);
}

store::Merged merge(SQLite::Database& database, const std::vector<store::MergedFile>& files) {
    store::MergeOptions options;
    options.trust = true;
    store::Merger merger(database, kNow, options);
    for (const store::MergedFile& file : files)
        merger.add(file);
    while (merger.step()) {
    }
    merger.finish();
    return merger.result();
}

void take_in(const std::vector<store::MergedFile>& believed) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    require(store::migrate(database, ":memory:", store::migrations()).ok(), "a new record is made");
    for (const store::MergedFile& file : merge(database, believed).files)
        require(!file.error, "what was believed can be taken in");
    const std::string once = content(database);
    const store::Merged again = merge(database, believed);
    require(again.events == 0 && again.sessions == 0 && again.people == 0, "the same files bring nothing new");
    require(content(database) == once, "the same files change nothing");
    const std::string shown = projections(database);
    require(store::rebuild_projections(database).ok(), "what was taken in can be projected anew");
    require(projections(database) == shown, "projections are those of the events");
}

base::Result<store::MergedFile> believe(const std::string& path) {
    const auto head = store::verify_export(path);
    if (!head) return head.error();
    store::MergedFile file;
    file.path = path;
    file.head = *head;
    return file;
}

void read_file(const fuzz::Folder& folder, std::string_view bytes) {
    folder.put("export", bytes);
    if (const auto file = believe(folder / "export")) take_in({*file});
}

/// Writes the lines up to `===` as a site would.
base::Result<store::MergedFile> write_lines(const fuzz::Folder& folder, std::string_view& text, int site) {
    store::ExportHead head;
    head.site = {kSites[site], "fuzz", kKey.open};
    head.written = kNow;
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::string_view line = fuzz::take_line(text);
        if (line == "===") break;
        lines.push_back(line);
        if (line.starts_with('[')) ++head.counts.events;
        if (line.starts_with("{\"person\"")) ++head.counts.people;
        if (line.starts_with("{\"session\"")) ++head.counts.sessions;
        if (line.starts_with("{\"tombstone\"")) ++head.counts.tombstones;
        if (line.starts_with("{\"same_person\"")) ++head.counts.same_person;
    }
    const std::string path = folder / (site == 0 ? "first" : "second");
    auto writer = store::ExportWriter::open(path, head, kKey);
    require(writer.ok(), "an export is begun");
    for (const std::string_view line : lines)
        require(writer->line(line).ok(), "a line is written");
    require(writer->finish().ok(), "an export is finished");
    return believe(path);
}

void read_lines(const fuzz::Folder& folder, std::string_view text) {
    std::vector<store::MergedFile> believed;
    for (int site = 0; site < 2 && !text.empty(); ++site)
        if (auto file = write_lines(folder, text, site)) believed.push_back(std::move(*file));
    if (!believed.empty()) take_in(believed);
}

void read_head(std::string_view text) {
    const auto head = store::read_head(text, "export");
    if (!head) return;
    const auto again = store::read_head(store::head_text(*head), "export");
    require(again.ok() && again->site == head->site && again->counts == head->counts, "a written head reads back");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fuzz::Folder folder; // libFuzzer calls this function alone: there is no other place to keep it
    std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string_view kind = fuzz::take_line(text);
    if (kind == "file")
        read_file(folder, text);
    else if (kind == "head")
        read_head(text);
    else if (kind == "lines")
        read_lines(folder, text);
    return 0;
}
