#pragma once

#include <string>
#include <string_view>

#include "app/model.h"
#include "base/catalogue.h"

namespace timbang::app {

/// Texts in the language of the interface, and how dates and numbers are written in it.
class Words {
public:
    explicit Words(const Model& model) : model_(model) {}

    [[nodiscard]] std::string operator()(std::string_view key, const base::Args& args = {}) const {
        return model_.catalogue.text(model_.lang(), key, args);
    }
    [[nodiscard]] std::string operator()(const base::Message& message) const {
        return model_.catalogue.text(model_.lang(), message);
    }
    [[nodiscard]] const std::string& of(const base::Text& text) const { return text.in(model_.lang()); }
    [[nodiscard]] base::Lang lang() const { return model_.lang(); }

    /// "10:42" or "10.42", by the wall clock.
    [[nodiscard]] std::string clock(base::Time time) const;
    /// "Thursday 20 November"
    [[nodiscard]] std::string weekday(base::Time time) const;
    /// "20 November 2025"; without the year when it is this year's.
    [[nodiscard]] std::string date(base::Time time) const;
    /// "November 2025"
    [[nodiscard]] std::string month(base::Time time) const;
    /// "Nov"
    [[nodiscard]] std::string short_month(int month) const;
    [[nodiscard]] std::string number(std::int64_t value) const { return base::format_number(model_.lang(), value); }
    /// "+0.4", "−1.2", "0.0": one decimal with its sign.
    [[nodiscard]] std::string signed_tenths(const base::Rational& value) const;
    /// The name of a right without "Right to", for places that say it already: "Health".
    [[nodiscard]] std::string right(const base::Text& name) const;
    /// Names joined with commas, each but the first with a small letter: "Health, women and children".
    [[nodiscard]] std::string list(const std::vector<std::string>& names) const;
    /// As the name stands within a sentence: with a small letter, unless it is an abbreviation.
    [[nodiscard]] std::string within(const std::string& name) const;

private:
    [[nodiscard]] std::chrono::sys_time<std::chrono::milliseconds> local(base::Time time) const;
    const Model& model_;
};

/// Icons by what they stand for.
[[nodiscard]] IconName family_icon(std::string_view problem_family);
[[nodiscard]] IconName evidence_icon(std::string_view kind);
[[nodiscard]] IconName action_icon(const domain::Action& action);
[[nodiscard]] IconName verdict_icon(domain::Verdict verdict);
[[nodiscard]] Tint verdict_tint(domain::Verdict verdict);

/// "S", "P", "O" words: "Structure".
[[nodiscard]] std::string type_word(const Words& words, domain::IndicatorType type);
/// "Page 2 of 3"
[[nodiscard]] std::string page_label(const Words& words, int page, std::size_t pages);
/// The reference to a rule: "Arithmetic holds, rule H-1, pack “Practice 22/2021”."
[[nodiscard]] std::string rule_line(const Words& words, const domain::Framework& pack, std::string_view rule);
/// Markdown prose as blocks; null for an empty text.
[[nodiscard]] Prose prose(const std::string& markdown);

} // namespace timbang::app
