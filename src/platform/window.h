#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/input.h"
#include "base/result.h"

namespace timbang::platform {

class GlTextures;

/// Where the window stands, in screen units. When it is maximised, the rest is what it comes back to.
struct Place {
    int x = 0, y = 0, width = 0, height = 0;
    bool maximised = false;
    friend bool operator==(const Place&, const Place&) = default;
};

struct WindowOptions {
    std::string title = "Timbang";
    int width = 1440, height = 900;
    /// Where it stood last; nothing: where the desktop puts it. A place that is on no screen any more only gives the size.
    std::optional<Place> place = {};
    bool visible = true;
};

/// A part of the desktop that windows can stand on: a screen without its panels.
struct Area {
    int x = 0, y = 0, width = 0, height = 0;
};
/// A place whose title can be reached and whose size fits one of these screens; only the size is kept (`moved`) where it would
/// stand on none of them. No screens known: as it is.
struct Fitted {
    Place place;
    bool moved = false;
};
[[nodiscard]] Fitted fit_place(const Place& wanted, const std::vector<Area>& screens);
/// How many of these screens show a picture of their own: those that show the same part of the desktop count once.
[[nodiscard]] int screens_apart(const std::vector<Area>& screens);

/// What a frame is built from.
struct Frame {
    int width = 0, height = 0;  ///< device pixels
    float scale = 1;            ///< of the screen, or TIMBANG_SCALE; the user's text size is not in it
    double time = 0;            ///< seconds of a steady clock
    bool came_back = false;     ///< the window got the focus since the last frame
    std::vector<base::InputEvent> events;
};

/// What of the pointer the desktop shows.
enum class Cursor : std::uint8_t { Arrow, Text, Hand, Horizontal, Vertical };

struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba; ///< top row first
};

/// The one window: GLFW, OpenGL, ImGui's context and its renderer. Owns no words and no widgets.
///
/// Loop: `while (!closing()) if (wait(ui.wake())) { frame = begin_frame(); …build…; end_frame(); }`. After an event, a
/// `wake` or a `draw_again` three frames are drawn, so that layouts settle; then it sleeps until something happens.
class Window {
public:
    /// Errors "display-unavailable", "window-failed" {reason}.
    static base::Result<std::unique_ptr<Window>> open(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] bool closing() const;
    /// Asks to close, or takes back what the user asked (a question is open).
    void set_closing(bool closing);

    /// Sleeps until there is something to draw; at most `at_most` seconds. False: woken for nothing, draw nothing.
    bool wait(std::optional<double> at_most);
    /// Draws at least so many more frames without sleeping.
    void draw_again(int frames = 1);
    /// From any thread: data has changed, draw.
    void wake();

    Frame begin_frame();
    /// Renders what was built, with the window's background colour, and shows it.
    void end_frame(std::uint32_t background_rgb);

    [[nodiscard]] GlTextures& textures();
    void set_cursor(Cursor cursor);
    void set_title(const std::string& title);
    [[nodiscard]] std::string clipboard() const;
    void set_clipboard(const std::string& text);
    /// The picture last shown.
    [[nodiscard]] Pixels screenshot() const;
    void resize(int width, int height);
    /// Where it stands now, for `WindowOptions::place` of the next start.
    [[nodiscard]] Place place() const;
    /// How many screens show a picture of their own; only from the thread of the window.
    [[nodiscard]] static int screens_apart();
    /// True where the desktop asks for dark or high contrast is not known to GLFW 3.3: read from the environment
    /// (GTK_THEME with "dark" or "HighContrast").
    [[nodiscard]] static bool desktop_prefers_dark();
    [[nodiscard]] static bool desktop_prefers_contrast();

    struct Impl;

private:
    Window();
    std::unique_ptr<Impl> impl_;
};

} // namespace timbang::platform
