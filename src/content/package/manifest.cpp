#include "content/package/manifest.h"

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "base/utf8.h"

namespace timbang::content {

namespace {

using nlohmann::json;

constexpr std::size_t kLongestWord = 200;

base::Error broken(const char* file) { return base::Error("package-manifest", {{"name", std::string(file)}}); }

/// A text of an object; "" for anything else.
std::string word(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return "";
    const auto& text = found->get_ref<const std::string&>();
    return text.size() <= kLongestWord ? text : "";
}

bool is_hash(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// What a signature covers: the name too, so that nobody else's can be put in its place.
std::string signed_bytes(const std::string& name, std::string_view manifest) {
    std::string bytes = "timbang package\n" + std::to_string(name.size()) + ":" + name + "\n";
    return bytes.append(manifest);
}

} // namespace

std::string manifest_text(const Manifest& manifest) {
    json files = json::array();
    for (const PackedFile& file : manifest.files)
        files.push_back({{"path", file.path}, {"size", file.size}, {"sha256", file.sha256}});
    json whole = {{"format", manifest.format},
                  {"id", manifest.id},
                  {"version", manifest.version},
                  {"made_by", manifest.made_by},
                  {"files", std::move(files)}};
    if (manifest.sealed) whole["sealed"] = true;
    return whole.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

base::Result<Manifest> read_manifest(std::string_view text) {
    const base::Result<json> whole = base::parse_json(text);
    if (!whole || !whole->is_object()) return broken(kManifestFile);
    const auto format = whole->find("format");
    if (format == whole->end() || !format->is_number_integer()) return broken(kManifestFile);
    if (*format != kPackageFormat) return base::Error("package-version", {{"found", format->dump()}});
    Manifest manifest;
    manifest.id = word(*whole, "id");
    manifest.version = word(*whole, "version");
    manifest.made_by = word(*whole, "made_by");
    const auto sealed = whole->find("sealed");
    if (sealed != whole->end()) {
        if (!sealed->is_boolean()) return broken(kManifestFile);
        manifest.sealed = sealed->get<bool>();
    }
    const auto files = whole->find("files");
    if (manifest.id.empty() || files == whole->end() || !files->is_array()) return broken(kManifestFile);
    for (const json& file : *files) {
        if (!file.is_object()) return broken(kManifestFile);
        const auto path = file.find("path");
        const auto size = file.find("size");
        PackedFile one;
        if (path != file.end() && path->is_string()) one.path = path->get<std::string>();
        one.sha256 = word(file, "sha256");
        if (one.path.empty() || size == file.end() || !size->is_number_unsigned() || !is_hash(one.sha256))
            return broken(kManifestFile);
        one.size = size->get<std::uint64_t>();
        manifest.files.push_back(std::move(one));
    }
    return manifest;
}

std::string signatures_text(const std::vector<Signer>& signers, std::string_view manifest) {
    json list = json::array();
    for (const Signer& signer : signers)
        list.push_back({{"name", signer.name},
                        {"key", signer.key.open},
                        {"signature", base::sign(signed_bytes(signer.name, manifest), signer.key.secret)}});
    return json{{"signatures", std::move(list)}}.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

base::Result<std::vector<Signature>> read_signatures(std::string_view text, std::string_view manifest) {
    const base::Result<json> whole = base::parse_json(text);
    if (!whole || !whole->is_object()) return broken(kSignaturesFile);
    const auto list = whole->find("signatures");
    if (list == whole->end() || !list->is_array() || list->size() > kMostSignatures) return broken(kSignaturesFile);
    std::vector<Signature> signatures;
    for (const json& one : *list) {
        if (!one.is_object()) return broken(kSignaturesFile);
        Signature signature{word(one, "name"), word(one, "key"), word(one, "signature"), false};
        if (signature.name.empty() || !is_hash(signature.key)) return broken(kSignaturesFile);
        const std::string bytes = signed_bytes(signature.name, manifest);
        signature.fits = base::signature_fits(bytes, signature.signature, signature.key);
        signatures.push_back(std::move(signature));
    }
    return signatures;
}

} // namespace timbang::content
