#include "screenshots/check_scene.h"

#include <algorithm>

#include "content/policies.h"

namespace timbang::screenshots {

namespace {

using app::Action;
namespace action = app::action;

constexpr const char* kPassphrase = "timbang-latihan-2026"; // of practice, printed in the facilitator's guide
constexpr int kDrawn = 20;

/// The tasks of the bundled pool by the title of their evidence: the desk does not tell them apart otherwise.
class Key {
public:
    Key() {
        content::CheckContext context;
        context.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
        context.openers.passphrase = kPassphrase;
        const auto loaded = content::load_policy(TIMBANG_SOURCE_DIR "/scenarios/policies/ready-to-verify.yaml", context);
        if (auto opened = content::open_pool(loaded, context)) pool_ = opened->scenario;
    }
    /// The task that this page belongs to, or null.
    [[nodiscard]] const domain::Task* of(const domain::Page* page) const {
        if (pool_ == nullptr || page == nullptr) return nullptr;
        for (const domain::Task& task : pool_->tasks)
            for (const domain::EvidenceIx one : task.evidence)
                for (const domain::EvidencePage& other : pool_->evidence[static_cast<std::size_t>(one)].pages)
                    if (other.page.text == page->text) return &task;
        return nullptr;
    }

private:
    std::shared_ptr<const domain::Scenario> pool_;
};

class Player {
public:
    Player(app::Workspace& workspace, const std::function<void()>& settle) : workspace_(workspace), settle_(settle) {}

    void does(const Action& wanted) {
        workspace_.apply(wanted);
        settle_();
    }
    void open_pool() {
        does(action::OpenPool{});
        does(action::TypeDialog{0, kPassphrase});
        does(action::OpenPool{});
    }
    /// As the reference says, or so many points from it and without the problems.
    void decide(int count, int off) {
        for (int i = 0; i < count && workspace_.frame().desk != nullptr; ++i) {
            const app::DeskView& desk = *workspace_.frame().desk;
            const domain::Task* task = key_.of(desk.left.content);
            if (task == nullptr || !desk.form) return;
            if (off == 0) mark(*task, desk.left.evidence);
            for (const app::CheckRow& row : std::vector<app::CheckRow>(workspace_.frame().desk->form->checklist)) does(row.cells[0].action);
            does(action::SetVerdict{task->reference.verdict});
            if (task->reference.score) does(action::SetScore{std::clamp(*task->reference.score + off, 0, 10)});
            does(action::SetSureness{3});
            does(action::Submit{});
        }
    }

private:
    /// The evidence of a task keeps its order in what is drawn.
    void mark(const domain::Task& task, domain::EvidenceIx shown) {
        for (const domain::Problem& one : task.problems) {
            const auto place = std::find(task.evidence.begin(), task.evidence.end(), one.where.evidence) - task.evidence.begin();
            does(action::OpenPage{app::Pane::Left, shown + static_cast<domain::EvidenceIx>(place), one.where.page});
            does(action::Mark{app::Pane::Left, one.where.ranges.front(), one.where.area, one.type});
        }
    }

    app::Workspace& workspace_;
    const std::function<void()>& settle_;
    Key key_;
};

} // namespace

bool is_check_scene(const std::string& name) { return name.rfind("check", 0) == 0 || name == "records-ready"; }

void play_check_scene(const std::string& name, app::Workspace& workspace, const std::function<void()>& settle) {
    Player player(workspace, settle);
    player.does(action::OpenReadiness{""});
    if (name == "check") return;
    if (name == "check-pool") {
        player.does(action::OpenPool{});
        return player.does(action::TypeDialog{0, "kata lain"});
    }
    player.open_pool();
    if (name == "check-opened") return;
    player.does(action::StartReadiness{});
    if (name == "check-desk") return player.decide(kDrawn * 2 / 3, 0);
    player.decide(kDrawn, name == "check-not-yet" ? 2 : 0);
    player.does(action::SelectRow{0});
    player.does(action::FinishReadiness{});
    if (name == "check-finish") return;
    player.does(action::FinishReadiness{});
    if (name == "records-ready") player.does(action::Navigate{app::Screen::Records});
}

} // namespace timbang::screenshots
