#include <cmath>
#include <limits>

#include "ui/kit/ui.h"

namespace timbang::ui {


const Node* Ui::node_of(Id id) const {
    if (id == 0) return nullptr;
    for (const Node& n : nodes_)
        if (n.id == id) return &n;
    return nullptr;
}

void Ui::set_focus(Id id, bool by_keyboard) {
    focus_ = id;
    focus_moved_ = by_keyboard;
}

void Ui::focus(std::string_view path) {
    wanted_focus_ = path;
    wanted_frames_ = 3;
    again_ = true;
}

void Ui::focus_id(Id id) { set_focus(id, true); }

void Ui::move_inside_group(Key arrow) {
    if (const Node* from = node_of(focus_)) move_inside(*from, arrow);
    again_ = true;
}

bool Ui::group_focused() const {
    const Node* n = node_of(focus_);
    return n && !groups_.empty() && n->group == groups_.back().id;
}

void Ui::move_focus() {
    if (!key_ || key_taken_) return;
    if (key_->key == Key::Tab && !key_->mods.ctrl && !key_->mods.alt) {
        if (const Node* n = node_of(focus_); n && n->takes_tab && n->layer >= top_modal_) return;
        move_to_group(key_->mods.shift);
        key_taken_ = true;
        return;
    }
    if (!(key_->mods == base::Mods{})) return;
    const Node* from = node_of(focus_);
    if (!from || from->takes == Takes::Text || from->takes == Takes::AllArrows) return;
    if (from->takes == Takes::LeftRight && (key_->key == Key::Left || key_->key == Key::Right)) return;
    if (move_inside(*from, key_->key)) key_taken_ = true;
}

/// To the selected item of the next group, else its first.
void Ui::move_to_group(bool back) {
    std::vector<Id> order;
    std::vector<const Node*> entry;
    std::size_t here = std::numeric_limits<std::size_t>::max();
    const Node* now = node_of(focus_);
    for (const Node& n : nodes_) {
        if (!reachable(n)) continue;
        std::size_t g = 0;
        while (g < order.size() && order[g] != n.group) ++g;
        if (g == order.size()) {
            order.push_back(n.group);
            entry.push_back(&n);
        } else if (n.selected && !entry[g]->selected) {
            entry[g] = &n;
        }
        if (now && n.group == now->group) here = g;
    }
    if (order.empty()) return;
    const std::size_t count = order.size();
    std::size_t next = back ? count - 1 : 0;
    if (here < count) next = back ? (here + count - 1) % count : (here + 1) % count;
    set_focus(entry[next]->id, true);
}

bool Ui::move_inside(const Node& from, Key key) {
    const bool left = key == Key::Left, right = key == Key::Right, up = key == Key::Up, down = key == Key::Down;
    if (from.arrows == Arrows::None || (!left && !right && !up && !down && key != Key::Home && key != Key::End)) return false;
    if (from.arrows == Arrows::Horizontal && (up || down)) return false;
    if (from.arrows == Arrows::Vertical && (left || right)) return false;
    const Node *before = nullptr, *after = nullptr, *first = nullptr, *last = nullptr, *nearest = nullptr;
    float best = std::numeric_limits<float>::max();
    bool passed = false;
    for (const Node& n : nodes_) {
        if (n.group != from.group || !reachable(n)) continue;
        if (!first) first = &n;
        last = &n;
        if (n.id == from.id) {
            passed = true;
            continue;
        }
        if (!passed) before = &n;
        else if (!after) after = &n;
        const float dx = n.rect.centre().x - from.rect.centre().x, dy = n.rect.centre().y - from.rect.centre().y;
        const float along = left ? -dx : right ? dx : up ? -dy : dy;
        const float across = std::abs(left || right ? dy : dx);
        if (along > 1 && along + 3 * across < best) {
            best = along + 3 * across;
            nearest = &n;
        }
    }
    const Node* to = left || up ? before : after;
    if (from.arrows == Arrows::Grid) to = nearest;
    if (key == Key::Home) to = first;
    if (key == Key::End) to = last;
    if (!to) return false;
    set_focus(to->id, true);
    return true;
}

/// A modal layer that opens takes the focus: its first text field, its selected item or its first; one that closes gives
/// it back to where it was.
void Ui::settle_layers() {
    int top = 0;
    for (const Layer& l : layers_)
        if (l.modal) top = std::max(top, l.level);
    if (top != top_modal_) again_ = true;
    top_modal_ = top;
    while (!saved_focus_.empty()) {
        const Saved saved = saved_focus_.back();
        bool open = false;
        for (const Layer& l : layers_) open = open || l.id == saved.layer;
        if (open) break;
        saved_focus_.pop_back();
        set_focus(saved.focus, true);
    }
    for (const Layer& l : layers_) {
        bool known = !l.modal;
        for (const Saved& s : saved_focus_) known = known || s.layer == l.id;
        if (known) continue;
        saved_focus_.push_back({l.id, focus_});
        const Node* entry = nullptr;
        for (const Node& n : building_) {
            if (n.layer != l.level || !reachable(n)) continue;
            const bool field = n.takes == Takes::Text;
            if (!entry || (field && entry->takes != Takes::Text) || (n.selected && !entry->selected && entry->takes != Takes::Text))
                entry = &n;
        }
        set_focus(entry ? entry->id : 0, true);
        again_ = true;
    }
    layers_before_ = layers_;
}

void Ui::settle_focus() {
    const auto built = [&](Id id) -> const Node* {
        for (const Node& n : building_)
            if (n.id == id) return &n;
        return nullptr;
    };
    if (!wanted_focus_.empty()) {
        for (const Node& n : building_)
            if (n.path == wanted_focus_) {
                set_focus(n.id, true);
                wanted_focus_.clear();
                break;
            }
        again_ = true;
        if (--wanted_frames_ <= 0) wanted_focus_.clear();
    }
    if (focus_ == 0 || built(focus_)) return;
    // The item has gone: the one that took its place in the group, else nothing.
    const Node* old = node_of(focus_);
    Id heir = 0;
    if (old) {
        std::size_t place = 0, seen = 0;
        for (const Node& n : nodes_) {
            if (n.id == old->id) break;
            if (n.group == old->group) ++place;
        }
        for (const Node& n : building_) {
            if (n.group != old->group || !reachable(n)) continue;
            heir = n.id;
            if (seen++ >= place) break;
        }
    }
    set_focus(heir, false); // without scrolling to it: it may be the wheel that took the item away
    again_ = true;
}

} // namespace timbang::ui
