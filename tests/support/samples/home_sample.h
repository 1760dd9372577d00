#pragma once

#include "app/view/home.h"
#include "support/samples/debrief_sample.h"

namespace timbang::test {

inline app::Menu sample_menu(const std::string& label, bool set) {
    app::Menu menu{label, set, app::action::SetFilter{0, 0}, {}};
    for (int i = 0; i < 3; ++i)
        menu.options.push_back(
            {label + " " + std::to_string(i), "", "", app::Tint::Accent, i == 0, app::action::SetFilter{0, i}});
    return menu;
}

inline app::LibraryRow sample_library_row(const Say& say, int place) {
    app::LibraryRow row;
    row.title = say("The total that does not add up", "Jumlah yang tidak cocok");
    row.district = "Kabupaten Contoh Jaya";
    row.right = say("Health, women and children", "Kesehatan, perempuan dan anak");
    row.structure = row.outcome = true;
    row.difficulty = 2;
    row.difficulty_word = say("Moderate", "Sedang");
    row.minutes = "45";
    row.progress = static_cast<app::ProgressKind>(place % 4);
    row.share = 0.4F;
    const char* const words[4][2] = {{"Not started", "Belum dimulai"},
                                     {"13 of 20 decided", "13 dari 20 diputuskan"},
                                     {"Finished", "Selesai"},
                                     {"Cannot be opened", "Tidak dapat dibuka"}};
    row.progress_word = say(words[place % 4][0], words[place % 4][1]);
    row.progress_icon = place % 4 == 2 ? "check-circle" : "alert-circle";
    if (place % 4 == 3) {
        row.note =
            say("The file kasus.yaml, line 12: a bracket is missing.", "Berkas kasus.yaml, baris 12: kurung kurang.");
        row.enabled = false;
    }
    row.result = say("7 of 8 exact", "7 dari 8 tepat");
    row.open = app::action::StartCase{"case" + std::to_string(place)};
    row.more = {{say("Start again", "Mulai lagi dari awal"), "", "repeat", app::Tint::Neutral, false,
                 app::action::StartCase{"again"}},
                {say("Last debrief", "Ulasan terakhir"), "", "clipboard-check", app::Tint::Neutral, false,
                 app::action::OpenDebrief{"last"}}};
    return row;
}

/// Home with a case to go on with, something due and a library.
[[nodiscard]] inline app::HomeView sample_home(bool id) {
    const Say say{id};
    app::HomeView view;
    view.title = say("Practise", "Latihan");
    view.subtitle = say("Thursday 20 November. Nothing is due yet.", "Kamis, 20 November. Belum ada yang jatuh tempo.");
    view.search = {say("Find a case or an indicator", "Cari kasus atau indikator"),
                   "Ctrl K",
                   "",
                   true,
                   "",
                   app::action::OpenSearch{}};
    view.who = app::Button{say("Say who you are", "Sebutkan siapa Anda"), "", "", true, "", app::action::AskWho{}};
    view.who_text = say("Nothing is recorded yet.", "Belum ada yang dicatat.");
    view.hero = {
        say("Continue where you stopped", "Lanjutkan dari tempat terakhir"),
        say("The total that does not add up", "Jumlah yang tidak cocok"),
        say("Health, Kabupaten Contoh Jaya (invented). Data year 2024.",
            "Kesehatan, Kabupaten Contoh Jaya (rekaan). Tahun data 2024."),
        9,
        3,
        say("3 of 9 indicators decided", "3 dari 9 indikator diputuskan"),
        say("37 of 60 case minutes left", "Sisa 37 dari 60 menit kasus"),
        say("Next: Births at a health facility", "Berikutnya: Persalinan di fasilitas kesehatan"),
        {say("Continue", "Lanjutkan"), "Enter", "", true, "", app::action::ContinueSession{"s"}},
        app::Button{say("Start again", "Mulai lagi dari awal"), "", "", true, "", app::action::StartCase{"a"}}};
    view.due.title = say("Due for re-practice", "Waktunya latihan ulang");
    view.due.note = say("New evidence each time, same kind of problem", "Bukti baru setiap kali, masalah sejenis");
    for (int i = 0; i < 2; ++i)
        view.due.rows.push_back({"calendar",
                                 say("Wrong data year", "Tahun data keliru"),
                                 say("You missed 2 of the last 3", "Anda melewatkan 2 dari 3 terakhir"),
                                 say("Today", "Hari ini"),
                                 app::Tint::Return,
                                 say("6 min", "6 menit"),
                                 {say("Start", "Mulai"), "", "", true, "", app::action::StartCase{"due"}}});
    view.due.empty_title = say("Nothing to repeat yet", "Belum ada yang perlu diulang");
    view.due.empty_text = say("What you miss in a case comes back here after a few days, with other evidence.",
                              "Yang terlewat dalam sebuah kasus kembali ke sini setelah beberapa hari.");
    view.due.empty_next = say("Next: finish “The total that does not add up”.",
                              "Berikutnya: selesaikan “Jumlah yang tidak cocok”.");
    view.library_title = say("Case library", "Pustaka kasus");
    view.library_count = say("4 cases", "4 kasus");
    view.filters = {sample_menu(say("Right: all", "Hak: semua"), false),
                    sample_menu(say("45 minutes or less", "45 menit atau kurang"), true)};
    view.filters_word = say("Filters: 1", "Saringan: 1");
    view.sort = sample_menu(say("Suggested first", "Yang disarankan dahulu"), false);
    const char* const columns[7][2] = {{"Case and district", "Kasus dan daerah"},
                                       {"Right", "Hak"},
                                       {"Looks at", "Menilai"},
                                       {"Difficulty", "Kesulitan"},
                                       {"Minutes", "Menit"},
                                       {"Progress", "Kemajuan"},
                                       {"Last result", "Hasil terakhir"}};
    for (int i = 0; i < 7; ++i)
        view.columns[i] = say(columns[i][0], columns[i][1]);
    for (int i = 0; i < 4; ++i)
        view.rows.push_back(sample_library_row(say, i));
    view.legend[0] = say("Structure: legal products", "Struktur: produk hukum");
    view.legend[1] = say("Process: programmes and budget", "Proses: program dan anggaran");
    view.legend[2] = say("Outcome: results", "Hasil: capaian");
    view.notice = say("All districts, people and documents are invented for practice.",
                      "Semua daerah, orang, dan dokumen direka untuk latihan.");
    return view;
}

} // namespace timbang::test
