#include "base/rational.h"

#include <cassert>
#include <charconv>
#include <limits>

namespace timbang::base {
namespace {

__extension__ typedef __int128 Wide;

Wide greatest_common_divisor(Wide a, Wide b) {
    if (a < 0) a = -a;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/// The least 64-bit number is left out: what fits can be negated.
bool fits(Wide value) {
    return value >= -Wide{std::numeric_limits<std::int64_t>::max()} &&
           value <= Wide{std::numeric_limits<std::int64_t>::max()};
}

struct Parts {
    Wide numerator;
    Wide denominator;
};

Parts reduce(Wide numerator, Wide denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide divisor =
        numerator == 0 ? denominator : greatest_common_divisor(denominator, numerator < 0 ? -numerator : numerator);
    return {numerator / divisor, denominator / divisor};
}

/// The reduced fraction; nothing when it does not fit or the denominator is 0. Products of two 64-bit numbers and sums
/// of two of them fit in 128 bits, so callers need not check before.
std::optional<Rational> reduced(Wide numerator, Wide denominator) {
    if (denominator == 0) return std::nullopt;
    const Parts parts = reduce(numerator, denominator);
    if (!fits(parts.numerator) || !fits(parts.denominator)) return std::nullopt;
    return Rational(static_cast<std::int64_t>(parts.numerator), static_cast<std::int64_t>(parts.denominator));
}

Rational surely(const std::optional<Rational>& value) {
    assert(value && "a fraction that does not fit");
    return value.value_or(Rational());
}

std::optional<std::int64_t> parse_whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool all_digits(std::string_view text) {
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return !text.empty();
}

} // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
    assert(denominator != 0);
    if (denominator == 0) return;
    const Parts parts = reduce(numerator, denominator);
    assert(fits(parts.numerator) && fits(parts.denominator));
    numerator_ = static_cast<std::int64_t>(parts.numerator);
    denominator_ = static_cast<std::int64_t>(parts.denominator);
}

std::string Rational::text() const {
    std::string text = std::to_string(numerator_);
    if (denominator_ != 1) text += "/" + std::to_string(denominator_);
    return text;
}

std::optional<Rational> Rational::parse(std::string_view text) {
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    if (const std::size_t slash = digits.find('/'); slash != std::string_view::npos) {
        if (!all_digits(digits.substr(0, slash)) || !all_digits(digits.substr(slash + 1))) return std::nullopt;
        const auto numerator = parse_whole(text.substr(0, text.find('/')));
        const auto denominator = parse_whole(digits.substr(slash + 1));
        if (!numerator || !denominator) return std::nullopt;
        return reduced(*numerator, *denominator);
    }
    const std::size_t point = digits.find('.');
    if (!all_digits(digits.substr(0, point))) return std::nullopt;
    if (point == std::string_view::npos) {
        const auto whole = parse_whole(text);
        return whole ? reduced(*whole, 1) : std::nullopt;
    }
    const std::string_view decimals = digits.substr(point + 1);
    if (!all_digits(decimals) || decimals.size() > 18) return std::nullopt;
    const auto numerator = parse_whole(std::string(text.substr(0, text.find('.'))).append(decimals));
    if (!numerator) return std::nullopt;
    std::int64_t denominator = 1;
    for (std::size_t i = 0; i < decimals.size(); ++i) denominator *= 10;
    return reduced(*numerator, denominator);
}

std::optional<Rational> checked_add(const Rational& a, const Rational& b) {
    return reduced(Wide{a.numerator()} * b.denominator() + Wide{b.numerator()} * a.denominator(),
                   Wide{a.denominator()} * b.denominator());
}

std::optional<Rational> checked_subtract(const Rational& a, const Rational& b) {
    return reduced(Wide{a.numerator()} * b.denominator() - Wide{b.numerator()} * a.denominator(),
                   Wide{a.denominator()} * b.denominator());
}

std::optional<Rational> checked_multiply(const Rational& a, const Rational& b) {
    return reduced(Wide{a.numerator()} * b.numerator(), Wide{a.denominator()} * b.denominator());
}

std::optional<Rational> checked_divide(const Rational& a, const Rational& b) {
    return reduced(Wide{a.numerator()} * b.denominator(), Wide{a.denominator()} * b.numerator());
}

Rational operator+(const Rational& a, const Rational& b) { return surely(checked_add(a, b)); }
Rational operator-(const Rational& a, const Rational& b) { return surely(checked_subtract(a, b)); }
Rational operator*(const Rational& a, const Rational& b) { return surely(checked_multiply(a, b)); }
Rational operator/(const Rational& a, const Rational& b) { return surely(checked_divide(a, b)); }

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    const Wide left = Wide{a.numerator_} * b.denominator_;
    const Wide right = Wide{b.numerator_} * a.denominator_;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

} // namespace timbang::base
