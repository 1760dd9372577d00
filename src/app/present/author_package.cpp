#include "app/present/present.h"
#include "app/present/words.h"
#include "base/files.h"

namespace timbang::app {
namespace {

Dialog unpack_dialog(const Model& model, const AuthorPackageDialog& asked) {
    const Words words(model);
    Dialog dialog;
    dialog.title = words.of(asked.title);
    if (asked.sealed) {
        dialog.chips.push_back({words("open.sealed"), "lock", Tint::Accent});
        dialog.text = words("open.unpack-sealed");
        dialog.primary = {words("app.close"), words("app.key-enter"), "", true, "", action::CloseDialog{}};
        dialog.cancel.action = action::CloseDialog{};
        return dialog;
    }
    dialog.text = words("open.unpack-text", {{"file", base::file_name(asked.package)}, {"folder", asked.to}});
    dialog.primary = {words("open.unpack"), words("app.key-enter"), "", true, "", action::ConfirmPackage{}};
    dialog.cancel = {words("app.cancel"), "Esc", "", true, "", action::CloseDialog{}};
    return dialog;
}

} // namespace

std::optional<Dialog> present_author_package(const Model& model) {
    if (!model.author_package) return std::nullopt;
    const AuthorPackageDialog& asked = *model.author_package;
    if (asked.kind == AuthorPackageDialog::Kind::Unpack) return unpack_dialog(model, asked);
    const Words words(model);
    Dialog dialog;
    dialog.title = words("author.make-package");
    dialog.text = words("open.make-text");
    DialogSwitch sign{words("open.sign"), words("open.sign-hint"), asked.sign, action::ToggleSign{}, {}};
    if (asked.sign) sign.fields.push_back({words("open.sign-name"), asked.name, false});
    DialogSwitch seal{words("open.seal"), words("open.seal-hint"), asked.seal, action::ToggleSeal{}, {}};
    if (asked.seal) {
        seal.fields.push_back({words("open.passphrase"), asked.passphrase, true});
        seal.fields.push_back({words("open.again"), asked.again, true});
    }
    dialog.switches = {std::move(sign), std::move(seal)};
    if (asked.problem) dialog.problem = model.catalogue.text(model.lang(), *asked.problem);
    dialog.primary = {words("author.make-package"), words("app.key-enter"), "", true, "", action::ConfirmPackage{}};
    dialog.cancel = {words("app.cancel"), "Esc", "", true, "", action::CloseDialog{}};
    return dialog;
}

} // namespace timbang::app
