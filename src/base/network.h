#pragma once

#include <string>
#include <vector>

namespace timbang::base {

/// The IPv4 addresses under which this computer can be reached in its networks, "192.168.10.1": interfaces that are up,
/// without loopback; those of virtual machines and containers last. Empty without a network.
[[nodiscard]] std::vector<std::string> network_addresses();

/// Raises this process's limit of open files to `count` as far as the system allows.
void allow_open_files(int count);

} // namespace timbang::base
