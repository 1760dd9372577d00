#include "report/agenda.h"

namespace timbang::report {

Document agenda_document(const domain::Workshop& workshop, const std::map<std::string, std::string>& titles, base::Time now,
                         const Words& words) {
    Document out;
    out.lang = words.lang();
    out.title = workshop.title;
    out.subtitle = words("report.agenda");
    out.footer = words("report.footer", {{"date", words.date(now)}});
    out.made = now;
    int number = 0;
    for (const domain::Day& day : workshop.days) {
        ++number;
        std::string head = words("report.day", {{"n", std::int64_t{number}}});
        const std::string title_of_day = words.of(day.title);
        if (title_of_day.starts_with(head)) // programmes may number their days themselves
            head = title_of_day;
        else if (!title_of_day.empty())
            head += "  ·  " + title_of_day;
        if (!day.date.empty()) head += "  ·  " + words.date(day.date);
        out.add(Heading{1, head});
        if (day.slots.empty()) {
            out.add(Paragraph{words("report.day-empty"), Look::Quiet});
            continue;
        }
        Table table;
        table.columns = {{words("report.time"), 1.4}, {words("report.minutes"), 0.9, Align::Right}, {words("report.what"), 1.8}, {words("report.about"), 5}};
        for (const domain::Slot& slot : day.slots) {
            const auto title = titles.find(slot.ref);
            std::string about = title != titles.end() ? title->second : slot.ref;
            if (!slot.note.empty()) about += (about.empty() ? "" : "\n") + words.of(slot.note);
            table.rows.push_back({{words.clock(slot.start) + "–" + words.clock(slot.start + slot.minutes)},
                                  {words.number(slot.minutes)},
                                  {words(std::string("workshop.slot-") + domain::slot_kind_id(slot.kind)), slot.kind != domain::SlotKind::Break},
                                  {about}});
        }
        out.add(std::move(table));
    }
    return out;
}

} // namespace timbang::report
