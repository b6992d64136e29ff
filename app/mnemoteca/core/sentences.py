"""Every sentence that a problem may say, by key: what and where, then what to do next."""

from __future__ import annotations

from mnemoteca.core.sentences_models import MODEL_SENTENCES
from mnemoteca.core.sentences_sleep import SLEEP_SENTENCES

SENTENCES: dict[str, tuple[str, str]] = {
    **MODEL_SENTENCES,
    **SLEEP_SENTENCES,
    # what was given
    "empty_text": ("There is nothing in this note.", "Write a word or two and keep it again."),
    "importance_range": ("Importance {value} is outside 0 to 1.", "Give a number such as 0.7."),
    "number_range": ("{name} is {value}; it must be from {low} to {high}.", "Give a number in that range."),
    "empty_question": ("The question has no words.", "Type what you are looking for."),
    "bad_date": ("“{value}” is not a date I understand.", "Write it as 2026-11-21, or 2026-11-21T18:30+00:00."),
    "bad_window": ("“{value}” is not a time window.", "Use 1h, 1d, 1w or 1m."),
    "bad_tier": ("“{value}” is not a tier.", "Use short, medium, long, faded or archive."),
    "bad_arms": ("“{value}” can't be searched by.", "Use words, meaning or all."),
    "bad_setting": ("“{value}” can't be the value of {name}.", "{expected}"),
    "setting_given": ("{name} is given by {variable}.", "Change that, and stop the service: the next one reads it."),
    "space_name": ("“{name}” can't be a space's name.", "Use 1 to 80 characters that are not only blanks."),
    "space_taken": ("There is already a space called “{name}”.", "Choose another name."),
    "last_space": ("The space “{name}” is the default one and stays.", "Forget its memories, or make another space."),
    "not_a_note": ("Memory {id} is not a note; what was said stays as it was said.", "Write a note about it instead."),
    "bad_tag": ("“{value}” can't be a tag.", "Use letters, digits, - _ and /, with at least one letter."),
    "too_long": (
        "This text has {size} characters; at most {limit} fit into one memory.",
        "Split it, or import it as a file.",
    ),
    "unknown_format": (
        "{path} is in no format that can be read here.",
        "Mnemoteca reads what assistants export and record, Markdown, text, HTML, PDF, git and “sessions”.",
    ),
    "no_export_format": ("There is no export format called “{name}”.", "Use sessions or markdown."),
    "no_such_format": ("There is no import format called “{name}”.", "Use one of: {formats}."),
    "not_a_file": ("{path} is not a file.", "Point at the file itself."),
    "nothing_to_import": ("{path} is empty.", "Choose another file."),
    "no_backup": ("{path} is not a backup of a library.", "Choose a file from the backups folder."),
    "second_folder_inside": (
        "{folder} lies in the folder of the library itself.",
        "Choose one on another disk, or one that is kept in step with another machine.",
    ),
    "not_copied": ("The last backup could not be copied to the second folder: {reason}", ""),
    "no_ids": ("No memory was named.", "Name one or more by their numbers."),
    "not_utf8": (
        "What came as {path} is not text in UTF-8 (byte {position}).",
        "Convert it first, for example with: iconv -t UTF-8.",
    ),
    "import_failed": ("{path}: {reason}", ""),
    "bad_question_line": ("Line {line} of {path} is not a question.", 'Each line is {{"id": …, "question": …}}.'),
    "bad_text_line": (
        "Line {line} of {path} is not a text to look at.",
        'Each line is {{"id": …, "text": …}}, and may say when: "reference": "2026-11-21T18:30".',
    ),
    "bad_reference_line": (
        "Line {line} of {path} was said at “{value}”, which is not a date.",
        "Write it as 2026-11-21, or 2026-11-21T18:30+00:00.",
    ),
    # what was named
    "no_memory": ("There is no memory {id}.", "See what there is with: mnemoteca recall WORDS."),
    "no_session": ("There is no session {id}.", "See them with: mnemoteca sessions."),
    "no_space": ("There is no space called “{name}”.", "See them with: mnemoteca spaces."),
    "no_entity": ("Nobody and nothing is known as {name}.", "See who is with: mnemoteca entities."),
    "no_relation": ("There is no relation {name}.", "Use one of: {names}."),
    "no_name": ("There is no name {id} of one entity.", "See them with: mnemoteca entities NAME --json."),
    "no_place_kind": ("There is no kind of place {name}.", "Use one of: {names}."),
    "no_words": ("“{words}” does not stand in memory {id}.", "Give the words as they are written there."),
    "no_kind_of_name": ("There is no kind of name {name}.", "Use one of: {names}."),
    "no_contradiction": ("There is no contradiction {id}.", "See them with: mnemoteca contradictions."),
    "cannot_merge": ("These can't be made one.", "Name two or more of one space that are not one yet."),
    "cannot_split": ("There would be nothing left of it.", "Name some of its names, or memories with --memories."),
    "no_receipt": ("There is no receipt {id}.", "See them with: mnemoteca receipts."),
    "nothing_to_purge": ("There is nothing there to purge.", "See what there is with: mnemoteca recall WORDS."),
    "say_yes": ("Nothing was purged: it can't be undone.", "If you are sure, say it again with --yes."),
    "no_purge_target": (
        "Name one thing to purge: memories, a session, an entity, or a space, with days or without.",
        "See how with: mnemoteca purge --help.",
    ),
    "no_job": ("There is no job {id}.", "See what runs with: mnemoteca service status."),
    "no_source": ("{path} is not a source that you said yes to.", "See them with: mnemoteca sources."),
    "no_preview": ("Job {id} is not a preview.", "Make one with: mnemoteca import --preview PATH."),
    "no_import": ("Job {id} is not an import.", "See what came in with: mnemoteca service status."),
    "no_setting": ("There is no setting called “{name}”.", "See them with: mnemoteca service status."),
    "no_file": ("There is no file {path}.", "Check the path."),
    "no_commit": ("There is no commit {hash} in {where}.", "Look at the repository with: git log."),
    "no_view": ("This list is no longer open.", "Open it again."),
    "nothing_to_undo": ("There is nothing to undo in “{space}”.", ""),
    "nothing_to_redo": ("There is nothing to redo in “{space}”.", ""),
    # the service
    "service_silent": ("The service did not start within {seconds} s.", "The reason stands in {log}."),
    "restoring": ("A backup is being brought back.", "Wait a moment; the library opens again by itself."),
    "service_off": ("No service runs for {folder}.", "It starts by itself with the next command that needs it."),
    "service_gone": ("The service went away in the middle of this.", "Try again; it starts by itself."),
    "service_stopping": ("The service is just stopping.", "Try again in a moment."),
    "service_older": (
        "The running service is of an older version and did not make way.",
        "Stop it with: mnemoteca service stop.",
    ),
    "service_newer": (
        "The running service is newer ({service}) than this program ({client}).",
        "Update this program, or stop the service with the newer one.",
    ),
    "service_busy": ("The service has too much to do to take this now.", "Try again in a moment."),
    "not_our_service": (
        "What answers at {address} belongs to another user.",
        "Nothing was sent. Remove it, or set XDG_RUNTIME_DIR to a folder of your own.",
    ),
    "bad_frame": (
        "The service could not read what this program sent.",
        "Update Mnemoteca, so that both are of one version.",
    ),
    "bad_arguments": ("“{name}” was called with something it does not take: {reason}.", "Check what was given."),
    "not_sendable": (
        "This holds something that can be neither sent nor kept: {reason}.",
        "Remove broken characters and very large numbers.",
    ),
    "too_large": ("This is too large to be sent at once ({size} bytes; at most {limit}).", "Split it."),
    "no_method": ("The service knows no “{name}”.", "Update Mnemoteca, so that both are of one version."),
    "internal": (
        "Something went wrong inside the service ({what}).",
        "It is written down in {log}. Your data is unchanged.",
    ),
    "bug": (
        "Something went wrong inside this program ({what}).",
        "Where it struck is written down in {log}; your memories are safe in the library.",
    ),
    "window_silent": (
        "A window is open on this library, and it does not answer.",
        "Close it, or end its process, and try again.",
    ),
    "no_screen": ("There is no screen to open the window on.", "Start it from a desktop; the commands work without."),
    "unknown": ("{sentence}", ""),
    # meaning
    "meaning_absent": (
        "The model that finds by meaning is not prepared.",
        "Prepare it with: mnemoteca models prepare.",
    ),
    "meaning_failed": (
        "What was said can't be found by meaning: {reason}.",
        "Try again with: mnemoteca models prepare; words are found without it.",
    ),
    # the library's files
    "folder_in_use": (
        "The library in {folder} is already open in process {pid}.",
        "Use that one, or stop it with: mnemoteca service stop.",
    ),
    "newer_data": (
        "The library in {folder} was written by a newer Mnemoteca (format {found}; this one knows {known}).",
        "Update Mnemoteca. Nothing was changed.",
    ),
    "damaged_database": (
        "The database {path} is damaged: {reason}.",
        "Bring back the last backup ({backup}) with: mnemoteca restore-backup.",
    ),
    "changes_missing": (
        "The last {count} changes of this library are missing: its write-ahead log was lost or damaged.",
        "The last backup is {backup}; bring it back with mnemoteca restore-backup, or go on with what is here.",
    ),
    "damaged_file": ("{path} is damaged and was set aside as {aside}.", "It was made anew; nothing else was lost."),
    "torn_import": (
        "{path} could not be read to its end: {reason}.",
        "What came before it is in; repair the file and import it again.",
    ),
    # the disk
    "disk_full": (
        "There is no space left in {folder}.",
        "Free some space and try again; nothing that was kept is lost.",
    ),
    "read_only": (
        "{folder} can't be written to.",
        "Choose another folder (--data names that of the library), or change its permissions.",
    ),
    "folder_gone": ("The data folder {folder} is gone.", "Bring it back, or start with a new one."),
    "no_folder": ("There is no folder {folder}.", "Make it first, or choose another one."),
    "file_exists": ("There is already a file {path}.", "Choose another name."),
    "cannot_read": ("{path} can't be read: {reason}.", "Check the path and its permissions."),
    # stopped
    "cancelled": ("This was cancelled.", "What was done until then stays."),
    "cancelled_unwritten": ("This was cancelled.", "Nothing was written."),
    "import_cancelled": (
        "Cancelled; {count} memories are in.",
        "Take them back as one act with: mnemoteca undo --space {space}.",
    ),
    "deadline": ("This took longer than {seconds} s and was given up.", "Try again, or with less at once."),
    "wait_failed": ("Not everything could be indexed: {reason}.", "Run: mnemoteca doctor."),
}
