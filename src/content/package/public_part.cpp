#include "content/package/public_part.h"

#include <algorithm>
#include <span>

#include <nlohmann/json.hpp>

#include "content/yaml/node.h"
#include "domain/scenario.h"

namespace timbang::content {

namespace {

using json = nlohmann::ordered_json;
using yaml::Node;

// Only what is named here stays in the open: a key that comes later is sealed until somebody decides otherwise.
constexpr std::string_view kCase[] = {"timbang",   "id",       "version",    "title",  "summary", "notice",
                                      "framework", "purpose", "level",    "minutes",    "guided", "synthetic", "calculator",
                                      "district",  "assessment", "budget"};
constexpr std::string_view kEvidence[] = {"id", "title", "kind", "pages"};
constexpr std::string_view kIndicator[] = {"code", "evidence"};
constexpr std::string_view kAction[] = {"id", "label", "cost"};
constexpr std::string_view kStep[] = {"id", "title", "text", "indicators", "actions"};
constexpr std::string_view kPart[] = {"part", "id", "checklist", "ask", "options"};

using Keys = std::span<const std::string_view>;

json as_json(const Node& node) {
    if (node.is_scalar()) return std::string(node.text);
    json out = node.is_mapping() ? json::object() : json::array();
    for (std::size_t i = 0; i < node.items.size(); ++i)
        if (node.is_mapping()) out[std::string(node.keys[i].text)] = as_json(node.items[i]);
        else out.push_back(as_json(node.items[i]));
    return out;
}

/// These keys of a mapping; what is no mapping (a word that stands for one) as it is.
json only(const Node& node, Keys keys) {
    if (!node.is_mapping()) return as_json(node);
    json out = json::object();
    for (const std::string_view key : keys)
        if (const Node* value = node.get(key)) out[std::string(key)] = as_json(*value);
    return out;
}

bool is_hidden(const Node& evidence) {
    const Node* hidden = evidence.get("hidden");
    return hidden != nullptr && hidden->text != "false";
}

json each(const Node* list, Keys keys) {
    json out = json::array();
    if (list == nullptr) return out;
    for (const Node& item : list->items) out.push_back(only(item, keys));
    return out;
}

/// A list of ids without those of hidden documents.
json open_ids(const Node* list, const std::set<std::string>& hidden) {
    json out = json::array();
    if (list == nullptr) return out;
    if (list->is_scalar() && !hidden.contains(std::string(list->text))) out.push_back(std::string(list->text));
    for (const Node& item : list->items)
        if (!hidden.contains(std::string(item.text))) out.push_back(as_json(item));
    return out;
}

class Parting {
public:
    explicit Parting(const FileTexts& files) : files_(files) {}

    std::optional<PublicPart> run() {
        const auto found = files_.find("scenario.yaml");
        if (found == files_.end()) return std::nullopt;
        yaml::Source source("scenario.yaml", found->second);
        base::Diagnostics ignored;
        const auto root = yaml::parse(source, ignored);
        if (!root || !root->is_mapping()) return std::nullopt;
        rewrite("scenario.yaml", case_of(*root));
        for (const auto& [path, text] : files_)
            if (path.starts_with("frameworks/")) part_.whole.insert(path);
        return std::move(part_);
    }

private:
    void rewrite(const std::string& path, const json& content) {
        part_.rewritten[path] = content.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
    }
    void keep(const std::string& path) {
        if (files_.contains(path)) part_.whole.insert(path);
    }
    /// Files of long texts: `{file: briefing}` is briefing.id.md and briefing.en.md.
    void keep_texts(const json& tree) {
        if (tree.is_object() && tree.size() == 1 && tree.contains("file") && tree["file"].is_string())
            for (const char* ending : {".id.md", ".en.md"}) keep(tree["file"].get<std::string>() + ending);
        if (tree.is_structured())
            for (const json& below : tree) keep_texts(below);
    }

    json case_of(const Node& root) {
        json out = only(root, kCase);
        const Node* purpose = root.get("purpose");
        if (purpose != nullptr && purpose->text == domain::purpose_id(domain::Purpose::Pool)) return out; // unseen till asked
        out["evidence"] = json::array();
        if (const Node* list = root.get("evidence"))
            for (const Node& one : list->items) add_evidence(one, out["evidence"]);
        out["indicators"] = json::array();
        if (const Node* list = root.get("indicators"))
            for (const Node& one : list->items) out["indicators"].push_back(indicator(one));
        out["actions"] = each(root.get("actions"), kAction);
        if (const Node* script = root.get("script")) out["script"] = script_of(*script);
        keep_texts(out);
        return out;
    }
    void add_evidence(const Node& one, json& list) {
        if (is_hidden(one)) {
            if (const Node* id = one.get("id")) hidden_.insert(std::string(id->text));
            return;
        }
        list.push_back(only(one, kEvidence));
        const Node* pages = one.get("pages");
        if (pages == nullptr) return;
        if (pages->is_scalar()) keep_page(std::string(pages->text));
        for (const Node& page : pages->items) keep_page(std::string(page.text));
    }
    void keep_page(const std::string& path) {
        keep(path);
        keep(path + ".md");
    }
    json indicator_of(const Node& node) {
        json out = only(node, kIndicator);
        if (const Node* evidence = node.get("evidence")) out["evidence"] = open_ids(evidence, hidden_);
        return out;
    }
    /// As it stands, or the file that is named.
    json indicator(const Node& one) {
        if (!one.is_scalar()) return indicator_of(one);
        const auto found = files_.find(one.text);
        base::Diagnostics ignored;
        if (found != files_.end()) {
            yaml::Source source(std::string(one.text), found->second);
            const auto root = yaml::parse(source, ignored);
            if (root) rewrite(std::string(one.text), indicator_of(*root));
        }
        return std::string(one.text);
    }
    json script_of(const Node& script) {
        json out = json::object();
        if (const Node* start = script.get("start")) out["start"] = as_json(*start);
        out["steps"] = json::array();
        const Node* steps = script.get("steps");
        if (steps == nullptr) return out;
        for (const Node& step : steps->items) {
            json one = only(step, kStep);
            if (step.get("evidence") != nullptr) one["evidence"] = open_ids(step.get("evidence"), hidden_);
            if (const Node* decide = step.get("decide"))
                one["decide"] = decide->is_sequence() ? each(decide, kPart) : only(*decide, kPart);
            out["steps"].push_back(std::move(one));
        }
        return out;
    }

    const FileTexts& files_;
    PublicPart part_;
    std::set<std::string> hidden_;
};

} // namespace

std::optional<PublicPart> public_part(const FileTexts& files) { return Parting(files).run(); }

} // namespace timbang::content
