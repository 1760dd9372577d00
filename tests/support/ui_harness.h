#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <imgui.h>

#include "ui/kit/ui.h"

/// Screens and widgets without a window: a null ImGui context, our own input events, the frame tree.
///
/// ```
/// test::UiHarness h(1280, 720);
/// h.show([&](ui::Ui& ui) { draw_home(ui, view, options, actions); });
/// h.click("home/library/0");
/// CHECK(h.unreachable().empty());
/// CHECK(h.label_faults().empty());
/// ```
namespace timbang::test {

/// One a line, so that a check that fails shows all of them.
inline std::string joined(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& one : all) out += one + "\n";
    return out;
}

/// Counts textures, keeps nothing.
class NullTextures final : public ui::Textures {
public:
    ui::TextureId create(int, int, bool) override { return ++made; }
    void update(ui::TextureId, int, int, int, int, const std::uint8_t*, int) override { ++updates; }
    void destroy(ui::TextureId) override { ++destroyed; }
    ui::TextureId made = 0;
    int updates = 0, destroyed = 0;
};

class UiHarness {
public:
    using Draw = std::function<void(ui::Ui&)>;

    explicit UiHarness(int width = 1440, int height = 900, float scale = 1) : width_(width), height_(height), scale_(scale) {
        context_ = ImGui::CreateContext();
        ImGui::SetCurrentContext(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        io.Fonts->Build();
        fonts_ = std::move(ui::Fonts::load({})).value();
        ui_ = std::make_unique<ui::Ui>(*fonts_, textures);
        ui_->set_recording(true);
        ui_->set_clipboard({[this] { return clipboard; }, [this](const std::string& s) { clipboard = s; }});
    }
    ~UiHarness() {
        ui_.reset();
        fonts_.reset();
        ImGui::DestroyContext(context_);
    }
    UiHarness(const UiHarness&) = delete;
    UiHarness& operator=(const UiHarness&) = delete;

    [[nodiscard]] ui::Ui& ui() { return *ui_; }
    /// Device pixels; the size in CSS pixels is that divided by the scale.
    void resize(int width, int height, float scale = 1) {
        width_ = width, height_ = height, scale_ = scale;
        settle();
    }
    /// Draws this from now on.
    void show(Draw draw) {
        draw_ = std::move(draw);
        settle();
    }

    void frame(std::vector<base::InputEvent> events = {}) {
        ImGui::SetCurrentContext(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = ImVec2(static_cast<float>(width_), static_cast<float>(height_));
        io.DeltaTime = 1.0F / 60;
        time_ += 1.0 / 60;
        ImGui::NewFrame();
        ui_->begin({static_cast<float>(width_), static_cast<float>(height_), scale_, time_, events});
        if (draw_) draw_(*ui_);
        ui_->end();
        ImGui::Render();
        vertices = ImGui::GetDrawData()->TotalVtxCount;
    }
    /// Draws until nothing asks to be drawn again; like the window, at least three times.
    void settle() {
        for (int i = 0; i < 3 || (ui_->again() && i < 60); ++i) frame();
    }
    void wait(double seconds) {
        time_ += seconds;
        settle();
    }

    // What a person does. False where there is no such widget, or it cannot be seen.
    bool hover(std::string_view path) {
        const ui::Node* n = ui_->find(path);
        if (!n || n->visible.empty()) return false;
        move_to(n->visible.centre());
        return true;
    }
    bool click(std::string_view path) {
        if (!hover(path)) return false;
        button(true);
        button(false);
        time_ += 1; // the next click is no double click
        return true;
    }
    bool double_click(std::string_view path) {
        if (!hover(path)) return false;
        for (int i = 0; i < 2; ++i) button(true), button(false);
        time_ += 1;
        return true;
    }
    void click_at(float x, float y) {
        move_to({x, y});
        button(true);
        button(false);
        time_ += 1;
    }
    void drag(ui::Vec from, ui::Vec to) {
        move_to(from);
        button(true);
        move_to({(from.x + to.x) / 2, (from.y + to.y) / 2});
        move_to(to);
        button(false);
        time_ += 1;
    }
    bool wheel(std::string_view path, float steps) {
        if (!hover(path)) return false;
        base::InputEvent e;
        e.kind = base::InputEvent::Kind::Wheel;
        e.y = steps;
        frame({e});
        settle();
        return true;
    }
    void move_to(ui::Vec css) {
        base::InputEvent e;
        e.x = css.x * scale_;
        e.y = css.y * scale_;
        frame({e});
        settle();
    }
    void button(bool down) {
        base::InputEvent e;
        e.kind = base::InputEvent::Kind::Button;
        e.down = down;
        frame({e});
        settle();
    }
    void press(ui::Key key, base::Mods mods = {}) {
        base::InputEvent e;
        e.kind = base::InputEvent::Kind::Key;
        e.key = key;
        e.mods = mods;
        e.down = true;
        base::InputEvent up = e;
        up.down = false;
        frame({e, up});
        settle();
    }
    void press(ui::Chord chord) { press(chord.key, chord.mods); }
    /// Types characters, all at once as a fast typist's would arrive.
    void type(std::string_view text) {
        std::vector<base::InputEvent> events;
        for (std::size_t at = 0; at < text.size();) {
            base::InputEvent e;
            e.kind = base::InputEvent::Kind::Text;
            e.codepoint = ui::next_codepoint(text, at);
            events.push_back(e);
        }
        frame(std::move(events));
        settle();
    }

    // What can be seen.
    [[nodiscard]] const ui::Node* node(std::string_view path) const { return ui_->find(path); }
    [[nodiscard]] std::string focus() const {
        for (const ui::Node& n : ui_->nodes())
            if (n.id == ui_->focus_id()) return n.path;
        return {};
    }
    /// True when these words stand somewhere on the screen, whole or as part of a line.
    [[nodiscard]] bool says(std::string_view words) const {
        for (const ui::WrittenText& w : ui_->written())
            if (w.text.find(words) != std::string::npos && !w.rect.intersect(w.clip).empty()) return true;
        return false;
    }
    /// One line a widget: role, path, label, value, state.
    [[nodiscard]] std::string dump() const {
        std::string out;
        for (const ui::Node& n : ui_->nodes()) {
            out += std::string(ui::role_name(n.role)) + " " + n.path + " \"" + n.label + "\"";
            if (!n.value.empty()) out += " = \"" + n.value + "\"";
            if (n.selected) out += " selected";
            if (n.disabled) out += n.reason.empty() ? " disabled" : " disabled (" + n.reason + ")";
            if (n.expanded) out += " expanded";
            if (n.id == ui_->focus_id()) out += " focused";
            if (n.visible.empty()) out += " out of sight";
            out += "\n";
        }
        return out;
    }

    /// Widgets that Tab and the arrows do not get to. Empty: the keyboard reaches everything. Moves the focus only.
    [[nodiscard]] std::vector<std::string> unreachable() {
        const int top = top_layer();
        std::set<ui::Id> wanted, reached;
        for (const ui::Node& n : ui_->nodes())
            if (n.focusable && !n.disabled && n.layer >= top) wanted.insert(n.id);
        ui_->clear_focus();
        for (std::size_t i = 0; i <= wanted.size() + 1; ++i) {
            press(ui::Key::Tab);
            const ui::Id entry = ui_->focus_id();
            if (entry == 0 || reached.count(entry) != 0) break;
            walk_group(entry, reached);
            ui_->focus_id(entry);
            settle();
        }
        std::vector<std::string> missed;
        for (const ui::Node& n : ui_->nodes())
            if (wanted.count(n.id) != 0 && reached.count(n.id) == 0) missed.push_back(n.path);
        ui_->clear_focus();
        settle();
        return missed;
    }

    /// Paths that two widgets share: the focus could not tell them apart.
    [[nodiscard]] std::vector<std::string> shared_paths() const {
        std::set<std::string> seen;
        std::vector<std::string> twice;
        for (const ui::Node& n : ui_->nodes())
            if (!seen.insert(n.path).second) twice.push_back(n.path);
        return twice;
    }
    /// True when the window may sleep: nothing asks to be drawn again.
    [[nodiscard]] bool asleep() const { return !ui_->again(); }

    /// Words that are cut off, run out of their box or stand on other words. Empty: all is readable.
    [[nodiscard]] std::vector<std::string> label_faults() const {
        std::vector<std::string> faults;
        const auto& all = ui_->written();
        const auto& nodes = ui_->nodes();
        const auto seen = [](const ui::WrittenText& w) { return w.rect.inset(0, 3).intersect(w.clip); };
        for (std::size_t i = 0; i < all.size(); ++i) {
            const ui::WrittenText& a = all[i];
            const ui::Rect here = seen(a);
            if (here.empty()) continue;
            const bool field = a.node >= 0 && nodes[static_cast<std::size_t>(a.node)].takes == ui::Takes::Text;
            if (a.cut) faults.push_back("cut: " + a.text);
            else if (!field && (a.rect.right() > a.clip.right() + 1 || a.rect.x < a.clip.x - 1)) faults.push_back("runs out: " + a.text);
            for (std::size_t k = i + 1; k < all.size(); ++k) {
                if (all[k].layer != a.layer) continue;
                const ui::Rect both = here.intersect(seen(all[k]));
                if (both.w > 1.5F && both.h > 1.5F) faults.push_back("overlap: " + a.text + " / " + all[k].text);
            }
        }
        return faults;
    }

    NullTextures textures;
    std::string clipboard;
    int vertices = 0;

private:
    [[nodiscard]] int top_layer() const {
        // Whatever modal layer is open, Tab stays in it.
        int top = 0;
        for (const ui::Node& n : ui_->nodes()) top = std::max(top, n.layer);
        return top;
    }
    void walk_group(ui::Id entry, std::set<ui::Id>& reached) {
        std::vector<ui::Id> open{entry};
        reached.insert(entry);
        while (!open.empty()) {
            const ui::Id from = open.back();
            open.pop_back();
            const ui::Node* n = find_id(from);
            if (!n || n->arrows == ui::Arrows::None || n->takes == ui::Takes::Text || n->takes == ui::Takes::AllArrows) continue;
            const ui::Takes takes = n->takes;
            for (const ui::Key key : {ui::Key::Left, ui::Key::Right, ui::Key::Up, ui::Key::Down}) {
                if (takes == ui::Takes::LeftRight && (key == ui::Key::Left || key == ui::Key::Right)) continue;
                ui_->focus_id(from);
                settle();
                press(key);
                if (ui_->focus_id() != 0 && reached.insert(ui_->focus_id()).second) open.push_back(ui_->focus_id());
            }
        }
    }
    [[nodiscard]] const ui::Node* find_id(ui::Id id) const {
        for (const ui::Node& n : ui_->nodes())
            if (n.id == id) return &n;
        return nullptr;
    }

    int width_, height_;
    float scale_;
    double time_ = 1;
    ImGuiContext* context_ = nullptr;
    std::unique_ptr<ui::Fonts> fonts_;
    std::unique_ptr<ui::Ui> ui_;
    Draw draw_;
};

} // namespace timbang::test
