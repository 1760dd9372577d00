#include <nlohmann/json.hpp>

#include "base/files.h"
#include "cli/package.h"

namespace timbang::cli {

namespace {

constexpr std::size_t kLongestPassphrase = 4096; ///< bytes

} // namespace

std::string keys_folder(const Context& context) { return base::join_path(context.data_folder, "keys"); }

std::vector<app::SignedBy> signed_by(const Context& context, const content::Package& package) {
    return app::signed_by(keys_folder(context), package.signatures);
}

base::Status know_authors(const Context& context, std::vector<app::SignedBy>& authors) {
    for (app::SignedBy& author : authors) {
        if (!app::can_become_known(author)) continue;
        if (base::Status kept = app::know_signer(keys_folder(context), author); !kept) return kept;
        if (!context.json)
            context.out() << context.text("package.known-now", {{"name", author.name}, {"print", author.print}}) << "\n";
    }
    return {};
}

std::vector<std::string> signature_lines(const Context& context, const std::vector<app::SignedBy>& authors) {
    std::vector<std::string> lines;
    for (const app::SignedBy& author : authors)
        lines.push_back(context.text(std::string("package.signed-") + app::signer_status_id(author.status),
                                     {{"name", author.name}, {"print", author.print}}));
    if (lines.empty()) lines.push_back(context.text("package.unsigned"));
    return lines;
}

nlohmann::json signatures_json(const std::vector<app::SignedBy>& authors) {
    nlohmann::json list = nlohmann::json::array();
    for (const app::SignedBy& author : authors)
        list.push_back({{"name", author.name}, {"key", author.key}, {"status", app::signer_status_id(author.status)}});
    return list;
}

base::Result<std::string> read_passphrase(const std::string& path) {
    base::Result<std::string> text = base::read_file(path, kLongestPassphrase);
    if (!text) return text.error();
    std::string passphrase = text->substr(0, text->find('\n'));
    if (!passphrase.empty() && passphrase.back() == '\r') passphrase.pop_back();
    if (passphrase.empty()) return base::Error("passphrase-empty", {{"path", path}});
    return passphrase;
}

} // namespace timbang::cli
