#pragma once

#include <memory>
#include <string>

#include "app/view/debrief.h"
#include "content/pages.h"

/// Values of views by hand, to look at screens and to test them without sessions or records.
namespace timbang::test {

/// Picks the words of a language.
struct Say {
    bool id = false;
    [[nodiscard]] std::string operator()(const char* english, const char* indonesian) const {
        return id ? indonesian : english;
    }
};

[[nodiscard]] inline app::Prose sample_prose(const std::string& markdown) {
    return std::make_shared<const domain::Page>(content::parse_markdown_page(markdown, content::Breaks::Keep));
}

/// A page of evidence that outlives every view.
[[nodiscard]] inline const domain::Page* sample_page() {
    static const domain::Page page = content::parse_markdown_page(
        ":::judul\nREGISTER PENGADUAN LAYANAN PUSKESMAS\nPeriode Januari sampai dengan Desember 2023\n:::\n\n"
        "| No | Puskesmas | Diterima | Selesai |\n|:-:|---|:-:|:-:|\n| 1 | Awal Mula | 18 | 18 |\n| 2 | Tengah Raya | "
        "14 | 14 |\n"
        "| 3 | Hilir Damai | 9 | 9 |\n\nRegister ini dibuat untuk latihan.\n");
    return &page;
}

[[nodiscard]] inline app::FeedbackBlock sample_feedback(const Say& say, bool many) {
    app::FeedbackBlock block;
    block.headline = say("2 steps generous", "2 langkah lebih longgar");
    block.rests_on_label = say("Rests on", "Dasarnya");
    block.you_wrote_label = say("You wrote", "Anda menulis");
    block.you_wrote = say("“Register is complete and signed, 41 complaints all answered.”",
                          "“Register lengkap dan bertanda tangan, 41 aduan selesai.”");
    app::ReasonView reason;
    reason.chip = app::Chip{say("Wrong data year", "Tahun data keliru"), "calendar", app::Tint::Return};
    reason.label = say("missed problem, 1 of 2", "masalah terlewat, 1 dari 2");
    reason.why = sample_prose(say(
        "The complaint register covers **2023**. The assessment looks at data year 2024, so it cannot show how "
        "complaints "
        "were handled that year. The decree alone supports a score of 2.",
        "Register pengaduan mencakup **2023**. Penilaian melihat data tahun 2024, jadi register ini tidak menunjukkan "
        "penanganan aduan pada tahun itu. Keputusan kepala dinas saja mendukung nilai 2."));
    reason.rests_on = say("Assessment year N is judged on data of year N−1. Rule pack “Practice 22/2021”, rule T-2.",
                          "Tahun penilaian N dinilai dari data tahun N−1. Paket aturan “Latihan 22/2021”, aturan T-2.");
    app::PassageView passage;
    passage.caption =
        say("Register.pdf, page 2. Not among your marks.", "Register.pdf, halaman 2. Tidak termasuk tanda Anda.");
    passage.evidence = 1;
    passage.page = 2;
    passage.content = sample_page();
    passage.ranges = domain::find_quote(*sample_page(), "Periode Januari sampai dengan Desember 2023");
    passage.open = {say("Open page 2 beside my marks", "Buka halaman 2 di samping tanda saya"),
                    "",
                    "file-document",
                    true,
                    "",
                    app::action::ShowPassage{1, 2}};
    reason.passage = passage;
    block.reasons.push_back(reason);
    if (many) {
        app::ReasonView second;
        second.label =
            say("The reference: return for correction, score 2", "Acuan: kembalikan untuk perbaikan, nilai 2");
        second.why = sample_prose(say("A decree without figures of the year is a start:\n\n- it names who answers "
                                      "complaints,\n- it says nothing of how many.",
                                      "Keputusan tanpa angka tahun itu baru permulaan:\n\n- disebut siapa yang "
                                      "menjawab aduan,\n- tidak disebut berapa banyak."));
        second.rests_on = say("Rule B-1.", "Aturan B-1.");
        block.reasons.push_back(second);
        block.panel = say("The panel was divided: 3 of 12 gave 6, as you did.",
                          "Panel terbagi: 3 dari 12 memberi nilai 6, seperti Anda.");
        block.panel_reasons = {say("Regional verifier, 6: the decree is of the right year.",
                                   "Verifikator wilayah, 6: keputusannya dari tahun yang tepat.")};
    }
    block.differ = app::Button{say("I see this differently", "Saya melihatnya berbeda"),
                               "",
                               "flag",
                               true,
                               "",
                               app::action::OpenDisagreement{3}};
    block.differ_hint = say("What do you see in the evidence?", "Apa yang Anda lihat pada bukti?");
    block.differ_send = {say("Keep this", "Simpan"), "", "", true, "", app::action::SendDisagreement{}};
    return block;
}

struct SampleRow {
    const char* code;
    const char* title[2];
    int you, reference, places[6];
    int verdict, other, sureness;
};

inline app::VerdictView sample_verdict(const Say& say, int verdict, bool tinted) {
    static const char* const words[3][2] = {{"Accept", "Terima"}, {"Return", "Kembalikan"}, {"Reject", "Tolak"}};
    static const char* const icons[3] = {"check", "undo-variant", "close"};
    return {icons[verdict], say(words[verdict][0], words[verdict][1]), tinted ? app::Tint::Return : app::Tint::Neutral};
}

inline app::DebriefRow sample_row(const Say& say, const SampleRow& from, int place) {
    app::DebriefRow row;
    row.code = from.code;
    row.title = row.full_title = say(from.title[0], from.title[1]);
    row.you = std::to_string(from.you);
    row.reference = std::to_string(from.reference);
    row.differs = from.you != from.reference;
    row.strip = {6,
                 {from.places, from.places + 6},
                 from.you / 2,
                 from.reference / 2,
                 say("Panel: 7 gave 2", "Panel: 7 memberi 2")};
    row.verdict = sample_verdict(say, from.verdict, from.other >= 0);
    if (from.other >= 0) row.reference_verdict = sample_verdict(say, from.other, false);
    row.sureness = from.sureness;
    const int steps = (from.you - from.reference) / 2;
    row.compared_tint = steps == 0 ? app::Tint::Ok : app::Tint::Return;
    row.compared_icon = steps == 0 ? "check-circle" : steps > 0 ? "arrow-up" : "arrow-down";
    const std::string n = std::to_string(std::abs(steps));
    row.compared = steps == 0
                       ? say("Exact", "Tepat")
                       : say((n + (n == "1" ? " step " : " steps ") + (steps > 0 ? "generous" : "strict")).c_str(),
                             (n + " langkah " + (steps > 0 ? "longgar" : "ketat")).c_str());
    row.sure_and_different = place == 0;
    row.open = place == 0;
    row.action = app::action::OpenRow{place};
    return row;
}

inline void add_sample_rows(app::DebriefView& view, const Say& say, bool many) {
    static const SampleRow rows[] = {
        {"P3", {"Complaint service", "Layanan pengaduan"}, 6, 2, {0, 7, 2, 3, 0, 0}, 0, 1, 3},
        {"P2", {"Midwife on call at night", "Bidan siaga malam hari"}, 8, 6, {0, 0, 1, 8, 3, 0}, 0, 1, 2},
        {"S2", {"Maternal health team decree", "Keputusan tim kesehatan ibu"}, 4, 6, {0, 0, 2, 9, 1, 0}, 2, 0, 1},
        {"S1", {"Mother and child regulation", "Peraturan ibu dan anak"}, 10, 10, {0, 0, 0, 0, 2, 10}, 0, -1, 3},
        {"P1", {"Health budget share", "Porsi anggaran kesehatan"}, 6, 6, {0, 0, 1, 9, 2, 0}, 0, -1, 2},
        {"O1",
         {"Births at a health facility", "Persalinan di fasilitas kesehatan"},
         8,
         8,
         {0, 0, 0, 1, 9, 2},
         1,
         -1,
         3},
        {"O2", {"Full basic immunisation", "Imunisasi dasar lengkap"}, 4, 4, {0, 0, 10, 2, 0, 0}, 1, -1, 2},
        {"O3", {"Stunting under five years", "Balita stunting"}, 6, 6, {0, 0, 3, 8, 1, 0}, 1, -1, 3},
        {"O4", {"Safe drinking water", "Air minum layak"}, 8, 8, {0, 0, 0, 5, 6, 1}, 0, -1, 2}};
    for (int i = 0; i < 9; ++i)
        view.rows.push_back(sample_row(say, rows[i], i));
    view.rows[0].detail = sample_feedback(say, many);
}

inline app::HabitsCard sample_habits(const Say& say) {
    app::HabitsCard card;
    card.title = say("Your habits", "Kebiasaan Anda");
    card.from = say("From 86 decisions in 11 scenarios", "Dari 86 keputusan dalam 11 kasus");
    app::HabitView axis;
    axis.has_axis = axis.dot = true;
    axis.end_words[0] = say("Strict", "Ketat");
    axis.end_words[1] = say("Generous", "Longgar");
    axis.low = 0.06F, axis.at = 0.28F, axis.high = 0.5F;
    axis.sentence = say("You score about half a step above the reference, mostly on process indicators.",
                        "Nilai Anda kira-kira setengah langkah di atas acuan, terutama pada indikator proses.");
    card.habits.push_back(axis);
    card.habits.push_back(
        {"calendar",
         app::Tint::Return,
         say("Years slip past you", "Tahun sering terlewat"),
         say("You found 3 of 7 wrong-year problems. You check the title, less often the table heading.",
             "Anda menemukan 3 dari 7 masalah tahun data. Judul Anda periksa, kepala tabel lebih jarang."),
         "",
         false,
         {},
         0,
         0,
         0,
         false});
    card.habits.push_back({"flag",
                           app::Tint::Reject,
                           say("Barcodes make you careful", "Kode batang membuat Anda ragu"),
                           say("You set aside a valid electronic signature twice. It counts as endorsed.",
                               "Dua kali Anda mengesampingkan tanda tangan elektronik yang sah."),
                           "",
                           false,
                           {},
                           0,
                           0,
                           0,
                           false});
    card.habits.push_back({"calculator",
                           app::Tint::Ok,
                           say("Sums are a strength", "Penjumlahan kekuatan Anda"),
                           say("You found 9 of 9 arithmetic problems.", "Anda menemukan 9 dari 9 masalah hitungan."),
                           "",
                           false,
                           {},
                           0,
                           0,
                           0,
                           false});
    return card;
}

/// The debrief of the design: nine indicators, the first open. `many` adds what a longer one has.
[[nodiscard]] inline app::DebriefView sample_debrief(bool id, bool many = false) {
    const Say say{id};
    app::DebriefView view;
    view.session = "session";
    view.back = {say("Back", "Kembali"), "Esc", "arrow-left", true, "", app::action::Back{}};
    view.title = say("Debrief: The total that does not add up", "Ulasan: Jumlah yang tidak cocok");
    const std::string sorts[3] = {say("Sure and different first", "Yakin namun berbeda lebih dahulu"),
                                  say("Large gaps first", "Selisih besar lebih dahulu"),
                                  say("As in the case", "Seperti dalam kasus")};
    for (int i = 0; i < 3; ++i)
        view.sort.options.push_back({sorts[i], "", "", app::Tint::Accent, i == 0, app::action::SortDebrief{i}});
    view.sort.label = sorts[0];
    const std::string levels[4] = {say("None", "Tanpa"), say("Count", "Jumlah"), say("Where", "Letak"),
                                   say("Full feedback", "Lengkap")};
    for (int i = 0; i < 4; ++i)
        view.levels.push_back({levels[i], "", "", app::Tint::Accent, i == 3,
                               app::action::SetFeedbackLevel{static_cast<domain::FeedbackLevel>(i)}});
    view.cards = {{"6", say("of 9", "dari 9"), say("Exact", "Tepat"),
                   say("8 of 9 within one step", "8 dari 9 dalam satu langkah"), app::Tint::Neutral},
                  {"+0.4", say("points", "poin"), say("Slightly generous", "Sedikit longgar"),
                   say("Few items: could be chance", "Butir sedikit: mungkin kebetulan"), app::Tint::Neutral},
                  {"1", say("of 4", "dari 4"), say("Sure, and different", "Yakin, namun berbeda"),
                   say("3 sure ones matched", "3 yang yakin cocok"), app::Tint::Reject}};
    app::ProblemNumbers problems;
    problems.found = {"4", "", say("found", "ditemukan"), "", app::Tint::Ok};
    problems.missed = {"2", "", say("missed", "terlewat"), "", app::Tint::Return};
    problems.alarms = {"1", "", say("false alarm", "alarm keliru"), "", app::Tint::Reject};
    problems.sentence = say("Problems in the evidence, 6 in all", "Masalah pada bukti, semuanya 6");
    view.problems = problems;
    const char* const columns[7][2] = {
        {"Indicator", "Indikator"}, {"You", "Anda"},           {"Ref.", "Acuan"},           {"", ""},
        {"Verdict", "Putusan"},     {"Sureness", "Keyakinan"}, {"Compared", "Perbandingan"}};
    for (int i = 0; i < 7; ++i)
        view.columns[i] = say(columns[i][0], columns[i][1]);
    view.legend[0] = say("you", "Anda");
    view.legend[1] = say("ref.", "acuan");
    view.legend[2] = say("12 on panel", "12 panelis");
    add_sample_rows(view, say, many);
    view.habits = sample_habits(say);
    view.next =
        app::NextCard{say("Practise this next", "Latih ini berikutnya"),
                      say("Last year’s decree", "Keputusan tahun lalu"),
                      say("Wrong data year, four short documents, 15 minutes. Chosen because of the complaint service.",
                          "Tahun data keliru, empat dokumen pendek, 15 menit. Dipilih karena layanan pengaduan."),
                      {say("Start", "Mulai"), "", "", true, "", app::action::StartCase{"a"}}};
    view.talk = app::LineCard{say("Worth talking about", "Patut dibicarakan"),
                              {say("The complaint service also divided the panel: 3 of 12 gave 6, as you did.",
                                   "Layanan pengaduan juga membagi panel: 3 dari 12 memberi 6.")}};
    if (!many) return view;
    app::DebriefRow part;
    part.title = part.full_title = say("Letter to the district, letter", "Surat kepada daerah, surat");
    part.compared = say("4 of 6 points", "4 dari 6 butir");
    part.action = app::action::OpenRow{9};
    view.parts = {part, part};
    view.parts[0].title = say("Completeness", "Kelengkapan");
    view.parts[0].compared = say("Same as the reference", "Sama dengan acuan");
    view.parts[0].compared_icon = "check-circle";
    view.parts[0].compared_tint = app::Tint::Ok;
    view.parts_title = say("Parts of the steps", "Bagian langkah");
    view.category = app::LineCard{say("District total", "Total daerah"),
                                  {say("Yours: 66.7, Fairly good", "Anda: 66,7, Cukup baik"),
                                   say("Reference: 62.2, Fairly good", "Acuan: 62,2, Cukup baik")}};
    view.notice = say("All districts, people and documents are invented for practice.",
                      "Semua daerah, orang, dan dokumen direka untuk latihan.");
    return view;
}

} // namespace timbang::test
