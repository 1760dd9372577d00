#include <algorithm>

#include "app/present/present.h"
#include "app/present/readiness_parts.h"

namespace timbang::app {

using insight::ReadinessStatus;
using insight::ReadinessTry;
using insight::Standing;

const ReadinessTry* last_outcome(const Model& model, const std::string& policy, bool passed) {
    const ReadinessTry* last = nullptr;
    for (const ReadinessTry& one : model.readiness.tries) {
        if (!one.result || !one.ended || one.begun.policy != policy) continue;
        if (passed && (!one.result->ready || one.result->recheck)) continue;
        if (last == nullptr || *one.ended >= *last->ended) last = &one;
    }
    return last;
}

std::string problem_name(const Model& model, const domain::ReadinessPolicy& policy, const std::string& type) {
    const domain::Framework* pack = model.library.framework(policy.framework);
    const domain::ProblemType* known = pack == nullptr ? nullptr : pack->problem_type(type);
    return known == nullptr ? type : Words(model).within(known->name.in(model.lang()));
}

std::optional<ValidityLine> validity_of(const Model& model, const domain::ReadinessPolicy& policy, const ReadinessStatus& status) {
    if (!status.passed || !status.valid_until || *status.valid_until <= *status.passed) return std::nullopt;
    const Words words(model);
    const auto share = [&](base::Time time) {
        const auto all = std::chrono::duration<float>(*status.valid_until - *status.passed).count();
        return std::clamp(std::chrono::duration<float>(time - *status.passed).count() / all, 0.0F, 1.0F);
    };
    ValidityLine line;
    line.from = words.date(*status.passed);
    line.to = words.date(*status.valid_until);
    line.at = share(model.now());
    if (policy.recheck_after_months > 0) {
        const base::Time due = insight::months_later(*status.passed, policy.recheck_after_months);
        line.mark = words("readiness.mark-recheck", {{"n", std::int64_t{policy.recheck_draw}}, {"month", words.month(due)}});
        line.mark_at = share(due);
    }
    return line;
}

namespace {

/// The policy whose outcome is the newest; without one the first.
const domain::ReadinessPolicy& policy_to_show(const Model& model) {
    const domain::ReadinessPolicy* shown = model.readiness.policies.front().policy.get();
    const ReadinessTry* newest = nullptr;
    for (const content::LoadedPolicy& one : model.readiness.policies) {
        const ReadinessTry* last = last_outcome(model, one.policy->id);
        if (last == nullptr || (newest != nullptr && *last->ended <= *newest->ended)) continue;
        newest = last;
        shown = one.policy.get();
    }
    return *shown;
}

std::optional<Chip> chip_of(const Words& words, Standing standing, bool failed) {
    switch (standing) {
    case Standing::Ready: return Chip{words("readiness.chip-valid"), "check-circle", Tint::Ok};
    case Standing::RecheckDue: return Chip{words("readiness.chip-recheck-due"), "calendar", Tint::Return};
    case Standing::RecheckMissed: return Chip{words("readiness.chip-rests"), "pause", Tint::Return};
    case Standing::Expired: return Chip{words("readiness.chip-lapsed"), "calendar", Tint::Return};
    case Standing::Running: return Chip{words("readiness.chip-running"), "play", Tint::Accent};
    case Standing::CoolingOff:
    case Standing::NoTriesLeft: return Chip{words("readiness.chip-not-yet"), "repeat", Tint::Return};
    case Standing::Open: break;
    }
    if (failed) return Chip{words("readiness.chip-not-yet"), "repeat", Tint::Return};
    return std::nullopt;
}

} // namespace

std::optional<ReadyCard> present_ready(const Model& model) {
    if (model.readiness.policies.empty() || model.person() == nullptr || !model.ports.record) return std::nullopt;
    const Words words(model);
    const domain::ReadinessPolicy& policy = policy_to_show(model);
    const ReadinessStatus status = insight::readiness_status(policy, model.readiness.tries, model.now());
    const ReadinessTry* last = status.passed ? last_outcome(model, policy.id, true) : last_outcome(model, policy.id);
    ReadyCard card;
    card.title = words.of(policy.title);
    card.state = chip_of(words, status.standing, last != nullptr && !last->result->ready);
    if (last != nullptr) {
        const domain::ReadinessCounts& counts = last->result->counts;
        card.number = words.number(counts.exact);
        card.unit = words("readiness.of-exact", {{"of", std::int64_t{counts.drawn}},
                                                 {"needed", std::int64_t{policy.exact_needed(counts.drawn)}}});
    }
    const auto passed = [&] {
        const insight::ReadinessOutcome judged = insight::judge(policy, last->result->counts);
        for (const insight::OutcomeLine& one : judged.lines)
            if (one.line == insight::PolicyLine::Direction)
                return words("readiness.card-passed", {{"points", words.signed_tenths(one.points)},
                                                       {"limit", base::Decimal{one.limit, 1}},
                                                       {"day", words.date(*status.passed)},
                                                       {"n", std::int64_t{last->result->number}},
                                                       {"of", std::int64_t{policy.tries}}});
        return std::string();
    };
    card.text = status.standing == Standing::Ready && last != nullptr ? passed()
                : last == nullptr && status.standing == Standing::Open
                    ? words("readiness.card-text", {{"n", std::int64_t{policy.draw}}})
                    : words(std::string("readiness.standing-") + insight::standing_id(status.standing));
    if (status.from && !status.may_start) card.text += " " + words("readiness.try-from", {{"day", words.weekday(*status.from)}});
    if (status.passed) card.validity = validity_of(model, policy, status);
    if (last != nullptr)
        card.buttons.push_back({words("readiness.statement-short"), "", "file-pdf", true, "",
                                action::AskTakeHome{action::TakeHome::Statement, policy.id}});
    const bool running = status.standing == Standing::Running;
    const char* key = running ? "readiness.go-on-short" : status.may_start ? "readiness.to-check" : "readiness.to-result";
    card.buttons.push_back({words(key), "", running ? "play" : "", true, "", action::OpenReadiness{policy.id}});
    return card;
}

} // namespace timbang::app
