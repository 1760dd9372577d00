#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "content/draft.h"
#include "content/yaml/edit.h"
#include "domain/condition.h"
#include "domain/page.h"

namespace timbang::content {

// The form of an indicator: what its file says, read as far as it can be read (a draft is often half written), and the
// edits that change it. Nothing is linked or checked here: ids are those of the file. Offsets are bytes of the file.

struct FormPassage {
    std::string in;
    int page = 0;          ///< 0: none is given
    std::string quote;
    bool each = false;
    std::optional<domain::Area> area;
    std::size_t at = 0;
};

/// A whole answer: of near, and of the panel.
struct FormAnswer {
    std::string by;        ///< of the panel
    std::optional<domain::Verdict> verdict;
    std::optional<int> score;
    base::Text why;
    std::size_t at = 0;
};

struct FormReference {
    std::optional<domain::Verdict> verdict;
    std::optional<int> score;
    std::string figure;    ///< "6279/6940"
    std::string figure_unit;
    std::vector<std::string> holds, fails, rules;
    base::Text why;
    std::vector<FormPassage> rests_on;
    std::size_t at = 0;
};

struct FormProblem {
    std::string type, rule;
    FormPassage where;
    std::vector<FormPassage> also;
    std::vector<std::string> also_types; ///< `or`
    base::Text why;
    std::size_t at = 0;
};

struct FormReply {
    domain::Condition when;
    std::vector<std::string> asks; ///< what of the session the condition asks, as written: `set: asked-dp3a`; see `FormReply::when`
    std::string type, rule;
    base::Text why;
    std::size_t at = 0;
};

/// One indicator, where it stands: a file of its own, or an item of `indicators` in `scenario.yaml`.
struct FormIndicator {
    std::string path;
    yaml::Way way;         ///< from the root of the file; empty in a file of its own
    std::shared_ptr<const std::string> text; ///< of the file
    bool readable = false; ///< false: the file does not parse or is not there; only `path`, and `code` after the file's name, are set
    std::string code;
    std::size_t at = 0;
    std::vector<std::string> evidence;
    FormReference reference;
    std::vector<FormAnswer> near;
    std::vector<FormProblem> problems;
    std::vector<FormAnswer> panel;
    std::vector<FormReply> replies;
};

/// Where the indicators stand and their codes, in the order of `scenario.yaml`; nothing else of them is read. Empty where
/// that file cannot be read.
[[nodiscard]] std::vector<FormIndicator> list_form(const DraftTexts& texts);
/// All of them as a whole.
[[nodiscard]] std::vector<FormIndicator> read_form(const DraftTexts& texts);
/// An indicator that stands as a whole in the file, or at `way` in it.
[[nodiscard]] FormIndicator read_form_indicator(std::string path, std::shared_ptr<const std::string> text, yaml::Way way);

// ------------------------------------------------------------------------------------------------------------ the edits
// Each gives the edits of the indicator's file, one after the other; none where nothing changes. Codes as of `yaml::Editor`.

using FormEdits = base::Result<std::vector<TextEdit>>;
enum class FormText : std::uint8_t { ReferenceWhy, NearWhy, ReplyWhy, ProblemWhy };
enum class FormCheck : std::uint8_t { Holds, Fails, Open };

[[nodiscard]] FormEdits set_reference_verdict(const FormIndicator& indicator, domain::Verdict verdict);
[[nodiscard]] FormEdits set_reference_score(const FormIndicator& indicator, int score);
/// Open: the rule stands in neither list.
[[nodiscard]] FormEdits set_reference_check(const FormIndicator& indicator, const std::string& rule, FormCheck state);
/// `item`: place in near, replies or problems. An empty language is taken away.
[[nodiscard]] FormEdits set_form_text(const FormIndicator& indicator, FormText field, std::size_t item, const base::Text& text);
[[nodiscard]] FormEdits add_rests_on(const FormIndicator& indicator, const FormPassage& passage);
[[nodiscard]] FormEdits remove_rests_on(const FormIndicator& indicator, std::size_t item);

[[nodiscard]] FormEdits add_near(const FormIndicator& indicator, const FormAnswer& answer);
[[nodiscard]] FormEdits set_near(const FormIndicator& indicator, std::size_t item, std::optional<domain::Verdict> verdict,
                                 std::optional<int> score);
[[nodiscard]] FormEdits remove_near(const FormIndicator& indicator, std::size_t item);

[[nodiscard]] FormEdits add_problem(const FormIndicator& indicator, const std::string& type, const std::string& rule,
                                    const FormPassage& passage);
[[nodiscard]] FormEdits set_problem(const FormIndicator& indicator, std::size_t item, const std::optional<std::string>& type,
                                    const std::optional<std::string>& rule);
[[nodiscard]] FormEdits set_problem_passage(const FormIndicator& indicator, std::size_t item, const FormPassage& passage);
[[nodiscard]] FormEdits add_also(const FormIndicator& indicator, std::size_t item, const FormPassage& passage);
[[nodiscard]] FormEdits remove_also(const FormIndicator& indicator, std::size_t item, std::size_t place);
[[nodiscard]] FormEdits remove_problem(const FormIndicator& indicator, std::size_t item);

/// A reply to one score or one verdict, behind the last one about the same part; its reason is still to be written.
[[nodiscard]] FormEdits add_reply(const FormIndicator& indicator, std::optional<int> score,
                                  std::optional<domain::Verdict> verdict, const std::string& type, const std::string& rule);
/// Where `add_reply` puts it.
[[nodiscard]] std::size_t place_of_reply(const FormIndicator& indicator, bool about_score);
[[nodiscard]] FormEdits set_reply(const FormIndicator& indicator, std::size_t item, const std::optional<std::string>& type,
                                  const std::optional<std::string>& rule);
[[nodiscard]] FormEdits move_reply(const FormIndicator& indicator, std::size_t item, std::size_t to);
[[nodiscard]] FormEdits remove_reply(const FormIndicator& indicator, std::size_t item);

// ------------------------------------------------------------------------------------------------------- picked passages

/// What a file says of a stretch of a page: cut to the paragraph, row or line in which it begins, to whole words, and
/// lengthened by words of the same until it stands once on the page; where even the whole of them stands more than once,
/// the words as picked with `each`. Empty quote: there are no words.
[[nodiscard]] FormPassage picked(const domain::Page& page, domain::TextRange range, std::string in, int number);

// ------------------------------------------------------------------------------------------------------------ answer map

enum class AnswerMet : std::uint8_t { Met, Key, Near, Gap, PartGap };

/// One answer that a trainee can give, and what each of its parts that differs meets.
struct AnswerFit {
    std::optional<domain::Verdict> verdict; ///< nothing where none is asked
    std::optional<int> score;
    AnswerMet met = AnswerMet::Met;
    int near = -1;                      ///< place in near
    /// Places in replies: usually one; more where it depends on the session. Empty where the part does not differ.
    std::vector<int> score_replies, verdict_replies;
    bool score_gap = false, verdict_gap = false; ///< no reply, at least in some course of the session
};

/// Verdict by verdict, score by score. PartGap: another part of the same answer meets a reply. What the replies ask of the
/// session (flags, opened evidence …) is tried both ways, up to six such questions; more count as no.
[[nodiscard]] std::vector<AnswerFit> answer_map(const FormIndicator& indicator, const std::vector<int>& scores,
                                                bool asks_verdict);

} // namespace timbang::content
