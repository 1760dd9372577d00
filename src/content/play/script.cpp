#include "content/play/automatic.h"

namespace timbang::content {

namespace {

base::Error line_error(int number, std::string_view line, base::Error cause) {
    constexpr std::size_t kShown = 120;
    return base::Error("play-line", {{"line", std::int64_t{number}}, {"text", std::string(line.substr(0, kShown))}})
        .caused_by(std::move(cause));
}

base::Error refused(const domain::Rejection& rejection) {
    return base::Error("play-refused",
                       {{"reason", base::Key{std::string("rejection.") + domain::rejection_id(rejection.reason)}}});
}

} // namespace

base::Result<Played> play_script(const domain::Scenario& scenario, std::string_view text, domain::Mode mode,
                                 std::uint64_t seed) {
    Session session(scenario, mode, seed);
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first == std::string_view::npos || line[first] == '#') continue;
        const auto command = parse_command(scenario, session.state(), line);
        if (!command) return line_error(number, line, command.error());
        if (!session.ask(*command)) return line_error(number, line, refused(*session.refusal()));
    }
    return session.finish();
}

} // namespace timbang::content
