#pragma once

#include <functional>
#include <map>
#include <string>

#include "base/result.h"
#include "ui/kit/textures.h"

namespace timbang::main_program {

/// Pictures that are pages, decoded when first looked at and kept as textures of the window; the least recently shown
/// goes when there are too many. A file that is no picture any more stays empty: the checks of content speak of it.
class Pictures {
public:
    /// Reads a file of a case by its whole path, no more than `limit` bytes.
    using Read = std::function<base::Result<std::string>(const std::string& path, std::size_t limit)>;

    explicit Pictures(ui::Textures& textures, Read read) : textures_(textures), read_(std::move(read)) {}
    ~Pictures();
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    /// The texture of a file; 0 when it cannot be shown.
    [[nodiscard]] ui::TextureId of(const std::string& path);

private:
    struct Kept {
        ui::TextureId texture = 0;
        std::uint64_t shown = 0;
    };
    void drop_oldest();

    ui::Textures& textures_;
    Read read_;
    std::map<std::string, Kept> kept_;
    std::uint64_t turn_ = 0;
};

} // namespace timbang::main_program
