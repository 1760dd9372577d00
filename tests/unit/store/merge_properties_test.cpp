// Whatever the laptops recorded, joined and forgot: the order and number of merges make no difference.
#include <map>

#include "support/forgetful_vfs.h"
#include "unit/store/merge_fixture.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;

namespace {

/// Laptops that record at random, merge from each other now and then, and forget people; exports of several moments.
struct Fleet {
    std::vector<std::unique_ptr<Laptop>> laptops;
    std::vector<std::string> files;

    explicit Fleet(std::uint64_t seed) : rng_(seed) {
        for (std::uint64_t i = 0; i < 3; ++i) {
            laptops.push_back(std::make_unique<Laptop>(seed * 10 + i + 1));
            for (int p = 0; p < 3; ++p) people_.push_back(laptops.back()->person("DP-0" + std::to_string(p), p == 0 ? "Ani" : ""));
        }
        for (int step = 0; step < 24; ++step) happen();
        for (auto& laptop : laptops) files.push_back(laptop->exported("last"));
    }

private:
    const std::string& somebody() { return people_[rng_.below(people_.size())]; }
    void happen() {
        const std::size_t at = rng_.below(laptops.size());
        Laptop& laptop = *laptops[at];
        laptop.now += std::chrono::milliseconds(1 + rng_.below(5000));
        switch (rng_.below(10)) {
        case 0:
        case 1:
        case 2: (void)laptop.practise(somebody(), rng_.below(2) ? "KS-O1" : "KS-O2", static_cast<int>(rng_.below(9)), rng_.below(2) ? "Sebab" : ""); return;
        case 3: go_on(laptop, at); return;
        case 4: hold_room(laptop); return;
        case 5: export_from(at); return;
        case 6: if (!files.empty()) (void)laptop.merge({files[rng_.below(files.size())]}); return;
        case 7: say_same(laptop); return;
        case 8: rename(laptop); return;
        default: forget(laptop); return;
        }
    }
    /// A session that is left open and gone on with at later steps.
    void go_on(Laptop& laptop, std::size_t at) {
        auto& [session, seq] = open_[at];
        if (session.empty() || !laptop.reader().session(session)) {
            session = laptop.maker.session();
            seq = 1;
            append_now(*laptop.writer, session, {laptop.maker.started(somebody())});
        }
        append_now(*laptop.writer, session, {laptop.maker.decided(seq + 1, "KS-O1", static_cast<int>(rng_.below(9)), "Lama"), laptop.maker.make(seq + 2, "dreamt", R"({"of":1})")});
        seq += 2;
    }
    void hold_room(Laptop& laptop) {
        const std::string one = somebody(), other = somebody();
        append_now(*laptop.writer, laptop.maker.session(),
                   {laptop.maker.room_started(), laptop.maker.voted(2, one, "first", 4, 1, "Sebab"), laptop.maker.voted(3, other, "first", 6, 1, "Lain"),
                    laptop.maker.vote_scored(4, one, true), laptop.maker.voted(5, one, "first", 8), laptop.maker.voted(6, "group 1", "group", 8, 1, "Bersama"), laptop.maker.make(7, "room_ended", "{}")});
    }
    void export_from(std::size_t at) { files.push_back(laptops[at]->exported("e" + std::to_string(files.size()), rng_.below(4) ? Names::Keep : Names::Codes)); }
    void say_same(Laptop& laptop) { (void)laptop.writer->say_same_person(somebody(), somebody(), rng_.below(3) > 0); }
    void rename(Laptop& laptop) {
        const auto people = laptop.reader().people();
        if (people->empty()) return;
        Person person = people->at(rng_.below(people->size()));
        person.name = "Name " + std::to_string(rng_.below(100));
        (void)laptop.writer->change_person(person);
    }
    void forget(Laptop& laptop) {
        const auto people = laptop.reader().people();
        if (people->empty() || rng_.below(2)) return;
        CHECK(laptop.writer->forget({people->at(rng_.below(people->size())).code, rng_.below(2) == 0}));
    }

    base::Rng rng_;
    std::vector<std::string> people_;
    std::map<std::size_t, std::pair<std::string, std::int64_t>> open_;
};

std::vector<std::string> shuffled(std::vector<std::string> files, base::Rng& rng) {
    for (std::size_t i = files.size(); i > 1; --i) std::swap(files[i - 1], files[rng.below(i)]);
    return files;
}

} // namespace

TEST_CASE("merging is commutative, associative and idempotent on random records with tombstones") {
    int buried = 0, joined = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        base::Rng rng(seed);
        const Fleet fleet(seed);
        Laptop whole(900);
        (void)whole.merge(fleet.files);
        const std::string expected = content_of(whole.path());
        CHECK(whole.reader().verify());
        buried += whole.reader().sessions()->size() > 0 && rows_of(whole.path(), "SELECT count(*) FROM tombstone") != "0|\n";
        joined += rows_of(whole.path(), "SELECT count(*) FROM same_person") != "0|\n";
        CHECK(rows_of(whole.path(), "SELECT count(*) FROM set_aside") == "0|\n");

        Laptop other(901); // one by one, in another order, some twice
        for (const std::string& file : shuffled(fleet.files, rng)) (void)other.merge({file});
        for (const std::string& file : shuffled(fleet.files, rng))
            if (rng.below(2)) (void)other.merge({file});
        CHECK(content_of(other.path()) == expected);

        Laptop part(902), rest(903); // through a third laptop
        const std::size_t half = fleet.files.size() / 2;
        (void)part.merge({fleet.files.begin(), fleet.files.begin() + static_cast<std::ptrdiff_t>(half)});
        (void)rest.merge({fleet.files.begin() + static_cast<std::ptrdiff_t>(half), fleet.files.end()});
        (void)rest.merge({part.exported("part")});
        CHECK(content_of(rest.path()) == expected);

        Laptop& own = *fleet.laptops[rng.below(3)]; // one of those who recorded
        (void)own.merge(shuffled(fleet.files, rng));
        CHECK(content_of(own.path()) == expected);
        CHECK(whole.writer->rebuild());
        CHECK(content_of(whole.path()) == expected);
    }
    CHECK(buried > 4); // there was something to forget and to join
    CHECK(joined > 4);
}

TEST_CASE("stopped after any batch and called again, a merge comes to the whole") {
    const Fleet fleet(77);
    Laptop whole(900);
    (void)whole.merge(fleet.files);
    const std::string expected = content_of(whole.path());
    bool finished = false;
    for (int stop_at = 0; !finished && stop_at < 400; ++stop_at) {
        Laptop laptop(901);
        MergeOptions options;
        options.files = fleet.files;
        options.batch = 3;
        int calls = 0;
        options.progress = [&](std::int64_t, std::int64_t) { return calls++ < stop_at; };
        const auto merged = laptop.writer->merge(options);
        REQUIRE(merged);
        finished = !merged->stopped;
        CHECK(laptop.reader().verify());
        (void)laptop.merge(fleet.files);
        CHECK(content_of(laptop.path()) == expected);
        stop_at += stop_at / 6;
    }
    CHECK(finished);
}

TEST_CASE("cut short by a power loss or a full disk and called again, a merge comes to the whole") {
    const Fleet fleet(78);
    Laptop whole(900);
    (void)whole.merge(fleet.files);
    const std::string expected = content_of(whole.path());
    const TempFolder folder;
    base::Rng rng(5);
    int cut = 0;
    for (int i = 0; i < 40; ++i) {
        CAPTURE(i);
        ForgetfulVfs vfs(static_cast<std::uint64_t>(i), i % 4 != 0);
        WriterOptions options;
        options.path = "/records.db";
        options.vfs = vfs.name();
        options.recovery_folder = folder / "recovery";
        options.busy_ms = 0;
        MergeOptions merge;
        merge.files = fleet.files;
        merge.batch = 20;
        {
            const auto writer = Writer::open(options);
            REQUIRE(writer);
            if (i % 2) vfs.lose_power_at(vfs.operations() + 1 + static_cast<long>(rng.below(300)));
            else vfs.set_capacity(150'000 + rng.below(250'000));
            const auto merged = (*writer)->merge(merge);
            cut += !merged.ok();
            if (!merged && i % 2 == 0) CHECK(merged.error().code == "disk-full");
        }
        vfs.restore_power();
        vfs.set_capacity(std::size_t{1} << 30);
        const auto writer = Writer::open(options);
        REQUIRE_MESSAGE(writer.ok(), code_of(writer));
        CHECK((*writer)->merge(merge));
        CHECK(Reader::open(options.path, options.vfs)->verify());
        CHECK(content_of(options.path, options.vfs) == expected);
    }
    CHECK(cut > 10);
}
