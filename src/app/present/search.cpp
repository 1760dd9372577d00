#include <algorithm>

#include "app/present/present.h"
#include "app/present/words.h"
#include "base/utf8.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}
std::int64_t whole(std::size_t n) {
    return static_cast<std::int64_t>(n);
}

std::vector<std::string> split(const std::string& words) {
    std::vector<std::string> parts;
    std::string part;
    for (const char c : base::fold_case(words)) {
        if (c != ' ') {
            part += c;
        } else if (!part.empty()) {
            parts.push_back(std::move(part));
            part.clear();
        }
    }
    if (!part.empty()) parts.push_back(std::move(part));
    return parts;
}

/// Where the words stand in the text, without regard to case. Where folding changes the number of bytes nothing is
/// shown as matched, rather than the wrong letters.
Matched matched(const std::string& text, const std::vector<std::string>& words) {
    Matched result{text, {}};
    const std::string folded = base::fold_case(text);
    if (folded.size() != text.size()) return result;
    for (const std::string& word : words)
        for (std::size_t from = 0; (from = folded.find(word, from)) != std::string::npos; from += word.size())
            result.hits.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(from + word.size())});
    std::sort(result.hits.begin(), result.hits.end(), [](auto a, auto b) { return a.begin < b.begin; });
    std::vector<domain::TextRange> apart;
    for (const domain::TextRange hit : result.hits)
        if (apart.empty() || hit.begin >= apart.back().end) apart.push_back(hit);
    result.hits = std::move(apart);
    return result;
}

class Finder {
public:
    explicit Finder(const Model& model)
        : model_(model), words_(model), wanted_(split(model.search ? model.search->words : "")) {}

    std::vector<SearchHits> all() {
        std::vector<SearchHits> groups;
        groups.push_back({words_("search.indicators"), indicators()});
        groups.push_back({words_("search.cases"), cases()});
        groups.push_back({words_("search.evidence"), evidence()});
        groups.push_back({words_("search.rules"), rules()});
        groups.push_back({words_("search.commands"), commands()});
        std::erase_if(groups, [](const SearchHits& group) { return group.hits.empty(); });
        return groups;
    }

private:
    [[nodiscard]] bool fits(const std::string& text) const {
        const std::string folded = base::fold_case(text);
        return std::all_of(wanted_.begin(), wanted_.end(),
                           [&](const std::string& word) { return folded.find(word) != std::string::npos; });
    }
    [[nodiscard]] bool running() const { return model_.session && !model_.session->state().over(); }

    std::vector<SearchHit> indicators() {
        std::vector<SearchHit> hits;
        if (wanted_.empty()) return hits;
        if (running()) {
            const domain::Scenario& scenario = model_.session->scenario();
            for (domain::IndicatorIx task : tasks_of_step(model_)) {
                const domain::Indicator& indicator = *scenario.tasks[at(task)].indicator;
                const std::string title = indicator.code + " " + words_.of(indicator.title);
                if (fits(title))
                    hits.push_back({"clipboard-check", title, words_("search.working", {{"case", scenario.title}}),
                                    words_(model_.session->state().decisions[at(task)] ? "desk.state-decided"
                                                                                       : "desk.state-to-do"),
                                    action::SelectIndicator{task}});
            }
        }
        for (const LibraryEntry& entry : model_.library.entries()) {
            if (!entry.listed() || entry.trouble || (running() && entry.card.id == model_.session->scenario().id)) continue;
            const domain::Framework* pack = model_.library.framework(entry.card.framework);
            if (!pack) continue;
            for (const std::string& code : entry.card.indicators) {
                const domain::Indicator* indicator = pack->indicator(code);
                if (!indicator) continue;
                const std::string title = code + " " + words_.of(indicator->title);
                if (fits(title))
                    hits.push_back(
                        {"clipboard-check", title, words_.of(entry.card.title), state_of(entry), open(entry)});
            }
        }
        return hits;
    }

    std::vector<SearchHit> cases() {
        std::vector<SearchHit> hits;
        if (wanted_.empty()) return hits;
        for (const LibraryEntry& entry : model_.library.entries()) {
            if (!entry.listed() || entry.trouble || !entry.card.broken.empty()) continue;
            std::string where = words_.of(entry.card.district);
            bool found = fits(words_.of(entry.card.title) + " " + where);
            if (const domain::Framework* pack = model_.library.framework(entry.card.framework); pack && !found)
                for (const std::string& code : entry.card.indicators) {
                    const domain::Indicator* indicator = pack->indicator(code);
                    if (!indicator || !fits(code + " " + words_.of(indicator->title))) continue;
                    found = true;
                    where =
                        words_("search.has",
                               {{"district", entry.card.district}, {"code", code}, {"title", indicator->short_title}});
                    break;
                }
            if (found)
                hits.push_back({"library-books", words_.of(entry.card.title), where, state_of(entry), open(entry)});
        }
        return hits;
    }

    /// Only what is on the desk and was opened; of that, only its opened pages.
    std::vector<SearchHit> evidence() {
        std::vector<SearchHit> hits;
        if (wanted_.empty() || !running()) return hits;
        const domain::Scenario& scenario = model_.session->scenario();
        const domain::State& state = model_.session->state();
        for (std::size_t i = 0; i < scenario.evidence.size(); ++i) {
            const auto index = static_cast<domain::EvidenceIx>(i);
            if (!domain::visible(scenario, state, index)) continue;
            const domain::Evidence& document = scenario.evidence[i];
            const std::string title = words_.of(document.title);
            for (std::size_t p = 0; p < document.pages.size(); ++p) {
                if (!state.opened[i][p]) continue;
                const auto places = domain::find_words(document.pages[p].page, model_.search->words);
                if (places.empty() && !fits(title)) continue;
                const int page = static_cast<int>(p) + 1;
                std::string where = words_("search.page", {{"page", std::int64_t{page}}});
                if (!places.empty()) {
                    const domain::TextRange unit = domain::unit_at(document.pages[p].page, places.front().begin);
                    where += ". “" +
                             cut(base::fold_spaces(
                                 document.pages[p].page.words(unit.length() > 0 ? unit : places.front()))) +
                             "”";
                }
                hits.push_back({evidence_icon(document.kind), title, where, words_("desk.read"),
                                action::OpenPage{Pane::Left, index, page}});
                break;
            }
        }
        return hits;
    }

    std::vector<SearchHit> rules() {
        std::vector<SearchHit> hits;
        if (wanted_.empty()) return hits;
        for (const auto& [reference, pack] : model_.library.frameworks())
            for (const domain::Rule& rule : pack->rules) {
                const std::string title = rule.code + " " + words_.of(rule.name);
                if (fits(title) || fits(words_.of(rule.text)))
                    hits.push_back({"gavel", title, words_.of(rule.text), words_.of(pack->short_title),
                                    action::CopyText{title + ". " + words_.of(rule.text)}});
            }
        return hits;
    }

    std::vector<SearchHit> commands() {
        const struct {
            IconName icon;
            const char* key;
            Action action;
            const char* keys;
        } list[] = {{"clipboard-check", "search.go-home", action::Navigate{Screen::Home}, "Ctrl 1"},
                    {"account-multiple", "search.go-workshop", action::Navigate{Screen::Workshop}, "Ctrl 2"},
                    {"pencil", "search.go-author", action::Navigate{Screen::Author}, "Ctrl 3"},
                    {"chart-line", "search.go-records", action::Navigate{Screen::Records}, "Ctrl 4"},
                    {"settings", "search.go-settings", action::Navigate{Screen::Settings}, "Ctrl 5"},
                    {"account-switch", "search.switch-person", action::Navigate{Screen::Profile}, "Ctrl 6"},
                    {"translate", "search.other-language",
                     action::SetLanguage{model_.lang() == base::Lang::Id ? base::Lang::En : base::Lang::Id}, ""},
                    {"theme-light-dark", "search.theme-light", action::SetTheme{Theme::Light}, ""},
                    {"theme-light-dark", "search.theme-dark", action::SetTheme{Theme::Dark}, ""},
                    {"theme-light-dark", "search.theme-contrast", action::SetTheme{Theme::Contrast}, ""},
                    {"magnify-plus", "search.larger", action::StepTextSize{1}, "Ctrl +"},
                    {"magnify-minus", "search.smaller", action::StepTextSize{-1}, "Ctrl −"},
                    {"repeat", "search.rescan", action::Rescan{}, ""}};
        std::vector<SearchHit> hits;
        for (const auto& command : list) {
            const std::string title = words_(command.key);
            if (fits(title)) hits.push_back({command.icon, title, "", command.keys, command.action});
        }
        return hits;
    }

    [[nodiscard]] static std::string cut(const std::string& text) {
        std::string result;
        std::size_t count = 0;
        for (std::size_t i = 0; i < text.size() && count < 70; ++count) {
            const base::CodePoint point = base::code_point_at(text, i);
            base::append_utf8(result, point.value);
            i = point.next;
        }
        return result.size() < text.size() ? result + "…" : result;
    }

    [[nodiscard]] Action open(const LibraryEntry& entry) const {
        const CaseProgress progress = progress_of(model_, entry.card.id);
        if (progress.open) return action::ContinueSession{progress.open->id};
        return action::StartCase{entry.card.folder};
    }

    [[nodiscard]] std::string state_of(const LibraryEntry& entry) const {
        const CaseProgress progress = progress_of(model_, entry.card.id);
        if (progress.open)
            return words_("home.decided",
                          {{"n", std::int64_t{progress.open->decided}}, {"of", whole(entry.card.indicators.size())}});
        return words_(progress.finished ? "home.finished" : "home.not-started");
    }

    const Model& model_;
    Words words_;
    std::vector<std::string> wanted_;
};

} // namespace

std::vector<SearchHits> search_all(const Model& model) {
    return Finder(model).all();
}

std::vector<const SearchHit*> search_rows(const Model& model, const std::vector<SearchHits>& groups) {
    std::vector<const SearchHit*> rows;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const bool all = model.search && model.search->opened_groups.count(static_cast<int>(g)) > 0;
        for (std::size_t i = 0; i < groups[g].hits.size() && (all || i < kRowsOfGroup); ++i)
            rows.push_back(&groups[g].hits[i]);
    }
    return rows;
}

SearchView present_search(const Model& model) {
    const Words words(model);
    SearchView view;
    view.hint = words("search.hint");
    view.words = model.search->words;
    view.open_word = words("search.open");
    const auto groups = search_all(model);
    const auto wanted = split(model.search->words);
    std::size_t count = 0;
    int row = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        SearchGroup group;
        group.title = groups[g].title;
        group.count = words.number(whole(groups[g].hits.size()));
        count += groups[g].hits.size();
        const bool all = model.search->opened_groups.count(static_cast<int>(g)) > 0;
        for (std::size_t i = 0; i < groups[g].hits.size() && (all || i < kRowsOfGroup); ++i, ++row) {
            const SearchHit& hit = groups[g].hits[i];
            group.rows.push_back({hit.icon, matched(hit.title, wanted), matched(hit.where, wanted), hit.state,
                                  row == model.search->selected, action::ChooseResult{row}});
        }
        if (!all && groups[g].hits.size() > kRowsOfGroup) {
            group.more = words("search.more", {{"n", whole(groups[g].hits.size() - kRowsOfGroup)}});
            group.show_more = action::MoreOfGroup{static_cast<int>(g)};
        }
        view.groups.push_back(std::move(group));
    }
    if (!wanted.empty()) view.count = words("search.results", {{"n", whole(count)}});
    if (groups.empty()) view.empty = words("search.empty");
    const char* keys[] = {"search.key-move", "search.key-group", "search.key-open"};
    for (int i = 0; i < 3; ++i)
        view.keys[i] = words(keys[i]);
    view.note = words("search.note");
    return view;
}

} // namespace timbang::app
