#pragma once

#include <memory>

#include "app/view/lesson.h"
#include "app/view/readiness.h"

namespace timbang::test {

/// A reading as picture 17 shows it: two questions answered, one to come.
class LessonSample {
public:
    explicit LessonSample(base::Lang lang) : lang_(lang) {
        page_ = std::make_shared<domain::Page>();
        page_->text = "REGISTER PENGADUAN\nPeriode Januari sampai dengan Desember 2023\nPuskesmas Awal Mula 26\n";
        std::uint32_t at = 0;
        for (const char* line : {"REGISTER PENGADUAN", "Periode Januari sampai dengan Desember 2023", "Puskesmas Awal Mula 26"}) {
            const auto size = static_cast<std::uint32_t>(std::string(line).size());
            domain::Block block;
            domain::Line words;
            domain::Run run;
            run.range = {at, at + size};
            words.runs.push_back(run);
            words.range = run.range;
            block.lines.push_back(words);
            page_->blocks.push_back(block);
            at += size + 1;
        }
    }

    [[nodiscard]] app::LessonView view() const {
        app::LessonView v;
        v.kept = page_;
        v.back = button("Back", "Kembali", app::action::Back{});
        v.title = say("Read the year in the heading", "Baca tahun pada judul");
        v.line = say("A reading with one exercise, 4 minutes", "Bacaan dengan satu latihan, 4 menit");
        v.from = app::Chip{say("from your feedback on KS-P2, Complaint service", "dari umpan balik Anda pada KS-P2, Layanan pengaduan"), "clipboard-check", app::Tint::Neutral};
        v.back_to = button("Back to the feedback", "Kembali ke umpan balik", app::action::Back{});
        for (const base::Lang one : {base::Lang::Id, base::Lang::En})
            v.languages.push_back(choice(one == base::Lang::Id ? "Indonesia" : "English", one == lang_, app::action::SetLessonLanguage{one}));
        v.claim = say("The date of a letter says when it was written. Only the heading of the table says what its figures cover.",
                      "Tanggal surat menyebut kapan surat ditulis. Hanya judul tabel yang menyebut apa yang dicakup angkanya.");
        v.text = {say("The assessment of year N looks at the data of year N−1. What counts is the period that the data cover.",
                      "Penilaian tahun N memakai data tahun N−1. Yang menentukan ialah masa yang dicakup datanya.")};
        app::LessonFigure figure;
        figure.title = say("A register", "Sebuah register");
        figure.pages = {page_.get()};
        figure.callouts = {{0, say("Heading: 2023", "Judul: 2023"), say("This is the period of the figures.", "Inilah masa angkanya."), {{19, 62}}, true},
                           {0, say("What to do", "Yang dilakukan"), say("Return it and ask for the 2024 register.", "Kembalikan dan minta register 2024."), {}, false}};
        v.figure = figure;
        v.sections = {{say("A slip is not a year", "Salah ketik bukan tahun"), {say("A letter that calls it a slip does not replace the data.", "Surat yang menyebutnya salah ketik tidak menggantikan data.")}}};
        v.steps_title = say("In two steps", "Dalam dua langkah");
        v.steps = {say("Find the heading of every table.", "Temukan judul setiap tabel."), say("Say the period.", "Sebutkan masanya.")};
        v.try_title = say("Try it", "Coba sendiri");
        v.try_count = say("2 of 3 answered, not kept as a decision", "2 dari 3 terjawab, tidak disimpan sebagai keputusan");
        v.question = say("May these count for the assessment of 2025?", "Bolehkah ini dihitung untuk penilaian 2025?");
        for (int i = 0; i < 3; ++i) v.items.push_back(item(i));
        v.next = button("Back to the feedback", "Kembali ke umpan balik", app::action::Back{});
        v.sources_title = say("Where this comes from", "Dari mana ini berasal");
        v.sources = {say("Rule T-2 of “Practice 22/2021”, reported in portal.ham.go.id 2023-03.", "Aturan T-2 dari “Latihan 22/2021”, dilaporkan di portal.ham.go.id 2023-03.")};
        v.more_title = say("More readings", "Bacaan lain");
        v.more = {choice(say("Reading a table", "Membaca tabel"), false, app::action::OpenLesson{"reading-a-table", ""})};
        return v;
    }

private:
    [[nodiscard]] std::string say(const char* english, const char* indonesian) const { return lang_ == base::Lang::En ? english : indonesian; }
    [[nodiscard]] app::Button button(const char* english, const char* indonesian, app::Action action) const {
        app::Button made;
        made.label = say(english, indonesian);
        made.action = std::move(action);
        return made;
    }
    static app::Choice choice(std::string label, bool chosen, app::Action action) {
        app::Choice made;
        made.label = std::move(label);
        made.tint = app::Tint::Accent;
        made.chosen = chosen;
        made.action = std::move(action);
        return made;
    }
    [[nodiscard]] app::ExerciseItem item(int number) const {
        app::ExerciseItem one;
        one.quoted = number != 2;
        one.text = one.quoted ? "Kelahiran dihitung menurut tanggal lahir 1 Januari sampai dengan 31 Desember 2024"
                              : say("A letter of 2025 speaks of 2025.", "Surat tahun 2025 berbicara tentang 2025.");
        one.caption = say("Answer of Dukcapil, signed on 18 March 2025", "Jawaban Dukcapil, ditandatangani 18 Maret 2025");
        for (int i = 0; i < 2; ++i)
            one.answers.push_back(choice(i == 0 ? say("Counts", "Dihitung") : say("Does not", "Tidak"), number < 2 && i == number, app::action::AnswerExercise{number, i}));
        one.answered = number < 2;
        one.met = number == 0;
        one.verdict = one.met ? say("Yes, that is it.", "Ya, tepat.") : say("Look at the period once more.", "Cermati sekali lagi masanya.");
        one.reason = say("The births are counted from 1 January to 31 December 2024.", "Kelahiran dihitung dari 1 Januari sampai 31 Desember 2024.");
        return one;
    }

    base::Lang lang_;
    std::shared_ptr<domain::Page> page_;
};

/// The readiness check before a try (0), after one that left points open (1), and passed (2).
inline app::ReadinessView sample_readiness(base::Lang lang, int state) {
    const auto say = [&](const char* english, const char* indonesian) { return std::string(lang == base::Lang::En ? english : indonesian); };
    const auto button = [&](std::string label, app::Action action, app::IconName icon = "") {
        app::Button made;
        made.label = std::move(label), made.icon = icon, made.action = std::move(action);
        return made;
    };
    app::ReadinessView v;
    v.back = button(say("Back", "Kembali"), app::action::Back{});
    v.title = say("Readiness check: ready to verify", "Uji kesiapan: siap memverifikasi");
    if (state == 0) {
        v.state = app::Chip{say("Sealed pool, opened 12:55", "Kumpulan tersegel, dibuka 12.55"), "lock", app::Tint::Neutral};
        v.line = say("Policy “ready-to-verify”, version 1, in plain words", "Kebijakan “ready-to-verify”, versi 1, dengan kata-kata sederhana");
        v.lines = {{"clipboard-check", say("20 indicators you have not seen", "20 indikator yang belum pernah Anda lihat"), say(", about one hour. You may pause.", ", kira-kira satu jam. Anda boleh berhenti sejenak."), ""},
                   {"check-circle", say("At least 16 of 20 exact", "Paling sedikit 16 dari 20 tepat"), say(": the same score as the reference. Near is not enough.", ": nilainya sama dengan acuan. Mendekati belum cukup."), ""},
                   {"scale-balance", say("not more than 0.6 points", "tidak lebih dari 0,6 poin"), say(" too generous or too strict.", " terlalu murah atau terlalu ketat."), say("On average ", "Rata-rata ")}};
        v.foot = say("Try 1 of 3. Only these counts are kept.", "Percobaan 1 dari 3. Hanya hitungan ini yang disimpan.");
        v.buttons = {button(say("Not today", "Lain hari"), app::action::Back{}), button(say("Start the check", "Mulai uji"), app::action::StartReadiness{})};
        return v;
    }
    const bool met = state == 2;
    v.state = met ? app::Chip{say("Ready", "Siap"), "check-circle", app::Tint::Ok} : app::Chip{say("Not yet", "Belum"), "repeat", app::Tint::Return};
    v.rows = {{say("Exact", "Tepat"), met ? "17 / 20" : "14 / 20", say("16 needed", "perlu 16"), met},
              {say("Direction, in points", "Arah, dalam poin"), "+0,4", say("up to 0.6 either way", "sampai 0,6 ke dua arah"), true},
              {say("Found: wrong data year", "Ditemukan: tahun data tidak sesuai"), met ? "3 / 3" : "1 / 3", say("2 needed", "perlu 2"), met}};
    if (met) {
        v.number = "17", v.unit = say("of 20 exact; 16 needed", "dari 20 tepat; perlu 16"), v.aside = say("first of three tries", "percobaan pertama dari tiga");
        v.validity_title = say("Valid for 12 months", "Berlaku 12 bulan");
        v.validity = app::ValidityLine{say("20 November 2025", "20 November 2025"), say("re-check, May 2026", "uji ulang, Mei 2026"), say("20 November 2026", "20 November 2026"), 0.1F, 0.5F};
        v.notice = say("The statement says what was checked, by which policy and when. It compares nobody with anybody.",
                       "Surat keterangan menyebut apa yang diuji, menurut kebijakan mana, dan kapan. Tidak seorang pun dibandingkan dengan orang lain.");
        v.buttons = {button(say("Plan the re-check", "Rencanakan uji ulang"), app::action::Back{}), button(say("Statement as PDF", "Surat keterangan PDF"), app::action::AskTakeHome{app::action::TakeHome::Statement, ""})};
        return v;
    }
    v.headline = say("Not yet. Two of the three points are still open.", "Belum. Dua dari tiga butir masih terbuka.");
    v.text = say("Here is what the policy asks for and what you had.", "Inilah yang diminta kebijakan dan yang Anda peroleh.");
    v.reading = app::ReadinessView::Suggested{say("Read the year in the heading", "Baca tahun pada judul"), say("Reading of 4 minutes", "Bacaan 4 menit"),
                                              button(say("Start", "Mulai"), app::action::OpenLesson{"read-the-year-in-the-heading", ""})};
    v.foot = say("Try again from Thursday 4 December. Two tries left, with other indicators.", "Dapat dicoba lagi mulai Kamis 4 Desember. Tersisa dua percobaan, dengan indikator lain.");
    v.buttons = {button(say("Back to the records", "Kembali ke catatan"), app::action::Navigate{app::Screen::Records})};
    return v;
}

} // namespace timbang::test
