#include <algorithm>

#include "app/present/form.h"
#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

std::string with_decimals(const Words& words, const Rational& value, int decimals) {
    return base::format_number(words.lang(), value, decimals);
}

/// The mean of the scores of one type within a criterion, or nothing without one.
std::optional<Rational> mean_of(const Model& model, const std::string& criterion, domain::IndicatorType type) {
    const domain::Scenario& scenario = model.session->scenario();
    Rational sum;
    int n = 0;
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
        const domain::Indicator& indicator = *scenario.tasks[i].indicator;
        const auto& decision = model.session->state().decisions[i];
        if (indicator.criterion != criterion || indicator.type != type || !decision || !decision->score) continue;
        sum = sum + Rational(*decision->score);
        ++n;
    }
    if (n == 0) return std::nullopt;
    return sum / Rational(n);
}

domain::Total own_total(const Model& model) {
    std::vector<std::optional<int>> scores;
    for (const auto& decision : model.session->state().decisions)
        scores.push_back(decision ? decision->score : std::nullopt);
    return domain::total_of(model.session->scenario(), scores);
}

void add_table(const Model& model, const domain::Total& total, CategoryForm& form) {
    const Words words(model);
    const domain::Framework& pack = *model.session->scenario().framework;
    const int decimals = pack.aggregation.decimals;
    const char* columns[] = {"letter.column-right", "letter.column-structure", "letter.column-process",
                             "letter.column-outcome", "letter.column-total"};
    for (int i = 0; i < 5; ++i)
        form.columns[i] = words(columns[i]);
    form.weights.name = words("letter.weight");
    for (int i = 0; i < 3; ++i)
        form.weights.cells[i] = std::to_string(pack.aggregation.weights[i]);
    for (const auto& [id, points] : total.by_criterion) {
        RightRow row;
        const domain::Criterion* criterion = pack.criterion(id);
        row.name = criterion ? words.right(criterion->short_name) : id;
        for (int i = 0; i < 3; ++i) {
            const auto mean = mean_of(model, id, static_cast<domain::IndicatorType>(i));
            row.cells[i] = mean ? with_decimals(words, *mean, 1) : "–";
        }
        row.total = with_decimals(words, points, decimals);
        form.rows.push_back(std::move(row));
    }
    form.mean.name = words("letter.mean");
    form.mean.total = total.total ? with_decimals(words, *total.total, decimals) : "–";
}

void add_axis(const Model& model, const domain::Total& total, CategoryForm& form) {
    const Words words(model);
    const domain::Framework& pack = *model.session->scenario().framework;
    const auto share = [](const Rational& value) { return static_cast<float>(value.approximate() / 100); };
    form.axis.push_back({0, "0"});
    for (auto category = pack.categories.rbegin(); category != pack.categories.rend(); ++category)
        if (category->from > Rational(0))
            form.axis.push_back({share(category->from), figure_text(words.lang(), category->from)});
    form.axis.push_back({1, "100"});
    if (!total.total) return;
    form.axis_at = share(*total.total);
    form.axis_label = with_decimals(words, *total.total, pack.aggregation.decimals);
    form.band_to = 1;
    for (const domain::Category& category : pack.categories) {
        form.band_from = share(category.from);
        if (category.from <= *total.total) break;
        form.band_to = share(category.from);
    }
}

std::size_t word_count(const std::string& text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        count += !space && !inside;
        inside = !space;
    }
    return count;
}

void add_model(const Model& model, const domain::StepPart& part, const domain::PartAnswer& answer, LetterForm& form) {
    const Words words(model);
    form.points_title = words("letter.points");
    form.points_count = words("letter.points-count", {{"n", static_cast<std::int64_t>(answer.points.size())},
                                                      {"of", static_cast<std::int64_t>(part.points.size())}});
    form.points_note = words("letter.points-note");
    for (const domain::Option& point : part.points)
        form.points.push_back({point.id, words.of(point.text),
                               std::count(answer.points.begin(), answer.points.end(), point.id) > 0,
                               action::TogglePoint{form.part, point.id}});
    form.model_title = words("letter.model");
    const base::Lang lang = model.desk.model_lang;
    form.model_languages[0] = {words("app.indonesian-short"),           "", "", Tint::Accent, lang == base::Lang::Id,
                               action::SetModelLanguage{base::Lang::Id}};
    form.model_languages[1] = {
        words("app.english"), "", "", Tint::Accent, lang == base::Lang::En, action::SetModelLanguage{base::Lang::En}};
    form.model = prose(part.model.in(lang));
}

} // namespace

PartForm present_part(const Model& model, domain::PartIx index) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::StepPart& part = scenario.parts[at(index)];
    const domain::PartAnswer& answer = model.session->form_of_part(index);
    PartForm form;
    form.part = index;
    form.kind = part.kind;
    const bool ask = model.desk.missing_part == index;
    if (part.kind == domain::PartKind::Checklist) {
        form.title = words("desk.file-checklist");
        for (const std::string& rule : part.checklist)
            form.checklist.push_back(
                check_row(words, *scenario.framework, rule, answer.check(rule), ask, [&](domain::Check check) {
                    return action::SetPartCheck{index, rule, check};
                }));
    } else {
        form.title = words("desk.your-decision");
        form.ask = words.of(part.ask);
        for (const domain::Option& option : part.options)
            form.options.push_back({words.of(option.text), "", "", Tint::Accent, answer.option == option.id,
                                    action::SetOption{index, option.id}});
        form.missing = ask && answer.option.empty();
    }
    for (const CheckRow& row : form.checklist)
        form.missing = form.missing || row.missing;
    return form;
}

CategoryForm present_category(const Model& model, domain::PartIx index) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::Framework& pack = *scenario.framework;
    const domain::PartAnswer& answer = model.session->form_of_part(index);
    const domain::Total total = own_total(model);
    CategoryForm form;
    form.part = index;
    form.title = words("letter.category");
    form.chosen = !answer.category.empty();
    form.state = answer.category.empty() ? words("desk.not-chosen") : words("letter.chosen");
    if (total.total) {
        form.table_title = words("letter.table", {{"n", std::int64_t{total.indicators}}, {"pack", pack.short_title}});
        add_table(model, total, form);
        form.explain =
            words("letter.explain", {{"n", std::int64_t{total.indicators}}, {"of", std::int64_t{total.of_indicators}}});
        if (pack.aggregation.practice) form.practice = words.of(pack.aggregation.note);
        add_axis(model, total, form);
    } else {
        form.explain = words("letter.no-rule");
    }
    form.question = words("letter.question");
    for (const domain::Category& category : pack.categories)
        form.categories.push_back(
            {words.of(category.name), words("letter.from", {{"n", figure_text(words.lang(), category.from)}}), "",
             Tint::Accent, answer.category == category.id, action::SetCategory{index, category.id}});
    form.note = words("letter.category-note");
    form.missing = model.desk.missing_part == index && answer.category.empty();
    return form;
}

LetterForm present_letter(const Model& model, domain::PartIx index) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::State& state = model.session->state();
    const domain::StepPart& part = scenario.parts[at(index)];
    const domain::PartAnswer& answer = model.session->form_of_part(index);
    LetterForm form;
    form.part = index;
    form.title = words("letter.title");
    form.words = words("letter.words", {{"n", static_cast<std::int64_t>(word_count(answer.letter))}});
    form.to = words("letter.to", {{"district", scenario.district.name}});
    form.text = answer.letter;
    form.hint = words("letter.hint");
    form.locked = answer.locked;
    if (form.locked) {
        if (const auto when = model.session->part_decided_at(index))
            form.locked_note = words("letter.locked", {{"time", words.clock(*when)}});
        form.finish = {words("letter.write-on"),          "", "pencil",
                       state.mode != domain::Mode::Check, "", action::WriteOn{index}};
    } else {
        form.insert =
            Button{words("letter.insert"), "", "format-annotation-plus", true, "", action::InsertDecisions{index, 0}};
        form.finish = {words("letter.finish"), "", "lock", true, "", action::FinishLetter{index}};
    }
    form.model_shown = form.locked && state.mode != domain::Mode::Check;
    form.model_hint = words(state.mode == domain::Mode::Check ? "letter.model-check" : "letter.model-hint");
    if (form.model_shown) add_model(model, part, answer, form);
    return form;
}

} // namespace timbang::app
