#include "cli/terminal.h"

#include <istream>

#include "cli/play_report.h"
#include "cli/terminal_words.h"
#include "content/players.h"

namespace timbang::cli {

namespace {

using domain::Event;

class Terminal {
public:
    Terminal(const Context& context, const domain::Scenario& scenario, domain::Mode mode,
             domain::FeedbackLevel feedback, const Keep& keep)
        : context_(context), scenario_(scenario), words_(context, scenario), feedback_(feedback), keep_(keep) {
        result_.state = domain::initial_state(scenario, mode);
    }

    TerminalResult run(std::vector<Event> before, bool resumed) {
        for (const Event& event : before)
            domain::apply(scenario_, result_.state, event);
        result_.events = std::move(before);
        context_.out() << words_.welcome();
        if (resumed) context_.out() << context_.text("terminal.resumed") << "\n";
        context_.out() << "\n" << words_.look(result_.state);
        std::string line;
        while (!result_.state.abandoned && !checked() && result_.kept && read(line))
            if (!answer(line)) break;
        return std::move(result_);
    }

private:
    bool read(std::string& line) {
        if (context_.environment.in_is_terminal) context_.out() << "> " << std::flush;
        return static_cast<bool>(std::getline(*context_.environment.in, line));
    }

    /// After a readiness check nothing is told and nothing more is read.
    [[nodiscard]] bool checked() const {
        return result_.state.finished && scenario_.purpose == domain::Purpose::Pool && result_.state.mode == domain::Mode::Check;
    }

    /// False when the person wants to stop for now.
    bool answer(const std::string& line) {
        const std::string own = words_.own_word(line);
        if (own == "quit") return false;
        if (!own.empty()) {
            context_.out() << words_.answer_own(own, line, result_.state);
            return true;
        }
        if (line.find_first_not_of(" \t\r") == std::string::npos) return true;
        const base::Result<domain::Command> command = content::parse_command(scenario_, result_.state, line);
        if (!command) {
            context_.out() << context_.environment.catalogue->text(context_.lang, command.error()) << "\n";
            return true;
        }
        const auto* open = std::get_if<domain::Open>(&*command);
        // A finished case can still be read; nothing is noted of it.
        if (open && result_.state.over() && domain::visible(scenario_, result_.state, open->evidence) &&
            scenario_.page(open->evidence, open->page))
            context_.out() << words_.page(open->evidence, open->page);
        else
            carry_out(*command);
        return true;
    }

    void carry_out(const domain::Command& command) {
        const std::size_t said = result_.state.said.size();
        const domain::StepIx before = result_.state.step;
        const std::vector<std::uint8_t> open_before = open_references();
        const domain::Outcome outcome = domain::step(scenario_, result_.state, command);
        if (const auto* rejection = std::get_if<domain::Rejection>(&outcome)) {
            context_.out() << words_.rejection(*rejection, result_.state, command);
            return;
        }
        const std::vector<Event>& events = std::get<0>(outcome);
        result_.events.insert(result_.events.end(), events.begin(), events.end());
        result_.kept = keep_(events);
        // A page is read again each time it is asked for, though it is opened only once.
        if (const auto* open = std::get_if<domain::Open>(&command))
            context_.out() << words_.page(open->evidence, open->page);
        else
            context_.out() << words_.happened(events, result_.state);
        for (std::size_t i = said; i < result_.state.said.size(); ++i)
            context_.out() << result_.state.said[i].in(context_.lang) << "\n";
        tell_references(open_before);
        if (result_.state.step != before && !result_.state.over()) context_.out() << "\n" << words_.look(result_.state);
        if (result_.state.finished && before != result_.state.step) tell_debrief();
    }

    [[nodiscard]] std::vector<std::uint8_t> open_references() const {
        std::vector<std::uint8_t> open(scenario_.tasks.size());
        for (std::size_t i = 0; i < open.size(); ++i)
            open[i] = domain::reference_open(scenario_, result_.state, static_cast<domain::IndicatorIx>(i));
        return open;
    }

    /// *learn*: the comparison of an indicator as soon as its reference may be shown, on deciding or on leaving the
    /// step.
    void tell_references(const std::vector<std::uint8_t>& open_before) {
        if (result_.state.mode != domain::Mode::Learn || result_.state.over()) return;
        const std::vector<std::uint8_t> open = open_references();
        for (std::size_t i = 0; i < open.size(); ++i)
            if (open[i] && !open_before[i])
                context_.out() << indicator_text(
                    scenario_, domain::compare_indicator(scenario_, result_.state, static_cast<domain::IndicatorIx>(i)),
                    feedback_, *context_.environment.catalogue, context_.lang);
    }

    /// In a check the policy decides what is shown; alone, without one, nothing is.
    void tell_debrief() {
        if (checked()) return;
        const bool check = result_.state.mode == domain::Mode::Check;
        const domain::FeedbackLevel level = check ? domain::FeedbackLevel::None : feedback_;
        const base::Catalogue& catalogue = *context_.environment.catalogue;
        context_.out() << comparison_text(scenario_, domain::compare(scenario_, result_.state), result_.state, level,
                                          catalogue, context_.lang);
        if (level >= domain::FeedbackLevel::Where)
            context_.out() << habits_text(scenario_, result_.state, catalogue, context_.lang);
        context_.out() << context_.text("terminal.after") << "\n";
    }

    const Context& context_;
    const domain::Scenario& scenario_;
    TerminalWords words_;
    domain::FeedbackLevel feedback_;
    const Keep& keep_;
    TerminalResult result_;
};

} // namespace

TerminalResult play_in_terminal(const Context& context, const domain::Scenario& scenario, domain::Mode mode,
                                domain::FeedbackLevel feedback, std::vector<domain::Event> before, bool resumed,
                                const Keep& keep) {
    return Terminal(context, scenario, mode, feedback, keep).run(std::move(before), resumed);
}

} // namespace timbang::cli
