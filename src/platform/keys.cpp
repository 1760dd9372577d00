#include "platform/keys.h"

#include <GLFW/glfw3.h>

namespace timbang::platform {

using base::KeyCode;

namespace {

KeyCode offset(KeyCode first, int by) { return static_cast<KeyCode>(static_cast<int>(first) + by); }

KeyCode printed(int scancode, int glfw_key) {
    const char* name = glfwGetKeyName(glfw_key, scancode);
    if (name && name[0] >= 'a' && name[0] <= 'z' && name[1] == 0) return offset(KeyCode::A, name[0] - 'a');
    if (glfw_key >= GLFW_KEY_A && glfw_key <= GLFW_KEY_Z) return offset(KeyCode::A, glfw_key - GLFW_KEY_A);
    return KeyCode::Other;
}

} // namespace

KeyCode key_of(int key, int scancode) {
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return offset(KeyCode::D0, key - GLFW_KEY_0);
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9) return offset(KeyCode::D0, key - GLFW_KEY_KP_0);
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) return offset(KeyCode::F1, key - GLFW_KEY_F1);
    switch (key) {
    case GLFW_KEY_TAB: return KeyCode::Tab;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return KeyCode::Enter;
    case GLFW_KEY_SPACE: return KeyCode::Space;
    case GLFW_KEY_ESCAPE: return KeyCode::Escape;
    case GLFW_KEY_BACKSPACE: return KeyCode::Backspace;
    case GLFW_KEY_DELETE: return KeyCode::Delete;
    case GLFW_KEY_INSERT: return KeyCode::Insert;
    case GLFW_KEY_LEFT: return KeyCode::Left;
    case GLFW_KEY_RIGHT: return KeyCode::Right;
    case GLFW_KEY_UP: return KeyCode::Up;
    case GLFW_KEY_DOWN: return KeyCode::Down;
    case GLFW_KEY_HOME: return KeyCode::Home;
    case GLFW_KEY_END: return KeyCode::End;
    case GLFW_KEY_PAGE_UP: return KeyCode::PageUp;
    case GLFW_KEY_PAGE_DOWN: return KeyCode::PageDown;
    case GLFW_KEY_EQUAL:
    case GLFW_KEY_KP_ADD: return KeyCode::Plus;
    case GLFW_KEY_MINUS:
    case GLFW_KEY_KP_SUBTRACT: return KeyCode::Minus;
    case GLFW_KEY_COMMA: return KeyCode::Comma;
    case GLFW_KEY_PERIOD: return KeyCode::Period;
    case GLFW_KEY_SLASH: return KeyCode::Slash;
    default: return printed(scancode, key);
    }
}

base::Mods mods_of(int mods) {
    // Command is what Control is elsewhere.
    return {(mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0, (mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_ALT) != 0};
}

} // namespace timbang::platform
