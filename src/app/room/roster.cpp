#include "app/room/roster.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/files.h"
#include "domain/room.h"
#include "sheets/csv.h"

namespace timbang::app {
namespace {

enum Column : std::size_t { kCode, kName, kOffice, kGroup, kWay, kColumns };
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLargestRoster = std::size_t{1} << 20; // bytes
constexpr std::size_t kLongestCode = 40;                     // bytes

std::string lower(std::string_view text) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return made;
}

/// The column that a heading names, in either language.
std::size_t column_of(std::string_view heading) {
    constexpr std::array<std::array<std::string_view, 4>, kColumns> kHeadings = {{{"code", "kode", "no", "no."},
                                                                                         {"name", "nama", "", ""},
                                                                                         {"office", "instansi", "unit", "kantor"},
                                                                                         {"group", "kelompok", "", ""},
                                                                                         {"way", "cara", "", ""}}};
    const std::string word = lower(heading);
    for (std::size_t column = 0; column < kColumns; ++column)
        for (const std::string_view known : kHeadings[column])
            if (!known.empty() && word == known) return column;
    return kNone;
}

std::optional<domain::WayIn> way_of(std::string_view text) {
    const std::string word = lower(text);
    if (word == "ponsel" || word == "hp") return domain::WayIn::Phone;
    if (word == "bersama") return domain::WayIn::Shared;
    if (word == "kertas") return domain::WayIn::Paper;
    return domain::way_from_id(word);
}

std::optional<int> group_of(std::string_view text) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failed == std::errc() && end == text.data() + text.size();
    return whole && value >= 1 && value <= domain::kHighestGroup ? std::optional(value) : std::nullopt;
}

class RosterReader {
public:
    RosterReader(const sheets::Table& table, const std::string& path) : table_(table), path_(path) {
        for (std::size_t column = 0; column < kColumns; ++column)
            columns_[column] = column < table.columns() ? column : kNone;
    }

    base::Result<std::vector<domain::Participant>> read() {
        std::size_t row = 0;
        if (table_.rows() > 0 && column_of(table_.text(0, 0)) != kNone) {
            if (base::Status heads = read_headings(); !heads) return heads.error();
            row = 1;
        }
        if (table_.rows() - row > domain::kMostSeats)
            return base::Error("roster-too-many",
                               {{"path", path_}, {"limit", static_cast<std::int64_t>(domain::kMostSeats)}});
        std::vector<domain::Participant> people;
        for (; row < table_.rows(); ++row) {
            base::Result<domain::Participant> person = read_person(row);
            if (!person) return person.error();
            people.push_back(std::move(*person));
        }
        return people;
    }

private:
    base::Status read_headings() {
        columns_.fill(kNone);
        for (std::size_t column = 0; column < table_.columns(); ++column) {
            const std::size_t named = column_of(table_.text(0, column));
            // Other columns of a list are its owner's.
            if (named != kNone && columns_[named] == kNone) columns_[named] = column;
        }
        if (columns_[kCode] == kNone) return bad(0, 0, "roster.expected-code-heading");
        return {};
    }

    base::Result<domain::Participant> read_person(std::size_t row) {
        domain::Participant person;
        person.code = cell(row, kCode);
        if (person.code.empty() || person.code.size() > kLongestCode)
            return bad(row, columns_[kCode], "roster.expected-code");
        const auto [first, fresh] = first_rows_.emplace(person.code, table_.place(row, 0).row);
        if (!fresh) {
            base::Args args = sheets::place_args(path_, table_.place(row, columns_[kCode]));
            args.emplace_back("value", person.code);
            args.emplace_back("first", static_cast<std::int64_t>(first->second));
            return base::Error("roster-code-twice", std::move(args));
        }
        person.name = cell(row, kName);
        person.office = cell(row, kOffice);
        if (const std::string group = cell(row, kGroup); !group.empty()) {
            const auto number = group_of(group);
            if (!number) return bad(row, columns_[kGroup], "roster.expected-group");
            person.group = *number;
        }
        if (const std::string way = cell(row, kWay); !way.empty()) {
            person.way = way_of(way);
            if (!person.way) return bad(row, columns_[kWay], "roster.expected-way");
        }
        return person;
    }

    [[nodiscard]] std::string cell(std::size_t row, Column column) const {
        return columns_[column] == kNone ? "" : std::string(table_.text(row, columns_[column]));
    }

    [[nodiscard]] base::Error bad(std::size_t row, std::size_t column, const char* expected) const {
        base::Args args = sheets::place_args(path_, table_.place(row, column));
        args.emplace_back("value", std::string(table_.text(row, column)));
        args.emplace_back("expected", base::Key{expected});
        return base::Error("roster-value", std::move(args));
    }

    const sheets::Table& table_;
    const std::string& path_;
    std::array<std::size_t, kColumns> columns_{};
    std::map<std::string, std::size_t> first_rows_;
};

/// The first line too may leave out its last cells, although it says how many there are: they are put behind it.
std::string with_whole_first_line(std::string content) {
    const std::size_t begin = content.find_first_not_of("\r\n");
    if (begin == std::string::npos) return content;
    const std::size_t end = std::min(content.find_first_of("\r\n", begin), content.size());
    const base::Result<sheets::Csv> first = sheets::parse_csv(content.substr(begin, end - begin), "");
    if (!first || first->table.rows() != 1 || column_of(first->table.text(0, 0)) != kNone) return content;
    const std::size_t there = first->table.columns();
    if (there >= kColumns) return content;
    char delimiter = first->delimiter;
    if (there == 1)
        for (const char one : {',', ';', '\t'})
            if (content.find(one) != std::string::npos) delimiter = one;
    return content.insert(end, kColumns - there, delimiter);
}

} // namespace

base::Result<std::vector<domain::Participant>> parse_roster(std::string content, const std::string& path) {
    const base::Result<sheets::Csv> read = sheets::parse_csv(with_whole_first_line(std::move(content)), path, sheets::ShortRows::Fill);
    if (!read) return read.error();
    return RosterReader(read->table, path).read();
}

base::Result<std::vector<domain::Participant>> read_roster(const std::string& path) {
    base::Result<std::string> content = base::read_file(path, kLargestRoster);
    if (!content) return content.error();
    return parse_roster(std::move(*content), path);
}

} // namespace timbang::app
