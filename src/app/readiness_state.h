#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/actions.h"
#include "app/readiness.h"

namespace timbang::app {

/// What is asked of a readiness check: the passphrase of its pool, and yes or no before it ends.
struct ReadinessDialog {
    enum class Ask : std::uint8_t { Pool, Finish, PutAway };
    Ask ask = Ask::Pool;
    std::string passphrase;              ///< never kept
    bool working = false;                ///< the passphrase is being tried
    std::optional<base::Error> problem;
};

/// Readiness checks in the window: of the person at work, but for the pools.
struct ReadinessState {
    std::vector<content::LoadedPolicy> policies; ///< those that read well, by id; read in the background
    std::vector<insight::ReadinessTry> tries;    ///< of the person at work, as of the last reading of the record
    std::string policy;                          ///< id of the one on the screen
    Screen back = Screen::Records;               ///< where its back arrow leads
    std::map<std::string, OpenedPool> pools;     ///< by the policy's id; open until the program ends
    std::unique_ptr<ReadinessCheck> check;       ///< under way, paused, or just ended
    std::optional<ReadinessDialog> dialog;
    std::uint64_t asked = 0;                     ///< tells one passphrase that is tried from another

    /// Null where it is not known.
    [[nodiscard]] const content::LoadedPolicy* find(const std::string& id) const {
        for (const content::LoadedPolicy& one : policies)
            if (one.policy->id == id) return &one;
        return nullptr;
    }
    [[nodiscard]] const OpenedPool* pool(const std::string& id) const {
        const auto found = pools.find(id);
        return found == pools.end() ? nullptr : &found->second;
    }
    /// The try that this session is, or null.
    [[nodiscard]] const insight::ReadinessTry* try_with(const std::string& session) const {
        for (const insight::ReadinessTry& one : tries)
            if (one.session == session) return &one;
        return nullptr;
    }
};

} // namespace timbang::app
