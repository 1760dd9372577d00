#pragma once

#include "desk_fixture.h"

namespace timbang::test {

inline constexpr const char* kExample = "jumlah-yang-tidak-cocok";

/// Place of words on the page that is shown.
inline domain::TextRange place_of(const ViewerPane& pane, const std::string& words) {
    REQUIRE(pane.content);
    const std::size_t begin = pane.content->text.find(words);
    REQUIRE(begin != std::string::npos);
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
}

/// On the desk of the example, at its evidence.
inline void to_evidence(Desk& desk) {
    desk.introduce();
    desk.start(kExample);
    CHECK(desk.desk().layout == DeskLayout::Reading);
    desk.does(act::LeaveStep{});
    for (const PartForm& part : std::vector<PartForm>(desk.desk().parts)) {
        for (const CheckRow& row : part.checklist)
            desk.does(row.cells[0].action);
        if (!part.options.empty()) desk.does(part.options[1].action);
    }
    desk.does(act::LeaveStep{});
    REQUIRE(desk.desk().form);
}

inline void select(Desk& desk, const std::string& code) {
    for (const ListRow& row : desk.desk().list.rows)
        if (row.code == code) return desk.does(Action(row.action));
    FAIL(code);
}

inline void decide(Desk& desk, domain::Verdict verdict, int score) {
    for (const CheckRow& row : std::vector<CheckRow>(desk.form().checklist))
        desk.does(row.cells[0].action);
    desk.does(act::SetVerdict{verdict});
    desk.does(act::SetScore{score});
    desk.does(act::SetSureness{3});
    desk.does(act::Submit{});
}

} // namespace timbang::test
