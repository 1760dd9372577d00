#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/desk_rehearsal.h"
#include "support/ui_harness.h"
#include "ui/screens/frame.h"

namespace timbang::test {

/// The desk of a real case in a window that is not there.
struct DeskOnScreen {
    explicit DeskOnScreen(base::Lang lang = base::Lang::En, domain::Mode mode = domain::Mode::Practise, const std::string& name = "jumlah-yang-tidak-cocok")
        : rehearsal(TIMBANG_SOURCE_DIR, lang, mode, name) {}

    void show(UiHarness& h) {
        h.show([this](ui::Ui& ui) {
            rehearsal.act(asked);
            for (const app::Action& action : asked) done.push_back(action);
            asked.clear();
            ui::draw_frame(ui, rehearsal.frame(), options, asked);
        });
    }
    /// The last action of that kind, or null.
    template <class T> [[nodiscard]] const T* last() const {
        for (auto it = done.rbegin(); it != done.rend(); ++it)
            if (const T* found = it->template as<T>()) return found;
        return nullptr;
    }
    /// The indicator of the births with its second page, some of it answered.
    void births() {
        rehearsal.to_evidence();
        rehearsal.select("KS-O1");
        for (const app::ListRow& row : rehearsal.desk().list.rows)
            if (row.selected) return rehearsal.act(app::action::OpenPage{app::Pane::Left, row.files.front().evidence, 2});
    }

    DeskRehearsal rehearsal;
    ui::FrameOptions options;
    app::Actions asked, done;
};

inline const ui::Node& need(UiHarness& h, std::string_view path) {
    const ui::Node* node = h.node(path);
    INFO(h.dump());
    REQUIRE_MESSAGE(node != nullptr, path);
    return *node;
}

inline std::string lines_of(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all;
}

} // namespace timbang::test
