#pragma once

#include <cstdint>

namespace timbang::platform {

/// Textures of the window's OpenGL context, by their OpenGL names. Coverage textures are one byte a pixel and read as
/// white with that alpha.
class GlTextures {
public:
    std::uint64_t create(int width, int height, bool alpha_only);
    void update(std::uint64_t id, int x, int y, int width, int height, const std::uint8_t* pixels, int stride);
    void destroy(std::uint64_t id);
};

} // namespace timbang::platform
