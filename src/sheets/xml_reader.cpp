#include "sheets/xml_reader.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace timbang::sheets {

namespace {

constexpr std::size_t kDeepest = 200;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_name_char(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
}

bool append_number(std::string_view digits, std::string& out) {
    int base = 10;
    if (!digits.empty() && digits.front() == 'x') {
        base = 16;
        digits.remove_prefix(1);
    }
    std::uint32_t value = 0;
    const auto [stop, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (digits.empty() || failure != std::errc() || stop != digits.data() + digits.size()) return false;
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return false;
    base::append_utf8(out, static_cast<char32_t>(value));
    return true;
}

bool append_entity(std::string_view name, std::string& out) {
    if (name == "amp") out += '&';
    else if (name == "lt") out += '<';
    else if (name == "gt") out += '>';
    else if (name == "quot") out += '"';
    else if (name == "apos") out += '\'';
    else return name.starts_with('#') && append_number(name.substr(1), out);
    return true;
}

} // namespace

XmlReader::XmlReader(std::string_view text) : source_(text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (source_.starts_with(kByteOrderMark)) source_.remove_prefix(kByteOrderMark.size());
    bindings_.push_back({"xml", "http://www.w3.org/XML/1998/namespace", 0});
}

XmlReader::Event XmlReader::broken() {
    failed_ = true;
    return Event::Broken;
}

void XmlReader::skip_blanks() {
    while (at_ < source_.size() && is_blank(source_[at_]))
        ++at_;
}

bool XmlReader::skip_until(std::string_view end) {
    const std::size_t found = source_.find(end, at_);
    if (found == std::string_view::npos) return false;
    at_ = found + end.size();
    return true;
}

bool XmlReader::read_name(std::string_view& prefix, std::string_view& name) {
    const auto part = [this] {
        const std::size_t begin = at_;
        while (at_ < source_.size() && is_name_char(source_[at_]))
            ++at_;
        return source_.substr(begin, at_ - begin);
    };
    prefix = {};
    name = part();
    if (at_ < source_.size() && source_[at_] == ':') {
        ++at_;
        prefix = name;
        name = part();
        if (prefix.empty()) return false;
    }
    return !name.empty();
}

bool XmlReader::decode(std::string_view raw, std::string& out) const {
    while (!raw.empty()) {
        const std::size_t stop = raw.find_first_of("&\r");
        out.append(raw.substr(0, stop));
        if (stop == std::string_view::npos) return true;
        if (raw[stop] == '\r') {
            if (stop + 1 == raw.size() || raw[stop + 1] != '\n') out += '\n';
            raw.remove_prefix(stop + 1);
            continue;
        }
        const std::size_t end = raw.find(';', stop);
        if (end == std::string_view::npos || !append_entity(raw.substr(stop + 1, end - stop - 1), out)) return false;
        raw.remove_prefix(end + 1);
    }
    return true;
}

std::optional<std::string_view> XmlReader::uri_of(std::string_view prefix) const {
    const auto found = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                    [&](const Binding& binding) { return binding.prefix == prefix; });
    if (found != bindings_.rend()) return found->uri;
    if (prefix.empty()) return "";
    return std::nullopt;
}

bool XmlReader::read_attributes() {
    attributes_.clear();
    for (;;) {
        const std::size_t before = at_;
        skip_blanks();
        if (at_ == source_.size()) return false;
        if (source_[at_] == '>' || source_[at_] == '/') return true;
        if (at_ == before) return false;
        Attribute attribute;
        if (!read_name(attribute.prefix, attribute.name)) return false;
        skip_blanks();
        if (at_ == source_.size() || source_[at_++] != '=') return false;
        skip_blanks();
        if (at_ == source_.size() || (source_[at_] != '"' && source_[at_] != '\'')) return false;
        const std::size_t end = source_.find(source_[at_], at_ + 1);
        if (end == std::string_view::npos) return false;
        const std::string_view raw = source_.substr(at_ + 1, end - at_ - 1);
        if (raw.find('<') != std::string_view::npos || !decode(raw, attribute.value)) return false;
        at_ = end + 1;
        for (const Attribute& other : attributes_)
            if (other.name == attribute.name && other.prefix == attribute.prefix) return false;
        attributes_.push_back(std::move(attribute));
        if (attributes_.size() > kDeepest) return false;
    }
}

bool XmlReader::bind_names() {
    for (const Attribute& attribute : attributes_) {
        if (attribute.prefix == "xmlns") bindings_.push_back({attribute.name, attribute.value, open_.size()});
        else if (attribute.prefix.empty() && attribute.name == "xmlns")
            bindings_.push_back({"", attribute.value, open_.size()});
    }
    for (Attribute& attribute : attributes_) {
        if (attribute.prefix.empty() || attribute.prefix == "xmlns") continue;
        const std::optional<std::string_view> uri = uri_of(attribute.prefix);
        if (!uri) return false;
        attribute.space = *uri;
    }
    return true;
}

XmlReader::Event XmlReader::open_element() {
    const std::size_t begin = at_;
    std::string_view prefix;
    if (!read_name(prefix, name_)) return broken();
    const std::string_view whole = source_.substr(begin, at_ - begin);
    if (open_.empty() && seen_root_) return broken();
    if (open_.size() >= kDeepest || !read_attributes()) return broken();
    empty_element_ = source_[at_] == '/';
    if (empty_element_) ++at_;
    if (at_ == source_.size() || source_[at_++] != '>') return broken();
    seen_root_ = true;
    open_.push_back(whole);
    if (!bind_names()) return broken();
    const std::optional<std::string_view> uri = uri_of(prefix);
    if (!uri) return broken();
    space_ = *uri;
    return Event::Open;
}

/// The innermost element ends; its names go out of force.
XmlReader::Event XmlReader::leave() {
    const std::string_view whole = open_.back();
    const std::size_t colon = whole.find(':');
    name_ = colon == std::string_view::npos ? whole : whole.substr(colon + 1);
    space_copy_ = uri_of(colon == std::string_view::npos ? std::string_view{} : whole.substr(0, colon)).value_or("");
    space_ = space_copy_;
    while (bindings_.back().depth == open_.size())
        bindings_.pop_back();
    open_.pop_back();
    attributes_.clear();
    closing_ = true;
    return Event::Close;
}

XmlReader::Event XmlReader::close_element() {
    const std::size_t begin = at_;
    std::string_view prefix, name;
    if (!read_name(prefix, name)) return broken();
    const std::string_view whole = source_.substr(begin, at_ - begin);
    skip_blanks();
    if (at_ == source_.size() || source_[at_++] != '>') return broken();
    if (open_.empty() || open_.back() != whole) return broken();
    return leave();
}

/// Comments and instructions, behind '<'. A document type is refused.
bool XmlReader::skip_markup() {
    if (source_.substr(at_, 3) == "!--") return skip_until("-->");
    if (source_.substr(at_, 1) == "?") return skip_until("?>");
    return false;
}

XmlReader::Event XmlReader::next() {
    if (failed_) return Event::Broken;
    closing_ = false;
    if (empty_element_) {
        empty_element_ = false;
        return leave();
    }
    constexpr std::string_view kSection = "![CDATA[";
    for (;;) {
        if (at_ == source_.size()) return open_.empty() && seen_root_ ? Event::End : broken();
        if (source_[at_] != '<') {
            const std::size_t end = std::min(source_.find('<', at_), source_.size());
            const std::string_view raw = source_.substr(at_, end - at_);
            at_ = end;
            if (open_.empty()) {
                if (!std::all_of(raw.begin(), raw.end(), is_blank)) return broken();
                continue;
            }
            piece_.clear();
            return decode(raw, piece_) ? Event::Text : broken();
        }
        ++at_;
        if (source_.substr(at_, kSection.size()) == kSection) {
            const std::size_t begin = at_ + kSection.size();
            if (open_.empty() || !skip_until("]]>")) return broken();
            piece_.assign(source_.substr(begin, at_ - 3 - begin));
            return Event::Text;
        }
        if (at_ < source_.size() && source_[at_] == '/') {
            ++at_;
            return close_element();
        }
        if (at_ < source_.size() && (source_[at_] == '!' || source_[at_] == '?')) {
            if (!skip_markup()) return broken();
            continue;
        }
        return open_element();
    }
}

std::optional<std::string_view> XmlReader::attribute(std::string_view space, std::string_view name) const {
    for (const Attribute& attribute : attributes_)
        if (attribute.name == name && attribute.space == space && attribute.prefix.empty() == space.empty())
            return attribute.value;
    return std::nullopt;
}

bool XmlReader::skip() {
    const std::size_t outside = open_.size() - 1;
    while (open_.size() > outside) {
        const Event event = next();
        if (event == Event::Broken || event == Event::End) return false;
    }
    return true;
}

} // namespace timbang::sheets
