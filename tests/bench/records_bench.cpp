// Joining the records of many laptops: records_bench [decisions] [sites]
// The yardstick is a bare SQLite insert of the same rows into the same tables with the same indexes and settings, in the
// same run. Exit 1 only when rows are missing: times are printed, not tested.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "bench/records_rows.h"
#include "store/writer.h"

namespace {

using namespace timbang;
using namespace timbang::bench;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The quickest of several runs.
template <class Work> double best_of(int runs, Work work) {
    double best = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, seconds_since(start));
    }
    return best;
}

std::unique_ptr<store::Writer> open(const std::string& folder) {
    store::WriterOptions options;
    options.path = folder + "/records.db";
    options.recovery_folder = folder + "/recovery";
    auto writer = store::Writer::open(options);
    if (!writer) {
        std::printf("the record cannot be opened: %s\n", writer.error().code.c_str());
        std::exit(1);
    }
    return std::move(*writer);
}

double yardstick(const std::string& folder, const Plan& plan) {
    (void)open(folder); // the tables
    SQLite::Database database(folder + "/records.db", SQLite::OPEN_READWRITE);
    for (const char* pragma : {"journal_mode=wal", "synchronous=FULL", "foreign_keys=OFF", "cache_size=-65536", "secure_delete=ON"})
        (void)database.tryExec(std::string("PRAGMA ") + pragma);
    BareInsert insert(database);
    double spent = 0;
    for (int site = 0; site < plan.sites; ++site) {
        const SiteRows rows = rows_of_site(plan, site); // making them is not counted
        const auto start = std::chrono::steady_clock::now();
        insert.add(rows);
        if (site + 1 == plan.sites) insert.finish();
        spent += seconds_since(start);
    }
    return spent;
}

bool same_count(const std::string& one, const std::string& other, const char* table) {
    const auto count = [&](const std::string& folder) {
        SQLite::Database database(folder + "/records.db");
        return database.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt64();
    };
    const long long a = count(one), b = count(other);
    std::printf("  %-10s %10lld rows%s\n", table, a, a == b ? "" : "  MISSING");
    return a == b && a > 0;
}

void print_progress(const std::string& folder, const Plan& plan) {
    auto reader = store::Reader::open(folder + "/records.db");
    const std::string person = person_id(plan.sites / 2, 1);
    std::size_t found = 0;
    const double one = best_of(5, [&] { found = reader->decisions(person)->size(); });
    SQLite::Database database(folder + "/records.db");
    const double scan = best_of(3, [&] {
        SQLite::Statement all(database, "SELECT person, indicator, item_hash, time, score, verdict, confidence, is_last, "
                                        "key_hash, result, exact FROM decision");
        while (all.executeStep()) {}
    });
    std::printf("progress of one person (%zu decisions): %.2f ms; bare scan of the table: %.0f ms; %.4f of it (goal: under 0.01)\n",
                found, one * 1e3, scan * 1e3, one / scan);
}

} // namespace

int main(int argc, char** argv) {
    Plan plan;
    const int decisions = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    plan.sites = argc > 2 ? std::atoi(argv[2]) : 500;
    plan.sessions = std::max(1, decisions / plan.sites / plan.decisions);
    const std::filesystem::path base =
        std::filesystem::temp_directory_path() / ("records-bench-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()));
    const std::string merged = (base / "merged").string(), bare = (base / "bare").string();
    for (const std::string& folder : {merged, bare, (base / "exports").string()}) std::filesystem::create_directories(folder);

    std::int64_t bytes = 0;
    store::MergeOptions options;
    for (int site = 0; site < plan.sites; ++site) {
        options.files.push_back((base / "exports" / std::to_string(site)).string());
        bytes += write_site(plan, site, options.files.back());
    }
    std::printf("%d sites, %d decisions each, %.1f MB of exports\n", plan.sites, plan.sessions * plan.decisions, static_cast<double>(bytes) / 1e6);

    const double bare_time = yardstick(bare, plan);
    auto writer = open(merged);
    auto start = std::chrono::steady_clock::now();
    const auto done = writer->merge(options);
    const double merge_time = seconds_since(start);
    if (!done) {
        std::printf("merging failed: %s\n", done.error().code.c_str());
        return 1;
    }
    std::printf("merge: %.2f s, %.0f events/s; bare insert: %.2f s; ratio %.2f (goal: at most 2)\n", merge_time,
                static_cast<double>(done->events) / merge_time, bare_time, merge_time / bare_time);
    start = std::chrono::steady_clock::now();
    const auto again = writer->merge(options);
    std::printf("the same files again: %.2f s, %lld new events\n", seconds_since(start), again ? static_cast<long long>(again->events) : -1);
    print_progress(merged, plan);
    store::ExportOptions out;
    out.file = (base / "all").string();
    out.keys_folder = (base / "keys").string();
    start = std::chrono::steady_clock::now();
    const auto exported = writer->export_records(out);
    const double export_time = seconds_since(start);
    if (exported)
        std::printf("export: %.2f s, %.0f events/s, %.1f MB\n", export_time, static_cast<double>(exported->counts.events) / export_time,
                    static_cast<double>(exported->bytes) / 1e6);
    bool complete = exported.ok() && again && again->events == 0;
    for (const char* table : {"person", "session", "event", "free_text", "decision"}) complete = same_count(merged, bare, table) && complete;
    writer.reset();
    std::error_code ignored;
    std::filesystem::remove_all(base, ignored);
    return complete ? 0 : 1;
}
