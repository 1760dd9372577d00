#include <nlohmann/json.hpp>

#include "domain/event.h"

namespace timbang::domain {
namespace {

using Json = nlohmann::json;

/// Reads the fields of one payload and remembers the first that is not as it should be.
class Reader {
public:
    Reader(const Scenario& scenario, const Json& json, const std::vector<FreeText>& texts)
        : scenario_(scenario), json_(json), texts_(texts) {}

    [[nodiscard]] const std::string& broken() const { return broken_; }

    std::string text(const char* name) {
        const Json* value = field(name);
        if (value != nullptr && value->is_string()) return value->get<std::string>();
        return fail(name), std::string();
    }
    template <class T> T number(const char* name) {
        const Json* value = field(name);
        if (value != nullptr && fits<T>(*value)) return value->get<T>();
        return fail(name), T{};
    }
    std::string free_text(const char* name) const {
        for (const FreeText& one : texts_)
            if (one.field == name) return one.text;
        return {};
    }
    template <class T, class Find> T id(const char* name, T none, const Find& find) {
        const auto found = find(text(name));
        if (!found) fail(name);
        return found.value_or(none);
    }

    Event session_started() {
        SessionStarted event;
        event.scenario = text("scenario");
        event.version = text("version");
        event.content_hash = text("content_hash");
        event.key_hash = text("key_hash");
        event.framework = text("framework");
        event.person = text("person");
        event.program_version = text("program_version");
        event.mode = id("mode", Mode::Practise, mode_from_id);
        event.seed = number<std::uint64_t>("seed");
        event.continues = text("continues");
        event.player = text("player");
        return event;
    }
    IndicatorIx task() { return place("indicator", [this](const auto& v) { return scenario_.find_task(v); }); }
    EvidenceIx evidence() { return place("evidence", [this](const auto& v) { return scenario_.find_evidence(v); }); }
    ActionIx action() { return place("action", [this](const auto& v) { return scenario_.find_action(v); }); }
    PartIx part() { return place("part", [this](const auto& v) { return scenario_.find_part(v); }); }
    StepIx step(const char* name) {
        return place(name, [this](const auto& v) { return v == "end" ? kEnd : scenario_.find_step(v); });
    }
    Rational rational(const char* name) { return id(name, Rational(), Rational::parse); }

    Mark mark() {
        Mark mark;
        mark.id = number<int>("mark");
        mark.task = task();
        mark.evidence = evidence();
        mark.page = number<int>("page");
        mark.type = text("type");
        if (json_.is_object() && json_.contains("area")) {
            const auto place = numbers<int>("area", 4);
            if (place.size() == 4) mark.area = Area{place[0], place[1], place[2], place[3]};
        } else {
            const auto place = numbers<std::uint32_t>("range", 2);
            if (place.size() == 2) mark.range = {place[0], place[1]};
            if (mark.range.begin > mark.range.end) fail("range");
        }
        return mark;
    }

    Decision decision(IndicatorIx index) {
        Decision decision;
        if (index >= 0)
            checklist(scenario_.tasks[static_cast<std::size_t>(index)].indicator->checklist, decision.checklist);
        if (given("verdict")) decision.verdict = id("verdict", Verdict::Accept, verdict_from_id);
        if (given("score")) decision.score = number<int>("score");
        if (given("confidence")) decision.confidence = number<Confidence>("confidence");
        decision.reason = free_text("reason");
        return decision;
    }
    std::vector<Mark> marks() {
        std::vector<Mark> marks;
        const Json* list = field("marks");
        if (list == nullptr || !list->is_array()) return fail("marks"), marks;
        for (const Json& one : *list) {
            Reader reader(scenario_, one, texts_);
            marks.push_back(reader.mark());
            if (!reader.broken().empty()) fail("marks");
        }
        return marks;
    }

    PartAnswer answer(PartIx index) {
        PartAnswer answer;
        if (index < 0) return answer;
        const StepPart& asked = scenario_.parts[static_cast<std::size_t>(index)];
        switch (asked.kind) {
        case PartKind::Checklist: checklist(asked.checklist, answer.checklist); break;
        case PartKind::Choice: answer.option = text("option"); break;
        case PartKind::Category: answer.category = text("category"); break;
        case PartKind::Letter:
            answer.letter = free_text("letter");
            answer.points = points();
            answer.locked = flag("locked");
            break;
        }
        return answer;
    }

private:
    void fail(const char* name) {
        if (broken_.empty()) broken_ = name;
    }
    const Json* field(const char* name) const {
        if (!json_.is_object()) return nullptr;
        const auto it = json_.find(name);
        return it == json_.end() ? nullptr : &*it;
    }
    /// Whether a part of a decision is there; one that is missing altogether is as good as null.
    bool given(const char* name) const {
        const Json* value = field(name);
        return value != nullptr && !value->is_null();
    }
    template <class T> static bool fits(const Json& value) {
        if (value.is_number_unsigned()) return std::in_range<T>(value.get<std::uint64_t>());
        return value.is_number_integer() && std::in_range<T>(value.get<std::int64_t>());
    }
    template <class Find> int place(const char* name, const Find& find) {
        const int index = find(text(name));
        if (index < 0 && index != kEnd) fail(name);
        return index;
    }
    template <class T> std::vector<T> numbers(const char* name, std::size_t count) {
        std::vector<T> values;
        const Json* list = field(name);
        if (list == nullptr || !list->is_array() || list->size() != count) return fail(name), values;
        for (const Json& one : *list) {
            if (!fits<T>(one)) return fail(name), std::vector<T>();
            values.push_back(one.get<T>());
        }
        return values;
    }
    std::vector<std::string> points() {
        std::vector<std::string> values;
        const Json* list = field("points");
        if (list == nullptr || !list->is_array()) return fail("points"), values;
        for (const Json& one : *list) {
            if (one.is_string()) values.push_back(one.get<std::string>());
            else fail("points");
        }
        return values;
    }
    bool flag(const char* name) {
        const Json* value = field(name);
        if (value == nullptr || !value->is_boolean()) return fail(name), false;
        return value->get<bool>();
    }
    /// Keys of the payload are sorted; the answers go back into the order of the rules.
    void checklist(const std::vector<std::string>& rules, std::vector<std::pair<std::string, Check>>& answers) {
        const Json* list = field("checklist");
        if (list == nullptr || !list->is_object()) return fail("checklist");
        for (const std::string& rule : rules) {
            const auto line = list->find(rule);
            if (line == list->end()) continue;
            const auto check = line->is_string() ? check_from_id(line->get<std::string>()) : std::nullopt;
            if (!check) return fail("checklist");
            answers.emplace_back(rule, *check);
        }
        if (answers.size() != list->size()) fail("checklist");
    }

    const Scenario& scenario_;
    const Json& json_;
    const std::vector<FreeText>& texts_;
    std::string broken_;
};

std::optional<Event> read_answer(std::string_view type, Reader& in) {
    if (type == "drafted" || type == "decided") {
        const IndicatorIx task = in.task();
        Decision decision = in.decision(task);
        if (type == "drafted") return Drafted{task, std::move(decision)};
        decision.marks = in.marks();
        return Decided{task, std::move(decision)};
    }
    if (type == "part_drafted" || type == "part_decided") {
        const PartIx part = in.part();
        PartAnswer answer = in.answer(part);
        if (type == "part_drafted") return PartDrafted{part, std::move(answer)};
        return PartDecided{part, std::move(answer)};
    }
    return std::nullopt;
}

std::optional<Event> read(std::string_view type, Reader& in) {
    if (type == "session_started") return in.session_started();
    if (type == "opened") return Opened{in.evidence(), in.number<int>("page")};
    if (type == "marked") return Marked{in.mark()};
    if (type == "retyped") return Retyped{in.number<int>("mark"), in.text("type")};
    if (type == "unmarked") return Unmarked{in.number<int>("mark")};
    if (type == "action_taken") return ActionTaken{in.action()};
    if (type == "figured") return Figured{in.task(), in.text("expression"), in.rational("value")};
    if (type == "script_fired") return ScriptFired{in.step("step"), in.number<int>("event")};
    if (type == "left_step") return LeftStep{in.step("from"), in.step("to")};
    if (type == "scored") return Scored{in.task(), in.text("key_hash"), in.text("result"), in.text("reason")};
    if (type == "disagreed") return Disagreed{in.task(), in.free_text("text")};
    if (type == "finished") return Finished{};
    if (type == "abandoned") return Abandoned{};
    return read_answer(type, in);
}

} // namespace

base::Result<Event> event_from_json(const Scenario& scenario, std::string_view type, const Json& payload,
                                    const std::vector<FreeText>& texts) {
    Reader reader(scenario, payload, texts);
    std::optional<Event> event = read(type, reader);
    if (!event) return base::Error("event-unknown", {{"type", std::string(type)}});
    if (!reader.broken().empty())
        return base::Error("event-broken", {{"type", std::string(type)}, {"field", reader.broken()}});
    return std::move(*event);
}

} // namespace timbang::domain
