#include "app/workspace.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/controller.h"
#include "app/model.h"
#include "app/present/present.h"
#include "base/ids.h"
#include "base/network.h"

namespace timbang::app {

Model::Model(base::Catalogue texts, Ports outside, WorkspaceOptions how)
    : catalogue(std::move(texts)), ports(std::move(outside)), options(std::move(how)), settings(options.settings),
      tasks(ports.wake), library(ports, tasks),
      case_work(ports.wake), long_work(ports.wake), opening(ports.wake), workshop(ports.wake) {
    if (!ports.now) ports.now = base::system_now;
    if (!ports.random) ports.random = base::secure_random;
    if (!ports.addresses) ports.addresses = base::network_addresses;
    if (!ports.steady)
        ports.steady = [] {
            const auto since = std::chrono::steady_clock::now().time_since_epoch();
            return static_cast<std::int64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
        };
}

const store::Person* Model::person() const {
    for (const store::Person& one : people)
        if (one.id == settings.person) return &one;
    return nullptr;
}

CaseProgress progress_of(const Model& model, const std::string& scenario) {
    CaseProgress progress;
    for (const store::SessionRow& session : model.sessions) { // newest first
        if (session.scenario != scenario || session.needs_newer) continue;
        if (session.state == store::SessionState::Open && !session.imported && !progress.open) progress.open = &session;
        if (session.state == store::SessionState::Finished && !progress.finished) progress.finished = &session;
    }
    return progress;
}

std::vector<std::string> case_folders_of(const Model& model) {
    std::vector<std::string> folders = model.options.case_folders;
    if (!model.settings.case_folder.empty()) folders.push_back(model.settings.case_folder);
    return folders;
}

struct Workspace::Impl {
    Impl(base::Catalogue catalogue, Ports ports, WorkspaceOptions options)
        : model(std::move(catalogue), std::move(ports), std::move(options)), controller(model) {}

    void build();
    void fill_frame();

    Model model;
    Controller controller;
    std::uint64_t revision = 1;
    std::uint64_t library_seen = 0;
    bool was_scanning = false;
    SaveState save_seen = SaveState::NotRecorded;
    std::uint64_t built = 0;
    FrameView frame;
    std::optional<HomeView> home;
    std::optional<DeskView> desk;
    std::optional<DebriefView> debrief;
    std::optional<RecordsView> records;
    std::optional<SettingsView> settings;
    std::optional<AuthorView> author;
    std::optional<RoomScreenView> room;
    std::optional<LessonView> lesson;
    std::optional<ReadinessView> readiness;
    std::optional<StartView> start;
    std::optional<SearchView> search;
    std::optional<Dialog> dialog;
    std::optional<FolderView> folders;
};

Workspace::Workspace(base::Catalogue catalogue, Ports ports, WorkspaceOptions options)
    : impl_(std::make_unique<Impl>(std::move(catalogue), std::move(ports), std::move(options))) {
    Model& model = impl_->model;
    for (const base::Error& trouble : model.options.troubles)
        impl_->controller.tell_error(trouble, true);
    // A record that cannot be read is no first start: the error stays on screen instead.
    const bool read = impl_->controller.reload_people();
    model.start_open = read && !model.person();
    model.library.set_folders(case_folders_of(model), model.options.framework_folders);
    impl_->controller.reload_record();
    impl_->controller.read_lessons();
    impl_->controller.checks().read_policies();
    model.library.scan();
    impl_->was_scanning = true;
    model.return_to = std::exchange(model.settings.open_session, "");
    if (model.options.open_case.empty()) impl_->controller.return_to_desk();
    else impl_->controller.open_argument();
    impl_->controller.note_open_session();
}

Workspace::~Workspace() {
    flush();
}

void Workspace::apply(const Action& action) {
    impl_->controller.carry_out_action(action);
    impl_->controller.note_open_session();
    ++impl_->revision;
}

void Workspace::came_back() {
    impl_->controller.author().came_back();
}

bool Workspace::tick() {
    Impl& self = *impl_;
    Model& model = self.model;
    bool changed = model.tasks.deliver() > 0;
    if (self.controller.author().tick()) changed = true;
    if (model.opening.deliver()) {
        self.controller.note_open_session();
        changed = true;
    }
    if (self.controller.rooms().tick()) changed = true;
    if (model.session && model.session->tick()) changed = true;
    const auto passed = [&](const ToastState& toast) { return !toast.stays && model.now() >= toast.since + kToastTime; };
    if (std::erase_if(model.toasts, passed) > 0) changed = true;
    if (model.session) {
        const SaveState now = model.session->save_state();
        changed = changed || now != self.save_seen;
        self.save_seen = now;
        if (now == SaveState::Failed && !model.told_not_saved) {
            model.told_not_saved = true;
            self.controller.tell_error(model.session->save_error(), true);
        }
    }
    if (model.library.revision() != self.library_seen) {
        self.library_seen = model.library.revision();
        changed = true;
    }
    if (self.was_scanning && !model.library.scanning()) {
        self.controller.library_read();
        self.controller.note_open_session();
    }
    self.was_scanning = model.library.scanning();
    const bool settled = !model.session || !model.session->writing();
    if (model.record_changed && settled) {
        self.controller.reload_record();
        changed = true;
    }
    if (changed) ++self.revision;
    return changed;
}

std::optional<base::Time> Workspace::next_deadline() const {
    const Model& model = impl_->model;
    std::optional<base::Time> due = model.session ? model.session->deadline() : std::nullopt;
    if (const auto author = impl_->controller.author().deadline()) due = std::min(due.value_or(*author), *author);
    if (const auto room = impl_->controller.rooms().deadline()) due = std::min(due.value_or(*room), *room);
    for (const ToastState& toast : model.toasts)
        if (!toast.stays) due = std::min(due.value_or(toast.since + kToastTime), toast.since + kToastTime);
    return due;
}

const FrameView& Workspace::frame() {
    if (impl_->built != impl_->revision) impl_->build();
    return impl_->frame;
}

void Workspace::Impl::build() {
    built = revision;
    home.reset();
    desk.reset();
    debrief.reset();
    records.reset();
    settings.reset();
    author.reset();
    room.reset();
    lesson.reset();
    readiness.reset();
    start.reset();
    search.reset();
    if (model.screen == Screen::Desk && (!model.session || model.session->state().over())) model.screen = Screen::Home;
    if (model.screen == Screen::Debrief && !model.session) model.screen = Screen::Home;
    if (model.screen == Screen::Lesson && !model.lesson) model.screen = Screen::Home;
    if (model.screen == Screen::Readiness && model.readiness.find(model.readiness.policy) == nullptr) model.screen = Screen::Home;
    switch (model.screen) {
    case Screen::Home:
        home = present_home(model);
        break;
    case Screen::Desk:
        desk = present_desk(model);
        break;
    case Screen::Debrief:
        debrief = present_debrief(model);
        break;
    case Screen::Records:
        records = present_records(model);
        break;
    case Screen::Settings:
    case Screen::Profile:
        settings = present_settings(model);
        break;
    case Screen::Author:
        author = present_author(model);
        break;
    case Screen::Workshop:
        room = present_room(model);
        break;
    case Screen::Lesson:
        lesson = present_lesson(model);
        break;
    case Screen::Readiness:
        readiness = present_readiness(model);
        break;
    }
    if (model.start_open) start = present_start(model);
    if (model.search) search = present_search(model);
    dialog = present_dialog(model);
    folders = present_folders(model);
    fill_frame();
}

/// Points the frame to the views that were made.
void Workspace::Impl::fill_frame() {
    const auto pointer = [](const auto& view) { return view ? &*view : nullptr; };
    frame = {};
    frame.screen = model.screen;
    frame.lang = model.lang();
    frame.theme = model.settings.theme;
    frame.text_size = model.settings.text_size;
    frame.window_title = model.screen == Screen::Desk || model.screen == Screen::Debrief
                             ? model.session->scenario().title.in(model.lang()) + " – Timbang"
                             : "Timbang";
    if (model.screen != Screen::Desk) frame.rail = present_rail(model);
    frame.home = pointer(home);
    frame.desk = pointer(desk);
    frame.debrief = pointer(debrief);
    frame.records = pointer(records);
    frame.settings = pointer(settings);
    frame.author = pointer(author);
    frame.room = pointer(room);
    frame.lesson = pointer(lesson);
    frame.readiness = pointer(readiness);
    frame.start = pointer(start);
    frame.dialog = pointer(dialog);
    frame.folders = pointer(folders);
    frame.search = pointer(search);
    frame.toasts = present_toasts(model);
    frame.revision = revision;
}

void Workspace::flush() {
    Model& model = impl_->model;
    if (model.session) model.session->hand_over();
    impl_->controller.author().flush();
    impl_->controller.rooms().flush();
    if (model.ports.record) model.ports.record->flush();
    impl_->controller.forget_open_session();
    if (model.tasks.deliver() > 0) ++impl_->revision;
}

bool Workspace::busy() const {
    const Model& model = impl_->model;
    return model.tasks.busy() || model.opening.busy() || impl_->controller.author().busy() ||
           impl_->controller.rooms().busy() || (model.session && model.session->writing());
}

base::Result<std::string> Workspace::read_case_file(const std::string& path, std::size_t limit) {
    return impl_->model.library.read_file(path, limit);
}

const Settings& Workspace::settings() const {
    return impl_->model.settings;
}
const base::Catalogue& Workspace::catalogue() const {
    return impl_->model.catalogue;
}

} // namespace timbang::app
