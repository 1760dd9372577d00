#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <typeindex>
#include <unordered_map>
#include <vector>

#include "base/input.h"
#include "ui/kit/draw.h"

namespace timbang::ui {

using Id = std::uint64_t;
using Key = base::KeyCode;

/// What a widget is, in the frame tree.
enum class Role : std::uint8_t {
    Button, Toggle, Option, CheckBox, Radio, Row, Link, TextField, Editor, Slider, Menu, MenuItem, Tab, Document, Splitter,
    Scroll, Dialog, Figure, Group
};
[[nodiscard]] const char* role_name(Role role);

/// Which arrow keys move the focus inside a group. Grid: to the nearest item in that direction.
enum class Arrows : std::uint8_t { Both, Horizontal, Vertical, Grid, None };

/// Which keys a focused item takes for itself, before the focus moves.
enum class Takes : std::uint8_t { Nothing, LeftRight, AllArrows, Text };

/// A widget of the last frame, as tests, focus and dumps see it. Rectangles in CSS pixels.
struct Node {
    Id id = 0;
    std::string path; ///< "desk/checklist/arithmetic/no"
    Role role = Role::Button;
    std::string label, value;
    std::string reason; ///< why it is disabled
    bool selected = false, disabled = false, expanded = false, focusable = true;
    Rect rect;
    Rect visible; ///< what of it can be seen; empty: scrolled away
    Id group = 0;
    Arrows arrows = Arrows::Both;
    Takes takes = Takes::Nothing;
    bool takes_tab = false; ///< Tab is typed into it (source)
    int layer = 0;
};

/// What a widget says of itself when it asks to be an item.
struct ItemSpec {
    Role role = Role::Button;
    std::string_view label;
    std::string_view value = {};
    bool selected = false;
    bool disabled = false;
    std::string_view reason = {}; ///< why it is disabled; then the focus can stand on it, to read the reason
    bool expanded = false;
    bool focusable = true;
    Takes takes = Takes::Nothing;
    bool takes_tab = false;       ///< Tab is typed into it instead of going on
    float radius = size::kRadius; ///< of the focus ring
    std::optional<Rect> ring = {};///< what the focus ring goes round, when not the item itself
};

/// What happened to an item in this frame.
struct Item {
    Id id = 0;
    bool hot = false;     ///< the pointer is on it
    bool held = false;    ///< the mouse button went down on it and is still down
    bool pressed = false; ///< clicked, or Enter or Space while focused
    bool double_pressed = false;
    bool focused = false;
    bool ring = false;    ///< focused and the keyboard is in use
    bool grabbed = false; ///< the button went down on it in this frame
};

/// A key with modifiers.
struct Chord {
    Key key = Key::None;
    base::Mods mods = {};
};
constexpr Chord ctrl(Key key) { return {key, {true, false, false}}; }
constexpr Chord shift(Key key) { return {key, {false, true, false}}; }

/// What the window hands in for a frame.
struct FrameInput {
    float width = 1440, height = 900; ///< device pixels
    float scale = 1;
    double time = 0; ///< seconds of a steady clock
    std::span<const base::InputEvent> events = {};
};

/// Clipboard of the desktop, handed in.
struct Clipboard {
    std::function<std::string()> read;
    std::function<void(const std::string&)> write;
};

/// Everything a screen draws with and asks, for one window. Made once; `begin` and `end` around every frame. Screens are
/// functions of (Ui&, const ViewModel&, ViewOptions&, Actions&) and keep nothing.
class Ui {
public:
    Ui(Fonts& fonts, Textures& textures);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    void set_theme(Theme theme) { tokens_ = tokens(theme); }
    void set_clipboard(Clipboard clipboard) { clipboard_ = std::move(clipboard); }
    /// Where pictures that are pages come from: the texture of a file, 0 for none.
    void set_pictures(std::function<TextureId(const std::string& path)> pictures) { pictures_ = std::move(pictures); }
    [[nodiscard]] TextureId picture(const std::string& path) const { return pictures_ && !path.empty() ? pictures_(path) : 0; }
    /// Notes every written text in `written()`; costs time, for tests and dumps.
    void set_recording(bool on) { recording_ = on; }
    [[nodiscard]] bool recording() const { return recording_; }

    /// Between ImGui::NewFrame and ImGui::Render. Events are queued: a frame takes what comes up to and with one key or
    /// button transition (typed text excepted), the rest waits and `again` says so. So no press is lost or swallowed.
    void begin(const FrameInput& input);
    void end();

    // What to draw with.
    [[nodiscard]] const Tokens& t() const { return tokens_; }
    [[nodiscard]] Canvas& draw() { return *canvas_; }
    [[nodiscard]] Fonts& fonts() { return fonts_; }
    [[nodiscard]] Textures& textures() { return textures_; }
    [[nodiscard]] float scale() const { return scale_; }
    /// The whole window in CSS pixels (device pixels divided by the scale).
    [[nodiscard]] Rect window() const { return window_; }
    /// True where everything goes into one column with tabs (below 960×600).
    [[nodiscard]] bool small() const { return window_.w < size::kSmallWidth || window_.h < size::kSmallHeight; }
    [[nodiscard]] double time() const { return time_; }

    // Names. A scope prefixes the ids of what follows; a group is what Tab stops at once.
    void push_scope(std::string_view name);
    void pop_scope();
    void push_group(std::string_view name, Arrows arrows = Arrows::Both);
    void pop_group();
    [[nodiscard]] Id id_of(std::string_view name) const;
    [[nodiscard]] std::string path_of(std::string_view name) const;

    /// Registers a widget and tells what happened to it.
    Item item(std::string_view name, const Rect& r, const ItemSpec& spec);

    // Focus.
    [[nodiscard]] bool focused(std::string_view name) const { return focus_ == id_of(name); }
    /// True when the focus stands in the current group (digits and letters act only then).
    [[nodiscard]] bool group_focused() const;
    /// Moves the focus to a widget of the next frame, by its whole path.
    void focus(std::string_view path);
    void focus_id(Id id);
    void clear_focus() { focus_ = 0; }
    /// Moves the focus as that arrow key would inside its group.
    void move_inside_group(Key arrow);
    [[nodiscard]] Id focus_id() const { return focus_; }
    [[nodiscard]] bool keyboard_used() const { return keyboard_used_; }
    /// True while a text field has the focus: plain letters are text, not shortcuts.
    [[nodiscard]] bool typing() const;

    // Keys. Each key press is one frame's; whoever takes it first has it.
    /// True when pressed in this frame, at any focus. Plain letters and digits do not reach it while somebody types.
    bool shortcut(Chord chord);
    bool shortcut(Key key) { return shortcut(Chord{key, {}}); }
    /// True when pressed while the focus stands in the current group.
    bool group_key(Key key);
    /// The key press of this frame, for a focused widget that takes keys; `take_key` uses it up.
    [[nodiscard]] const base::InputEvent* key() const;
    void take_key() { key_taken_ = true; }
    /// Typed text of this frame (UTF-8), for the focused text field.
    [[nodiscard]] std::string take_text();

    // Pointer, CSS pixels.
    [[nodiscard]] Vec mouse() const { return mouse_; }
    [[nodiscard]] Vec press_point() const { return press_point_; }
    [[nodiscard]] bool mouse_down() const { return down_; }
    [[nodiscard]] base::Mods mods() const { return mods_; }
    [[nodiscard]] int clicks() const { return clicks_; } ///< 1, 2, 3 at the last press
    /// Wheel steps for the scroll area under the pointer; 0 for all others.
    [[nodiscard]] float wheel(Id scroll_area) const { return scroll_area == wheel_target_ ? wheel_ : 0; }
    void take_wheel() { wheel_ = 0; }
    /// Wheel steps of this frame, if the pointer is in `r` (for Ctrl and the wheel).
    [[nodiscard]] float wheel_over(const Rect& r) const { return hovers(r) ? wheel_ : 0; }
    /// True when nothing above the current layer covers the pointer and it is inside the clip and `r`.
    [[nodiscard]] bool hovers(const Rect& r) const;
    enum class Cursor : std::uint8_t { Arrow, Text, Hand, Horizontal, Vertical };
    void set_cursor(Cursor cursor) { cursor_ = cursor; }
    [[nodiscard]] Cursor cursor() const { return cursor_; }

    // Layers: what is drawn above and takes pointer and focus (dialogs, menus). `modal` keeps the focus inside.
    void push_layer(std::string_view name, const Rect& r, bool modal);
    void pop_layer();
    [[nodiscard]] int layer() const { return static_cast<int>(layer_stack_.size()); }
    /// True when no modal layer stands above the current one.
    [[nodiscard]] bool layer_active() const { return layer() >= top_modal_; }
    /// True when the button went down outside `r` in this frame, with this layer on top.
    [[nodiscard]] bool pressed_outside(const Rect& r) const;

    // Clips that also hide from the pointer.
    void push_clip(const Rect& r) { canvas_->push_clip(r); }
    void pop_clip() { canvas_->pop_clip(); }

    /// Shows words beside the last item while the pointer rests on it or the keyboard is on it.
    void tooltip(const Item& item, std::string_view words, const Rect& r);
    /// One line ended with "…" where needed, the whole text in a tooltip while the pointer rests on `r`.
    void text_cut(const Rect& r, std::string_view s, Font font, Color c, HAlign align = HAlign::Left);

    /// What a widget remembers between frames, by its id (scroll offset, caret). Made on first use.
    template <class T> T& memory(Id id) {
        auto& slot = memory_[id];
        if (!slot || slot->type != std::type_index(typeid(T))) slot = std::make_unique<Kept<T>>();
        return static_cast<Kept<T>&>(*slot).value;
    }

    // A scroll area tells where it clips, so that focused items inside are brought into view.
    void push_scroll(Id id, const Rect& view);
    /// The change of offset that brings the focused item into view; asked once by the area itself.
    float pop_scroll();

    [[nodiscard]] std::string read_clipboard() const { return clipboard_.read ? clipboard_.read() : std::string(); }
    void write_clipboard(const std::string& s) const {
        if (clipboard_.write) clipboard_.write(s);
    }

    /// Asks for another frame after so many seconds (a tooltip's delay); the window waits at most that long.
    void wake_in(double seconds);
    [[nodiscard]] std::optional<double> wake() const { return wake_; }
    /// True when the frame just built asks to be drawn again at once (layout settled, focus moved).
    [[nodiscard]] bool again() const { return again_; }
    void draw_again() { again_ = true; }

    /// The widgets and the words of the last whole frame.
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] const std::vector<WrittenText>& written() const { return written_; }
    [[nodiscard]] const Node* find(std::string_view path) const;

private:
    struct KeptBase {
        explicit KeptBase(std::type_index t) : type(t) {}
        virtual ~KeptBase() = default;
        std::type_index type;
    };
    template <class T> struct Kept final : KeptBase {
        Kept() : KeptBase(typeid(T)) {}
        T value{};
    };
    struct Group {
        Id id;
        Arrows arrows;
    };
    struct Layer {
        Id id;
        Rect rect;
        bool modal;
        int level;
    };
    struct Scroll {
        Id id;
        Rect view;
        float want = 0;
        int layer = 0;
    };

    void read_events(const FrameInput& input);
    void find_hot();
    void move_focus();
    void move_to_group(bool back);
    bool move_inside(const Node& from, Key key);
    const Node* node_of(Id id) const;
    void settle_focus();
    void settle_layers();
    void draw_ring();
    void draw_tooltip();
    [[nodiscard]] bool reachable(const Node& n) const {
        return n.focusable && (!n.disabled || !n.reason.empty()) && n.layer >= top_modal_;
    }
    /// True while the pointer has rested long enough on what has this key; asks to be woken otherwise.
    bool rested(Id key);
    bool consume(const base::InputEvent& e);
    void button_event(const base::InputEvent& e);
    void reset_frame_input();
    void hold_after_action();
    [[nodiscard]] bool plain_text_key(Chord chord) const;
    void set_focus(Id id, bool by_keyboard);

    Fonts& fonts_;
    Textures& textures_;
    Tokens tokens_;
    Clipboard clipboard_;
    std::function<TextureId(const std::string&)> pictures_;
    bool recording_ = false;
    float scale_ = 1;
    Rect window_;
    double time_ = 0;
    std::unique_ptr<Canvas> canvas_;
    struct Splitter;
    std::unique_ptr<Splitter> splitter_;

    std::string path_;
    std::vector<std::size_t> scopes_;
    std::vector<Group> groups_;
    std::vector<Node> nodes_, building_;
    std::vector<WrittenText> written_, writing_;

    Id focus_ = 0, hot_ = 0, held_ = 0, pressed_ = 0, grabbed_ = 0;
    bool keyboard_used_ = false, focus_moved_ = false;
    std::string wanted_focus_;
    int wanted_frames_ = 0;
    struct Ring {
        Rect rect, clip;
        float radius = 0;
        int layer = 0;
        bool shown = false;
    } ring_;

    Vec mouse_{-1e6F, -1e6F}, press_point_;
    bool down_ = false, went_down_ = false, went_up_ = false;
    int clicks_ = 0;
    double last_click_ = -1;
    float wheel_ = 0;
    Id wheel_target_ = 0;
    base::Mods mods_;
    std::deque<base::InputEvent> pending_;
    std::optional<base::InputEvent> key_;
    bool key_taken_ = false, transition_ = false;
    int hold_ = 0; ///< frames that take no events
    std::string text_;
    Cursor cursor_ = Cursor::Arrow;

    std::vector<Layer> layer_stack_, layers_, layers_before_; ///< open now; all of this frame; all of the last
    int top_modal_ = 0, hot_layer_ = 0;
    struct Saved {
        Id layer;
        Id focus;
    };
    std::vector<Saved> saved_focus_;
    std::vector<Scroll> scrolls_;

    struct Tip {
        std::string words;
        Rect rect;
        bool shown = false;
    } tip_;
    Id rest_on_ = 0, rest_now_ = 0;
    double rest_since_ = 0;
    std::optional<double> wake_;
    bool again_ = false;
    std::unordered_map<Id, std::unique_ptr<KeptBase>> memory_;
};

/// `Scope s(ui, "desk");` for a block of code.
class Scope {
public:
    Scope(Ui& ui, std::string_view name) : ui_(ui) { ui_.push_scope(name); }
    ~Scope() { ui_.pop_scope(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

private:
    Ui& ui_;
};

/// A scope that is also a focus group.
class GroupScope {
public:
    GroupScope(Ui& ui, std::string_view name, Arrows arrows = Arrows::Both) : ui_(ui) { ui_.push_group(name, arrows); }
    ~GroupScope() { ui_.pop_group(); }
    GroupScope(const GroupScope&) = delete;
    GroupScope& operator=(const GroupScope&) = delete;

private:
    Ui& ui_;
};

} // namespace timbang::ui
