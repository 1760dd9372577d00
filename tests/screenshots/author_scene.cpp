#include "screenshots/author_scene.h"

#include <filesystem>

#include "base/files.h"

namespace timbang::screenshots {
namespace {

namespace action = app::action;

constexpr const char* kIndicator = "indicators/KS-O1.yaml";

/// The text mode at the passage of the first problem, a score tried, the players run.
void write_text(const std::string& folder, app::Workspace& workspace, const std::function<void()>& settle) {
    workspace.apply(action::SetAuthorMode{false});
    workspace.apply(action::OpenFile{"scenario.yaml"});
    workspace.apply(action::OpenFile{kIndicator});
    const auto text = base::read_file(folder + "/" + kIndicator);
    if (!text) return;
    const std::size_t quote = text->find("quote: \"6.729\"", text->find("problems:"));
    workspace.apply(action::GoToLine{24});
    workspace.apply(action::MoveCaret{kIndicator, static_cast<std::uint32_t>(quote), static_cast<std::uint32_t>(quote)});
    settle();
    workspace.apply(action::TryScore{6});
    workspace.apply(action::RunPlayers{});
    settle();
}

} // namespace

bool is_author_scene(const std::string& name) {
    return name.rfind("author", 0) == 0;
}

bool copy_case(const std::string& from, const std::string& to) {
    std::error_code failed;
    std::filesystem::create_directories(std::filesystem::path(to).parent_path(), failed);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive, failed);
    return !failed;
}

void play_author_scene(const std::string& name, const std::string& folder, app::Workspace& workspace,
                       const std::function<void()>& settle) {
    workspace.apply(action::Navigate{app::Screen::Author});
    settle();
    if (name == "author-cases") return;
    workspace.apply(action::OpenOwnCase{folder});
    settle();
    if (name == "author" || name == "author-find") {
        write_text(folder, workspace, settle);
        if (name == "author-find") {
            workspace.apply(action::OpenSourceFind{true, "score"});
            workspace.apply(action::TypeSourceFind{"score"});
        }
    } else {
        workspace.apply(action::SetAuthorMode{true});
        workspace.apply(action::SelectFormIndicator{"KS-O1"});
        settle();
        workspace.apply(action::ShowDraftPage{"persalinan", 2});
        if (name == "author-steps") workspace.apply(action::SelectFormSection{1});
    }
    settle();
}

} // namespace timbang::screenshots
