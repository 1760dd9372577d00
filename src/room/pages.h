#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "room/desk.h"

namespace timbang::room {

/// The pages of the public case as they go out, made once for each version of the case. What is not revealed is not
/// among them, so asking for it is the same as asking for what was never there.
class Pages {
public:
    struct Sheet {
        std::string hash;                          ///< changes when the page does
        std::shared_ptr<const std::string> answer; ///< {"hash":…,"page":…}
        bool picture = false;
    };

    /// Takes over the case of the view where its version is another one.
    void follow(const RoomView& view);
    /// Null where there is none. `number` from 1.
    [[nodiscard]] const Sheet* find(std::string_view evidence, int number) const;

private:
    std::uint64_t version_ = 0;
    std::shared_ptr<const domain::PublicScenario> scenario_;
    std::map<std::pair<std::string, int>, Sheet, std::less<>> sheets_;
};

} // namespace timbang::room
