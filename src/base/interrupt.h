#pragma once

#include <memory>

namespace timbang::base {

/// While it lives, Ctrl-C (SIGINT) and a request to end (SIGTERM) do not end the program: long work asks `asked` and ends by
/// itself, with what it has. For work on the main thread; made before any other thread starts.
class Interrupt {
public:
    Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();

    /// Whether somebody asked to end since it was made. Stays true.
    [[nodiscard]] bool asked();

private:
    struct Signals;
    std::unique_ptr<Signals> signals_;
    bool asked_ = false;
};

} // namespace timbang::base
