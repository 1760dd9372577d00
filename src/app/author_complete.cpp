#include "app/author.h"
#include "app/completion.h"

namespace timbang::app {

void AuthorController::update_completion(bool asked) {
    OpenDraft& o = open();
    o.text.completion =
        complete({o.draft, o.text.path, o.text.carets[o.text.path].at, o.readable.get(), model_.lang(), asked});
}

void AuthorController::operator()(const action::AskCompletion& a) {
    OpenDraft& o = open();
    if (a.path != o.text.path) return;
    o.text.carets[a.path] = {a.at, a.at};
    update_completion(true);
}

void AuthorController::operator()(const action::CloseCompletion&) {
    open().text.completion.reset();
}

} // namespace timbang::app
