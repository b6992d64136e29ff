-- What runs propose, do and can take back. None of it holds a word of a memory: a digest and a pattern are spans of
-- memories (in the table `evidence`), so that they say what still stands there, and nothing that is gone.
ALTER TABLE runs ADD COLUMN kind VARCHAR DEFAULT 'tiers';       -- tiers: what the clock asks for; sleep: the whole
ALTER TABLE runs ADD COLUMN state VARCHAR DEFAULT 'applied';    -- proposed, applied, undone, failed
ALTER TABLE runs ADD COLUMN as_of BIGINT DEFAULT 0;             -- the change up to which it read
ALTER TABLE runs ADD COLUMN applied BIGINT DEFAULT 0;           -- its place among what was applied; 0: not, or long ago
ALTER TABLE runs ADD COLUMN last_act BIGINT DEFAULT 0;          -- the newest act when it was applied
ALTER TABLE runs ADD COLUMN session BIGINT DEFAULT 0;           -- the only session that it looked at; 0: all
ALTER TABLE runs ADD COLUMN kept BIGINT DEFAULT 0;              -- taken in from outside of medium, and left as it was
ALTER TABLE runs ADD COLUMN waiting BIGINT DEFAULT 0;           -- memories that it left to a later run
ALTER TABLE runs ADD COLUMN took_ms BIGINT DEFAULT 0;
ALTER TABLE runs ADD COLUMN reason VARCHAR DEFAULT '';          -- why it failed
CREATE TABLE proposals (
    run BIGINT NOT NULL,
    number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,             -- promote, fade, merge, digest, pattern; until it is applied kept, left
    memory BIGINT NOT NULL,            -- 0: of none
    thing BIGINT NOT NULL,             -- the digest, the pattern, or the memory that a duplicate points to; 0: none
    old_tier TINYINT NOT NULL,
    old_since TIMESTAMP,
    new_tier TINYINT NOT NULL,
    why VARCHAR NOT NULL,              -- by which rule
    -- state
    state TINYINT NOT NULL             -- 0 proposed, 1 applied, 2 dropped: its source had changed, 3 undone
);
CREATE TABLE digests (
    id BIGINT PRIMARY KEY,
    run BIGINT NOT NULL,
    space BIGINT NOT NULL,
    kind VARCHAR NOT NULL,             -- session, topic, day, week
    about BIGINT NOT NULL,             -- the session; the day as a number; for a topic a mark of its name
    sources BIGINT NOT NULL,           -- how many memories it was chosen from
    signature BIGINT NOT NULL,         -- of these, by which a change of them is seen
    name_memory BIGINT,                -- where a topic's name stands
    name_start INTEGER,
    name_end INTEGER,
    -- state
    state TINYINT NOT NULL             -- as of its proposal; of several about one thing the newest applied one counts
);
CREATE TABLE patterns (
    id BIGINT PRIMARY KEY,
    run BIGINT NOT NULL,
    space BIGINT NOT NULL,
    kind VARCHAR NOT NULL,             -- pattern, decision, preference, how_to, question, procedure
    about BIGINT NOT NULL,             -- a mark of the name or of the quote
    sources BIGINT NOT NULL,           -- in how many memories it was seen
    -- the quote, or the name of what comes again and again
    memory BIGINT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    -- state
    state TINYINT NOT NULL
);
CREATE TABLE merges (                  -- a faded duplicate, and the memory that says the same
    memory BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    run BIGINT NOT NULL                -- 0: by hand
);
CREATE TABLE given (                   -- what an assistant was given, so that its echo is known
    memory BIGINT NOT NULL,
    "at" TIMESTAMP NOT NULL
);
CREATE TABLE shingles (                -- marks of eight words in a row of what was given, under the key of the library
    memory BIGINT NOT NULL,
    mark BIGINT NOT NULL
);
CREATE TABLE echoes (                  -- what came back from an assistant, and of what
    memory BIGINT NOT NULL,
    "of" BIGINT NOT NULL
);
