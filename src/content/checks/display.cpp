#include <algorithm>
#include <cstdio>
#include <set>

#include "base/utf8.h"
#include "content/checks/checks.h"
#include "content/picture.h"

namespace timbang::content {

namespace {

constexpr char32_t kFirstDrawn = 0xA0; // below stand ASCII and controls

/// Each letter that no font can draw, once for each file. Comment lines of YAML are read by authors only.
void check_letters(Reading& reading, const yaml::Source& source, const std::function<bool(char32_t)>& has_glyph,
                   std::set<char32_t>& known) {
    const std::string& text = source.text();
    const bool is_yaml = source.name().ends_with(".yaml");
    std::set<char32_t> told;
    bool comment = false;
    bool line_start = true;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        if (point.value == '\n') line_start = true, comment = false;
        else if (point.value == '#' && line_start) comment = is_yaml;
        else if (point.value != ' ') line_start = false;
        if (point.value >= kFirstDrawn && point.value != 0xFEFF && !comment && known.count(point.value) == 0) {
            if (has_glyph(point.value)) {
                known.insert(point.value);
            } else if (told.insert(point.value).second) {
                char code[16];
                std::snprintf(code, sizeof code, "%04X", static_cast<unsigned>(point.value));
                yaml::add_warning(reading.findings, source.span_at(at, point.next), "no-glyph",
                                  {{"text", text.substr(at, point.next - at)}, {"code", std::string(code)}});
            }
        }
        at = point.next;
    }
}

void check_pictures(Reading& reading) {
    for (std::size_t i = 0; i < reading.scenario.evidence.size(); ++i) {
        const auto& pages = reading.scenario.evidence[i].pages;
        for (std::size_t k = 0; k < pages.size(); ++k) {
            if (!pages[k].page.picture) continue;
            const auto file = reading.files.bytes(pages[k].path, kMaxPictureBytes, reading.places.pages[i][k], reading.findings);
            if (!file) continue;
            const auto picture = decode_picture(file->bytes);
            if (!picture) yaml::add_error(reading.findings, {file->shown, 1, 1, 0, 0}, picture.error().code, picture.error().args);
        }
    }
}

/// Names of the framework that this case shows in lists.
void check_short_names(Reading& reading) {
    std::set<std::string> used;
    for (const domain::Task& task : reading.scenario.tasks) {
        used.insert(task.code);
        for (const domain::Problem& problem : task.problems) used.insert(problem.type);
    }
    base::Diagnostics notes;
    for (const base::Finding& note : reading.framework_notes) {
        const auto id = std::find_if(note.args.begin(), note.args.end(), [](const auto& arg) { return arg.first == "id"; });
        if (note.code == "short-missing" && id != note.args.end() && used.count(std::get<std::string>(id->second)) != 0)
            notes.push_back(note);
    }
    join_short_notes(notes);
    reading.findings.insert(reading.findings.end(), notes.begin(), notes.end());
}

} // namespace

void check_display(Reading& reading, const CheckContext& context) {
    check_pictures(reading);
    check_short_names(reading);
    if (!context.has_glyph) return;
    std::set<char32_t> known;
    for (const auto& source : reading.files.sources()) check_letters(reading, *source, context.has_glyph, known);
}

} // namespace timbang::content
