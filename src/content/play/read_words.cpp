#include "content/play/read_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "content/yaml/fields.h"

namespace timbang::content {

using Read = WordReader::Read;
using base::Error;
using base::Result;
namespace d = domain;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Whole numbers, as many as `numbers` has room for, with `between` in between; false where the text is anything else.
template <class Number, std::size_t count>
bool read_numbers(std::string_view text, char between, std::array<Number, count>& numbers) {
    const char* const end = text.data() + text.size();
    const char* here = text.data();
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && (here == end || *here++ != between)) return false;
        const auto [next, error] = std::from_chars(here, end, numbers[i]);
        if (error != std::errc()) return false;
        here = next;
    }
    return here == end;
}

} // namespace

Error unknown_id(const char* what, const std::string& id, const std::vector<std::string>& known) {
    return Error("play-id", {{"what", base::Key{std::string("finding.id-") + what}},
                             {"id", id},
                             {"near", yaml::near_arg(yaml::nearest(id, known))}});
}

Error bad_word(const char* expected, const std::string& found) {
    return Error("play-value",
                 {{"expected", base::Key{std::string("finding.expected-") + expected}}, {"found", found}});
}

const WordReader::Word WordReader::kWords[] = {
    {"open", &WordReader::open},         {"mark", &WordReader::mark},       {"retype", &WordReader::retype},
    {"unmark", &WordReader::unmark},     {"check", &WordReader::check},     {"verdict", &WordReader::verdict},
    {"score", &WordReader::score},       {"sure", &WordReader::sure},       {"reason", &WordReader::reason},
    {"decide", &WordReader::decide},     {"choose", &WordReader::choose},   {"category", &WordReader::category},
    {"letter", &WordReader::letter},     {"points", &WordReader::points},   {"hand-in", &WordReader::hand_in},
    {"do", &WordReader::action},         {"figure", &WordReader::figure},   {"next", &WordReader::next},
    {"disagree", &WordReader::disagree}, {"abandon", &WordReader::abandon}};

Read WordReader::read() {
    const auto word = line_.word().value_or("");
    std::vector<std::string> words;
    for (const Word& known : kWords) {
        words.emplace_back(known.word);
        if (word != known.word) continue;
        Read command = (this->*known.reader)();
        if (command && !line_.at_end()) return bad_word("end-of-line", line_.rest());
        return command;
    }
    return Error("play-word", {{"word", word}, {"near", yaml::near_arg(yaml::nearest(word, words))}});
}

Result<int> WordReader::number(const char* what) {
    const std::string word = line_.word().value_or("");
    const bool digits = !word.empty() && word.size() < 8 &&
                        std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return bad_word(what, word);
    return std::stoi(word);
}

Result<d::IndicatorIx> WordReader::task() {
    const std::string code = line_.word().value_or("");
    const d::IndicatorIx found = scenario_.find_task(code);
    if (found >= 0) return found;
    std::vector<std::string> codes;
    for (const d::Task& one : scenario_.tasks) codes.push_back(one.code);
    return unknown_id("indicator", code, codes);
}

Result<d::EvidenceIx> WordReader::document() {
    const std::string id = line_.word().value_or("");
    const d::EvidenceIx found = scenario_.find_evidence(id);
    if (found >= 0) return found;
    std::vector<std::string> ids; // hidden documents are not told
    for (std::size_t i = 0; i < scenario_.evidence.size(); ++i)
        if (d::visible(scenario_, state_, static_cast<int>(i))) ids.push_back(scenario_.evidence[i].id);
    return unknown_id("document", id, ids);
}

/// A part by its id, or by the step's name where the step has one such part: "completeness".
Result<d::PartIx> WordReader::part(std::optional<d::PartKind> kind) {
    const std::string id = line_.word().value_or("");
    const d::PartIx found = scenario_.find_part(id);
    if (found >= 0) return found;
    std::vector<std::string> ids;
    d::PartIx match = -1;
    int matches = 0;
    for (std::size_t i = 0; i < scenario_.parts.size(); ++i) {
        ids.push_back(scenario_.parts[i].id);
        const d::PartKind own = scenario_.parts[i].kind;
        if (kind ? own != *kind : own != d::PartKind::Checklist && own != d::PartKind::Letter) continue;
        if (scenario_.parts[i].id.rfind(id + "/", 0) != 0) continue;
        match = static_cast<d::PartIx>(i);
        ++matches;
    }
    if (matches == 1) return match;
    return unknown_id("part", id, ids);
}

Result<d::PartIx> WordReader::part_of_step(d::PartKind kind) {
    if (state_.step >= 0)
        for (const d::PartIx one : scenario_.steps[at(state_.step)].parts)
            if (scenario_.parts[at(one)].kind == kind) return one;
    return Error("play-no-part");
}

d::Decision WordReader::draft_of(d::IndicatorIx task) const {
    d::Decision draft = state_.drafts[at(task)];
    draft.marks.clear();
    return draft;
}

d::PartAnswer WordReader::draft_of_part(d::PartIx part) const { return state_.part_drafts[at(part)]; }

Read WordReader::open() {
    const auto evidence = document();
    if (!evidence) return evidence.error();
    const auto page = number("page-number");
    if (!page) return page.error();
    return d::Command(d::Open{*evidence, *page});
}

Result<d::TextRange> WordReader::passage(d::EvidenceIx evidence, int number) {
    const std::string words = line_.word().value_or("");
    const d::Page* page = scenario_.page(evidence, number);
    if (page == nullptr) return bad_word("page-number", std::to_string(number));
    if (!words.empty() && words.front() == '@') {
        std::array<std::uint32_t, 2> bytes{};
        if (read_numbers(std::string_view(words).substr(1), '-', bytes)) return d::TextRange{bytes[0], bytes[1]};
        return bad_word("passage", words);
    }
    const auto ranges = d::find_quote(*page, words);
    std::size_t place = 1; // `"6.940" #2`: the second of them
    Line ahead = line_;
    if (const auto which = ahead.word(); which && which->substr(0, 1) == "#") {
        line_ = ahead;
        std::array<std::uint32_t, 1> number_of{};
        place = read_numbers(std::string_view(*which).substr(1), ' ', number_of) ? number_of[0] : 0;
    }
    if (place >= 1 && place <= ranges.size()) return ranges[place - 1];
    return Error("play-quote", {{"quote", words}, {"page", std::int64_t{number}}});
}

Result<d::Area> WordReader::area() {
    const std::string words = line_.word().value_or("");
    std::array<int, 4> sides{};
    if (read_numbers(words, ',', sides)) return d::Area{sides[0], sides[1], sides[2], sides[3]};
    return bad_word("area", words);
}

Result<std::string> WordReader::problem_type() {
    const std::string type = line_.word().value_or("");
    if (type.empty() || scenario_.framework->problem_type(type) != nullptr) return type;
    std::vector<std::string> known;
    for (const d::ProblemType& one : scenario_.framework->problem_types)
        if (one.kind == d::ProblemKind::Evidence) known.push_back(one.id);
    return unknown_id("problem-type", type, known);
}

/// `mark KS-O1 persalinan 2 "6.729" arithmetic`, or `… area 100,200,300,50 …` on a picture.
Read WordReader::mark() {
    d::MarkPassage mark;
    const auto about = task();
    if (!about) return about.error();
    mark.task = *about;
    const auto evidence = document();
    if (!evidence) return evidence.error();
    mark.evidence = *evidence;
    const auto page = number("page-number");
    if (!page) return page.error();
    mark.page = *page;
    Line ahead = line_;
    if (ahead.word() == "area") {
        line_ = ahead;
        const auto place = area();
        if (!place) return place.error();
        mark.area = *place;
    } else {
        const auto range = passage(mark.evidence, mark.page);
        if (!range) return range.error();
        mark.range = *range;
    }
    const auto type = problem_type();
    if (!type) return type.error();
    mark.type = *type;
    return d::Command(std::move(mark));
}

Read WordReader::retype() {
    const auto id = number("mark-number");
    if (!id) return id.error();
    const auto type = problem_type();
    if (!type) return type.error();
    return d::Command(d::Retype{*id, *type});
}

Read WordReader::unmark() {
    const auto id = number("mark-number");
    if (!id) return id.error();
    return d::Command(d::Unmark{*id});
}

Read WordReader::action() {
    const std::string id = line_.word().value_or("");
    const d::ActionIx found = scenario_.find_action(id);
    if (found >= 0) return d::Command(d::TakeAction{found});
    std::vector<std::string> ids;
    for (const d::Action& one : scenario_.actions) ids.push_back(one.id);
    return unknown_id("action", id, ids);
}

Read WordReader::figure() {
    const auto about = task();
    if (!about) return about.error();
    const std::string expression = line_.rest();
    const auto value = evaluate_expression(expression);
    if (!value) return value.error();
    return d::Command(d::Figure{*about, expression, *value});
}

Read WordReader::next() { return d::Command(d::LeaveStep{}); }

Read WordReader::disagree() {
    const auto about = task();
    if (!about) return about.error();
    return d::Command(d::Disagree{*about, line_.rest()});
}

Read WordReader::abandon() { return d::Command(d::Abandon{}); }

base::Result<d::Command> parse_command(const d::Scenario& scenario, const d::State& state, std::string_view line) {
    return WordReader(scenario, state, line).read();
}

} // namespace timbang::content
