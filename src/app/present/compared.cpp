#include "app/present/compared.h"

namespace timbang::app {

Compared compared(const Words& words, const domain::IndicatorComparison& comparison) {
    if (!comparison.decided) return {words("debrief.not-decided"), "", Tint::Neutral};
    if (comparison.score && comparison.score->steps != 0) {
        const int steps = comparison.score->steps;
        const bool above = steps > 0;
        const base::Args args{{"n", std::int64_t{above ? steps : -steps}}};
        const char* icon = above ? "arrow-up" : "arrow-down";
        if (comparison.near >= 0)
            return {words(above ? "debrief.near-generous" : "debrief.near-strict", args), "scale-balance",
                    Tint::Neutral};
        return {words(above ? "debrief.generous" : "debrief.strict", args), icon, Tint::Return};
    }
    const bool verdict = comparison.verdict && comparison.verdict->match != domain::VerdictMatch::Same;
    if (!verdict && comparison.exact) return {words("debrief.exact"), "check-circle", Tint::Ok};
    if (comparison.near >= 0) return {words("debrief.near"), "scale-balance", Tint::Neutral};
    if (comparison.exact) return {words("debrief.exact-verdict"), "check-circle", Tint::Ok};
    return {words("debrief.other-verdict"), "swap-horizontal", Tint::Return};
}

const char* direction_key(const base::Rational& mean) {
    const base::Rational zero(0), size = mean < zero ? zero - mean : mean;
    const bool slight = size < base::Rational(1);
    if (size < base::Rational(1, 10)) return "debrief.level";
    if (mean > zero) return slight ? "debrief.card-slightly-generous" : "debrief.card-generous";
    return slight ? "debrief.card-slightly-strict" : "debrief.card-strict";
}

VerdictView verdict_view(const Words& words, domain::Verdict verdict, bool tinted) {
    return {verdict_icon(verdict), words(std::string("debrief.verdict-") + domain::verdict_id(verdict)),
            tinted ? Tint::Return : Tint::Neutral};
}

PanelCount count_panel(const domain::Scenario& scenario, domain::IndicatorIx task) {
    PanelCount count;
    const domain::Task& item = scenario.tasks[static_cast<std::size_t>(task)];
    const domain::Scale& scale = item.indicator->scale;
    count.by_place.assign(scale.steps.size(), 0);
    for (const domain::PanelVote& vote : item.panel) {
        if (!vote.score) continue;
        const auto place = scale.place(*vote.score);
        if (!place) continue;
        ++count.votes;
        ++count.by_place[static_cast<std::size_t>(*place)];
        if (count.most < 0 ||
            count.by_place[static_cast<std::size_t>(*place)] > count.by_place[static_cast<std::size_t>(count.most)])
            count.most = *place;
    }
    if (count.votes > 0)
        count.divided = count.by_place[static_cast<std::size_t>(count.most)] * 100 <
                        scenario.framework->aggregation.consensus * count.votes;
    return count;
}

} // namespace timbang::app
