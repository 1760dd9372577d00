#include "domain/workshop.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace timbang::domain {
namespace {

int group_count(std::size_t people, int size) {
    const std::size_t about = static_cast<std::size_t>(std::max(1, size));
    return static_cast<int>(std::max<std::size_t>(1, (people + about / 2) / about));
}

WayIn way_of_group(const std::vector<Group>& groups, int number) {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const Group& one) { return one.number == number; });
    return found == groups.end() ? WayIn::Phone : found->way;
}

template <class T> void shuffle(std::vector<T>& list, base::Rng& rng) {
    for (std::size_t left = list.size(); left > 1; --left)
        std::swap(list[left - 1], list[static_cast<std::size_t>(rng.below(left))]);
}

/// Places of the roster in the order in which they are dealt out: one office after the other (offices and people by
/// chance), those without one last. Dealt in turn, an office is spread as far as it goes.
std::vector<std::size_t> dealing_order(const std::vector<Participant>& roster, base::Rng& rng) {
    std::vector<std::size_t> people(roster.size());
    for (std::size_t i = 0; i < people.size(); ++i)
        people[i] = i;
    shuffle(people, rng);
    std::map<std::string, std::size_t> offices;
    for (const std::size_t one : people)
        if (!roster[one].office.empty()) offices.emplace(roster[one].office, offices.size());
    const auto rank = [&](std::size_t one) {
        return roster[one].office.empty() ? offices.size() : offices.at(roster[one].office);
    };
    std::stable_sort(people.begin(), people.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return people;
}

/// The person who speaks for a group if nobody does: the first who comes.
Participant* first_of(std::vector<Participant>& roster, int group) {
    Participant* first = nullptr;
    for (Participant& one : roster) {
        if (one.group != group) continue;
        if (one.presence != Presence::Absent) return &one;
        if (!first) first = &one;
    }
    return first;
}

void choose_speakers(std::vector<Participant>& roster, int groups) {
    for (int group = 1; group <= groups; ++group) {
        const auto speaks = [&](const Participant& one) { return one.group == group && one.speaks; };
        if (std::count_if(roster.begin(), roster.end(), speaks) == 1) continue;
        for (Participant& one : roster)
            if (one.group == group) one.speaks = false;
        if (Participant* const first = first_of(roster, group)) first->speaks = true;
    }
}

bool has_members(const Workshop& workshop, int group) {
    return std::any_of(workshop.roster.begin(), workshop.roster.end(),
                       [&](const Participant& one) { return one.group == group; });
}

void find_overlaps(const Workshop& workshop, std::vector<PlanFinding>& findings) {
    for (std::size_t d = 0; d < workshop.days.size(); ++d) {
        const std::vector<Slot>& slots = workshop.days[d].slots;
        int busy_until = 0;
        for (std::size_t s = 0; s < slots.size(); ++s) {
            if (s > 0 && slots[s].start < busy_until)
                findings.push_back({PlanProblem::SlotsOverlap, std::to_string(d + 1) + "/" + std::to_string(s + 1)});
            busy_until = std::max(busy_until, slots[s].start + slots[s].minutes);
        }
    }
}

} // namespace

const Participant* Workshop::person(std::string_view code) const {
    const auto found =
        std::find_if(roster.begin(), roster.end(), [&](const Participant& one) { return one.code == code; });
    return found == roster.end() ? nullptr : &*found;
}

Participant* Workshop::person(std::string_view code) {
    return const_cast<Participant*>(std::as_const(*this).person(code));
}

WayIn Workshop::way_of(const Participant& participant) const {
    return participant.way ? *participant.way : way_of_group(groups, participant.group);
}

void number_groups(Workshop& workshop) {
    int last = 0;
    for (const Participant& one : workshop.roster)
        last = std::max(last, one.group);
    std::vector<Group> groups;
    for (int number = 1; number <= last; ++number)
        groups.push_back({number, way_of_group(workshop.groups, number)});
    workshop.groups = std::move(groups);
}

void shuffle_groups(Workshop& workshop, int size, base::Rng& rng) {
    if (workshop.roster.empty()) return workshop.groups.clear();
    const int count = group_count(workshop.roster.size(), size);
    std::vector<int> numbers;
    for (int number = 1; number <= count; ++number)
        numbers.push_back(number);
    shuffle(numbers, rng); // else the larger groups would always be the first
    std::size_t next = 0;
    for (const std::size_t one : dealing_order(workshop.roster, rng))
        workshop.roster[one].group = numbers[next++ % numbers.size()];
    number_groups(workshop);
    choose_speakers(workshop.roster, count);
}

void move_to_group(Workshop& workshop, std::string_view code, int group) {
    Participant* const found = workshop.person(code);
    if (found == nullptr || group < 0 || found->group == group) return;
    const int before = std::exchange(found->group, 0);
    const bool spoke = std::exchange(found->speaks, false);
    if (spoke && before > 0)
        if (Participant* const next = first_of(workshop.roster, before)) next->speaks = true;
    const bool others_speak = std::any_of(workshop.roster.begin(), workshop.roster.end(),
                                          [&](const Participant& one) { return one.group == group && one.speaks; });
    found->group = group;
    found->speaks = group > 0 && spoke && !others_speak;
    const auto by_number = [](const Group& one, int number) { return one.number < number; };
    const auto place = std::lower_bound(workshop.groups.begin(), workshop.groups.end(), group, by_number);
    if (group > 0 && (place == workshop.groups.end() || place->number != group))
        workshop.groups.insert(place, {group, WayIn::Phone});
    while (!workshop.groups.empty() && !has_members(workshop, workshop.groups.back().number))
        workshop.groups.pop_back();
}

std::vector<PlanFinding> plan_problems(const Workshop& workshop) {
    std::vector<PlanFinding> findings;
    if (workshop.roster.empty()) findings.push_back({PlanProblem::NobodyListed, ""});
    if (workshop.cases.empty()) findings.push_back({PlanProblem::NoCase, ""});
    std::set<std::string> codes, twice;
    for (std::size_t i = 0; i < workshop.roster.size(); ++i) {
        const std::string& code = workshop.roster[i].code;
        if (code.empty())
            findings.push_back({PlanProblem::CodeEmpty, std::to_string(i + 1)});
        else if (!codes.insert(code).second && twice.insert(code).second)
            findings.push_back({PlanProblem::CodeTwice, code});
    }
    find_overlaps(workshop, findings);
    for (const Group& group : workshop.groups)
        if (!has_members(workshop, group.number))
            findings.push_back({PlanProblem::NobodyInGroup, std::to_string(group.number)});
    return findings;
}

Workshop plain_workshop(int count, int size) {
    Workshop workshop;
    const std::size_t people = static_cast<std::size_t>(std::max(0, count));
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(people).size());
    const int groups = group_count(people, size);
    for (std::size_t i = 0; i < people; ++i) {
        Participant one;
        one.code = std::to_string(i + 1);
        one.code.insert(0, digits - one.code.size(), '0');
        one.group = static_cast<int>(i * static_cast<std::size_t>(groups) / people) + 1;
        workshop.roster.push_back(std::move(one));
    }
    if (people == 0) return workshop;
    number_groups(workshop);
    choose_speakers(workshop.roster, groups);
    return workshop;
}

} // namespace timbang::domain
