#include "app/author.h"
#include "app/draft_source.h"

namespace timbang::app {

void AuthorController::operator()(const action::RunPlayers&) {
    if (!open().players.running) start_players();
}

void AuthorController::start_players() {
    OpenDraft& o = open();
    o.draft.end_typing();
    AuthorPlayersState& players = o.players;
    players.running = true;
    players.listed = false;
    players.failed.clear();
    players.started = model_.now();
    players.shared = std::make_shared<AuthorPlayersState::Shared>();
    model_.author.players = model_.long_work.start([this, texts = o.draft.snapshot(), folder = o.folder, opened = o.opened,
                                                    context = draft_context(model_),
                                                    shared = players.shared](Tasks::Context& task) mutable {
        context.has_glyph = nullptr; // asked from the thread of the checks only
        const content::LoadedScenario read = content::load_scenario(draft_case(*texts, folder), context);
        std::shared_ptr<const content::Exploration> result;
        if (read.scenario != nullptr) {
            content::ExploreWatch watch;
            watch.stop = &shared->stop;
            watch.progress = [&](const content::ExploreProgress& progress) {
                if (task.stopped()) shared->stop = true;
                shared->phase = static_cast<int>(progress.phase);
                shared->done = progress.done;
                shared->total = progress.total;
            };
            result = std::make_shared<content::Exploration>(content::explore(*read.scenario, {}, watch));
        }
        task.deliver([this, scenario = read.scenario, result, opened, version = texts->version] {
            if (!still(opened)) return;
            AuthorPlayersState& done = open().players;
            done.running = false;
            done.milliseconds = (model_.now() - done.started).count();
            if (result == nullptr) {
                done.failed = "editor.players-unreadable";
                return;
            }
            done.scenario = scenario;
            done.result = result;
            done.version = version;
        });
    });
}

void AuthorController::operator()(const action::StopPlayers&) {
    open().players.shared->stop = true;
}

void AuthorController::operator()(const action::ListPlayersNotes&) {
    open().players.listed = !open().players.listed;
}

} // namespace timbang::app
