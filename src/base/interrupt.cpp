#include "base/interrupt.h"

#include <csignal>
#include <ctime>

#include <pthread.h>
#include <signal.h>

namespace timbang::base {

// The signals are blocked and looked at where they wait, so that no handler with a variable of its own is needed.
struct Interrupt::Signals {
    sigset_t watched{}, before{};
};

Interrupt::Interrupt() : signals_(std::make_unique<Signals>()) {
    sigemptyset(&signals_->watched);
    sigaddset(&signals_->watched, SIGINT);
    sigaddset(&signals_->watched, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_->watched, &signals_->before);
}

bool Interrupt::asked() {
    if (asked_) return true;
    const timespec now{0, 0};
    asked_ = sigtimedwait(&signals_->watched, nullptr, &now) > 0;
    return asked_;
}

Interrupt::~Interrupt() {
    // What still waits is taken, also a second Ctrl-C, so that it does not end the program afterwards.
    const timespec now{0, 0};
    while (sigtimedwait(&signals_->watched, nullptr, &now) > 0) {}
    pthread_sigmask(SIG_SETMASK, &signals_->before, nullptr);
}

} // namespace timbang::base
