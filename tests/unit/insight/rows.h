#pragma once

#include <doctest/doctest.h>

#include "base/catalogue.h"
#include "base/rng.h"
#include "insight/habits.h"

// Rows for the tests of the folds.

namespace timbang::tests {

inline base::Time day(int days) {
    return *base::parse_iso_time("2025-01-01T03:00:00.000Z") + std::chrono::hours(24 * days);
}

/// A decision of `steps` beside a reference on place `reference_place` of six scores 0, 2 … 10.
inline insight::DecisionRow decision(const std::string& session, const std::string& item, int steps,
                                     int reference_place = 3, int on_day = 0) {
    insight::DecisionRow row;
    row.session = session;
    row.scenario = "case";
    row.item = item;
    row.form = "form-" + session;
    row.mode = "practise";
    row.framework = "pack@1";
    row.code = "KS-O1";
    row.criterion = "KS";
    row.type = domain::IndicatorType::Outcome;
    row.time = day(on_day);
    row.places = 6;
    row.reference_place = reference_place;
    row.place = reference_place + steps;
    row.reference = reference_place * 2;
    row.score = row.place * 2;
    row.steps = steps;
    row.exact = steps == 0;
    row.verdict = row.reference_verdict = "accept";
    return row;
}

inline void add_problem(insight::DecisionRow& row, const std::string& type, const std::string& family, bool found) {
    row.problems.emplace_back(family, found);
    row.met.push_back({type, found, false});
}

/// The text in both languages; it must be in the catalogue with all its arguments.
inline void check_text(const base::Message& message) {
    const auto texts = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(texts.ok());
    CAPTURE(message.key);
    CHECK(texts->has(message.key));
    for (const auto lang : {base::Lang::En, base::Lang::Id}) {
        const std::string text = texts->text(lang, message);
        CAPTURE(text);
        CHECK(text.find('{') == std::string::npos);
    }
}

} // namespace timbang::tests
