#include "screenshots/room_scene.h"

#include <algorithm>
#include <thread>

namespace timbang::screenshots {

namespace {

namespace action = app::action;
namespace command = domain::room_command;

constexpr int kPeople = 30, kIndicator = 4;
constexpr int kFirst[] = {2, 4, 3, 4, 1, 4, 5, 4, 2, 4}, kSecond[] = {4, 4, 4, 4, 3, 4, 4, 4, 4, 5};
const char* const kReasons[] = {"Jumlah kolom tidak sama dengan barisnya", "Yang menandatangani bukan kepala dinas", "",
                                "Tahun pada judul tabel 2023, bukan 2024", "", "<b>Data</b> Dukcapil berbeda & lebih kecil"};

const app::RoomScreenView* room_of(app::Workspace& workspace) {
    const app::FrameView& view = workspace.frame();
    return view.room;
}

class Scene {
public:
    Scene(app::Workspace& workspace, const std::function<void()>& settle) : workspace_(workspace), settle_(settle) {}

    void does(const app::Action& wanted) {
        workspace_.apply(wanted);
        settle_();
    }
    void type(const char* label, const std::string& text) {
        const app::RoomScreenView* const room = room_of(workspace_);
        if (room == nullptr || !room->prompt) return;
        for (const app::RoomField& field : room->prompt->fields)
            if (field.label.rfind(label, 0) == 0) return does(action::EditRoomField{field.id, text});
    }
    void answer() { does(action::AnswerRoomPrompt{0}); }
    /// A question's first field.
    void type_first(const std::string& text) {
        const app::RoomScreenView* const room = room_of(workspace_);
        if (room != nullptr && room->prompt && !room->prompt->fields.empty())
            does(action::EditRoomField{room->prompt->fields.front().id, text});
    }
    void plan() {
        does(action::NewWorkshop{});
        const app::RoomScreenView* const room = room_of(workspace_);
        if (room != nullptr && room->setup) does(action::EditRoomField{room->setup->title.id, "Lokakarya verifikator, angkatan 2"});
        std::string list;
        const char* const offices[] = {"Biro Hukum Provinsi", "Dinas Sosial", "Bappeda", "Kanwil Hukum dan HAM", "Dinas Kesehatan Kabupaten Contoh Raya"};
        for (int i = 1; i <= kPeople; ++i) list += std::to_string(i / 10) + std::to_string(i % 10) + ",," + offices[i % 5] + "," + std::to_string((i - 1) / 5 + 1) + (i > 25 ? ",kertas\n" : i > 20 ? ",bersama\n" : "\n");
        does(action::AskRoster{});
        type_first(list);
        answer();
        for (const char* const wanted : {"cocok", "teluk"}) {
            does(action::AskWorkshopCase{});
            type_first(wanted);
            does(action::ChooseRoomOption{0, 0});
            answer();
        }
        does(action::SetPresence{"17", domain::Presence::Absent});
        does(action::SetPresence{"29", domain::Presence::Late});
        does(action::SetSpeaker{"22"});
        slots();
    }
    /// A workshop made from the bundled programme; the question for one of its files over it.
    void programme(const std::string& name) {
        const app::RoomScreenView* const room = room_of(workspace_);
        if (room == nullptr || !room->list || room->list->programme_rows.empty()) return;
        does(room->list->programme_rows[0].open);
        const app::RoomScreenView* const made = room_of(workspace_);
        if (name == "room-programme") return does(action::SelectSlot{0, 1});
        if (made == nullptr || !made->setup) return;
        const auto options = made->setup->take_home.options;
        const std::size_t place = name == "room-agenda-file" ? 0 : 1;
        if (place < options.size()) does(options[place].action);
    }
    void end() {
        does(action::AskEndRoom{});
        answer();
        wait([](const app::RoomScreenView& view) { return view.list.has_value(); });
    }
    void open() {
        does(action::OpenRoom{});
        wait([](const app::RoomScreenView& view) { return view.console.has_value(); });
    }
    void vote(domain::VoteKind kind, int people) {
        for (int seat = 0; seat < people; ++seat) {
            if (seat == 16) continue;
            const int* const scores = kind == domain::VoteKind::First ? kFirst : kSecond;
            domain::Vote vote;
            vote.task = kIndicator;
            vote.kind = kind;
            vote.seat = seat;
            vote.score = 2 * scores[seat % 10];
            vote.verdict = static_cast<domain::Verdict>(seat % 7 == 0 ? 0 : 1);
            vote.confidence = seat % 3 + 1;
            vote.reason = kReasons[seat % 6];
            vote.typed = true;
            does(action::RoomDo{command::CastVote{vote}});
        }
    }
    void round(const std::string& until) {
        does(action::RoomDo{command::OpenRound{{kIndicator}}});
        vote(domain::VoteKind::First, until == "room-first" || until == "room-paper" ? 19 : kPeople);
        if (until == "room-paper") return does(action::AskPaperVote{"26"});
        if (until == "room-first") return;
        does(action::RoomDo{command::ShowVotes{}});
        if (until == "room-shown") return;
        does(action::RoomDo{command::BeginDiscussion{}});
        does(action::RoomDo{command::OpenSecondVote{}});
        vote(domain::VoteKind::Second, until == "room-second" ? 23 : kPeople);
        if (until == "room-second") return;
        does(action::RoomDo{command::ShowReference{-1}});
    }

private:
    void slots() {
        struct One { int day, kind; const char *start, *minutes, *name; };
        constexpr One all[] = {{0, 0, "09:00", "45", "Membaca sebuah tabel"}, {0, 1, "09:45", "75", "Jumlah yang tidak cocok"},
                               {0, 6, "11:00", "15", "Istirahat"},           {1, 1, "09:00", "90", "Kota di tepi teluk"},
                               {1, 5, "10:30", "45", "Catatan atas aturan"}, {2, 3, "09:00", "120", "Uji kesiapan"}};
        for (const One& one : all) {
            does(action::AskSlot{one.day, -1});
            does(action::ChooseRoomOption{0, one.day});
            does(action::ChooseRoomOption{1, one.kind});
            const app::RoomScreenView* const room = room_of(workspace_);
            if (room == nullptr || !room->prompt || room->prompt->fields.size() < 3) return;
            const std::vector<app::RoomField> fields = room->prompt->fields;
            const char* const texts[] = {one.start, one.minutes, one.name};
            for (std::size_t i = 0; i < 3; ++i) does(action::EditRoomField{fields[i].id, texts[i]});
            answer();
        }
    }
    template <class So> void wait(So so) {
        for (int i = 0; i < 2000; ++i) {
            settle_();
            const app::RoomScreenView* const room = room_of(workspace_);
            if (room != nullptr && so(*room)) return;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }

    app::Workspace& workspace_;
    const std::function<void()>& settle_;
};

} // namespace

bool is_room_scene(const std::string& name) { return name.rfind("room-", 0) == 0; }

void play_room_scene(const std::string& name, app::Workspace& workspace, const std::function<void()>& settle) {
    Scene scene(workspace, settle);
    scene.does(action::Navigate{app::Screen::Workshop});
    if (name == "room-list-empty") return;
    if (name == "room-quick") return scene.does(action::AskQuickRoom{});
    if (name == "room-setup-empty") return scene.does(action::NewWorkshop{});
    if (name == "room-programme" || name == "room-agenda-file" || name == "room-sheets-file") return scene.programme(name);
    scene.plan();
    if (name == "room-setup") return;
    if (name == "room-list") return scene.does(action::CloseWorkshop{});
    scene.open();
    if (name == "room-held") return scene.end();
    if (name == "room-choose") return;
    scene.round(name);
}

} // namespace timbang::screenshots
