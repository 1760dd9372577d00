#include "base/rational.h"
#include "content/play_words.h"

namespace timbang::content {

using domain::Rational;
using Value = std::optional<Rational>;

namespace {

constexpr int kDeepest = 50;

/// sum = product {(+|−) product}; product = factor {(×|÷) factor}; factor = number | − factor | ( sum )
class Evaluator {
public:
    explicit Evaluator(std::string_view text) : rest_(text) {}

    Value run() {
        const Value value = sum(0);
        skip();
        return rest_.empty() ? value : std::nullopt;
    }

private:
    void skip() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    }

    bool take(std::string_view sign) {
        skip();
        if (rest_.substr(0, sign.size()) != sign) return false;
        rest_.remove_prefix(sign.size());
        return true;
    }

    Value sum(int depth) {
        Value value = product(depth);
        while (value) {
            const bool plus = take("+");
            if (!plus && !take("-") && !take("−")) break;
            const Value next = product(depth);
            if (!next) return std::nullopt;
            value = plus ? base::checked_add(*value, *next) : base::checked_subtract(*value, *next);
        }
        return value;
    }

    Value product(int depth) {
        Value value = factor(depth);
        while (value) {
            const bool times = take("*") || take("×");
            if (!times && !take("/") && !take("÷") && !take(":")) break;
            const Value next = factor(depth);
            if (!next) return std::nullopt;
            value = times ? base::checked_multiply(*value, *next) : base::checked_divide(*value, *next);
        }
        return value;
    }

    Value factor(int depth) {
        if (depth > kDeepest) return std::nullopt;
        if (take("-") || take("−")) {
            const Value value = factor(depth + 1);
            return value ? base::checked_subtract(Rational(0), *value) : std::nullopt;
        }
        if (take("(")) {
            const Value value = sum(depth + 1);
            return take(")") ? value : std::nullopt;
        }
        std::size_t length = 0;
        while (length < rest_.size() && ((rest_[length] >= '0' && rest_[length] <= '9') || rest_[length] == '.'))
            ++length;
        const Value value = Rational::parse(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return value;
    }

    std::string_view rest_;
};

} // namespace

base::Result<Rational> evaluate_expression(std::string_view text) {
    if (const Value value = Evaluator(text).run()) return *value;
    return base::Error("play-figure", {{"text", std::string(text)}});
}

} // namespace timbang::content
