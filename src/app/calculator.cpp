#include "app/calculator.h"

#include <algorithm>

#include "base/catalogue.h"

namespace timbang::app {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trim(std::string_view text) {
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '%'; };
    while (!text.empty() && space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && space(text.back()))
        text.remove_suffix(1);
    return text;
}

/// "1.147" or "12.345.678": groups of three behind the first point.
bool thousands(std::string_view text) {
    const std::size_t first = text.find('.');
    if (first == std::string_view::npos || first == 0 || first > 3) return false;
    if (text[0] == '0') return false;
    for (std::size_t i = first; i < text.size(); i += 4) {
        if (text[i] != '.' || i + 4 > text.size()) return false;
        for (std::size_t k = i + 1; k < i + 4; ++k)
            if (!digit(text[k])) return false;
    }
    return true;
}

std::string without_points(std::string_view text) {
    std::string result;
    for (char c : text)
        if (c != '.') result += c;
    return result;
}

} // namespace

std::optional<Rational> parse_figure(std::string_view text) {
    text = trim(text);
    if (text.substr(0, 2) == "Rp") text = trim(text.substr(text.size() > 2 && text[2] == '.' ? 3 : 2));
    std::string sign;
    if (text.substr(0, 1) == "-") {
        sign = "-";
        text.remove_prefix(1);
    } else if (text.substr(0, 3) == "\xE2\x88\x92") {
        sign = "-";
        text.remove_prefix(3);
    } // U+2212
    if (text.empty() || !digit(text.front()) || !digit(text.back())) return std::nullopt;
    for (char c : text)
        if (!digit(c) && c != '.' && c != ',') return std::nullopt;
    const std::size_t comma = text.find(',');
    if (comma != std::string_view::npos) {
        const std::string_view whole = text.substr(0, comma), rest = text.substr(comma + 1);
        if (rest.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
        if (whole.find('.') != std::string_view::npos && !thousands(whole)) return std::nullopt;
        return Rational::parse(sign + without_points(whole) + "." + std::string(rest));
    }
    if (thousands(text)) return Rational::parse(sign + without_points(text));
    return Rational::parse(sign + std::string(text));
}

std::optional<FigureAt> figure_at(const domain::Page& page, std::uint32_t offset) {
    for (const domain::Block& block : page.blocks)
        for (const domain::Row& row : block.rows)
            for (const domain::Cell& cell : row.cells)
                if (cell.range.begin <= offset && offset < cell.range.end)
                    if (const auto value = parse_figure(page.words(cell.range))) return FigureAt{cell.range, *value};
    const std::string& text = page.text;
    const auto part = [&](std::size_t i) {
        return i < text.size() && (digit(text[i]) || text[i] == '.' || text[i] == ',');
    };
    if (!part(offset)) return std::nullopt;
    std::size_t begin = offset, end = offset;
    while (begin > 0 && part(begin - 1))
        --begin;
    while (part(end))
        ++end;
    while (begin < end && !digit(text[begin]))
        ++begin;
    while (begin < end && !digit(text[end - 1]))
        --end;
    const auto value = parse_figure(std::string_view(text).substr(begin, end - begin));
    if (!value) return std::nullopt;
    return FigureAt{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, *value};
}

std::optional<Rational> Term::value() const {
    Rational sum;
    for (const Pick& pick : picks) {
        const auto next = base::checked_add(sum, pick.value);
        if (!next) return std::nullopt;
        sum = *next;
    }
    return sum;
}

void Calculator::pick(const Pick& figure) {
    std::vector<Pick>& picks = terms_.back().picks;
    const auto same = [&](const Pick& other) { return other.same_place(figure); };
    const auto found = std::find_if(picks.begin(), picks.end(), same);
    if (found != picks.end())
        picks.erase(found);
    else
        picks.push_back(figure);
}

void Calculator::pick(const std::vector<Pick>& figures) {
    const auto lacks = [&](const Pick& figure) {
        const std::vector<Pick>& picks = terms_.back().picks;
        return std::none_of(picks.begin(), picks.end(), [&](const Pick& other) { return other.same_place(figure); });
    };
    const bool adds = std::any_of(figures.begin(), figures.end(), lacks);
    for (const Pick& figure : figures)
        if (!adds || lacks(figure)) pick(figure);
}

void Calculator::join(action::Operator with) {
    if (terms_.back().picks.empty()) {
        if (!joins_.empty()) joins_.back() = with;
        return;
    }
    joins_.push_back(with);
    terms_.emplace_back();
}

void Calculator::compare_with(const Pick& figure) {
    if (compare_ && compare_->same_place(figure))
        compare_.reset();
    else
        compare_ = figure;
}

void Calculator::remove_term(int term) {
    if (term < 0 || term >= static_cast<int>(terms_.size())) return;
    terms_.erase(terms_.begin() + term);
    if (!joins_.empty()) joins_.erase(joins_.begin() + std::max(0, term - 1));
    if (terms_.empty()) terms_.emplace_back();
}

void Calculator::clear() {
    *this = Calculator();
}

bool Calculator::percent() const {
    bool result = false;
    for (std::size_t i = 1; i < terms_.size() && !terms_[i].picks.empty(); ++i)
        result = joins_[i - 1] == action::Operator::Percent;
    return result;
}

base::Result<Rational> Calculator::result() const {
    std::optional<Rational> value = terms_.front().value();
    if (terms_.front().picks.empty()) return base::Error("calculator-empty");
    for (std::size_t i = 1; value && i < terms_.size(); ++i) {
        if (terms_[i].picks.empty()) break; // the open term does not count yet
        const std::optional<Rational> next = terms_[i].value();
        if (!next) return base::Error("calculator-large");
        const action::Operator with = joins_[i - 1];
        const bool divides = with == action::Operator::Divide || with == action::Operator::Percent;
        if (divides && *next == Rational(0)) return base::Error("calculator-zero");
        if (with == action::Operator::Add)
            value = base::checked_add(*value, *next);
        else if (with == action::Operator::Subtract)
            value = base::checked_subtract(*value, *next);
        else if (with == action::Operator::Multiply)
            value = base::checked_multiply(*value, *next);
        else
            value = base::checked_divide(*value, *next);
        if (value && with == action::Operator::Percent) value = base::checked_multiply(*value, Rational(100));
    }
    if (!value) return base::Error("calculator-large");
    return *value;
}

const char* operator_sign(action::Operator join) {
    switch (join) {
    case action::Operator::Add:
        return "+";
    case action::Operator::Subtract:
        return "−";
    case action::Operator::Multiply:
        return "×";
    case action::Operator::Divide:
        return "÷";
    case action::Operator::Percent:
        return "÷"; // the result carries the percent sign
    }
    return "";
}

std::string figure_text(base::Lang lang, const Rational& value) {
    return value.denominator() == 1 ? base::format_number(lang, value.numerator())
                                    : base::format_number(lang, value, 2);
}

std::string calculator_line(const Calculator& calculator, base::Lang lang, std::size_t most) {
    std::string line;
    const auto& terms = calculator.terms();
    const bool several = terms.size() > 1 && !terms[1].picks.empty();
    for (std::size_t t = 0; t < terms.size(); ++t) {
        const auto& picks = terms[t].picks;
        if (picks.empty()) break;
        if (t > 0) line += " " + std::string(operator_sign(calculator.joins()[t - 1])) + " ";
        const bool brackets = several && picks.size() > 1;
        if (brackets) line += "(";
        for (std::size_t i = 0; i < picks.size(); ++i) {
            if (i > 0) line += " + ";
            if (picks.size() > most && i == most - 1 && i + 1 < picks.size()) {
                line += "… + ";
                i = picks.size() - 1;
            }
            line += figure_text(lang, picks[i].value);
        }
        if (brackets) line += ")";
    }
    const auto result = calculator.result();
    const bool alone = !several && terms.front().picks.size() == 1;
    if (result && !alone) line += " = " + figure_text(lang, result.value());
    if (result && calculator.percent()) line += "%";
    return line;
}

} // namespace timbang::app
