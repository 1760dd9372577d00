#include "app/present/words.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/utf8.h"
#include "content/pages.h"

namespace timbang::app {
namespace {

using namespace std::chrono;

year_month_day day_of(sys_time<milliseconds> local) {
    return year_month_day{floor<days>(local)};
}
std::string text_of(int number) {
    return std::to_string(number);
}

} // namespace

sys_time<milliseconds> Words::local(base::Time time) const {
    return time + minutes(model_.ports.utc_offset ? model_.ports.utc_offset(time) : 0);
}

std::string Words::clock(base::Time time) const {
    const auto at = local(time);
    const auto since = at - floor<days>(at);
    const int minute = static_cast<int>(duration_cast<minutes>(since).count());
    char text[16];
    std::snprintf(text, sizeof text, lang() == base::Lang::Id ? "%02d.%02d" : "%02d:%02d", minute / 60 % 24,
                  minute % 60);
    return text;
}

std::string Words::weekday(base::Time time) const {
    const auto at = local(time);
    const std::chrono::weekday day{floor<days>(at)};
    const year_month_day date = day_of(at);
    return (*this)("app.weekday",
                   {{"day", (*this)("app.day-" + text_of(static_cast<int>(day.c_encoding())))},
                    {"date", text_of(static_cast<int>(static_cast<unsigned>(date.day())))},
                    {"month", (*this)("app.month-" + text_of(static_cast<int>(static_cast<unsigned>(date.month()))))}});
}

std::string Words::date(base::Time time) const {
    const year_month_day date = day_of(local(time));
    const year_month_day today = day_of(local(model_.now()));
    std::string text = text_of(static_cast<int>(static_cast<unsigned>(date.day()))) + " " +
                       (*this)("app.month-" + text_of(static_cast<int>(static_cast<unsigned>(date.month()))));
    if (date.year() != today.year()) text += " " + text_of(static_cast<int>(date.year()));
    return text;
}

std::string Words::month(base::Time time) const {
    const year_month_day date = day_of(local(time));
    return (*this)("app.month-" + text_of(static_cast<int>(static_cast<unsigned>(date.month())))) + " " +
           text_of(static_cast<int>(date.year()));
}

std::string Words::short_month(int month) const {
    return (*this)("app.mon-" + text_of(month));
}

std::string Words::signed_tenths(const base::Rational& value) const {
    const bool below = value < base::Rational(0);
    const std::string text = base::format_number(lang(), below ? base::Rational(0) - value : value, 1);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return (zero ? "" : below ? "−" : "+") + text;
}

std::string Words::right(const base::Text& name) const {
    const std::string& text = of(name);
    const std::string prefixes = (*this)("app.right-prefixes");
    for (std::size_t begin = 0; begin < prefixes.size();) {
        const std::size_t end = std::min(prefixes.find('|', begin), prefixes.size());
        const std::string prefix = prefixes.substr(begin, end - begin);
        if (text.size() > prefix.size() && text.compare(0, prefix.size(), prefix) == 0) {
            std::string rest = text.substr(prefix.size());
            if (rest[0] >= 'a' && rest[0] <= 'z') rest[0] = static_cast<char>(rest[0] - 'a' + 'A');
            return rest;
        }
        begin = end + 1;
    }
    return text;
}

std::string Words::list(const std::vector<std::string>& names) const {
    std::string text;
    for (const std::string& name : names) {
        if (text.empty()) {
            text = name;
            continue;
        }
        text += ", " + within(name);
    }
    return text;
}

std::string Words::within(const std::string& name) const {
    const std::size_t first = name.empty() ? 0 : base::code_point_at(name, 0).next;
    const bool abbreviation = name.size() > first && name[first] >= 'A' && name[first] <= 'Z';
    return abbreviation ? name : base::fold_case(name.substr(0, first)) + name.substr(first);
}

IconName family_icon(std::string_view family) {
    struct Entry {
        std::string_view family;
        IconName icon;
    };
    constexpr std::array<Entry, 10> icons{{{"year", "calendar"},
                                           {"legal", "gavel"},
                                           {"arithmetic", "calculator"},
                                           {"endorsement", "checkbox-marked-circle-outline"},
                                           {"form", "file-document"},
                                           {"content", "format-annotation-plus"},
                                           {"figure", "view-headline"},
                                           {"source", "database"},
                                           {"scale", "scale-balance"},
                                           {"verdict", "clipboard-check"}}};
    for (const Entry& entry : icons)
        if (entry.family == family) return entry.icon;
    return "flag";
}

IconName evidence_icon(std::string_view kind) {
    if (kind == "letter") return "email";
    if (kind == "regulation" || kind == "decree") return "gavel";
    if (kind == "register") return "book-open-variant";
    if (kind == "table") return "view-headline";
    if (kind == "photo" || kind == "picture") return "image";
    if (kind == "minutes") return "message-text";
    return "file-document";
}

IconName action_icon(const domain::Action& action) {
    // Authors name an action by what is done; its id tells which picture fits. Nothing depends on it.
    const auto has = [&](std::string_view part) { return action.id.find(part) != std::string::npos; };
    if (has("visit")) return "walk";
    if (has("call") || has("phone")) return "phone";
    if (has("register") || has("law") || has("legal")) return "gavel";
    if (has("check") || has("search") || has("look")) return "magnify";
    return "message-text";
}

IconName verdict_icon(domain::Verdict verdict) {
    return verdict == domain::Verdict::Accept ? "check" : verdict == domain::Verdict::Return ? "undo-variant" : "close";
}

Tint verdict_tint(domain::Verdict verdict) {
    return verdict == domain::Verdict::Accept   ? Tint::Ok
           : verdict == domain::Verdict::Return ? Tint::Return
                                                : Tint::Reject;
}

std::string type_word(const Words& words, domain::IndicatorType type) {
    return words(std::string("app.type-") + domain::indicator_type_id(type));
}

std::string page_label(const Words& words, int page, std::size_t pages) {
    return words("desk.page-of", {{"n", std::int64_t{page}}, {"of", static_cast<std::int64_t>(pages)}});
}

std::string rule_line(const Words& words, const domain::Framework& pack, std::string_view rule) {
    const domain::Rule* found = pack.rule(rule);
    if (!found) return "";
    return words(found->practice ? "app.rule-practice" : "app.rule",
                 {{"text", words.of(found->text)}, {"code", found->code}, {"pack", words.of(pack.short_title)}});
}

Prose prose(const std::string& markdown) {
    if (markdown.empty()) return nullptr;
    return std::make_shared<const domain::Page>(content::parse_markdown_page(markdown, content::Breaks::Keep));
}

} // namespace timbang::app
