#include <algorithm>

#include "content/play/line.h"
#include "content/play_words.h"

namespace timbang::content {

namespace d = domain;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

const char* check_text(d::Check check) {
    switch (check) {
    case d::Check::Yes: return "yes";
    case d::Check::No: return "no";
    case d::Check::Unsure: return "unsure";
    }
    return "unsure";
}

/// Writes a command in the words that `parse_command` reads.
class Printer {
public:
    explicit Printer(const d::Scenario& scenario) : scenario_(scenario) {}

    std::string operator()(const d::Open& one) const { return line("open " + place(one.evidence, one.page)); }
    std::string operator()(const d::MarkPassage& one) const {
        std::string text = "mark " + code(one.task) + " " + place(one.evidence, one.page) + " ";
        if (one.area)
            text += "area " + std::to_string(one.area->x) + "," + std::to_string(one.area->y) + "," +
                    std::to_string(one.area->width) + "," + std::to_string(one.area->height);
        else
            text += passage(one);
        return line(one.type.empty() ? text : text + " " + one.type);
    }
    std::string operator()(const d::Retype& one) const {
        return line("retype " + std::to_string(one.mark) + (one.type.empty() ? "" : " " + one.type));
    }
    std::string operator()(const d::Unmark& one) const { return line("unmark " + std::to_string(one.mark)); }
    std::string operator()(const d::Draft& one) const { return form(one.task, one.decision); }
    std::string operator()(const d::Decide& one) const {
        return form(one.task, one.decision) + line("decide " + code(one.task));
    }
    std::string operator()(const d::DraftPart& one) const { return answers(one.part, one.answer); }
    std::string operator()(const d::DecidePart& one) const { return decided(one.part, one.answer); }
    std::string operator()(const d::TakeAction& one) const {
        return line("do " + scenario_.actions[at(one.action)].id);
    }
    std::string operator()(const d::Figure& one) const {
        return line("figure " + code(one.task) + " " + one.expression);
    }
    std::string operator()(const d::LeaveStep&) const { return line("next"); }
    std::string operator()(const d::Disagree& one) const {
        return line("disagree " + code(one.task) + " " + quoted_words(one.text));
    }
    std::string operator()(const d::Abandon&) const { return line("abandon"); }

private:
    static std::string line(std::string text) { return text + "\n"; }
    const std::string& code(d::IndicatorIx task) const { return scenario_.tasks[at(task)].code; }
    std::string place(d::EvidenceIx evidence, int page) const {
        return scenario_.evidence[at(evidence)].id + " " + std::to_string(page);
    }

    std::string passage(const d::MarkPassage& mark) const {
        const d::Page* page = scenario_.page(mark.evidence, mark.page);
        if (page != nullptr && mark.range.end <= page->text.size() && mark.range.begin < mark.range.end) {
            const std::string words(page->words(mark.range));
            const auto found = d::find_quote(*page, words);
            for (std::size_t i = 0; i < found.size(); ++i)
                if (found[i] == mark.range && words.find('\n') == std::string::npos)
                    return quoted_words(words) + (i == 0 ? "" : " #" + std::to_string(i + 1));
        }
        return "@" + std::to_string(mark.range.begin) + "-" + std::to_string(mark.range.end);
    }

    /// The lines of a checklist; one line where all of them, `count`, are answered alike.
    static std::string checks(const std::string& about, const std::vector<std::pair<std::string, d::Check>>& answers,
                              std::size_t count) {
        const auto like_first = [&](const auto& one) { return one.second == answers.front().second; };
        if (count > 1 && answers.size() == count && std::all_of(answers.begin(), answers.end(), like_first))
            return line("check " + about + " all " + check_text(answers.front().second));
        std::string text;
        for (const auto& [rule, answer] : answers) text += line("check " + about + " " + rule + " " + check_text(answer));
        return text;
    }

    std::string form(d::IndicatorIx task, const d::Decision& decision) const {
        std::string text =
            checks(code(task), decision.checklist, scenario_.tasks[at(task)].indicator->checklist.size());
        if (decision.verdict) text += line("verdict " + code(task) + " " + d::verdict_id(*decision.verdict));
        if (decision.score) text += line("score " + code(task) + " " + std::to_string(*decision.score));
        if (decision.confidence) text += line("sure " + code(task) + " " + std::to_string(*decision.confidence));
        if (!decision.reason.empty()) text += line("reason " + code(task) + " " + quoted_words(decision.reason));
        return text;
    }

    std::string answers(d::PartIx part, const d::PartAnswer& answer) const {
        const d::StepPart& one = scenario_.parts[at(part)];
        std::string text = checks(one.id, answer.checklist, one.checklist.size());
        if (one.kind == d::PartKind::Letter) text += line("letter " + quoted_words(answer.letter));
        return text;
    }

    std::string decided(d::PartIx part, const d::PartAnswer& answer) const {
        const d::StepPart& one = scenario_.parts[at(part)];
        switch (one.kind) {
        case d::PartKind::Choice: return line("choose " + one.id + " " + answer.option);
        case d::PartKind::Category: return line("category " + answer.category);
        case d::PartKind::Checklist: return answers(part, answer) + line("hand-in " + one.id);
        case d::PartKind::Letter: break;
        }
        std::string points;
        for (const std::string& point : answer.points) points += (points.empty() ? "" : ",") + point;
        if (!answer.locked) return answers(part, answer);
        return answers(part, answer) + line("points " + (points.empty() ? std::string("none") : points));
    }

    const d::Scenario& scenario_;
};

} // namespace

std::string print_command(const d::Scenario& scenario, const d::Command& command) {
    return std::visit(Printer(scenario), command);
}

} // namespace timbang::content
