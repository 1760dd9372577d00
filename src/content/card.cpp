#include "base/files.h"
#include "content/library.h"
#include "content/scenario/reading.h"

namespace timbang::content {

namespace {

/// `indicators/KS-O1.yaml` is KS-O1: files are named after their indicator.
std::string code_of(const yaml::Node& item) {
    if (item.is_mapping()) return item.get("code") == nullptr ? "" : std::string(item.get("code")->text);
    const std::string name = base::file_name(item.text);
    return name.substr(0, name.rfind('.'));
}

std::string word(const yaml::Node& root, std::string_view key) {
    const yaml::Node* node = root.get(key);
    return node != nullptr && node->is_scalar() ? std::string(node->text) : "";
}

std::vector<std::string> words(const yaml::Node* node) {
    base::Diagnostics ignored;
    return node == nullptr ? std::vector<std::string>() : yaml::as_words(*node, ignored);
}

base::Text text(const yaml::Node* node) {
    base::Diagnostics ignored;
    return node == nullptr ? base::Text{} : yaml::as_text(*node, ignored);
}

} // namespace

ScenarioCard read_card(const std::string& folder) {
    const CaseFolder where = case_folder(folder);
    ScenarioCard card;
    card.folder = folder;
    if (where.trouble) {
        card.broken = where.trouble->code;
        return card;
    }
    card.sealed = where.sealed;
    const auto variant = where.variant.empty() ? nullptr : where.source->below("variants/" + where.variant);
    Files files(where.source, "", variant, "", Hashes::Skip);
    base::Diagnostics findings;
    const auto root = files.yaml("scenario.yaml", {"scenario.yaml", {}, {}}, findings);
    if (!root) {
        card.broken = findings.empty() ? "syntax" : findings.front().code;
        return card;
    }
    card.id = word(*root, "id");
    if (!where.variant.empty()) card.id += "." + where.variant;
    card.version = word(*root, "version");
    card.title = text(root->get("title"));
    card.framework = word(*root, "framework");
    card.purpose = domain::purpose_from_id(word(*root, "purpose")).value_or(domain::Purpose::Practice);
    card.about = words(root->get("about"));
    card.level = word(*root, "level");
    card.guided = word(*root, "guided") == "true";
    base::Diagnostics ignored;
    if (const yaml::Node* minutes = root->get("minutes"))
        card.minutes = yaml::as_whole(*minutes, 0, 10000, ignored).value_or(0);
    if (const yaml::Node* district = root->get("district")) {
        const std::string name = word(*district, "name");
        card.district = {name, name};
    }
    if (const yaml::Node* indicators = root->get("indicators"))
        for (const yaml::Node& item : indicators->items) card.indicators.push_back(code_of(item));
    if (word(*root, "timbang") != "1") card.broken = "unknown-version";
    else if (card.id.empty() || card.framework.empty() || card.title.empty()) card.broken = "missing-key";
    return card;
}

} // namespace timbang::content
