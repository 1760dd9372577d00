#include <doctest/doctest.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <map>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "base/rng.h"
#include "support/program.h"

using nlohmann::json;
using timbang::test::TempFolder;
using timbang::test::run_timbang;

namespace {

/// An automatic session that tells on standard error, event by event, what is durable.
struct Child {
    pid_t id = -1;
    int from = -1;
};

Child start_session(const std::string& data_folder, std::uint64_t seed) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const std::string number = std::to_string(seed);
    const char* const arguments[] = {TIMBANG_BINARY,
                                     "play",
                                     "scenarios/jumlah-yang-tidak-cocok",
                                     "--player",
                                     "random",
                                     "--seed",
                                     number.c_str(),
                                     "--record",
                                     "--tell-kept",
                                     "--data-dir",
                                     data_folder.c_str(),
                                     nullptr};
    const pid_t id = ::fork();
    REQUIRE(id >= 0);
    if (id == 0) {
        const int nowhere = ::open("/dev/null", O_WRONLY);
        ::dup2(nowhere, 1);
        ::dup2(ends[1], 2);
        ::close(ends[0]);
        if (::chdir(TIMBANG_SOURCE_DIR) == 0) ::execv(TIMBANG_BINARY, const_cast<char* const*>(arguments));
        ::_exit(127);
    }
    ::close(ends[1]);
    return {id, ends[0]};
}

/// Reads until `enough` lines have come and some bytes more, or the end.
std::string read_lines(int from, std::uint64_t enough) {
    std::string text;
    char byte = 0;
    for (std::uint64_t lines = 0; lines < enough;) {
        const ssize_t count = ::read(from, &byte, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        text.push_back(byte);
        lines += byte == '\n';
    }
    return text;
}

std::string read_rest(int from) {
    std::string text;
    char bytes[4096];
    for (ssize_t count = 0; (count = ::read(from, bytes, sizeof bytes)) > 0;)
        text.append(bytes, static_cast<std::size_t>(count));
    return text;
}

/// "kept SESSION SEQ" lines: the last number of each session. A line cut off in the middle counts for nothing.
void note_kept(const std::string& told, std::map<std::string, int>& kept) {
    std::istringstream lines(told);
    std::string line;
    while (std::getline(lines, line) && !lines.eof()) {
        std::istringstream words(line);
        std::string word, session;
        int seq = 0;
        if (words >> word >> session >> seq && word == "kept") kept[session] = seq;
    }
}

/// TIMBANG_KILLS sets how many; tools/kill_loop uses it.
int kills_wanted() {
    const char* const wanted = std::getenv("TIMBANG_KILLS");
    return wanted ? std::atoi(wanted) : 200;
}

} // namespace

TEST_CASE("an automatic session killed at random moments loses nothing that was told to be kept") {
    const TempFolder folder;
    std::map<std::string, int> kept;
    ::timbang::base::Rng rng(77);
    int killed_at_work = 0;
    const int kills = kills_wanted();
    for (int i = 0; i < kills; ++i) {
        const Child child = start_session(folder.path(), static_cast<std::uint64_t>(i));
        std::string told = read_lines(child.from, rng.below(60));
        ::kill(child.id, SIGKILL);
        told += read_rest(child.from); // what was told before the end counts too
        ::close(child.from);
        int status = 0;
        ::waitpid(child.id, &status, 0);
        REQUIRE((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
        killed_at_work += WIFSIGNALED(status);
        note_kept(told, kept);
    }
    CHECK(killed_at_work * 2 > kills);
    CHECK(static_cast<int>(kept.size()) * 2 > kills);

    const std::string data = " --json --data-dir '" + folder.path() + "'";
    const auto listed = run_timbang("records list" + data);
    INFO(listed.err);
    REQUIRE(listed.exit_code == 0);
    std::map<std::string, int> found;
    const json list = json::parse(listed.out);
    for (const json& session : list.at("sessions")) found[session.at("id").get<std::string>()] = 0;
    for (const auto& [session, last] : kept) {
        REQUIRE(found.contains(session));
        const auto shown = run_timbang("records show " + session + data);
        REQUIRE(shown.exit_code == 0);
        const json events = json::parse(shown.out).at("events");
        CHECK(static_cast<int>(events.size()) >= last);
        for (std::size_t n = 0; n < events.size(); ++n) CHECK(events[n]["seq"] == n + 1);
    }
}
