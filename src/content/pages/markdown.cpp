#include "content/pages/markdown.h"

#include <string>

#include <md4c.h>

#include "base/utf8.h"

namespace timbang::content {

using domain::Align;
using domain::Block;
using domain::BlockKind;

namespace {

struct List {
    bool ordered = false;
    unsigned number = 1;
    char delimiter = '.';
};

/// Receives md4c's events and writes blocks. Quotations, code and links are their words.
class Receiver {
public:
    Receiver(PageWriter& writer, Breaks breaks) : writer_(writer), breaks_(breaks) {}

    void enter(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
        case MD_BLOCK_UL: flush(); lists_.push_back({}); break;
        case MD_BLOCK_OL: {
            flush();
            const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
            lists_.push_back({true, list->start, list->mark_delimiter});
            break;
        }
        case MD_BLOCK_LI: flush(); marker_ = next_marker(); item_ = true; break;
        case MD_BLOCK_H: flush(); level_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level); break;
        case MD_BLOCK_TABLE: flush(); table_ = Block{}; table_.kind = BlockKind::Table; break;
        case MD_BLOCK_THEAD: header_ = true; break;
        case MD_BLOCK_TR: cells_.clear(); aligns_.clear(); break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: words_.clear(); align(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align); break;
        default: break;
        }
    }

    void leave(MD_BLOCKTYPE type) {
        switch (type) {
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: flush(); lists_.pop_back(); break;
        case MD_BLOCK_LI: flush(); item_ = false; break;
        case MD_BLOCK_P:
        case MD_BLOCK_H:
        case MD_BLOCK_CODE:
        case MD_BLOCK_HTML: flush(); break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: cells_.take(words_); break;
        case MD_BLOCK_TR: table_.rows.push_back(writer_.row(cells_.all(), aligns_, header_)); break;
        case MD_BLOCK_THEAD: header_ = false; break;
        case MD_BLOCK_TABLE: writer_.add(std::move(table_)); break;
        default: break;
        }
    }

    void span(MD_SPANTYPE type, int step) {
        if (type == MD_SPAN_STRONG) bold_ += step;
    }

    void text(MD_TEXTTYPE type, std::string_view words) {
        switch (type) {
        case MD_TEXT_BR: lines_.take(words_); break;
        case MD_TEXT_SOFTBR:
            if (breaks_ == Breaks::Keep) {
                lines_.take(words_);
            } else {
                words_.add(" ", bold_ > 0);
            }
            break;
        case MD_TEXT_ENTITY: words_.add(entity(words), bold_ > 0); break;
        case MD_TEXT_NULLCHAR: break;
        case MD_TEXT_CODE:
            for (std::size_t at = 0; at <= words.size();) { // a code block keeps its lines
                const std::size_t end = std::min(words.find('\n', at), words.size());
                words_.add(words.substr(at, end - at), bold_ > 0);
                if (end == words.size()) break;
                lines_.take(words_);
                at = end + 1;
            }
            break;
        default: words_.add(words, bold_ > 0); break;
        }
    }

private:
    std::string next_marker() {
        if (lists_.empty() || !lists_.back().ordered) return "–";
        return std::to_string(lists_.back().number++) + lists_.back().delimiter;
    }

    void align(MD_ALIGN align) {
        aligns_.push_back(align == MD_ALIGN_RIGHT    ? Align::Right
                          : align == MD_ALIGN_CENTER ? Align::Centre
                                                     : Align::Left);
    }

    /// Ends what was gathered: a paragraph, a heading or (the first of) an item.
    void flush() {
        if (!words_.empty()) lines_.take(words_);
        Block block;
        if (level_ > 0) {
            block.kind = BlockKind::Heading;
            block.level = level_;
            level_ = 0;
        } else if (!lists_.empty()) {
            block.kind = item_ && !marker_.empty() ? BlockKind::ListItem : BlockKind::Paragraph;
            block.level = static_cast<int>(lists_.size()) - 1;
            if (!lines_.all().empty()) block.marker = std::move(marker_);
        }
        block.lines.reserve(lines_.all().size());
        for (const Words& one : lines_.all()) {
            domain::Line line = writer_.line(one);
            if (!line.runs.empty()) block.lines.push_back(std::move(line));
        }
        if (!block.lines.empty()) marker_.clear();
        lines_.clear();
        if (!block.lines.empty()) writer_.add(std::move(block));
    }

    static std::string_view entity(std::string_view name) {
        struct Known {
            std::string_view name;
            std::string_view text;
        };
        constexpr Known known[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}};
        for (const Known& one : known)
            if (one.name == name) return one.text;
        return name;
    }

    PageWriter& writer_;
    Breaks breaks_;
    std::vector<List> lists_;
    Words words_;
    WordsList lines_;
    WordsList cells_;
    std::vector<Align> aligns_;
    Block table_;
    std::string marker_;
    bool item_ = false;
    bool header_ = false;
    int level_ = 0;
    int bold_ = 0;
};

Receiver& receiver(void* user) { return *static_cast<Receiver*>(user); }

} // namespace

void write_markdown(std::string_view text, Breaks breaks, PageWriter& writer) {
    Receiver target(writer, breaks);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        receiver(user).enter(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        receiver(user).leave(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* user) {
        receiver(user).span(type, 1);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
        receiver(user).span(type, -1);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* user) {
        receiver(user).text(type, std::string_view(words, size));
        return 0;
    };
    md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &target);
}

} // namespace timbang::content
