#pragma once

#include <string>

#include "app/view/records.h"
#include "base/catalogue.h"

namespace timbang::test {

/// The words of a record with months of practice behind it.
struct RecordsSample {
    const base::Catalogue& catalogue;
    base::Lang lang = base::Lang::En;

    [[nodiscard]] std::string say(const std::string& key, const base::Args& args = {}) const { return catalogue.text(lang, key, args); }
    [[nodiscard]] std::string of(int k, int n) const { return say("records.k-of-n", {{"k", std::int64_t{k}}, {"n", std::int64_t{n}}}); }
    [[nodiscard]] std::string either(const char* english, const char* indonesian) const { return lang == base::Lang::En ? english : indonesian; }

    [[nodiscard]] app::ChartView exact() const {
        app::ChartView chart{say("records.exact"), say("records.bars"), say("progress.exact-rising", {{"k", std::int64_t{14}}, {"n", std::int64_t{18}}, {"before", std::int64_t{29}}, {"of", std::int64_t{48}}}), 0, 1, {{0, "0%"}, {0.5F, "50%"}, {1, "100%"}}, {}, ""};
        const struct { const char* month; int k, n; float low, high; } months[] = {
            {"Jul", 6, 14, 0.25F, 0.65F}, {"Agu", 9, 18, 0.33F, 0.68F}, {"Sep", 9, 16, 0.38F, 0.75F}, {"Okt", 14, 20, 0.52F, 0.85F}, {"Nov", 14, 18, 0.6F, 0.9F}};
        for (const auto& m : months)
            chart.points.push_back({m.month, of(m.k, m.n), m.low, static_cast<float>(m.k) / static_cast<float>(m.n), m.high});
        return chart;
    }
    [[nodiscard]] app::ChartView direction() const {
        app::ChartView chart{say("records.direction"), say("records.bars"), say("progress.direction-rising-generous"), -4, 4, {{-4, "−4"}, {0, "0"}, {4, "+4"}}, {}, ""};
        const struct { const char* month; const char* mean; float low, at, high; } months[] = {
            {"Jul", "+1,6", 0.7F, 1.6F, 2.5F}, {"Agu", "+1,4", 0.6F, 1.4F, 2.2F}, {"Sep", "+1,0", 0.2F, 1, 1.8F}, {"Okt", "+0,8", 0.2F, 0.8F, 1.4F}, {"Nov", "+0,6", 0, 0.6F, 1.2F}};
        for (const auto& m : months) chart.points.push_back({m.month, m.mean, m.low, m.at, m.high});
        chart.above = say("records.more-generous"), chart.below = say("records.more-strict");
        return chart;
    }
    [[nodiscard]] app::TallyCard by_right() const {
        app::TallyCard card{say("records.by-right"), say("records.by-right-note"), {}, ""};
        const char* names[][2] = {{"Right to health", "Hak atas kesehatan"}, {"Right to population documents", "Hak atas dokumen kependudukan"},
                                  {"Right to education", "Hak atas pendidikan"}, {"Right to take part in government", "Hak turut serta dalam pemerintahan"},
                                  {"Rights of women and children", "Hak perempuan dan anak"}, {"Right to a healthy environment", "Hak atas lingkungan yang baik dan sehat"}};
        const char* levels[] = {"new", "learning", "steady", "mastered"};
        for (int i = 0; i < 6; ++i) {
            const int level = (i + 2) % 4;
            card.rows.push_back({either(names[i][0], names[i][1]), level, 3, std::to_string(21 - 3 * i), say(std::string("mastery.") + levels[level]), ""});
        }
        return card;
    }
    [[nodiscard]] app::TallyCard by_problem() const {
        app::TallyCard card{say("records.by-problem"), say("records.by-problem-note"), {}, ""};
        int met = 9;
        for (const char* family : {"year", "legal", "endorsement"}) card.rows.push_back({say(std::string("habit.name-") + family), met - 2, met, of(met - 2, met)}), --met;
        card.rows.push_back({either("Does not match what is asked", "Tidak sesuai dengan yang diminta"), 0, 0, of(0, 0)});
        return card;
    }
    [[nodiscard]] app::ReadyCard ready() const {
        app::ReadyCard card;
        card.title = either("Ready to verify", "Siap memverifikasi");
        card.state = app::Chip{either("Valid", "Berlaku"), "check-circle", app::Tint::Ok};
        card.number = "17", card.unit = either("of 20 exact; 16 needed", "dari 20 tepat; perlu 16");
        card.text = either("Direction +0.4, allowed up to 0.6. Passed on 12 November 2025, first of three tries.", "Arah +0,4, boleh sampai 0,6. Lulus pada 12 November 2025, percobaan pertama dari tiga.");
        card.validity = app::ValidityLine{"Nov 2025", either("re-check, May 2026", "uji ulang, Mei 2026"), "Nov 2026", 0.02F, 0.5F};
        for (const auto& [english, indonesian] : {std::pair{"Statement", "Surat keterangan"}, std::pair{"Plan the re-check", "Rencanakan uji ulang"}}) {
            app::Button one;
            one.label = either(english, indonesian), one.action = app::action::OpenReadiness{"ready-to-verify"};
            card.buttons.push_back(one);
        }
        return card;
    }
    [[nodiscard]] app::HabitsCard habits() const {
        app::HabitsCard card{say("debrief.habits"), say("records.habits-from", {{"n", std::int64_t{86}}, {"cases", std::int64_t{11}}}), {}, ""};
        app::HabitView lean;
        lean.icon = "scale-balance", lean.tint = app::Tint::Return, lean.title = say("habit.leans-generous");
        lean.sentence = say("habit.leans-generous-text", {{"steps", std::string("0,5")}}), lean.evidence = say("habit.from-decisions", {{"n", std::int64_t{86}}});
        lean.has_axis = true, lean.end_words[0] = say("habit.strict"), lean.end_words[1] = say("habit.generous");
        lean.low = 0.1F, lean.at = 0.24F, lean.high = 0.38F, lean.dot = true;
        app::HabitView centre = lean;
        centre.icon = "target", centre.title = say("habit.centre");
        centre.sentence = say("habit.centre-text", {{"own", std::int64_t{6}}, {"reference", std::int64_t{15}}});
        centre.end_words[0] = say("habit.avoids"), centre.end_words[1] = say("habit.uses"), centre.low = -0.52F, centre.at = -0.34F, centre.high = -0.16F;
        card.habits = {lean, centre};
        return card;
    }
    [[nodiscard]] app::SessionRow session(int i) const {
        app::SessionRow row;
        row.title = either(i % 2 ? "The total that does not add up" : "From birth certificate to school bench", i % 2 ? "Jumlah yang tidak cocok" : "Dari akta kelahiran ke bangku sekolah");
        row.when = say("records.when", {{"date", std::string("16 November 2025")}, {"time", std::string("10.42")}});
        row.mode = say("records.mode-practise"), row.decided = of(9, 9);
        row.exact = say("home.result", {{"exact", std::int64_t{6}}, {"of", std::int64_t{9}}});
        row.state = say("home.finished"), row.state_icon = "check-circle", row.state_tint = app::Tint::Ok;
        row.open = app::action::OpenDebrief{"session-" + std::to_string(i)};
        if (i == 0) row.state = say("records.in-progress"), row.state_icon = "play", row.state_tint = app::Tint::Neutral, row.exact = "–", row.open = app::action::ContinueSession{"session-0"};
        if (i == 2)
            row.note = say("records.was-exact-of",
                           {{"before", std::int64_t{6}}, {"now", std::int64_t{8}}, {"date", std::string("22 November")},
                            {"reason", say("records.reason", {{"id", std::string("jumlah-yang-tidak-cocok")}, {"version", std::string("1.1")}})}});
        if (i == 3) row.state = say("records.needs-newer"), row.state_icon = "", row.enabled = false, row.why_not = row.state, row.open = app::NoAction{};
        return row;
    }
};

inline app::RecordsView sample_records(const base::Catalogue& catalogue, base::Lang lang) {
    const RecordsSample s{catalogue, lang};
    app::RecordsView v;
    v.name = "Verifikator 07";
    v.line = s.say("records.line", {{"n", std::int64_t{86}}, {"cases", std::int64_t{11}}, {"since", s.either("July 2025", "Juli 2025")}});
    const auto of = [&](int n) { return s.say("debrief.of", {{"n", std::int64_t{n}}}); };
    v.cards.push_back({"52", of(86), s.say("debrief.card-exact"), s.say("debrief.within-one", {{"n", std::int64_t{80}}, {"of", std::int64_t{86}}}), app::Tint::Neutral});
    v.cards.push_back({"31", of(44), s.say("records.card-found"), s.say("records.card-found-text"), app::Tint::Neutral});
    v.cards.push_back({"7", of(40), s.say("debrief.card-sure"), s.say("debrief.sure-same", {{"n", std::int64_t{33}}}), app::Tint::Reject});
    v.ready = s.ready();
    for (const auto& [english, indonesian] : {std::pair{"Record as PDF", "Catatan PDF"}, std::pair{"CSV", "CSV"}}) {
        app::Button take;
        take.label = s.either(english, indonesian), take.icon = "download", take.action = app::action::AskTakeHome{};
        v.take_home.push_back(take);
    }
    v.more.label = s.either("More", "Lainnya");
    v.more.options.push_back({s.either("Export records", "Ekspor catatan"), "", "", app::Tint::Accent, false, app::action::AskExportRecords{}});
    v.exact = s.exact(), v.direction = s.direction(), v.by_right = s.by_right(), v.by_problem = s.by_problem(), v.habits = s.habits();
    v.sessions_title = s.say("records.sessions");
    v.sessions_count = s.say("records.sessions-count", {{"n", std::int64_t{8}}});
    for (int i = 0; i < 2; ++i) {
        const char* const keys[] = {"records.filter-case", "records.filter-state"};
        app::Menu menu{i == 0 ? s.session(1).title : s.say(keys[i], {{"value", base::Key{"home.all"}}}), i == 0, app::action::SetRecordsFilter{i, 0}, {}};
        for (int k = 0; k < 3; ++k) menu.options.push_back({"Contoh " + std::to_string(k), "", "", app::Tint::Accent, k == 0, app::action::SetRecordsFilter{i, k}});
        v.filters.push_back(menu);
    }
    const char* columns[] = {"case", "when", "mode", "decided", "exact", "state"};
    for (int i = 0; i < 6; ++i) v.session_columns[i] = s.say(std::string("records.column-") + columns[i]);
    for (int i = 0; i < 8; ++i) v.sessions.push_back(s.session(i));
    v.compare_again = app::Button{s.say("records.compare-again"), "", "compare", true, "", app::action::CompareAgain{}};
    v.compare_again_text = s.say("records.compare-again-text");
    v.note = s.say("records.note");
    return v;
}

/// A record in which nothing stands yet.
inline app::RecordsView sample_empty_records(const base::Catalogue& catalogue, base::Lang lang) {
    const RecordsSample s{catalogue, lang};
    app::RecordsView v;
    v.name = "Verifikator 07", v.line = s.say("records.line-empty");
    v.empty_title = s.say("records.empty"), v.empty_text = s.say("records.empty-text");
    v.empty_button = app::Button{s.say("records.empty-button"), "", "", true, "", app::action::Navigate{app::Screen::Home}};
    return v;
}

} // namespace timbang::test
