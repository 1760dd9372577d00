#include "report/html.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/html_parts.h"

namespace timbang::report {
namespace {

constexpr const char* kStyle = R"(
:root{color-scheme:light dark;--ink:#1d1c1a;--quiet:#55524d;--paper:#fff;--rule:#cfccc5;--pale:#f3f1ec;--accent:#3b43ad;--light:#9ea6db}
@media (prefers-color-scheme:dark){:root{--ink:#eceae6;--quiet:#b5b2ab;--paper:#1a1a1c;--rule:#4a4944;--pale:#262628;--accent:#9aa2ff;--light:#5d64b8}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:52rem;background:var(--paper);color:var(--ink);font:1rem/1.5 "Inter","Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.8rem;line-height:1.25;margin:0}h2{font-size:1.3rem;margin:2.2rem 0 .4rem}h3{font-size:1.08rem;margin:1.5rem 0 .3rem}h4{font-size:1rem;margin:1.1rem 0 .2rem}
p{margin:.45rem 0;white-space:pre-line}.quiet{color:var(--quiet);font-size:.92rem}.subtitle{color:var(--quiet);margin:.2rem 0 0;font-size:1.08rem}
dl.fields{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1.2rem;margin:.7rem 0}dl.fields dt{color:var(--quiet)}dl.fields dd{margin:0;white-space:pre-line}
.figures{display:flex;flex-wrap:wrap;gap:.8rem;padding:0;margin:.9rem 0;list-style:none}.figures li{flex:1 1 11rem;border:1px solid var(--rule);border-radius:.4rem;padding:.7rem .9rem}
.figures .value{font-size:1.7rem;font-weight:600;line-height:1.2}.figures .of{color:var(--quiet)}.figures .label{font-weight:600;display:block}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.92rem}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--rule);white-space:pre-line}thead th{background:var(--pale);vertical-align:bottom}table.grid th,table.grid td{border:1px solid var(--rule)}
.centre{text-align:center}.right{text-align:right}
.bar{display:block;position:relative;height:.55rem;background:var(--pale);border:1px solid var(--rule);min-width:7rem;margin:.3rem 0}.bar i{position:absolute;inset:0 auto 0 0;background:var(--accent)}.bar.second i{background:var(--light)}
.bar b{position:absolute;top:40%;height:20%;background:var(--ink)}table.bars td.track{width:45%}table.bars th{font-weight:400;width:30%}tr.marked th,tr.marked td{font-weight:600}
.note{background:var(--pale);border-left:.2rem solid var(--accent);padding:.6rem .9rem;margin:.9rem 0;white-space:pre-line}
.box{display:inline-block;width:.8em;height:.8em;border:1px solid var(--ink);margin-right:.45em;vertical-align:-.05em}.choices{margin:.4rem 0}.choices .label,.lines .label{font-weight:600;margin-right:1rem}.choices span.option{margin-right:1.3rem;display:inline-block}
.lines hr{border:0;border-top:1px solid var(--quiet);margin:1.5rem 0 0}
article.sheet{border:1px solid var(--rule);padding:1.5rem;margin:1.5rem 0;font-family:"Liberation Serif","Times New Roman",serif}article.sheet>header{font-family:"Liberation Sans",Arial,sans-serif;font-size:.85rem;color:var(--quiet);border-bottom:1px solid var(--rule);margin-bottom:1rem}
article.sheet img{max-width:100%;height:auto}.kop{text-align:center;border-bottom:3px double var(--ink);padding-bottom:.4rem}.judul{text-align:center;font-weight:bold}.ttd{width:45%;text-align:center;margin:.8rem 0}.ttd.Centre{margin-left:27%}.ttd.Right{margin-left:55%}
.stempel{display:inline-block;border:2px solid #5157b0;border-radius:50%;padding:1.1rem;color:#5157b0;text-align:center;font-size:.8rem}.foto{border:1px solid var(--rule);background:var(--pale);padding:1.6rem 1rem;text-align:center}.tangan{font-style:italic}.kaki{font-size:.85rem;color:var(--quiet)}
.break{margin-top:3rem}footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.5rem;color:var(--quiet);font-size:.85rem}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#444;--paper:#fff;--rule:#bbb;--pale:#f1f1f1;--accent:#3b43ad;--light:#9ea6db}body{padding:0;max-width:none;font-size:10pt}h2,h3,h4,caption{break-after:avoid}tr,.figures li,.note{break-inside:avoid}thead{display:table-header-group}.break,article.sheet{break-before:page}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@page{size:A4;margin:18mm 18mm 20mm}
)";

const char* align_class(Align align) {
    return align == Align::Centre ? " class=\"centre\"" : align == Align::Right ? " class=\"right\"" : "";
}

std::string percent(double share) {
    return fmt::format("{:.1f}", std::clamp(share, 0.0, 1.0) * 100);
}

class Html {
public:
    explicit Html(const Document& document) : document_(document) {}

    std::string write() {
        const std::string title = escape_html(document_.title);
        out_ = fmt::format("<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                           "img-src data:\">\n<title>{}</title>\n",
                           base::lang_code(document_.lang), title);
        if (!document_.author.empty()) out_ += fmt::format("<meta name=\"author\" content=\"{}\">\n", escape_html(document_.author));
        out_ += fmt::format("<style>{}</style>\n</head>\n<body>\n<header>\n<h1>{}</h1>\n", kStyle, title);
        if (!document_.subtitle.empty()) out_ += fmt::format("<p class=\"subtitle\">{}</p>\n", escape_html(document_.subtitle));
        if (!document_.meta.empty()) put(Fields{document_.meta});
        out_ += "</header>\n<main>\n";
        for (const Part& part : document_.parts) std::visit([&](const auto& content) { put(content); }, part.content);
        out_ += "</main>\n";
        if (!document_.footer.empty()) out_ += fmt::format("<footer>{}</footer>\n", escape_html(document_.footer));
        return out_ + "</body>\n</html>\n";
    }

private:
    void put(const Heading& heading) {
        const int level = std::clamp(heading.level, 1, 3) + 1;
        out_ += fmt::format("<h{}{}>{}</h{}>\n", level, take_break(), escape_html(heading.text), level);
    }

    void put(const Paragraph& paragraph) {
        const bool strong = paragraph.look == Look::Strong;
        out_ += fmt::format("<p{}>{}{}{}</p>\n", paragraph.look == Look::Quiet ? " class=\"quiet\"" : "", strong ? "<strong>" : "",
                            escape_html(paragraph.text), strong ? "</strong>" : "");
    }

    void put(const Fields& fields) {
        out_ += "<dl class=\"fields\">\n";
        for (const auto& [name, value] : fields.rows)
            out_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escape_html(name), escape_html(value));
        out_ += "</dl>\n";
    }

    void put(const KeyFigures& figures) {
        out_ += "<ul class=\"figures\">\n";
        for (const KeyFigure& figure : figures.figures) {
            out_ += fmt::format("<li><span class=\"value\">{}</span>", escape_html(figure.value));
            if (!figure.of.empty()) out_ += fmt::format(" <span class=\"of\">{}</span>", escape_html(figure.of));
            out_ += fmt::format(" <span class=\"label\">{}</span>", escape_html(figure.label));
            if (!figure.note.empty()) out_ += fmt::format(" <span class=\"quiet\">{}</span>", escape_html(figure.note));
            out_ += "</li>\n";
        }
        out_ += "</ul>\n";
    }

    void put(const Table& table) {
        out_ += fmt::format("<div class=\"scroll\"><table{}>\n", table.grid ? " class=\"grid\"" : "");
        if (!table.caption.empty()) out_ += fmt::format("<caption>{}</caption>\n", escape_html(table.caption));
        if (std::any_of(table.columns.begin(), table.columns.end(), [](const Column& c) { return !c.head.empty(); })) {
            out_ += "<thead><tr>";
            for (const Column& column : table.columns)
                out_ += fmt::format("<th scope=\"col\"{}>{}</th>", align_class(column.align), escape_html(column.head));
            out_ += "</tr></thead>\n";
        }
        out_ += "<tbody>\n";
        for (const auto& row : table.rows) {
            out_ += "<tr>";
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                const Cell cell = i < row.size() ? row[i] : Cell{};
                out_ += fmt::format("<td{}>{}{}{}{}</td>", align_class(table.columns[i].align),
                                    cell.box ? "<span class=\"box\"></span>" : "", cell.strong ? "<strong>" : "",
                                    escape_html(cell.text), cell.strong ? "</strong>" : "");
            }
            out_ += "</tr>\n";
        }
        out_ += "</tbody></table></div>\n";
    }

    void put(const Bars& bars) {
        out_ += "<div class=\"scroll\"><table class=\"bars\">\n";
        if (!bars.caption.empty()) out_ += fmt::format("<caption>{}</caption>\n", escape_html(bars.caption));
        out_ += "<tbody>\n";
        for (const BarRow& row : bars.rows) {
            out_ += fmt::format("<tr{}><th scope=\"row\">{}</th><td class=\"track\" aria-hidden=\"true\"><span class=\"bar\"><i style=\"width:{}%\"></i>",
                                row.marked ? " class=\"marked\"" : "", escape_html(row.label), percent(row.share));
            if (row.interval)
                out_ += fmt::format("<b style=\"left:{}%;width:{}%\"></b>", percent(row.interval->first),
                                    percent(std::max(row.interval->second - row.interval->first, 0.004)));
            out_ += "</span>";
            if (row.second) out_ += fmt::format("<span class=\"bar second\"><i style=\"width:{}%\"></i></span>", percent(*row.second));
            out_ += fmt::format("</td><td>{}{}</td>", prefix(bars, 0), escape_html(row.text));
            if (row.second) out_ += fmt::format("<td>{}{}</td>", prefix(bars, 1), escape_html(row.second_text));
            out_ += "</tr>\n";
        }
        out_ += "</tbody></table></div>\n";
        if (!bars.note.empty()) put(Paragraph{bars.note, Look::Quiet});
    }
    static std::string prefix(const Bars& bars, std::size_t at) {
        return at < bars.legend.size() ? escape_html(bars.legend[at]) + ": " : "";
    }

    void put(const Note& note) { out_ += fmt::format("<div class=\"note\" role=\"note\">{}</div>\n", escape_html(note.text)); }

    void put(const Choices& choices) {
        out_ += fmt::format("<div class=\"choices\"><span class=\"label\">{}</span>", escape_html(choices.label));
        for (const std::string& option : choices.options)
            out_ += fmt::format("{}<span class=\"option\"><span class=\"box\"></span>{}</span> ", choices.stacked ? "<br>" : "", escape_html(option));
        if (!choices.note.empty()) out_ += fmt::format("<div class=\"quiet\">{}</div>", escape_html(choices.note));
        out_ += "</div>\n";
    }

    void put(const WritingLines& lines) {
        out_ += fmt::format("<div class=\"lines\"><span class=\"label\">{}</span>", escape_html(lines.label));
        for (int i = 0; i < lines.lines; ++i) out_ += "<hr aria-hidden=\"true\">";
        out_ += "</div>\n";
    }

    void put(const EvidencePage& page) {
        out_ += fmt::format("<article class=\"sheet\" lang=\"id\"><header>{} · {}</header>\n", escape_html(page.title), escape_html(page.label));
        if (page.picture && !page.picture->file.empty())
            out_ += fmt::format("<img alt=\"{}\" src=\"data:{};base64,{}\">\n", page.page ? escape_html(page.page->text) : "",
                                escape_html(page.picture->mime), base64(page.picture->file));
        else if (page.page)
            out_ += page_html(*page.page);
        out_ += "</article>\n";
    }

    void put(const Prose& prose) {
        if (prose.page) out_ += "<section>\n" + page_html(*prose.page) + "</section>\n";
    }

    void put(const PageBreak&) { break_ = true; }

    std::string take_break() {
        const bool now = break_;
        break_ = false;
        return now ? " class=\"break\"" : "";
    }

    const Document& document_;
    std::string out_;
    bool break_ = false;
};

} // namespace

std::string html_text(const Document& document) {
    return Html(document).write();
}

} // namespace timbang::report
