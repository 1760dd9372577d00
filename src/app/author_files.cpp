#include <algorithm>

#include "app/author.h"
#include "app/draft_source.h"
#include "base/files.h"
#include "content/package.h"

namespace timbang::app {

void AuthorController::say_result(const std::string& title, std::string said, std::vector<std::string> lines) {
    AuthorPromptState prompt;
    prompt.kind = AuthorPromptKind::Result;
    prompt.title = model_.catalogue.text(model_.lang(), title);
    prompt.said = std::move(said);
    prompt.lines = std::move(lines);
    model_.author.prompt = std::move(prompt);
}

namespace {

/// Packs the draft as it is now, beside the folder of the case.
base::Result<std::string> pack_draft(const content::DraftTexts& texts, const std::string& folder,
                                     const content::CheckContext& context, const std::string& made_by) {
    const content::CaseFolder where = draft_case(texts, folder);
    const content::LoadedScenario read = content::load_scenario(where, context);
    if (read.scenario == nullptr) return base::Error("editor-package-errors", {});
    const auto files = content::files_to_pack(*draft_case(texts, folder).source);
    if (!files) return files.error();
    const content::PackageFacts facts{read.scenario->id, read.scenario->version, made_by, false};
    const auto bytes = content::make_package(*files, facts);
    if (!bytes) return bytes.error();
    const std::string path = folder + "-" + read.scenario->version + std::string(content::kPackageEnding);
    if (const base::Status written = base::write_file_atomically(path, *bytes); !written) return written.error();
    return path;
}

} // namespace

void AuthorController::operator()(const action::MakePackage&) {
    OpenDraft& o = open();
    if (!o.working.empty()) return;
    o.working = "editor.packing";
    o.draft.end_typing();
    model_.long_work.start([this, texts = o.draft.snapshot(), folder = o.folder, opened = o.opened,
                            context = draft_context(model_),
                            made_by = "timbang " + model_.options.program_version](Tasks::Context& task) mutable {
        context.has_glyph = nullptr;
        auto packed = std::make_shared<base::Result<std::string>>(pack_draft(*texts, folder, context, made_by));
        task.deliver([this, packed, opened] {
            if (!still(opened)) return;
            open().working.clear();
            if (!*packed) return tell_error(packed->error());
            const auto errors = std::count_if(open().check.findings.begin(), open().check.findings.end(),
                                              [](const base::Finding& one) { return one.severity == base::Severity::Error; });
            std::string said = model_.catalogue.text(model_.lang(), "editor.packed", {{"path", **packed}});
            if (errors > 0)
                said += " " + model_.catalogue.text(model_.lang(), "editor.packed-errors", {{"n", std::int64_t{errors}}});
            say_result("editor.package-title", std::move(said), {});
        });
    });
}

} // namespace timbang::app
