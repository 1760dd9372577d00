#include <map>
#include <set>

#include <doctest/doctest.h>

#include "domain/workshop.h"

using namespace timbang::domain;
using timbang::base::Rng;

namespace {

/// `count` people; the office of each is one of `offices` in turn ("" with 0).
Workshop workshop_of(int count, int offices) {
    Workshop workshop;
    for (int i = 0; i < count; ++i) {
        Participant one;
        one.code = std::to_string(i + 1);
        if (offices > 0) one.office = "office " + std::to_string(i % offices);
        workshop.roster.push_back(one);
    }
    return workshop;
}

std::map<int, int> sizes_of(const Workshop& workshop) {
    std::map<int, int> sizes;
    for (const Participant& one : workshop.roster)
        ++sizes[one.group];
    return sizes;
}

int speakers_of(const Workshop& workshop, int group) {
    int speakers = 0;
    for (const Participant& one : workshop.roster)
        speakers += one.group == group && one.speaks;
    return speakers;
}

std::vector<std::string> words(const std::vector<PlanFinding>& findings) {
    std::vector<std::string> said;
    for (const PlanFinding& one : findings)
        said.push_back(std::string(plan_problem_id(one.problem)) + " " + one.about);
    return said;
}

} // namespace

TEST_CASE("shuffled groups differ by one at most") {
    for (const int count : {1, 2, 5, 28, 30, 31, 97})
        for (const int size : {1, 4, 5, 6, 40}) {
            Workshop workshop = workshop_of(count, 3);
            Rng rng(static_cast<std::uint64_t>(count * size));
            shuffle_groups(workshop, size, rng);
            int least = count, most = 0;
            for (const auto& [group, people] : sizes_of(workshop)) {
                CHECK(group >= 1);
                least = std::min(least, people);
                most = std::max(most, people);
            }
            CHECK(most - least <= 1);
            CHECK(workshop.groups.size() == sizes_of(workshop).size());
            for (const Group& group : workshop.groups)
                CHECK(speakers_of(workshop, group.number) == 1);
        }
}

TEST_CASE("people of one office are spread over the groups") {
    Workshop workshop = workshop_of(30, 5); // six of each office, six groups of five
    workshop.roster[3].presence = Presence::Absent;
    Rng rng(7);
    shuffle_groups(workshop, 5, rng);
    std::set<std::pair<int, std::string>> together;
    for (const Participant& one : workshop.roster)
        CHECK(together.insert({one.group, one.office}).second);
}

TEST_CASE("shuffling is chance, but the same seed gives the same groups") {
    Workshop a = workshop_of(30, 0), b = a, c = a;
    Rng seven(7), again(7), eight(8);
    shuffle_groups(a, 5, seven);
    shuffle_groups(b, 5, again);
    shuffle_groups(c, 5, eight);
    CHECK(a == b);
    CHECK_FALSE(a == c);
}

TEST_CASE("ways of groups stay, and spokespeople where a group has just one") {
    Workshop workshop = workshop_of(10, 0);
    workshop.groups = {{1, WayIn::Paper}, {2, WayIn::Shared}, {3, WayIn::Paper}};
    for (Participant& one : workshop.roster)
        one.presence = Presence::Late;
    workshop.roster[9].speaks = true;
    Rng rng(3);
    shuffle_groups(workshop, 5, rng);
    CHECK(workshop.groups == std::vector<Group>{{1, WayIn::Paper}, {2, WayIn::Shared}});
    CHECK(workshop.roster[9].speaks);
    CHECK(speakers_of(workshop, 1) == 1);
    CHECK(speakers_of(workshop, 2) == 1);
    workshop.roster.clear();
    shuffle_groups(workshop, 5, rng);
    CHECK(workshop.groups.empty());
}

TEST_CASE("who is absent speaks for a group only if nobody else is there") {
    Workshop workshop = workshop_of(2, 0);
    workshop.roster[0].presence = Presence::Absent;
    Rng rng(1);
    shuffle_groups(workshop, 2, rng);
    CHECK(workshop.roster[1].speaks);
    workshop.roster.pop_back();
    shuffle_groups(workshop, 2, rng);
    CHECK(workshop.roster[0].speaks);
}

TEST_CASE("moving somebody adds the group and drops an empty last one") {
    Workshop workshop = plain_workshop(4, 2);
    move_to_group(workshop, "02", 3);
    CHECK(workshop.groups.size() == 3);
    CHECK(workshop.person("02")->group == 3);
    move_to_group(workshop, "02", 1);
    CHECK(workshop.groups.size() == 2);
    move_to_group(workshop, "99", 1);
    move_to_group(workshop, "01", -1);
    CHECK(workshop.person("01")->group == 1);
    move_to_group(workshop, "01", 2); // spoke for 1; 03 speaks for 2
    CHECK_FALSE(workshop.person("01")->speaks);
    CHECK(workshop.person("02")->speaks);
    CHECK(workshop.person("03")->speaks);
    move_to_group(workshop, "01", 0);
    CHECK(workshop.person("01")->group == 0);
    CHECK(workshop.groups.size() == 2);
}

TEST_CASE("the way in is the person's own, else the group's") {
    Workshop workshop = plain_workshop(4, 2);
    workshop.groups[1].way = WayIn::Shared;
    workshop.roster[3].way = WayIn::Paper;
    CHECK(workshop.way_of(workshop.roster[0]) == WayIn::Phone);
    CHECK(workshop.way_of(workshop.roster[2]) == WayIn::Shared);
    CHECK(workshop.way_of(workshop.roster[3]) == WayIn::Paper);
    workshop.roster[2].group = 0;
    CHECK(workshop.way_of(workshop.roster[2]) == WayIn::Phone);
}

TEST_CASE("what is wrong with a plan is said") {
    CHECK(words(plan_problems({})) == std::vector<std::string>{"nobody-listed ", "no-case "});
    Workshop workshop = plain_workshop(4, 2);
    workshop.cases = {{"a-case", {}}};
    CHECK(plan_problems(workshop).empty());
    workshop.roster[1].code = workshop.roster[2].code = workshop.roster[0].code;
    workshop.roster[3].code.clear();
    workshop.groups.push_back({3, WayIn::Phone});
    workshop.days = {
        {}, {{}, "", {{540, 90, SlotKind::Case, "a", {}}, {600, 15, SlotKind::Break, "", {}}, {630, 60, {}, "", {}}}}};
    CHECK(words(plan_problems(workshop)) == std::vector<std::string>{"code-twice 01", "code-empty 4",
                                                                     "slots-overlap 2/2",
                                                                     "nobody-in-group 3"}); // the break lies inside
}

TEST_CASE("groups are numbered up to the last that somebody is in, each once, with the ways they had") {
    Workshop workshop;
    workshop.groups = {{1, WayIn::Shared}, {3, WayIn::Paper}, {5, WayIn::Phone}};
    for (const int group : {1, 0, 4, 3}) {
        workshop.roster.emplace_back().code = std::to_string(workshop.roster.size());
        workshop.roster.back().group = group;
    }
    number_groups(workshop);
    CHECK(workshop.groups ==
          std::vector<Group>{{1, WayIn::Shared}, {2, WayIn::Phone}, {3, WayIn::Paper}, {4, WayIn::Phone}});
    workshop.roster.clear();
    number_groups(workshop);
    CHECK(workshop.groups.empty());
}

TEST_CASE("a room without a list has numbered people in even groups") {
    const Workshop workshop = plain_workshop(30, 6);
    CHECK(workshop.roster.front().code == "01");
    CHECK(workshop.roster.back().code == "30");
    CHECK(workshop.groups.size() == 5);
    for (const auto& [group, people] : sizes_of(workshop))
        CHECK(people == 6);
    CHECK(plain_workshop(1000, 6).roster.front().code == "0001");
    CHECK(plain_workshop(0, 6).roster.empty());
    CHECK(plain_workshop(-3, 0).groups.empty());
}

TEST_CASE("the words of files are read back") {
    for (const WayIn way : {WayIn::Phone, WayIn::Shared, WayIn::Paper})
        CHECK(way_from_id(way_id(way)) == way);
    for (const Presence one : {Presence::Expected, Presence::Late, Presence::Absent})
        CHECK(presence_from_id(presence_id(one)) == one);
    for (int i = 0; i <= static_cast<int>(SlotKind::Break); ++i)
        CHECK(slot_kind_from_id(slot_kind_id(static_cast<SlotKind>(i))) == static_cast<SlotKind>(i));
    for (const ShowVotes show : {ShowVotes::Bars, ShowVotes::Spread})
        CHECK(show_votes_from_id(show_votes_id(show)) == show);
    CHECK_FALSE(way_from_id("fax"));
}
