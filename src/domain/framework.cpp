#include "domain/framework.h"

#include <algorithm>
#include <array>

namespace timbang::domain {
namespace {

constexpr std::array<const char*, kVerdictCount> kVerdicts = {"accept", "return", "reject"};
constexpr std::array<const char*, 3> kIndicatorTypes = {"structure", "process", "outcome"};

template <class T, class Id> const T* find_in(const std::vector<T>& list, Id T::*field, std::string_view id) {
    const auto it = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.*field == id; });
    return it == list.end() ? nullptr : &*it;
}

} // namespace

const char* verdict_id(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }

std::optional<Verdict> verdict_from_id(std::string_view id) {
    for (std::size_t i = 0; i < kVerdicts.size(); ++i)
        if (id == kVerdicts[i]) return static_cast<Verdict>(i);
    return std::nullopt;
}

const char* indicator_type_id(IndicatorType type) { return kIndicatorTypes[static_cast<std::size_t>(type)]; }

std::optional<IndicatorType> indicator_type_from_id(std::string_view id) {
    for (std::size_t i = 0; i < kIndicatorTypes.size(); ++i)
        if (id == kIndicatorTypes[i]) return static_cast<IndicatorType>(i);
    return std::nullopt;
}

const Rule* Framework::rule(std::string_view rule_id) const { return find_in(rules, &Rule::id, rule_id); }

const ProblemType* Framework::problem_type(std::string_view type_id) const {
    return find_in(problem_types, &ProblemType::id, type_id);
}

const Criterion* Framework::criterion(std::string_view criterion_id) const {
    return find_in(criteria, &Criterion::id, criterion_id);
}

const Indicator* Framework::indicator(std::string_view code) const {
    if (const Indicator* own = find_in(indicators, &Indicator::code, code)) return own;
    const std::size_t dot = code.rfind('.');
    const bool suffix = dot != std::string_view::npos && dot + 2 == code.size() && code[dot + 1] >= '1' && code[dot + 1] <= '9';
    return suffix ? find_in(indicators, &Indicator::code, code.substr(0, dot)) : nullptr;
}

const Category* Framework::category(std::string_view category_id) const {
    return find_in(categories, &Category::id, category_id);
}

const std::vector<std::string>* Framework::checklist(std::string_view name) const {
    for (const auto& [list_name, list] : checklists)
        if (list_name == name) return &list;
    return nullptr;
}

const Category* Framework::category_of(const Rational& total) const {
    for (const Category& category : categories)
        if (category.from <= total) return &category;
    return nullptr;
}

} // namespace timbang::domain
