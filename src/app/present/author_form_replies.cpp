#include <algorithm>

#include "app/present/author_form_view.h"

namespace timbang::app {

namespace {

using content::AnswerFit;
using content::AnswerMet;
using domain::Condition;
using domain::ConditionKind;

class Replies {
public:
    Replies(const FormContext& form, const Words& words, IndicatorForm& view)
        : form_(form), words_(words), view_(view), fits_(form.answers()) {}

    void add() {
        add_map();
        for (std::size_t i = 0; i < form_.now.replies.size(); ++i) view_.replies.push_back(reply_row(static_cast<int>(i)));
        const std::size_t gaps = add_gaps();
        view_.gaps = gaps == 0 ? Chip{} : Chip{words_("author.gaps-n", {{"n", static_cast<std::int64_t>(gaps)}}), "alert", Tint::Return};
        view_.add_reply = {words_("author.add-reply"), "", "plus", gaps > 0, gaps > 0 ? "" : words_("author.form-no-gap"),
                           first_gap_};
    }

private:
    [[nodiscard]] Action write(const AnswerFit& fit) const {
        if (fit.score_gap) return action::WriteReply{fit.score, std::nullopt};
        return action::WriteReply{std::nullopt, fit.verdict};
    }

    /// "3", or "1 / 2" where it depends on the session.
    static std::string numbers(const std::vector<int>& replies, bool gap) {
        std::string text;
        for (const int reply : replies) text += (text.empty() ? "" : " / ") + std::to_string(reply + 1);
        if (gap) text += text.empty() ? "?" : " / ?";
        return text;
    }

    [[nodiscard]] AnswerCell cell_of(const AnswerFit& fit) const {
        AnswerCell cell;
        const std::string answer = answer_word(words_, fit.verdict, fit.score);
        const auto explain = [&](const char* key, const std::string& replies = "") {
            return words_(key, {{"answer", answer}, {"replies", replies}});
        };
        std::string list = numbers(fit.score_replies, fit.score_gap);
        const std::string verdicts = numbers(fit.verdict_replies, fit.verdict_gap);
        if (!list.empty() && !verdicts.empty()) list += " + ";
        list += verdicts;
        switch (fit.met) {
        case AnswerMet::Key:
            cell = {words_("author.key-cell"), explain("author.form-cell-key"), AnswerKind::Key, NoAction{}};
            break;
        case AnswerMet::Near:
            cell = {words_("author.near-cell"), explain("author.form-cell-near"), AnswerKind::Near, action::OpenNear{fit.near}};
            break;
        case AnswerMet::Gap:
            cell = {words_("author.gap-cell"), explain("author.form-cell-gap"), AnswerKind::Gap, write(fit)};
            break;
        case AnswerMet::PartGap:
            cell = {list, explain("author.form-cell-part", list), AnswerKind::PartGap, write(fit)};
            break;
        case AnswerMet::Met: {
            const int first = fit.score_replies.empty() ? fit.verdict_replies.front() : fit.score_replies.front();
            cell = {list, explain("author.form-cell-met", list), AnswerKind::Met, action::OpenReply{first}};
            break;
        }
        }
        return cell;
    }

    void add_map() {
        for (const int score : form_.scores) view_.map.scores.push_back(std::to_string(score));
        const std::size_t columns = std::max<std::size_t>(form_.scores.size(), 1);
        for (std::size_t i = 0; i < fits_.size(); i += columns) {
            AnswerRow row;
            if (const auto verdict = fits_[i].verdict) {
                row.icon = verdict_icon(*verdict);
                row.label = verdict_word(words_, *verdict);
            }
            for (std::size_t k = 0; k < columns; ++k) row.cells.push_back(cell_of(fits_[i + k]));
            view_.map.rows.push_back(std::move(row));
        }
    }

    [[nodiscard]] ReplyRow reply_row(int item) const {
        const content::FormReply& reply = form_.now.replies[static_cast<std::size_t>(item)];
        ReplyRow row;
        row.item = item;
        row.number = std::to_string(item + 1);
        row.condition = describe(reply.when, reply.asks);
        row.rule = rule_code(form_, reply.rule);
        const std::string& why = reply.why.in(form_.state.lang);
        row.line = why.empty() ? words_("author.form-not-written") : why.substr(0, why.find('\n'));
        if (!reply.why.id.empty()) row.languages = "id";
        if (!reply.why.en.empty()) row.languages += row.languages.empty() ? "en" : " en";
        row.open = form_.state.reply == item;
        row.action = action::OpenReply{item};
        row.why = form_text(form_, words_, reply.why, words_("author.form-reply-hint"));
        row.type = type_menu(form_, words_, reply.type, false,
                             [&](const std::string& id) { return action::SetReply{item, id, std::nullopt}; });
        row.rule_menu = rule_menu(form_, words_, reply.rule,
                                  [&](const std::string& id) { return action::SetReply{item, std::nullopt, id}; });
        row.remove = {words_("author.remove"), "", "close", true, "", action::RemoveReply{item}};
        row.to_text = {words_("author.show-in-text"), "", "file", true, "",
                       action::ShowInText{form_.now.path, static_cast<std::uint32_t>(reply.at)}};
        if (item > 0) row.up = action::MoveReply{item, -1};
        if (static_cast<std::size_t>(item) + 1 < form_.now.replies.size()) row.down = action::MoveReply{item, 1};
        return row;
    }

    /// One row for each score and each verdict that meets no reply, where the reply would go.
    std::size_t add_gaps() {
        std::vector<int> scores;
        std::vector<domain::Verdict> verdicts;
        for (const AnswerFit& fit : fits_) {
            if (fit.score_gap && std::find(scores.begin(), scores.end(), *fit.score) == scores.end()) scores.push_back(*fit.score);
            if (fit.verdict_gap && std::find(verdicts.begin(), verdicts.end(), *fit.verdict) == verdicts.end())
                verdicts.push_back(*fit.verdict);
        }
        const std::size_t place = content::place_of_reply(form_.now, true);
        std::vector<ReplyRow> of_scores, of_verdicts;
        for (const int score : scores)
            of_scores.push_back(gap_row(words_("author.form-score-is", {{"n", std::int64_t{score}}}),
                                        action::WriteReply{score, std::nullopt},
                                        [&](const AnswerFit& fit) { return fit.score_gap && fit.score == score; }));
        for (const domain::Verdict verdict : verdicts)
            of_verdicts.push_back(gap_row(words_("author.form-verdict-is", {{"verdict", verdict_word(words_, verdict)}}),
                                          action::WriteReply{std::nullopt, verdict},
                                          [&](const AnswerFit& fit) { return fit.verdict_gap && fit.verdict == verdict; }));
        if (!of_scores.empty()) first_gap_ = of_scores.front().action;
        else if (!of_verdicts.empty()) first_gap_ = of_verdicts.front().action;
        auto& rows = view_.replies;
        const auto behind = static_cast<std::ptrdiff_t>(content::place_of_reply(form_.now, false));
        rows.insert(rows.begin() + behind, of_verdicts.begin(), of_verdicts.end());
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(place), of_scores.begin(), of_scores.end());
        return scores.size() + verdicts.size();
    }

    template <class Is> [[nodiscard]] ReplyRow gap_row(std::string condition, Action action, Is is) const {
        ReplyRow row;
        row.number = "–";
        row.condition = std::move(condition);
        row.gap = true;
        row.line = words_("author.form-gap-line", {{"n", std::int64_t{std::count_if(fits_.begin(), fits_.end(), is)}},
                                                   {"of", static_cast<std::int64_t>(fits_.size())}});
        row.write = Button{words_("author.write-it"), "", "pencil", true, "", action};
        row.action = std::move(action);
        return row;
    }

    [[nodiscard]] std::string joined(const Condition& when, const std::vector<std::string>& asks, const char* key) const {
        std::string text;
        for (const Condition& part : when.parts) {
            const std::string one = describe(part, asks);
            text = text.empty() ? one : words_(key, {{"first", text}, {"second", one}});
        }
        return text.empty() ? words_("author.form-never") : text;
    }

    [[nodiscard]] std::string describe(const Condition& when, const std::vector<std::string>& asks) const {
        switch (when.kind) {
        case ConditionKind::Always: return words_("author.form-always");
        case ConditionKind::All: return joined(when, asks, "author.form-and");
        case ConditionKind::Any: return joined(when, asks, "author.form-or");
        case ConditionKind::Not: return words_("author.form-not", {{"what", describe(when.parts.front(), asks)}});
        case ConditionKind::Set: return asks[static_cast<std::size_t>(when.index)];
        case ConditionKind::Score: {
            const char* keys[] = {"author.form-score-is", "author.form-score-above", "author.form-score-below",
                                  "author.form-score-from"};
            return words_(keys[static_cast<int>(when.relation)], {{"n", std::int64_t{when.number}}});
        }
        case ConditionKind::VerdictIs:
            return words_("author.form-verdict-is", {{"verdict", verdict_word(words_, when.verdict)}});
        case ConditionKind::Check:
            return when.name == "any" ? words_("author.form-check-any")
                                      : words_("author.form-check", {{"rule", rule_code(form_, when.name)}});
        case ConditionKind::Alarm:
            return when.name == "any" ? words_("author.form-alarm-any")
                                      : words_("author.form-alarm", {{"type", type_name(form_, words_, when.name)}});
        default: return when.name;
        }
    }

    const FormContext& form_;
    const Words& words_;
    IndicatorForm& view_;
    std::vector<AnswerFit> fits_;
    Action first_gap_;
};

} // namespace

void add_replies(const FormContext& form, const Words& words, IndicatorForm& view) {
    Replies(form, words, view).add();
}

} // namespace timbang::app
