#include "app/author.h"

#include <algorithm>

#include "app/author_form.h"
#include "app/controller.h"
#include "app/present/author_parts.h"

namespace timbang::app {
namespace {

using namespace std::chrono_literals;

constexpr auto kCheckPause = 200ms;  ///< after the last letter
constexpr auto kKeepPause = 2s;      ///< until unsaved texts are kept aside
constexpr auto kLookPause = 4s;      ///< between looks at the folder
constexpr auto kShowPause = 200ms;   ///< between pictures of the players' progress

/// When the next recovery copy is to be written.
std::optional<base::Time> keep_due(const OpenDraft& o) {
    if (o.keeping > 0 || o.recovery_version == o.draft.version()) return std::nullopt;
    const base::Time typed = o.changed_at ? *o.changed_at + kKeepPause : base::Time{};
    return std::max(typed, o.keep_again.value_or(typed));
}

/// When the folder is looked at next.
std::optional<base::Time> look_due(const Model& model, const OpenDraft& o) {
    if (model.screen != Screen::Author || o.looking || o.saving == AuthorSaving::Saving) return std::nullopt;
    return o.look_wanted ? o.looked_at : o.looked_at + kLookPause;
}

} // namespace

std::vector<AuthorNoticeKind> author_notices(const OpenDraft& open) {
    std::vector<AuthorNoticeKind> notices;
    if (!open.found.empty()) notices.push_back(AuthorNoticeKind::Recovery);
    if (open.saving == AuthorSaving::Failed) notices.push_back(AuthorNoticeKind::NotSaved);
    if (!open.draft.clashes().empty()) notices.push_back(AuthorNoticeKind::Clash);
    if (!open.taken.taken.empty() || !open.taken.merged.empty()) notices.push_back(AuthorNoticeKind::Outside);
    return notices;
}

void AuthorController::tell_error(const base::Error& error) {
    window_.tell_error(error);
}

void AuthorController::tell(const std::string& key, const base::Args& args, Tint tint) {
    window_.tell({key, args}, tint);
}

bool AuthorController::edit(const content::EditGroup& group) {
    OpenDraft& o = open();
    const auto before = o.draft.snapshot();
    if (const base::Status done = o.draft.apply(group, model_.now()); !done) {
        tell_error(done.error());
        return false;
    }
    if (o.draft.version() == before->version) return true;
    shift_findings(group, *before);
    edited();
    return true;
}

void AuthorController::edited() {
    open().changed_at = model_.now();
    leave_missing_files();
    refresh_text();
}

void AuthorController::enter() {
    if (model_.author.open == nullptr) return find_kept_aside();
    look();
    open().items_of.clear(); // somebody may have answered meanwhile
    read_items();
}

void AuthorController::leave() {
    // A case that is still being read does not open over another screen.
    model_.author.opening.clear();
    ++model_.author.openings;
    if (model_.author.open != nullptr) keep_aside();
}

void AuthorController::came_back() {
    // A look that goes on may have read a file before it was changed.
    if (model_.author.open != nullptr) open().look_wanted = true;
}

bool AuthorController::tick() {
    unseen_ = 0;
    const std::size_t delivered = model_.case_work.deliver() + model_.long_work.deliver();
    bool changed = delivered > unseen_;
    if (model_.author.open == nullptr) return changed;
    OpenDraft& o = open();
    const base::Time now = model_.now();
    const bool unchecked = o.checked_started != o.draft.version();
    if (o.check_wanted || (unchecked && (!o.changed_at || now >= *o.changed_at + kCheckPause))) {
        start_check();
        changed = true;
    }
    if (const auto due = keep_due(o); due && now >= *due) keep_aside();
    if (const auto due = look_due(model_, o); due && now >= *due) look();
    if (o.players.running && now >= o.players.shown_at + kShowPause) {
        o.players.shown_at = now;
        changed = true;
    }
    return changed;
}

std::optional<base::Time> AuthorController::deadline() const {
    if (model_.author.open == nullptr) return std::nullopt;
    const OpenDraft& o = *model_.author.open;
    std::optional<base::Time> due;
    const auto earlier = [&](base::Time time) { due = std::min(due.value_or(time), time); };
    const base::Time changed = o.changed_at.value_or(model_.now());
    if (o.checked_started != o.draft.version()) earlier(changed + kCheckPause);
    if (const auto keep = keep_due(o)) earlier(*keep);
    if (const auto look = look_due(model_, o)) earlier(*look);
    if (o.players.running) earlier(o.players.shown_at + kShowPause);
    return due;
}

void AuthorController::flush() {
    if (model_.author.open != nullptr) keep_aside_now();
}

bool AuthorController::busy() const {
    return model_.case_work.busy() || model_.long_work.busy();
}

void AuthorController::operator()(const action::SetAuthorMode& a) {
    OpenDraft& o = open();
    const bool was_form = o.form;
    o.form = a.form;
    if (a.form) return enter_author_form(*this);
    // What was changed in the form is what somebody looks for in the text.
    const AuthorFormState& form = o.form_state;
    if (!was_form || form.section != FormSection::Indicator || form.indicator.empty()) return;
    const TextPlace place = place_of_indicator(o.draft, form.indicator, -1);
    if (!place.path.empty() && place.path != o.text.path) go_to(place.path, 0, 0);
}

} // namespace timbang::app
