#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/page.h"
#include "ui/kit/ui.h"

namespace gallery {

/// What the gallery's controls show.
struct State {
    int verdict = 1, score = 4, sureness = 2, stop = 2;
    int checks[5] = {0, 0, 0, 1, 2};
    bool box = true;
    std::string field, text;
    timbang::domain::Page page;
    bool loaded = false;
    float zoom = 0;
    std::optional<timbang::domain::TextRange> marked;
};

void draw(timbang::ui::Ui& ui, std::string_view what, State& state);
void draw_components(timbang::ui::Ui& ui, State& state);
/// A page file in the viewer, with a few marks.
void draw_document(timbang::ui::Ui& ui, std::string_view path, State& state);

} // namespace gallery
