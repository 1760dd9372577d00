#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {
namespace {

DialogLine signer_line(const Words& words, const SignedBy& signer, int place) {
    const bool certain = signer.status == SignerStatus::Own || signer.status == SignerStatus::Known;
    DialogLine line;
    line.icon = certain ? "certificate" : signer.status == SignerStatus::New ? "help-circle-outline" : "alert";
    line.tint = certain ? Tint::Ok : signer.status == SignerStatus::New ? Tint::Neutral : Tint::Return;
    line.text = words(std::string("open.signed-") + signer_status_id(signer.status),
                      {{"name", signer.name}, {"print", signer.print}});
    if (can_become_known(signer))
        line.button = Button{words("open.keep-known"), "", "", true, "", action::KeepSigner{place}};
    return line;
}

} // namespace

std::optional<Dialog> present_package(const Model& model) {
    if (!model.package_dialog || model.start_open) return std::nullopt;
    const PackageDialog& package = *model.package_dialog;
    const Words words(model);
    Dialog dialog;
    dialog.title = words.of(package.title);
    if (package.sealed) dialog.chips.push_back({words("open.sealed"), "lock", Tint::Accent});
    dialog.text = words("open.version", {{"version", package.version}});
    for (std::size_t i = 0; i < package.signers.size(); ++i)
        dialog.lines.push_back(signer_line(words, package.signers[i], static_cast<int>(i)));
    if (package.signers.empty())
        dialog.lines.push_back({"information-outline", Tint::Neutral, words("open.unsigned"), std::nullopt});
    if (package.sealed) dialog.lines.push_back({"lock", Tint::Neutral, words("open.sealed-text"), std::nullopt});
    const bool asks = package.sealed && !package.open;
    if (asks) dialog.fields.push_back({words("open.passphrase"), package.passphrase, true});
    if (package.problem) dialog.problem = model.catalogue.text(model.lang(), *package.problem);
    const bool starts = package.then.as<action::StartCase>() != nullptr;
    const char* label = package.working ? "open.opening" : starts ? "open.start" : "open.open";
    dialog.primary = {words(label), words("app.key-enter"), "", !package.working, words("open.opening-why"),
                      action::OpenPackage{}};
    dialog.cancel = {words("app.cancel"), "Esc", "", true, "", action::CloseDialog{}};
    return dialog;
}

} // namespace timbang::app
