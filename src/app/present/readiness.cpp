#include <algorithm>

#include "app/present/present.h"
#include "app/present/readiness_parts.h"

namespace timbang::app {
namespace {

using domain::FoundNeed;
using insight::OutcomeLine;
using insight::Standing;

std::int64_t whole(int n) {
    return n;
}

/// Builds the screen of one policy: what it asks for, or how a try came out.
class Presenter {
public:
    explicit Presenter(const Model& model)
        : model_(model), words_(model), state_(model.readiness), policy_(*state_.find(state_.policy)->policy),
          status_(insight::readiness_status(policy_, state_.tries, model.now())) {}

    ReadinessView view() {
        view_.back = {words_("app.back"), "Esc", "arrow-left", true, "", action::Back{}};
        const ReadinessCheck* ended = just_ended();
        if (ended != nullptr && ended->session().save_state() != SaveState::Saved) being_saved(*ended);
        else if (ended != nullptr) outcome(*ended->result());
        else if (const insight::ReadinessTry* last = last_outcome(model_, policy_.id);
                 last != nullptr && !status_.may_start && status_.standing != Standing::Running) outcome(*last->result);
        else before();
        return std::move(view_);
    }

private:
    [[nodiscard]] const ReadinessCheck* just_ended() const {
        const ReadinessCheck* check = state_.check.get();
        return check != nullptr && check->result() && check->result()->policy == policy_.id ? check : nullptr;
    }

    // ---- what the policy asks for
    void before() {
        view_.title = words_("readiness.title-of", {{"title", policy_.title}});
        const OpenedPool* pool = state_.pool(policy_.id);
        view_.state = pool == nullptr ? Chip{words_("readiness.pool-sealed"), "lock", Tint::Neutral}
                                      : Chip{words_("readiness.pool-opened", {{"time", words_.clock(pool->opened)}}), "lock", Tint::Neutral};
        view_.line = words_(status_.recheck ? "readiness.line-recheck" : "readiness.line-policy",
                            {{"id", policy_.id}, {"version", policy_.version}});
        if (status_.standing != Standing::Open || status_.tries > 0) {
            view_.headline = words_(std::string("readiness.standing-") + insight::standing_id(status_.standing));
            if (status_.from && !status_.may_start) view_.text = words_("readiness.try-from", {{"day", words_.weekday(*status_.from)}});
        }
        const int drawn = status_.recheck ? policy_.recheck_draw : policy_.draw;
        counts(drawn);
        critical();
        line("eye-off", "readiness.says-no-feedback", {});
        tries();
        foot();
        buttons(pool != nullptr);
    }

    /// The sentence of a message, in which one part stands between bars: "At least |16 of 20| exact".
    void line(IconName icon, const char* key, const base::Args& args) {
        const std::string text = words_(key, args);
        const std::size_t from = text.find('|'), to = from == std::string::npos ? from : text.find('|', from + 1);
        if (to == std::string::npos) return view_.lines.push_back({icon, "", text, ""});
        view_.lines.push_back({icon, text.substr(from + 1, to - from - 1), text.substr(to + 1), text.substr(0, from)});
    }
    void counts(int drawn) {
        const int minutes = policy_.minutes * drawn / std::max(1, policy_.draw);
        line("clipboard-check", status_.recheck ? "readiness.says-anchors" : "readiness.says-draw",
             {{"n", whole(drawn)}, {"minutes", whole(minutes)}});
        line("check-circle", "readiness.says-exact", {{"needed", whole(policy_.exact_needed(drawn))}, {"n", whole(drawn)}});
        line("scale-balance", "readiness.says-direction", {{"limit", base::Decimal{policy_.bias, 1}}});
    }
    /// Problems that have to be found equally often stand in one line.
    void critical() {
        const char* keys[] = {"readiness.says-found-all", "readiness.says-found-all-but-one", "readiness.says-found-share"};
        std::vector<bool> told(policy_.critical.size());
        for (std::size_t i = 0; i < told.size(); ++i) {
            if (told[i]) continue;
            const domain::CriticalProblem& first = policy_.critical[i];
            std::vector<std::string> names;
            for (std::size_t k = i; k < told.size(); ++k) {
                const domain::CriticalProblem& one = policy_.critical[k];
                if (one.found != first.found || (one.found == FoundNeed::Share && one.share != first.share)) continue;
                told[k] = true;
                names.push_back(problem_name(model_, policy_, one.type));
            }
            line("flag", keys[static_cast<int>(first.found)], {{"names", words_.list(names)}, {"share", whole(first.share)}});
        }
    }
    void tries() {
        line("repeat", "readiness.says-tries",
             {{"tries", whole(policy_.tries)}, {"days", whole(policy_.cooling_days)}, {"months", whole(policy_.valid_months)}});
    }
    void foot() {
        if (status_.standing == Standing::Running) {
            const insight::ReadinessTry* open = state_.try_with(status_.running);
            const ReadinessCheck* check = state_.check.get();
            const bool here = check != nullptr && check->session().id() == status_.running;
            if (open != nullptr)
                view_.foot = words_("readiness.foot-running", {{"n", whole(here ? check->decided() : open->decided)},
                                                               {"of", whole(static_cast<int>(open->begun.drawn.size()))}});
        } else if (status_.may_start) {
            view_.foot = words_("readiness.foot-try", {{"n", whole(status_.tries + 1)}, {"of", whole(status_.tries + status_.tries_left)}});
        }
    }
    void buttons(bool pool) {
        const bool running = status_.standing == Standing::Running;
        const bool elsewhere = running && begun_elsewhere();
        const bool known = model_.person() != nullptr && model_.ports.record != nullptr;
        if (running && !elsewhere)
            view_.buttons.push_back({words_("readiness.put-away"), "", "", known, "", action::PutAwayReadiness{}});
        view_.buttons.push_back({words_("readiness.not-today"), "", "", true, "", action::Back{}});
        if (!status_.may_start && !running) return;
        const char* why = elsewhere ? "readiness.elsewhere" : "readiness.who-first";
        if (!pool)
            view_.buttons.push_back({words_("readiness.open-pool"), "", "lock", known && !elsewhere, words_(why), action::OpenPool{}});
        else
            view_.buttons.push_back({words_(running ? "readiness.go-on" : "readiness.start"), words_("app.key-enter"), "",
                                     known && !elsewhere, words_(why), action::StartReadiness{}});
    }
    /// A try of another computer can only go on there.
    [[nodiscard]] bool begun_elsewhere() const {
        const auto row = std::find_if(model_.sessions.begin(), model_.sessions.end(),
                                      [&](const auto& one) { return one.id == status_.running; });
        return row != model_.sessions.end() && row->imported;
    }

    // ---- how a try came out
    void being_saved(const ReadinessCheck& check) {
        view_.title = words_("readiness.title-result");
        const bool failed = check.session().save_state() == SaveState::Failed;
        view_.headline = words_(failed ? "desk.not-saved" : "desk.saving");
        if (failed)
            view_.buttons.push_back({words_("desk.save-again"), words_("app.key-enter"), "content-save", true, "", action::RetrySaving{}});
    }

    void outcome(const domain::ReadinessEnded& ended) {
        const insight::ReadinessOutcome judged = insight::judge(policy_, ended.counts);
        view_.title = words_(ended.recheck ? "readiness.title-recheck-result" : "readiness.title-result");
        view_.state = ended.ready ? Chip{words_("readiness.chip-ready"), "check-circle", Tint::Ok}
                                  : Chip{words_("readiness.chip-not-yet"), "repeat", Tint::Return};
        const int lines = static_cast<int>(judged.lines.size());
        if (ended.ready) {
            ready(ended, judged);
        } else {
            view_.headline = words_("readiness.headline-open", {{"open", whole(judged.open)}, {"n", whole(lines)}});
            view_.text = words_(2 * judged.open <= lines ? "readiness.most-is-there" : "readiness.what-is-asked");
        }
        for (const OutcomeLine& one : judged.lines)
            if (!ended.ready || one.line != insight::PolicyLine::Exact) view_.rows.push_back(row(one));
        if (!ended.ready) reading(judged);
        outcome_foot(ended);
    }
    void ready(const domain::ReadinessEnded& ended, const insight::ReadinessOutcome& judged) {
        view_.number = words_.number(ended.counts.exact);
        for (const OutcomeLine& one : judged.lines)
            if (one.line == insight::PolicyLine::Exact)
                view_.unit = words_("readiness.of-exact", {{"of", whole(one.of)}, {"needed", whole(one.needed)}});
        view_.aside = words_("readiness.aside-try", {{"n", whole(ended.number)}, {"of", whole(policy_.tries)}});
        view_.validity_title = words_("readiness.valid-months", {{"n", whole(policy_.valid_months)}});
        view_.validity = validity_of(model_, policy_, status_);
        view_.notice = words_("readiness.notice");
    }
    [[nodiscard]] OutcomeRow row(const OutcomeLine& line) const {
        OutcomeRow made;
        made.met = line.met;
        const base::Args counts{{"had", whole(line.had)}, {"of", whole(line.of)}, {"needed", whole(line.needed)}};
        if (line.line == insight::PolicyLine::Direction) {
            made.name = words_("readiness.row-direction");
            made.had = words_.signed_tenths(line.points);
            made.needed = words_("readiness.up-to", {{"limit", base::Decimal{line.limit, 1}}});
            return made;
        }
        made.name = line.line == insight::PolicyLine::Exact
                        ? words_("readiness.row-exact")
                        : words_("readiness.row-found", {{"name", problem_name(model_, policy_, line.type)}});
        made.had = words_("readiness.had-of", counts);
        made.needed = words_("readiness.needed", counts);
        return made;
    }
    /// What the first open point names to read.
    void reading(const insight::ReadinessOutcome& judged) {
        for (const OutcomeLine& one : judged.lines) {
            const auto lesson = one.met || one.reading.empty() ? nullptr : model_.lessons.find(one.reading);
            if (!lesson) continue;
            view_.reading = ReadinessView::Suggested{words_.of(lesson->title),
                                                     words_("readiness.reading", {{"minutes", std::int64_t{lesson->minutes}}}),
                                                     {words_("readiness.read"), "", "", true, "", action::OpenLesson{lesson->id, ""}}};
            return;
        }
    }
    void outcome_foot(const domain::ReadinessEnded& ended) {
        view_.foot = words_("readiness.only-counts");
        if (!ended.ready && status_.from)
            view_.foot = words_("readiness.again-from", {{"day", words_.weekday(*status_.from)}, {"left", whole(status_.tries_left)}});
        else if (!ended.ready && status_.standing == Standing::NoTriesLeft)
            view_.foot = words_("readiness.standing-no-tries-left");
        if (status_.may_start && !ended.ready)
            view_.buttons.push_back({words_("readiness.try-again"), "", "repeat", true, "", action::OpenReadiness{policy_.id}});
        view_.buttons.push_back({words_("readiness.statement"), "", "file-pdf", true, "",
                                 action::AskTakeHome{action::TakeHome::Statement, policy_.id}});
    }

    const Model& model_;
    Words words_;
    const ReadinessState& state_;
    const domain::ReadinessPolicy& policy_;
    insight::ReadinessStatus status_;
    ReadinessView view_;
};

} // namespace

ReadinessView present_readiness(const Model& model) {
    return Presenter(model).view();
}

std::optional<Dialog> present_readiness_dialog(const Model& model) {
    const Words words(model);
    const ReadinessDialog& asked = *model.readiness.dialog;
    Dialog dialog;
    dialog.cancel = {words("app.cancel"), "Esc", "", true, "", action::CloseDialog{}};
    const auto primary = [&](const char* key, Action action) {
        dialog.primary = {words(key), words("app.key-enter"), "", !asked.working, words("open.opening-why"), std::move(action)};
    };
    switch (asked.ask) {
    case ReadinessDialog::Ask::Pool:
        dialog.title = words("readiness.pool-title");
        dialog.text = words("readiness.pool-text");
        dialog.fields.push_back({words("readiness.passphrase"), asked.passphrase, true});
        primary(asked.working ? "open.opening" : "readiness.open-pool-do", action::OpenPool{});
        break;
    case ReadinessDialog::Ask::Finish:
        dialog.title = words("readiness.finish-title");
        dialog.text = words("readiness.finish-text");
        primary("readiness.finish", action::FinishReadiness{});
        break;
    case ReadinessDialog::Ask::PutAway:
        dialog.title = words("readiness.put-away-title");
        dialog.text = words("readiness.put-away-text");
        primary("readiness.put-away", action::PutAwayReadiness{});
        break;
    }
    if (asked.problem) dialog.problem = model.catalogue.text(model.lang(), *asked.problem);
    return dialog;
}

CheckBar present_check_bar(const Model& model) {
    const Words words(model);
    const ReadinessCheck& check = *model.readiness.check;
    const auto& tasks = tasks_of_step(model);
    const auto here = std::find(tasks.begin(), tasks.end(), model.desk.task);
    CheckBar bar;
    bar.cells = check.drawn();
    bar.done = check.decided();
    bar.at = here == tasks.end() ? -1 : static_cast<int>(here - tasks.begin());
    bar.line = words("readiness.indicator-of", {{"n", whole(bar.at + 1)}, {"of", whole(bar.cells)}});
    bar.note = {words("readiness.no-feedback"), "eye-off", Tint::Neutral};
    bar.pause = {words("readiness.pause"), "Esc", "pause", true, "", action::PauseReadiness{}};
    return bar;
}

} // namespace timbang::app
