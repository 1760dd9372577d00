#include "app/draft_source.h"

#include "content/scenario/source.h"

namespace timbang::app {

content::CaseFolder draft_case(const content::DraftTexts& texts, const std::string& folder) {
    auto over = std::make_shared<content::OverlaySource::Texts>();
    for (const auto& [path, text] : texts.texts)
        over->emplace(path, *text);
    for (const std::string& path : texts.removed)
        over->emplace(path, std::nullopt);
    return {folder, "", std::make_shared<content::OverlaySource>(over, std::make_shared<content::FolderSource>(folder))};
}

content::CheckContext draft_context(const Model& model) {
    return {model.options.framework_folders, model.ports.has_glyph};
}

} // namespace timbang::app
