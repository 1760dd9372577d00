#include <algorithm>

#include "app/author.h"
#include "app/author_form.h"

namespace timbang::app {

void AuthorController::operator()(const action::TypePrompt& a) {
    if (!model_.author.prompt) return;
    model_.author.prompt->text = a.text;
    model_.author.prompt->problem.clear();
}

void AuthorController::operator()(const action::ChoosePromptOption& a) {
    if (!model_.author.prompt) return;
    AuthorPromptState& prompt = *model_.author.prompt;
    prompt.option = std::max(0, a.option);
    prompt.problem.clear();
    if (prompt.kind == AuthorPromptKind::Import && a.option < static_cast<int>(prompt.paths.size()))
        prompt.text = prompt.paths[static_cast<std::size_t>(prompt.option)];
}

void AuthorController::operator()(const action::CancelPrompt&) {
    model_.author.prompt.reset();
}

void AuthorController::operator()(const action::AnswerPrompt& a) {
    if (!model_.author.prompt) return;
    AuthorPromptState& prompt = *model_.author.prompt;
    bool done = true;
    switch (prompt.kind) {
    case AuthorPromptKind::NewCase: done = begin_new(prompt.text, prompt.option); break;
    case AuthorPromptKind::CopyCase: done = begin_copy(prompt.subject, prompt.text); break;
    case AuthorPromptKind::Clash: settle_clash(prompt.subject, a.answer == 0); break;
    case AuthorPromptKind::Import: done = begin_import(prompt.text); break;
    case AuthorPromptKind::AddIndicator:
        done = model_.author.open == nullptr || answer_add_indicator(*this, a.answer);
        break;
    case AuthorPromptKind::Result: break;
    }
    if (done) model_.author.prompt.reset();
}

void AuthorController::settle_clash(const std::string& path, bool mine) {
    if (model_.author.open == nullptr) return;
    if (mine) open().draft.keep_mine(path, model_.now());
    else open().draft.take_theirs(path, model_.now());
    edited();
}

namespace {

/// Lines that differ between two texts, without those at the begin and the end that are the same.
std::vector<std::string> differing(const std::shared_ptr<const std::string>& text, std::string_view other,
                                   const std::string& sign) {
    constexpr std::size_t kMost = 40;
    std::vector<std::string> lines;
    if (text == nullptr) return lines;
    std::size_t begin = 0, end = text->size();
    const std::size_t least = std::min(text->size(), other.size());
    while (begin < least && (*text)[begin] == other[begin])
        ++begin;
    std::size_t same = 0;
    while (same < least - begin && (*text)[text->size() - 1 - same] == other[other.size() - 1 - same])
        ++same;
    end -= same;
    begin = begin == 0 ? 0 : text->rfind('\n', begin - 1) + 1; // npos + 1 is the start of the text
    while (begin < end && lines.size() < kMost) {
        const std::size_t stop = std::min(text->find('\n', begin), text->size());
        lines.push_back(sign + text->substr(begin, stop - begin));
        begin = stop + 1;
    }
    return lines;
}

} // namespace

void AuthorController::operator()(const action::AnswerNotice& a) {
    OpenDraft& o = open();
    const auto notices = author_notices(o);
    if (a.notice < 0 || a.notice >= static_cast<int>(notices.size())) return;
    switch (notices[static_cast<std::size_t>(a.notice)]) {
    case AuthorNoticeKind::Recovery: answer_recovery(a.button == 0); break;
    case AuthorNoticeKind::NotSaved: (*this)(action::SaveCase{}); break;
    case AuthorNoticeKind::Outside: o.taken = {}; break;
    case AuthorNoticeKind::Clash: {
        const content::Clash& clash = o.draft.clashes().front();
        AuthorPromptState prompt;
        prompt.kind = AuthorPromptKind::Clash;
        prompt.subject = clash.path;
        prompt.lines = differing(clash.mine, clash.theirs ? *clash.theirs : std::string(), "+ ");
        const auto theirs = differing(clash.theirs, clash.mine ? *clash.mine : std::string(), "− ");
        prompt.lines.insert(prompt.lines.end(), theirs.begin(), theirs.end());
        model_.author.prompt = std::move(prompt);
        break;
    }
    }
}

} // namespace timbang::app
