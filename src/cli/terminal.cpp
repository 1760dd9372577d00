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
    Terminal(const Context& context, const domain::Scenario& scenario, domain::Mode mode, domain::FeedbackLevel feedback, const Keep& keep)
        : context_(context), scenario_(scenario), words_(context, scenario), feedback_(feedback), keep_(keep) {
        result_.state = domain::initial_state(scenario, mode);
    }

    TerminalResult run(std::vector<Event> before) {
        for (const Event& event : before) domain::apply(scenario_, result_.state, event);
        result_.events = std::move(before);
        context_.out() << words_.welcome() << words_.look(result_.state);
        std::string line;
        while (!result_.state.over() && result_.kept && read(line))
            if (!answer(line)) break;
        return std::move(result_);
    }

private:
    bool read(std::string& line) {
        if (context_.environment.in_is_terminal) context_.out() << "> " << std::flush;
        return static_cast<bool>(std::getline(*context_.environment.in, line));
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
        carry_out(*command);
        return true;
    }

    void carry_out(const domain::Command& command) {
        const std::size_t said = result_.state.said.size();
        const domain::StepIx before = result_.state.step;
        const domain::Outcome outcome = domain::step(scenario_, result_.state, command);
        if (const auto* rejection = std::get_if<domain::Rejection>(&outcome)) {
            context_.out() << words_.rejection(*rejection, result_.state);
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
        if (result_.state.step != before && !result_.state.over()) context_.out() << words_.look(result_.state);
        tell_references(events);
    }

    /// *learn*: the comparison of an indicator as soon as its reference may be shown.
    void tell_references(const std::vector<Event>& events) {
        if (result_.state.mode != domain::Mode::Learn || result_.state.over()) return;
        for (const Event& event : events) {
            const auto* decided = std::get_if<domain::Decided>(&event);
            if (!decided || !domain::reference_open(scenario_, result_.state, decided->task)) continue;
            context_.out() << indicator_text(scenario_, domain::compare_indicator(scenario_, result_.state, decided->task), feedback_,
                                             *context_.environment.catalogue, context_.lang);
        }
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
                                domain::FeedbackLevel feedback, std::vector<Event> before, const Keep& keep) {
    return Terminal(context, scenario, mode, feedback, keep).run(std::move(before));
}

} // namespace timbang::cli
