#include <algorithm>
#include <utility>

#include "app/controller.h"
#include "base/files.h"
#include "content/package.h"

namespace timbang::app {
namespace {

/// What background work found of a package.
struct Look {
    std::optional<base::Error> error;
    PackageDialog dialog;
    std::optional<content::CaseFolder> opened;
};

/// A key for the file as it is now: another version asks again.
std::string agreed_key(const std::string& folder) {
    const base::FileStamp stamp = base::file_stamp(package_of(folder));
    return folder + "\n" + std::to_string(stamp.modified) + "\n" + std::to_string(stamp.size);
}

Look look_at(const std::string& folder, const std::string& keys, const base::SealOpeners& openers) {
    Look look;
    const auto package = content::open_package_file(package_of(folder));
    if (!package) {
        look.error = package.error();
        return look;
    }
    for (const content::Signature& one : package->signatures)
        if (!one.fits) look.error = base::Error("package-signature", {{"name", one.name}});
    look.dialog.folder = folder;
    look.dialog.title = content::read_card(folder).title;
    look.dialog.version = package->manifest.version;
    look.dialog.sealed = package->manifest.sealed;
    look.dialog.signers = signed_by(keys, package->signatures);
    if (look.error || !look.dialog.sealed || openers.none()) return look;
    content::CaseFolder opened = content::case_folder(folder, openers);
    look.dialog.open = !opened.trouble && !opened.sealed;
    if (opened.trouble && opened.trouble->code != "seal-passphrase") look.dialog.problem = opened.trouble;
    if (look.dialog.open) look.opened = std::move(opened);
    return look;
}

} // namespace

std::string package_of(const std::string& folder) {
    if (content::is_package(folder)) return folder;
    const std::string owner = base::parent_path(base::parent_path(folder));
    return content::is_package(owner) ? owner : std::string();
}

bool Controller::package_agreed(const std::string& folder) const {
    return package_of(folder).empty() || model_.packages_agreed.contains(agreed_key(folder));
}

void Controller::ask_package(const std::string& folder, Action then, bool starts) {
    close_package();
    const std::uint64_t asked = model_.package_asked;
    model_.opening.start([this, asked, folder, then = std::move(then), starts, keys = model_.options.keys_folder,
                          openers = model_.options.openers](Tasks::Context& task) {
        auto look = std::make_shared<Look>(look_at(folder, keys, openers));
        look->dialog.then = then;
        task.deliver([this, asked, starts, look] {
            if (asked != model_.package_asked) return;
            if (look->error) {
                (void)model_.library.open(look->dialog.folder); // its row says so from now on
                return tell_error(*look->error);
            }
            if (look->opened) model_.library.keep_open(look->dialog.folder, std::move(*look->opened));
            model_.package_dialog = std::move(look->dialog);
            const PackageDialog& dialog = *model_.package_dialog;
            if (!starts && (dialog.open || !dialog.sealed)) pass_package();
        });
    });
}

/// Nothing of what was typed stays; what the background still finds of it is dropped.
void Controller::close_package() {
    ++model_.package_asked;
    if (model_.package_dialog) base::wipe(model_.package_dialog->passphrase);
    model_.package_dialog.reset();
}

void Controller::pass_package() {
    const Action then = model_.package_dialog->then;
    model_.packages_agreed.insert(agreed_key(model_.package_dialog->folder));
    close_package();
    carry_out_action(then);
}

void Controller::operator()(const action::OpenPackage&) {
    if (!model_.package_dialog || model_.package_dialog->working) return;
    PackageDialog& dialog = *model_.package_dialog;
    if (!dialog.sealed || dialog.open) return pass_package();
    if (dialog.passphrase.empty()) {
        dialog.problem = base::Error("passphrase-missing");
        return;
    }
    dialog.problem.reset();
    dialog.working = true;
    base::SealOpeners openers = model_.options.openers;
    openers.passphrase = std::exchange(dialog.passphrase, "");
    model_.opening.start([this, asked = model_.package_asked, folder = dialog.folder,
                          openers = std::move(openers)](Tasks::Context& task) mutable {
        auto opened = std::make_shared<content::CaseFolder>(content::case_folder(folder, openers));
        base::wipe(openers.passphrase);
        task.deliver([this, asked, opened] {
            if (asked != model_.package_asked) return;
            PackageDialog& waiting = *model_.package_dialog;
            waiting.working = false;
            waiting.problem = opened->trouble;
            if (waiting.problem) return;
            waiting.open = true;
            model_.library.keep_open(waiting.folder, std::move(*opened));
            pass_package();
        });
    });
}

void Controller::operator()(const action::KeepSigner& a) {
    if (!model_.package_dialog || a.signer < 0) return;
    auto& signers = model_.package_dialog->signers;
    const auto place = static_cast<std::size_t>(a.signer);
    if (place >= signers.size() || !can_become_known(signers[place])) return;
    if (const base::Status kept = know_signer(model_.options.keys_folder, signers[place]); !kept)
        tell_error(kept.error());
}

void Controller::operator()(const action::TypeDialog& a) {
    if (model_.readiness.dialog) return checks_.type(a.text);
    if (model_.records_dialog) {
        model_.records_dialog->typed = a.text;
        return;
    }
    if (model_.name_dialog) return (*this)(action::TypeName{a.text});
    if (model_.author_package) return author_.type_package(a.field, a.text);
    if (!model_.package_dialog || model_.package_dialog->working) return;
    model_.package_dialog->passphrase = a.text;
    model_.package_dialog->problem.reset();
}

} // namespace timbang::app
