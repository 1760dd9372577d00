#include <algorithm>
#include <utility>

#include "app/author.h"
#include "app/author_form.h"
#include "app/controller.h"
#include "app/folder_chooser.h"
#include "app/present/author_parts.h"
#include "base/files.h"
#include "base/hash.h"
#include "content/new_case.h"
#include "content/package.h"

namespace timbang::app {
namespace {

constexpr const char* kCaseFile = "scenario.yaml";
constexpr const char* kEnding = ".draft";
constexpr int kMostCopies = 20;

/// Copies of the same case stand beside each other: "<hash>-0.draft", "<hash>-1.draft".
std::string copy_path(const std::string& drafts, const std::string& folder, int number) {
    return base::join_path(drafts, base::sha256(folder).substr(0, 20) + "-" + std::to_string(number) + kEnding);
}

struct CopiesOf {
    std::vector<KeptAside> found;
    std::string free; ///< where a new one can be written
};
CopiesOf read_copies(const std::string& drafts, const std::string& folder) {
    CopiesOf copies;
    if (drafts.empty()) return copies;
    for (int i = 0; i < kMostCopies; ++i) {
        const std::string path = copy_path(drafts, folder, i);
        const auto bytes = base::read_file(path);
        if (!bytes) {
            if (copies.free.empty() && base::file_kind(path) == base::FileKind::Missing) copies.free = path;
            continue;
        }
        auto recovery = content::read_recovery(*bytes, path);
        if (recovery && recovery->folder == folder) copies.found.push_back({path, std::move(recovery).value()});
    }
    return copies;
}

/// A copy of what lies in the folder by now, saved elsewhere or before the copy could be taken away: nothing is unsaved.
bool lies_there(const content::Recovery& copy) {
    if (base::file_kind(copy.folder) != base::FileKind::Folder) return false;
    const auto folder = content::folder_on_disk(copy.folder);
    return std::all_of(copy.files.begin(), copy.files.end(), [&](const content::Recovery::File& file) {
        const auto bytes = folder->read(file.path);
        return bytes ? file.text && *bytes == *file.text : !file.text && bytes.error().code == "file-not-found";
    });
}

/// The folder of the case itself, whatever the path names of it.
std::string case_of(std::string folder) {
    while (folder.size() > 1 && folder.back() == '/')
        folder.pop_back();
    if (base::file_name(folder) == kCaseFile) return base::parent_path(folder);
    return folder;
}

} // namespace

std::string AuthorController::own_folder() const {
    return author_own_folder(model_);
}

void AuthorController::find_kept_aside() {
    if (model_.options.draft_folder.empty()) return;
    model_.case_work.start([this, drafts = model_.options.draft_folder](Tasks::Context& task) {
        std::set<std::string> folders;
        for (const std::string& name : base::list_folder(drafts)) {
            const std::string path = base::join_path(drafts, name);
            if (!name.ends_with(kEnding)) continue;
            const auto bytes = base::read_file(path);
            if (!bytes) continue;
            const auto recovery = content::read_recovery(*bytes, path);
            if (recovery && !lies_there(*recovery)) folders.insert(recovery->folder);
        }
        task.deliver([this, folders = std::move(folders)] { model_.author.kept_aside = folders; });
    });
}

void AuthorController::operator()(const action::OpenOwnCase& a) {
    open_folder(case_of(a.folder));
}

void AuthorController::operator()(const action::AskOpenCase&) {
    const std::string own = own_folder();
    model_.author.choosing = true;
    model_.folder_chooser = app::open_folder(nearest_folder(own.empty() ? model_.options.home_folder : own));
}

void AuthorController::open_folder(const std::string& folder) {
    AuthorState& author = model_.author;
    author.prompt.reset();
    if (author.open != nullptr && author.open->folder == folder) return;
    if (content::is_package(folder)) return ask_unpack(folder);
    let_go();
    author.opening = folder;
    const std::uint64_t opening = ++author.openings;
    model_.case_work.start([this, folder, opening, drafts = model_.options.draft_folder](Tasks::Context& task) {
        auto disk = std::make_shared<base::Result<content::DiskState>>(content::read_disk(*content::folder_on_disk(folder)));
        auto copies = std::make_shared<CopiesOf>(read_copies(drafts, folder));
        std::erase_if(copies->found, [](const KeptAside& copy) {
            if (!lies_there(copy.recovery)) return false;
            return content::folder_on_disk(base::parent_path(copy.path))->remove(base::file_name(copy.path)).ok();
        });
        task.deliver([this, folder, opening, disk, copies] {
            if (model_.author.openings != opening) return;
            model_.author.opening.clear();
            if (!*disk) return tell_error(disk->error());
            const bool a_case = std::any_of((*disk)->begin(), (*disk)->end(),
                                            [](const content::DiskFile& file) { return file.path == kCaseFile; });
            if (!a_case && copies->found.empty())
                return tell("editor.no-case", {{"path", folder}}, Tint::Reject);
            opened(folder, **disk, std::move(copies->found), std::move(copies->free));
        });
    });
}

void AuthorController::opened(const std::string& folder, const content::DiskState& disk, std::vector<KeptAside> found,
                              std::string recovery_path) {
    auto open = std::make_unique<OpenDraft>();
    open->folder = folder;
    open->files = content::folder_on_disk(folder);
    open->draft = content::Draft(disk);
    open->disk = disk;
    open->opened = model_.author.openings;
    open->found = std::move(found);
    open->recovery_path = std::move(recovery_path);
    open->recovery_version = open->draft.version();
    open->looked_at = model_.now();
    open->preview.lang = open->form_state.lang = model_.lang();
    model_.author.open = std::move(open);
    model_.author.prompt.reset();
    model_.screen = Screen::Author;
    show_file(kCaseFile);
    this->open().check_wanted = true;
}

/// Leaves the open case: what is not saved is kept aside, and the work that goes on for it ends.
void AuthorController::let_go() {
    AuthorState& author = model_.author;
    if (author.open == nullptr) return;
    keep_aside_now();
    author.check.stop();
    author.players.stop();
    open().players.shared->stop = true;
    author.open.reset();
}

void AuthorController::operator()(const action::CloseCase&) {
    let_go();
    model_.author.prompt.reset();
    ++model_.author.openings;
    find_kept_aside();
    model_.library.scan();
}

void AuthorController::operator()(const action::AskNewCase&) {
    AuthorPromptState prompt;
    prompt.kind = AuthorPromptKind::NewCase;
    prompt.paths = content::template_names(model_.options.template_folder);
    const auto small = std::find(prompt.paths.begin(), prompt.paths.end(), "small");
    if (small != prompt.paths.end()) prompt.option = static_cast<int>(small - prompt.paths.begin());
    model_.author.prompt = std::move(prompt);
}

void AuthorController::operator()(const action::AskCopyCase& a) {
    AuthorPromptState prompt;
    prompt.kind = AuthorPromptKind::CopyCase;
    prompt.subject = case_of(a.folder);
    const std::string own = own_folder(), name = base::file_name(prompt.subject);
    prompt.text = name;
    for (int i = 2; !own.empty() && base::file_kind(base::join_path(own, prompt.text)) != base::FileKind::Missing; ++i)
        prompt.text = name + "-" + std::to_string(i);
    model_.author.prompt = std::move(prompt);
}

namespace {

/// Names of folders are ids of cases: small letters, digits, hyphens.
bool good_name(const std::string& name) {
    return !name.empty() && name.size() <= 60 && name.front() != '-' && name.back() != '-' &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

} // namespace

bool AuthorController::begin_copy(const std::string& from, const std::string& name) {
    AuthorPromptState& prompt = *model_.author.prompt;
    const auto say = [&](const char* key) { return model_.catalogue.text(model_.lang(), key); };
    const std::string own = own_folder();
    if (own.empty()) return prompt.problem = say("editor.no-own-folder"), false;
    if (!good_name(name)) return prompt.problem = say("editor.bad-name"), false;
    const std::string to = base::join_path(own, name);
    if (base::file_kind(to) != base::FileKind::Missing) return prompt.problem = say("editor.name-taken"), false;
    model_.case_work.start([this, from, to, name, own](Tasks::Context& task) {
        const base::Status copied = content::copy_case(from, to, name);
        task.deliver([this, copied, to, own] { begun(copied, to, own); });
    });
    return true;
}

bool AuthorController::begin_new(const std::string& title, int option) {
    AuthorPromptState& prompt = *model_.author.prompt;
    const auto say = [&](const char* key) { return model_.catalogue.text(model_.lang(), key); };
    const std::string own = own_folder(), id = content::id_from_name(title);
    if (own.empty()) return prompt.problem = say("editor.no-own-folder"), false;
    if (id.empty()) return prompt.problem = say("editor.name-first"), false;
    if (option < 0 || option >= static_cast<int>(prompt.paths.size())) return false;
    const std::string to = base::join_path(own, id);
    if (base::file_kind(to) != base::FileKind::Missing) return prompt.problem = say("editor.name-taken"), false;
    model_.case_work.start([this, to, id, title, own, name = prompt.paths[static_cast<std::size_t>(option)],
                            templates = model_.options.template_folder](Tasks::Context& task) {
        const auto files = content::files_of_template(templates, name, id, title);
        base::Status done = files ? base::make_folders(own) : base::Status(files.error());
        if (done) done = content::write_new_case(*files, to);
        task.deliver([this, done, to, own] { begun(done, to, own); });
    });
    return true;
}

/// A case was made in the folder of own cases: the library learns of it, and it opens.
void AuthorController::begun(const base::Status& done, const std::string& folder, const std::string& own) {
    if (!done) return tell_error(done.error());
    if (model_.settings.case_folder.empty()) window_(action::SetCaseFolder{own});
    model_.library.scan();
    // Who has gone on to something else meanwhile finds the case in the list.
    if (model_.screen == Screen::Author && model_.author.open == nullptr) open_folder(folder);
}

} // namespace timbang::app
