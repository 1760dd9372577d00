#include "store/reader_inner.h"

namespace timbang::store {
namespace {

constexpr const char* kVotes =
    "SELECT v.session, v.seq, coalesce(v.person, ''), coalesce(p.code, ''), v.round, v.indicator, v.kind, v.time, "
    "v.score, v.verdict, v.confidence, v.way, v.key_hash, v.result, v.exact "
    "FROM vote v LEFT JOIN person p ON p.id=v.person WHERE v.session=? ORDER BY v.seq";

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
    return vote;
}

} // namespace

base::Result<std::vector<VoteRow>> Reader::votes_in(const std::string& session) {
    return guarded(inner_->path, [&]() -> base::Result<std::vector<VoteRow>> {
        return rows(*inner_->database, kVotes, &session, vote_of);
    });
}

} // namespace timbang::store
