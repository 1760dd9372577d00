#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/beside.h"
#include "content/library.h"
#include "content/yaml/fields.h"
#include "domain/lesson.h"

namespace timbang::content {

/// A reading while its file is read.
struct LessonReading {
    std::string path;
    const CheckContext& context;
    base::Diagnostics findings{};
    std::shared_ptr<const domain::Framework> framework = nullptr; ///< null: none that reads, which was told
    domain::Lesson lesson{};
};

// The parts of it, for the files of this folder.
void read_figure(LessonReading& reading, const yaml::Node& node);
void read_exercise(LessonReading& reading, const yaml::Node& node);
void read_sources(LessonReading& reading, const yaml::Node& node);

} // namespace timbang::content
