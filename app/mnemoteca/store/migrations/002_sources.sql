-- What sources tell beyond the text: branches, models, attachments, places; and the sources that a person said yes to.
CREATE TABLE turn_details (
    memory BIGINT PRIMARY KEY,
    parent UUID,                       -- the import key of the turn it answers; NULL: the one before it
    active BOOLEAN NOT NULL,           -- on the path that was last chosen
    model VARCHAR NOT NULL,
    attachments VARCHAR NOT NULL       -- names, as a JSON list
);
CREATE TABLE places (
    memory BIGINT NOT NULL,
    kind VARCHAR NOT NULL,             -- file, page, url
    value VARCHAR NOT NULL
);
CREATE TABLE session_details (
    session BIGINT PRIMARY KEY,
    folder VARCHAR NOT NULL,           -- the working folder
    branch VARCHAR NOT NULL            -- of its repository
);
CREATE TABLE sources (
    id BIGINT PRIMARY KEY,
    path VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    space BIGINT NOT NULL,
    yes_at TIMESTAMP NOT NULL,
    last_at TIMESTAMP,
    daily BOOLEAN NOT NULL
);
