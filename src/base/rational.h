#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace timbang::base {

/// An exact fraction, always reduced, with a positive denominator. Scores, totals and the calculator use it so that no
/// figure is rounded into the next band. Operators are for quantities known to be small (scores, weights) and assert on
/// overflow; `checked_*` are for figures that a person picked from a page.
class Rational {
public:
    constexpr Rational() = default;
    constexpr Rational(std::int64_t whole) : numerator_(whole) {}
    /// `denominator` must not be 0.
    Rational(std::int64_t numerator, std::int64_t denominator);

    [[nodiscard]] std::int64_t numerator() const { return numerator_; }
    [[nodiscard]] std::int64_t denominator() const { return denominator_; }
    /// Nearest double, for drawing only.
    [[nodiscard]] double approximate() const { return static_cast<double>(numerator_) / static_cast<double>(denominator_); }
    /// "27", "-3/4": reads back with `parse`.
    [[nodiscard]] std::string text() const;

    /// Reads "12", "-3.5", "6279/6940". Nothing when it is no such number or does not fit.
    [[nodiscard]] static std::optional<Rational> parse(std::string_view text);

    friend Rational operator+(const Rational& a, const Rational& b);
    friend Rational operator-(const Rational& a, const Rational& b);
    friend Rational operator*(const Rational& a, const Rational& b);
    /// `b` must not be 0.
    friend Rational operator/(const Rational& a, const Rational& b);
    friend bool operator==(const Rational&, const Rational&) = default;
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

/// The same operations; nothing on overflow or division by zero.
[[nodiscard]] std::optional<Rational> checked_add(const Rational& a, const Rational& b);
[[nodiscard]] std::optional<Rational> checked_subtract(const Rational& a, const Rational& b);
[[nodiscard]] std::optional<Rational> checked_multiply(const Rational& a, const Rational& b);
[[nodiscard]] std::optional<Rational> checked_divide(const Rational& a, const Rational& b);

} // namespace timbang::base
