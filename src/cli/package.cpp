#include "cli/package.h"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "store/keys.h"

namespace timbang::cli {

namespace {

using nlohmann::json;

/// The files of a case that reads well, and what the manifest says of it.
struct ToPack {
    content::FileTexts files;
    content::PackageFacts facts;
};

void print(const Context& context, const json& value) {
    context.out() << value.dump(2, ' ', false, json::error_handler_t::replace) << "\n";
}

/// A sealed case is refused with the code `if_sealed` (arg path), also where it could be opened: its key is not written
/// to a disk by the way.
std::optional<ToPack> gather(const Context& context, const PackageOptions& options, const char* if_sealed,
                             int& exit_code) {
    const std::optional<std::string> path = case_path(context, options.from);
    exit_code = kFailed;
    if (!path) return std::nullopt;
    if (content::case_folder(*path).sealed) {
        fail(context, base::Error(if_sealed, {{"path", *path}}));
        return std::nullopt;
    }
    const auto scenario = open_scenario(context, *path, exit_code);
    if (!scenario) return std::nullopt;
    content::CaseFolder where = content::case_folder(*path, context.openers);
    auto files = content::case_to_pack(where, scenario->framework->id, context.check_context());
    if (!files) {
        exit_code = fail(context, files.error());
        return std::nullopt;
    }
    std::string id = scenario->id;
    if (!where.variant.empty()) id.resize(id.size() - where.variant.size() - 1); // the whole case is packed
    return ToPack{std::move(*files), {id, scenario->version, "timbang " + context.environment.version, false}};
}

/// The signer that was asked for, if any; says where the key is when it is new.
base::Result<std::vector<content::Signer>> signers(const Context& context, const PackageOptions& options) {
    if (options.sign.empty()) return std::vector<content::Signer>();
    base::Result<store::OwnKey> own = store::own_key(keys_folder(context));
    if (!own) return base::Error("author-key-broken", {{"path", context.data_folder}}).caused_by(own.error());
    if (own->made) context.err() << context.text("package.key-made", {{"path", own->path}}) << "\n";
    return std::vector<content::Signer>{{options.sign, std::move(own->key)}};
}

/// How a package that was written is told of.
struct Told {
    std::string otherwise; ///< its path where none is asked for
    const char* said;      ///< message
    std::size_t keys = 0;  ///< it is sealed for
};

/// Puts the package together and writes it; prints what was done.
int write_package(const Context& context, const PackageOptions& options, const ToPack& what, const Told& told) {
    const std::string out = options.out.empty() ? told.otherwise : options.out;
    if (!options.replace && base::file_kind(out) != base::FileKind::Missing)
        return fail(context, base::Error("file-there", {{"path", out}}));
    const auto who = signers(context, options);
    if (!who) return fail(context, who.error());
    const auto bytes = content::make_package(what.files, what.facts, *who);
    if (!bytes) return fail(context, bytes.error());
    const base::Status written = base::write_file_atomically(out, *bytes);
    if (!written) return fail(context, written.error());
    const auto files = static_cast<std::int64_t>(what.files.size());
    if (context.json)
        print(context, {{"package", out},
                        {"id", what.facts.id},
                        {"version", what.facts.version},
                        {"files", files},
                        {"bytes", bytes->size()},
                        {"sealed", what.facts.sealed},
                        {"sealed_for_keys", told.keys},
                        {"signed", !who->empty()}});
    else
        context.out() << context.text(told.said, {{"path", out},
                                                  {"files", files},
                                                  {"keys", static_cast<std::int64_t>(told.keys)},
                                                  {"id", what.facts.id},
                                                  {"version", what.facts.version}})
                      << "\n";
    return kSuccess;
}

int run_pack(const Context& context, const PackageOptions& options) {
    int exit_code = kSuccess;
    const std::optional<ToPack> what = gather(context, options, "sealed-unpack", exit_code);
    if (!what) return exit_code;
    return write_package(context, options, *what, {what->facts.id + ".timbang", "package.packed"});
}

/// The line that others seal cases for this person with; alone on standard output, so that it can be passed on.
int show_key(const Context& context) {
    const base::Result<store::OwnSealingKey> own = store::own_sealing_key(keys_folder(context));
    if (!own && own.error().code.starts_with("local-file-")) {
        const std::string path = base::join_path(keys_folder(context), "sealing");
        return fail(context, base::Error("seal-key-broken", {{"path", path}}).caused_by(own.error()));
    }
    if (!own) return fail(context, own.error());
    const std::string line = base::sealing_key_line(own->key.open);
    if (context.json)
        print(context, {{"key", line}, {"file", own->path}, {"made", own->made}});
    else
        context.out() << line << "\n";
    if (own->made && !context.json)
        context.err() << context.text("package.sealing-key-made", {{"path", own->path}}) << "\n";
    return kSuccess;
}

/// Everybody the case is to be sealed for. Code "seal-key-wrong" (arg name).
base::Result<base::SealFor> sealed_for(const Context& context, const PackageOptions& options) {
    base::SealFor who;
    who.passphrase = context.openers.passphrase;
    for (const std::string& lines : options.seal_for)
        for (std::size_t begin = 0; begin <= lines.size();) {
            const std::size_t end = std::min(lines.find(',', begin), lines.size());
            const std::string line = lines.substr(begin, end - begin);
            const std::string key = base::sealing_key_of(line);
            if (key.empty()) return base::Error("seal-key-wrong", {{"name", line}});
            if (std::find(who.keys.begin(), who.keys.end(), key) == who.keys.end()) who.keys.push_back(key);
            begin = end + 1;
        }
    return who;
}

int run_seal(const Context& context, const PackageOptions& options) {
    if (options.show_key) return show_key(context);
    const auto missing = [&](const char* name) {
        const std::string detail = context.text("cli.usage-missing", {{"name", std::string(name)}});
        return fail(context, base::Error("wrong-usage", {{"detail", detail}}), kWrongUsage);
    };
    if (options.from.empty()) return missing("case");
    const base::Result<base::SealFor> who = sealed_for(context, options);
    if (!who) return fail(context, who.error(), kWrongUsage);
    if (who->keys.empty() && who->passphrase.empty()) return missing("--to / --passphrase-file");
    int exit_code = kSuccess;
    std::optional<ToPack> what = gather(context, options, "already-sealed", exit_code);
    if (!what) return exit_code;
    what->facts.sealed = true;
    auto sealed = content::seal_files(what->files, what->facts, *who);
    if (!sealed) return fail(context, sealed.error());
    what->files = std::move(*sealed);
    const char* said = who->keys.empty()         ? "package.sealed"
                       : who->passphrase.empty() ? "package.sealed-keys"
                                                 : "package.sealed-both";
    return write_package(context, options, *what, {what->facts.id + ".sealed.timbang", said, who->keys.size()});
}

int run_unpack(const Context& context, const PackageOptions& options) {
    if (!content::is_package(options.from)) {
        const bool missing = base::file_kind(options.from) == base::FileKind::Missing;
        return fail(context, base::Error(missing ? "file-not-found" : "not-a-package", {{"path", options.from}}));
    }
    const auto package = content::open_package_file(options.from);
    if (!package) return fail(context, package.error());
    if (package->manifest.sealed) return fail(context, base::Error("sealed-unpack", {{"path", options.from}}));
    const std::string folder = options.out.empty() ? content::folder_name(package->manifest) : options.out;
    if (folder.empty()) return fail(context, base::Error("package-needs-out"));
    std::vector<app::SignedBy> authors = signed_by(context, *package);
    for (const app::SignedBy& author : authors)
        if (author.status == app::SignerStatus::Broken)
            return fail(context, base::Error("package-signature", {{"name", author.name}}));
    const auto existing = options.replace ? content::Existing::Replace : content::Existing::Refuse;
    if (base::Status done = content::unpack(*package, folder, existing); !done) return fail(context, done.error());
    if (options.know_authors)
        if (base::Status kept = know_authors(context, authors); !kept) return fail(context, kept.error());
    const auto files = static_cast<std::int64_t>(package->files->size());
    if (context.json) {
        print(context, {{"folder", folder},
                        {"id", package->manifest.id},
                        {"version", package->manifest.version},
                        {"files", files},
                        {"signatures", signatures_json(authors)}});
        return kSuccess;
    }
    context.out() << context.text("package.unpacked", {{"path", folder},
                                                       {"files", files},
                                                       {"id", package->manifest.id},
                                                       {"version", package->manifest.version}})
                  << "\n";
    for (const std::string& line : signature_lines(context, authors)) context.out() << line << "\n";
    return kSuccess;
}

} // namespace

void add_packages(CLI::App& app, PackageOptions& options, const std::function<std::string(std::string_view)>& words) {
    CLI::App* pack = app.add_subcommand("pack", words("cli.help-pack"));
    CLI::App* unpack = app.add_subcommand("unpack", words("cli.help-unpack"));
    CLI::App* seal = app.add_subcommand("seal", words("cli.help-seal"));
    pack->add_option("case", options.from, words("cli.help-case-or-package"))->required();
    unpack->add_option("package", options.from, words("cli.help-package"))->required();
    seal->add_option("case", options.from, words("cli.help-case-or-package"));
    seal->add_option("--to", options.seal_for, words("cli.help-seal-to"))->allow_extra_args(false);
    seal->add_flag("--my-key", options.show_key, words("cli.help-my-key"));
    for (CLI::App* one : {pack, unpack, seal}) {
        one->add_option("--out", options.out, words(one == unpack ? "cli.help-out-folder" : "cli.help-out-package"));
        one->add_flag("--replace", options.replace, words("cli.help-replace"));
        if (one != unpack) one->add_option("--sign", options.sign, words("cli.help-sign"));
    }
    unpack->add_flag("--know-author", options.know_authors, words("cli.help-know-author"));
}

bool run_packages(const CLI::App& app, const Context& context, const PackageOptions& options, int& exit_code) {
    if (app.got_subcommand("pack")) exit_code = run_pack(context, options);
    else if (app.got_subcommand("unpack")) exit_code = run_unpack(context, options);
    else if (app.got_subcommand("seal")) exit_code = run_seal(context, options);
    else return false;
    return true;
}

} // namespace timbang::cli
