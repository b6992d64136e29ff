-- The first tables. Times are naive UTC. What is below "state" is all that an UPDATE of memories may touch.
CREATE TABLE spaces (
    id BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    state TINYINT NOT NULL,            -- 0 active, 1 trashed
    made_at TIMESTAMP NOT NULL
);
CREATE TABLE sessions (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL,
    space BIGINT NOT NULL,
    kind VARCHAR NOT NULL,             -- notes, chat, document
    source VARCHAR NOT NULL,           -- what a person reads: "note", the corpus' or the assistant's name
    format VARCHAR NOT NULL,           -- the import format; "" for notes by hand
    collection VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,        -- the raw id at the source; the local day of a session of notes
    started_at TIMESTAMP,
    offset_min SMALLINT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    import_key UUID UNIQUE,
    extra VARCHAR,                     -- unknown fields of the source, as JSON
    -- state
    title VARCHAR NOT NULL
);
CREATE TABLE memories (
    id BIGINT PRIMARY KEY,
    uuid UUID NOT NULL,
    space BIGINT NOT NULL,
    session BIGINT NOT NULL,
    position BIGINT NOT NULL,
    role VARCHAR NOT NULL,
    speaker VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,             -- note, entry (add_short_term), turn, document
    category VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    lang VARCHAR NOT NULL,             -- en, pt or ""
    occurred_at TIMESTAMP,
    offset_min SMALLINT NOT NULL,
    "precision" VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    source VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    import_key UUID UNIQUE,            -- on the first version only
    content_hash UUID NOT NULL,        -- the first 128 bits of the SHA-256 of the text in UTF-8
    version_of BIGINT,                 -- the first version's id
    born BIGINT NOT NULL,              -- the act that brought it; 0 where none can be undone
    extra VARCHAR,
    -- state
    tier TINYINT NOT NULL,             -- 0 short, 1 medium, 2 long, 3 faded, 4 archive
    state TINYINT NOT NULL,            -- 0 active, 1 trashed, 2 former
    pinned BOOLEAN NOT NULL,
    importance DOUBLE NOT NULL,
    access_count INTEGER NOT NULL,
    last_access TIMESTAMP,
    since TIMESTAMP,                   -- when its time in the tier began
    step TINYINT NOT NULL              -- 0 kept, 1 indexed in words
);
CREATE TABLE tags (
    memory BIGINT NOT NULL,
    tag VARCHAR NOT NULL               -- lower case, as shown
);
CREATE TABLE acts (
    id BIGINT PRIMARY KEY,
    space BIGINT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    memories BIGINT NOT NULL,          -- how many it touched
    undone BOOLEAN NOT NULL
);
CREATE TABLE act_items (
    act BIGINT NOT NULL,
    memory BIGINT NOT NULL,
    field VARCHAR NOT NULL,            -- a state column, "+tag" or "-tag"
    old VARCHAR,
    new VARCHAR
);
CREATE TABLE changes (
    number BIGINT PRIMARY KEY,
    "at" TIMESTAMP NOT NULL,
    kind VARCHAR NOT NULL,
    id BIGINT NOT NULL,
    space BIGINT NOT NULL,
    "by" VARCHAR NOT NULL,
    detail TINYINT                     -- the tier entered or left, where one is
);
CREATE TABLE settings (
    name VARCHAR NOT NULL,
    space BIGINT NOT NULL,             -- 0: of the whole library
    value VARCHAR NOT NULL             -- JSON
);
CREATE TABLE jobs (
    id BIGINT PRIMARY KEY,
    kind VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    space BIGINT NOT NULL,
    args VARCHAR NOT NULL,             -- JSON
    state VARCHAR NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    unit VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    result VARCHAR NOT NULL,           -- JSON
    "cursor" VARCHAR NOT NULL,         -- where to go on, as JSON
    act BIGINT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    started_at TIMESTAMP,
    ended_at TIMESTAMP
);
CREATE TABLE skipped (
    job BIGINT NOT NULL,
    number BIGINT NOT NULL,
    place VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
CREATE TABLE runs (
    id BIGINT PRIMARY KEY,
    space BIGINT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    taken BIGINT NOT NULL,
    promoted BIGINT NOT NULL,
    faded BIGINT NOT NULL,
    "left" BIGINT NOT NULL
);
