#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/catalogue.h"
#include "base/clock.h"
#include "domain/framework.h"

namespace timbang::report {

/// Texts in the language of a report, and how dates and numbers are written in it.
class Words {
public:
    /// `utc_offset`: minutes from UTC to the time on the wall; not set: UTC. The catalogue outlives this.
    Words(const base::Catalogue& catalogue, base::Lang lang, std::function<int(base::Time)> utc_offset = {})
        : catalogue_(&catalogue), lang_(lang), utc_offset_(std::move(utc_offset)) {}

    [[nodiscard]] std::string operator()(std::string_view key, const base::Args& args = {}) const {
        return catalogue_->text(lang_, key, args);
    }
    [[nodiscard]] std::string operator()(const base::Message& message) const { return catalogue_->text(lang_, message); }
    [[nodiscard]] const std::string& of(const base::Text& text) const { return text.in(lang_); }
    [[nodiscard]] base::Lang lang() const { return lang_; }
    [[nodiscard]] int offset(base::Time time) const { return utc_offset_ ? utc_offset_(time) : 0; }

    /// "20 November 2025"
    [[nodiscard]] std::string date(base::Time time) const;
    /// The same of "2025-11-20"; another text as it stands.
    [[nodiscard]] std::string date(const std::string& day) const;
    /// "20 November 2025, 10:42", Indonesian "10.42"
    [[nodiscard]] std::string date_time(base::Time time) const;
    /// "November 2025"
    [[nodiscard]] std::string month(int year, int month) const;
    /// "10:42" or "10.42" of minutes after midnight.
    [[nodiscard]] std::string clock(int minutes) const;
    [[nodiscard]] std::string number(std::int64_t value) const { return base::format_number(lang_, value); }
    /// "+0.4", "−1.2", "0.0"
    [[nodiscard]] std::string signed_tenths(double value) const;
    /// "0.74"
    [[nodiscard]] std::string hundredths(double value) const;
    /// "48%" of a share.
    [[nodiscard]] std::string percent(double share) const;
    /// "6 of 14"
    [[nodiscard]] std::string k_of_n(int k, int n) const;
    /// "≥ 90", "70–79": what a band or range asks; "" without a bound.
    [[nodiscard]] std::string bound(const domain::Bound& bound) const;

private:
    const base::Catalogue* catalogue_;
    base::Lang lang_;
    std::function<int(base::Time)> utc_offset_;
};

} // namespace timbang::report
