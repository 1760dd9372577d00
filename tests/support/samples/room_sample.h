#pragma once

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "app/view/frame.h"
#include "support/samples/debrief_sample.h"

/// A workshop of 30 people with hand-made values: its list, its set-up, its console and the questions over it.
namespace timbang::test {

class RoomSample {
public:
    explicit RoomSample(bool id) : say_{id}, id_(id) {}

    [[nodiscard]] app::RoomScreenView list(bool empty = false) const {
        app::WorkshopList v;
        v.title = say_("Workshop", "Lokakarya");
        v.line = say_("One laptop, a projector and up to 300 people. Nothing here needs the internet.",
                      "Satu laptop, satu proyektor, dan sampai 300 orang. Semuanya tanpa internet.");
        v.create = button("New workshop", "Lokakarya baru", app::action::NewWorkshop{}, "plus");
        v.quick = button("Open a room at once", "Buka ruang sekarang", app::action::AskQuickRoom{}, "play");
        v.empty_title = say_("No workshop yet", "Belum ada lokakarya");
        v.empty_text = say_("A workshop has an agenda, a list of people and the cases they decide together. It stays on this "
                            "computer.",
                            "Lokakarya berisi agenda, daftar peserta, dan kasus yang diputuskan bersama. Semuanya tetap di komputer ini.");
        v.promises = {say_("Use your own hotspot. Whoever runs the network could read or change votes; the references stay on "
                           "this computer until you show them.",
                           "Gunakan hotspot sendiri. Pengelola jaringan dapat membaca atau mengubah suara; acuan tetap di "
                           "komputer ini sampai Anda menampilkannya."),
                      say_("Nobody is asked for a name. People vote as numbers.",
                           "Tidak ada yang diminta menyebut nama. Peserta memberi suara dengan nomor.")};
        if (!empty) v.rows = {running(), held(0), held(1)};
        v.programmes = say_("Begin from a programme", "Mulai dari sebuah program");
        v.programme_rows = {{say_("From a programme: Three days of weighing evidence", "Dari program: Tiga hari menimbang bukti"),
                             say_("3 days, 5 cases", "3 hari, 5 kasus"), app::action::NewWorkshop{"three-days"}, {}, {}}};
        v.programme_problems = {say_("The programme torn.yaml cannot be used. Line 12: this is no time of day.",
                                     "Program torn.yaml tidak dapat dipakai. Baris 12: ini bukan waktu.")};
        app::RoomScreenView view;
        view.list = std::move(v);
        return view;
    }

    [[nodiscard]] app::RoomScreenView setup(bool empty = false) const {
        app::WorkshopSetup v;
        setup_head(v, empty);
        setup_people(v, empty);
        setup_side(v, empty);
        if (!empty) v.days = {day(0), day(1), day(2)};
        app::RoomScreenView view;
        view.setup = std::move(v);
        return view;
    }

    [[nodiscard]] app::RoomScreenView console() const {
        app::ConsoleView v = console_frame();
        stages(v);
        seats(v);
        votes(v);
        notes(v);
        app::RoomScreenView view;
        view.console = std::move(v);
        return view;
    }
    /// No round is open: an indicator is to be chosen.
    [[nodiscard]] app::RoomScreenView choosing() const {
        app::RoomScreenView view = console();
        app::ConsoleView& v = *view.console;
        v.stages.clear();
        v.timer.clear();
        v.timer_buttons.clear();
        v.next.reset();
        v.bars.clear();
        v.numbers.clear();
        v.reason_rows.clear();
        v.screen = 1;
        v.choose_title = say_("Choose an indicator", "Pilih indikator");
        v.choose_rows.push_back({"", say_("The whole case", "Seluruh kasus"), say_("All 9 indicators in one round", "Kesembilan indikator dalam satu putaran"), "", 0, 0, false, app::action::OpenRoomIndicator{""}});
        for (int i = 0; i < 5; ++i) {
            app::AgendaRow row = agenda(i);
            row.rank.clear();
            row.from = row.to = 0;
            row.line = codes[i];
            row.points = i == 0 ? say_("done", "selesai") : say_("not yet", "belum");
            row.selected = false;
            row.open = app::action::OpenRoomIndicator{codes[i]};
            v.choose_rows.push_back(row);
        }
        return view;
    }
    /// One screen only, a round just opened, something wrong with the network.
    [[nodiscard]] app::RoomScreenView folded() const {
        app::RoomScreenView view = console();
        app::ConsoleView& v = *view.console;
        v.notes_folded = true;
        v.notes_hold = say_("Hold N to read your notes", "Tahan N untuk membaca catatan");
        v.problem = say_("The address changed from 192.168.10.1 to 192.168.43.7. The code and the seats stay; show the new address.",
                         "Alamat berubah dari 192.168.10.1 menjadi 192.168.43.7. Kode dan kursi tetap; tampilkan alamat baru.");
        v.problem_button = button("Show the address", "Tampilkan alamat", app::action::ShowOnScreen{0});
        v.bars.clear();
        v.numbers.clear();
        v.reason_rows.clear();
        v.agenda_rows.clear();
        v.second_legend.clear();
        v.first_legend.clear();
        v.chart_empty = say_("Votes are shown here as they come in.", "Suara tampil di sini begitu masuk.");
        v.timer = "+0:20";
        v.over_time = true;
        return view;
    }

    /// A vote on paper.
    [[nodiscard]] app::RoomPrompt paper() const {
        app::RoomPrompt p;
        p.title = say_("Vote of number 04", "Suara nomor 04");
        p.text = say_("As it stands on the sheet. It can be typed once.", "Seperti tertulis di lembar. Hanya dapat diisi satu kali.");
        app::RoomPrompt::Row score{say_("Score", "Nilai"), {}, ""}, verdict{say_("Verdict", "Putusan"), {}, say_("Choose a verdict.", "Pilih putusan.")},
            sure{say_("How sure?", "Seberapa yakin?"), {}, ""};
        for (int i = 0; i < 6; ++i) score.options.push_back(choice(std::to_string(2 * i), i == 1, app::action::ChooseRoomOption{0, i}));
        const char* verdicts[][3] = {{"Accept", "Terima", "check"}, {"Return for correction", "Kembalikan untuk perbaikan", "undo-variant"}, {"Reject", "Tolak", "close"}};
        for (int i = 0; i < 3; ++i) {
            app::Choice cell = choice(say_(verdicts[i][0], verdicts[i][1]), false, app::action::ChooseRoomOption{1, i});
            cell.icon = verdicts[i][2];
            verdict.options.push_back(cell);
        }
        const char* levels[][2] = {{"Unsure", "Ragu"}, {"Fairly", "Cukup"}, {"Sure", "Yakin"}};
        for (int i = 0; i < 3; ++i) sure.options.push_back(choice(say_(levels[i][0], levels[i][1]), i == 2, app::action::ChooseRoomOption{2, i}));
        p.choices = {score, verdict, sure};
        p.fields = {field(40, "Reason, one line", "Alasan, satu baris", "", "")};
        p.primary = button("Keep the vote", "Simpan suara", app::action::AnswerRoomPrompt{0});
        p.cancel = button("Cancel", "Batal", app::action::CancelRoomPrompt{});
        return p;
    }
    /// A list that is being pasted.
    [[nodiscard]] app::RoomPrompt roster() const {
        app::RoomPrompt p;
        p.title = say_("Paste a list", "Tempel daftar");
        p.text = say_("One person a line: number, office, name. Only the number leaves this computer.",
                      "Satu orang satu baris: nomor, instansi, nama. Hanya nomor yang keluar dari komputer ini.");
        app::RoomField text = field(41, "List", "Daftar", "01; Rintis Makmur\n02; Misal Indah\n02; Contoh Jaya", "");
        text.lines = 6;
        p.fields = {text};
        p.notes = {say_("Line 3: number 02 is there twice. Give the second one another number.",
                        "Baris 3: nomor 02 ada dua kali. Beri nomor lain pada yang kedua.")};
        p.primary = button("Take 2 people", "Ambil 2 orang", app::action::AnswerRoomPrompt{0});
        p.cancel = button("Cancel", "Batal", app::action::CancelRoomPrompt{});
        p.others = {button("Read a CSV file", "Baca berkas CSV", app::action::AnswerRoomPrompt{1}, "file-delimited")};
        return p;
    }
    /// People are still deciding.
    [[nodiscard]] app::RoomPrompt close() const {
        app::RoomPrompt p;
        p.title = say_("4 people are still deciding", "4 orang masih memutuskan");
        p.text = say_("04, 14, 20 and 28 have not voted. Their seats and first votes stay.",
                      "04, 14, 20, dan 28 belum memberi suara. Kursi dan suara pertama mereka tetap.");
        p.primary = button("Close without them", "Tutup tanpa mereka", app::action::AnswerRoomPrompt{0});
        p.cancel = button("Wait", "Tunggu", app::action::CancelRoomPrompt{});
        return p;
    }

    [[nodiscard]] std::vector<app::RailItem> rail() const {
        return {{"clipboard-check", say_("Practise", "Latihan"), "Ctrl 1", false, false, app::action::Navigate{app::Screen::Home}},
                {"account-multiple", say_("Workshop", "Lokakarya"), "Ctrl 2", true, false, app::action::Navigate{app::Screen::Workshop}},
                {"pencil", say_("Author", "Susun"), "Ctrl 3", false, false, app::action::Navigate{app::Screen::Author}},
                {"chart-line", say_("Records", "Catatan"), "Ctrl 4", false, false, app::action::Navigate{app::Screen::Records}},
                {"settings", say_("Settings", "Setelan"), "", false, true, app::action::Navigate{app::Screen::Settings}},
                {"account-circle", say_("Profile", "Profil"), "", false, true, app::action::Navigate{app::Screen::Profile}}};
    }

private:
    static constexpr const char* codes[] = {"KS-P2", "PA-P1", "KS-O1", "PA-O1", "PA-O2"};

    [[nodiscard]] app::Button button(const char* english, const char* indonesian, app::Action action, app::IconName icon = "") const {
        return {say_(english, indonesian), "", icon, true, "", std::move(action)};
    }
    [[nodiscard]] app::RoomField field(int id, const char* english, const char* indonesian, std::string text, std::string hint) const {
        return {id, say_(english, indonesian), std::move(text), std::move(hint), "", 1};
    }
    [[nodiscard]] static app::Choice choice(std::string label, bool chosen, app::Action action) {
        app::Choice out;
        out.label = std::move(label);
        out.chosen = chosen;
        out.action = std::move(action);
        return out;
    }
    [[nodiscard]] static std::string number(int seat) {
        char out[8];
        std::snprintf(out, sizeof out, "%02d", seat);
        return out;
    }
    [[nodiscard]] std::string people(int count) const { return std::to_string(count) + say_(" people", " orang"); }
    [[nodiscard]] std::string minutes(int count) const { return std::to_string(count) + say_(" min", " mnt"); }

    // ---- list
    [[nodiscard]] app::WorkshopRow running() const {
        return {say_("Three days for verifiers, Contoh Raya", "Tiga hari verifikator, Contoh Raya"),
                say_("30 people, 3 cases. Round 2 of KS-P2 is open", "30 orang, 3 kasus. Putaran 2 untuk KS-P2 terbuka"),
                app::action::OpenWorkshop{"three-days"}, button("Go on", "Lanjutkan", app::action::OpenRoom{}, "play"), {}};
    }
    [[nodiscard]] app::WorkshopRow held(int i) const {
        return {i == 0 ? say_("Half a day for new verifiers", "Setengah hari verifikator baru") : say_("Trial with colleagues", "Uji coba bersama rekan"),
                say_("Held on 18 November 2026. 12 people, 1 case", "Diadakan 18 November 2026. 12 orang, 1 kasus"),
                app::action::OpenWorkshop{"held-" + std::to_string(i)}, {},
                button("Report …", "Laporan …", app::action::AskTakeHome{app::action::TakeHome::Workshop, "held"}, "file-pdf")};
    }

    // ---- set-up
    void setup_head(app::WorkshopSetup& v, bool empty) const {
        v.back = button("Back", "Kembali", app::action::CloseWorkshop{}, "arrow-left");
        v.title = field(1, "Name of the workshop", "Nama lokakarya", say_("Three days for verifiers, Contoh Raya", "Tiga hari verifikator, Contoh Raya"), "");
        v.line = say_("From the programme “three-days”. Saved on this computer at 08:12", "Dari program “three-days”. Tersimpan di komputer ini pukul 08.12");
        if (!empty)
            v.facts = {{say_("30 listed, 28 expected at 09:00", "30 terdaftar, 28 hadir pukul 09.00"), "check-circle", app::Tint::Ok},
                       {say_("3 cases checked", "3 kasus diperiksa"), "check-circle", app::Tint::Ok}};
        v.open = button("Open the room", "Buka ruang", app::action::OpenRoom{}, "arrow-right");
        v.take_home.label = say_("Take home", "Bawa pulang");
        for (const char* const one : {"Agenda …", "KS-O1 …"}) {
            app::Choice option;
            option.label = one;
            option.action = app::action::AskTakeHome{app::action::TakeHome::Agenda, "three-days"};
            if (!empty) v.take_home.options.push_back(option);
        }
        v.open.enabled = !empty;
        v.open.why_not = empty ? say_("Add a case and at least one person.", "Tambahkan kasus dan paling sedikit satu orang.") : "";
        v.agenda = "Agenda";
        v.agenda_empty = say_("The slots of each day stand here. Add one with “Slot”.", "Acara tiap hari tampil di sini. Tambahkan dengan “Acara”.");
        v.agenda_note = empty ? "" : say_("18 slots, 13 h 50 min. Alt and arrows move a slot", "18 acara, 13 j 50 mnt. Alt dan panah memindahkan acara");
        v.add_slot = button("Slot", "Acara", app::action::AskSlot{0, -1}, "plus");
    }
    [[nodiscard]] app::DayColumn day(int day) const {
        struct Plan {
            const char *time, *icon, *name[2], *kind[2];
            int minutes;
        };
        static constexpr Plan kPlans[3][6] = {
            {{"09:00", "book-open-variant", {"How a round goes", "Jalannya satu putaran"}, {"Lesson, guided case", "Bacaan, kasus terpandu"}, 40},
             {"09:45", "book-open-variant", {"Structure, process, outcome", "Struktur, proses, hasil"}, {"Lesson", "Bacaan"}, 30},
             {"10:45", "book-open-variant", {"Reading a table", "Membaca tabel"}, {"Lesson and exercise", "Bacaan dan latihan"}, 45},
             {"13:00", "account-multiple", {"The total that does not add up", "Jumlah yang tidak cocok"}, {"Group case, 5 of 9", "Kasus kelompok, 5 dari 9"}, 90},
             {"14:45", "book-open-variant", {"Confidence", "Keyakinan"}, {"Lesson", "Bacaan"}, 30},
             {"15:15", "clipboard-check", {"Re-practice alone", "Latihan ulang sendiri"}, {"What each one is due", "Yang jatuh tempo bagi tiap orang"}, 30}},
            {{"09:00", "clipboard-check", {"Re-practice alone", "Latihan ulang sendiri"}, {"What each one is due", "Yang jatuh tempo bagi tiap orang"}, 30},
             {"09:30", "account-multiple", {"Last year’s decree", "Keputusan tahun lalu"}, {"Group case, 4 indicators", "Kasus kelompok, 4 indikator"}, 60},
             {"10:45", "book-open-variant", {"Reading a decree, and minutes", "Membaca keputusan dan notulen"}, {"Lesson and exercise", "Bacaan dan latihan"}, 45},
             {"13:00", "account-multiple", {"One district, three populations", "Satu kabupaten, tiga jumlah penduduk"}, {"Group case, 8 indicators", "Kasus kelompok, 8 indikator"}, 90},
             {"14:45", "book-open-variant", {"Writing a reason and a letter", "Menulis alasan dan surat"}, {"Lesson", "Bacaan"}, 40},
             {"15:30", "message-text", {"What split the room", "Yang membelah pendapat"}, {"Talk, from the votes", "Diskusi dari suara"}, 30}},
            {{"09:00", "book-open-variant", {"Human-rights cities and SDG 11", "Kota ramah HAM dan TPB 11"}, {"Lesson", "Bacaan"}, 30},
             {"09:30", "book-open-variant", {"Smart city and rights", "Kota cerdas dan hak"}, {"Lesson", "Bacaan"}, 30},
             {"10:15", "clipboard-check", {"Re-practice alone", "Latihan ulang sendiri"}, {"What each one is due", "Yang jatuh tempo bagi tiap orang"}, 45},
             {"13:00", "certificate", {"Readiness check", "Uji kesiapan"}, {"Alone, 40 unseen", "Sendiri, 40 soal baru"}, 120},
             {"15:15", "message-text", {"Comments on the rules", "Catatan tentang aturan"}, {"From the notes", "Dari catatan"}, 25},
             {"15:40", "export", {"Results taken home", "Hasil dibawa pulang"}, {"For each person", "Untuk tiap orang"}, 20}}};
        const char* dates[][2] = {{"Tuesday 18 November", "Selasa 18 November"}, {"Wednesday 19 November", "Rabu 19 November"}, {"Thursday 20 November", "Kamis 20 November"}};
        app::DayColumn out{say_("Day ", "Hari ") + std::to_string(day + 1), say_(dates[day][0], dates[day][1]), {}};
        for (int i = 0; i < 6; ++i) {
            const Plan& plan = kPlans[day][i];
            app::SlotRow slot;
            slot.time = plan.time;
            if (id_) slot.time[2] = '.';
            slot.icon = plan.icon;
            slot.name = say_(plan.name[0], plan.name[1]);
            slot.kind = say_(plan.kind[0], plan.kind[1]);
            slot.minutes = minutes(plan.minutes);
            slot.accent = std::string(plan.icon) == "account-multiple" || std::string(plan.icon) == "certificate";
            slot.selected = day == 0 && i == 3;
            slot.overlap = day == 2 && i == 1;
            slot.select = app::action::SelectSlot{day, i};
            slot.edit = app::action::AskSlot{day, i};
            slot.remove = app::action::RemoveSlot{day, i};
            slot.up = app::action::MoveSlot{day, i, -1};
            slot.down = app::action::MoveSlot{day, i, 1};
            out.slots.push_back(slot);
        }
        return out;
    }
    [[nodiscard]] app::SeatRow person(int seat, int group) const {
        static constexpr const char* kOffices[] = {"Rintis Makmur", "Misal Indah", "Teladan Baru", "Misal Indah", "Contoh Jaya", "Contoh Jaya", "Andai Sejahtera", "Rintis Makmur", "Umpama Raya", "Andai Sejahtera"};
        app::SeatRow row;
        row.code = number(seat);
        row.line = kOffices[seat % 10];
        if (seat % 7 == 1 && seat != 15) row.note = say_("speaks", "juru bicara");
        if (seat == 7) row.note = say_("Late, 10:30", "Terlambat, 10.30"), row.note_icon = "clock", row.note_tint = app::Tint::Return;
        if (seat == 21) row.note = say_("Absent", "Tidak hadir"), row.note_icon = "account-off";
        row.select = app::action::SelectParticipant{row.code};
        row.more.options = {choice(say_("Speaks for the group", "Juru bicara kelompok"), false, app::action::SetSpeaker{row.code}),
                            choice(say_("Late", "Terlambat"), seat == 7, app::action::SetPresence{row.code, domain::Presence::Late}),
                            choice(say_("Absent", "Tidak hadir"), seat == 21, app::action::SetPresence{row.code, domain::Presence::Absent}),
                            choice(say_("Move to the next group", "Pindahkan ke kelompok berikutnya"), false, app::action::MoveParticipant{row.code, group % 6 + 1}),
                            choice(say_("Remove", "Hapus"), false, app::action::RemoveParticipant{row.code})};
        return row;
    }
    [[nodiscard]] app::GroupCard group(int place) const {
        static constexpr int kSeats[6][5] = {{6, 8, 16, 22, 30}, {1, 9, 10, 14, 29}, {15, 23, 24, 27, 28}, {7, 17, 20, 25, 26}, {3, 4, 12, 18, 19}, {2, 5, 11, 13, 21}};
        const int way = place == 3 ? 1 : place == 5 ? 2 : 0;
        app::GroupCard card;
        card.number = place + 1;
        card.title = say_("Group ", "Kelompok ") + std::to_string(place + 1);
        card.count = people(5);
        const char* ways[][3] = {{"Phones", "Telepon", "cellphone"}, {"One computer", "Satu komputer", "laptop"}, {"Paper", "Kertas", "file-document"}};
        card.way.label = say_(ways[way][0], ways[way][1]);
        for (int i = 0; i < 3; ++i) {
            app::Choice option = choice(say_(ways[i][0], ways[i][1]), i == way, app::action::SetGroupWay{place + 1, static_cast<domain::WayIn>(i)});
            option.icon = ways[i][2];
            card.way.options.push_back(option);
        }
        for (const int seat : kSeats[place]) card.people.push_back(person(seat, place + 1));
        return card;
    }
    void setup_people(app::WorkshopSetup& v, bool empty) const {
        v.people = say_("People and groups", "Peserta dan kelompok");
        v.people_buttons = {button("Paste list", "Tempel daftar", app::action::AskRoster{}, "content-paste"),
                            button("CSV", "CSV", app::action::AskRosterFile{}, "file-delimited"),
                            button("Person", "Orang", app::action::AskParticipant{""}, "plus")};
        v.people_empty = say_("Paste a list, read a CSV file, or add people one by one. A number is enough; names never leave this computer.",
                              "Tempel daftar, baca berkas CSV, atau tambahkan orang satu per satu. Nomor saja cukup; nama tidak pernah keluar dari komputer ini.");
        if (empty) return;
        v.groups_of = say_("Groups of", "Kelompok berisi");
        v.group_size = field(2, "People in a group", "Orang per kelompok", "5", "");
        v.shuffle = button("Shuffle again", "Acak lagi", app::action::ShuffleGroups{}, "shuffle");
        for (int i = 0; i < 6; ++i) v.groups.push_back(group(i));
        v.people_status = say_("30 pasted, none twice. Shuffled so that nobody sits with a colleague.", "30 ditempel, tidak ada yang ganda. Diacak agar rekan sekantor terpisah.");
        v.people_note = say_("Absent people keep their number; a late one takes the seat any time.", "Yang tidak hadir tetap punya nomor; yang terlambat boleh masuk kapan saja.");
    }
    void setup_cases(app::WorkshopSetup& v, bool empty) const {
        v.cases = say_("Cases", "Kasus");
        v.add_case = button("Case", "Kasus", app::action::AskWorkshopCase{-1}, "plus");
        v.cases_empty = say_("Add a case from the library or your own.", "Tambahkan kasus dari pustaka atau buatan sendiri.");
        const char* titles[][2] = {{"The total that does not add up", "Jumlah yang tidak cocok"}, {"Last year’s decree", "Keputusan tahun lalu"}, {"One district, three populations", "Satu kabupaten, tiga jumlah penduduk"}};
        for (int i = 0; i < 3 && !empty; ++i) {
            app::CaseRow row;
            row.number = std::to_string(i + 1);
            row.title = say_(titles[i][0], titles[i][1]);
            row.line = i == 0 ? "KS-P2, KS-O1, PA-S1, PA-P1, PA-O2" : i == 1 ? say_("All 4 indicators", "Keempat indikator") : say_("All 8 indicators", "Kedelapan indikator");
            row.minutes = minutes(i == 1 ? 60 : 90);
            row.icon = "check-circle";
            row.tip = say_("Checked, no problems", "Diperiksa, tanpa masalah");
            row.select = app::action::AskWorkshopCase{i};
            row.remove = button("Remove the case", "Hapus kasus", app::action::RemoveWorkshopCase{i});
            v.case_rows.push_back(row);
        }
    }
    void setup_side(app::WorkshopSetup& v, bool empty) const {
        setup_cases(v, empty);
        v.rounds = say_("Rounds", "Putaran");
        v.rounds_note = say_("fixed when the room opens", "tetap begitu ruang dibuka");
        v.consensus_label = say_("Consensus from", "Sepakat mulai");
        for (const int percent : {60, 67, 75, 80}) v.consensus.push_back(choice(std::to_string(percent) + "%", percent == 75, app::action::SetConsensus{percent}));
        v.show_label = say_("After the first vote, show", "Setelah suara pertama, tampilkan");
        v.show = {choice(say_("Bars", "Batang"), true, app::action::SetShowVotes{domain::ShowVotes::Bars}),
                  choice(say_("Spread only", "Sebaran saja"), false, app::action::SetShowVotes{domain::ShowVotes::Spread})};
        v.second_label = say_("Second vote", "Suara kedua");
        v.second = {choice(say_("One by one", "Satu per satu"), true, app::action::SetGroupSecond{false}),
                    choice(say_("The group together", "Kelompok bersama"), false, app::action::SetGroupSecond{true})};
        v.timer_label = say_("Timer for a vote", "Waktu untuk satu suara");
        v.timer_note = say_("never closes a vote", "tidak menutup suara");
        v.timer = field(3, "Minutes", "Menit", minutes(6), "");
        v.ways = say_("Ways in", "Cara masuk");
        v.ways_note = say_("may be mixed", "boleh campur");
        v.way_rows = {{"cellphone", say_("Phones and laptops", "Telepon dan laptop"), say_("Code or QR; no account, no name", "Kode atau QR; tanpa akun, tanpa nama"), people(20)},
                      {"laptop", say_("One shared computer", "Satu komputer bersama"), say_("Each in turn, hidden; then together", "Bergiliran, tertutup; lalu bersama"), people(5)},
                      {"file-document", say_("Paper", "Kertas"), say_("You type the votes; print sheets", "Anda mengetik suaranya; cetak lembar"), people(4)}};
        v.network = say_("Network", "Jaringan");
        v.network_state = {say_("hotspot found", "hotspot ditemukan"), "wifi", app::Tint::Ok};
        v.wifi = field(4, "Wi-Fi name", "Nama Wi-Fi", empty ? "" : "Timbang-Latihan", say_("As people see it", "Seperti terlihat peserta"));
        v.address_label = say_("Address", "Alamat");
        v.address.label = say_("192.168.10.1:8080, this laptop", "192.168.10.1:8080, laptop ini");
        v.address.options = {choice("192.168.10.1:8080", true, app::action::SetRoomAddress{"192.168.10.1"}), choice("10.0.0.12:8080", false, app::action::SetRoomAddress{"10.0.0.12"})};
        v.warning = say_("Use your own hotspot. Whoever runs the network could read or change votes; the references stay here until you show them.",
                         "Gunakan hotspot sendiri. Pengelola jaringan dapat membaca atau mengubah suara; acuan tetap di sini sampai Anda menampilkannya.");
    }

    // ---- console
    [[nodiscard]] app::ConsoleView console_frame() const {
        app::ConsoleView v;
        v.title = say_("Workshop for verifiers, Contoh Raya", "Lokakarya verifikator, Contoh Raya");
        v.line = say_("Item 1 of 5, Complaint service (KS-P2)", "Butir 1 dari 5, Layanan pengaduan puskesmas (KS-P2)");
        v.private_note = {say_("Private: only on this screen", "Hanya di layar ini"), "lock", app::Tint::Neutral};
        v.connected = say_("27 connected, 30 listed", "27 dari 30 tersambung");
        v.code_label = say_("Code", "Kode");
        v.code = "482 917";
        v.screen_title = say_("Projector", "Proyektor");
        v.screen_caption = say_("“Second vote, 23 in”", "“Suara kedua, baru 23”");
        v.screen = 1;
        v.screen_menu.label = say_("Change", "Ganti");
        const char* screens[][2] = {{"Join: code and address", "Gabung: kode dan alamat"}, {"Waiting", "Menunggu"}, {"Votes", "Suara"}, {"Reference", "Acuan"}};
        for (int i = 0; i < 4; ++i) v.screen_menu.options.push_back(choice(say_(screens[i][0], screens[i][1]), i == 1, app::action::ShowOnScreen{i}));
        v.more.label = say_("More", "Lainnya");
        v.more.options = {choice(say_("Close the vote now", "Tutup suara sekarang"), false, app::action::RoomDo{domain::room_command::CloseVote{}}),
                          choice(say_("Skip the second vote", "Lewati suara kedua"), false, app::action::RoomDo{domain::room_command::Skip{}}),
                          choice(say_("Note a comment", "Catat komentar"), false, app::action::AskRoomComment{}),
                          choice(say_("Steps and actions of the case", "Langkah dan tindakan kasus"), false, app::action::AskScript{}),
                          choice(say_("End the room", "Akhiri ruang"), false, app::action::AskEndRoom{})};
        return v;
    }
    void stages(app::ConsoleView& v) const {
        using State = app::RoundStage::State;
        v.stages = {{say_("Briefing", "Pengantar"), say_("5 min", "5 mnt"), State::Done},
                    {say_("First vote", "Suara pertama"), say_("28 votes", "28 suara"), State::Done},
                    {say_("Votes shown", "Suara tampil"), say_("10:31", "10.31"), State::Done},
                    {say_("Discussion", "Diskusi"), say_("9 min", "9 mnt"), State::Done},
                    {say_("Second vote", "Suara kedua"), say_("23 of 29", "23 dari 29"), State::Now},
                    {say_("Reference", "Acuan"), say_("next", "berikutnya"), State::ToCome}};
        v.timer = "2:14";
        v.timer_buttons = {button("Pause", "Jeda", app::action::PauseRoomTimer{}, "pause"), button("+1", "+1", app::action::ExtendRoomTimer{})};
        v.timer_buttons[1].tip = say_("One more minute", "Tambah satu menit");
        v.next = button("Close the vote, show the reference", "Tutup, buka acuan", app::action::RoomNext{});
        v.next->key = "PgDn";
    }
    [[nodiscard]] app::SeatCell seat(int n) const {
        app::SeatCell cell{number(n), say_("Submitted", "Terkirim"), "check-circle", app::Tint::Ok, false, {}};
        if (n == 4 || n == 14 || n == 20 || n == 28) cell.word = say_("Deciding", "Memutuskan"), cell.icon = "timer-sand", cell.tint = app::Tint::Neutral;
        if (n == 12 || n == 25) cell.word = say_("Offline", "Terputus"), cell.icon = "lan-disconnect", cell.tint = app::Tint::Reject, cell.marked = true;
        if (n == 21) cell.word = say_("Missing", "Tidak hadir"), cell.icon = "account-off", cell.tint = app::Tint::Return, cell.marked = true;
        cell.more.options = {choice(say_("Type a paper vote", "Ketik suara kertas"), false, app::action::AskPaperVote{cell.code}),
                             choice(say_("Free the seat", "Bebaskan kursi"), false, app::action::RoomDo{domain::room_command::FreeSeat{n - 1}})};
        return cell;
    }
    void seats(app::ConsoleView& v) const {
        v.people = say_("People", "Peserta");
        v.people_counts = {{"23", "check-circle", app::Tint::Ok}, {"4", "timer-sand", app::Tint::Neutral}, {"2", "lan-disconnect", app::Tint::Reject}, {"1", "account-off", app::Tint::Return}};
        const int in[] = {4, 5, 3, 4, 3, 4};
        for (int g = 0; g < 6; ++g) {
            app::SeatGroup group{say_("Group ", "Kelompok ") + std::to_string(g + 1), std::to_string(in[g]) + say_(" of 5", " dari 5"), in[g] == 5, {}};
            for (int i = 1; i <= 5; ++i) group.seats.push_back(seat(5 * g + i));
            v.groups.push_back(group);
        }
        v.people_lines = {say_("12 and 25 are offline; their seats stay", "12 dan 25 terputus; kursinya tetap"), say_("21 is missing since 09:00", "21 tidak hadir sejak 09.00")};
        v.people_buttons = {button("Type a paper vote", "Suara kertas", app::action::AskPaperVote{""}, "pencil"), button("Change groups", "Kelompok", app::action::OpenWorkshop{"three-days"}, "account-multiple")};
    }
    void votes(app::ConsoleView& v) const {
        v.chart = say_("Score", "Nilai");
        v.first_legend = say_("First vote, 28", "Suara pertama, 28");
        v.second_legend = say_("Second vote, 23 so far", "Suara kedua, baru 23");
        const int first[] = {0, 6, 3, 12, 5, 2}, second[] = {0, 15, 4, 3, 1, 0};
        for (int i = 0; i < 6; ++i) v.bars.push_back({std::to_string(2 * i), i == 1 ? say_("reference", "acuan") : "", first[i], second[i], i == 1});
        v.most = 17;
        v.numbers = {{say_("21% to 65%", "21% ke 65%"), say_("on the reference", "sama dengan acuan")},
                     {say_("15 of 23", "15 dari 23"), say_("on one score; goal 75%", "satu nilai; batas 75%")},
                     {say_("11 moved", "11 berubah"), say_("10 closer, 1 further", "10 mendekat, 1 menjauh")}};
        v.reasons = say_("Reasons to call on", "Alasan untuk dibahas");
        v.reasons_note = say_("without names until the person agrees", "tanpa nama sampai orangnya setuju");
        v.reasons_empty = say_("No reasons were written.", "Tidak ada alasan yang ditulis.");
        const char* texts[][4] = {{"“Register complete, every complaint answered.”", "“Register lengkap, semua pengaduan selesai.”", "First vote, group 3. Three others wrote the same.", "Suara pertama, kelompok 3. Tiga serupa."},
                                  {"“Table heading says 2023. We need 2024.”", "“Judul tabel menyebut 2023. Yang diperlukan 2024.”", "First vote, group 5. Sure.", "Suara pertama, kelompok 5. Yakin."},
                                  {"“The service is there, but the year is not certain yet.”", "“Ada layanannya, tetapi tahunnya belum pasti.”", "Both votes, group 1. Fairly sure.", "Kedua suara, kelompok 1. Cukup yakin."}};
        const char* scores[] = {"6", "2", "4"};
        for (int i = 0; i < 3; ++i)
            v.reason_rows.push_back({scores[i], say_(texts[i][0], texts[i][1]), say_(texts[i][2], texts[i][3]), button("Show", "Tampilkan", app::action::ShowReasonOnScreen{number(11 + i), false}, "projector")});
    }
    [[nodiscard]] app::AgendaRow agenda(int i) const {
        const char* titles[][2] = {{"Complaint service at health centres", "Layanan pengaduan puskesmas"}, {"Task-force meetings with minutes", "Rapat gugus tugas yang bernotulen"}, {"Births at a health facility", "Persalinan di fasilitas kesehatan"}, {"Protection of women and children", "Perlindungan perempuan dan anak"}, {"Marriages below the age of 19", "Perkawinan di bawah usia 19 tahun"}};
        const char* lines[][2] = {{"Most gave 6", "Kebanyakan memberi 6"}, {"Half gave 10, half gave 8", "Separuh memberi 10, separuh 8"}, {"Three ways: 10, 8 and 6", "Tiga jalan: 10, 8, dan 6"}, {"Nine gave 6 or more", "Sembilan memberi 6 atau lebih"}, {"Near agreement, a short look", "Hampir sepakat, dilihat sebentar"}};
        const int points[] = {6, 4, 4, 2, 1};
        app::AgendaRow row;
        row.rank = std::to_string(i + 1);
        row.title = say_(titles[i][0], titles[i][1]);
        row.line = say_(lines[i][0], lines[i][1]);
        row.points = std::to_string(points[i]) + (id_ ? " poin" : points[i] == 1 ? " point" : " points");
        const float half = static_cast<float>(points[i]) / 12.4F;
        row.from = 0.5F - half;
        row.to = 0.5F + half;
        row.selected = i == 0;
        row.open = app::action::SelectAgendaItem{codes[i]};
        return row;
    }
    void notes(app::ConsoleView& v) const {
        v.notes = say_("Private notes", "Catatan pribadi");
        v.notes_chip = {say_("never sent", "tidak pernah dikirim"), "eye-off", app::Tint::Neutral};
        v.reference_score = "2";
        v.reference_title = say_("Reference: return, score 2", "Acuan: kembalikan, nilai 2");
        v.reference_line = say_("Panel of 12: seven gave 2, one 4, four 6", "Panel 12: tujuh 2, satu 4, empat 6");
        v.facilitator = sample_prose(say_("**Look at** the heading of the table on page 2: year 2023.\n\n**Ask** “What would change your mind?” Then the ninth health centre and rule I-5.",
                                          "**Lihat** judul tabel di halaman 2: tahun 2023.\n\n**Tanya** “Apa yang akan membuat Anda berubah pikiran?” Lalu puskesmas kesembilan dan aturan I-5."));
        v.own_note = field(30, "My note", "Catatan saya", say_("Allow group 5 to explain first.", "Kelompok 5 menjelaskan lebih dahulu."), "");
        v.agenda = say_("Debrief agenda", "Agenda pembahasan");
        v.agenda_note = say_("most disagreement first", "beda pendapat terbesar dulu");
        v.agenda_foot = say_("Bar: middle 80% of first votes. Press 1 to 5 to open.", "Batang: 80% tengah suara pertama. Tekan 1 sampai 5.");
        v.agenda_empty = say_("Items stand here after their first votes.", "Butir tampil di sini setelah suara pertamanya.");
        for (int i = 0; i < 5; ++i) v.agenda_rows.push_back(agenda(i));
    }

    Say say_;
    bool id_;
};

} // namespace timbang::test
