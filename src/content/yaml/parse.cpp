#include <algorithm>
#include <numeric>
#include <string>

#include <yaml.h>

#include "base/utf8.h"
#include "content/yaml/node.h"

namespace timbang::content::yaml {

namespace {

Place place_of(const yaml_mark_t& mark) { return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1}; }

/// The catalogue key that says in plain words what libyaml ran into.
const char* explanation(std::string_view problem) {
    const auto has = [&](std::string_view words) { return problem.find(words) != std::string_view::npos; };
    if (has("mapping values are not allowed")) return "finding.syntax-colon";
    if (has("',' or '}'") || has("',' or ']'") || has("node content")) return "finding.syntax-brackets";
    if (has("expected key") || has("'-' indicator") || has("could not find expected ':'")) return "finding.syntax-indent";
    if (has("unexpected end of stream") || has("unexpected document indicator")) return "finding.syntax-quote";
    if (has("cannot start any token") || has("tab character")) return "finding.syntax-character";
    if (has("control characters")) return "finding.syntax-control";
    return "finding.syntax-other";
}

class Builder {
public:
    Builder(const Source& source, base::Diagnostics& findings) : source_(source), findings_(findings) {
        ready_ = yaml_parser_initialize(&parser_) != 0;
        stack_.reserve(static_cast<std::size_t>(kMaxDepth));
        if (!ready_) return;
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        // libyaml would count a byte order mark as a column.
        skipped_ = source.text().compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(source.text().data()) + skipped_,
                                     source.text().size() - skipped_);
    }
    ~Builder() {
        if (ready_) yaml_parser_delete(&parser_);
    }
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;

    std::optional<Node> run() {
        bool done = !ready_;
        while (!done && !failed_) {
            yaml_event_t event;
            if (yaml_parser_parse(&parser_, &event) == 0) {
                syntax();
                break;
            }
            done = event.type == YAML_STREAM_END_EVENT;
            take(event);
            yaml_event_delete(&event);
        }
        if (failed_ || !done) return std::nullopt;
        if (!has_root_ || root_.is_empty()) {
            root_ = Node{};
            root_.kind = Kind::Mapping;
            root_.source = &source_;
        }
        return std::move(root_);
    }

private:
    void fail(const char* code, Place begin, Place end, base::Args args = {}) {
        findings_.push_back({base::Severity::Error, code, source_.span(begin, end), std::move(args), std::nullopt});
        failed_ = true;
    }

    void syntax() {
        const std::string_view problem = parser_.problem == nullptr ? "" : parser_.problem;
        Place place = place_of(parser_.problem_mark);
        if (parser_.error == YAML_READER_ERROR) place = source_.place(parser_.problem_offset + skipped_);
        fail("syntax", place, place, {{"what", base::Key{explanation(problem)}}});
    }

    void take(const yaml_event_t& event) {
        const Place begin = place_of(event.start_mark);
        const Place end = place_of(event.end_mark);
        switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            if (++documents_ > 1) fail("several-documents", begin, end);
            break;
        case YAML_ALIAS_EVENT: fail("yaml-anchor", begin, end); break;
        case YAML_SCALAR_EVENT:
            if (plain_style(event.data.scalar.anchor, event.data.scalar.tag, begin, end)) scalar(event, begin, end);
            break;
        case YAML_SEQUENCE_START_EVENT: {
            const auto& start = event.data.sequence_start;
            if (plain_style(start.anchor, start.tag, begin, end))
                open(Kind::Sequence, start.style == YAML_FLOW_SEQUENCE_STYLE, begin, end);
            break;
        }
        case YAML_MAPPING_START_EVENT: {
            const auto& start = event.data.mapping_start;
            if (plain_style(start.anchor, start.tag, begin, end))
                open(Kind::Mapping, start.style == YAML_FLOW_MAPPING_STYLE, begin, end);
            break;
        }
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT: close(end); break;
        default: break;
        }
    }

    bool plain_style(const unsigned char* anchor, const unsigned char* tag, Place begin, Place end) {
        if (anchor != nullptr) fail("yaml-anchor", begin, end);
        else if (tag != nullptr) fail("yaml-tag", begin, end);
        return !failed_;
    }

    bool expects_key() const {
        return !stack_.empty() && stack_.back().is_mapping() && stack_.back().keys.size() == stack_.back().items.size();
    }

    void scalar(const yaml_event_t& event, Place begin, Place end) {
        const auto& data = event.data.scalar;
        std::string text(reinterpret_cast<const char*>(data.value), data.length);
        if (expects_key()) {
            constexpr std::size_t kUsual = 4;
            auto& keys = stack_.back().keys;
            if (keys.empty()) keys.reserve(kUsual);
            keys.push_back({std::move(text), &source_, begin, end});
            return;
        }
        Node node;
        node.plain = data.style == YAML_PLAIN_SCALAR_STYLE;
        node.text = std::move(text);
        node.source = &source_;
        node.begin = begin;
        node.end = end;
        put(std::move(node));
    }

    void open(Kind kind, bool flow, Place begin, Place end) {
        if (expects_key()) return fail("syntax", begin, end, {{"what", base::Key{"finding.syntax-key"}}});
        if (stack_.size() >= static_cast<std::size_t>(kMaxDepth))
            return fail("too-deep", begin, end, {{"limit", std::int64_t{kMaxDepth}}});
        Node node;
        node.kind = kind;
        node.flow = flow;
        node.source = &source_;
        node.begin = begin;
        stack_.push_back(std::move(node));
    }

    void close(Place end) {
        Node node = std::move(stack_.back());
        stack_.pop_back();
        node.end = end;
        if (node.is_mapping()) drop_doubles(node);
        put(std::move(node));
    }

    void put(Node node) {
        if (stack_.empty()) {
            root_ = std::move(node);
            has_root_ = true;
        } else {
            constexpr std::size_t kUsual = 4; // most mappings are small; moving nodes costs
            auto& items = stack_.back().items;
            if (items.empty()) items.reserve(kUsual);
            items.push_back(std::move(node));
        }
    }

    static bool has_doubles(const Node& node) {
        constexpr std::size_t kFew = 24; // comparing all pairs is quick
        if (node.keys.size() > kFew) return true;
        for (std::size_t i = 1; i < node.keys.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (node.keys[i].text == node.keys[k].text) return true;
        return false;
    }

    void drop_doubles(Node& node) {
        if (!has_doubles(node)) return;
        std::vector<std::size_t> order(node.keys.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const int way = node.keys[a].text.compare(node.keys[b].text);
            return way != 0 ? way < 0 : a < b;
        });
        constexpr int kMostTold = 20;
        int told = 0;
        std::vector<bool> drop(order.size(), false);
        std::size_t first = 0;
        for (std::size_t i = 1; i < order.size(); ++i) {
            if (node.keys[order[i]].text != node.keys[order[first]].text) {
                first = i;
                continue;
            }
            drop[order[i]] = true;
            if (++told > kMostTold) continue;
            const Key& key = node.keys[order[i]];
            findings_.push_back({base::Severity::Error, "duplicate-key", key.span(),
                                 {{"key", key.text}, {"line", std::int64_t{node.keys[order[first]].begin.line}}},
                                 std::nullopt});
        }
        if (std::find(drop.begin(), drop.end(), true) == drop.end()) return;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < drop.size(); ++i) {
            if (drop[i]) continue;
            if (kept != i) {
                node.keys[kept] = std::move(node.keys[i]);
                node.items[kept] = std::move(node.items[i]);
            }
            ++kept;
        }
        node.keys.resize(kept);
        node.items.resize(kept);
    }

    const Source& source_;
    base::Diagnostics& findings_;
    yaml_parser_t parser_{};
    std::vector<Node> stack_;
    Node root_;
    std::size_t skipped_ = 0;
    bool ready_ = false;
    bool failed_ = false;
    bool has_root_ = false;
    int documents_ = 0;
};

} // namespace

std::optional<Node> parse(const Source& source, base::Diagnostics& findings) {
    if (const auto bad = base::invalid_utf8(source.text())) {
        findings.push_back({base::Severity::Error, "not-utf8", source.span_at(*bad, *bad + 1), {}, std::nullopt});
        return std::nullopt;
    }
    return Builder(source, findings).run();
}

} // namespace timbang::content::yaml
