// Files that belong to no case: the first line of an input is `lesson`, `programme` or `policy`, the rest is the file.
// It lies beside the sound small case, its rule pack, and the other files of these kinds.
#include <memory>

#include "base/utf8.h"
#include "content/framework_shelf.h"
#include "content/lessons.h"
#include "content/policies.h"
#include "content/programmes.h"
#include "fuzz/driver.h"

using namespace timbang;
using fuzz::require;

namespace {

constexpr std::size_t kLargest = std::size_t{64} << 10;

class Shelf {
public:
    Shelf() {
        std::filesystem::copy(TIMBANG_TEST_DATA "/content/base", folder_.path(),
                              std::filesystem::copy_options::recursive |
                                  std::filesystem::copy_options::overwrite_existing);
        context_.framework_folders = {folder_ / "frameworks"};
        context_.shelf = std::make_shared<content::FrameworkShelf>();
        context_.has_glyph = [](char32_t letter) { return letter < 0x10000; };
    }
    /// Writes the file and says where it lies.
    [[nodiscard]] std::string put(std::string_view path, std::string_view text) const {
        folder_.put(path, text);
        return folder_ / path;
    }
    [[nodiscard]] const content::CheckContext& context() const { return context_; }

private:
    fuzz::Folder folder_;
    content::CheckContext context_;
};

void look_at(const base::Diagnostics& findings, bool there) {
    int line = 0;
    for (const base::Finding& finding : findings) {
        require(!finding.code.empty(), "a finding has a code");
        require(finding.where.begin <= finding.where.end, "a place ends behind its begin");
        require(finding.where.line >= 1 && finding.where.column >= 1, "lines and columns count from 1");
        require(finding.where.line >= line, "findings are sorted by line");
        line = finding.where.line;
    }
    require(there != base::has_errors(findings), "a file is read unless an error stands in the way");
}

void look_at(const domain::Lesson& lesson) {
    for (const domain::LessonQuestion& question : lesson.exercise.questions)
        require(question.right < question.answers.size(), "the right answer is one of the answers");
    if (!lesson.figure) return;
    for (const domain::LessonCallout& callout : lesson.figure->callouts) {
        require(callout.page >= 0 && static_cast<std::size_t>(callout.page) < lesson.figure->pages.size(),
                "a callout stands beside a page of the figure");
        const std::string& words = lesson.figure->pages[static_cast<std::size_t>(callout.page)].text;
        for (const domain::TextRange range : callout.ranges)
            require(range.begin <= range.end && range.end <= words.size(), "a callout's place lies on its page");
    }
}

void look_at(const domain::Programme& programme) {
    for (const domain::Day& day : programme.days) {
        int free_from = 0;
        for (const domain::Slot& slot : day.slots) {
            require(slot.start >= free_from && slot.minutes > 0, "slots follow each other");
            require(slot.start + slot.minutes <= 24 * 60, "a day ends at midnight");
            free_from = slot.start + slot.minutes;
        }
    }
}

void look_at(const domain::ReadinessPolicy& policy) {
    require(policy.draw > 0 && policy.recheck_draw >= 0 && policy.tries > 0, "something is drawn, and may be tried");
    require(policy.exact_share >= 0 && policy.exact_share <= 100, "a share is of a hundred");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Shelf shelf; // libFuzzer calls this function alone: there is no other place to keep it
    if (size > kLargest) return 0;
    std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string_view kind = fuzz::take_line(text);
    if (kind == "lesson") {
        const auto loaded = content::load_lesson(shelf.put("lessons/sums.yaml", text), shelf.context());
        look_at(loaded.findings, loaded.lesson != nullptr);
        if (loaded.lesson) look_at(*loaded.lesson);
    } else if (kind == "programme") {
        const auto loaded = content::load_programme(shelf.put("programmes/day.yaml", text), shelf.context());
        look_at(loaded.findings, loaded.programme != nullptr);
        if (loaded.programme) look_at(*loaded.programme);
    } else if (kind == "policy") {
        const auto loaded = content::load_policy(shelf.put("policies/short.yaml", text), shelf.context());
        look_at(loaded.findings, loaded.policy != nullptr);
        if (loaded.policy) look_at(*loaded.policy);
    }
    return 0;
}
