#include "app/author_form.h"

namespace timbang::app {

AuthorPrompt present_add_indicator(const Model&) {
    return {};
}

AuthorFormView present_author_form(const Model&) {
    return {};
}

} // namespace timbang::app
