#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/actions.h"
#include "base/result.h"
#include "domain/scenario.h"

namespace timbang::app {

using base::Rational;

/// Reads a figure as Indonesian documents write it: "1.147" and "6.729" are thousands, "93,1" is a decimal; a percent sign,
/// "Rp" and white space around it are let go. "12.5" (a point not before three digits) is a decimal too. Nothing when it is
/// no figure ("nihil", "–") or does not fit.
[[nodiscard]] std::optional<Rational> parse_figure(std::string_view text);

/// The figure that stands at a byte of the page: in a table the whole cell when it is one figure, else the run of digits
/// with its points and commas. Nothing when none stands there.
struct FigureAt {
    domain::TextRange range;
    Rational value;
};
[[nodiscard]] std::optional<FigureAt> figure_at(const domain::Page& page, std::uint32_t offset);

/// A figure picked from a page.
struct Pick {
    domain::EvidenceIx evidence = -1;
    int page = 1;
    domain::TextRange range;
    Rational value;
    [[nodiscard]] bool same_place(const Pick& other) const {
        return evidence == other.evidence && page == other.page && range == other.range;
    }
};

/// Figures that are added up to one term: "a".
struct Term {
    std::vector<Pick> picks;
    /// Nothing on overflow.
    [[nodiscard]] std::optional<Rational> value() const;
};

/// + − × ÷ and percent over terms of figures picked from pages, worked from left to right in exact fractions.
class Calculator {
public:
    /// Adds the figure to the open term, or takes it out when it is in there.
    void pick(const Pick& figure);
    /// Adds those of the figures that the open term lacks; when it has all of them, takes them out.
    void pick(const std::vector<Pick>& figures);
    /// Joins the open term with a next one. Without a figure in the open term it changes the last join.
    void join(action::Operator with);
    /// The same figure again takes it back.
    void compare_with(const Pick& figure);
    void remove_term(int term);
    void clear();

    [[nodiscard]] bool empty() const { return terms_.front().picks.empty() && !compare_; }
    /// The last one is open and may have no figure yet.
    [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }
    /// One fewer than the terms.
    [[nodiscard]] const std::vector<action::Operator>& joins() const { return joins_; }
    [[nodiscard]] const std::optional<Pick>& compared() const { return compare_; }
    /// Codes "calculator-empty", "calculator-zero" (division by it), "calculator-large".
    [[nodiscard]] base::Result<Rational> result() const;
    /// Whether the last operation was percent: the result carries its sign.
    [[nodiscard]] bool percent() const;

private:
    std::vector<Term> terms_{Term{}};
    std::vector<action::Operator> joins_;
    std::optional<Pick> compare_;
};

/// "×": as it stands between two terms.
[[nodiscard]] const char* operator_sign(action::Operator join);

/// The line as it is kept and shown: "1,147 + 1,448 = 2,595", "(1,147 + 1,448) ÷ 6,940 = 0.37". A term of
/// more than `most` figures is shortened to its first and last.
[[nodiscard]] std::string calculator_line(const Calculator& calculator, base::Lang lang, std::size_t most = SIZE_MAX);

/// A value with two decimals, half up; a whole number without.
[[nodiscard]] std::string figure_text(base::Lang lang, const Rational& value);

} // namespace timbang::app
