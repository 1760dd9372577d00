#include "app/room/workshop_file.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/json.h"
#include "store/local_file.h"

namespace timbang::app {
namespace {

using nlohmann::json;

constexpr const char* kKind = "WKSP";
constexpr std::uint32_t kVersion = 1;
constexpr const char* kEnding = ".workshop";

json text_json(const domain::Text& text) { return {{"id", text.id}, {"en", text.en}}; }

json person_json(const domain::Participant& one) {
    return {{"code", one.code},
            {"name", one.name},
            {"office", one.office},
            {"group", one.group},
            {"way", one.way ? domain::way_id(*one.way) : ""},
            {"speaks", one.speaks},
            {"presence", domain::presence_id(one.presence)},
            {"late_until", one.late_until}};
}

json day_json(const domain::Day& day) {
    json slots = json::array();
    for (const domain::Slot& slot : day.slots)
        slots.push_back({{"start", slot.start},
                         {"minutes", slot.minutes},
                         {"kind", domain::slot_kind_id(slot.kind)},
                         {"ref", slot.ref},
                         {"note", text_json(slot.note)}});
    return {{"title", text_json(day.title)}, {"date", day.date}, {"slots", std::move(slots)}};
}

json plan_json(const domain::Workshop& plan) {
    json made = {{"id", plan.id},
                 {"title", plan.title},
                 {"programme", plan.programme},
                 {"consensus", plan.consensus},
                 {"show", domain::show_votes_id(plan.show)},
                 {"vote_minutes", plan.vote_minutes},
                 {"group_second", plan.group_second},
                 {"wifi", plan.wifi},
                 {"address", plan.address},
                 {"days", json::array()},
                 {"roster", json::array()},
                 {"groups", json::array()},
                 {"cases", json::array()}};
    for (const domain::Day& day : plan.days) made["days"].push_back(day_json(day));
    for (const domain::Participant& one : plan.roster) made["roster"].push_back(person_json(one));
    for (const domain::Group& group : plan.groups)
        made["groups"].push_back({{"number", group.number}, {"way", domain::way_id(group.way)}});
    for (const domain::WorkshopCase& one : plan.cases)
        made["cases"].push_back({{"scenario", one.scenario}, {"indicators", one.indicators}});
    return made;
}

// `at` throws where a field is missing or of another type; `read_workshop_content` catches it.

domain::Text text_of(const json& from) { return {from.at("id").get<std::string>(), from.at("en").get<std::string>()}; }

domain::Participant person_of(const json& from) {
    domain::Participant one;
    one.code = from.at("code").get<std::string>();
    one.name = from.at("name").get<std::string>();
    one.office = from.at("office").get<std::string>();
    one.group = from.at("group").get<int>();
    one.way = domain::way_from_id(from.at("way").get<std::string>());
    one.speaks = from.at("speaks").get<bool>();
    one.presence = domain::presence_from_id(from.at("presence").get<std::string>()).value_or(domain::Presence::Expected);
    one.late_until = from.at("late_until").get<std::string>();
    return one;
}

domain::Day day_of(const json& from) {
    domain::Day day;
    day.title = text_of(from.at("title"));
    day.date = from.at("date").get<std::string>();
    for (const json& slot : from.at("slots"))
        day.slots.push_back({slot.at("start").get<int>(), slot.at("minutes").get<int>(),
                             domain::slot_kind_from_id(slot.at("kind").get<std::string>()).value_or(domain::SlotKind::Talk),
                             slot.at("ref").get<std::string>(), text_of(slot.at("note"))});
    return day;
}

domain::Workshop plan_of(const json& from) {
    domain::Workshop plan;
    plan.id = from.at("id").get<std::string>();
    plan.title = from.at("title").get<std::string>();
    plan.programme = from.at("programme").get<std::string>();
    plan.consensus = from.at("consensus").get<int>();
    plan.show = domain::show_votes_from_id(from.at("show").get<std::string>()).value_or(domain::ShowVotes::Bars);
    plan.vote_minutes = from.at("vote_minutes").get<int>();
    plan.group_second = from.at("group_second").get<bool>();
    plan.wifi = from.at("wifi").get<std::string>();
    plan.address = from.at("address").get<std::string>();
    for (const json& day : from.at("days")) plan.days.push_back(day_of(day));
    for (const json& one : from.at("roster")) plan.roster.push_back(person_of(one));
    for (const json& group : from.at("groups"))
        plan.groups.push_back({group.at("number").get<int>(),
                               domain::way_from_id(group.at("way").get<std::string>()).value_or(domain::WayIn::Phone)});
    for (const json& one : from.at("cases"))
        plan.cases.push_back({one.at("scenario").get<std::string>(), one.at("indicators").get<std::vector<std::string>>()});
    return plan;
}

} // namespace

std::string workshop_content(const KeptWorkshop& kept) {
    json made = {{"plan", plan_json(kept.plan)}, {"notes", kept.notes}, {"saved", base::iso_time(kept.saved)}};
    made["held"] = kept.held ? base::iso_time(*kept.held) : "";
    return base::canonical_json(made);
}

base::Result<KeptWorkshop> read_workshop_content(const std::string& content) {
    const base::Result<json> parsed = base::parse_json(content);
    if (!parsed) return base::Error("workshop-broken");
    try {
        KeptWorkshop kept;
        kept.plan = plan_of(parsed->at("plan"));
        kept.notes = parsed->at("notes").get<std::map<std::string, std::string>>();
        kept.saved = base::parse_iso_time(parsed->at("saved").get<std::string>()).value_or(base::Time{});
        kept.held = base::parse_iso_time(parsed->at("held").get<std::string>());
        if (kept.plan.id.empty()) return base::Error("workshop-broken");
        return kept;
    } catch (const json::exception&) {
        return base::Error("workshop-broken");
    }
}

base::Status save_workshop(const std::string& folder, const KeptWorkshop& kept) {
    if (base::Status made = base::make_folders(folder); !made) return made;
    return store::write_local_file(base::join_path(folder, kept.plan.id + kEnding), kKind, kVersion,
                                   workshop_content(kept));
}

FoundWorkshops find_workshops(const std::string& folder) {
    FoundWorkshops found;
    if (folder.empty()) return found;
    for (const std::string& name : base::list_folder(folder)) {
        if (!name.ends_with(kEnding)) continue;
        const std::string path = base::join_path(folder, name);
        const base::Result<store::LocalFile> file = store::read_local_file(path, kKind, kVersion);
        if (!file) {
            found.troubles.push_back(file.error());
            continue;
        }
        base::Result<KeptWorkshop> kept = read_workshop_content(file->content);
        if (kept)
            found.kept.push_back(std::move(*kept));
        else
            found.troubles.push_back(base::Error("workshop-broken", {{"path", path}}));
    }
    std::stable_sort(found.kept.begin(), found.kept.end(),
                     [](const KeptWorkshop& a, const KeptWorkshop& b) { return a.saved > b.saved; });
    return found;
}

} // namespace timbang::app
