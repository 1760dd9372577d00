#pragma once

#include <memory>
#include <string>
#include <vector>

#include "content/library.h"
#include "domain/lesson.h"

namespace timbang::content {

/// A reading from a file: nothing where errors stand in the way.
struct LoadedLesson {
    std::shared_ptr<const domain::Lesson> lesson;
    base::Diagnostics findings; ///< sorted by line; file names in them are relative to the file's folder
};

/// Reads and checks `lessons/<id>.yaml`: keys, both languages, the rules and problem types of its framework (looked for in
/// `../frameworks`, then in the context's folders), quotes on the figure's pages, a reason for every answer, other readings
/// beside it, letters that no font has, and whether minutes and words fit. Never throws.
[[nodiscard]] LoadedLesson load_lesson(const std::string& path, const CheckContext& context);

/// Every reading of some folders, read once; what does not read is left out (`timbang check` says why). A reading of an
/// earlier folder hides one with the same id in a later one. Cheap to copy, and never changes.
class LessonShelf {
public:
    LessonShelf() = default;
    /// `folders`: such as "<share>/scenarios/lessons".
    LessonShelf(const std::vector<std::string>& folders, const CheckContext& context);

    [[nodiscard]] const domain::LessonList& all() const { return lessons_; } ///< by `order`, then id
    [[nodiscard]] std::shared_ptr<const domain::Lesson> find(std::string_view id) const {
        return domain::find_lesson(lessons_, id);
    }
    /// As `domain::lessons_for`.
    [[nodiscard]] domain::LessonList best_for(const domain::LessonWish& wish) const {
        return domain::lessons_for(lessons_, wish);
    }

private:
    domain::LessonList lessons_;
};

} // namespace timbang::content
