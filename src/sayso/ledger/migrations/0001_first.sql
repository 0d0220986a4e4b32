-- The first shape of a ledger. What each table holds, and how it is proven, stands in docs/decisions/ledger-chain.md.

-- The log: one row an addition (or migration), each chained to the one before by its hash.
CREATE TABLE entries (
    entry INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- The bytes as they came, zstd; `packed_sha256` is that of the packed bytes.
CREATE TABLE originals (
    sha256 TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL,
    packed_sha256 TEXT NOT NULL
) STRICT;

-- One original at one place. `entry` is the number of its entry in the log; `place` is the address, else the path.
CREATE TABLE reports (
    entry INTEGER PRIMARY KEY REFERENCES entries (entry),
    id TEXT NOT NULL UNIQUE,
    original TEXT NOT NULL REFERENCES originals (sha256),
    place TEXT NOT NULL,
    path TEXT NOT NULL,
    address TEXT,
    outlet TEXT,
    outlet_spans TEXT,
    title TEXT,
    byline TEXT,
    published TEXT,
    published_from TEXT,
    language TEXT,
    status TEXT NOT NULL,
    why TEXT,
    text TEXT NOT NULL,
    removed TEXT NOT NULL,
    charset TEXT NOT NULL,
    media TEXT NOT NULL,
    version_of INTEGER REFERENCES reports (entry),
    added TEXT NOT NULL,
    unspaced INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_by_place ON reports (place);
CREATE INDEX reports_by_version ON reports (version_of) WHERE version_of IS NOT NULL;

-- The whole reading as one line of JSON, with its map into the original, zstd. The tables below are made from it.
CREATE TABLE readings (
    report INTEGER PRIMARY KEY REFERENCES reports (entry),
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL,
    packed_sha256 TEXT NOT NULL
) STRICT;

-- Rows of a report: `key` is report * 1048576 + place in the reading. Lists and spans are JSON.
CREATE TABLE actors (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (entry),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    roles TEXT NOT NULL,
    aliases TEXT NOT NULL,
    mentions TEXT NOT NULL
) STRICT;

CREATE TABLE attributions (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (entry),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT,
    source_spans TEXT,
    cue TEXT,
    cue_spans TEXT,
    cue_lemma TEXT,
    cue_stance TEXT,
    content TEXT NOT NULL,
    content_spans TEXT NOT NULL,
    mode TEXT NOT NULL,
    act TEXT NOT NULL,
    speaker TEXT,
    chain TEXT NOT NULL,
    said TEXT,
    place TEXT,
    addressee TEXT,
    inside TEXT,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX attributions_by_speaker ON attributions (speaker) WHERE speaker IS NOT NULL;

-- `speaker` and `said` are those of the attribution. A whole number beyond 64 bits is kept as its digits.
CREATE TABLE figures (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (entry),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    value ANY,
    low ANY,
    high ANY,
    bound TEXT NOT NULL,
    trend TEXT,
    unit TEXT,
    noun TEXT,
    noun_start INTEGER,
    noun_end INTEGER,
    counted TEXT,
    part_of TEXT,
    convention TEXT,
    population TEXT,
    place TEXT,
    as_of TEXT,
    since TEXT,
    attribution TEXT,
    speaker TEXT,
    said TEXT
) STRICT;
CREATE INDEX figures_by_counted ON figures (counted) WHERE counted IS NOT NULL;

CREATE TABLE dates (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (entry),
    id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    mod TEXT,
    edtf TEXT
) STRICT;

CREATE TABLE demands (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (entry),
    id TEXT NOT NULL,
    attribution TEXT,
    who TEXT,
    addressees TEXT NOT NULL,
    action TEXT NOT NULL,
    action_start INTEGER NOT NULL,
    action_end INTEGER NOT NULL,
    until TEXT
) STRICT;

CREATE TABLE wording (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (entry),
    id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    text TEXT NOT NULL,
    list TEXT NOT NULL,
    rule TEXT NOT NULL,
    voice TEXT NOT NULL,
    plain TEXT NOT NULL
) STRICT;

CREATE TABLE findings (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (entry),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    why TEXT NOT NULL,
    spans TEXT NOT NULL
) STRICT;

CREATE TABLE refused (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (entry),
    span_start INTEGER,
    span_end INTEGER,
    what TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;

-- Words to search for; the text itself stays in the tables above. Scripts without blanks are cut in threes.
CREATE VIRTUAL TABLE report_words USING fts5(
    title, text, content = 'reports', content_rowid = 'entry', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE attribution_words USING fts5(
    content, content = 'attributions', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE actor_words USING fts5(
    name, roles, aliases, content = 'actors', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIEW unspaced_reports AS SELECT entry, title, text FROM reports WHERE unspaced = 1;
CREATE VIRTUAL TABLE unspaced_words USING fts5(
    title, text, content = 'unspaced_reports', content_rowid = 'entry', tokenize = 'trigram'
);

-- Segments are merged whole or not at all, so that an index can be proven page by page.
INSERT INTO report_words (report_words, rank) VALUES ('automerge', 0);
INSERT INTO attribution_words (attribution_words, rank) VALUES ('automerge', 0);
INSERT INTO actor_words (actor_words, rank) VALUES ('automerge', 0);
INSERT INTO unspaced_words (unspaced_words, rank) VALUES ('automerge', 0);
