-- What links reports to one another. All of it follows from the readings, the reviews and nothing else; see docs/decisions/links.md.

-- Reports that were linked. `text` is a hash of the words that are compared, `twin` one of all that linking looks at:
-- reports with one twin are alike in everything but their place, and are linked once.
CREATE TABLE link_reports (
    report INTEGER PRIMARY KEY REFERENCES reports (entry),
    twin INTEGER NOT NULL,
    text INTEGER NOT NULL,
    outlet TEXT
) STRICT;
CREATE INDEX link_reports_by_twin ON link_reports (twin);
CREATE INDEX link_reports_by_text ON link_reports (text);

-- The texts in which a sampled shingle of eight words stands.
CREATE TABLE link_shingles (
    value INTEGER NOT NULL,
    text INTEGER NOT NULL,
    PRIMARY KEY (value, text)
) STRICT, WITHOUT ROWID;

-- On which pages of an outlet a sampled shingle stands (sketches of them, few); null once it is furniture there.
CREATE TABLE link_pages (
    outlet INTEGER NOT NULL,
    value INTEGER NOT NULL,
    pages BLOB,
    PRIMARY KEY (outlet, value)
) STRICT, WITHOUT ROWID;

-- Texts that share passages, the lesser first. `covered` are stretches of words [first, last), as JSON.
CREATE TABLE link_pairs (
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    kind TEXT NOT NULL,
    containment REAL NOT NULL,
    share_a REAL NOT NULL,
    share_b REAL NOT NULL,
    words INTEGER NOT NULL,
    told REAL NOT NULL,
    covered_a TEXT NOT NULL,
    covered_b TEXT NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_pairs_by_b ON link_pairs (b);

-- The keys under which what is compared of a twin is met, by family (claims: its attributions, reports: the whole).
CREATE TABLE link_blocks (
    family TEXT NOT NULL,
    key INTEGER NOT NULL,
    twin INTEGER NOT NULL,
    item INTEGER NOT NULL,
    PRIMARY KEY (family, key, twin, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_blocks_by_item ON link_blocks (family, twin, item);

-- Two attributions (their places in the readings of two twins) that say the same; `copied`: one telling, not two.
CREATE TABLE link_claims (
    a INTEGER NOT NULL,
    a_item INTEGER NOT NULL,
    b INTEGER NOT NULL,
    b_item INTEGER NOT NULL,
    score REAL NOT NULL,
    copied INTEGER NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (a, a_item, b, b_item)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_claims_by_b ON link_claims (b, b_item);

-- What does not fit between two reports; spans are JSON.
CREATE TABLE link_findings (
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    why TEXT NOT NULL,
    spans_a TEXT NOT NULL,
    spans_b TEXT NOT NULL,
    PRIMARY KEY (a, b, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_findings_by_b ON link_findings (b);

-- The sum of the hashes of all rows of the tables above: what `verify` holds them against, and the log names.
CREATE TABLE link_sum (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sum BLOB NOT NULL
) STRICT;

-- What a person decided of a link, each with its own entry in the log; the last decision on a pair counts.
CREATE TABLE reviews (
    entry INTEGER PRIMARY KEY REFERENCES entries (entry),
    verdict TEXT NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- Reports that were removed by order: of each the log still tells that it was there, and its hashes.
CREATE TABLE removals (
    entry INTEGER PRIMARY KEY REFERENCES entries (entry),
    report TEXT NOT NULL UNIQUE,
    original TEXT NOT NULL,
    reason TEXT NOT NULL,
    removed TEXT NOT NULL
) STRICT;
