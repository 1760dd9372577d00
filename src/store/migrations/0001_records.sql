-- The record: people, sessions, their numbered events, free texts, and what is derived from them.
-- Times are milliseconds since 1970, UTC. Ids are UUIDv7 in lower case. src/store/README.md explains every table.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE person (
    n     INTEGER PRIMARY KEY,
    id    TEXT NOT NULL UNIQUE,
    code  TEXT NOT NULL,
    added INTEGER NOT NULL
);

CREATE TABLE person_detail (
    person TEXT PRIMARY KEY REFERENCES person(id) ON DELETE CASCADE,
    name   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE session (
    id           TEXT PRIMARY KEY,
    person       TEXT REFERENCES person(id),
    scenario     TEXT NOT NULL,
    version      TEXT NOT NULL,
    framework    TEXT NOT NULL,
    mode         TEXT NOT NULL,
    player       TEXT NOT NULL DEFAULT '',
    content_hash TEXT NOT NULL,
    key_hash     TEXT NOT NULL,
    continues    TEXT NOT NULL DEFAULT '',
    origin       TEXT NOT NULL DEFAULT '',
    started      INTEGER NOT NULL,
    last         INTEGER NOT NULL,
    ended        INTEGER,
    state        TEXT NOT NULL DEFAULT 'open',
    last_seq     INTEGER NOT NULL DEFAULT 0,
    needs_newer  INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX session_person ON session(person, started);

CREATE TABLE event (
    session      TEXT NOT NULL REFERENCES session(id),
    seq          INTEGER NOT NULL,
    id           TEXT NOT NULL UNIQUE,
    type         TEXT NOT NULL,
    time         INTEGER NOT NULL,
    payload      TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    PRIMARY KEY (session, seq)
) WITHOUT ROWID;

CREATE TABLE free_text (
    id    TEXT PRIMARY KEY,
    event TEXT NOT NULL REFERENCES event(id),
    field TEXT NOT NULL,
    text  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX free_text_event ON free_text(event);

CREATE TABLE set_aside (
    n            INTEGER PRIMARY KEY,
    reason       TEXT NOT NULL,
    found        INTEGER NOT NULL,
    session      TEXT NOT NULL,
    seq          INTEGER NOT NULL,
    id           TEXT NOT NULL,
    type         TEXT NOT NULL,
    time         INTEGER NOT NULL,
    payload      TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    texts        TEXT NOT NULL,
    UNIQUE (id, payload_hash, session, seq)
);

CREATE TABLE decision (
    session    TEXT NOT NULL REFERENCES session(id),
    seq        INTEGER NOT NULL,
    person     TEXT REFERENCES person(id),
    indicator  TEXT NOT NULL,
    item_hash  TEXT,
    time       INTEGER NOT NULL,
    score      INTEGER,
    verdict    TEXT,
    confidence INTEGER,
    is_last    INTEGER NOT NULL DEFAULT 1,
    key_hash   TEXT,
    result     TEXT,
    exact      INTEGER,
    PRIMARY KEY (session, seq)
) WITHOUT ROWID;
CREATE INDEX decision_person ON decision(person, time);

CREATE TABLE vote (
    session    TEXT NOT NULL REFERENCES session(id),
    seq        INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    indicator  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    person     TEXT REFERENCES person(id),
    item_hash  TEXT,
    time       INTEGER NOT NULL,
    score      INTEGER,
    verdict    TEXT,
    confidence INTEGER,
    way        TEXT,
    key_hash   TEXT,
    result     TEXT,
    exact      INTEGER,
    PRIMARY KEY (session, seq)
) WITHOUT ROWID;
CREATE INDEX vote_person ON vote(person, time);
