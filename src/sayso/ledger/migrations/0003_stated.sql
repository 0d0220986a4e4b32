-- What pages state of themselves: their own addresses and when they were last changed, each with its bytes.
CREATE TABLE stated (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (entry),
    what TEXT NOT NULL,
    by TEXT NOT NULL,
    value TEXT NOT NULL,
    byte_start INTEGER,
    byte_end INTEGER
) STRICT;
