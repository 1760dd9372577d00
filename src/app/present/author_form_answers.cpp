#include <algorithm>

#include "app/present/author_form_view.h"
#include "insight/items.h"

namespace timbang::app {
namespace {

/// Of the wording at work; "" while it is not summed up yet.
std::string item_of(const FormContext& form) {
    const domain::IndicatorIx task = form.readable->find_task(form.now.code);
    return task < 0 ? std::string() : form.readable->tasks[static_cast<std::size_t>(task)].item_hash;
}

/// The answers to the wording at work; else, of those to earlier wordings, the most answered one.
const insight::ItemReport* report_of(const FormContext& form) {
    if (form.open.items == nullptr || form.readable == nullptr) return nullptr;
    const std::string item = item_of(form);
    const insight::ItemReport* found = nullptr;
    for (const insight::ItemReport& one : *form.open.items) {
        if (one.scenario != form.readable->id || one.code != form.now.code) continue;
        if (!item.empty() && one.item == item) return &one;
        if (found == nullptr || one.n > found->n) found = &one;
    }
    return found;
}

bool earlier_wording(const FormContext& form, const insight::ItemReport& report) {
    const std::string item = item_of(form);
    return !item.empty() && item != report.item;
}

std::string spread_of(const insight::ItemReport& report, const Words& words) {
    std::string list;
    const auto add = [&](const std::string& answer, int n) {
        list += (list.empty() ? "" : ", ") + answer + " (" + std::to_string(n) + ")";
    };
    for (const auto& [score, n] : report.scores) add(std::to_string(score), n);
    if (!list.empty()) return words("author.form-answers-scores", {{"list", list}});
    for (const auto& [verdict, n] : report.verdicts) add(words("verdict." + verdict), n);
    return list.empty() ? list : words("author.form-answers-verdicts", {{"list", list}});
}

} // namespace

std::optional<FormAnswers> present_answers(const FormContext& form, const Words& words) {
    const insight::ItemReport* report = report_of(form);
    if (report == nullptr) return std::nullopt;
    FormAnswers view;
    const bool sign = !report->signs.empty();
    view.icon = sign ? "alert" : "account-multiple";
    view.tint = sign ? Tint::Return : Tint::Neutral;
    view.text = words("author.form-answers", {{"n", std::int64_t{report->n}}});
    if (report->n > 0) {
        const int percent = (200 * report->exact.k + report->n) / (2 * report->n);
        view.text = words("author.form-answered", {{"n", std::int64_t{report->n}}, {"share", std::int64_t{percent}}});
    }
    for (const base::Message& sentence : report->sentences)
        if (sentence.key != "items.sound") view.text += " " + words(sentence.key, sentence.args);
    if (report->n > 0 && earlier_wording(form, *report)) view.text += " " + words("author.form-answers-earlier");
    view.spread = spread_of(*report, words);
    view.report = {words("author.form-answers-report"), "", "file-pdf", true, "",
                   action::AskTakeHome{action::TakeHome::Items, form.readable->id}, words("author.form-answers-report-tip")};
    return view;
}

} // namespace timbang::app
