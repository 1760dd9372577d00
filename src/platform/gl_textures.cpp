#include "platform/gl_textures.h"

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>

namespace timbang::platform {
namespace {

/// Remembers by the texture itself which of the two kinds it is.
bool is_coverage() {
    GLint format = 0;
    glGetTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_INTERNAL_FORMAT, &format);
    return format == GL_R8;
}

} // namespace

std::uint64_t GlTextures::create(int width, int height, bool alpha_only) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    if (alpha_only) {
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_R, GL_ONE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_G, GL_ONE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_B, GL_ONE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_A, GL_RED);
    }
    glTexImage2D(GL_TEXTURE_2D, 0, alpha_only ? GL_R8 : GL_RGBA8, width, height, 0, alpha_only ? GL_RED : GL_RGBA,
                 GL_UNSIGNED_BYTE, nullptr);
    return name;
}

void GlTextures::update(std::uint64_t id, int x, int y, int width, int height, const std::uint8_t* pixels, int stride) {
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(id));
    const bool coverage = is_coverage();
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, coverage ? stride : stride / 4);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, coverage ? GL_RED : GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
}

void GlTextures::destroy(std::uint64_t id) {
    const auto name = static_cast<GLuint>(id);
    glDeleteTextures(1, &name);
}

} // namespace timbang::platform
