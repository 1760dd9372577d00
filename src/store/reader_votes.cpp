#include "store/reader_inner.h"

namespace timbang::store {
namespace {

constexpr const char* kVotes =
    "SELECT v.session, v.seq, coalesce(v.person, ''), coalesce(p.code, ''), v.round, v.indicator, v.kind, v.time, "
    "v.score, v.verdict, v.confidence, v.way, v.key_hash, v.result, v.exact, s.scenario, s.framework, v.item_hash, "
    "s.version, s.content_hash "
    "FROM vote v JOIN session s ON s.id=v.session LEFT JOIN person p ON p.id=v.person WHERE ";

/// Votes that may count for the person.
constexpr const char* kFirst = "v.kind='first' AND s.player='' AND s.needs_newer=0 ";

VoteRow vote_of(const SQLite::Statement& row) {
    VoteRow vote;
    vote.session = row.getColumn(0).getString();
    vote.seq = row.getColumn(1).getInt64();
    vote.person = row.getColumn(2).getString();
    vote.person_code = row.getColumn(3).getString();
    vote.round = row.getColumn(4).getInt();
    vote.indicator = row.getColumn(5).getString();
    vote.kind = row.getColumn(6).getString();
    vote.time = time_of(row.getColumn(7));
    if (!row.getColumn(8).isNull()) vote.score = row.getColumn(8).getInt();
    vote.verdict = row.getColumn(9).getString(); // NULL reads as ""
    if (!row.getColumn(10).isNull()) vote.confidence = row.getColumn(10).getInt();
    vote.way = row.getColumn(11).getString();
    vote.key_hash = row.getColumn(12).getString();
    vote.result = row.getColumn(13).getString();
    if (!row.getColumn(14).isNull()) vote.exact = row.getColumn(14).getInt() != 0;
    vote.scenario = row.getColumn(15).getString();
    vote.framework = row.getColumn(16).getString();
    vote.item_hash = row.getColumn(17).getString();
    vote.version = row.getColumn(18).getString();
    vote.content_hash = row.getColumn(19).getString();
    return vote;
}

} // namespace

base::Result<std::vector<VoteRow>> Reader::votes_in(const std::string& session) {
    return guarded(inner_->path, [&]() -> base::Result<std::vector<VoteRow>> {
        return rows(*inner_->database, std::string(kVotes) + "v.session=? ORDER BY v.seq", &session, vote_of);
    });
}

base::Result<std::vector<VoteRow>> Reader::votes_of(const std::string& person) {
    const base::Result<std::string> same = inner_->same_as(person);
    if (!same) return same.error();
    return guarded(inner_->path, [&]() -> base::Result<std::vector<VoteRow>> {
        return rows(*inner_->database,
                    std::string(kVotes) + "v.person IN (SELECT value FROM json_each(?)) AND " + kFirst +
                        "ORDER BY v.time, v.session, v.seq",
                    &*same,
                    vote_of);
    });
}

base::Status Reader::all_votes(const std::function<bool(const VoteRow&)>& each) {
    return guarded(inner_->path, [&]() -> base::Status {
        SQLite::Statement statement(*inner_->database, std::string(kVotes) + "v.person IS NOT NULL AND " + kFirst +
                                                           "ORDER BY v.session, v.seq");
        while (statement.executeStep())
            if (!each(vote_of(statement))) break;
        return {};
    });
}

} // namespace timbang::store
