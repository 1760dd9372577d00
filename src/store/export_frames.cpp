#include "store/export_frames.h"

#include <nlohmann/json.hpp>

#include "base/json.h"

namespace timbang::store {
namespace {

using Json = nlohmann::json;

constexpr const char* kMagic = "timbang-records";
constexpr int kFormat = 1;
constexpr std::uint32_t kSkippable = 0x184D2A50; // RFC 8878, 3.1.2
constexpr std::int64_t kLastTime = 253'402'300'799'999; // year 9999
constexpr std::size_t kMaxName = 400;

std::int64_t whole(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : -1;
}

std::string text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

bool is_hex(std::string_view digits, std::size_t count) {
    return digits.size() == count && digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

const char* names_id(Names names) {
    switch (names) {
    case Names::Keep: return "keep";
    case Names::Codes: return "codes";
    case Names::Pseudonyms: return "pseudonyms";
    }
    return "keep";
}

std::string skippable_frame(std::string_view content) {
    std::string frame;
    for (const std::uint32_t number : {kSkippable, static_cast<std::uint32_t>(content.size())})
        for (int i = 0; i < 4; ++i) frame.push_back(static_cast<char>((number >> (8 * i)) & 0xFFu));
    return frame.append(content);
}

std::optional<std::size_t> frame_size(std::string_view bytes) {
    if (bytes.size() < kFrameHead) return std::nullopt;
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 4; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
        return value;
    };
    if (number(0) != kSkippable) return std::nullopt;
    return number(4);
}

std::string head_text(const ExportHead& head) {
    return base::canonical_json({{"magic", kMagic},
                                 {"format", kFormat},
                                 {"site", {{"id", head.site.id}, {"name", head.site.name}}},
                                 {"key", head.site.key},
                                 {"written", head.written.time_since_epoch().count()},
                                 {"names", names_id(head.names)},
                                 {"people", head.counts.people},
                                 {"sessions", head.counts.sessions},
                                 {"events", head.counts.events},
                                 {"tombstones", head.counts.tombstones},
                                 {"same_person", head.counts.same_person}});
}

base::Result<ExportHead> read_head(std::string_view bytes, const std::string& path) {
    const base::Args args{{"path", path}};
    const base::Result<Json> parsed = base::parse_json(bytes);
    if (!parsed || !parsed->is_object() || text(*parsed, "magic") != kMagic) return base::Error("export-foreign", args);
    const std::int64_t format = whole(*parsed, "format");
    if (format > kFormat) return base::Error("export-newer", args);
    ExportHead head;
    const auto site = parsed->find("site");
    if (site != parsed->end() && site->is_object()) {
        head.site.id = text(*site, "id");
        head.site.name = text(*site, "name");
    }
    head.site.key = text(*parsed, "key");
    const std::int64_t written = whole(*parsed, "written");
    head.written = base::Time(std::chrono::milliseconds(written));
    const std::string names = text(*parsed, "names");
    bool fine = format == kFormat && is_id(head.site.id) && head.site.name.size() <= kMaxName &&
                is_hex(head.site.key, 64) && written >= 0 && written <= kLastTime;
    for (const Names one : {Names::Keep, Names::Codes, Names::Pseudonyms})
        if (names == names_id(one)) head.names = one;
    fine = fine && names == names_id(head.names);
    ExportCounts& counts = head.counts;
    for (const auto& [count, key] : std::initializer_list<std::pair<std::int64_t*, const char*>>{
             {&counts.people, "people"},
             {&counts.sessions, "sessions"},
             {&counts.events, "events"},
             {&counts.tombstones, "tombstones"},
             {&counts.same_person, "same_person"}}) {
        *count = whole(*parsed, key);
        fine = fine && *count >= 0;
    }
    if (!fine) return base::Error("export-damaged", args);
    return head;
}

std::string signed_text(const std::string& sha256) { return "timbang records export 1\n" + sha256; }

std::string tail_text(const std::string& sha256, const std::string& signature) {
    return R"({"sha256":")" + sha256 + R"(","signature":")" + signature + R"("})";
}

std::optional<Tail> read_tail(std::string_view bytes) {
    const base::Result<Json> parsed = base::parse_json(bytes);
    if (!parsed || !parsed->is_object()) return std::nullopt;
    Tail tail{text(*parsed, "sha256"), text(*parsed, "signature")};
    if (!is_hex(tail.sha256, 64) || !is_hex(tail.signature, 128)) return std::nullopt;
    return tail;
}

bool is_id(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char sign = text[i];
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        const bool digit = (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f');
        if (hyphen ? sign != '-' : !digit) return false;
    }
    return true;
}

} // namespace timbang::store
