#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "content/checks/checks.h"

namespace timbang::content {

namespace {

using domain::Scenario;
using domain::Task;
using domain::Text;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Lower case, everything but letters and digits as one space, one space at both ends: " laporan tidak sah 2 ".
std::string as_words(std::string_view text) {
    std::string words = " ";
    for (const char c : base::fold_case(text)) {
        if (is_word(c))
            words += c;
        else if (words.back() != ' ')
            words += ' ';
    }
    if (words.back() != ' ') words += ' ';
    return words;
}

bool has_words(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

/// Words that say of a document that it is defective. A topic ("complaints", "the total") is none.
std::string telltale(const std::string& words) {
    constexpr std::array<std::string_view, 28> kTelltales{
        " palsu ",       " keliru ",         " kedaluwarsa ",   " kadaluwarsa ",   " kadaluarsa ",    " tidak sah ",
        " tidak benar ", " belum disahkan ", " tidak berlaku ", " belum berlaku ", " tidak lengkap ", " cacat ",
        " fake ",        " forged ",         " false ",         " wrong ",         " incorrect ",     " expired ",
        " invalid ",     " outdated ",       " unsigned ",      " unendorsed ",    " not endorsed ",  " not valid ",
        " defective ",   " incomplete ",     " not in force ",  " mistaken "};
    for (std::size_t begin = 0; begin + 1 < words.size(); begin = words.find(' ', begin + 1))
        for (const std::string_view one : kTelltales)
            if (one[1] == words[begin + 1] && words.compare(begin, one.size(), one) == 0) return std::string(one);
    constexpr const char* kWrong = " salah "; // "salah satu" is "one of"
    const std::size_t found = words.find(kWrong);
    return found != std::string::npos && words.compare(found + 7, 5, "satu ") != 0 &&
                   words.compare(found + 7, 8, "seorang ") != 0
               ? kWrong
               : "";
}

std::string without_ends(const std::string& words) {
    return words.size() < 2 ? "" : words.substr(1, words.size() - 2);
}

/// Titles, ids and file names of documents that hold a problem.
class DocumentNames {
public:
    explicit DocumentNames(Reading& reading) : reading_(reading) {}

    void check() {
        std::vector<std::vector<const domain::Problem*>> planted(reading_.scenario.evidence.size());
        for (const Task& task : reading_.scenario.tasks)
            for (const domain::Problem& problem : task.problems)
                if (problem.where.evidence >= 0) planted[at(problem.where.evidence)].push_back(&problem);
        for (std::size_t i = 0; i < planted.size(); ++i)
            if (!planted[i].empty()) check_document(i, planted[i]);
    }

private:
    void check_document(std::size_t index, const std::vector<const domain::Problem*>& planted) {
        const domain::Evidence& document = reading_.scenario.evidence[index];
        const yaml::Stretch& where = reading_.places.evidence[index];
        std::vector<std::string> types;
        for (const domain::Problem* problem : planted)
            add_type(problem->type, types);
        if (!told(document.id, where, types))
            static_cast<void>(told(document.title.id, where, types) || told(document.title.en, where, types));
        for (std::size_t k = 0; k < document.pages.size(); ++k)
            static_cast<void>(told(document.pages[k].path, reading_.places.pages[index][k], types));
    }

    bool told(const std::string& name, const yaml::Stretch& where, const std::vector<std::string>& types) {
        const std::string words = as_words(name);
        std::string found = telltale(words);
        for (std::size_t i = 0; found.empty() && i < types.size(); ++i)
            if (has_words(words, types[i])) found = types[i];
        if (found.empty()) return false;
        yaml::add_warning(reading_.findings, where, "name-gives-away", {{"name", name}, {"words", without_ends(found)}});
        return true;
    }

    /// The problem's type by id and names. One word alone may be a topic ("late", "arithmetic").
    void add_type(const std::string& id, std::vector<std::string>& types) const {
        const domain::ProblemType* type = reading_.framework->problem_type(id);
        if (type == nullptr) return;
        for (const std::string& name : {as_words(type->id), as_words(type->name.id), as_words(type->name.en)})
            if (std::count(name.begin(), name.end(), ' ') > 2) types.push_back(name);
    }

    Reading& reading_;
};

/// What a trainee reads before deciding, and what must not stand there.
class VisibleTexts {
public:
    explicit VisibleTexts(Reading& reading) : reading_(reading), scenario_(reading.scenario) {}

    void check() {
        for (const Text* text : {&scenario_.title, &scenario_.summary, &scenario_.notice})
            check_text(*text, scenario_.start, reading_.places.root);
        for (std::size_t i = 0; i < scenario_.steps.size(); ++i)
            for (const Text* text : {&scenario_.steps[i].title, &scenario_.steps[i].text})
                check_text(*text, static_cast<domain::StepIx>(i), reading_.places.steps[i]);
    }

private:
    void check_text(const Text& text, domain::StepIx step, const yaml::Stretch& where) {
        check_language(text.id, base::Lang::Id, step, where);
        if (text.en != text.id) check_language(text.en, base::Lang::En, step, where);
    }

    void check_language(const std::string& text, base::Lang lang, domain::StepIx step, const yaml::Stretch& where) {
        for (const Task& task : scenario_.tasks) {
            if (task.code.empty()) continue;
            for (std::size_t found = text.find(task.code); found != std::string::npos;
                 found = text.find(task.code, found + task.code.size())) {
                const std::string sentence = sentence_at(text, found);
                if (!gives_away(task, sentence, lang) || !is_open(step, task)) continue;
                report(sentence, task, where);
                break;
            }
        }
    }

    /// Whether the indicator can still be decided at this step or behind it.
    bool is_open(domain::StepIx step, const Task& task) const {
        const auto index = static_cast<domain::IndicatorIx>(&task - scenario_.tasks.data());
        return step < 0 || scenario_.listed_from(step, index);
    }

    static std::string sentence_at(const std::string& text, std::size_t where) {
        const auto ends = [&](std::size_t i) {
            if (text[i] == '\n') return i + 1 < text.size() && text[i + 1] == '\n';
            return (text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == ';') &&
                   (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
        };
        std::size_t begin = where, end = where;
        while (begin > 0 && !ends(begin - 1))
            --begin;
        while (end < text.size() && !ends(end))
            ++end;
        return text.substr(begin, end - begin);
    }

    /// The reference's score behind the word for it, or its verdict and no other one.
    bool gives_away(const Task& task, const std::string& sentence, base::Lang lang) const {
        std::string words = as_words(sentence);
        const std::string code = as_words(task.code);
        if (const std::size_t found = words.find(code); found != std::string::npos) words.erase(found, code.size() - 1);
        if (task.reference.score)
            for (const char* word :
                 {" skor ", " skornya ", " nilai ", " nilainya ", " score ", " score of ", " score is "})
                if (has_words(words, word + std::to_string(*task.reference.score) + " ")) return true;
        return names_verdict(words, task.reference.verdict, lang);
    }

    bool names_verdict(const std::string& words, domain::Verdict verdict, base::Lang lang) const {
        for (int v = 0; v < domain::kVerdictCount; ++v) {
            const auto one = static_cast<domain::Verdict>(v);
            const std::string name = as_words(reading_.framework->verdicts[v].name.in(lang));
            const bool named =
                (name.size() > 2 && has_words(words, name)) || has_words(words, as_words(domain::verdict_id(one)));
            if (named != (one == verdict)) return false;
        }
        return true;
    }

    /// At the sentence itself where a file holds it as it is.
    void report(const std::string& sentence, const Task& task, const yaml::Stretch& where) {
        base::Span place = where;
        const std::size_t start = sentence.find_first_not_of(" \n");
        const std::string words = sentence.substr(std::min(start, sentence.size()));
        for (const auto& source : reading_.files.sources())
            if (const std::size_t found = source->text().find(words); !words.empty() && found != std::string::npos) {
                place = source->span_at(found, found + words.size());
                break;
            }
        yaml::add_warning(reading_.findings, place, "text-gives-away", {{"code", task.code}, {"words", words}});
    }

    Reading& reading_;
    const Scenario& scenario_;
};

} // namespace

void check_given_away(Reading& reading) {
    DocumentNames(reading).check();
    VisibleTexts(reading).check();
}

} // namespace timbang::content
