#include "cli/join.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/interrupt.h"
#include "cli/join_report.h"
#include "cli/package.h"
#include "store/records.h"
#include "store/writer.h"

namespace timbang::cli {

namespace {

std::string database(const Context& context) { return base::join_path(context.data_folder, "records.db"); }

base::Result<std::unique_ptr<store::Writer>> open_writer(const Context& context, bool must_exist) {
    if (must_exist && base::file_kind(database(context)) == base::FileKind::Missing)
        return base::Error("records-missing", {{"path", database(context)}});
    store::WriterOptions options;
    options.path = database(context);
    options.recovery_folder = base::join_path(context.data_folder, "recovery");
    options.now = context.environment.clock;
    return store::Writer::open(options);
}

/// The ids of people by their codes.
base::Result<std::vector<std::string>> ids_of(const Context& context, const std::vector<std::string>& codes) {
    base::Result<store::Reader> reader = store::Reader::open(database(context));
    if (!reader) return reader.error();
    std::vector<std::string> ids;
    for (const std::string& code : codes) {
        const base::Result<store::Person> person = reader->person_with_code(code);
        if (!person) return person.error();
        ids.push_back(person->id);
    }
    return ids;
}

/// Tells how far the work is, on a line that is written over, and whether to go on: not once somebody pressed Ctrl-C.
class Watch {
public:
    explicit Watch(const Context& context) : context_(context) {}
    ~Watch() {
        if (shown_) context_.err() << "\r\033[K" << std::flush;
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    [[nodiscard]] store::OnProgress follow() {
        return [this](std::int64_t done, std::int64_t total) { return tell(done, total); };
    }

private:
    bool tell(std::int64_t done, std::int64_t total) {
        if (interrupt_.asked()) return false;
        if (!context_.environment.err_is_terminal) return true;
        const base::Time now = context_.environment.clock();
        if (shown_ && now - last_ < std::chrono::milliseconds(100)) return true;
        last_ = now;
        shown_ = true;
        context_.err() << "\r\033[K" << context_.text("carry.progress", {{"done", done}, {"total", total}}) << std::flush;
        return true;
    }

    const Context& context_;
    base::Interrupt interrupt_; // before any thread starts
    base::Time last_{};
    bool shown_ = false;
};

int run_export(const Context& context, const JoinOptions& asked) {
    store::ExportOptions options;
    options.file = asked.file;
    options.keys_folder = keys_folder(context);
    options.site_name = asked.site;
    options.names = asked.names == "codes"        ? store::Names::Codes
                    : asked.names == "pseudonyms" ? store::Names::Pseudonyms
                                                  : store::Names::Keep;
    Watch watch(context);
    options.progress = watch.follow();
    base::Result<std::unique_ptr<store::Writer>> writer = open_writer(context, true);
    if (!writer) return fail(context, writer.error());
    base::Result<std::vector<std::string>> people = ids_of(context, asked.people);
    if (!people) return fail(context, people.error());
    options.people = std::move(*people);
    const base::Result<store::Exported> exported = (*writer)->export_records(options);
    if (!exported) return fail(context, exported.error());
    tell_exported(context, asked.file, options.names, *exported);
    return kSuccess;
}

int run_merge(const Context& context, const JoinOptions& asked) {
    store::MergeOptions options;
    options.files = asked.files;
    options.trust = asked.trust;
    base::Result<store::Merged> merged = base::Error("stopped");
    {
        Watch watch(context);
        options.progress = watch.follow();
        base::Result<std::unique_ptr<store::Writer>> writer = open_writer(context, false);
        if (!writer) return fail(context, writer.error());
        merged = (*writer)->merge(options);
    }
    if (!merged) return fail(context, merged.error());
    return tell_merged(context, *merged);
}

int run_same(const Context& context, const JoinOptions& asked, bool joined) {
    base::Result<std::unique_ptr<store::Writer>> writer = open_writer(context, true);
    if (!writer) return fail(context, writer.error());
    const base::Result<std::vector<std::string>> ids = ids_of(context, {asked.code, asked.other});
    if (!ids) return fail(context, ids.error());
    if (const base::Status said = (*writer)->say_same_person(ids->at(0), ids->at(1), joined); !said)
        return fail(context, said.error());
    if (context.json)
        context.out() << nlohmann::json{{"a", asked.code}, {"b", asked.other}, {"same_person", joined}}.dump() << "\n";
    else
        context.out() << context.text(joined ? "carry.joined" : "carry.parted", {{"a", asked.code}, {"b", asked.other}})
                      << "\n";
    return kSuccess;
}

int run_forget(const Context& context, const JoinOptions& asked) {
    base::Result<std::unique_ptr<store::Writer>> writer = open_writer(context, true);
    if (!writer) return fail(context, writer.error());
    const base::Result<store::Forgotten> forgotten = (*writer)->forget({asked.code, asked.decisions});
    if (!forgotten) return fail(context, forgotten.error());
    tell_forgotten(context, asked.code, asked.decisions, *forgotten);
    return kSuccess;
}

} // namespace

void add_join(CLI::App& records, JoinOptions& options, const std::function<std::string(std::string_view)>& words) {
    CLI::App* out = records.add_subcommand("export", words("carry.help-export"));
    out->add_option("file", options.file, words("carry.help-file"))->required();
    out->add_option("--person", options.people, words("carry.help-people"));
    out->add_option("--names", options.names, words("carry.help-names"))
        ->check(CLI::IsMember({"keep", "codes", "pseudonyms"}));
    out->add_option("--site", options.site, words("carry.help-site"));
    CLI::App* merge = records.add_subcommand("merge", words("carry.help-merge"));
    merge->add_option("file", options.files, words("carry.help-files"))->required();
    merge->add_flag("--trust", options.trust, words("carry.help-trust"));
    for (const bool joined : {true, false}) {
        CLI::App* same = records.add_subcommand(joined ? "same-person" : "not-same-person",
                                                words(joined ? "carry.help-same" : "carry.help-not-same"));
        same->add_option("code", options.code, words("carry.help-code"))->required();
        same->add_option("other", options.other, words("carry.help-other"))->required();
    }
    CLI::App* forget = records.add_subcommand("forget", words("carry.help-forget"));
    forget->add_option("--person", options.code, words("carry.help-code"))->required();
    forget->add_flag("--decisions", options.decisions, words("carry.help-decisions"));
}

bool run_join(const CLI::App& records, const Context& context, const JoinOptions& options, int& exit_code) {
    if (records.got_subcommand("export")) exit_code = run_export(context, options);
    else if (records.got_subcommand("merge")) exit_code = run_merge(context, options);
    else if (records.got_subcommand("same-person")) exit_code = run_same(context, options, true);
    else if (records.got_subcommand("not-same-person")) exit_code = run_same(context, options, false);
    else if (records.got_subcommand("forget")) exit_code = run_forget(context, options);
    else return false;
    return true;
}

} // namespace timbang::cli
