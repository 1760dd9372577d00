#include <utility>

#include "app/author.h"
#include "app/controller.h"

namespace timbang::app {

/// A session that is never recorded; what was on the desk waits until it ends.
void Controller::try_draft(std::shared_ptr<const domain::Scenario> scenario, const std::string& folder, domain::Mode mode,
                           const std::vector<domain::Command>& commands, domain::IndicatorIx task) {
    if (model_.session) model_.session->hand_over();
    if (!model_.trying) {
        model_.waiting_session = std::move(model_.session);
        model_.waiting_desk = std::exchange(model_.desk, {});
    }
    model_.trying = true;
    SoloSession::Begin how;
    how.scenario = std::move(scenario);
    how.folder = folder;
    how.mode = mode;
    how.seed = model_.ports.random();
    how.program_version = model_.options.program_version;
    model_.session = std::make_unique<SoloSession>(model_.ports, model_.tasks, std::move(how));
    for (const domain::Command& command : commands)
        if (model_.session->carry_out(command)) break; // the rules refuse: the try begins where it has come to
    model_.desk = {};
    model_.desk.model_lang = model_.lang();
    model_.screen = Screen::Desk;
    model_.search.reset();
    enter_step();
    if (task >= 0 && model_.session->state().step >= 0 &&
        domain::listed(model_.session->scenario(), model_.session->state(), task))
        (*this)(action::SelectIndicator{task});
}

/// Back to the editor, at the same place.
void Controller::end_try() {
    if (!model_.trying) return;
    model_.trying = false;
    model_.session = std::move(model_.waiting_session);
    model_.desk = std::exchange(model_.waiting_desk, {});
    model_.debrief = {};
    model_.screen = Screen::Author;
    author_.enter();
}

} // namespace timbang::app
