// Pictures of the desk with a real case: desk_gallery --to FOLDER [scene …]; a scene is what-lang-theme-WxH-scale, such as
// form-id-dark-1440x900-100. Without scenes: those of the design.
#include <cstdio>
#include <string>
#include <vector>

#include <stb/stb_image_write.h>

#include "platform/folders.h"
#include "platform/gl_textures.h"
#include "platform/window.h"
#include "support/desk_rehearsal.h"
#include "ui/kit/ui.h"
#include "ui/screens/frame.h"

using namespace timbang;

namespace {

struct Scene {
    std::string name, what, lang, theme;
    int width = 1440, height = 900, scale = 100;
};

Scene scene_of(const std::string& name) {
    Scene scene{name, "form", "en", "light"};
    char what[32] = "", lang[8] = "", theme[16] = "";
    if (std::sscanf(name.c_str(), "%31[a-z]-%7[a-z]-%15[a-z]-%dx%d-%d", what, lang, theme, &scene.width, &scene.height, &scene.scale) == 6)
        scene.what = what, scene.lang = lang, scene.theme = theme;
    return scene;
}

/// As in the design: the births of 2024, half decided.
void work_on_births(test::DeskRehearsal& r) {
    r.to_evidence();
    for (const char* code : {"KS-S1", "KS-P1", "KS-P2", "KS-P3"}) {
        r.select(code);
        r.fill();
        r.act(app::action::Submit{});
    }
    r.select("KS-O1");
    const auto& first = r.desk().list.rows;
    for (const app::ListRow& row : first)
        if (row.selected && !row.files.empty()) {
            r.act(app::action::OpenPage{app::Pane::Left, row.files.front().evidence, 2});
            break;
        }
    r.fill(4);
    r.act(r.desk().form->checklist[4].cells[1].action);
    r.act(app::action::Mark{app::Pane::Left, r.find("6.729"), {}, "arithmetic"});
    r.act(app::action::Mark{app::Pane::Left, r.find("estimasi penduduk Dinas Kesehatan"), {}, "own-population"});
    r.act(app::action::EditReason{"Column adds up to 6,279, not 6,729. The target is the office’s own estimate; ask for the Dukcapil figure."});
    for (const char* figure : {"1.147", "1.448", "703", "1.013", "1.262", "706"})
        r.act(app::action::PickFigures{app::Pane::Left, {r.find(figure).begin}});
    r.act(app::action::PickToCompare{app::Pane::Left, r.find("6.729").begin});
}

void prepare(test::DeskRehearsal& r, const std::string& what) {
    if (what == "briefing") return;
    if (what == "completeness") return r.to_completeness();
    if (what == "letter" || what == "points") {
        r.to_letter();
        if (r.desk().category) r.act(r.desk().category->categories[2].action);
        const auto part = r.desk().letter->part;
        r.act(app::action::InsertDecisions{part, 0});
        if (what == "points") r.act(app::action::FinishLetter{part});
        return;
    }
    if (what == "feedback") {
        r.to_evidence();
        r.fill();
        return r.act(app::action::Submit{});
    }
    work_on_births(r);
    if (what == "question") r.act(r.desk().actions->actions.front().action);
    if (what == "find") r.act(app::action::FindInPages{"jumlah"});
    if (what == "missing") {
        r.select("PA-O1");
        r.act(app::action::Submit{});
    }
    if (what == "text") r.act(r.desk().top.steps.front().action);
    if (what == "compare") r.act(app::action::ToggleCompare{});
}

bool draw_scene(const Scene& scene, const std::string& folder) {
    auto window = platform::Window::open({.title = "Desk", .width = scene.width, .height = scene.height});
    auto fonts = ui::Fonts::load(platform::font_folders(platform::share_folders("")));
    if (!window || !fonts) return false;
    ui::TexturesOf<platform::GlTextures> textures((*window)->textures());
    ui::Ui ui(**fonts, textures);
    ui.set_theme(scene.theme == "dark" ? ui::Theme::Dark : scene.theme == "contrast" ? ui::Theme::Contrast : ui::Theme::Light);
    test::DeskRehearsal rehearsal(TIMBANG_SOURCE_DIR, scene.lang == "id" ? base::Lang::Id : base::Lang::En,
                                  scene.what == "feedback" ? domain::Mode::Learn : domain::Mode::Practise,
                                  scene.what == "feedback" ? "perkenalan-meja-kerja" : "jumlah-yang-tidak-cocok");
    prepare(rehearsal, scene.what);
    ui::FrameOptions options;
    if (scene.what == "list") options.desk.tab = 0;
    if (scene.what == "tabform") options.desk.tab = 2;
    if (scene.what == "points") options.desk.letter_tab = 2;
    for (int frames = 0; frames < 12; ++frames) {
        (*window)->wait(0.0);
        const platform::Frame frame = (*window)->begin_frame();
        app::Actions actions;
        ui.begin({static_cast<float>(frame.width), static_cast<float>(frame.height), static_cast<float>(scene.scale) / 100, frame.time, frame.events});
        ui::draw_frame(ui, rehearsal.frame(), options, actions);
        ui.end();
        const ui::Color c = ui.t().canvas;
        (*window)->end_frame(static_cast<std::uint32_t>(c.r << 16 | c.g << 8 | c.b));
        rehearsal.act(actions);
        (*window)->draw_again(2);
    }
    const platform::Pixels p = (*window)->screenshot();
    const std::string path = folder + "/" + scene.name + ".png";
    return stbi_write_png(path.c_str(), p.width, p.height, 4, p.rgba.data(), p.width * 4) != 0;
}

} // namespace

int main(int argc, char** argv) {
    std::string folder = ".";
    std::vector<std::string> names;
    for (int i = 1; i < argc; ++i) {
        const std::string arg = argv[i];
        if (arg == "--to" && i + 1 < argc) folder = argv[++i];
        else names.push_back(arg);
    }
    if (names.empty())
        names = {"form-en-light-1440x900-100", "form-id-dark-1440x900-100", "form-id-light-1280x720-100", "compare-en-light-1440x900-100",
                 "compare-en-contrast-1440x900-100", "points-en-light-1440x900-100", "briefing-en-light-1440x900-100",
                 "completeness-id-light-1440x900-100", "feedback-en-light-1440x900-100", "form-en-light-2880x1800-200"};
    for (const std::string& name : names)
        if (!draw_scene(scene_of(name), folder)) {
            std::fprintf(stderr, "%s: no picture\n", name.c_str());
            return 3;
        }
    return 0;
}
