#include "report/statement.h"

namespace timbang::report {

Document statement_document(const StatementInput& input, const Words& words) {
    Document out;
    out.lang = words.lang();
    out.title = words(input.ready ? "report.statement-ready" : "report.statement-not-yet");
    out.subtitle = words("report.statement-title");
    out.header = input.person;
    out.footer = words("report.footer", {{"date", words.date(input.now)}});
    out.made = input.now;
    out.meta = {{words("report.person"), input.person},
                {words("report.statement-policy"), words("report.statement-policy-version", {{"policy", input.policy}, {"version", input.version}})},
                {words("report.statement-when"), words.date_time(input.ended)}};
    if (input.valid_until) out.meta.emplace_back(words("report.statement-until"), words.date(*input.valid_until));
    if (input.again_from) out.meta.emplace_back(words("report.statement-again"), words.date(*input.again_from));
    std::string tries = words.number(input.attempt);
    if (input.attempts > 0) tries = words.k_of_n(input.attempt, input.attempts);
    out.meta.emplace_back(words("report.statement-try"), tries);
    out.add(Paragraph{words("report.statement-what", {{"n", std::int64_t{input.items}}, {"pool", input.pool}})});
    Table table;
    table.caption = words("report.statement-counts");
    table.columns = {{words("report.statement-counted"), 4}, {words("report.statement-reached"), 2, Align::Right},
                     {words("report.statement-needed"), 2.4, Align::Right}, {words("report.statement-met"), 1.4}};
    for (const StatementCount& count : input.counts)
        table.rows.push_back({{count.what}, {count.reached, true}, {count.needed}, {words(count.met ? "report.yes" : "report.statement-not-met")}});
    out.add(std::move(table));
    if (!input.reading.empty()) out.add(Paragraph{words("report.statement-reading", {{"reading", input.reading}})});
    out.add(Note{words("report.statement-note")});
    return out;
}

} // namespace timbang::report
