#include <algorithm>

#include "app/author_form.h"
#include "app/present/author_parts.h"
#include "app/present/author_words.h"
#include "app/present/present.h"
#include "app/present/words.h"
#include "base/files.h"

namespace timbang::app {
namespace {

Button button(std::string label, const Action& action) {
    return {std::move(label), "", "", true, "", action};
}

std::string files_line(const Words& words, const char* key, const std::vector<std::string>& paths) {
    constexpr std::size_t kMost = 4;
    if (paths.empty()) return "";
    std::string names;
    for (std::size_t i = 0; i < paths.size() && i < kMost; ++i)
        names += (i > 0 ? ", " : "") + paths[i];
    if (paths.size() > kMost) names += " …";
    return words(key, {{"files", names}, {"n", static_cast<std::int64_t>(paths.size())}});
}

AuthorNotice notice_of(const Model& model, AuthorNoticeKind kind, int at) {
    const Words words(model);
    const OpenDraft& open = *model.author.open;
    const auto answer = [&](const char* key, int which) { return button(words(key), action::AnswerNotice{at, which}); };
    AuthorNotice notice;
    switch (kind) {
    case AuthorNoticeKind::Recovery: {
        const content::Recovery& recovery = open.found.front().recovery;
        notice.icon = "content-save";
        notice.text = words("editor.recovery", {{"date", words.date(recovery.at)},
                                                {"time", words.clock(recovery.at)},
                                                {"n", static_cast<std::int64_t>(recovery.files.size())}});
        notice.buttons = {answer("editor.restore", 0), answer("editor.discard", 1)};
        break;
    }
    case AuthorNoticeKind::NotSaved:
        notice.tint = Tint::Reject;
        notice.icon = "alert-circle";
        notice.text = words("editor.not-saved",
                            {{"text", open.save_error ? model.catalogue.text(model.lang(), *open.save_error) : ""}});
        notice.buttons = {answer("editor.save-again", 0)};
        break;
    case AuthorNoticeKind::Clash:
        notice.icon = "alert-circle";
        notice.text = words("editor.clash", {{"path", open.draft.clashes().front().path}});
        notice.buttons = {answer("editor.look-at-both", 0)};
        break;
    case AuthorNoticeKind::Outside:
        notice.tint = Tint::Neutral;
        notice.icon = "information-outline";
        notice.text = files_line(words, "editor.taken", open.taken.taken);
        if (const std::string merged = files_line(words, "editor.merged", open.taken.merged); !merged.empty())
            notice.text += (notice.text.empty() ? "" : " ") + merged;
        notice.buttons = {answer("editor.understood", 0)};
        break;
    }
    return notice;
}

/// Name and use of a template; one that is not known here has its own name only.
std::string template_words(const Words& words, const std::string& name, const std::string& ending) {
    for (const char* known : {"small", "branching", "group"})
        if (name == known) return words("editor.template-" + name + ending);
    return ending.empty() ? name : "";
}

AuthorPrompt plain_prompt(const Model& model) {
    const Words words(model);
    const AuthorPromptState& state = *model.author.prompt;
    AuthorPrompt prompt;
    prompt.cancel = button(words("app.cancel"), action::CancelPrompt{});
    prompt.field = state.text;
    prompt.problem = state.problem;
    prompt.lines = state.lines;
    switch (state.kind) {
    case AuthorPromptKind::NewCase:
    case AuthorPromptKind::CopyCase: {
        const bool copy = state.kind == AuthorPromptKind::CopyCase;
        prompt.title = words(copy ? "author.copy-case" : "author.new-case");
        prompt.text = words(copy ? "editor.copy-text" : "editor.new-text",
                            {{"folder", author_own_folder(model)}, {"name", base::file_name(state.subject)}});
        prompt.has_field = true;
        prompt.field_label = words(copy ? "editor.folder-name" : "editor.case-name");
        prompt.field_hint = words(copy ? "editor.name-hint" : "editor.title-hint");
        for (std::size_t i = 0; !copy && i < state.paths.size(); ++i)
            prompt.options.push_back({template_words(words, state.paths[i], ""), template_words(words, state.paths[i], "-text"),
                                      "", Tint::Neutral, static_cast<int>(i) == state.option,
                                      action::ChoosePromptOption{static_cast<int>(i)}});
        prompt.primary = button(words(copy ? "editor.copy" : "editor.create"), action::AnswerPrompt{0});
        break;
    }
    case AuthorPromptKind::Clash:
        prompt.title = words("editor.clash-title", {{"path", state.subject}});
        prompt.text = words("editor.clash-text");
        prompt.primary = button(words("editor.keep-mine"), action::AnswerPrompt{0});
        prompt.others = {button(words("editor.take-theirs"), action::AnswerPrompt{1})};
        break;
    case AuthorPromptKind::Import:
        prompt.title = words("editor.import-title");
        prompt.text = words("editor.import-text");
        prompt.has_field = true;
        prompt.field_label = words("editor.import-file");
        for (std::size_t i = 0; i < state.paths.size(); ++i)
            prompt.options.push_back({base::file_name(state.paths[i]), base::parent_path(state.paths[i]), "", Tint::Neutral,
                                      state.paths[i] == state.text, action::ChoosePromptOption{static_cast<int>(i)}});
        prompt.primary = button(words("editor.import"), action::AnswerPrompt{0});
        break;
    default:
        prompt.title = state.title;
        prompt.text = state.said;
        prompt.primary = button(words("app.close"), action::AnswerPrompt{0});
        break;
    }
    return prompt;
}

} // namespace

std::string author_own_folder(const Model& model) {
    if (!model.settings.case_folder.empty()) return model.settings.case_folder;
    return model.options.home_folder.empty() ? "" : base::join_path(model.options.home_folder, "Timbang");
}

AuthorView present_author(const Model& model) {
    AuthorView view;
    view.words = author_words(model.catalogue, model.lang());
    if (model.author.prompt)
        view.prompt = model.author.prompt->kind == AuthorPromptKind::AddIndicator ? present_add_indicator(model)
                                                                                  : plain_prompt(model);
    if (model.author.open == nullptr) {
        view.list = present_author_home(model);
        return view;
    }
    const OpenDraft& open = *model.author.open;
    view.head = present_author_head(model);
    const auto notices = author_notices(open);
    for (std::size_t i = 0; i < notices.size(); ++i)
        view.notices.push_back(notice_of(model, notices[i], static_cast<int>(i)));
    if (open.form) view.form = present_author_form(model);
    else view.text = present_author_text(model);
    view.pane_asked = open.pane_asked;
    view.pane = open.pane;
    return view;
}

} // namespace timbang::app
