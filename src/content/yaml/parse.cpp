#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include <yaml.h>

#include "base/utf8.h"
#include "content/yaml/node.h"

namespace timbang::content::yaml {

namespace {

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
    Builder(Source& source, base::Diagnostics& findings) : source_(source), findings_(findings) {
        ready_ = yaml_parser_initialize(&parser_) != 0;
        if (!ready_) return;
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        // libyaml would count a byte order mark as a column.
        skipped_ = source.text().compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
        offset_ = skipped_;
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
        if (!items_.empty() && !items_.back().is_empty()) return items_.back();
        Node nothing;
        nothing.kind = Kind::Mapping;
        nothing.source = &source_;
        return nothing;
    }

private:
    /// A sequence or mapping that has begun: what is in it lies at the end of `keys_` and `items_`, from these places on.
    struct Open {
        Node node;
        std::size_t keys;
        std::size_t items;
    };

    void fail(const char* code, Place begin, Place end, base::Args args = {}) {
        findings_.push_back({base::Severity::Error, code, Stretch{source_.name(), begin, end}, std::move(args), std::nullopt});
        failed_ = true;
    }

    /// Marks of libyaml count code points, and hardly ever go back.
    Place place_of(const yaml_mark_t& mark) {
        const std::string_view text = source_.text();
        while (point_ < mark.index && offset_ < text.size()) {
            const std::size_t run = base::ascii_end(text.substr(offset_, mark.index - point_));
            point_ += run;
            offset_ += run;
            if (point_ == mark.index || offset_ == text.size()) break;
            ++point_;
            offset_ = base::code_point_at(text, offset_).next;
        }
        for (; point_ > mark.index && offset_ > skipped_; --point_)
            do --offset_;
            while ((static_cast<unsigned char>(text[offset_]) & 0xC0u) == 0x80);
        return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1, static_cast<std::uint32_t>(offset_)};
    }

    void syntax() {
        const std::string_view problem = parser_.problem == nullptr ? "" : parser_.problem;
        const bool unread = parser_.error == YAML_READER_ERROR;
        const Place place = unread ? PlaceFinder(source_.text()).at(parser_.problem_offset + skipped_)
                                   : place_of(parser_.problem_mark);
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
        return !open_.empty() && open_.back().node.is_mapping() &&
               keys_.size() - open_.back().keys == items_.size() - open_.back().items;
    }

    void scalar(const yaml_event_t& event, Place begin, Place end) {
        const auto& data = event.data.scalar;
        const auto text = source_.arena().copy({reinterpret_cast<const char*>(data.value), data.length});
        if (expects_key()) {
            keys_.push_back({text, &source_, begin, end});
            return;
        }
        Node node;
        node.plain = data.style == YAML_PLAIN_SCALAR_STYLE;
        node.text = text;
        node.source = &source_;
        node.begin = begin;
        node.end = end;
        items_.push_back(node);
    }

    void open(Kind kind, bool flow, Place begin, Place end) {
        if (expects_key()) return fail("syntax", begin, end, {{"what", base::Key{"finding.syntax-key"}}});
        if (open_.size() >= static_cast<std::size_t>(kMaxDepth))
            return fail("too-deep", begin, end, {{"limit", std::int64_t{kMaxDepth}}});
        Node node;
        node.kind = kind;
        node.flow = flow;
        node.source = &source_;
        node.begin = begin;
        open_.push_back({node, keys_.size(), items_.size()});
    }

    void close(Place end) {
        Open last = open_.back();
        open_.pop_back();
        last.node.end = end;
        if (last.node.is_mapping()) drop_doubles(last);
        last.node.keys = source_.arena().copy(std::span<const Key>(keys_).subspan(last.keys));
        last.node.items = source_.arena().copy(std::span<const Node>(items_).subspan(last.items));
        keys_.resize(last.keys);
        items_.resize(last.items);
        items_.push_back(last.node);
    }

    static bool has_doubles(std::span<const Key> keys) {
        constexpr std::size_t kFew = 24; // comparing all pairs is quick
        if (keys.size() > kFew) return true;
        for (std::size_t i = 1; i < keys.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (keys[i].text == keys[k].text) return true;
        return false;
    }

    void drop_doubles(const Open& mapping) {
        const std::span<Key> keys = std::span(keys_).subspan(mapping.keys);
        const std::span<Node> items = std::span(items_).subspan(mapping.items);
        if (!has_doubles(keys)) return;
        std::vector<std::size_t> order(keys.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const int way = keys[a].text.compare(keys[b].text);
            return way != 0 ? way < 0 : a < b;
        });
        constexpr int kMostTold = 20;
        int told = 0;
        std::vector<bool> drop(order.size(), false);
        std::size_t first = 0;
        for (std::size_t i = 1; i < order.size(); ++i) {
            const Key& key = keys[order[i]];
            if (key.text != keys[order[first]].text) {
                first = i;
                continue;
            }
            drop[order[i]] = true;
            if (++told > kMostTold) continue;
            findings_.push_back({base::Severity::Error, "duplicate-key", key.span(),
                                 {{"key", std::string(key.text)}, {"line", std::int64_t{keys[order[first]].begin.line}}},
                                 std::nullopt});
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < drop.size(); ++i) {
            if (drop[i]) continue;
            keys[kept] = keys[i];
            items[kept++] = items[i];
        }
        keys_.resize(mapping.keys + kept);
        items_.resize(mapping.items + kept);
    }

    Source& source_;
    base::Diagnostics& findings_;
    yaml_parser_t parser_{};
    std::vector<Open> open_;
    std::vector<Key> keys_;   ///< of mappings that have begun
    std::vector<Node> items_; ///< of sequences and mappings that have begun; at last the root
    std::size_t skipped_ = 0; ///< bytes of the byte order mark
    std::size_t point_ = 0;   ///< code points behind it up to `offset_`
    std::size_t offset_ = 0;
    bool ready_ = false;
    bool failed_ = false;
    int documents_ = 0;
};

} // namespace

std::optional<Node> parse(Source& source, base::Diagnostics& findings) {
    if (const auto bad = base::invalid_utf8(source.text())) {
        findings.push_back({base::Severity::Error, "not-utf8", source.span_at(*bad, *bad + 1), {}, std::nullopt});
        return std::nullopt;
    }
    return Builder(source, findings).run();
}

} // namespace timbang::content::yaml
