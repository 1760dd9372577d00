#include "ui/kit/ui.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace timbang::ui {
namespace {

constexpr int kChannels = 10; ///< layers 0…8, tooltip

Id hash(std::string_view s) {
    Id h = 1469598103934665603ULL; // FNV-1a
    for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return h | 1U;
}

} // namespace

struct Ui::Splitter {
    ImDrawListSplitter split;
};

const char* role_name(Role role) {
    constexpr const char* kNames[] = {"button", "toggle", "option",   "checkbox", "radio", "row",      "link",
                                      "field",  "editor", "slider",   "menu",     "item",  "tab",      "document",
                                      "splitter", "scroll", "dialog", "figure",   "group"};
    return kNames[static_cast<std::size_t>(role)];
}

Ui::Ui(Fonts& fonts, Textures& textures)
    : fonts_(fonts), textures_(textures), tokens_(tokens(Theme::Light)), splitter_(std::make_unique<Splitter>()) {
    ImGui::GetStyle().CircleTessellationMaxError = 0.08F; // small dots stay round
}

Ui::~Ui() = default;

void Ui::begin(const FrameInput& input) {
    scale_ = input.scale;
    time_ = input.time;
    window_ = {0, 0, input.width / scale_, input.height / scale_};
    again_ = fonts_.settle(textures_);
    wake_.reset();
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    splitter_->split.Split(list, kChannels);
    canvas_ = std::make_unique<Canvas>(list, fonts_, scale_);
    canvas_->set_window(window_);
    writing_.clear();
    building_.clear();
    layers_.clear();
    canvas_->record(recording_ ? &writing_ : nullptr);
    canvas_->set_place(0, -1);
    ring_.shown = tip_.shown = false;
    rest_now_ = 0;
    cursor_ = Cursor::Arrow;
    read_events(input);
    move_focus();
}

void Ui::end() {
    focus_moved_ = false;
    hold_after_action();
    settle_layers();
    settle_focus();
    draw_ring();
    draw_tooltip();
    splitter_->split.Merge(canvas_->list());
    nodes_.swap(building_);
    written_.swap(writing_);
    if (rest_now_ != rest_on_) {
        rest_on_ = rest_now_;
        rest_since_ = time_;
    }
    if (!pending_.empty()) again_ = true;
    fonts_.upload(textures_);
}

void Ui::push_scope(std::string_view name) {
    scopes_.push_back(path_.size());
    if (!path_.empty()) path_ += '/';
    path_ += name;
}

void Ui::pop_scope() {
    path_.resize(scopes_.back());
    scopes_.pop_back();
}

void Ui::push_group(std::string_view name, Arrows arrows) {
    push_scope(name);
    groups_.push_back({hash(path_), arrows});
}

void Ui::pop_group() {
    groups_.pop_back();
    pop_scope();
}

std::string Ui::path_of(std::string_view name) const {
    std::string path = path_;
    if (!path.empty()) path += '/';
    return path += name;
}

Id Ui::id_of(std::string_view name) const { return hash(path_of(name)); }

Item Ui::item(std::string_view name, const Rect& r, const ItemSpec& spec) {
    Node& n = building_.emplace_back();
    n.path = path_of(name);
    n.id = hash(n.path);
    n.role = spec.role;
    n.label = spec.label;
    n.value = spec.value;
    n.reason = spec.reason;
    n.selected = spec.selected;
    n.disabled = spec.disabled;
    n.expanded = spec.expanded;
    n.focusable = spec.focusable;
    n.takes = spec.takes;
    n.takes_tab = spec.takes_tab;
    n.rect = r;
    n.visible = r.intersect(canvas_->clip());
    n.layer = layer();
    const bool grouped = !groups_.empty() && groups_.back().id != 0;
    n.group = grouped ? groups_.back().id : n.id;
    n.arrows = grouped ? groups_.back().arrows : Arrows::None;
    canvas_->set_place(n.layer, static_cast<int>(building_.size()) - 1);

    Item it;
    it.id = n.id;
    it.hot = hot_ == n.id && (held_ == 0 || held_ == n.id);
    it.held = held_ == n.id && !n.disabled;
    it.grabbed = grabbed_ == n.id && !n.disabled;
    it.focused = focus_ == n.id;
    it.ring = it.focused && keyboard_used_;
    it.pressed = pressed_ == n.id && !n.disabled;
    it.double_pressed = it.pressed && clicks_ == 2;
    if (it.focused && key_ && !key_taken_ && !key_->repeat && key_->mods == base::Mods{} && spec.takes != Takes::Text &&
        layer_active() && (key_->key == Key::Enter || key_->key == Key::Space)) {
        it.pressed = !n.disabled;
        key_taken_ = true;
    }
    if (it.focused) {
        for (Scroll& s : scrolls_) {
            if (!focus_moved_ || s.layer != n.layer) continue;
            if (r.y < s.view.y) s.want = r.y - s.view.y - 4;
            else if (r.bottom() > s.view.bottom()) s.want = std::min(r.bottom() - s.view.bottom() + 4, r.y - s.view.y);
        }
        if (it.ring) ring_ = {spec.ring.value_or(r), canvas_->clip(), spec.radius, n.layer, true};
    }
    return it;
}

void Ui::push_layer(std::string_view name, const Rect& r, bool modal) {
    layer_stack_.push_back({id_of(name), r, modal, layer() + 1});
    layers_.push_back(layer_stack_.back());
    splitter_->split.SetCurrentChannel(canvas_->list(), std::min(layer(), kChannels - 2));
    canvas_->push_clip_over(window_);
    canvas_->set_place(layer(), -1);
    push_scope(name);
    groups_.push_back({0, Arrows::None}); // what lies above is in no group of what lies below
}

void Ui::pop_layer() {
    groups_.pop_back();
    pop_scope();
    canvas_->pop_clip();
    layer_stack_.pop_back();
    splitter_->split.SetCurrentChannel(canvas_->list(), std::min(layer(), kChannels - 2));
    canvas_->set_place(layer(), -1);
}

bool Ui::pressed_outside(const Rect& r) const { return went_down_ && !r.contains(mouse_) && hot_layer_ <= layer(); }

bool Ui::hovers(const Rect& r) const {
    return held_ == 0 && hot_layer_ == layer() && r.contains(mouse_) && canvas_->clip().contains(mouse_);
}

void Ui::push_scroll(Id id, const Rect& view) {
    scrolls_.push_back({id, view, 0, layer()});
    canvas_->push_clip(view);
}

float Ui::pop_scroll() {
    const float want = scrolls_.back().want;
    scrolls_.pop_back();
    canvas_->pop_clip();
    return want;
}

void Ui::wake_in(double seconds) {
    if (!wake_ || *wake_ > seconds) wake_ = seconds;
}

const Node* Ui::find(std::string_view path) const {
    for (const Node& n : nodes_)
        if (n.path == path) return &n;
    return nullptr;
}

void Ui::draw_ring() {
    if (!ring_.shown || ring_.rect.empty()) return; // a text field shows the focus by its border
    const Tokens& t = tokens_;
    splitter_->split.SetCurrentChannel(canvas_->list(), std::min(ring_.layer, kChannels - 2));
    canvas_->push_clip_over(ring_.clip.inset(-6).intersect(window_));
    canvas_->outline(ring_.rect.inset(-4), t.acc, ring_.radius + 3, 2);
    canvas_->pop_clip();
}

void Ui::draw_tooltip() {
    if (!tip_.shown) return;
    constexpr float kWidth = 360, kPad = 8;
    splitter_->split.SetCurrentChannel(canvas_->list(), kChannels - 1);
    canvas_->set_silent(true);
    const Font font = type::k13;
    const float w = std::min(kWidth, canvas_->width(tip_.words, font) + 1);
    const float h = canvas_->para_height(w, tip_.words, font);
    Rect r{tip_.rect.x, tip_.rect.bottom() + 6, w + 2 * kPad + 2, h + kPad + 4};
    if (r.bottom() > window_.bottom()) r.y = tip_.rect.y - 6 - r.h;
    r.x = std::max(4.0F, std::min(r.x, window_.right() - r.w - 4));
    r.y = std::max(4.0F, r.y);
    canvas_->push_clip_over(window_);
    canvas_->box(r, tokens_.surface, tokens_.line2, size::kRadius);
    canvas_->para(r.x + kPad + 1, r.y + 6, w, tip_.words, font, tokens_.text);
    canvas_->pop_clip();
    canvas_->set_silent(false);
}

bool Ui::rested(Id key) {
    constexpr double kDelay = 0.5;
    rest_now_ = key;
    if (rest_on_ == key && time_ - rest_since_ >= kDelay) return true;
    wake_in(rest_on_ == key ? kDelay - (time_ - rest_since_) : kDelay);
    return false;
}

void Ui::tooltip(const Item& item, std::string_view words, const Rect& r) {
    if (words.empty() || item.held) return;
    if (item.ring || (item.hot && rested(item.id))) tip_ = {std::string(words), r, true};
}

void Ui::text_cut(const Rect& r, std::string_view s, Font font, Color c, HAlign align) {
    if (!canvas_->text_ellipsis(r, s, font, c, align)) return;
    const bool on_focus = !building_.empty() && keyboard_used_ && building_.back().id == focus_ && building_.back().rect.holds(r, 1);
    if (on_focus || (hovers(r) && rested(hash(s)))) tip_ = {std::string(s), r, true};
}

} // namespace timbang::ui
