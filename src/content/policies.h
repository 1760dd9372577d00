#pragma once

#include <memory>
#include <string>
#include <vector>

#include "content/library.h"
#include "domain/readiness.h"

namespace timbang::content {

/// A policy of a readiness check from a file: nothing where errors stand in the way.
struct LoadedPolicy {
    std::shared_ptr<const domain::ReadinessPolicy> policy;
    std::string path;
    base::Diagnostics findings; ///< sorted by line; file names in them are relative to the file's folder
};

/// Reads and checks `policies/<id>.yaml`: keys, limits, problem types of its framework (looked for in `../frameworks`, then in
/// the context's folders), and whether the pool is there. Never throws.
[[nodiscard]] LoadedPolicy load_policy(const std::string& path, const CheckContext& context);

/// Files of policies in a folder, sorted; those that say `kind: policy`.
[[nodiscard]] std::vector<std::string> find_policies(const std::string& folder);

/// Where the pool of a policy lies.
[[nodiscard]] std::string pool_path(const LoadedPolicy& loaded);

/// A pool that was opened, and its files.
struct Pool {
    std::shared_ptr<const domain::Scenario> scenario;
    CaseFolder where;
};

/// Opens the pool with the passphrase or the key of the context, in memory only. Codes: "pool-missing", "pool-sealed" (nothing
/// at hand opens it), "pool-broken", "not-a-pool", those of opening a sealed package.
[[nodiscard]] base::Result<Pool> open_pool(const LoadedPolicy& loaded, const CheckContext& context);

} // namespace timbang::content
