#pragma once

#include "content/play/line.h"
#include "content/play_words.h"

namespace timbang::content {

/// Reads one line for a case and a state.
class WordReader {
public:
    using Read = base::Result<domain::Command>;

    WordReader(const domain::Scenario& scenario, const domain::State& state, std::string_view line)
        : scenario_(scenario), state_(state), line_(line) {}

    [[nodiscard]] Read read();

private:
    struct Word {
        const char* word;
        Read (WordReader::*reader)();
    };
    static const Word kWords[];

    Read open();
    Read mark();
    Read retype();
    Read unmark();
    Read check();
    Read verdict();
    Read score();
    Read sure();
    Read reason();
    Read decide();
    Read choose();
    Read category();
    Read letter();
    Read points();
    Read hand_in();
    Read action();
    Read figure();
    Read next();
    Read disagree();
    Read abandon();

    base::Result<int> number(const char* what);
    base::Result<domain::IndicatorIx> task();
    base::Result<domain::EvidenceIx> document();
    /// Without a kind: one that is handed in, a checklist or a letter.
    base::Result<domain::PartIx> part(std::optional<domain::PartKind> kind);
    base::Result<domain::PartIx> part_of_step(domain::PartKind kind);
    base::Result<domain::TextRange> passage(domain::EvidenceIx document, int page);
    base::Result<domain::Area> area();
    base::Result<std::string> problem_type();
    Read check_part(const std::string& rule, domain::PartIx part);
    Read check_task(const std::string& rule, domain::IndicatorIx task);
    base::Result<domain::Check> check_word();
    [[nodiscard]] domain::Decision draft_of(domain::IndicatorIx task) const;
    [[nodiscard]] domain::PartAnswer draft_of_part(domain::PartIx part) const;

    const domain::Scenario& scenario_;
    const domain::State& state_;
    Line line_;
};

/// "play-id": the words for what was looked for, the word found, and the nearest known one.
[[nodiscard]] base::Error unknown_id(const char* what, const std::string& id, const std::vector<std::string>& known);
/// "play-value": what is expected there.
[[nodiscard]] base::Error bad_word(const char* expected, const std::string& found);

} // namespace timbang::content
