#pragma once

#include "base/input.h"

namespace timbang::platform {

/// A GLFW key code as a key; letters by what the layout prints on them (`glfwGetKeyName`).
[[nodiscard]] base::KeyCode key_of(int glfw_key, int scancode);
[[nodiscard]] base::Mods mods_of(int glfw_mods);

} // namespace timbang::platform
