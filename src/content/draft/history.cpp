#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "content/draft.h"

namespace timbang::content {

namespace {

/// A pause ends a stretch of typing, so that undo goes back in steps one remembers.
constexpr auto kPause = std::chrono::milliseconds(1500);

std::shared_ptr<const std::string> spliced(const std::string& text, std::size_t at, std::size_t size, std::string_view by) {
    std::string made;
    made.reserve(text.size() - size + by.size());
    made.append(text, 0, at).append(by).append(text, at + size);
    return std::make_shared<const std::string>(std::move(made));
}

} // namespace

void Draft::perform(const Change& change) {
    File& file = files_.try_emplace(change.path, File{nullptr, false, true, nullptr, ""}).first->second;
    switch (change.step) {
    case Step::Splice:
        file.text = spliced(file.text == nullptr ? "" : *file.text, change.at, change.before.size(), change.after);
        break;
    case Step::Create:
        file.there = true;
        file.is_text = change.is_text;
        file.text = std::make_shared<const std::string>(change.after);
        break;
    case Step::Remove:
        file.there = false;
        file.text = nullptr;
        break;
    }
}

void Draft::reverse(const Change& change) {
    File& file = files_.at(change.path);
    switch (change.step) {
    case Step::Splice: file.text = spliced(*file.text, change.at, change.after.size(), change.before); break;
    case Step::Create:
        file.there = false;
        file.text = nullptr;
        break;
    case Step::Remove:
        file.there = true;
        file.is_text = change.is_text;
        file.text = std::make_shared<const std::string>(change.before);
        break;
    }
}

bool Draft::joins(const Group& group) const {
    if (!group.typing || !typing_open_ || done_ == 0 || done_ != history_.size()) return false;
    const Group& last = history_.back();
    if (!last.typing || last.label != group.label || group.changes.size() != 1) return false;
    if (group.at < last.at || group.at - last.at > kPause) return false;
    const Change& before = last.changes.back();
    const Change& now = group.changes.front();
    if (before.path != now.path || before.after.ends_with('\n')) return false;
    // What was typed last is touched: letters follow it, are taken back, or it is written anew (quotes around it).
    return now.at <= before.at + before.after.size() && before.at <= now.at + now.before.size();
}

void Draft::record(Group group) {
    if (group.changes.empty()) return;
    ++version_;
    if (open_) {
        open_->changes.insert(open_->changes.end(), std::make_move_iterator(group.changes.begin()),
                              std::make_move_iterator(group.changes.end()));
        open_->at = group.at;
        return;
    }
    if (joins(group)) {
        Group& last = history_.back();
        Change& before = last.changes.back();
        Change& now = group.changes.front();
        last.at = group.at;
        if (now.before.empty() && now.at == before.at + before.after.size()) before.after += now.after;
        else last.changes.push_back(std::move(now));
        return;
    }
    history_.resize(done_);
    typing_open_ = group.typing;
    history_.push_back(std::move(group));
    done_ = history_.size();
}

void Draft::forget(const std::string& path) {
    const auto known = [&](const Group& group) {
        return std::any_of(group.changes.begin(), group.changes.end(),
                           [&](const Change& change) { return change.path == path; });
    };
    if (!std::any_of(history_.begin(), history_.end(), known) && !(open_ && known(*open_))) return;
    history_.clear();
    done_ = 0;
    if (open_) open_->changes.clear();
    typing_open_ = false;
}

void Draft::begin_group(std::string label) {
    end_group();
    open_ = Group{std::move(label), {}, false, {}};
}

void Draft::end_group() {
    if (!open_) return;
    Group group = std::move(*open_);
    open_.reset();
    if (group.changes.empty()) return;
    history_.resize(done_);
    history_.push_back(std::move(group));
    done_ = history_.size();
    typing_open_ = false;
}

std::string Draft::undo_label() const { return can_undo() ? history_[done_ - 1].label : ""; }
std::string Draft::redo_label() const { return can_redo() ? history_[done_].label : ""; }

DraftPlace Draft::place_of(const Group& group, bool undone) const {
    // The last file that is still there: a removed one cannot be shown.
    DraftPlace place{group.label, "", 0, 0};
    for (const Change& change : group.changes) {
        if (text(change.path) == nullptr && !place.path.empty()) continue;
        place.path = change.path;
        place.begin = change.step == Step::Splice ? change.at : 0;
        place.end = change.step == Step::Splice ? change.at + (undone ? change.before : change.after).size() : 0;
        if (undone && text(change.path) != nullptr) break; // what was done first is undone last
    }
    return place;
}

std::optional<DraftPlace> Draft::undo() {
    end_group();
    if (!can_undo()) return std::nullopt;
    const Group& group = history_[--done_];
    for (auto change = group.changes.rbegin(); change != group.changes.rend(); ++change) reverse(*change);
    ++version_;
    typing_open_ = false;
    return place_of(group, true);
}

std::optional<DraftPlace> Draft::redo() {
    end_group();
    if (!can_redo()) return std::nullopt;
    const Group& group = history_[done_++];
    for (const Change& change : group.changes) perform(change);
    ++version_;
    typing_open_ = false;
    return place_of(group, false);
}

} // namespace timbang::content
