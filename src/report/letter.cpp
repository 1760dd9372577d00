#include "report/letter.h"

namespace timbang::report {

Document letter_document(const LetterInput& input, const Words& words) {
    Document out;
    out.lang = words.lang();
    out.title = words("report.letter-title", {{"district", input.district}});
    out.plain_title = true;
    out.header = input.person;
    out.footer = words("report.letter-footer");
    out.made = input.now;
    out.meta = {{words("report.letter-to"), input.province.empty() ? input.district : input.district + ", " + input.province},
                {words("report.letter-from"), input.person},
                {words("report.case"), input.case_title},
                {words("report.letter-written"), words.date_time(input.written)}};
    out.add(Note{words(input.finished ? "report.letter-practice" : "report.letter-draft")});
    if (!input.ask.empty()) out.add(Paragraph{words("report.letter-ask", {{"ask", input.ask}}), Look::Quiet});
    out.add(Prose{input.text});
    if (input.points.empty()) return out;
    out.add(Heading{2, words("report.letter-points")});
    Table table;
    table.columns = {{"", 1}};
    for (const std::string& point : input.points) table.rows.push_back({{"•  " + point}});
    out.add(std::move(table));
    return out;
}

} // namespace timbang::report
