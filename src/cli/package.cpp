#include "cli/package.h"

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

std::optional<ToPack> gather(const Context& context, const PackageOptions& options, int& exit_code) {
    const std::optional<std::string> path = case_path(context, options.from);
    exit_code = kFailed;
    if (!path) return std::nullopt;
    const auto scenario = open_scenario(context, *path, exit_code);
    if (!scenario) return std::nullopt;
    content::CaseFolder where = content::case_folder(*path, context.passphrase);
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
    base::Result<store::OwnKey> own = store::own_key(base::join_path(context.data_folder, "keys"));
    if (!own) return base::Error("author-key-broken", {{"path", context.data_folder}}).caused_by(own.error());
    if (own->made) context.err() << context.text("package.key-made", {{"path", own->path}}) << "\n";
    return std::vector<content::Signer>{{options.sign, std::move(own->key)}};
}

/// Puts the package together and writes it; prints what was done.
int write_package(const Context& context, const PackageOptions& options, const ToPack& what,
                  const std::string& otherwise, const char* said) {
    const std::string out = options.out.empty() ? otherwise : options.out;
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
                        {"signed", !who->empty()}});
    else
        context.out() << context.text(said, {{"path", out},
                                             {"files", files},
                                             {"id", what.facts.id},
                                             {"version", what.facts.version}})
                      << "\n";
    return kSuccess;
}

int run_pack(const Context& context, const PackageOptions& options) {
    int exit_code = kSuccess;
    const std::optional<ToPack> what = gather(context, options, exit_code);
    if (!what) return exit_code;
    return write_package(context, options, *what, what->facts.id + ".timbang", "package.packed");
}

int run_seal(const Context& context, const PackageOptions& options) {
    if (context.passphrase.empty()) {
        const std::string missing = context.text("cli.usage-missing", {{"name", std::string("--passphrase-file")}});
        return fail(context, base::Error("wrong-usage", {{"detail", missing}}), kWrongUsage);
    }
    if (content::is_package(options.from)) {
        const auto package = content::open_package_file(options.from);
        if (package && package->manifest.sealed)
            return fail(context, base::Error("already-sealed", {{"path", options.from}}));
    }
    int exit_code = kSuccess;
    std::optional<ToPack> what = gather(context, options, exit_code);
    if (!what) return exit_code;
    what->facts.sealed = true;
    auto sealed = content::seal_files(what->files, what->facts, context.passphrase);
    if (!sealed) return fail(context, sealed.error());
    what->files = std::move(*sealed);
    return write_package(context, options, *what, what->facts.id + ".sealed.timbang", "package.sealed");
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
    seal->add_option("case", options.from, words("cli.help-case-or-package"))->required();
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
