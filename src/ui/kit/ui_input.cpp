#include "ui/kit/held.h"

namespace timbang::ui {

using base::InputEvent;

namespace {

void append_utf8(std::string& out, char32_t cp) {
    const auto byte = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (cp < 0x80) byte(cp);
    else if (cp < 0x800) byte(0xC0 | cp >> 6), byte(0x80 | (cp & 0x3F));
    else if (cp < 0x10000) byte(0xE0 | cp >> 12), byte(0x80 | (cp >> 6 & 0x3F)), byte(0x80 | (cp & 0x3F));
    else byte(0xF0 | cp >> 18), byte(0x80 | (cp >> 12 & 0x3F)), byte(0x80 | (cp >> 6 & 0x3F)), byte(0x80 | (cp & 0x3F));
}

/// The key that went down last and is still down.
struct HeldKey {
    Key key = Key::None;
};
constexpr Id kHeldKey = 1;

/// Keys that type a character.
bool types(Key k) {
    return k == Key::Space || (k >= Key::D0 && k <= Key::Z) || (k >= Key::Plus && k <= Key::Other);
}

} // namespace

void Ui::reset_frame_input() {
    went_down_ = went_up_ = false;
    pressed_ = grabbed_ = 0;
    wheel_ = 0;
    key_.reset();
    key_taken_ = transition_ = false;
    text_.clear();
}

void Ui::read_events(const FrameInput& input) {
    reset_frame_input();
    pending_.insert(pending_.end(), input.events.begin(), input.events.end());
    find_hot();
    if (hold_ > 0) {
        --hold_;
        return;
    }
    while (!pending_.empty() && consume(pending_.front())) pending_.pop_front();
}

/// What a key or press set off shows a frame later, and takes the focus then: what was typed after it waits that long,
/// so that a fast hand loses no letter. Keys that only move do not wait.
void Ui::hold_after_action() {
    if (pressed_ != 0) hold_ = 2;
    if (!key_ || !key_taken_) return;
    const Key k = key_->key;
    const bool moves = k == Key::Tab || (k >= Key::Backspace && k <= Key::PageDown);
    if (!moves || key_->mods.ctrl || key_->mods.alt) hold_ = 2;
}

/// Takes one event into this frame; false: it has to wait for the next.
bool Ui::consume(const InputEvent& e) {
    switch (e.kind) {
    case InputEvent::Kind::Leave:
        mouse_ = {-1e6F, -1e6F};
        find_hot();
        return true;
    case InputEvent::Kind::Move:
        if (transition_) return false;
        mouse_ = {e.x / scale_, e.y / scale_};
        find_hot();
        return true;
    case InputEvent::Kind::Wheel:
        wheel_ += e.y;
        return true;
    case InputEvent::Kind::Text:
        if (!typing()) return true;
        if (transition_) return false;
        append_utf8(text_, e.codepoint);
        return true;
    case InputEvent::Kind::Button:
        if (transition_) return false;
        mods_ = e.mods;
        button_event(e);
        return true;
    case InputEvent::Kind::Key: break;
    }
    HeldKey& held = memory<HeldKey>(kHeldKey);
    if (!e.down) {
        if (transition_) return false; // a short press is held for one frame
        if (held.key == e.key) held.key = Key::None;
        mods_ = e.mods;
        return true;
    }
    if (typing() && types(e.key) && !e.mods.ctrl && !e.mods.alt) return true; // its Text event follows
    if (transition_) return false;
    transition_ = true;
    mods_ = e.mods;
    key_ = e;
    held.key = e.key;
    keyboard_used_ = true;
    return true;
}

void Ui::button_event(const InputEvent& e) {
    constexpr double kDoubleClick = 0.4;
    if (e.button != 0) return;
    transition_ = true;
    down_ = e.down;
    if (!e.down) {
        went_up_ = true;
        if (held_ != 0 && held_ == hot_) pressed_ = held_;
        held_ = 0;
        return;
    }
    went_down_ = true;
    const bool near = std::abs(mouse_.x - press_point_.x) < 4 && std::abs(mouse_.y - press_point_.y) < 4;
    clicks_ = near && time_ - last_click_ < kDoubleClick ? clicks_ + 1 : 1;
    last_click_ = time_;
    press_point_ = mouse_;
    keyboard_used_ = false;
    held_ = grabbed_ = hot_;
    const Node* n = node_of(hot_);
    if (n && reachable(*n)) set_focus(n->id, false);
    else if (!n && typing()) focus_ = 0;
}

/// By the rectangles of the last frame: the last drawn item of the topmost layer under the pointer.
void Ui::find_hot() {
    hot_layer_ = 0;
    for (const Layer& l : layers_before_)
        if (l.modal || l.rect.contains(mouse_)) hot_layer_ = std::max(hot_layer_, l.level);
    hot_ = 0;
    wheel_target_ = 0;
    for (std::size_t i = nodes_.size(); i-- > 0;) {
        const Node& n = nodes_[i];
        if (n.layer != hot_layer_ || !n.visible.contains(mouse_)) continue;
        if (n.role == Role::Scroll) {
            if (wheel_target_ == 0) wheel_target_ = n.id;
        } else if (hot_ == 0) {
            hot_ = n.id;
        }
    }
}

bool holds_key(Ui& ui, Key key) { return ui.memory<HeldKey>(kHeldKey).key == key; }

bool Ui::typing() const {
    const Node* n = node_of(focus_);
    return n && n->takes == Takes::Text;
}

/// True for what a text field, or the focused item, would want before a shortcut.
bool Ui::plain_text_key(Chord chord) const {
    if (chord.mods.ctrl || chord.mods.alt) return false;
    const Key k = chord.key;
    if (typing())
        return types(k) || (k >= Key::Enter && k <= Key::End && k != Key::Escape);
    const Node* n = node_of(focus_);
    if (!n) return false;
    if (k == Key::Enter || k == Key::Space) return true;
    const bool sideways = k == Key::Left || k == Key::Right;
    return (n->takes == Takes::LeftRight && sideways) || (n->takes == Takes::AllArrows && (sideways || k == Key::Up || k == Key::Down));
}

bool Ui::shortcut(Chord chord) {
    if (!key_ || key_taken_ || !layer_active()) return false;
    if (key_->key != chord.key || !(key_->mods == chord.mods) || plain_text_key(chord)) return false;
    key_taken_ = true;
    return true;
}

bool Ui::group_key(Key key) {
    if (!key_ || key_taken_ || key_->key != key || !(key_->mods == base::Mods{}) || typing() || !group_focused()) return false;
    key_taken_ = true;
    return true;
}

const InputEvent* Ui::key() const { return key_ && !key_taken_ ? &*key_ : nullptr; }

std::string Ui::take_text() { return std::exchange(text_, {}); }

} // namespace timbang::ui
