#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "content/checks/checks.h"
#include "content/picture.h"

namespace timbang::content {

namespace {

constexpr char32_t kFirstDrawn = 0xA0; // below stand ASCII and controls
constexpr char32_t kByteOrderMark = 0xFEFF;

/// Whether the line up to `at` begins with "#".
bool in_comment_line(const std::string& text, std::size_t at) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1; // npos + 1 is 0
    return text[text.find_first_not_of(' ', line)] == '#';
}

} // namespace

void check_letters(const yaml::Source& source, const std::function<bool(char32_t)>& has_glyph,
                   std::set<char32_t>& known, base::Diagnostics& findings) {
    const std::string& text = source.text();
    const bool is_yaml = source.name().ends_with(".yaml");
    std::set<char32_t> told;
    yaml::PlaceFinder places(text);
    for (std::size_t at = base::ascii_end(text); at < text.size(); at = base::ascii_end(text, at)) {
        const base::CodePoint point = base::code_point_at(text, at);
        const std::size_t begin = std::exchange(at, point.next);
        if (point.value < kFirstDrawn || point.value == kByteOrderMark || known.count(point.value) != 0) continue;
        if (is_yaml && in_comment_line(text, begin)) continue;
        if (has_glyph(point.value)) {
            known.insert(point.value);
        } else if (told.insert(point.value).second) {
            char code[16];
            std::snprintf(code, sizeof code, "%04X", static_cast<unsigned>(point.value));
            yaml::Stretch where{source.name(), places.at(begin), {}};
            where.end.offset = static_cast<std::uint32_t>(point.next);
            yaml::add_warning(findings, where, "no-glyph",
                              {{"text", text.substr(begin, point.next - begin)}, {"code", std::string(code)}});
        }
    }
}

namespace {

void check_pictures(Reading& reading) {
    for (std::size_t i = 0; i < reading.scenario.evidence.size(); ++i) {
        const auto& pages = reading.scenario.evidence[i].pages;
        for (std::size_t k = 0; k < pages.size(); ++k) {
            if (!pages[k].page.picture) continue;
            const auto file =
                reading.files.bytes(pages[k].path, kMaxPictureBytes, reading.places.pages[i][k], reading.findings);
            if (!file) continue;
            const auto picture = check_picture(file->bytes);
            if (!picture)
                yaml::add_error(reading.findings, {file->shown, 1, 1, 0, 0}, picture.error().code,
                                picture.error().args);
        }
    }
}

/// Names of the framework that this case shows in lists. Told where the framework lies beside the case: one that came
/// with the program is not the author's to change.
void check_short_names(Reading& reading) {
    std::set<std::string> used;
    for (const domain::Task& task : reading.scenario.tasks) {
        used.insert(task.code);
        for (const domain::Problem& problem : task.problems) used.insert(problem.type);
    }
    if (!reading.framework_file || !reading.framework_shown.starts_with("../")) return;
    base::Diagnostics notes;
    for (const base::Finding& note : reading.framework_file->findings) {
        const auto id =
            std::find_if(note.args.begin(), note.args.end(), [](const auto& arg) { return arg.first == "id"; });
        if (note.code == "short-missing" && id != note.args.end() && used.count(std::get<std::string>(id->second)) != 0)
            notes.push_back(note);
    }
    join_short_notes(notes);
    for (base::Finding& note : notes) reading.add_framework_finding(std::move(note));
}

} // namespace

void check_display(Reading& reading, const CheckContext& context) {
    check_pictures(reading);
    check_short_names(reading);
    if (!context.has_glyph) return;
    std::set<char32_t> known;
    for (const auto& source : reading.files.sources()) check_letters(*source, context.has_glyph, known, reading.findings);
}

} // namespace timbang::content
