#include <csignal>
#include <spawn.h>
#include <sys/wait.h>

#include "platform/folders.h"

extern char** environ;

namespace timbang::platform {

void show_folder(const std::string& folder) {
    // The file manager outlives us: nobody waits for it, and the kernel takes its end away.
    std::signal(SIGCHLD, SIG_IGN);
    std::string program = "xdg-open", argument = folder;
    char* arguments[] = {program.data(), argument.data(), nullptr};
    pid_t child = 0;
    (void)posix_spawnp(&child, "xdg-open", nullptr, nullptr, arguments, environ);
}

} // namespace timbang::platform
