#include "main/window.h"

#include <chrono>
#include <exception>
#include <iostream>

#include "app/workspace.h"
#include "base/files.h"
#include "base/ids.h"
#include "cli/cli.h"
#include "main/pictures.h"
#include "main/services.h"
#include "platform/folders.h"
#include "platform/gl_textures.h"
#include "platform/window.h"
#include "ui/kit/ui.h"
#include "ui/screens/common.h"
#include "ui/screens/frame.h"

namespace timbang::main_program {

namespace {

using platform::Window;

int tell(const WindowSetup& setup, const base::Error& error) {
    return cli::tell_failure(std::cerr, setup.catalogue, setup.lang, setup.json, error);
}

std::uint32_t rgb_of(ui::Color c) {
    return static_cast<std::uint32_t>(c.r << 16 | c.g << 8 | c.b);
}

platform::Cursor cursor_of(ui::Ui::Cursor cursor) {
    return static_cast<platform::Cursor>(cursor);
}

/// One window with everything it draws with.
class Shell {
public:
    Shell(std::unique_ptr<Window> window, std::unique_ptr<ui::Fonts> fonts)
        : window_(std::move(window)), fonts_(std::move(fonts)), textures_(window_->textures()),
          pictures_(textures_, [this](const std::string& path, std::size_t limit) { return read(path, limit); }), ui_(*fonts_, textures_) {
        ui_.set_pictures([this](const std::string& path) { return pictures_.of(path); });
        ui_.set_clipboard({[this] { return window_->clipboard(); },
                           [this](const std::string& text) { window_->set_clipboard(text); }});
    }

    [[nodiscard]] Window& window() { return *window_; }

    void run(app::Workspace& workspace, const WindowSetup& setup) {
        workspace_ = &workspace;
        const bool dark = Window::desktop_prefers_dark(), contrast = Window::desktop_prefers_contrast();
        while (!window_->closing()) {
            const bool draw = window_->wait(pause(workspace));
            const bool changed = workspace.tick();
            if (!draw && !changed) continue;
            const app::FrameView& view = workspace.frame();
            const std::uint64_t revision = view.revision;
            ui_.set_theme(ui::theme_of(view.theme, dark, contrast));
            if (view.window_title != title_) window_->set_title(title_ = view.window_title);
            app::Actions actions;
            if (frame(view, actions)) workspace.came_back();
            for (const app::Action& action : actions)
                workspace.apply(action);
            if (ui_.again() || workspace.frame().revision != revision) window_->draw_again();
            if (setup.leave_after_first_frame || (setup.leave_when_settled && !workspace.busy())) break;
        }
        workspace.flush();
    }

private:
    [[nodiscard]] base::Result<std::string> read(const std::string& path, std::size_t limit) {
        return workspace_ != nullptr ? workspace_->read_case_file(path, limit)
                                     : base::Result<std::string>(base::Error("file-not-found", {{"path", path}}));
    }

    /// Seconds until something is due, for the pointer's tooltip or the workspace; nothing: until an event.
    std::optional<double> pause(const app::Workspace& workspace) {
        std::optional<double> seconds = ui_.wake();
        if (const std::optional<base::Time> due = workspace.next_deadline()) {
            const double left = std::chrono::duration<double>(*due - base::system_now()).count();
            seconds = std::min(seconds.value_or(left), std::max(0.0, left));
        }
        return seconds;
    }

    /// Says whether the window got the focus.
    bool frame(const app::FrameView& view, app::Actions& actions) {
        const platform::Frame input = window_->begin_frame();
        ui_.begin({static_cast<float>(input.width), static_cast<float>(input.height),
                   input.scale * static_cast<float>(view.text_size) / 100.0F, input.time, input.events});
        try {
            ui::draw_frame(ui_, view, options_, actions);
        } catch (const std::exception& broken) {
            // A picture that cannot be drawn must not cost what somebody typed: the frame ends and the window stays.
            std::cerr << "frame: " << broken.what() << "\n";
        }
        ui_.end();
        window_->set_cursor(cursor_of(ui_.cursor()));
        window_->end_frame(rgb_of(ui_.t().canvas));
        return input.came_back;
    }

    std::unique_ptr<Window> window_;
    std::unique_ptr<ui::Fonts> fonts_;
    ui::TexturesOf<platform::GlTextures> textures_;
    app::Workspace* workspace_ = nullptr; ///< while it runs
    Pictures pictures_;
    ui::Ui ui_;
    ui::FrameOptions options_;
    std::string title_;
};

} // namespace

int run_window(WindowSetup setup) {
    base::Result<std::unique_ptr<Window>> window = Window::open({.title = "Timbang", .place = kept_place(setup)});
    if (!window) return tell(setup, window.error());
    base::Result<std::unique_ptr<ui::Fonts>> fonts = ui::Fonts::load(platform::font_folders({setup.share_folder}));
    if (!fonts) return tell(setup, fonts.error());
    Shell shell(std::move(*window), std::move(*fonts));
    Services services = open_services(setup, shell.window());
    const auto keep_place = services.keep_place;
    app::Workspace workspace(setup.catalogue, std::move(services.ports), std::move(services.options));
    shell.run(workspace, setup);
    keep_place(workspace.settings());
    return 0;
}

} // namespace timbang::main_program
