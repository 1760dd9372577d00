#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "cli/package.h"
#include "store/keys.h"

namespace timbang::cli {

namespace {

constexpr std::size_t kPrintDigits = 16;
constexpr std::size_t kLongestPassphrase = 4096; ///< bytes

std::string keys_folder(const Context& context) { return base::join_path(context.data_folder, "keys"); }

/// "ab12-cd34-ef56-7890"
std::string print_of(const std::string& key) {
    std::string print;
    for (std::size_t i = 0; i < std::min(kPrintDigits, key.size()); ++i) {
        if (i != 0 && i % 4 == 0) print += '-';
        print += key[i];
    }
    return print;
}

} // namespace

std::vector<Signed> signed_by(const Context& context, const content::Package& package) {
    const base::Result<std::vector<store::KnownAuthor>> kept = store::known_authors(keys_folder(context));
    const std::vector<store::KnownAuthor> known = kept ? *kept : std::vector<store::KnownAuthor>();
    const std::string own = package.signatures.empty() ? "" : store::own_open_key(keys_folder(context));
    std::vector<Signed> authors;
    for (const content::Signature& one : package.signatures) {
        Signed author{one.name, one.key, print_of(one.key), "new"};
        const auto same = std::find_if(known.begin(), known.end(), [&](const auto& who) { return who.key == one.key; });
        const bool namesake =
            std::any_of(known.begin(), known.end(), [&](const auto& who) { return who.name == one.name; });
        if (!one.fits) {
            author.status = "broken";
        } else if (one.key == own) {
            author.status = "own";
        } else if (same != known.end()) {
            author.status = "known";
            author.name = same->name; // the name that was agreed to, whatever the package says
        } else if (namesake) {
            author.status = "namesake";
        }
        authors.push_back(std::move(author));
    }
    return authors;
}

base::Status know_authors(const Context& context, std::vector<Signed>& authors) {
    for (Signed& author : authors) {
        if (author.status != "new" && author.status != "namesake") continue;
        if (base::Status kept = store::know_author(keys_folder(context), {author.name, author.key}); !kept) return kept;
        author.status = "known";
        if (!context.json)
            context.out() << context.text("package.known-now", {{"name", author.name}, {"print", author.print}}) << "\n";
    }
    return {};
}

std::vector<std::string> signature_lines(const Context& context, const std::vector<Signed>& authors) {
    std::vector<std::string> lines;
    for (const Signed& author : authors)
        lines.push_back(
            context.text("package.signed-" + author.status, {{"name", author.name}, {"print", author.print}}));
    if (lines.empty()) lines.push_back(context.text("package.unsigned"));
    return lines;
}

nlohmann::json signatures_json(const std::vector<Signed>& authors) {
    nlohmann::json list = nlohmann::json::array();
    for (const Signed& author : authors)
        list.push_back({{"name", author.name}, {"key", author.key}, {"status", author.status}});
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
