#include <algorithm>

#include "base/utf8.h"
#include "content/package/zip.h"

namespace timbang::content {

namespace {

constexpr std::size_t kLongestPath = 400; ///< bytes
constexpr std::size_t kLongestName = 200;

base::Error bad(const char* code, const std::string& name) {
    // What is no text cannot be shown as it stands.
    return base::Error(code, {{"name", base::invalid_utf8(name) ? std::string("?") : name}});
}

/// The case of letters and '/' set aside, so that "a" stands right before what lies below it.
std::string folded(const std::string& name) {
    std::string text = base::fold_case(name);
    std::replace(text.begin(), text.end(), '/', '\x01');
    return text;
}

} // namespace

base::Status check_package_name(const std::string& name) {
    if (name.empty() || name.size() > kLongestPath || base::invalid_utf8(name)) return bad("package-name", name);
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return bad("package-name", "?");
        if (c == '\\') return bad("package-backslash", name);
    }
    if (name.front() == '/' || (name.size() > 1 && name[1] == ':')) return bad("package-absolute", name);
    std::string_view rest = name;
    for (;;) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view part = rest.substr(0, slash);
        if (part == "..") return bad("package-leaves", name);
        if (part.empty() || part == "." || part.size() > kLongestName || part.find(':') != std::string_view::npos)
            return bad("package-name", name);
        if (slash == rest.size()) return {};
        rest.remove_prefix(slash + 1);
    }
}

base::Status check_package_names(const std::vector<std::string>& names) {
    std::vector<std::pair<std::string, const std::string*>> all;
    for (const std::string& name : names) all.emplace_back(folded(name), &name);
    std::sort(all.begin(), all.end());
    for (std::size_t i = 1; i < all.size(); ++i) {
        const std::string& before = all[i - 1].first;
        const std::string& here = all[i].first;
        if (here == before || (here.starts_with(before) && here[before.size()] == '\x01'))
            return bad("package-duplicate", *all[i].second);
    }
    return {};
}

} // namespace timbang::content
