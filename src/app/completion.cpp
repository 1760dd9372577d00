#include "app/completion.h"

#include <algorithm>
#include <set>

#include "app/source_spans.h"
#include "app/yaml_scan.h"
#include "content/format/shapes.h"

namespace timbang::app {
namespace {

using content::yaml::Form;
using content::yaml::Shape;
using content::yaml::ValueShape;

constexpr const char* kCaseFile = "scenario.yaml";
constexpr std::size_t kMost = 60;

bool item_number(const std::string& part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string::npos;
}

/// What may stand at a path: the mappings, and the last value on the way.
struct Expected {
    std::vector<const Shape*> shapes;
    const ValueShape* value = nullptr;
    std::string key; ///< the last one: what the value is of
};

Expected expected_at(const Shape& root, const YamlPath& path) {
    Expected here{{&root}, nullptr, ""};
    for (const std::string& part : path) {
        if (item_number(part)) continue;
        const ValueShape* next = nullptr;
        for (const Shape* shape : here.shapes) {
            const auto* field = shape->field(part);
            if (field != nullptr) next = &field->value;
            else if (next == nullptr) next = shape->others;
        }
        here.key = part;
        here.value = next;
        here.shapes.clear();
        if (next != nullptr) here.shapes.assign(next->shapes.begin(), next->shapes.end());
    }
    return here;
}

/// Ids that the texts of the draft give to things, with their titles: "evidence" → {"persalinan", "Births 2024"}.
class Ids {
public:
    explicit Ids(const CompletionAsk& ask) : ask_(ask) {
        if (const std::string* text = ask.draft.text(kCaseFile)) read(*text);
    }
    [[nodiscard]] const std::vector<CompletionItem>& of(const std::string& kind) { return lists_[kind]; }

private:
    void read(const std::string& text) {
        const char* lang = base::lang_code(ask_.lang);
        each_yaml_value(text, [&](const YamlPath& path, const YamlPiece& piece) {
            if (path.empty()) return; // the text as a whole, or what is being typed above it
            const std::string value = yaml_text(text, piece);
            if (path.size() == 3 && path[2] == "id" && (path[0] == "evidence" || path[0] == "actions" || path[0] == "panelists"))
                add(path[0], value);
            if (path.size() == 4 && path[0] == "script" && path[1] == "steps" && path[3] == "id") add("steps", value);
            if (path.back() == "set" && path.size() > 1) add("flags", value);
            const bool title = path.back() == lang && path.size() > 2;
            if (!title) return;
            const std::string& of = path[path.size() - 2];
            if (path.size() == 4 && (of == "title" || of == "label" || of == "role")) detail(path[0], value);
            if (path.size() == 5 && path[1] == "steps" && of == "title") detail("steps", value);
        });
    }
    void add(const std::string& kind, const std::string& id) {
        auto& list = lists_[kind];
        const bool known = std::any_of(list.begin(), list.end(), [&](const CompletionItem& item) { return item.label == id; });
        if (!known && !id.empty()) list.push_back({id, id, "", ""});
    }
    void detail(const std::string& kind, const std::string& words) {
        auto& list = lists_[kind];
        if (!list.empty() && list.back().detail.empty()) list.back().detail = words;
    }

    const CompletionAsk& ask_;
    std::map<std::string, std::vector<CompletionItem>> lists_;
};

class Completer {
public:
    Completer(const CompletionAsk& ask, YamlCaret caret) : ask_(ask), caret_(std::move(caret)), ids_(ask) {
        if (ask.readable != nullptr) pack_ = ask.readable->framework.get();
    }

    std::vector<CompletionItem> items() {
        const bool main = ask_.path == kCaseFile;
        const Expected expected = expected_at(main ? content::format::kCase : content::format::kIndicator, caret_.path);
        if (caret_.at_key) keys(expected);
        else values(expected);
        return std::move(items_);
    }

private:
    void add(const std::string& id, const std::string& detail = "", IconName icon = "") { items_.push_back({id, id, detail, icon}); }
    void add_all(const std::vector<CompletionItem>& more) { items_.insert(items_.end(), more.begin(), more.end()); }
    [[nodiscard]] const std::string& of(const base::Text& text) const { return text.in(ask_.lang); }

    void keys(const Expected& expected) {
        std::set<std::string> taken;
        const std::string& text = *ask_.draft.text(ask_.path);
        each_yaml_value(text, [&](const YamlPath& path, const YamlPiece&) {
            if (path.size() > caret_.path.size() && std::equal(caret_.path.begin(), caret_.path.end(), path.begin()))
                taken.insert(path[caret_.path.size()]);
        });
        std::vector<std::string> known;
        for (const Shape* shape : expected.shapes)
            for (const std::string& key : shape->keys())
                known.push_back(key);
        const bool text_here = expected.value != nullptr &&
                               (expected.value->form == Form::Text || expected.value->form == Form::LongText);
        if (text_here) known.insert(known.end(), {"id", "en"});
        if (expected.value != nullptr && expected.value->form == Form::LongText) known.push_back("file");
        for (const std::string& key : known)
            if (taken.insert(key).second) items_.push_back({key + ": ", key, "", ""});
    }

    void values(const Expected& expected) {
        if (expected.value != nullptr && !expected.value->words.empty()) {
            for (const std::string_view word : expected.value->words)
                add(std::string(word));
            return;
        }
        if (expected.value != nullptr && expected.value->form == Form::Flag) {
            add("true");
            add("false");
            return;
        }
        ids(expected.key);
    }

    void ids(const std::string& key) {
        const auto any = [&](std::initializer_list<const char*> keys) {
            return std::any_of(keys.begin(), keys.end(), [&](const char* one) { return key == one; });
        };
        if (any({"in", "reveal", "opened", "evidence"})) add_all(ids_.of("evidence"));
        else if (any({"helps", "decided", "indicator"}) || (key == "indicators" && caret_.path.front() == "script")) codes();
        else if (any({"actions"})) add_all(ids_.of("actions"));
        else if (any({"goto", "start"})) {
            add_all(ids_.of("steps"));
            if (key == "goto") add("end");
        } else if (key == "set") add_all(ids_.of("flags"));
        else if (key == "by") add_all(ids_.of("panelists"));
        else if (any({"rule", "rules", "holds", "fails", "check", "for"})) rules();
        else if (any({"type", "or", "alarm"})) types();
        else if (key == "code") framework_codes();
        else if (key == "score" || key == "is" || key == "at_least" || key == "above" || key == "below") scores();
        else if (key == "category") categories();
        else if (any({"pages", "file", "indicators"})) files(key);
    }

    void codes() {
        for (const content::DraftFile& file : ask_.draft.files()) {
            const std::string* text = file.text && file.path.starts_with("indicators/") ? ask_.draft.text(file.path) : nullptr;
            const std::string code = text == nullptr ? "" : yaml_value(*text, {"code"});
            if (code.empty()) continue;
            const domain::Indicator* indicator = pack_ == nullptr ? nullptr : pack_->indicator(code);
            add(code, indicator == nullptr ? "" : of(indicator->short_title));
        }
    }
    void rules() {
        if (pack_ == nullptr) return;
        for (const domain::Rule& rule : pack_->rules)
            add(rule.id, rule.code + " " + of(rule.name));
    }
    /// Problems are marked on evidence; replies and alarms may speak of judgement too.
    void types() {
        if (pack_ == nullptr) return;
        const bool problem = caret_.path.front() == "problems" || caret_.path.front() == "allowed";
        for (const domain::ProblemType& type : pack_->problem_types)
            if (!problem || type.kind == domain::ProblemKind::Evidence) add(type.id, of(type.short_name));
    }
    void framework_codes() {
        if (pack_ == nullptr) return;
        for (const domain::Indicator& indicator : pack_->indicators)
            add(indicator.code, of(indicator.short_title));
    }
    void scores() {
        if (pack_ == nullptr) return;
        const domain::Indicator* indicator = pack_->indicator(yaml_value(*ask_.draft.text(ask_.path), {"code"}));
        if (indicator == nullptr) return;
        for (const domain::ScaleStep& step : indicator->scale.steps)
            add(std::to_string(step.score), of(step.level));
    }
    void categories() {
        if (pack_ == nullptr) return;
        for (const domain::Category& category : pack_->categories)
            add(category.id, of(category.name));
    }
    /// Texts in two files are named without language and ending.
    void files(const std::string& key) {
        std::set<std::string> names;
        for (const content::DraftFile& file : ask_.draft.files()) {
            std::string path = file.path;
            if (key == "indicators") {
                if (path.starts_with("indicators/")) names.insert(path);
            } else if (key == "file") {
                const std::size_t stem = path.size() < 6 ? 0 : path.size() - 6;
                const std::string ending = path.substr(stem);
                if (ending == ".id.md" || ending == ".en.md") names.insert(path.substr(0, stem));
            } else if (path.starts_with("evidence/")) {
                names.insert(path);
            }
        }
        for (const std::string& name : names)
            add(name);
    }

    const CompletionAsk& ask_;
    YamlCaret caret_;
    Ids ids_;
    const domain::Framework* pack_ = nullptr;
    std::vector<CompletionItem> items_;
};

} // namespace

std::optional<Completion> complete(const CompletionAsk& ask) {
    const std::string* text = ask.draft.text(ask.path);
    if (text == nullptr || !is_yaml(ask.path) || ask.at > text->size()) return std::nullopt;
    const YamlCaret caret = yaml_caret(*text, ask.at);
    if (caret.in_text) return std::nullopt;
    const std::uint32_t begin = std::min(caret.begin, ask.at);
    const std::string typed = text->substr(begin, ask.at - begin);
    if (typed.empty() && !ask.asked) return std::nullopt;
    Completion completion{begin, std::max(caret.end, ask.at), Completer(ask, caret).items()};
    // What begins with the typed letters first, then what holds them.
    const auto without = [&](const CompletionItem& item) { return item.label.find(typed) == std::string::npos; };
    std::erase_if(completion.items, without);
    std::stable_partition(completion.items.begin(), completion.items.end(),
                          [&](const CompletionItem& item) { return item.label.starts_with(typed); });
    const bool key_done = caret.at_key && completion.end > begin && completion.end < text->size() &&
                          (*text)[completion.end] == ':';
    if (key_done)
        for (CompletionItem& item : completion.items)
            item.insert = item.label;
    const bool all_there = completion.items.size() == 1 && completion.items.front().label == typed;
    if (completion.items.empty() || (all_there && !ask.asked)) return std::nullopt;
    if (completion.items.size() > kMost) completion.items.resize(kMost);
    return completion;
}

} // namespace timbang::app
