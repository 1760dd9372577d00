#include <algorithm>
#include <utility>

#include "app/author.h"
#include "app/draft_source.h"
#include "base/files.h"
#include "content/package.h"
#include "store/keys.h"

namespace timbang::app {
namespace {

/// What somebody wants of a package.
struct Wish {
    bool seal = false;
    std::string signer;     ///< name to sign with; "" not signed
    std::string passphrase;
    std::string keys_folder;
    std::string made_by;
};

struct Written {
    std::string path;
    std::string new_key;    ///< where the signing key lies that had to be made; "" there was one
};

base::Result<content::FileTexts> files_of(const content::DraftTexts& texts, const std::string& folder,
                                          const domain::Scenario& scenario, const content::CheckContext& context) {
    content::CaseFolder where = draft_case(texts, folder);
    return content::case_to_pack(where, scenario.framework->id, context);
}

base::Result<std::vector<content::Signer>> signers_of(const Wish& wish, Written& written) {
    if (wish.signer.empty()) return std::vector<content::Signer>();
    base::Result<store::OwnKey> own = store::own_key(wish.keys_folder);
    if (!own) return base::Error("author-key-broken", {{"path", wish.keys_folder}}).caused_by(own.error());
    if (own->made) written.new_key = own->path;
    return std::vector<content::Signer>{{wish.signer, std::move(own->key)}};
}

/// Packs the draft as it is now, beside the folder of the case.
base::Result<Written> pack_draft(const content::DraftTexts& texts, const std::string& folder,
                                 const content::CheckContext& context, const Wish& wish) {
    const content::LoadedScenario read = content::load_scenario(draft_case(texts, folder), context);
    if (read.scenario == nullptr) return base::Error("editor-package-errors", {});
    auto files = files_of(texts, folder, *read.scenario, context);
    if (!files) return files.error();
    const content::PackageFacts facts{read.scenario->id, read.scenario->version, wish.made_by, wish.seal};
    if (wish.seal) files = content::seal_files(*files, facts, {wish.passphrase, {}});
    if (!files) return files.error();
    Written written;
    const auto signers = signers_of(wish, written);
    if (!signers) return signers.error();
    const auto bytes = content::make_package(*files, facts, *signers);
    if (!bytes) return bytes.error();
    written.path = folder + "-" + read.scenario->version + (wish.seal ? ".sealed" : "") +
                   std::string(content::kPackageEnding);
    if (const base::Status done = base::write_file_atomically(written.path, *bytes); !done) return done.error();
    return written;
}

/// What stands in the way of making the package; nothing where it can be made.
std::optional<base::Error> missing(const AuthorPackageDialog& dialog) {
    if (dialog.sign && dialog.name.empty()) return base::Error("sign-name-missing");
    if (!dialog.seal) return std::nullopt;
    if (dialog.passphrase.size() < content::kShortestPassphrase)
        return base::Error("seal-short", {{"limit", static_cast<std::int64_t>(content::kShortestPassphrase)}});
    if (dialog.passphrase != dialog.again) return base::Error("passphrase-differs");
    return std::nullopt;
}

} // namespace

void AuthorController::operator()(const action::MakePackage&) {
    if (!open().working.empty()) return;
    AuthorPackageDialog dialog;
    if (open().readable) dialog.title = open().readable->title;
    if (const store::Person* person = model_.person()) dialog.name = person->name.empty() ? person->code : person->name;
    model_.author_package = std::move(dialog);
}

void AuthorController::operator()(const action::ToggleSign&) {
    if (model_.author_package) model_.author_package->sign = !model_.author_package->sign;
}

void AuthorController::operator()(const action::ToggleSeal&) {
    if (!model_.author_package) return;
    AuthorPackageDialog& dialog = *model_.author_package;
    dialog.seal = !dialog.seal;
    base::wipe(dialog.passphrase);
    base::wipe(dialog.again);
    dialog.problem.reset();
}

void AuthorController::type_package(int field, const std::string& text) {
    AuthorPackageDialog& dialog = *model_.author_package;
    std::vector<std::string*> fields;
    if (dialog.sign) fields.push_back(&dialog.name);
    if (dialog.seal) fields.insert(fields.end(), {&dialog.passphrase, &dialog.again});
    if (field < 0 || field >= static_cast<int>(fields.size())) return;
    *fields[static_cast<std::size_t>(field)] = text;
    dialog.problem.reset();
}

void AuthorController::close_package() {
    if (!model_.author_package) return;
    base::wipe(model_.author_package->passphrase);
    base::wipe(model_.author_package->again);
    model_.author_package.reset();
}

void AuthorController::operator()(const action::ConfirmPackage&) {
    if (!model_.author_package) return;
    AuthorPackageDialog& dialog = *model_.author_package;
    if (dialog.kind == AuthorPackageDialog::Kind::Unpack) return unpack_package();
    dialog.problem = missing(dialog);
    if (!dialog.problem && model_.author.open != nullptr) make_package();
}

void AuthorController::make_package() {
    OpenDraft& o = open();
    Wish wish;
    wish.seal = model_.author_package->seal;
    if (model_.author_package->sign) wish.signer = model_.author_package->name;
    wish.passphrase = model_.author_package->passphrase;
    wish.keys_folder = model_.options.keys_folder;
    wish.made_by = "timbang " + model_.options.program_version;
    close_package();
    o.working = wish.seal ? "editor.sealing" : "editor.packing";
    o.draft.end_typing();
    model_.long_work.start([this, texts = o.draft.snapshot(), folder = o.folder, opened = o.opened,
                            context = draft_context(model_), wish = std::move(wish)](Tasks::Context& task) mutable {
        context.has_glyph = nullptr;
        auto packed = std::make_shared<base::Result<Written>>(pack_draft(*texts, folder, context, wish));
        base::wipe(wish.passphrase);
        task.deliver([this, packed, opened, seal = wish.seal, signer = wish.signer] {
            if (!still(opened)) return;
            open().working.clear();
            if (!*packed) return tell_error(packed->error());
            const auto say = [&](const char* key, const base::Args& args) {
                return model_.catalogue.text(model_.lang(), key, args);
            };
            const auto& found = open().check.findings;
            const auto errors = std::count_if(found.begin(), found.end(), [](const base::Finding& one) {
                return one.severity == base::Severity::Error;
            });
            std::string said = say("editor.packed", {{"path", (*packed)->path}});
            if (errors > 0) said += " " + say("editor.packed-errors", {{"n", std::int64_t{errors}}});
            std::vector<std::string> lines;
            if (!signer.empty()) lines.push_back(say("open.made-signed", {{"name", signer}}));
            if (!(*packed)->new_key.empty()) lines.push_back(say("package.key-made", {{"path", (*packed)->new_key}}));
            if (seal) lines.push_back(say("open.made-sealed", {}));
            say_result("editor.package-title", std::move(said), std::move(lines));
        });
    });
}

/// A package is no folder to write in: it is unpacked into one of the own cases first.
void AuthorController::ask_unpack(const std::string& package) {
    const std::uint64_t opening = ++model_.author.openings;
    model_.author.opening = package;
    model_.case_work.start([this, package, opening, own = own_folder()](Tasks::Context& task) {
        auto read = std::make_shared<base::Result<content::Package>>(content::open_package_file(package));
        auto dialog = std::make_shared<AuthorPackageDialog>();
        dialog->kind = AuthorPackageDialog::Kind::Unpack;
        dialog->package = package;
        if (*read) {
            dialog->title = content::read_card(package).title;
            dialog->sealed = (*read)->manifest.sealed;
            const std::string name = content::folder_name((*read)->manifest);
            if (!own.empty() && !name.empty()) dialog->to = base::join_path(own, name);
            for (int i = 2; !dialog->to.empty() && base::file_kind(dialog->to) != base::FileKind::Missing; ++i)
                dialog->to = base::join_path(own, name + "-" + std::to_string(i));
        }
        task.deliver([this, opening, read, dialog] {
            if (model_.author.openings != opening) return;
            model_.author.opening.clear();
            if (!*read) return tell_error(read->error());
            for (const content::Signature& one : (*read)->signatures)
                if (!one.fits) return tell_error(base::Error("package-signature", {{"name", one.name}}));
            if (dialog->to.empty() && !dialog->sealed) return tell("editor.no-own-folder", {}, Tint::Reject);
            model_.author_package = *dialog;
        });
    });
}

void AuthorController::unpack_package() {
    const std::string from = model_.author_package->package, to = model_.author_package->to, own = own_folder();
    const bool sealed = model_.author_package->sealed;
    close_package();
    if (sealed) return;
    model_.case_work.start([this, from, to, own](Tasks::Context& task) {
        const auto package = content::open_package_file(from);
        base::Status done = package ? base::make_folders(own) : base::Status(package.error());
        if (done) done = content::unpack(*package, to, content::Existing::Refuse);
        task.deliver([this, done, to, own] { begun(done, to, own); });
    });
}

} // namespace timbang::app
