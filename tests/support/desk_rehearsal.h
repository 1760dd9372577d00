#pragma once

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>

#include "app/workspace.h"
#include "base/catalogue.h"
#include "domain/page.h"

/// A real case on the desk, without a window and without a record: what a screen is drawn from in tests and pictures.
namespace timbang::test {

class DeskRehearsal {
public:
    DeskRehearsal(const std::string& source, base::Lang lang, domain::Mode mode = domain::Mode::Practise,
                  const std::string& name = "jumlah-yang-tidak-cocok") {
        app::Settings settings;
        settings.lang = lang;
        settings.mode = mode;
        app::WorkspaceOptions options;
        options.settings = settings;
        options.case_folders = {source + "/scenarios"};
        options.framework_folders = {source + "/scenarios/frameworks"};
        options.open_case = source + "/scenarios/" + name;
        app::Ports ports;
        ports.now = [] { return base::Time{} + std::chrono::hours(24 * 365 * 55 + 10); };
        ports.random = [n = std::uint64_t{7}]() mutable { return n = n * 6364136223846793005U + 1442695040888963407U; };
        ports.utc_offset = [](base::Time) { return 0; };
        base::Result<base::Catalogue> catalogue = base::Catalogue::load(source + "/assets/messages");
        if (!catalogue) throw std::runtime_error("no catalogue");
        workspace_ = std::make_unique<app::Workspace>(std::move(*catalogue), std::move(ports), std::move(options));
        for (int i = 0; i < 4000 && (workspace_->busy() || !workspace_->frame().desk); ++i) {
            workspace_->tick();
            std::this_thread::yield();
            if (i > 200) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        if (!workspace_->frame().desk) throw std::runtime_error("the case did not open");
    }

    [[nodiscard]] app::Workspace& workspace() { return *workspace_; }
    [[nodiscard]] const app::FrameView& frame() { return workspace_->frame(); }
    [[nodiscard]] const app::DeskView& desk() { return *workspace_->frame().desk; }
    void act(const app::Action& action) {
        const app::Action copy = action; // it may stand in the view that it replaces
        workspace_->apply(copy);
    }
    void act(const app::Actions& actions) {
        for (const app::Action& action : actions) act(action);
    }

    /// Leaves the briefing, answers what comes before the indicators and goes on to them.
    void to_completeness() { leave(); }
    void to_evidence() {
        while (desk().layout != app::DeskLayout::Evidence || !desk().form) leave();
    }
    /// The step with the letter.
    void to_letter() {
        to_evidence();
        while (desk().layout != app::DeskLayout::Letter) {
            if (desk().form) decide_all();
            leave();
        }
    }
    void select(std::string_view code) {
        for (const app::ListRow& row : desk().list.rows)
            if (row.code == code) return act(row.action);
    }
    /// Every line Yes, returned, score of that place, fairly sure.
    void fill(int score = 1) {
        for (std::size_t i = 0; i < desk().form->checklist.size(); ++i) act(desk().form->checklist[i].cells[0].action);
        if (!desk().form->verdicts.empty()) act(desk().form->verdicts[1].action);
        if (!desk().form->scores.empty()) act(desk().form->scores[static_cast<std::size_t>(score)].action);
        act(desk().form->sureness[1].action);
    }
    void decide_all() {
        for (std::size_t i = 0; i < desk().list.rows.size(); ++i) {
            act(desk().list.rows[i].action);
            if (!desk().form) continue;
            fill();
            act(app::action::Submit{});
        }
    }
    /// The first place of these words on the page shown.
    [[nodiscard]] domain::TextRange find(std::string_view words) {
        const auto places = domain::find_quote(*desk().left.content, words);
        return places.empty() ? domain::TextRange{} : places.front();
    }
    void open(std::string_view document, int page) {
        for (const app::DocumentChoice& choice : desk().left.documents)
            if (choice.name.find(document) != std::string::npos)
                return act(app::action::OpenPage{app::Pane::Left, choice.evidence, page});
    }

    void leave() {
        for (std::size_t i = 0; i < desk().parts.size(); ++i) {
            for (std::size_t k = 0; k < desk().parts[i].checklist.size(); ++k) act(desk().parts[i].checklist[k].cells[0].action);
            if (!desk().parts[i].options.empty()) act(desk().parts[i].options.front().action);
        }
        const std::string before = desk().step_title;
        act(app::action::LeaveStep{});
        if (++left_ > 20) throw std::runtime_error("no way on from " + before);
    }

private:
    std::unique_ptr<app::Workspace> workspace_;
    int left_ = 0;
};

} // namespace timbang::test
