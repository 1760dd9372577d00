#include "app/calculator.h"

#include <doctest/doctest.h>

using namespace timbang;
using namespace timbang::app;

namespace {

Pick pick(std::uint32_t at, Rational value) {
    return {0, 1, {at, at + 4}, value};
}

domain::Page table_page() {
    domain::Page page;
    page.text = "Awal Mula 1.147 93,1\nJumlah nihil 2024, dan 412 orang.\n";
    domain::Block table;
    table.kind = domain::BlockKind::Table;
    domain::Row row;
    row.cells = {
        {{}, {0, 9}, domain::Align::Left}, {{}, {10, 15}, domain::Align::Right}, {{}, {16, 20}, domain::Align::Right}};
    table.rows = {row};
    page.blocks = {table};
    return page;
}

} // namespace

TEST_CASE("figures of Indonesian documents") {
    CHECK(parse_figure("1.147") == Rational(1147));
    CHECK(parse_figure("12.345.678") == Rational(12345678));
    CHECK(parse_figure("93,1") == Rational(931, 10));
    CHECK(parse_figure("95,0%") == Rational(95));
    CHECK(parse_figure(" Rp 1.234.567,50 ") == Rational(123456750, 100));
    CHECK(parse_figure("12.5") == Rational(25, 2));
    CHECK(parse_figure("-3") == Rational(-3));
    CHECK(parse_figure("0.125") == Rational(1, 8));
    CHECK_FALSE(parse_figure("nihil"));
    CHECK_FALSE(parse_figure("–"));
    CHECK_FALSE(parse_figure(""));
    CHECK_FALSE(parse_figure("1,2,3"));
    CHECK_FALSE(parse_figure("2024-2025"));
    CHECK_FALSE(parse_figure("99999999999999999999"));
}

TEST_CASE("a figure is found where it stands on the page") {
    const domain::Page page = table_page();
    REQUIRE(figure_at(page, 12));
    CHECK(figure_at(page, 12)->value == Rational(1147));
    CHECK(figure_at(page, 17)->range == domain::TextRange{16, 20});
    CHECK_FALSE(figure_at(page, 2)); // "Awal Mula"
    const std::size_t year = page.text.find("2024");
    REQUIRE(figure_at(page, static_cast<std::uint32_t>(year)));
    CHECK(figure_at(page, static_cast<std::uint32_t>(year))->value == Rational(2024)); // without its comma
    CHECK_FALSE(figure_at(page, 4000));
}

TEST_CASE("the share of births is worked out exactly") {
    Calculator calculator;
    CHECK(calculator.empty());
    CHECK(calculator.result().error().code == "calculator-empty");
    std::uint32_t at = 0;
    for (int value : {1147, 1448, 703, 1013, 1262, 706})
        calculator.pick(pick(at += 10, value));
    CHECK(calculator.result().value() == Rational(6279));
    CHECK(calculator_line(calculator, base::Lang::En) == "1,147 + 1,448 + 703 + 1,013 + 1,262 + 706 = 6,279");
    CHECK(calculator_line(calculator, base::Lang::Id, 3) == "1.147 + 1.448 + … + 706 = 6.279");
    calculator.join(action::Operator::Add);
    calculator.join(action::Operator::Percent); // nothing picked since: the join changes
    CHECK(calculator.result().value() == Rational(6279));
    calculator.pick(pick(100, 6940));
    CHECK(calculator.result().value() == Rational(627900, 6940));
    CHECK(calculator.percent());
    CHECK(calculator_line(calculator, base::Lang::Id, 2) == "(1.147 + … + 706) ÷ 6.940 = 90,48%");
}

TEST_CASE("picking again takes a figure out, and terms can be removed") {
    Calculator calculator;
    calculator.pick(pick(0, 10));
    calculator.pick(pick(10, 5));
    calculator.pick(pick(0, 10));
    CHECK(calculator.result().value() == Rational(5));
    CHECK(calculator_line(calculator, base::Lang::En) == "5");
    calculator.join(action::Operator::Subtract);
    calculator.pick(pick(20, 7));
    CHECK(calculator.result().value() == Rational(-2));
    calculator.remove_term(0);
    CHECK(calculator.result().value() == Rational(7));
    CHECK(calculator.joins().empty());
    calculator.remove_term(0);
    CHECK(calculator.empty());
}

TEST_CASE("what cannot be worked out says why") {
    Calculator calculator;
    calculator.pick(pick(0, 1));
    calculator.join(action::Operator::Divide);
    calculator.pick(pick(10, 0));
    CHECK(calculator.result().error().code == "calculator-zero");
    calculator.clear();
    calculator.pick(pick(0, INT64_MAX));
    calculator.pick(pick(10, INT64_MAX));
    CHECK(calculator.result().error().code == "calculator-large");
}
