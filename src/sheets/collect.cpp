#include "sheets/collect.h"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/utf8.h"

namespace timbang::sheets {

namespace {

struct Day {
    int year;
    unsigned month;
    unsigned day;
};

/// Gregorian date of a day counted from 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
Day civil(long long days) {
    days += 719468;
    const long long era = (days >= 0 ? days : days - 146096) / 146097;
    const auto day_of_era = static_cast<unsigned>(days - era * 146097);
    const unsigned year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const unsigned shifted = (5 * day_of_year + 2) / 153;
    const unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
    const long long year = static_cast<long long>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0);
    return {static_cast<int>(year), month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

} // namespace

bool Collect::begin_sheet(std::string name) {
    if (book_.sheets.size() >= kMostSheets) {
        too_many_ = true;
        return false;
    }
    if (base::invalid_utf8(name)) return false;
    book_.sheets.emplace_back().name = std::move(name);
    return true;
}

bool Collect::put(Place place, const Cell& cell) {
    if (cell.empty()) return true;
    text_ += cell.text.size();
    if (++cells_ > kMostCells || text_ > kMostText || place.row > kMostRows || place.column > kMostColumns) {
        too_many_ = true;
        return false;
    }
    if (base::invalid_utf8(cell.text)) return false;
    book_.sheets.back().set(place, cell);
    return true;
}

bool Collect::merge(Merge merge) {
    if (book_.sheets.back().merges.size() >= kMostMerges) {
        too_many_ = true;
        return false;
    }
    book_.sheets.back().merges.push_back(merge);
    return true;
}

std::string number_text(double value) {
    if (value == 0) return "0"; // also of "-0"
    const bool plain = std::abs(value) < 1e15 && std::abs(value) >= 1e-6;
    if (!plain) return fmt::format("{:.15g}", value);
    std::string text = fmt::format("{:.15g}", value);
    if (text.find('e') == std::string::npos) return text;
    text = fmt::format("{:.20f}", value);
    const std::size_t used = text.find_last_not_of('0');
    return text.substr(0, text[used] == '.' ? used : used + 1);
}

std::optional<double> stored_number(std::string_view text) {
    double value = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || stop != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string date_text(double serial, bool base_1904) {
    if (!(serial >= 0) || serial > 2958466) return number_text(serial);
    constexpr long long kFrom1900 = 25569, kFrom1904 = 24107; // days before 1970
    double whole = std::floor(serial);
    auto minutes = static_cast<int>(std::floor((serial - whole) * 24 * 60 + 0.5));
    if (minutes == 24 * 60) {
        minutes = 0;
        whole += 1;
    }
    const std::string time = fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
    if (whole == 0) return time;
    // Excel counts a 29 February 1900 that never was.
    const long long early = !base_1904 && whole < 60 ? 1 : 0;
    const Day day = civil(static_cast<long long>(whole) + early - (base_1904 ? kFrom1904 : kFrom1900));
    const std::string date = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    return minutes == 0 ? date : date + " " + time;
}

} // namespace timbang::sheets
