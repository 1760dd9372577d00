#include "app/take_home.h"

#include <map>

#include "app/report_items.h"
#include "app/report_letter.h"
#include "app/report_person.h"
#include "app/report_sheets.h"
#include "app/report_statement.h"
#include "app/report_workshop.h"
#include "report/agenda.h"
#include "report/tables.h"

namespace timbang::app {
namespace {

using action::TakeHome;
using Lines = std::vector<report::PartLine>;

bool is_table(ReportFormat format) {
    return format == ReportFormat::Csv || format == ReportFormat::Xlsx;
}

bool has_tables(TakeHome what) {
    return what == TakeHome::Record || what == TakeHome::Rows || what == TakeHome::Workshop || what == TakeHome::Items;
}

/// One file on its way.
class Writing {
public:
    Writing(const TakeHomeOrder& order, const TakeHomeFrom& from) : order_(order), from_(from) {}

    base::Status write() {
        switch (order_.what) {
        case TakeHome::Record:
        case TakeHome::Rows: return record();
        case TakeHome::Statement: return statement();
        case TakeHome::Letter: return letter();
        case TakeHome::Workshop: return workshop();
        case TakeHome::Sheets: return sheets();
        case TakeHome::Agenda: return agenda();
        case TakeHome::Items: return items();
        }
        return {};
    }

private:
    [[nodiscard]] bool stopped() const { return from_.stopped && from_.stopped(); }

    base::Status done(const report::Document& document) {
        if (stopped()) return base::Error("stopped");
        return write_report(document, order_.format, order_.path, from_.fonts);
    }
    base::Status done(const base::Result<Lines>& lines) {
        if (!lines) return lines.error();
        if (stopped()) return base::Error("stopped");
        return write_table(report::parts_book(*lines, from_.words), order_.format, order_.path, from_.words.lang());
    }

    base::Status record() {
        auto reader = store::Reader::open(from_.database);
        if (!reader) return reader.error();
        if (is_table(order_.format)) return done(person_lines(*reader, order_.of));
        const auto input = person_report(*reader, order_.of, from_.sources, from_.words);
        return input ? done(report::person_document(*input, from_.words)) : base::Status(input.error());
    }
    base::Status statement() {
        auto reader = store::Reader::open(from_.database);
        if (!reader) return reader.error();
        const auto input = statement_report(*reader, order_.of, from_.sources, from_.words, order_.policy);
        return input ? done(report::statement_document(*input, from_.words)) : base::Status(input.error());
    }
    base::Status letter() {
        auto reader = store::Reader::open(from_.database);
        if (!reader) return reader.error();
        const auto input = letter_report(*reader, order_.of, from_.sources);
        return input ? done(report::letter_document(*input, from_.words)) : base::Status(input.error());
    }
    base::Status workshop() {
        auto reader = store::Reader::open(from_.database);
        if (!reader) return reader.error();
        if (is_table(order_.format)) return done(workshop_lines(*reader, order_.of));
        const auto input = workshop_report(*reader, order_.of, order_.plan, from_.sources);
        return input ? done(report::workshop_document(*input, from_.words)) : base::Status(input.error());
    }
    base::Status sheets() {
        if (!order_.scenario) return base::Error("case-missing", {{"path", order_.case_folder}});
        for (const std::string& code : order_.sheets.indicators)
            if (order_.scenario->find_task(code) < 0) return base::Error("report-no-such-indicator", {{"code", code}});
        report::SheetOptions options = order_.sheets;
        if (options.evidence && !order_.case_folder.empty())
            options.pictures = sheet_pictures(*order_.scenario, order_.case_folder, from_.openers);
        if (stopped()) return base::Error("stopped");
        return done(answer_sheets(*order_.scenario, std::move(options), from_.sources.now, from_.words));
    }
    base::Status agenda() {
        if (!order_.plan) return base::Error("workshop-unknown", {{"id", order_.of}});
        const domain::Workshop& plan = order_.plan->plan;
        if (plan.days.empty()) return base::Error("report-no-days");
        std::map<std::string, std::string> titles;
        for (const domain::Day& day : plan.days)
            for (const domain::Slot& slot : day.slots)
                if (const base::Text title = from_.sources.title(slot.ref); !title.empty())
                    titles[slot.ref] = title.in(from_.words.lang());
        return done(report::agenda_document(plan, titles, from_.sources.now, from_.words));
    }

    base::Status items() {
        auto reader = store::Reader::open(from_.database);
        if (!reader) return reader.error();
        const auto input = items_report(*reader, order_.of, from_.sources);
        if (!input) return input.error();
        if (!is_table(order_.format)) return done(report::items_document(*input, from_.words));
        if (stopped()) return base::Error("stopped");
        return write_table(report::items_book(*input, from_.words), order_.format, order_.path, from_.words.lang());
    }

    const TakeHomeOrder& order_;
    const TakeHomeFrom& from_;
};

} // namespace

const char* take_home_endings(TakeHome what) {
    return has_tables(what) ? ".pdf, .html, .csv, .xlsx" : ".pdf, .html";
}

base::Result<ReportFormat> take_home_format(TakeHome what, const std::string& path) {
    const auto format = report_format(path);
    if (format && (has_tables(what) || !is_table(*format))) return *format;
    return base::Error("report-ending", {{"path", path}, {"endings", take_home_endings(what)}});
}

base::Status write_take_home(const TakeHomeOrder& order, const TakeHomeFrom& from) { return Writing(order, from).write(); }

} // namespace timbang::app
