#pragma once

#include <string>
#include <string_view>

#include "base/catalogue.h"
#include "domain/comparison.h"

namespace timbang::cli {

/// Appends lines of a report; keeps what every line needs at hand.
class ReportWriter {
public:
    ReportWriter(const base::Catalogue& catalogue, base::Lang lang) : catalogue_(catalogue), lang_(lang) {}

    void line(std::string_view key, const base::Args& args = {}, int indent = 0) {
        plain(catalogue_.text(lang_, key, args), indent);
    }
    void line(const base::Message& message, int indent = 0) { plain(catalogue_.text(lang_, message), indent); }
    void plain(const std::string& words, int indent = 0) {
        text_.append(static_cast<std::size_t>(indent), ' ');
        text_ += words + '\n';
    }
    [[nodiscard]] std::string text(std::string_view key, const base::Args& args = {}) const {
        return catalogue_.text(lang_, key, args);
    }
    [[nodiscard]] std::string take() { return std::move(text_); }
    [[nodiscard]] base::Lang lang() const { return lang_; }

private:
    const base::Catalogue& catalogue_;
    base::Lang lang_;
    std::string text_;
};

/// What the reference of an indicator rests on: its documents and words, and how the panel voted.
void write_reference(ReportWriter& writer, const domain::Scenario& scenario, domain::IndicatorIx task);
/// The other decisions of the steps: checklist, choice, category and letter.
void write_parts(ReportWriter& writer, const domain::Scenario& scenario, const domain::Comparison& comparison,
                 domain::FeedbackLevel level);
/// Time spent, what the actions gave, reading before deciding.
void write_work(ReportWriter& writer, const domain::Scenario& scenario, const domain::WorkComparison& work,
                domain::FeedbackLevel level);

} // namespace timbang::cli
