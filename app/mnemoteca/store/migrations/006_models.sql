-- What small models suggest and what a person taught them; what models made of texts; work that is not tried again.
CREATE TABLE suggested_tags (          -- derived; what a person put on a memory stands in tags
    memory BIGINT NOT NULL,
    tag VARCHAR NOT NULL,
    place TINYINT NOT NULL             -- 0: the best one
);
CREATE TABLE lessons (                 -- what a person said a memory's tags are: theirs, and what they left of ours
    memory BIGINT NOT NULL,
    number BIGINT NOT NULL,            -- the change with which it was said; a lesson said anew gets another
    tags VARCHAR NOT NULL              -- as JSON
);
CREATE TABLE name_lessons (            -- what a person said of a name where it stands
    memory BIGINT NOT NULL,
    number BIGINT NOT NULL,
    "start" INTEGER NOT NULL,          -- in characters of the text
    "end" INTEGER NOT NULL,
    kind VARCHAR NOT NULL              -- person, place, …; "": it is none
);
CREATE TABLE suggesting_state (
    upto BIGINT NOT NULL,              -- the change up to which every memory was looked at
    rules INTEGER NOT NULL,            -- by which version of the small models
    lessons BIGINT NOT NULL            -- the last lesson in whose light the newest memories were looked at
);
INSERT INTO suggesting_state VALUES (0, 0, 0);
CREATE TABLE cache (                   -- what models made of texts; a purge empties it
    kind VARCHAR NOT NULL,             -- embeddings, summaries, tags
    text_hash VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    prompt VARCHAR NOT NULL,           -- its version
    value VARCHAR NOT NULL,            -- JSON; of a vector its 32-bit numbers in base 64
    used BIGINT NOT NULL               -- the higher, the later it was asked for
);
CREATE TABLE set_apart (               -- what ended two processes of a model
    work VARCHAR NOT NULL,             -- a hash of what was asked of which file
    model VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    "at" TIMESTAMP NOT NULL
);
UPDATE memories SET step = 2;          -- 0: importance is to be weighed, 1: was weighed by the model, 2: was given
