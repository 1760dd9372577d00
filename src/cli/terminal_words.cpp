#include "cli/terminal_words.h"

#include <algorithm>

#include "cli/terminal.h"

namespace timbang::cli {

namespace {

using domain::PartKind;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool read(const domain::State& state, domain::EvidenceIx evidence) {
    const auto& pages = state.opened[at(evidence)];
    return std::all_of(pages.begin(), pages.end(), [](std::uint8_t opened) { return opened != 0; });
}

std::string word_after(const std::string& line) {
    const std::size_t start = line.find_first_not_of(" \t");
    const std::size_t space = line.find_first_of(" \t", start);
    if (space == std::string::npos) return {};
    const std::size_t begin = line.find_first_not_of(" \t", space);
    return begin == std::string::npos ? std::string() : line.substr(begin, line.find_first_of(" \t\r", begin) - begin);
}

/// Everything behind the first word, quotes around it taken off.
std::string rest_after(const std::string& line) {
    const std::size_t space = line.find_first_of(" \t", line.find_first_not_of(" \t"));
    const std::size_t begin = space == std::string::npos ? space : line.find_first_not_of(" \t\"", space);
    if (begin == std::string::npos) return {};
    return line.substr(begin, line.find_last_not_of(" \t\r\"") - begin + 1);
}

} // namespace

std::string TerminalWords::welcome() const {
    return scenario_.title.in(context_.lang) + "\n" + scenario_.notice.in(context_.lang) + "\n" +
           text("terminal.welcome") + "\n";
}

std::string TerminalWords::look(const domain::State& state) const {
    if (state.step < 0) return {};
    const domain::Step& step = scenario_.steps[at(state.step)];
    std::string out = step.title.in(context_.lang) + "\n\n" + prose(step.text) + "\n";
    if (scenario_.budget > 0)
        out += text("terminal.time",
                    {{"left", std::int64_t{scenario_.budget - state.spent}}, {"budget", std::int64_t{scenario_.budget}}});
    bool any_document = false;
    for (std::size_t i = 0; i < scenario_.evidence.size(); ++i) {
        const domain::EvidenceIx evidence = static_cast<int>(i);
        if (!domain::visible(scenario_, state, evidence)) continue;
        if (!any_document) out += text("terminal.documents");
        any_document = true;
        const domain::Evidence& document = scenario_.evidence[i];
        out += "  " + document.id + ": " + document.title.in(context_.lang) + ", " +
               context_.text("terminal.pages", {{"n", static_cast<std::int64_t>(document.pages.size())}}) +
               (read(state, evidence) ? ", " + context_.text("terminal.read") : "") + "\n";
    }
    if (!step.indicators.empty()) out += text("terminal.indicators");
    for (const domain::IndicatorIx task : step.indicators)
        out += "  " + scenario_.tasks[at(task)].code + ": " +
               scenario_.tasks[at(task)].indicator->title.in(context_.lang) + ", " +
               (scenario_.tasks[at(task)].district.empty() ? "" : scenario_.tasks[at(task)].district + ", ") +
               context_.text(state.decisions[at(task)] ? "terminal.decided" : "terminal.open") + "\n";
    for (const domain::PartIx part_index : step.parts)
        out += part(part_index, state);
    if (!step.actions.empty()) out += text("terminal.actions");
    for (const domain::ActionIx action : step.actions)
        out += "  " + scenario_.actions[at(action)].id + ": " +
               context_.text(state.taken[at(action)] ? "terminal.action-taken" : "terminal.action",
                             {{"label", scenario_.actions[at(action)].label},
                              {"cost", std::int64_t{scenario_.actions[at(action)].cost}}}) +
               "\n";
    return out;
}

std::string TerminalWords::part(domain::PartIx index, const domain::State& state) const {
    const domain::StepPart& step_part = scenario_.parts[at(index)];
    const char* kinds[] = {"terminal.part-checklist", "terminal.part-choice", "terminal.part-category",
                           "terminal.part-letter"};
    std::string out =
        text(kinds[static_cast<int>(step_part.kind)],
             {{"id", step_part.id},
              {"ask", step_part.ask},
              {"state", base::Key{state.part_answers[at(index)] ? "terminal.decided" : "terminal.open"}}});
    for (const std::string& id : step_part.checklist)
        if (const domain::Rule* rule = scenario_.framework->rule(id))
            out += "  " + id + ": " + rule->name.in(context_.lang) + "\n";
    for (const domain::Option& option : step_part.options)
        out += "  " + option.id + ": " + option.text.in(context_.lang) + "\n";
    if (step_part.kind == PartKind::Category)
        for (const domain::Category& category : scenario_.framework->categories)
            out += "  " + category.id + ": " + category.name.in(context_.lang) + " (" +
                   base::format_number(context_.lang, category.from, 0) + "+)\n";
    return out;
}

std::string TerminalWords::page(domain::EvidenceIx evidence, int number) const {
    const domain::Evidence& document = scenario_.evidence[at(evidence)];
    const domain::Page* sheet = scenario_.page(evidence, number);
    if (!sheet) return {};
    return text("terminal.page", {{"title", document.title},
                                  {"page", std::int64_t{number}},
                                  {"n", static_cast<std::int64_t>(document.pages.size())}}) +
           page_lines(*sheet, *context_.environment.catalogue, context_.lang);
}

namespace {

/// The indicator and the answer that a refused command was about.
std::pair<domain::IndicatorIx, const domain::Decision*> answer_of(const domain::Command& command) {
    if (const auto* draft = std::get_if<domain::Draft>(&command)) return {draft->task, &draft->decision};
    if (const auto* decide = std::get_if<domain::Decide>(&command)) return {decide->task, &decide->decision};
    return {-1, nullptr};
}

std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

} // namespace

std::string TerminalWords::rejection(const domain::Rejection& rejection, const domain::State& state,
                                     const domain::Command& command) const {
    std::string out = text(std::string("rejection.") + domain::rejection_id(rejection.reason));
    const auto [task, answer] = answer_of(command);
    const char* missing[] = {"missing.checklist", "missing.verdict", "missing.score", "missing.sureness"};
    for (const domain::Missing part_missing : rejection.missing) {
        out += "  " + text(missing[static_cast<int>(part_missing)]);
        if (part_missing != domain::Missing::Checklist || !answer) continue;
        std::vector<std::string> open;
        for (const std::string& rule : scenario_.tasks[at(task)].indicator->checklist)
            if (!answer->check(rule)) open.push_back(rule);
        out += text("terminal.unanswered", {{"rules", listed(open)}});
    }
    if (rejection.reason == domain::RejectionReason::ScoreOffScale && answer) {
        std::vector<std::string> scores;
        for (const domain::ScaleStep& step : scenario_.tasks[at(task)].indicator->scale.steps)
            scores.push_back(std::to_string(step.score));
        out += text("terminal.scores", {{"scores", listed(scores)}});
    }
    if (rejection.reason == domain::RejectionReason::NoWayOn && state.step >= 0)
        out += scenario_.steps[at(state.step)].wait.in(context_.lang) + "\n";
    return out;
}

std::string TerminalWords::happened(const std::vector<domain::Event>& events, const domain::State&) const {
    std::string out;
    bool left = false;
    for (const domain::Event& event : events) {
        if (const auto* decided = std::get_if<domain::Decided>(&event))
            out += text("terminal.kept", {{"name", scenario_.tasks[at(decided->task)].code}});
        if (const auto* marked = std::get_if<domain::Marked>(&event))
            out += text("terminal.marked", {{"mark", std::int64_t{marked->mark.id}}});
        if (const auto* decided = std::get_if<domain::PartDecided>(&event)) {
            out += text("terminal.kept", {{"name", scenario_.parts[at(decided->part)].id}});
            if (decided->answer.locked) out += letter_model(decided->part);
        }
        if (const auto* taken = std::get_if<domain::ActionTaken>(&event))
            for (const domain::Effect& effect : scenario_.actions[at(taken->action)].then)
                if (effect.kind == domain::EffectKind::Reveal)
                    out += text("terminal.revealed", {{"id", scenario_.evidence[at(effect.evidence)].id},
                                                      {"title", scenario_.evidence[at(effect.evidence)].title}});
        if (const auto* figured = std::get_if<domain::Figured>(&event))
            out += text("terminal.figure",
                        {{"expression", figured->expression}, {"value", base::Decimal{figured->value, 2}}});
        if (std::holds_alternative<domain::Disagreed>(event)) out += text("terminal.differ-kept");
        if (std::holds_alternative<domain::Finished>(event)) out += text("terminal.finished");
        if (std::holds_alternative<domain::Abandoned>(event)) out += text("terminal.abandoned");
        if (std::holds_alternative<domain::LeftStep>(event)) left = true;
    }
    return out.empty() && !left ? text("terminal.done") : out;
}

std::string TerminalWords::letter_model(domain::PartIx index) const {
    const domain::StepPart& letter = scenario_.parts[at(index)];
    std::string out = text("terminal.letter-model") + prose(letter.model, content::Breaks::Keep) + "\n" +
                      text("terminal.letter-points");
    for (const domain::Option& point : letter.points)
        out += "  " + point.id + ": " + point.text.in(context_.lang) + "\n";
    return out;
}

std::string TerminalWords::card(const std::string& code) const {
    const domain::IndicatorIx index = scenario_.find_task(code);
    if (index < 0) return text("terminal.unknown-indicator", {{"code", code}});
    const domain::Indicator& indicator = *scenario_.tasks[at(index)].indicator;
    std::string out =
        indicator.code + "  " + indicator.title.in(context_.lang) + "\n" + indicator.asks.in(context_.lang) + "\n";
    const domain::FigureDefinition& figure = indicator.figure;
    for (const base::Text* line :
         {&figure.numerator, &figure.denominator, &figure.count, &figure.owner, &indicator.owner})
        if (!line->empty()) out += "  " + line->in(context_.lang) + "\n";
    for (const domain::ScaleStep& step : indicator.scale.steps) {
        out += "  " + std::to_string(step.score) + ": ";
        if (!step.level.empty()) out += step.level.in(context_.lang);
        if (step.bound.from)
            out += context_.text(
                "terminal.from",
                {{"value", base::Decimal{*step.bound.from, step.bound.from->denominator() == 1 ? 0 : 1}}});
        if (step.bound.to)
            out += " " +
                   context_.text("terminal.to",
                                 {{"value", base::Decimal{*step.bound.to, step.bound.to->denominator() == 1 ? 0 : 1}}});
        out += "\n";
    }
    for (const std::string& id : indicator.checklist)
        if (const domain::Rule* rule = scenario_.framework->rule(id))
            out += "  " + id + ": " + rule->name.in(context_.lang) + " (" + rule->code + ")\n";
    return out;
}

std::string TerminalWords::prose(const base::Text& markdown, content::Breaks breaks) const {
    return prose_lines(markdown.in(context_.lang), breaks, *context_.environment.catalogue, context_.lang);
}

std::string TerminalWords::find(const std::string& words, const domain::State& state) const {
    constexpr int kMost = 20;
    std::string out;
    int found = 0;
    for (std::size_t i = 0; i < scenario_.evidence.size(); ++i) {
        const domain::Evidence& document = scenario_.evidence[i];
        if (words.empty() || !domain::visible(scenario_, state, static_cast<int>(i))) continue;
        for (int number = 1; const domain::Page* page = scenario_.page(static_cast<int>(i), number); ++number)
            for (const domain::TextRange& hit : domain::find_words(*page, words)) {
                if (++found > kMost) return out + text("terminal.found-more");
                const domain::TextRange line = domain::unit_at(*page, hit.begin);
                out += text("terminal.found", {{"document", document.id},
                                               {"page", std::int64_t{number}},
                                               {"words", std::string(page->words(line.length() > 0 ? line : hit))}});
            }
    }
    return out.empty() ? text("terminal.found-none", {{"words", words}}) : out;
}

std::string TerminalWords::rules() const {
    std::string out;
    for (const domain::Rule& rule : scenario_.framework->rules)
        out += rule.code + "  " + rule.id + ": " + rule.text.in(context_.lang) + "\n";
    return out;
}

std::string TerminalWords::types() const {
    std::string out;
    for (const domain::ProblemType& type : scenario_.framework->problem_types)
        if (type.kind == domain::ProblemKind::Evidence)
            out += type.id + ": " + type.name.in(context_.lang) + ". " + type.text.in(context_.lang) + "\n";
    return out;
}

std::string TerminalWords::form(const std::string& code, const domain::State& state) const {
    const domain::IndicatorIx index = scenario_.find_task(code);
    if (index < 0) return text("terminal.unknown-indicator", {{"code", code}});
    const domain::Decision& draft = state.drafts[at(index)];
    std::string out;
    const char* answers[] = {"check.yes", "check.no", "check.unsure"};
    for (const auto& [rule, answer] : draft.checklist)
        out += "  " + rule + ": " + text(answers[static_cast<int>(answer)]);
    if (draft.verdict) out += "  " + text(std::string("verdict.") + domain::verdict_id(*draft.verdict));
    if (draft.score) out += "  " + text("terminal.score", {{"score", std::int64_t{*draft.score}}});
    if (draft.confidence) out += "  " + text("terminal.sure", {{"level", std::int64_t{*draft.confidence}}});
    for (const domain::Mark& mark : state.marks)
        if (mark.task == index)
            out += "  " + text("terminal.mark", {{"mark", std::int64_t{mark.id}},
                                                 {"type", mark.type},
                                                 {"document", scenario_.evidence[at(mark.evidence)].title},
                                                 {"page", std::int64_t{mark.page}}});
    if (!draft.reason.empty()) out += "  " + draft.reason + "\n";
    return out.empty() ? text("terminal.form-empty") : out;
}

std::string TerminalWords::own_word(const std::string& line) const {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    const std::string word = line.substr(begin, line.find_first_of(" \t\r", begin) - begin);
    for (const char* own : {"help", "look", "find", "card", "rules", "types", "form", "quit"})
        if (word == own) return word;
    return {};
}

std::string TerminalWords::answer_own(const std::string& word, const std::string& line,
                                      const domain::State& state) const {
    if (word == "look") return look(state);
    if (word == "find") return find(rest_after(line), state);
    if (word == "card") return card(word_after(line));
    if (word == "rules") return rules();
    if (word == "types") return types();
    if (word == "form") return form(word_after(line), state);
    return text("terminal.help");
}

} // namespace timbang::cli
