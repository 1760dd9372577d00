-- A record of schema 2: as in schema 1, and besides who it is, what was said of two people, and somebody forgotten.
PRAGMA application_id=1414349383;
PRAGMA user_version=2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO "decision" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',3,'019c1c38-a018-7064-802d-8a5e87afea62','KS-O1',NULL,1770000000005,10,'accept',3,0,NULL,NULL,NULL);
INSERT INTO "decision" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',4,'019c1c38-a018-7064-802d-8a5e87afea62','KS-O1',NULL,1770000000006,8,'accept',3,1,'k1','{"exact":true}',1);
INSERT INTO "decision" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',5,'019c1c38-a018-7064-802d-8a5e87afea62','KS-S1',NULL,1770000000007,5,'accept',3,1,'k1','{"exact":false}',0);
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
INSERT INTO "event" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',1,'019c1c38-a403-7996-a2df-7737091f4f07','session_started',1770000000003,'{"content_hash":"c1","continues":"","framework":"practice-22-2021","key_hash":"k1","mode":"practise","person":"019c1c38-a018-7064-802d-8a5e87afea62","player":"","program_version":"0.1.0","scenario":"jumlah-yang-tidak-cocok","seed":7,"version":"2"}','402d717a8915a4a8f5214dbf6a86f975a62312976e7871fb5d3a21a2256f87a2');
INSERT INTO "event" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',2,'019c1c38-a404-7db8-a383-0d21dc859216','opened',1770000000004,'{"evidence":"letter","page":1}','ec7130d89433494b5336b23cc17d448eecaf5fe0fcbf33070f8786d183c5f027');
INSERT INTO "event" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',3,'019c1c38-a405-7e7a-a376-a9b1a2036b72','decided',1770000000005,'{"checklist":{},"confidence":3,"indicator":"KS-O1","marks":[],"reason":null,"score":10,"verdict":"accept"}','a0dbcc4a25791b72fb905f7bd1cd7724dfae1aad7a7812eee4061e630bb169e4');
INSERT INTO "event" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',4,'019c1c38-a406-7acc-b63e-2d8f305c487f','decided',1770000000006,'{"checklist":{},"confidence":3,"indicator":"KS-O1","marks":[],"reason":null,"score":8,"verdict":"accept"}','c5d25244cdbf92940489f9b76ed19ac4edaaae6e008406c8d86d83981be8b475');
INSERT INTO "event" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',5,'019c1c38-a407-7cf4-9604-229593349fc3','decided',1770000000007,'{"checklist":{},"confidence":3,"indicator":"KS-S1","marks":[],"reason":null,"score":5,"verdict":"accept"}','3b5d28e4ab1139a2fa893819c5c526d73a019b340dcff12941df9b99280b8708');
INSERT INTO "event" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',6,'019c1c38-a408-7c5c-8c84-126a618293ea','scored',1770000000008,'{"indicator":"KS-O1","key_hash":"k1","reason":"","result":"{\"exact\":true}"}','d57246897063f99785baaba3adce4a218c1937f340c1971a8e99d127747e7f0f');
INSERT INTO "event" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',7,'019c1c38-a409-7de6-9a99-8bafd493b9f5','scored',1770000000009,'{"indicator":"KS-S1","key_hash":"k1","reason":"","result":"{\"exact\":false}"}','a80b7ce935b8786fd90d3d2bab8cca46b5c16b7b0e2dc82c295e5ffc8dd3f923');
INSERT INTO "event" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989',8,'019c1c38-a40a-76a8-9686-b91ee8c2cf2d','finished',1770000000010,'{}','de366f6cec0e28d6a6ebf8da9b9308c881a54ff6aeee9919dc61b22f037712ce');
INSERT INTO "event" VALUES('019c1c38-a402-7d01-92a7-64fb66abc9cf',1,'019c1c38-a40b-7b32-af8a-0d2ce00389c6','session_started',1770000000011,'{"content_hash":"c1","continues":"","framework":"practice-22-2021","key_hash":"k1","mode":"practise","person":"019c1c38-a018-79b6-88e9-8cd697316060","player":"","program_version":"0.1.0","scenario":"jumlah-yang-tidak-cocok","seed":7,"version":"2"}','aa80c72867e11c99de7fab803cea07d55c3e940f5611be016c09908bd1c02456');
INSERT INTO "event" VALUES('019c1c38-a402-7d01-92a7-64fb66abc9cf',2,'019c1c38-a40c-7193-b0ec-2fb3344507d1','drafted',1770000000012,'{"checklist":{},"confidence":null,"indicator":"KS-O1","reason":null,"score":null,"verdict":null}','886bc0d5d33093bf78cc49375ef4c550fad535844c09391a22a3f80ea2264534');
CREATE TABLE free_text (
    id    TEXT PRIMARY KEY,
    event TEXT NOT NULL REFERENCES event(id),
    field TEXT NOT NULL,
    text  TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "free_text" VALUES('019c1c38-a406-7acc-b63e-2d8f305c487f/reason','019c1c38-a406-7acc-b63e-2d8f305c487f','reason','6.279 dibagi 6.940.');
INSERT INTO "free_text" VALUES('019c1c38-a40c-7193-b0ec-2fb3344507d1/reason','019c1c38-a40c-7193-b0ec-2fb3344507d1','reason','Jumlah di halaman 2 tidak sama dengan lampiran.');
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "meta" VALUES('min_reader','2');
INSERT INTO "meta" VALUES('site','019c1c38-b000-7a10-8f00-000000000001');
CREATE TABLE person (
    n     INTEGER PRIMARY KEY,
    id    TEXT NOT NULL UNIQUE,
    code  TEXT NOT NULL,
    added INTEGER NOT NULL
, changed INTEGER NOT NULL DEFAULT 0, named INTEGER NOT NULL DEFAULT 0);
INSERT INTO "person" VALUES(1,'019c1c38-a018-7064-802d-8a5e87afea62','local',1769999999000,1769999999000,0);
INSERT INTO "person" VALUES(2,'019c1c38-a018-79b6-88e9-8cd697316060','DP-07',1769999999000,1769999999000,1769999999000);
CREATE TABLE person_detail (
    person TEXT PRIMARY KEY REFERENCES person(id) ON DELETE CASCADE,
    name   TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "person_detail" VALUES('019c1c38-a018-79b6-88e9-8cd697316060','Sari Dewi');
CREATE TABLE same_person (
    id     TEXT PRIMARY KEY,
    a      TEXT NOT NULL,
    b      TEXT NOT NULL,
    joined INTEGER NOT NULL,
    time   INTEGER NOT NULL,
    site   TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "same_person" VALUES('019c1c38-b100-7a10-8f00-000000000002','019c1c38-a018-7064-802d-8a5e87afea62','019c1c38-a018-79b6-88e9-8cd697316060',1,1770000200000,'019c1c38-b000-7a10-8f00-000000000001');
INSERT INTO "same_person" VALUES('019c1c38-b200-7a10-8f00-000000000003','019c1c38-a018-7064-802d-8a5e87afea62','019c1c38-a018-79b6-88e9-8cd697316060',0,1770000300000,'019c1c38-b000-7a10-8f00-000000000001');
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
INSERT INTO "session" VALUES('019c1c38-a401-7fed-b346-6f8a7b81a989','019c1c38-a018-7064-802d-8a5e87afea62','jumlah-yang-tidak-cocok','2','practice-22-2021','practise','','c1','k1','','',1770000000003,1770000000010,1770000000010,'finished',8,0);
INSERT INTO "session" VALUES('019c1c38-a402-7d01-92a7-64fb66abc9cf','019c1c38-a018-79b6-88e9-8cd697316060','jumlah-yang-tidak-cocok','2','practice-22-2021','practise','','c1','k1','','',1770000000011,1770000000012,NULL,'open',2,0);
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
CREATE TABLE site (
    id    TEXT PRIMARY KEY,
    name  TEXT NOT NULL,
    key   TEXT NOT NULL,
    since INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO "site" VALUES('019c1c38-b000-7a10-8f00-000000000001','Laptop 3','abababababababababababababababababababababababababababababababab',1770000100000);
CREATE TABLE tombstone (
    person TEXT NOT NULL,
    scope  TEXT NOT NULL,
    time   INTEGER NOT NULL,
    site   TEXT NOT NULL,
    PRIMARY KEY (person, scope)
) WITHOUT ROWID;
INSERT INTO "tombstone" VALUES('019c1c38-b300-7a10-8f00-000000000004','decisions',1770000400000,'019c1c38-b000-7a10-8f00-000000000001');
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
CREATE INDEX session_person ON session(person, started);
CREATE INDEX free_text_event ON free_text(event);
CREATE INDEX decision_person ON decision(person, time);
CREATE INDEX vote_person ON vote(person, time);
COMMIT;
