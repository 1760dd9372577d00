#include "report/tables.h"

namespace timbang::report {

sheets::OutBook parts_book(const std::vector<PartLine>& lines, const Words& words) {
    sheets::OutBook book;
    book.lists_name = words("report.lists");
    sheets::OutSheet& sheet = book.sheets.emplace_back();
    sheet.name = words("report.decisions");
    sheet.frozen_columns = 1;
    const auto column = [&](const char* name, double width, bool number = false) {
        sheets::OutColumn one;
        one.heading = name;
        one.width = width;
        one.number = number;
        sheet.columns.push_back(std::move(one));
    };
    column("person", 12);
    column("session", 38);
    column("scenario", 28);
    column("version", 9);
    column("framework", 22);
    column("mode", 10);
    column("time", 25);
    column("indicator", 12);
    column("round", 8, true);
    column("vote", 9);
    column("part", 12);
    column("about", 20);
    column("given", 14, true);
    column("reference", 14, true);
    column("result", 14);
    column("steps", 8, true);
    sheet.columns.front().key = true;
    for (const PartLine& line : lines)
        sheet.rows.push_back({line.person, line.session, line.scenario, line.version, line.framework, line.mode, line.time,
                              line.indicator, line.round > 0 ? std::to_string(line.round) : "", line.vote, line.part, line.about,
                              line.given, line.reference, line.result, line.steps ? std::to_string(*line.steps) : ""});
    return book;
}

} // namespace timbang::report
