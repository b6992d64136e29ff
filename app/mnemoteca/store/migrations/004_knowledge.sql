-- What is known from what was kept: names, who or what they stand for, facts with their quoted span. All of it is
-- derived and names its memory; only the columns below "state" are changed once a row is there.
CREATE TABLE entities (
    id BIGINT PRIMARY KEY,
    space BIGINT NOT NULL,
    kind VARCHAR NOT NULL              -- person, organisation, place, …; self: whoever the notes of the space are of
);
CREATE TABLE aliases (                 -- a name as it is written; what a person reads of an entity are its names
    id BIGINT PRIMARY KEY,
    space BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,           -- lower case without accents, one blank between words
    shown VARCHAR NOT NULL,            -- as it was first written
    -- state
    entity BIGINT NOT NULL,            -- merging and splitting change this, and nothing of a mention
    by_hand BOOLEAN NOT NULL           -- a person said whose name it is; no rule moves it then
);
CREATE TABLE mentions (
    memory BIGINT NOT NULL,
    alias BIGINT NOT NULL,
    "start" INTEGER NOT NULL,          -- in characters of the text; -1 where it speaks of it without the name ("I")
    "end" INTEGER NOT NULL
);
CREATE TABLE facts (
    id BIGINT PRIMARY KEY,
    space BIGINT NOT NULL,
    memory BIGINT NOT NULL,            -- that it stands in, word for word
    "start" INTEGER NOT NULL,          -- the quoted span, in characters of its text
    "end" INTEGER NOT NULL,
    subject BIGINT NOT NULL,           -- an alias
    relation VARCHAR NOT NULL,
    object VARCHAR NOT NULL,           -- as it is written in the span
    object_alias BIGINT,               -- where that is the name of an entity
    polarity BOOLEAN NOT NULL,         -- false: "does not"
    ends BOOLEAN NOT NULL,             -- "not any more": it was so until then
    taint VARCHAR NOT NULL,            -- who said it: person, assistant, document
    confidence DOUBLE NOT NULL,
    run BIGINT NOT NULL,               -- the run that proposed it; 0: the rules, as the memory came in
    said_at TIMESTAMP,                 -- when the memory was said; NULL: unknown
    world_from TIMESTAMP,              -- since when it is so, as far as the text tells or it was said
    "precision" VARCHAR NOT NULL,      -- of world_from: instant, day, month, year, unknown
    recorded_from TIMESTAMP NOT NULL,  -- since when the library knows it
    -- state
    recorded_to TIMESTAMP,             -- until when it was held: an edit of the memory said otherwise
    valid_to TIMESTAMP,                -- until when it was so
    standing TINYINT NOT NULL,         -- 0 holds, 1 was superseded or ended, 2 disputed, 3 set aside by a person
    ended_by BIGINT                    -- the fact that superseded or ended it
);
CREATE TABLE evidence (                -- what anything else derived (a digest, a pattern) rests on
    kind VARCHAR NOT NULL,             -- digest, pattern, …
    thing BIGINT NOT NULL,             -- its id
    memory BIGINT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
CREATE TABLE contradictions (
    id BIGINT PRIMARY KEY,
    space BIGINT NOT NULL,
    one BIGINT NOT NULL,               -- two facts, the one with the lower id first
    other BIGINT NOT NULL,
    found_at TIMESTAMP NOT NULL,
    -- state
    verdict VARCHAR NOT NULL           -- "" open; one, other, both: what a person keeps
);
CREATE TABLE memory_places (           -- where a memory stands: what it names, by which it is found again
    memory BIGINT NOT NULL,
    kind VARCHAR NOT NULL,             -- file, symbol, commit, url
    value VARCHAR NOT NULL,            -- as it is written
    folded VARCHAR NOT NULL,           -- as it is looked up
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
CREATE TABLE knowledge_state (
    upto BIGINT NOT NULL,              -- the change up to which everything was read
    rules INTEGER NOT NULL             -- by which version of the rules
);
INSERT INTO knowledge_state VALUES (0, 0);
