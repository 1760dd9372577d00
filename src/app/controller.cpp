#include "app/controller.h"

#include <algorithm>

#include "app/present/present.h"
#include "base/files.h"
#include "content/package.h"

namespace timbang::app {
namespace {

constexpr std::size_t kToasts = 4;

} // namespace

bool Controller::running() const {
    return model_.session && !model_.session->state().over();
}

void Controller::tell(base::Message message, Tint tint, bool stays) {
    const auto same = [&](const ToastState& toast) { return toast.message == message && toast.text.empty(); };
    std::erase_if(model_.toasts, same);
    stays = stays || tint == Tint::Reject;
    model_.toasts.push_back({model_.next_toast++, tint, std::move(message), "", stays, model_.now()});
    while (model_.toasts.size() > kToasts) {
        const auto passing = std::find_if(model_.toasts.begin(), model_.toasts.end(),
                                          [](const ToastState& toast) { return !toast.stays; });
        model_.toasts.erase(passing == model_.toasts.end() ? model_.toasts.begin() : passing);
    }
}

void Controller::tell_text(std::string text, Tint tint, bool stays) {
    std::erase_if(model_.toasts, [&](const ToastState& toast) { return toast.text == text; });
    tell({"app.text", {}}, tint, stays);
    model_.toasts.back().text = std::move(text);
}

void Controller::tell_error(const base::Error& error, bool stays) {
    tell_text(model_.catalogue.text(model_.lang(), error), Tint::Reject, stays);
}

void Controller::save_settings() {
    if (!model_.ports.save_settings) return;
    if (const base::Status saved = model_.ports.save_settings(model_.settings); !saved) tell_error(saved.error());
}

void Controller::go_home() {
    if (model_.session) model_.session->hand_over();
    model_.screen = Screen::Home;
    model_.record_changed = true;
}

void Controller::operator()(const action::Navigate& a) {
    if (a.to != Screen::Desk && a.to != Screen::Debrief) end_try();
    if (model_.session) model_.session->hand_over();
    if (a.to == Screen::Desk && !running()) return;
    if (a.to == Screen::Debrief && (!model_.session || in_check(model_))) return;
    if (model_.screen == Screen::Author && a.to != Screen::Author) author_.leave();
    model_.screen = a.to;
    if (a.to == Screen::Author) author_.enter();
    if (a.to == Screen::Workshop) rooms_.enter();
    if (a.to == Screen::Profile) model_.section = 0;
    if (a.to == Screen::Home || a.to == Screen::Records || a.to == Screen::Settings || a.to == Screen::Profile)
        model_.record_changed = true;
    model_.search.reset();
}

void Controller::operator()(const action::Back&) {
    if (model_.screen == Screen::Lesson && model_.lesson) {
        const Screen back = model_.lesson->back;
        if (back == Screen::Desk || back == Screen::Debrief || back == Screen::Readiness) model_.screen = back;
        else (*this)(action::Navigate{back});
        model_.lesson.reset();
        return;
    }
    if (model_.trying) return end_try();
    if (model_.screen == Screen::Desk && in_check(model_)) return checks_(action::PauseReadiness{});
    if (model_.screen == Screen::Readiness) return (*this)(action::Navigate{model_.readiness.back});
    if (model_.screen == Screen::Debrief) {
        model_.debrief.passage = {};
        if (model_.back == Screen::Records) return (*this)(action::Navigate{Screen::Records});
    }
    go_home();
}

void Controller::operator()(const action::CloseDialog&) {
    if (model_.search)
        model_.search.reset();
    else if (model_.readiness.dialog)
        checks_.close_dialog();
    else if (model_.records_dialog)
        model_.records_dialog.reset();
    else if (model_.name_dialog)
        model_.name_dialog.reset();
    else if (model_.author_package && !model_.folder_chooser)
        author_.close_package();
    else if (model_.package_dialog && !model_.folder_chooser)
        close_package();
    else if (!model_.folder_chooser && model_.records_work && model_.records_work->ask == RecordAsk::TakeHome)
        (*this)(action::StopRecordWork{});
    else
        model_.folder_chooser.reset();
    model_.author.choosing = model_.author.choosing && model_.folder_chooser;
}

void Controller::operator()(const action::DismissToast& a) {
    std::erase_if(model_.toasts, [&](const ToastState& toast) { return toast.id == a.id; });
}

void Controller::operator()(const action::SetFilter& a) {
    if (a.filter < 0)
        model_.filters.fill(0);
    else if (a.filter < kFilters && a.option >= 0)
        model_.filters[static_cast<std::size_t>(a.filter)] = a.option;
}

void Controller::operator()(const action::SetRecordsFilter& a) {
    if (a.filter < 0)
        model_.records_filters.fill(0);
    else if (a.filter < kRecordsFilters && a.option >= 0)
        model_.records_filters[static_cast<std::size_t>(a.filter)] = a.option;
}

void Controller::operator()(const action::SetSort& a) {
    model_.sort = std::clamp(a.option, 0, 3);
}
void Controller::operator()(const action::Rescan&) {
    model_.library.scan();
}
void Controller::operator()(const action::StopScan&) {
    model_.library.stop();
}

void Controller::operator()(const action::OpenSearch&) {
    if (model_.start_open) return;
    if (model_.search)
        model_.search.reset();
    else
        model_.search.emplace();
}

void Controller::operator()(const action::TypeSearch& a) {
    if (!model_.search) return;
    *model_.search = SearchState{a.words, 0, {}};
}

void Controller::operator()(const action::MoveSearch& a) {
    if (!model_.search) return;
    const auto groups = search_all(model_);
    const int rows = static_cast<int>(search_rows(model_, groups).size());
    if (rows > 0) model_.search->selected = (model_.search->selected + a.by % rows + rows) % rows;
}

void Controller::operator()(const action::NextSearchGroup&) {
    if (!model_.search) return;
    const auto groups = search_all(model_);
    const auto rows = search_rows(model_, groups);
    int begin = 0;
    for (const SearchHits& group : groups) {
        if (begin > model_.search->selected) break;
        begin += static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const SearchHit* row) {
            return row >= group.hits.data() && row < group.hits.data() + group.hits.size();
        }));
    }
    model_.search->selected = begin >= static_cast<int>(rows.size()) ? 0 : begin;
}

void Controller::operator()(const action::MoreOfGroup& a) {
    if (model_.search) model_.search->opened_groups.insert(a.group);
}

void Controller::operator()(const action::ChooseResult& a) {
    if (!model_.search) return;
    const auto groups = search_all(model_);
    const auto rows = search_rows(model_, groups);
    const int row = a.row < 0 ? model_.search->selected : a.row;
    if (row >= static_cast<int>(rows.size())) return;
    const Action chosen = rows[static_cast<std::size_t>(row)]->action;
    model_.search.reset();
    if (chosen.as<action::SelectIndicator>() || chosen.as<action::OpenPage>()) (*this)(action::Navigate{Screen::Desk});
    if (chosen.as<action::CopyText>()) tell({"search.copied", {}});
    carry_out_action(chosen);
}

void Controller::operator()(const action::CopyText& a) {
    if (model_.ports.copy_text) model_.ports.copy_text(a.text);
}

void Controller::operator()(const action::ShowFolder& a) {
    if (model_.ports.show_folder && !a.path.empty()) model_.ports.show_folder(content::is_package(a.path) ? base::parent_path(a.path) : a.path);
}

} // namespace timbang::app
