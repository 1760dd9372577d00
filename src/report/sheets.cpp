#include "report/sheets.h"

#include <algorithm>

namespace timbang::report {
namespace {

class AnswerSheets {
public:
    AnswerSheets(const domain::PublicScenario& scenario, const SheetOptions& options, const Words& words)
        : scenario_(scenario), options_(options), words_(words) {}

    Document make(base::Time now) {
        out_.lang = words_.lang();
        out_.title = words_("report.sheets-title", {{"case", words_.of(scenario_.title)}});
        out_.footer = words_("report.sheets-footer", {{"case", scenario_.id}, {"version", scenario_.version}});
        out_.made = now;
        out_.plain_title = true;
        out_.meta = {{words_("report.district"), scenario_.district.name},
                     {words_("report.assessment-year"), std::to_string(scenario_.assessment_year)}};
        if (options_.codes.empty() && !options_.evidence) out_.header = words_("report.sheet-person") + " ____________";
        if (options_.codes.empty()) add_set("");
        for (std::size_t i = 0; i < options_.codes.size(); ++i) {
            if (i > 0) out_.add(PageBreak{});
            add_set(options_.codes[i]);
        }
        if (options_.evidence) add_evidence();
        return std::move(out_);
    }

private:
    void add_set(const std::string& code) {
        if (code.empty())
            out_.add(WritingLines{words_("report.sheet-person"), 1}, true);
        else
            out_.add(Heading{1, words_("report.sheet-code", {{"code", code}})}, true);
        out_.add(WritingLines{words_("report.sheet-group"), 1}, true);
        out_.add(Note{words_("report.sheet-how")});
        int number = 1;
        for (const domain::PublicTask& task : scenario_.tasks) {
            const bool asked = options_.indicators.empty() || std::find(options_.indicators.begin(), options_.indicators.end(), task.code) != options_.indicators.end();
            if (asked) add_task(task, number++, code);
        }
    }

    /// From the second indicator of a set on its code stands in the heading: sheets that come apart can be told.
    void add_task(const domain::PublicTask& task, int number, const std::string& code) {
        const domain::Framework& pack = *scenario_.framework;
        const domain::Indicator* indicator = pack.indicator(task.code);
        const std::string title = indicator ? words_.of(indicator->title) : "";
        std::string heading = std::to_string(number) + ".  " + task.code + (title.empty() ? "" : "  ·  " + title);
        if (number > 1 && !code.empty()) heading += "  ·  " + words_("report.sheet-code", {{"code", code}});
        out_.add(Heading{2, std::move(heading)}, true);
        if (indicator && !indicator->asks.empty()) out_.add(Paragraph{words_.of(indicator->asks), Look::Quiet}, true);
        std::string files;
        for (const domain::PublicEvidence& evidence : scenario_.evidence)
            if (std::find(task.evidence.begin(), task.evidence.end(), evidence.id) != task.evidence.end())
                files += (files.empty() ? "" : "; ") + words_.of(evidence.title);
        if (!files.empty()) out_.add(Paragraph{words_("report.sheet-evidence", {{"files", files}}), Look::Quiet}, true);
        if (options_.checklist && pack.decide.checklist && indicator) add_checklist(pack, *indicator);
        if (pack.decide.verdict) {
            Choices verdict{words_("report.sheet-verdict"), {}, ""};
            for (const domain::VerdictDefinition& one : pack.verdicts) verdict.options.push_back(words_.of(one.name));
            out_.add(std::move(verdict), true);
        }
        if (pack.decide.score && indicator) add_scale(*indicator);
        Choices sure{words_("report.sheet-sure"), {}, ""};
        for (const base::Text& name : pack.certainty.names) sure.options.push_back(words_.of(name));
        out_.add(std::move(sure), true);
        out_.add(WritingLines{words_("report.sheet-reason"), 2});
    }

    void add_checklist(const domain::Framework& pack, const domain::Indicator& indicator) {
        Table table;
        table.grid = true;
        table.columns = {{words_("report.sheet-checklist"), 6},
                         {words_("report.yes"), 1, Align::Centre},
                         {words_("report.no"), 1, Align::Centre},
                         {words_("report.unsure"), 1.2, Align::Centre}};
        for (const std::string& id : indicator.checklist) {
            const domain::Rule* rule = pack.rule(id);
            const Cell box{"", false, true};
            table.rows.push_back({{rule ? words_.of(rule->name) : id}, box, box, box});
        }
        if (!table.rows.empty()) out_.add(std::move(table), true);
    }

    void add_scale(const domain::Indicator& indicator) {
        const domain::Scale& scale = indicator.scale;
        Choices score{words_("report.sheet-score"), {}, ""};
        if (!indicator.unit.empty() && scale.kind != domain::ScaleKind::Levels)
            score.label += " (" + words_("app.unit-" + indicator.unit) + ")";
        const bool levels = scale.kind == domain::ScaleKind::Levels;
        score.stacked = levels;
        for (const domain::ScaleStep& step : scale.steps) {
            const std::string band = levels ? words_.of(step.level) : words_.bound(step.bound);
            score.options.push_back(std::to_string(step.score) + (band.empty() ? "" : levels ? ": " + band : "  (" + band + ")"));
        }
        out_.add(std::move(score), true);
    }

    void add_evidence() {
        for (const domain::PublicEvidence& evidence : scenario_.evidence) {
            const auto pictures = std::find_if(options_.pictures.begin(), options_.pictures.end(), [&](const auto& one) { return one.first == evidence.id; });
            for (std::size_t i = 0; i < evidence.pages.size(); ++i) {
                EvidencePage page;
                page.title = words_.of(evidence.title);
                page.label = words_("report.page-of", {{"n", static_cast<std::int64_t>(i + 1)},
                                                       {"of", static_cast<std::int64_t>(evidence.pages.size())}});
                page.page = std::make_shared<const domain::Page>(evidence.pages[i]);
                if (pictures != options_.pictures.end() && i < pictures->second.size()) page.picture = pictures->second[i];
                out_.add(std::move(page));
            }
        }
    }

    const domain::PublicScenario& scenario_;
    const SheetOptions& options_;
    const Words& words_;
    Document out_;
};

} // namespace

Document sheets_document(const domain::PublicScenario& scenario, const SheetOptions& options, base::Time now, const Words& words) {
    return AnswerSheets(scenario, options, words).make(now);
}

} // namespace timbang::report
