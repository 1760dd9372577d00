// Building a frame (NewFrame to Render) against drawing it, and drawing it against a plain ImGui window with as many glyphs and
// as many filled pixels, on the heaviest screens: a case of 120 indicators and 500 documents, 1,000 people, 1,000 sessions.
// Frames of both are drawn in turn, in processor time of all threads; the best of each counts.
//   frame_bench [FRAMES]   frames of each, 60
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <thread>
#include <unistd.h>
#include <vector>

#include <imgui.h>

#include "app/workspace.h"
#include "base/ids.h"
#include "bench/heavy.h"
#include "bench/plain_window.h"
#include "content/library.h"
#include "platform/folders.h"
#include "platform/gl_textures.h"
#include "platform/window.h"
#include "ui/screens/frame.h"

using namespace timbang;
namespace action = app::action;

namespace {

constexpr double kBuildBound = 0.1, kDrawBound = 1.3;

struct Bench {
    platform::Window& window;
    ui::Fonts& fonts;
    ui::Textures& textures;
    int frames;
};

/// One frame up to ImGui's Render; `processor_time` of it.
double build(platform::Window& window, ui::Ui& ui, const app::FrameView& view, ui::FrameOptions& options) {
    const double begin = bench::processor_time();
    const platform::Frame input = window.begin_frame();
    ui.begin({static_cast<float>(input.width), static_cast<float>(input.height), 1, input.time, {}});
    app::Actions actions;
    ui::draw_frame(ui, view, options, actions);
    ui.end();
    ImGui::Render();
    return bench::processor_time() - begin;
}

const char* verdict(double value, double bound) { return value <= bound ? "ok" : "over"; }

bool measure(const char* name, app::Workspace& workspace, const Bench& bench) {
    ui::Ui ui(bench.fonts, bench.textures);
    ui::FrameOptions options;
    const app::FrameView& view = workspace.frame();
    constexpr int kSettle = 5; // letters are baked, layouts come to rest
    for (int i = 0; i < kSettle; ++i) {
        (void)build(bench.window, ui, view, options);
        bench.window.end_frame(0xF5F4F0);
    }
    (void)build(bench.window, ui, view, options);
    const bench::Work work = bench::measure_work();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    bench::PlainWindow plain(size.x, size.y);
    plain.match(work);
    double built = 1e9, drawn = 1e9, yardstick = 1e9;
    for (int i = 0; i < bench.frames; ++i) {
        built = std::min(built, build(bench.window, ui, view, options));
        drawn = std::min(drawn, bench::draw_time());
        yardstick = std::min(yardstick, plain.draw());
    }
    std::printf("%s: build %.2f ms, draw %.2f ms, build/draw %.3f (at most %.1f: %s); plain ImGui window %.2f ms, draw/plain %.2f "
                "(at most %.1f: %s)\n    %d glyphs, %d vertices, %.2f Mpx of glyphs, %.2f Mpx filled; plain: %d glyphs, %d vertices, %.2f Mpx, %.2f Mpx\n",
                name, built, drawn, built / drawn, kBuildBound, verdict(built / drawn, kBuildBound), yardstick, drawn / yardstick, kDrawBound,
                verdict(drawn / yardstick, kDrawBound), work.glyphs, work.vertices, work.glyph_pixels / 1e6, work.fill_pixels / 1e6,
                plain.work().glyphs, plain.work().vertices, plain.work().glyph_pixels / 1e6, plain.work().fill_pixels / 1e6);
    return true;
}

void settle(app::Workspace& workspace) {
    for (int i = 0; i < 4000 && workspace.busy(); ++i) {
        workspace.tick();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    workspace.tick();
}

std::unique_ptr<app::Workspace> open_workspace(const std::string& folder, const std::shared_ptr<bench::HeavyRecord>& record) {
    auto catalogue = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    if (!catalogue) return nullptr;
    app::WorkspaceOptions options;
    options.settings.person = record->first_person();
    options.settings.lang = base::Lang::Id;
    options.settings.theme = app::Theme::Light;
    options.case_folders = {folder};
    options.framework_folders = {folder + "/frameworks"};
    app::Ports ports;
    ports.now = base::system_now;
    ports.random = base::secure_random;
    ports.record = record;
    auto workspace = std::make_unique<app::Workspace>(std::move(catalogue).value(), std::move(ports), std::move(options));
    settle(*workspace);
    return workspace;
}

/// On the desk of the large case: half of the indicators decided, the one with most documents open, two pages side by side.
void go_to_desk(app::Workspace& workspace, const std::string& folder) {
    workspace.apply(action::StartCase{folder + "/case"});
    workspace.apply(action::LeaveStep{});
    for (int task = 0; task < bench::kIndicators / 2; ++task) {
        workspace.apply(action::SelectIndicator{task});
        for (int rule = 1; rule <= 8; ++rule) workspace.apply(action::SetCheck{"rule-" + std::to_string(rule), domain::Check::Yes});
        workspace.apply(action::SetVerdict{domain::Verdict::Accept});
        workspace.apply(action::SetScore{10});
        workspace.apply(action::SetSureness{2});
        workspace.apply(action::Submit{});
    }
    workspace.apply(action::SelectIndicator{0});
    workspace.apply(action::OpenPage{app::Pane::Left, 0, 1});
    workspace.apply(action::ToggleCompare{});
    workspace.apply(action::OpenPage{app::Pane::Right, 1, 1});
}

struct Scene {
    const char* name;
    std::function<void(app::Workspace&)> go;
};

int run(const Bench& bench, const std::string& folder) {
    bench::write_heavy_case(folder);
    content::CheckContext context;
    const auto loaded = content::load_scenario(folder + "/case", context);
    for (const base::Finding& finding : loaded.findings)
        if (!loaded.scenario) std::fprintf(stderr, "%s:%d %s\n", finding.where.file.c_str(), finding.where.line, finding.code.c_str());
    if (!loaded.scenario) return 3;
    const auto record = std::make_shared<bench::HeavyRecord>();
    const std::string session = record->keep_finished(*loaded.scenario, base::system_now());
    const Scene scenes[] = {
        {"desk, 120 indicators, 500 documents, two pages", [&](app::Workspace& w) { go_to_desk(w, folder); }},
        {"search over it", [&](app::Workspace& w) { go_to_desk(w, folder), w.apply(action::OpenSearch{}), w.apply(action::TypeSearch{"lay"}); }},
        {"debrief of 120 indicators", [&](app::Workspace& w) { w.apply(action::OpenDebrief{session}), w.apply(action::OpenRow{0}); }},
        {"records of 1,000 sessions", [](app::Workspace& w) { w.apply(action::Navigate{app::Screen::Records}); }},
        {"1,000 people on this computer", [](app::Workspace& w) { w.apply(action::Navigate{app::Screen::Profile}); }},
    };
    for (const Scene& scene : scenes) {
        const auto workspace = open_workspace(folder, record);
        if (!workspace) return 3;
        scene.go(*workspace);
        settle(*workspace);
        if (!measure(scene.name, *workspace, bench)) return 3;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    auto window = platform::Window::open({.title = "Timbang"});
    auto fonts = ui::Fonts::load(platform::font_folders({}));
    if (!window || !fonts) return 3;
    ui::TexturesOf<platform::GlTextures> textures((*window)->textures());
    const std::string folder = (std::filesystem::temp_directory_path() / ("timbang-frame-" + std::to_string(getpid()))).string();
    const int status = run({**window, **fonts, textures, argc > 1 ? std::atoi(argv[1]) : 60}, folder);
    std::filesystem::remove_all(folder);
    return status;
}
