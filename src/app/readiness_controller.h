#pragma once

#include <string>

#include "app/actions.h"
#include "base/result.h"
#include "content/policies.h"

namespace timbang::app {

class Controller;
struct Model;

/// Carries out the actions of the readiness check on the state of the window (`Model::readiness`). While a check is under way its
/// session stands on the desk (`Model::session`); it ends here and never as a case does, so that nothing of its key is shown.
class ReadinessController {
public:
    ReadinessController(Model& model, Controller& window) : model_(model), window_(window) {}
    ReadinessController(const ReadinessController&) = delete;
    ReadinessController& operator=(const ReadinessController&) = delete;

    /// False: it is no action of the readiness check.
    bool carry_out_action(const Action& asked);

    void operator()(const action::OpenReadiness& a);
    /// Asks for the passphrase; in its dialog: tries it in the background.
    void operator()(const action::OpenPool&);
    /// Begins a try, or goes on with the open one.
    void operator()(const action::StartReadiness&);
    void operator()(const action::PauseReadiness&);
    /// Asks; in its dialog: ends the check.
    void operator()(const action::FinishReadiness&);
    /// Asks; in its dialog: puts the open try away.
    void operator()(const action::PutAwayReadiness&);

    /// Reads the policies in the background.
    void read_policies();
    /// The tries of the person at work, after their sessions were read.
    void reload();
    /// Another person sits down, or this one is forgotten: what was under way is put aside. Pools stay open.
    void leave_person();
    /// Nothing of what was typed stays; what the background still finds is dropped.
    void close_dialog();
    void type(const std::string& passphrase);
    /// To the screen of the check that this session is. False: it is none.
    bool open_session(const std::string& session);

private:
    void ask_pool();
    void try_passphrase();
    void opened(const std::string& policy, base::Result<content::Pool> pool);
    void go_on(const std::string& session);
    void to_desk();
    void finish();
    void put_away();

    Model& model_;
    Controller& window_;
};

} // namespace timbang::app
