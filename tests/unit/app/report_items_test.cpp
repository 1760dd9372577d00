#include "app/report_items.h"

#include <algorithm>

#include "unit/store/store_fixture.h"

using namespace timbang;
using namespace timbang::test;

namespace {

std::string result_of(const std::string& item, int given, int reference) {
    const std::string exact = given == reference ? "true" : "false";
    return R"({"alarms":[],"checklist":[],"decided":true,"exact":)" + exact + R"(,"item_hash":")" + item +
           R"(","near":null,"opened_all":true,"problems":[],"score":{"given":)" + std::to_string(given) +
           R"(,"reference":)" + std::to_string(reference) + R"(,"steps":)" + std::to_string(given - reference) +
           R"(},"sure":true})";
}

/// A record that people, rooms, machines and checks write into.
class Kept {
public:
    std::string person() { return maker_.session(); }

    /// Somebody decides alone on KS-O1, whose reference is 6.
    void practise(const std::string& who, int score, const std::string& mode = "practise",
                  const std::string& player = "", const std::string& scenario = "case-a",
                  const std::string& item = "i1") {
        auto started = maker_.started(who, scenario, player);
        started.payload.replace(started.payload.find(R"("mode":"practise")"), 17, R"("mode":")" + mode + '"');
        started.payload_hash = store::payload_hash(started.type, started.payload);
        decide(maker_.session(), std::move(started), score, item);
    }
    /// A room in which these people vote, with what was said of the rule of KS-O1.
    void vote(const std::vector<std::pair<std::string, int>>& votes, const std::string& comment = "",
              const std::string& scenario = "case-a") {
        std::vector<store::StoredEvent> events{maker_.room_started(scenario)};
        const auto next = [&] { return static_cast<std::int64_t>(events.size()) + 1; };
        for (const auto& [who, score] : votes) {
            events.push_back(maker_.voted(next(), who, "first", score, 1, "CANARY-reason"));
            events.push_back(maker_.voted(next(), who, "second", 10));
            events.push_back(maker_.make(next(), "vote_scored",
                                         R"({"indicator":"KS-O1","key_hash":"k1","person":")" + who + R"(","result":)" +
                                             result_of("i1", score, 6) + R"(,"round":1,"vote":"first"})"));
        }
        if (!comment.empty())
            events.push_back(maker_.make(next(), "comment",
                                         R"({"about":"rule","indicator":"KS-O1","round":1,"text":"t1"})",
                                         {{"text", comment}}));
        append(maker_.session(), std::move(events));
    }

    store::Writer& writer() { return *writer_; }
    [[nodiscard]] store::Reader reader() const { return store::Reader::open(folder_ / "records.db").value(); }
    [[nodiscard]] std::vector<insight::ItemReport> items(const std::string& scenario = "") const {
        auto reader = this->reader();
        auto items = app::recorded_items(reader, scenario);
        REQUIRE(items);
        return *items;
    }

private:
    void decide(const std::string& session, store::StoredEvent started, int score, const std::string& item) {
        std::string quoted;
        for (const char c : result_of(item, score, 6))
            quoted += c == '"' ? "\\\"" : std::string(1, c);
        append(session,
               {std::move(started), maker_.decided(2, "KS-O1", score, "CANARY-reason"),
                maker_.make(3, "scored",
                            R"({"indicator":"KS-O1","key_hash":"k1","reason":"","result":")" + quoted + R"("})"),
                maker_.finished(4)});
    }
    void append(const std::string& session, std::vector<store::StoredEvent> events) {
        REQUIRE(append_now(*writer_, session, std::move(events)).status);
    }

    TempFolder folder_;
    EventMaker maker_;
    std::unique_ptr<store::Writer> writer_ = store::Writer::open(options_in(folder_)).value();
};

} // namespace

TEST_CASE("an item counts decisions made alone and first votes; machines, checks and second votes do not count") {
    Kept kept;
    const std::string ani = kept.person(), budi = kept.person(), citra = kept.person();
    kept.practise(ani, 6);
    kept.practise(ani, 8); // again: counted as a later answer
    kept.practise(citra, 0, "practise", "strict");
    kept.practise(citra, 0, "check");
    kept.vote({{budi, 4}}, "Aturan kurang jelas");
    const auto items = kept.items();
    REQUIRE(items.size() == 1);
    CHECK(items[0].code == "KS-O1");
    CHECK(items[0].n == 2);
    CHECK(items[0].repeats == 1);
    CHECK(items[0].exact.k == 1);
    CHECK(items[0].scores == std::map<int, int>{{4, 1}, {6, 1}});
    CHECK(items[0].rule_comments == std::vector<std::string>{"Aturan kurang jelas"});
}

TEST_CASE("one case is asked for with its variants, and signs rest on all cases") {
    Kept kept;
    const std::string ani = kept.person();
    kept.practise(ani, 6);
    kept.practise(ani, 6, "practise", "", "case-a.kembar", "i2");
    kept.practise(ani, 6, "practise", "", "case-ab", "i3");
    CHECK(kept.items().size() == 3);
    const auto items = kept.items("case-a");
    REQUIRE(items.size() == 2);
    CHECK(items[1].scenario == "case-a.kembar");
    CHECK(kept.items("case").empty());
}

TEST_CASE("two records of one person answer once") {
    Kept kept;
    const std::string ani = kept.person(), other = kept.person(), budi = kept.person();
    for (const std::string& who : {ani, other, budi})
        kept.practise(who, 6);
    CHECK(kept.items()[0].n == 3);
    REQUIRE(kept.writer().say_same_person(ani, other, true));
    CHECK(kept.items()[0].n == 2);
    CHECK(kept.items()[0].repeats == 1);
}

TEST_CASE("the report names nobody, and tells titles where the case is at hand") {
    Kept kept;
    const std::string ani = kept.person();
    kept.practise(ani, 6);
    kept.practise(kept.person(), 8, "practise", "", "case-z", "i2");
    auto reader = kept.reader();
    app::ReportSources sources;
    sources.lang = base::Lang::Id;
    sources.title = [](const std::string& id) { return id == "case-a" ? base::Text{"Judul", "Title"} : base::Text{}; };
    const auto input = app::items_report(reader, "", sources);
    REQUIRE(input);
    CHECK(input->cases == std::map<std::string, std::string>{{"case-a", "Judul"}});
    const auto catalogue = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(catalogue);
    for (const sheets::OutSheet& sheet : report::items_book(*input, report::Words(*catalogue, base::Lang::Id)).sheets)
        for (const auto& row : sheet.rows)
            for (const std::string& cell : row) {
                CHECK(cell.find(ani) == std::string::npos);
                CHECK(cell.find("CANARY") == std::string::npos);
            }
}

TEST_CASE("gathering stops when it is asked to") {
    Kept kept;
    kept.vote({{kept.person(), 8}});
    auto reader = kept.reader();
    const auto items = app::recorded_items(reader, "", [] { return true; });
    REQUIRE_FALSE(items);
    CHECK(items.error().code == "stopped");
}
