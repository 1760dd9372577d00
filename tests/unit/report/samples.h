#pragma once

#include <memory>
#include <string>

#include "base/catalogue.h"
#include "base/files.h"
#include "domain/scenario.h"
#include "insight/decision_row.h"
#include "report/document.h"
#include "report/html.h"
#include "report/words.h"

namespace timbang::test {

inline const base::Time kSomeDay{std::chrono::milliseconds{1'790'000'000'000}}; // 21 September 2026

inline base::Catalogue messages() {
    auto loaded = base::Catalogue::load(std::string(TIMBANG_SOURCE_DIR) + "/assets/messages");
    return loaded ? std::move(*loaded) : base::Catalogue();
}

inline insight::DecisionRow row(const std::string& code, int score, int reference, bool sure = false) {
    insight::DecisionRow row;
    row.session = "s1";
    row.scenario = "kasus";
    row.framework = "pack@1";
    row.code = code;
    row.criterion = code.substr(0, code.find('-'));
    row.time = kSomeDay;
    row.score = score;
    row.reference = reference;
    row.steps = score - reference;
    row.places = 11;
    row.place = score;
    row.reference_place = reference;
    row.exact = score == reference;
    row.sure = sure;
    return row;
}

/// A rule pack of two indicators with bands, and levels.
inline std::shared_ptr<domain::Framework> pack() {
    auto pack = std::make_shared<domain::Framework>();
    pack->id = "pack";
    pack->certainty.names[0] = {"Ragu", "Unsure"};
    pack->certainty.names[1] = {"Cukup", "Fairly"};
    pack->certainty.names[2] = {"Yakin", "Sure"};
    pack->verdicts[0].name = {"Terima", "Accept"};
    pack->verdicts[1].name = {"Kembalikan", "Return"};
    pack->verdicts[2].name = {"Tolak", "Reject"};
    pack->rules.resize(1);
    pack->rules[0].id = "endorsed";
    pack->rules[0].name = {"Disahkan pejabat", "Endorsed by the official"};
    for (const char* code : {"KS-O1", "KS-P1"}) {
        domain::Indicator one;
        one.code = code;
        one.criterion = "KS";
        one.title = {std::string("Judul ") + code, std::string("Title ") + code};
        one.checklist = {"endorsed"};
        for (const int score : {0, 5, 10}) {
            domain::ScaleStep step;
            step.score = score;
            step.bound.from = base::Rational(score * 9);
            one.scale.steps.push_back(step);
        }
        pack->indicators.push_back(one);
    }
    return pack;
}

/// A case of both indicators; everything that must not leave holds the word CANARY.
inline std::shared_ptr<domain::Scenario> secret_case() {
    auto made = std::make_shared<domain::Scenario>();
    domain::Scenario& one = *made;
    one.id = "kasus";
    one.version = "1";
    one.title = {"Kasus uji", "Test case"};
    one.framework = pack();
    one.district.name = "Kabupaten Contoh";
    one.assessment_year = 2025;
    one.facilitator = {"CANARY-facilitator", "CANARY-facilitator"};
    for (const bool hidden : {false, true}) {
        domain::Evidence evidence;
        evidence.id = hidden ? "rahasia" : "tabel";
        evidence.title = hidden ? base::Text{"CANARY-hidden", "CANARY-hidden"} : base::Text{"Tabel persalinan", "Birth table"};
        evidence.hidden = hidden;
        domain::Page page;
        page.text = hidden ? "CANARY-page" : "Jumlah 6.729";
        const domain::TextRange all{0, static_cast<std::uint32_t>(page.text.size())};
        domain::Block block;
        block.lines.push_back({{{all, false, domain::Symbol::None}}, all});
        page.blocks.push_back(block);
        evidence.pages.push_back({"evidence/x.md", page});
        one.evidence.push_back(evidence);
    }
    const base::Text secret{"CANARY-why", "CANARY-why"};
    for (const domain::Indicator& indicator : one.framework->indicators) {
        domain::Task task;
        task.code = indicator.code;
        task.indicator = &indicator;
        task.evidence = {0, 1};
        task.reference.score = 5;
        task.reference.verdict = domain::Verdict::Return;
        task.reference.why = secret;
        task.near.push_back({domain::Verdict::Accept, 10, secret});
        task.facilitator = secret;
        domain::Problem problem;
        problem.type = "CANARY-type";
        problem.why = secret;
        task.problems.push_back(problem);
        domain::Reply reply;
        reply.why = secret;
        task.replies.push_back(reply);
        one.tasks.push_back(task);
    }
    domain::Step step;
    step.id = "one";
    step.indicators = {0, 1};
    one.steps.push_back(step);
    return made;
}

inline std::size_t times(const std::string& text, const std::string& word) {
    std::size_t n = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++n;
    return n;
}

} // namespace timbang::test
