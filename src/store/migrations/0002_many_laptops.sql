-- Many laptops: who a record comes from, who is one person, and what was forgotten. src/store/README.md explains every table.

-- When code and name were last changed, each for itself: of two laptops' rows the newer counts. 0: the code stands in for an
-- unknown person.
ALTER TABLE person ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN named INTEGER NOT NULL DEFAULT 0;
UPDATE person SET changed=added WHERE code<>id;
UPDATE person SET named=added WHERE id IN (SELECT person FROM person_detail);

CREATE TABLE site (
    id    TEXT PRIMARY KEY,
    name  TEXT NOT NULL,
    key   TEXT NOT NULL,
    since INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE same_person (
    id     TEXT PRIMARY KEY,
    a      TEXT NOT NULL,
    b      TEXT NOT NULL,
    joined INTEGER NOT NULL,
    time   INTEGER NOT NULL,
    site   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE tombstone (
    person TEXT NOT NULL,
    scope  TEXT NOT NULL,
    time   INTEGER NOT NULL,
    site   TEXT NOT NULL,
    PRIMARY KEY (person, scope)
) WITHOUT ROWID;
