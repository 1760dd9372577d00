#include "screenshots/package_scene.h"

#include "app/rescore.h"
#include "base/files.h"
#include "base/ids.h"
#include "content/library.h"
#include "content/package.h"
#include "screenshots/author_scene.h"
#include "store/writer.h"

namespace timbang::screenshots {

namespace {

namespace action = app::action;

constexpr const char* kPassphrase = "tiga kata biasa";

std::string package_in(const std::string& own) { return own + "/kasus.timbang"; }

bool write_package(const std::string& from, const std::string& own, bool sealed) {
    content::FolderSource source(from);
    auto files = content::files_to_pack(source);
    if (!files || !base::make_folders(own)) return false;
    const content::PackageFacts facts{base::file_name(from), "1.0", "timbang 0.1.0", sealed};
    if (sealed) files = content::seal_files(*files, facts, {kPassphrase, {}});
    if (!files) return false;
    const auto bytes = content::make_package(*files, facts, {{"Sri Wahyuni", base::make_signing_key()}});
    return bytes && base::write_file_atomically(package_in(own), *bytes).ok();
}

} // namespace

bool is_package_scene(const std::string& name) {
    return name.rfind("sealed", 0) == 0 || name == "signed" || name.rfind("package-", 0) == 0;
}

bool is_again_scene(const std::string& name) { return name == "records-again" || name == "debrief-again"; }

bool prepare_package_scene(const std::string& name, const std::string& from, const std::string& own) {
    if (name == "package-make") return copy_case(from, own + "/kasus");
    return write_package(from, own, name.rfind("sealed", 0) == 0);
}

bool compare_kept_again(const std::string& case_folder, const std::string& data_folder, base::Time now) {
    const std::string changed = data_folder + "/changed/" + base::file_name(case_folder);
    if (!copy_case(case_folder, changed)) return false;
    const std::string file = changed + "/indicators/KS-O1.yaml";
    auto text = base::read_file(file);
    if (!text) return false;
    const std::size_t at = text->find("score: 8");
    if (at == std::string::npos || !base::write_file_atomically(file, text->replace(at, 8, "score: 10"))) return false;
    content::CheckContext context;
    context.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    const auto scenario = content::load_scenario(changed, context).scenario;
    store::WriterOptions options;
    options.path = base::join_path(data_folder, "records.db");
    options.recovery_folder = base::join_path(data_folder, "recovery");
    auto writer = store::Writer::open(options);
    auto reader = store::Reader::open(options.path);
    if (!scenario || !writer || !reader) return false;
    const auto rows = reader->sessions();
    app::RescoreCount count;
    const app::RescorePorts ports{[&](const std::string& session) { return reader->events(session); },
                                  [&](const std::string& session, std::vector<store::StoredEvent> events) {
                                      (*writer)->append(session, std::move(events), {});
                                      (*writer)->flush();
                                      return base::Status();
                                  },
                                  [now] { return now; }, base::secure_random};
    return rows && app::rescore(ports, scenario, *rows, "acuan diperbaiki, " + scenario->id + " 1.1", count).ok();
}

void play_package_scene(const std::string& name, const std::string& own, app::Workspace& workspace,
                        const std::function<void()>& settle) {
    const auto does = [&](const app::Action& wanted) {
        workspace.apply(wanted);
        settle();
    };
    if (name.rfind("sealed", 0) == 0 || name == "signed") {
        if (name == "sealed-library") return;
        does(action::StartCase{package_in(own)});
        if (name == "signed") return does(action::KeepSigner{0});
        does(action::TypeDialog{0, "tiga kata lain"});
        if (name == "sealed-problem") does(action::OpenPackage{});
        return;
    }
    does(action::Navigate{app::Screen::Author});
    if (name == "package-unpack") return does(action::OpenOwnCase{package_in(own)});
    does(action::OpenOwnCase{own + "/kasus"});
    does(action::MakePackage{});
    does(action::ToggleSign{});
    does(action::ToggleSeal{});
    does(action::TypeDialog{1, kPassphrase});
}

} // namespace timbang::screenshots
