#pragma once

#include "app/author.h"
#include "app/author_form_parts.h"

namespace timbang::app {

/// Changes of the chosen indicator. Each is one group that undo takes back; what cannot be done is said.
class FormEditor {
public:
    explicit FormEditor(AuthorController& editor) : editor_(editor), form_(editor.model()) {}

    void operator()(const action::SetReferenceVerdict& a);
    void operator()(const action::SetReferenceScore& a);
    void operator()(const action::SetReferenceCheck& a);
    void operator()(const action::EditFormText& a);
    void operator()(const action::RemoveRestsOn& a);
    void operator()(const action::AddNear&);
    void operator()(const action::SetNear& a);
    void operator()(const action::RemoveNear& a);
    void operator()(const action::WriteReply& a);
    void operator()(const action::SetReply& a);
    void operator()(const action::MoveReply& a);
    void operator()(const action::RemoveReply& a);
    void operator()(const action::SetProblem& a);
    void operator()(const action::RemoveProblem& a);
    void operator()(const action::RemoveAlso& a);
    void operator()(const action::PickPassage& a);

private:
    [[nodiscard]] AuthorFormState& state() { return editor_.open().form_state; }
    [[nodiscard]] const content::FormIndicator& now() const { return form_.now; }
    /// False when nothing was changed.
    bool change(const content::FormEdits& edits, const char* label, bool typing = false);
    void use_passage(const PickUse& use, const content::FormPassage& passage);

    AuthorController& editor_;
    FormContext form_;
};

} // namespace timbang::app
