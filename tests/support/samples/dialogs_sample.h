#pragma once

#include "app/view/frame.h"
#include "support/samples/debrief_sample.h"

namespace timbang::test {

[[nodiscard]] inline app::StartView sample_start(bool id) {
    const Say say{id};
    app::StartView view;
    view.title = say("Welcome to Timbang", "Selamat datang di Timbang");
    view.subtitle = say("Here you practise weighing the evidence that districts send.",
                        "Di sini Anda berlatih menimbang bukti yang dikirim daerah.");
    view.language_label = "Bahasa, language";
    view.languages[0] = {"Bahasa Indonesia", "", "", app::Tint::Accent, id, app::action::SetLanguage{base::Lang::Id}};
    view.languages[1] = {"English", "", "", app::Tint::Accent, !id, app::action::SetLanguage{base::Lang::En}};
    view.size_label = say("Text size", "Ukuran teks");
    for (const int percent : {100, 150, 200, 125, 300})
        view.sizes.push_back({std::to_string(percent) + "%", "", "", app::Tint::Accent, percent == 100,
                              app::action::SetTextSize{percent}});
    view.more = say("More", "Lainnya");
    view.name_label = say("Your code or name", "Kode atau nama Anda");
    view.name_hint = say("For example Verifier 07", "Misalnya Verifikator 07");
    view.name_note = say("A code is enough, and can be changed in Profile. Others here add their own.",
                         "Kode saja cukup, dan dapat diubah di Profil. Orang lain menambahkan miliknya sendiri.");
    view.kept_title = say("What is kept on this computer", "Yang disimpan di komputer ini");
    view.promises = {{"content-save", say("Your decisions, marks and reasons", "Keputusan, tanda, dan alasan Anda"),
                      say("So that you go on where you stopped.", "Agar Anda dapat melanjutkan dari tempat berhenti.")},
                     {"laptop", say("Nothing leaves it by itself", "Tidak ada yang keluar dengan sendirinya"),
                      say("No account, no internet.", "Tanpa akun, tanpa internet.")}};
    view.start = {say("Start the four-minute guided case", "Mulai kasus terbimbing empat menit"),
                  "Enter",
                  "",
                  true,
                  "",
                  app::action::BeginAsTyped{}};
    view.look = {say("Look around first", "Lihat-lihat dahulu"), "", "", true, "", app::action::LookAround{}};
    return view;
}

[[nodiscard]] inline app::Dialog sample_dialog(bool id, bool field) {
    const Say say{id};
    app::Dialog dialog;
    dialog.title = field ? say("Add a person", "Tambah orang") : say("Start the case again?", "Mulai kasus dari awal?");
    dialog.text =
        say("What was decided so far stays in your record.", "Keputusan sampai kini tetap ada dalam catatan Anda.");
    if (field) dialog.fields.push_back({say("Code or name", "Kode atau nama"), "", false});
    dialog.primary = {field ? say("Add", "Tambah") : say("Start again", "Mulai dari awal"),
                      "",
                      "",
                      true,
                      "",
                      app::action::SavePerson{}};
    dialog.cancel = {say("Cancel", "Batal"), "", "", true, "", app::action::CloseDialog{}};
    return dialog;
}

/// Everything that a dialog can hold.
[[nodiscard]] inline app::Dialog sample_full_dialog(bool id) {
    const Say say{id};
    app::Dialog dialog = sample_dialog(id, false);
    dialog.chips.push_back({say("Sealed", "Tersegel"), "lock", app::Tint::Accent});
    dialog.lines.push_back({"help-circle-outline", app::Tint::Neutral,
                            say("New signer: Rini, fingerprint ab12-cd34-ef56-7890. Keep as known?",
                                "Penanda tangan baru: Rini, sidik kunci ab12-cd34-ef56-7890. Simpan sebagai dikenal?"),
                            app::Button{say("Keep as known", "Simpan sebagai dikenal"), "", "", true, "",
                                        app::action::KeepSigner{0}}});
    dialog.fields.push_back({say("Passphrase of the case", "Frasa sandi kasus ini"), "", true});
    dialog.switches.push_back({say("Seal it", "Segel paket ini"),
                               say("References and notes are locked with a passphrase.",
                                   "Acuan dan catatan dikunci dengan frasa sandi."),
                               true,
                               app::action::ToggleSeal{},
                               {{say("Once more", "Sekali lagi"), "", true}}});
    dialog.problem = say("The passphrase does not fit.", "Frasa sandi tidak cocok.");
    return dialog;
}

[[nodiscard]] inline app::SearchView sample_search(bool id) {
    const Say say{id};
    app::SearchView view;
    view.hint = say("Find a case or an indicator", "Cari kasus atau indikator");
    view.words = "birth";
    view.count = say("7 results", "7 hasil");
    view.open_word = say("Open", "Buka");
    const auto row = [&](const char* icon, const char* title, std::vector<domain::TextRange> hits, int place) {
        return app::SearchRow{icon,
                              {title, std::move(hits)},
                              {"The total that does not add up", {}},
                              say("Not started", "Belum dimulai"),
                              place == 0,
                              app::action::ChooseResult{place}};
    };
    view.groups.push_back({say("Indicators", "Indikator"),
                           "2",
                           {row("clipboard-check", "KS-O1 Births at a health facility", {{6, 11}}, 0),
                            row("clipboard-check", "AK-O1 Children who have a birth certificate", {{26, 31}}, 1)},
                           say("3 more", "3 lagi"),
                           app::action::MoreOfGroup{0}});
    view.groups.push_back(
        {say("Cases", "Kasus"), "1", {row("library-books", "The total that does not add up", {}, 2)}, "", {}});
    view.keys[0] = say("move", "pindah");
    view.keys[1] = say("next group", "kelompok berikut");
    view.keys[2] = say("open", "buka");
    view.note =
        say("References and unopened files are not searched.", "Acuan dan berkas yang belum dibuka tidak dicari.");
    return view;
}

} // namespace timbang::test
