#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/actions.h"
#include "app/ports.h"
#include "app/view/frame.h"
#include "base/catalogue.h"
#include "base/seal.h"

namespace timbang::app {

struct WorkspaceOptions {
    Settings settings;
    /// Folders of cases that come with the program.
    std::vector<std::string> case_folders;
    std::vector<std::string> framework_folders;
    std::vector<std::string> lesson_folders;
    std::vector<std::string> font_folders; ///< of reports
    std::string record_folder;             ///< shown in Settings
    std::string template_folder;           ///< of new cases; "" none can be begun
    std::string draft_folder;              ///< of recovery copies of cases that are written; "" none are kept
    std::string workshop_folder;           ///< of planned workshops; "" they are not kept
    std::string room_bind = "0.0.0.0";     ///< rooms listen here, unless the workshop says another address,
    std::uint16_t room_port = 8080;        ///< at this port; at any where it is taken, or 0
    std::vector<std::string> room_names;   ///< further names of this computer that pages may call it by
    std::string home_folder;               ///< where choosing a folder begins; "" at the root
    std::vector<std::string> media_folders;///< where drives are mounted, offered when a folder is chosen
    std::string program_version;
    /// A case to open at once: the argument of the command line; "" none.
    std::string open_case;
    base::SealOpeners openers;             ///< tried on sealed cases before a passphrase is asked for
    std::string keys_folder;               ///< of the own signing key and the known authors; "" none
    /// What went wrong before the window opened (the record could not be opened …): shown and kept on screen.
    std::vector<base::Error> troubles;
};

/// The whole state of the window but what only drawing knows (scroll, zoom, focus, open menus). Lives on one thread; work on
/// others comes back in `tick`.
///
/// A loop: `tick()`; draw `frame()` and gather actions; `apply` each of them; if `frame().revision` changed draw again, else
/// wait for input, for `wake`, or until `next_deadline()`.
class Workspace {
public:
    Workspace(base::Catalogue catalogue, Ports ports, WorkspaceOptions options);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    void apply(const Action& action);
    /// Takes in what background work delivered, hands drafts over that are due. Says whether anything to see changed.
    bool tick();
    /// The window got the focus again: what other programs may have changed meanwhile is looked at.
    void came_back();
    /// When `tick` has something to do although nothing happens; nothing: wait for input.
    [[nodiscard]] std::optional<base::Time> next_deadline() const;
    /// What stands in the window. Built anew only after a change; the reference is good until the next `apply` or `tick`.
    [[nodiscard]] const FrameView& frame();
    /// Hands over what is typed and waits until it is durable; for closing the window.
    void flush();
    /// Whether background work is still going on; for tests.
    [[nodiscard]] bool busy() const;
    /// A file of a case by its path with the case's own in front, also of a sealed one that is open: the pictures. Codes of
    /// `base::read_file`, and of opening packages.
    [[nodiscard]] base::Result<std::string> read_case_file(const std::string& path, std::size_t limit);
    [[nodiscard]] const Settings& settings() const;
    [[nodiscard]] const base::Catalogue& catalogue() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace timbang::app
