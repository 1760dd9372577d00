#include "app/source_spans.h"

#include <algorithm>

#include "app/yaml_scan.h"

namespace timbang::app {
namespace {

std::vector<SourceSpan> yaml_spans(std::string_view text) {
    std::vector<SourceSpan> spans;
    for (const YamlPiece& piece : yaml_pieces(text)) {
        switch (piece.kind) {
        case YamlPieceKind::Key: spans.push_back({piece.begin, piece.end, SourceKind::Key}); break;
        case YamlPieceKind::Quoted:
        case YamlPieceKind::Block: spans.push_back({piece.begin, piece.end, SourceKind::String}); break;
        case YamlPieceKind::Number: spans.push_back({piece.begin, piece.end, SourceKind::Number}); break;
        case YamlPieceKind::Comment: spans.push_back({piece.begin, piece.end, SourceKind::Comment}); break;
        default: break;
        }
    }
    return spans;
}

/// Headings, lines of `:::` blocks and signs in a line: bold, bars of tables, list signs.
std::vector<SourceSpan> markdown_spans(std::string_view text) {
    std::vector<SourceSpan> spans;
    const auto add = [&](std::size_t begin, std::size_t end, SourceKind kind) {
        spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
    };
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::size_t word = line.find_first_not_of(' ');
        if (word != std::string_view::npos && line[word] == '#') {
            add(begin, end, SourceKind::Heading);
        } else if (word != std::string_view::npos && line.substr(word, 3) == ":::") {
            add(begin, end, SourceKind::Mark);
        } else if (line.substr(0, 4) == "<!--") {
            add(begin, end, SourceKind::Comment);
        } else {
            for (std::size_t i = 0; i < line.size(); ++i) {
                std::size_t stop = i;
                if (line[i] == '|' || (i == word && (line[i] == '-' || line[i] == '>') && i + 1 < line.size() && line[i + 1] == ' '))
                    stop = i + 1;
                else if (line.substr(i, 2) == "**")
                    stop = i + 2;
                if (stop == i) continue;
                add(begin + i, begin + stop, SourceKind::Mark);
                i = stop - 1;
            }
        }
        begin = end + 1;
    }
    return spans;
}

} // namespace

bool is_yaml(std::string_view path) {
    return path.ends_with(".yaml") || path.ends_with(".yml");
}

bool is_markdown(std::string_view path) {
    return path.ends_with(".md");
}

std::vector<SourceSpan> source_spans(std::string_view path, std::string_view text) {
    if (is_yaml(path)) return yaml_spans(text);
    if (is_markdown(path)) return markdown_spans(text);
    return {};
}

} // namespace timbang::app
