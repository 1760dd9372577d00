#include "base/catalogue.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "base/files.h"

namespace timbang::base {
namespace {

/// A placeholder in a text: what stands between the braces, split at its first `?` and, outside inner braces, at `|`.
struct Placeholder {
    std::string_view name;
    bool choice = false;
    std::string_view one;
    std::string_view other;
    std::size_t end = 0; ///< behind the closing brace; npos when it is missing
};

Placeholder read_placeholder(std::string_view text, std::size_t open) {
    Placeholder found;
    int depth = 0;
    std::size_t question = std::string_view::npos;
    std::size_t bar = std::string_view::npos;
    for (std::size_t at = open; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '{') ++depth;
        if (c == '}') --depth;
        if (depth == 1 && c == '?' && question == std::string_view::npos) question = at;
        if (depth == 1 && c == '|' && question != std::string_view::npos && bar == std::string_view::npos) bar = at;
        if (depth > 0) continue;
        found.end = at + 1;
        found.choice = question != std::string_view::npos;
        found.name = text.substr(open + 1, (found.choice ? question : at) - open - 1);
        if (!found.choice) return found;
        found.one = text.substr(question + 1, std::min(bar, at) - question - 1);
        if (bar != std::string_view::npos) found.other = text.substr(bar + 1, at - bar - 1);
        return found;
    }
    found.end = std::string_view::npos;
    return found;
}

void collect_names(std::string_view text, std::set<std::string>& names) {
    for (std::size_t at = 0; (at = text.find('{', at)) != std::string_view::npos;) {
        if (text.substr(at, 2) == "{{") {
            at += 2;
            continue;
        }
        const Placeholder found = read_placeholder(text, at);
        if (found.end == std::string_view::npos) return;
        names.emplace(found.name);
        collect_names(found.one, names);
        collect_names(found.other, names);
        at = found.end;
    }
}

bool is_one(const Arg& arg) {
    if (const auto* whole = std::get_if<std::int64_t>(&arg)) return *whole == 1;
    if (const auto* decimal = std::get_if<Decimal>(&arg)) return decimal->value == Rational(1);
    return false;
}

const Arg* find_arg(const Args& args, std::string_view name) {
    const auto found = std::find_if(args.begin(), args.end(), [&](const auto& arg) { return arg.first == name; });
    return found == args.end() ? nullptr : &found->second;
}

struct Renderer {
    const Catalogue& catalogue;
    Lang lang;
    const Args& args;

    std::string shown(const Arg& arg) const {
        if (const auto* text = std::get_if<std::string>(&arg)) return *text;
        if (const auto* whole = std::get_if<std::int64_t>(&arg)) return format_number(lang, *whole);
        if (const auto* decimal = std::get_if<Decimal>(&arg))
            return format_number(lang, decimal->value, decimal->decimals);
        if (const auto* text = std::get_if<Text>(&arg)) return text->in(lang);
        return catalogue.text(lang, std::get<Key>(arg).key);
    }

    void render(std::string_view text, std::string& out) const {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t brace = std::min(text.find('{', at), text.size());
            out.append(text.substr(at, brace - at));
            at = brace;
            if (at == text.size()) return;
            if (text.substr(at, 2) == "{{") {
                out.push_back('{');
                at += 2;
                continue;
            }
            const Placeholder found = read_placeholder(text, at);
            if (found.end == std::string_view::npos) {
                out.append(text.substr(at));
                return;
            }
            const Arg* const arg = find_arg(args, found.name);
            if (!arg) out.append("{").append(found.name).append("}");
            else if (found.choice) render(is_one(*arg) ? found.one : found.other, out);
            else out.append(shown(*arg));
            at = found.end;
        }
    }
};

std::string grouped(Lang lang, std::string digits) {
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, lang == Lang::En ? ',' : '.');
    return digits;
}

/// The object of a catalogue file; nothing when it is no flat object of strings or names a key twice.
std::optional<std::map<std::string, std::string>> read_flat(std::string_view json) {
    std::set<std::string> seen;
    bool twice = false;
    const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
        if (event == nlohmann::json::parse_event_t::key) twice |= !seen.insert(parsed.get<std::string>()).second;
        return true;
    };
    const nlohmann::json root = nlohmann::json::parse(json, watch, false);
    if (!root.is_object() || twice) return std::nullopt;
    std::map<std::string, std::string> texts;
    for (const auto& [key, value] : root.items()) {
        if (!value.is_string()) return std::nullopt;
        texts.emplace(key, value.get<std::string>());
    }
    return texts;
}

} // namespace

Status Catalogue::add(Lang lang, std::string_view json) {
    auto texts = read_flat(json);
    if (!texts) return Error("catalogue-broken", {{"path", std::string()}});
    for (auto& [key, text] : *texts) texts_[static_cast<int>(lang)].insert_or_assign(key, std::move(text));
    return {};
}

Result<Catalogue> Catalogue::load(const std::string& folder) {
    if (file_kind(folder) != FileKind::Folder) return Error("file-not-found", {{"path", folder}});
    Catalogue catalogue;
    for (const std::string& name : list_folder(folder)) {
        const bool id = name.ends_with(".id.json");
        if (!id && !name.ends_with(".en.json")) continue;
        const std::string path = join_path(folder, name);
        const Result<std::string> content = read_file(path);
        if (!content) return content.error();
        if (!catalogue.add(id ? Lang::Id : Lang::En, *content)) return Error("catalogue-broken", {{"path", path}});
    }
    return catalogue;
}

bool Catalogue::has(std::string_view key) const { return texts_[0].contains(key) && texts_[1].contains(key); }

std::string Catalogue::text(Lang lang, const Message& message) const { return text(lang, message.key, message.args); }

std::string Catalogue::text(Lang lang, std::string_view key, const Args& args) const {
    const auto found = texts_[static_cast<int>(lang)].find(key);
    if (found == texts_[static_cast<int>(lang)].end()) return std::string(key);
    std::string out;
    Renderer{*this, lang, args}.render(found->second, out);
    return out;
}

std::string Catalogue::text(Lang lang, const Error& error) const {
    std::string out = text(lang, "error." + error.code, error.args);
    for (const Error* cause = error.cause.get(); cause; cause = cause->cause.get())
        out += " " + text(lang, "error." + cause->code, cause->args);
    return out;
}

std::vector<std::string> Catalogue::uneven() const {
    std::set<std::string> found;
    for (int lang = 0; lang < 2; ++lang)
        for (const auto& [key, text] : texts_[lang]) {
            const auto other = texts_[1 - lang].find(key);
            std::set<std::string> names, other_names;
            collect_names(text, names);
            if (other != texts_[1 - lang].end()) collect_names(other->second, other_names);
            if (other == texts_[1 - lang].end() || names != other_names) found.insert(key);
        }
    return {found.begin(), found.end()};
}

std::vector<std::string> Catalogue::keys(Lang lang) const {
    std::vector<std::string> keys;
    for (const auto& entry : texts_[static_cast<int>(lang)]) keys.push_back(entry.first);
    return keys;
}

std::string format_number(Lang lang, std::int64_t value) {
    std::string digits = std::to_string(value);
    const bool negative = digits.front() == '-';
    if (negative) digits.erase(0, 1);
    return (negative ? "-" : "") + grouped(lang, digits);
}

std::string format_number(Lang lang, const Rational& value, int decimals) {
    __extension__ typedef unsigned __int128 Wide;
    decimals = std::clamp(decimals, 0, 18);
    std::uint64_t power = 1;
    for (int i = 0; i < decimals; ++i) power *= 10;
    const bool negative = value.numerator() < 0;
    const auto size = static_cast<std::uint64_t>(value.numerator());
    const std::uint64_t numerator = negative ? 0 - size : size;
    const auto denominator = static_cast<std::uint64_t>(value.denominator());
    const Wide scaled = (Wide{numerator} * power * 2 + denominator) / (Wide{denominator} * 2);
    std::string fraction = std::to_string(static_cast<std::uint64_t>(scaled % power));
    fraction.insert(0,
                    static_cast<std::size_t>(decimals) -
                        std::min<std::size_t>(fraction.size(), static_cast<std::size_t>(decimals)),
                    '0');
    std::string text = grouped(lang, std::to_string(static_cast<std::uint64_t>(scaled / power)));
    if (decimals > 0) text += (lang == Lang::En ? "." : ",") + fraction;
    return (negative && scaled != 0 ? "-" : "") + text;
}

} // namespace timbang::base
