#pragma once

#include <cstdint>

namespace timbang::ui {

/// A texture of the drawing backend; 0 is none.
using TextureId = std::uint64_t;

/// What the kit needs of the graphics backend; `platform` has it, tests hand in one that only counts.
class Textures {
public:
    virtual ~Textures() = default;
    /// A new texture. `alpha_only`: one byte a pixel, drawn as white with that alpha; else four (RGBA).
    virtual TextureId create(int width, int height, bool alpha_only) = 0;
    /// Replaces a rectangle; `stride` is the length of a row of `pixels` in bytes.
    virtual void update(TextureId id, int x, int y, int width, int height, const std::uint8_t* pixels, int stride) = 0;
    virtual void destroy(TextureId id) = 0;
};

/// Makes any class with the same three functions a `Textures`, so that neither module has to know the other.
template <class Backend> class TexturesOf final : public Textures {
public:
    explicit TexturesOf(Backend& backend) : backend_(backend) {}
    TextureId create(int width, int height, bool alpha_only) override { return backend_.create(width, height, alpha_only); }
    void update(TextureId id, int x, int y, int width, int height, const std::uint8_t* pixels, int stride) override {
        backend_.update(id, x, y, width, height, pixels, stride);
    }
    void destroy(TextureId id) override { backend_.destroy(id); }

private:
    Backend& backend_;
};

} // namespace timbang::ui
