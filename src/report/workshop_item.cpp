#include "report/workshop_parts.h"

namespace timbang::report {
namespace {

class Item {
public:
    Item(const insight::RoomItem& item, const RoomCaseInput& one, const Words& words, Document& out)
        : item_(item), one_(one), words_(words), out_(out), rules_(one.rules.tasks[static_cast<std::size_t>(item.task)]),
          second_(item.room.second.votes > 0) {}

    void add() {
        std::string head = indicator_name(one_, item_.task, words_);
        if (one_.state.rounds.size() > 1) head += "  ·  " + words_("report.round", {{"n", std::int64_t{item_.round}}});
        out_.add(Heading{3, head});
        if (!rules_.scores.empty()) add_scores();
        if (rules_.asks_verdict) add_verdicts();
        add_lines();
        add_reference();
        for (const domain::Comment& comment : item_.comments)
            out_.add(Paragraph{words_("report.comment-line", {{"text", comment.text}}), Look::Quiet});
    }

private:
    [[nodiscard]] static double share(int k, int n) { return n == 0 ? 0 : static_cast<double>(k) / n; }

    [[nodiscard]] BarRow bar(std::string label, int first, int second, bool marked) const {
        BarRow row;
        row.label = std::move(label);
        if (marked) row.label += "  ·  " + words_("report.is-reference");
        row.marked = marked;
        row.share = share(first, item_.room.first.votes);
        row.text = words_.k_of_n(first, item_.room.first.votes);
        if (second_) {
            row.second = share(second, item_.room.second.votes);
            row.second_text = words_.k_of_n(second, item_.room.second.votes);
        }
        return row;
    }
    [[nodiscard]] std::vector<std::string> legend() const {
        std::vector<std::string> words = {words_("report.first-vote")};
        if (second_) words.push_back(words_("report.second-vote"));
        return words;
    }

    void add_scores() {
        Bars bars;
        bars.caption = words_("report.scores");
        bars.legend = legend();
        for (std::size_t i = 0; i < item_.room.first.scores.size(); ++i) {
            const auto [score, first] = item_.room.first.scores[i];
            const int second = i < item_.room.second.scores.size() ? item_.room.second.scores[i].second : 0;
            const bool marked = item_.reference.score == score;
            if (first > 0 || second > 0 || marked) bars.rows.push_back(bar(words_("report.score-n", {{"n", std::int64_t{score}}}), first, second, marked));
        }
        out_.add(std::move(bars));
    }

    void add_verdicts() {
        Bars bars;
        bars.caption = words_("report.verdicts");
        if (rules_.scores.empty()) bars.legend = legend();
        for (int i = 0; i < domain::kVerdictCount; ++i) {
            const auto verdict = static_cast<domain::Verdict>(i);
            bars.rows.push_back(bar(words_(std::string("verdict.") + domain::verdict_id(verdict)), item_.room.first.verdicts[i],
                                    item_.room.second.verdicts[i], item_.reference.verdict == verdict));
        }
        out_.add(std::move(bars));
    }

    void add_lines() {
        const auto& first = item_.room.first_against;
        const auto& second = item_.room.second_against;
        const bool known = item_.reference.score || item_.reference.verdict;
        Fields fields;
        if (known) {
            std::string on = words_.k_of_n(first.on, first.of);
            if (second_) on += "  →  " + words_.k_of_n(second.on, second.of);
            fields.rows.emplace_back(words_("report.on-reference"), on);
            if (first.steps) {
                std::string steps = words_.signed_tenths(*first.steps);
                if (second_ && second.steps) steps += "  →  " + words_.signed_tenths(*second.steps);
                fields.rows.emplace_back(words_("report.mean-steps"), steps);
            }
        }
        if (item_.pairs_first) {
            std::string pairs = words_.percent(item_.pairs_first->estimate);
            if (second_ && item_.pairs_second) pairs += "  →  " + words_.percent(item_.pairs_second->estimate);
            fields.rows.emplace_back(words_("report.pairs"), pairs);
        }
        const domain::Moves& moves = item_.room.moves;
        if (second_ && moves.both > 0)
            fields.rows.emplace_back(words_("report.moved"),
                                     words_(known ? "report.moved-closer" : "report.moved-n",
                                            {{"n", std::int64_t{moves.moved}}, {"of", std::int64_t{moves.both}},
                                             {"closer", std::int64_t{moves.closer}}, {"further", std::int64_t{moves.further}}}));
        if (!fields.rows.empty()) out_.add(std::move(fields));
    }

    void add_reference() {
        if (!item_.reference.score && !item_.reference.verdict) {
            out_.add(Paragraph{words_("report.reference-not-shown"), Look::Quiet});
            return;
        }
        const domain::IndicatorIx task = one_.scenario->find_task(rules_.code);
        if (task < 0) return;
        const base::Text& why = one_.scenario->tasks[static_cast<std::size_t>(task)].reference.why;
        if (!why.empty()) out_.add(Paragraph{words_("report.reference-why", {{"why", words_.of(why)}})});
    }

    const insight::RoomItem& item_;
    const RoomCaseInput& one_;
    const Words& words_;
    Document& out_;
    const domain::RoomTask& rules_;
    bool second_;
};

} // namespace

std::string indicator_name(const RoomCaseInput& one, domain::RoomTaskIx task, const Words& words) {
    if (task < 0 || static_cast<std::size_t>(task) >= one.rules.tasks.size()) return "–";
    const std::string& code = one.rules.tasks[static_cast<std::size_t>(task)].code;
    const domain::IndicatorIx at = one.scenario ? one.scenario->find_task(code) : -1;
    const domain::Indicator* indicator = at < 0 ? nullptr : one.scenario->tasks[static_cast<std::size_t>(at)].indicator;
    return indicator ? code + "  " + words.of(indicator->title) : code;
}

void add_room_item(const insight::RoomItem& item, const RoomCaseInput& one, const Words& words, Document& out) {
    Item(item, one, words, out).add();
}

} // namespace timbang::report
