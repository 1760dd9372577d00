#include "app/author.h"

namespace timbang::app {

void AuthorController::say_result(const std::string& title, std::string said, std::vector<std::string> lines) {
    AuthorPromptState prompt;
    prompt.kind = AuthorPromptKind::Result;
    prompt.title = model_.catalogue.text(model_.lang(), title);
    prompt.said = std::move(said);
    prompt.lines = std::move(lines);
    model_.author.prompt = std::move(prompt);
}

} // namespace timbang::app
