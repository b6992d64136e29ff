-- Proofs of what was purged. They hold no text and no name: a mark is an HMAC under a random key of this library.
CREATE TABLE library_key (
    key BLOB NOT NULL
);
CREATE TABLE receipts (
    id BIGINT PRIMARY KEY,
    "at" TIMESTAMP NOT NULL,
    kind VARCHAR NOT NULL,             -- memories, session, days, space
    space BIGINT NOT NULL,             -- of a whole space that went; else 0
    memories BIGINT NOT NULL,          -- former versions counted
    done_at TIMESTAMP,                 -- NULL: some place may still hold it
    finds VARCHAR NOT NULL,            -- JSON: [place, before, after or null] of each
    waiting VARCHAR NOT NULL,          -- JSON: files that could not be rewritten yet
    highest_memory BIGINT NOT NULL,    -- ids up to here are never given again
    highest_session BIGINT NOT NULL
);
CREATE TABLE receipt_marks (
    receipt BIGINT NOT NULL,
    mark UUID NOT NULL                 -- the first 128 bits of an HMAC-SHA-256 of a text or of an import key
);
CREATE TABLE purged (                  -- until the receipt is done: which rows other copies of the tables may hold
    receipt BIGINT NOT NULL,
    memory BIGINT NOT NULL,
    uuid UUID NOT NULL
);
