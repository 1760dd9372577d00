#include "report/words.h"

#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace timbang::report {

using namespace std::chrono;

std::string Words::date(base::Time time) const {
    const year_month_day day{floor<days>(time + minutes(offset(time)))};
    return fmt::format("{} {}", static_cast<unsigned>(day.day()),
                       month(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month()))));
}

std::string Words::date(const std::string& day) const {
    const auto time = base::parse_iso_time(day + "T00:00:00.000Z");
    if (!time) return day;
    const year_month_day date{floor<days>(*time)};
    return fmt::format("{} {}", static_cast<unsigned>(date.day()),
                       month(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month()))));
}

std::string Words::date_time(base::Time time) const {
    const auto local = time + minutes(offset(time));
    const auto since = local - floor<days>(local);
    return date(time) + ", " + clock(static_cast<int>(duration_cast<minutes>(since).count()));
}

std::string Words::month(int year, int month) const {
    return fmt::format("{} {}", (*this)(fmt::format("app.month-{}", month)), year);
}

std::string Words::clock(int minutes) const {
    return fmt::format("{:02}{}{:02}", minutes / 60 % 24, lang_ == base::Lang::Id ? '.' : ':', minutes % 60);
}

std::string Words::signed_tenths(double value) const {
    const auto tenths = static_cast<std::int64_t>(std::floor(std::abs(value) * 10 + 0.5));
    const std::string text = base::format_number(lang_, base::Rational(tenths, 10), 1);
    return (tenths == 0 ? "" : value < 0 ? "−" : "+") + text;
}

std::string Words::hundredths(double value) const {
    const auto hundredths = static_cast<std::int64_t>(std::floor(std::abs(value) * 100 + 0.5));
    return (value < 0 && hundredths > 0 ? "−" : "") + base::format_number(lang_, base::Rational(hundredths, 100), 2);
}

std::string Words::percent(double share) const {
    return fmt::format("{}%", static_cast<int>(std::floor(share * 100 + 0.5)));
}

std::string Words::k_of_n(int k, int n) const {
    return (*this)("report.k-of-n", {{"k", std::int64_t{k}}, {"n", std::int64_t{n}}});
}

std::string Words::bound(const domain::Bound& bound) const {
    const auto figure = [&](const base::Rational& value) {
        return base::format_number(lang_, value, value.denominator() == 1 ? 0 : 1);
    };
    const std::string low = bound.from ? figure(*bound.from) : bound.above ? "> " + figure(*bound.above) : "";
    const std::string high = bound.to ? figure(*bound.to) : bound.below ? "< " + figure(*bound.below) : "";
    if (!low.empty() && !high.empty()) return low + "–" + high;
    if (bound.from) return "≥ " + low;
    if (bound.to) return "≤ " + high;
    return low + high;
}

} // namespace timbang::report
