#include "report/items.h"

#include <set>

namespace timbang::report {
namespace {

constexpr std::size_t kMostReplies = 8; // of one indicator; the table sheets hold all

const std::string& named(const std::map<std::string, std::string>& names, const std::string& id) {
    const auto found = names.find(id);
    return found == names.end() || found->second.empty() ? id : found->second;
}

std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

double share(int k, int n) {
    return n == 0 ? 0 : static_cast<double>(k) / n;
}

class ItemsReport {
public:
    ItemsReport(const ItemsInput& input, const Words& words) : input_(input), words_(words) {
        for (const insight::ItemReport& item : input.items)
            if (!places_.insert(place(item)).second) several_.insert(place(item));
    }

    Document make() {
        out_.lang = words_.lang();
        out_.title = words_("report.items-title");
        if (!input_.scenario.empty()) out_.subtitle = named(input_.cases, input_.scenario);
        out_.footer = words_("report.footer", {{"date", words_.date(input_.now)}});
        out_.made = input_.now;
        out_.meta.emplace_back(words_("report.made"), words_.date_time(input_.now));
        out_.add(Note{words_("report.items-note")});
        if (input_.items.empty()) {
            out_.add(Paragraph{words_("report.items-none")});
            return std::move(out_);
        }
        add_figures();
        add_signs();
        std::string scenario;
        for (const insight::ItemReport& item : input_.items) {
            if (item.scenario != scenario) out_.add(Heading{1, named(input_.cases, item.scenario)});
            scenario = item.scenario;
            add_item(item);
        }
        return std::move(out_);
    }

private:
    static std::string place(const insight::ItemReport& item) { return item.scenario + "/" + item.code; }

    /// "KS-O1  Births in a health facility  ·  text 3fa21c": the hash only where an indicator was answered in several
    /// wordings.
    [[nodiscard]] std::string name(const insight::ItemReport& item) const {
        const auto title = input_.indicators.find(place(item));
        std::string text = item.code;
        if (title != input_.indicators.end() && !title->second.empty()) text += "  " + title->second;
        if (several_.count(place(item)) > 0)
            text += "  ·  " + words_("report.items-version", {{"hash", item.item.substr(0, 6)}});
        return text;
    }

    void add_figures() {
        std::set<std::string> cases;
        std::size_t with_signs = 0, few = 0;
        int answers = 0;
        for (const insight::ItemReport& item : input_.items) {
            cases.insert(item.scenario);
            answers += item.n;
            with_signs += !item.signs.empty();
            few += item.n < insight::kFew;
        }
        out_.add(KeyFigures{
            {{words_.number(whole(input_.items.size())), "", words_("report.items-indicators"),
              words_("report.in-cases", {{"n", whole(cases.size())}})},
             {words_.number(answers), "", words_("report.items-answers"), words_("report.items-answers-text")},
             {words_.number(whole(with_signs)), "", words_("report.items-signs"), ""},
             {words_.number(whole(few)), "", words_("report.items-few"),
              words_("report.items-few-text", {{"n", std::int64_t{insight::kFew}}})}}});
    }

    void add_signs() {
        Table table;
        const bool one_case = input_.items.front().scenario == input_.items.back().scenario; // they are sorted
        if (!one_case) table.columns.push_back({words_("report.case"), 2.5});
        table.columns.push_back({words_("report.indicator"), 3});
        table.columns.push_back({words_("report.items-sign"), 5});
        for (const insight::ItemReport& item : input_.items) {
            std::string said;
            for (std::size_t i = 0; i < item.signs.size() && i < item.sentences.size(); ++i)
                said += (said.empty() ? "" : " ") + words_(item.sentences[i]);
            if (said.empty()) continue;
            std::vector<Cell> row{{name(item)}, {said}};
            if (!one_case) row.insert(row.begin(), Cell{named(input_.cases, item.scenario)});
            table.rows.push_back(std::move(row));
        }
        out_.add(Heading{1, words_("report.items-stand-out")});
        if (table.rows.empty())
            out_.add(Paragraph{words_("report.items-no-signs")});
        else
            out_.add(std::move(table));
    }

    void add_item(const insight::ItemReport& item) {
        out_.add(Heading{3, name(item)});
        const Look look = item.signs.empty() ? Look::Quiet : Look::Plain;
        for (const base::Message& sentence : item.sentences)
            out_.add(Paragraph{words_(sentence), look}, true);
        add_fields(item);
        add_scores(item);
        add_verdicts(item);
        add_replies(item);
        for (const auto* comments : {&item.rule_comments, &item.reading_comments})
            for (const std::string& text : *comments)
                out_.add(Paragraph{
                    words_(comments == &item.rule_comments ? "report.items-rule-comment" : "report.comment-line",
                           {{"text", text}}),
                    Look::Quiet});
    }

    void add_fields(const insight::ItemReport& item) {
        Fields fields;
        std::string people = words_("report.items-people", {{"n", std::int64_t{item.n}}});
        if (item.repeats > 0) people += "  ·  " + words_("report.items-repeats", {{"n", std::int64_t{item.repeats}}});
        fields.rows.emplace_back(words_("report.items-answered"), people);
        if (item.n == 0)
            fields.rows.emplace_back(words_("report.exact"), words_("report.items-no-exact"));
        else
            fields.rows.emplace_back(
                words_("report.exact"),
                words_("report.items-exact", {{"k", std::int64_t{item.exact.k}},
                                              {"n", std::int64_t{item.exact.n}},
                                              {"share", words_.percent(share(item.exact.k, item.exact.n))},
                                              {"low", words_.percent(item.exact.low)},
                                              {"high", words_.percent(item.exact.high)}}));
        if (item.sure_and_different > 0)
            fields.rows.emplace_back(words_("report.sure"), words_.k_of_n(item.sure_and_different, item.n));
        if (item.keys > 1)
            fields.rows.emplace_back(words_("report.reference"),
                                     words_("report.items-keys", {{"n", std::int64_t{item.keys}}}));
        out_.add(std::move(fields));
    }

    [[nodiscard]] BarRow bar(std::string label, int k, int n, bool reference) const {
        BarRow row;
        row.label = std::move(label);
        if (reference) row.label += "  ·  " + words_("report.is-reference");
        row.marked = reference;
        row.share = share(k, n);
        row.text = words_.k_of_n(k, n);
        return row;
    }

    void add_scores(const insight::ItemReport& item) {
        std::map<int, int> scores = item.scores;
        if (scores.empty()) return;
        if (item.reference) scores.try_emplace(*item.reference, 0);
        Bars bars;
        bars.caption = words_("report.scores");
        for (const auto& [score, n] : scores)
            bars.rows.push_back(
                bar(words_("report.score-n", {{"n", std::int64_t{score}}}), n, item.n, item.reference == score));
        out_.add(std::move(bars));
    }

    void add_verdicts(const insight::ItemReport& item) {
        if (item.verdicts.empty()) return;
        Bars bars;
        bars.caption = words_("report.verdicts");
        for (const char* verdict : {"accept", "return", "reject"}) {
            const auto found = item.verdicts.find(verdict);
            bars.rows.push_back(bar(words_(std::string("verdict.") + verdict),
                                    found == item.verdicts.end() ? 0 : found->second, item.n,
                                    item.reference_verdict == verdict));
        }
        out_.add(std::move(bars));
    }

    [[nodiscard]] std::string about(const insight::ReplyCount& reply) const {
        if (reply.part == "score") return words_("report.score-n", {{"n", reply.about}});
        if (reply.part == "verdict") return words_("verdict." + reply.about);
        return named(reply.part == "checklist" ? input_.rules : input_.problems, reply.about);
    }

    void add_replies(const insight::ItemReport& item) {
        if (item.replies.empty()) return;
        Table table;
        table.caption = words_("report.items-differed");
        table.columns = {{words_("report.items-part"), 2},
                         {words_("report.items-about"), 4},
                         {words_("report.items-answers"), 1.5, Align::Right}};
        for (const insight::ReplyCount& reply : item.replies) {
            if (table.rows.size() == kMostReplies) break;
            table.rows.push_back(
                {{words_("report.items-part-" + reply.part)}, {about(reply)}, {words_.k_of_n(reply.n, item.n)}});
        }
        out_.add(std::move(table));
    }

    const ItemsInput& input_;
    const Words& words_;
    std::set<std::string> places_, several_;
    Document out_;
};

} // namespace

Document items_document(const ItemsInput& input, const Words& words) {
    return ItemsReport(input, words).make();
}

} // namespace timbang::report
