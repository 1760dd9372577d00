#include "room/gate.h"

#include <algorithm>

namespace timbang::room {
namespace {

constexpr std::int64_t kForgetMs = 10'000;
constexpr int kMostDoublings = 4; ///< sixteen times the pause

} // namespace

void Gate::forget(std::int64_t now) {
    if (wrong_ == 0) {
        forgot_ = now;
        return;
    }
    const std::int64_t steps = std::clamp<std::int64_t>((now - forgot_) / kForgetMs, 0, wrong_);
    wrong_ -= static_cast<int>(steps);
    forgot_ += steps * kForgetMs;
}

bool Gate::open(std::int64_t now) {
    forget(now);
    return wrong_ < tries_ || now >= next_;
}

bool Gate::fits(std::string_view code, std::int64_t now) {
    forget(now);
    const bool fits = code == code_;
    if (!fits) wrong_ = std::min(wrong_ + 1, tries_ + kMostDoublings + 1);
    if (wrong_ >= tries_) next_ = now + (pause_ms_ << std::min(wrong_ - tries_, kMostDoublings));
    return fits;
}

} // namespace timbang::room
