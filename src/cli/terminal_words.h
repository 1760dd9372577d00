#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "content/pages.h"
#include "domain/session.h"

namespace timbang::cli {

/// What the terminal player says. Pure: makes text from the scenario and the state.
class TerminalWords {
public:
    TerminalWords(const Context& context, const domain::Scenario& scenario) : context_(context), scenario_(scenario) {}

    [[nodiscard]] std::string welcome() const;
    /// The step: its text, documents, indicators, other decisions, actions and story time.
    [[nodiscard]] std::string look(const domain::State& state) const;
    [[nodiscard]] std::string page(domain::EvidenceIx evidence, int number) const;
    [[nodiscard]] std::string rejection(const domain::Rejection& rejection, const domain::State& state,
                                        const domain::Command& command) const;
    [[nodiscard]] std::string happened(const std::vector<domain::Event>& events, const domain::State& state) const;

    /// "help", "look", "find", "card", "rules", "form", "types", "quit" when the line begins with one of the terminal's
    /// own words.
    [[nodiscard]] std::string own_word(const std::string& line) const;
    [[nodiscard]] std::string answer_own(const std::string& word, const std::string& line,
                                         const domain::State& state) const;

private:
    [[nodiscard]] std::string text(std::string_view key, const base::Args& args = {}) const {
        return context_.text(key, args) + "\n";
    }
    [[nodiscard]] std::string card(const std::string& code) const;
    [[nodiscard]] std::string find(const std::string& words, const domain::State& state) const;
    [[nodiscard]] std::string rules() const;
    [[nodiscard]] std::string types() const;
    [[nodiscard]] std::string form(const std::string& code, const domain::State& state) const;
    [[nodiscard]] std::string part(domain::PartIx part, const domain::State& state) const;
    [[nodiscard]] std::string letter_model(domain::PartIx part) const;
    [[nodiscard]] std::string prose(const base::Text& markdown, content::Breaks breaks = content::Breaks::Flow) const;

    const Context& context_;
    const domain::Scenario& scenario_;
};

} // namespace timbang::cli
