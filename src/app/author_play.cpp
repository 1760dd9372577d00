#include <algorithm>

#include "app/author.h"
#include "app/controller.h"
#include "app/draft_source.h"
#include "content/players.h"

namespace timbang::app {
namespace {

/// The command that an event came of; nothing where the script or the program made it.
std::optional<domain::Command> command_of(const domain::Event& event) {
    if (const auto* e = std::get_if<domain::Opened>(&event)) return domain::Open{e->evidence, e->page};
    if (const auto* e = std::get_if<domain::Marked>(&event))
        return domain::MarkPassage{e->mark.task, e->mark.evidence, e->mark.page, e->mark.range, e->mark.area, e->mark.type};
    if (const auto* e = std::get_if<domain::Decided>(&event)) return domain::Decide{e->task, e->decision};
    if (const auto* e = std::get_if<domain::PartDecided>(&event)) return domain::DecidePart{e->part, e->answer};
    if (const auto* e = std::get_if<domain::ActionTaken>(&event)) return domain::TakeAction{e->action};
    if (std::holds_alternative<domain::LeftStep>(event)) return domain::LeaveStep{};
    return std::nullopt;
}

/// What the reference does until a step lists the indicator; nothing where none does on its way.
std::vector<domain::Command> way_to(const domain::Scenario& scenario, domain::IndicatorIx task, domain::Mode mode) {
    std::vector<domain::Command> commands;
    if (task < 0) return commands;
    const auto lists = [&](domain::StepIx step) {
        if (step < 0) return false;
        const auto& listed = scenario.steps[static_cast<std::size_t>(step)].indicators;
        return std::count(listed.begin(), listed.end(), task) > 0;
    };
    if (lists(scenario.start)) return commands;
    const content::Played played = content::play(scenario, content::PlayerKind::Reference, mode, 1);
    for (const domain::Event& event : played.events) {
        if (auto command = command_of(event)) commands.push_back(std::move(*command));
        if (const auto* left = std::get_if<domain::LeftStep>(&event); left != nullptr && lists(left->to)) return commands;
    }
    return {};
}

} // namespace

void AuthorController::operator()(const action::PlayFromHere&) {
    OpenDraft& o = open();
    o.draft.end_typing();
    keep_aside();
    model_.case_work.start([this, texts = o.draft.snapshot(), folder = o.folder, opened = o.opened,
                            context = draft_context(model_)](Tasks::Context& task) {
        const content::LoadedScenario read = content::load_scenario(draft_case(*texts, folder), context);
        task.deliver([this, scenario = read.scenario, opened] {
            if (!still(opened) || model_.screen != Screen::Author) return;
            if (scenario == nullptr) return tell("editor.play-unreadable", {}, Tint::Return);
            begin_try(scenario);
        });
    });
}

void AuthorController::begin_try(std::shared_ptr<const domain::Scenario> scenario) {
    const OpenDraft& o = open();
    const std::string& code = o.form ? o.form_state.indicator : o.preview.indicator;
    const domain::IndicatorIx task = scenario->find_task(code);
    const domain::Mode mode = domain::Mode::Learn; // what was written is shown as soon as the case allows
    auto commands = way_to(*scenario, task, mode);
    window_.try_draft(std::move(scenario), o.folder, mode, commands, task);
}

} // namespace timbang::app
