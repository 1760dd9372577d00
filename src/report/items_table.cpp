#include <fmt/format.h>

#include "report/items.h"

namespace timbang::report {
namespace {

using insight::ItemReport;

sheets::OutSheet sheet_of(std::string name, const std::vector<std::pair<const char*, double>>& columns,
                          const std::vector<std::string>& numbers) {
    sheets::OutSheet sheet;
    sheet.name = std::move(name);
    for (const auto& [heading, width] : columns) {
        sheets::OutColumn column;
        column.heading = heading;
        column.width = width;
        for (const std::string& number : numbers)
            column.number = column.number || number == heading;
        sheet.columns.push_back(std::move(column));
    }
    sheet.columns.front().key = true;
    sheet.frozen_columns = 2;
    return sheet;
}

std::string whole(std::size_t n) {
    return std::to_string(n);
}

std::string decimal(double value) {
    return fmt::format("{:.3f}", value);
}

std::string signs_of(const ItemReport& item) {
    std::string text;
    for (const insight::ItemSign sign : item.signs) {
        if (!text.empty()) text += ' ';
        text += insight::item_sign_id(sign);
    }
    return text;
}

/// "4: 3, 6: 9"
template <class Counts> std::string counts_of(const Counts& counts) {
    std::string text;
    for (const auto& [answer, n] : counts)
        text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", answer, n);
    return text;
}

std::string sentences_of(const ItemReport& item, const Words& words) {
    std::string text;
    for (const base::Message& sentence : item.sentences)
        text += (text.empty() ? "" : " ") + words(sentence);
    return text;
}

sheets::OutSheet items_sheet(const ItemsInput& input, const Words& words) {
    sheets::OutSheet sheet = sheet_of(words("report.items-indicators"),
                                      {{"scenario", 28},
                                       {"indicator", 12},
                                       {"item", 14},
                                       {"n", 8},
                                       {"exact", 8},
                                       {"share", 8},
                                       {"low", 8},
                                       {"high", 8},
                                       {"reference", 10},
                                       {"reference_verdict", 16},
                                       {"scores", 24},
                                       {"verdicts", 24},
                                       {"sure_and_different", 16},
                                       {"item_rest", 10},
                                       {"repeats", 9},
                                       {"keys", 7},
                                       {"rule_comments", 14},
                                       {"reading_comments", 16},
                                       {"signs", 24},
                                       {"says", 60}},
                                      {"n", "exact", "share", "low", "high", "reference", "sure_and_different",
                                       "item_rest", "repeats", "keys", "rule_comments", "reading_comments"});
    for (const ItemReport& item : input.items)
        sheet.rows.push_back({item.scenario,
                              item.code,
                              item.item.substr(0, 12),
                              std::to_string(item.n),
                              std::to_string(item.exact.k),
                              item.n == 0 ? "" : decimal(static_cast<double>(item.exact.k) / item.n),
                              item.n == 0 ? "" : decimal(item.exact.low),
                              item.n == 0 ? "" : decimal(item.exact.high),
                              item.reference ? std::to_string(*item.reference) : "",
                              item.reference_verdict,
                              counts_of(item.scores),
                              counts_of(item.verdicts),
                              std::to_string(item.sure_and_different),
                              item.item_rest ? decimal(*item.item_rest) : "",
                              std::to_string(item.repeats),
                              std::to_string(item.keys),
                              whole(item.rule_comments.size()),
                              whole(item.reading_comments.size()),
                              signs_of(item),
                              sentences_of(item, words)});
    return sheet;
}

sheets::OutSheet answers_sheet(const ItemsInput& input, const Words& words) {
    sheets::OutSheet sheet = sheet_of(words("report.items-answers"),
                                      {{"scenario", 28},
                                       {"indicator", 12},
                                       {"item", 14},
                                       {"what", 10},
                                       {"part", 12},
                                       {"about", 24},
                                       {"n", 8},
                                       {"of", 8}},
                                      {"n", "of"});
    const auto add = [&](const ItemReport& item, const char* what, const std::string& part, const std::string& about,
                         int n) {
        sheet.rows.push_back({item.scenario, item.code, item.item.substr(0, 12), what, part, about, std::to_string(n),
                              std::to_string(item.n)});
    };
    for (const ItemReport& item : input.items) {
        for (const auto& [score, n] : item.scores)
            add(item, "given", "score", std::to_string(score), n);
        for (const auto& [verdict, n] : item.verdicts)
            add(item, "given", "verdict", verdict, n);
        for (const insight::ReplyCount& reply : item.replies)
            add(item, "differed", reply.part, reply.about, reply.n);
    }
    return sheet;
}

sheets::OutSheet comments_sheet(const ItemsInput& input, const Words& words) {
    sheets::OutSheet sheet =
        sheet_of(words("report.items-comments"),
                 {{"scenario", 28}, {"indicator", 12}, {"item", 14}, {"about", 10}, {"text", 80}}, {});
    for (const ItemReport& item : input.items) {
        const auto add = [&](const std::vector<std::string>& texts, const char* about) {
            for (const std::string& text : texts)
                sheet.rows.push_back({item.scenario, item.code, item.item.substr(0, 12), about, text});
        };
        add(item.rule_comments, "rule");
        add(item.reading_comments, "reading");
    }
    return sheet;
}

} // namespace

sheets::OutBook items_book(const ItemsInput& input, const Words& words) {
    sheets::OutBook book;
    book.lists_name = words("report.lists");
    book.sheets = {items_sheet(input, words), answers_sheet(input, words), comments_sheet(input, words)};
    return book;
}

} // namespace timbang::report
