"""The sentences of problems in the person's language: those of `core.sentences`, where lupdate sees them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mnemoteca.core.errors import Problem
from mnemoteca.gui.problems_knowledge import KNOWLEDGE_SENTENCES
from mnemoteca.gui.problems_models import MODEL_SENTENCES
from mnemoteca.gui.problems_sleep import SLEEP_SENTENCES
from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

SENTENCES: dict[str, tuple[str, str]] = {
    **MODEL_SENTENCES,
    **KNOWLEDGE_SENTENCES,
    **SLEEP_SENTENCES,
    "empty_text": (
        QT_TRANSLATE_NOOP("Problem", "There is nothing in this note."),
        QT_TRANSLATE_NOOP("Problem", "Write a word or two and keep it again."),
    ),
    "importance_range": (
        QT_TRANSLATE_NOOP("Problem", "Importance {value} is outside 0 to 1."),
        QT_TRANSLATE_NOOP("Problem", "Give a number such as 0.7."),
    ),
    "number_range": (
        QT_TRANSLATE_NOOP("Problem", "{name} is {value}; it must be from {low} to {high}."),
        QT_TRANSLATE_NOOP("Problem", "Give a number in that range."),
    ),
    "empty_question": (
        QT_TRANSLATE_NOOP("Problem", "The question has no words."),
        QT_TRANSLATE_NOOP("Problem", "Type what you are looking for."),
    ),
    "bad_date": (
        QT_TRANSLATE_NOOP("Problem", "“{value}” is not a date I understand."),
        QT_TRANSLATE_NOOP("Problem", "Write it as 2026-11-21, or 2026-11-21T18:30+00:00."),
    ),
    "bad_window": (
        QT_TRANSLATE_NOOP("Problem", "“{value}” is not a time window."),
        QT_TRANSLATE_NOOP("Problem", "Use 1h, 1d, 1w or 1m."),
    ),
    "bad_tier": (
        QT_TRANSLATE_NOOP("Problem", "“{value}” is not a tier."),
        QT_TRANSLATE_NOOP("Problem", "Use short, medium, long, faded or archive."),
    ),
    "bad_arms": (
        QT_TRANSLATE_NOOP("Problem", "“{value}” can't be searched by."),
        QT_TRANSLATE_NOOP("Problem", "Use words, meaning or all."),
    ),
    "bad_setting": (
        QT_TRANSLATE_NOOP("Problem", "“{value}” can't be the value of {name}."),
        QT_TRANSLATE_NOOP("Problem", "{expected}"),
    ),
    "setting_given": (
        QT_TRANSLATE_NOOP("Problem", "{name} is given by {variable}."),
        QT_TRANSLATE_NOOP("Problem", "Change that, and stop the service: the next one reads it."),
    ),
    "space_name": (
        QT_TRANSLATE_NOOP("Problem", "“{name}” can't be a space's name."),
        QT_TRANSLATE_NOOP("Problem", "Use 1 to 80 characters that are not only blanks."),
    ),
    "space_taken": (
        QT_TRANSLATE_NOOP("Problem", "There is already a space called “{name}”."),
        QT_TRANSLATE_NOOP("Problem", "Choose another name."),
    ),
    "last_space": (
        QT_TRANSLATE_NOOP("Problem", "The space “{name}” is the default one and stays."),
        QT_TRANSLATE_NOOP("Problem", "Forget its memories, or make another space."),
    ),
    "not_a_note": (
        QT_TRANSLATE_NOOP("Problem", "Memory {id} is not a note; what was said stays as it was said."),
        QT_TRANSLATE_NOOP("Problem", "Write a note about it instead."),
    ),
    "bad_tag": (
        QT_TRANSLATE_NOOP("Problem", "“{value}” can't be a tag."),
        QT_TRANSLATE_NOOP("Problem", "Use letters, digits, - _ and /, with at least one letter."),
    ),
    "too_long": (
        QT_TRANSLATE_NOOP("Problem", "This text has {size} characters; at most {limit} fit into one memory."),
        QT_TRANSLATE_NOOP("Problem", "Split it, or import it as a file."),
    ),
    "unknown_format": (
        QT_TRANSLATE_NOOP("Problem", "{path} is in no format that can be read here."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Mnemoteca reads what assistants export and record, Markdown, text, HTML, PDF, git and “sessions”.",
        ),
    ),
    "no_such_format": (
        QT_TRANSLATE_NOOP("Problem", "There is no import format called “{name}”."),
        QT_TRANSLATE_NOOP("Problem", "Use one of: {formats}."),
    ),
    "not_a_file": (
        QT_TRANSLATE_NOOP("Problem", "{path} is not a file."),
        QT_TRANSLATE_NOOP("Problem", "Point at the file itself."),
    ),
    "nothing_to_import": (
        QT_TRANSLATE_NOOP("Problem", "{path} is empty."),
        QT_TRANSLATE_NOOP("Problem", "Choose another file."),
    ),
    "no_backup": (
        QT_TRANSLATE_NOOP("Problem", "{path} is not a backup of a library."),
        QT_TRANSLATE_NOOP("Problem", "Choose a file from the backups folder."),
    ),
    "second_folder_inside": (
        QT_TRANSLATE_NOOP("Problem", "{folder} lies in the folder of the library itself."),
        QT_TRANSLATE_NOOP("Problem", "Choose one on another disk, or one that is kept in step with another machine."),
    ),
    "not_copied": (
        QT_TRANSLATE_NOOP("Problem", "The last backup could not be copied to the second folder: {reason}"),
        "",
    ),
    "restoring": (
        QT_TRANSLATE_NOOP("Problem", "A backup is being brought back."),
        QT_TRANSLATE_NOOP("Problem", "Wait a moment; the library opens again by itself."),
    ),
    "no_ids": (
        QT_TRANSLATE_NOOP("Problem", "No memory was named."),
        QT_TRANSLATE_NOOP("Problem", "Name one or more by their numbers."),
    ),
    "not_utf8": (
        QT_TRANSLATE_NOOP("Problem", "What came as {path} is not text in UTF-8 (byte {position})."),
        QT_TRANSLATE_NOOP("Problem", "Convert it first, for example with: iconv -t UTF-8."),
    ),
    "import_failed": (
        QT_TRANSLATE_NOOP("Problem", "{path}: {reason}"),
        "",
    ),
    "bad_question_line": (
        QT_TRANSLATE_NOOP("Problem", "Line {line} of {path} is not a question."),
        QT_TRANSLATE_NOOP("Problem", 'Each line is {{"id": …, "question": …}}.'),
    ),
    "bad_text_line": (
        QT_TRANSLATE_NOOP("Problem", "Line {line} of {path} is not a text to look at."),
        QT_TRANSLATE_NOOP(
            "Problem", 'Each line is {{"id": …, "text": …}}, and may say when: "reference": "2026-11-21T18:30".'
        ),
    ),
    "bad_reference_line": (
        QT_TRANSLATE_NOOP("Problem", "Line {line} of {path} was said at “{value}”, which is not a date."),
        QT_TRANSLATE_NOOP("Problem", "Write it as 2026-11-21, or 2026-11-21T18:30+00:00."),
    ),
    "no_memory": (
        QT_TRANSLATE_NOOP("Problem", "There is no memory {id}."),
        QT_TRANSLATE_NOOP("Problem", "See what there is with: mnemoteca recall WORDS."),
    ),
    "no_session": (
        QT_TRANSLATE_NOOP("Problem", "There is no session {id}."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca sessions."),
    ),
    "no_space": (
        QT_TRANSLATE_NOOP("Problem", "There is no space called “{name}”."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca spaces."),
    ),
    "no_receipt": (
        QT_TRANSLATE_NOOP("Problem", "There is no receipt {id}."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca receipts."),
    ),
    "nothing_to_purge": (
        QT_TRANSLATE_NOOP("Problem", "There is nothing there to purge."),
        QT_TRANSLATE_NOOP("Problem", "See what there is with: mnemoteca recall WORDS."),
    ),
    "say_yes": (
        QT_TRANSLATE_NOOP("Problem", "Nothing was purged: it can't be undone."),
        QT_TRANSLATE_NOOP("Problem", "If you are sure, say it again with --yes."),
    ),
    "no_purge_target": (
        QT_TRANSLATE_NOOP(
            "Problem", "Name one thing to purge: memories, a session, an entity, or a space, with days or without."
        ),
        QT_TRANSLATE_NOOP("Problem", "See how with: mnemoteca purge --help."),
    ),
    "no_job": (
        QT_TRANSLATE_NOOP("Problem", "There is no job {id}."),
        QT_TRANSLATE_NOOP("Problem", "See what runs with: mnemoteca service status."),
    ),
    "no_import": (
        QT_TRANSLATE_NOOP("Problem", "Job {id} is not an import."),
        QT_TRANSLATE_NOOP("Problem", "See what came in with: mnemoteca service status."),
    ),
    "no_setting": (
        QT_TRANSLATE_NOOP("Problem", "There is no setting called “{name}”."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca service status."),
    ),
    "no_file": (
        QT_TRANSLATE_NOOP("Problem", "There is no file {path}."),
        QT_TRANSLATE_NOOP("Problem", "Check the path."),
    ),
    "no_view": (
        QT_TRANSLATE_NOOP("Problem", "This list is no longer open."),
        QT_TRANSLATE_NOOP("Problem", "Open it again."),
    ),
    "nothing_to_undo": (
        QT_TRANSLATE_NOOP("Problem", "There is nothing to undo in “{space}”."),
        "",
    ),
    "nothing_to_redo": (
        QT_TRANSLATE_NOOP("Problem", "There is nothing to redo in “{space}”."),
        "",
    ),
    "service_silent": (
        QT_TRANSLATE_NOOP("Problem", "The service did not start within {seconds} s."),
        QT_TRANSLATE_NOOP("Problem", "The reason stands in {log}."),
    ),
    "service_off": (
        QT_TRANSLATE_NOOP("Problem", "No service runs for {folder}."),
        QT_TRANSLATE_NOOP("Problem", "It starts by itself with the next command that needs it."),
    ),
    "service_gone": (
        QT_TRANSLATE_NOOP("Problem", "The service went away in the middle of this."),
        QT_TRANSLATE_NOOP("Problem", "Try again; it starts by itself."),
    ),
    "service_stopping": (
        QT_TRANSLATE_NOOP("Problem", "The service is just stopping."),
        QT_TRANSLATE_NOOP("Problem", "Try again in a moment."),
    ),
    "service_older": (
        QT_TRANSLATE_NOOP("Problem", "The running service is of an older version and did not make way."),
        QT_TRANSLATE_NOOP("Problem", "Stop it with: mnemoteca service stop."),
    ),
    "service_newer": (
        QT_TRANSLATE_NOOP("Problem", "The running service is newer ({service}) than this program ({client})."),
        QT_TRANSLATE_NOOP("Problem", "Update this program, or stop the service with the newer one."),
    ),
    "service_busy": (
        QT_TRANSLATE_NOOP("Problem", "The service has too much to do to take this now."),
        QT_TRANSLATE_NOOP("Problem", "Try again in a moment."),
    ),
    "not_our_service": (
        QT_TRANSLATE_NOOP("Problem", "What answers at {address} belongs to another user."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was sent. Remove it, or set XDG_RUNTIME_DIR to a folder of your own."),
    ),
    "bad_frame": (
        QT_TRANSLATE_NOOP("Problem", "The service could not read what this program sent."),
        QT_TRANSLATE_NOOP("Problem", "Update Mnemoteca, so that both are of one version."),
    ),
    "bad_arguments": (
        QT_TRANSLATE_NOOP("Problem", "“{name}” was called with something it does not take: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Check what was given."),
    ),
    "not_sendable": (
        QT_TRANSLATE_NOOP("Problem", "This holds something that can be neither sent nor kept: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Remove broken characters and very large numbers."),
    ),
    "too_large": (
        QT_TRANSLATE_NOOP("Problem", "This is too large to be sent at once ({size} bytes; at most {limit})."),
        QT_TRANSLATE_NOOP("Problem", "Split it."),
    ),
    "no_method": (
        QT_TRANSLATE_NOOP("Problem", "The service knows no “{name}”."),
        QT_TRANSLATE_NOOP("Problem", "Update Mnemoteca, so that both are of one version."),
    ),
    "internal": (
        QT_TRANSLATE_NOOP("Problem", "Something went wrong inside the service ({what})."),
        QT_TRANSLATE_NOOP("Problem", "It is written down in {log}. Your data is unchanged."),
    ),
    "bug": (
        QT_TRANSLATE_NOOP("Problem", "Something went wrong inside this program ({what})."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Where it struck is written down in {log}; your memories are safe in the library.",
        ),
    ),
    "window_silent": (
        QT_TRANSLATE_NOOP("Problem", "A window is open on this library, and it does not answer."),
        QT_TRANSLATE_NOOP("Problem", "Close it, or end its process, and try again."),
    ),
    "no_screen": (
        QT_TRANSLATE_NOOP("Problem", "There is no screen to open the window on."),
        QT_TRANSLATE_NOOP("Problem", "Start it from a desktop; the commands work without."),
    ),
    "folder_in_use": (
        QT_TRANSLATE_NOOP("Problem", "The library in {folder} is already open in process {pid}."),
        QT_TRANSLATE_NOOP("Problem", "Use that one, or stop it with: mnemoteca service stop."),
    ),
    "newer_data": (
        QT_TRANSLATE_NOOP(
            "Problem",
            "The library in {folder} was written by a newer Mnemoteca (format {found}; this one knows {known}).",
        ),
        QT_TRANSLATE_NOOP("Problem", "Update Mnemoteca. Nothing was changed."),
    ),
    "damaged_database": (
        QT_TRANSLATE_NOOP("Problem", "The database {path} is damaged: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Bring back the last backup ({backup}) with: mnemoteca restore-backup."),
    ),
    "changes_missing": (
        QT_TRANSLATE_NOOP(
            "Problem",
            "The last {count} changes of this library are missing: its write-ahead log was lost or damaged.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The last backup is {backup}; bring it back with mnemoteca restore-backup, or go on with what is here.",
        ),
    ),
    "damaged_file": (
        QT_TRANSLATE_NOOP("Problem", "{path} is damaged and was set aside as {aside}."),
        QT_TRANSLATE_NOOP("Problem", "It was made anew; nothing else was lost."),
    ),
    "torn_import": (
        QT_TRANSLATE_NOOP("Problem", "{path} could not be read to its end: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "What came before it is in; repair the file and import it again."),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("Problem", "There is no space left in {folder}."),
        QT_TRANSLATE_NOOP("Problem", "Free some space and try again; nothing that was kept is lost."),
    ),
    "read_only": (
        QT_TRANSLATE_NOOP("Problem", "{folder} can't be written to."),
        QT_TRANSLATE_NOOP(
            "Problem", "Choose another folder (--data names that of the library), or change its permissions."
        ),
    ),
    "folder_gone": (
        QT_TRANSLATE_NOOP("Problem", "The data folder {folder} is gone."),
        QT_TRANSLATE_NOOP("Problem", "Bring it back, or start with a new one."),
    ),
    "file_exists": (
        QT_TRANSLATE_NOOP("Problem", "There is already a file {path}."),
        QT_TRANSLATE_NOOP("Problem", "Choose another name."),
    ),
    "cannot_read": (
        QT_TRANSLATE_NOOP("Problem", "{path} can't be read: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Check the path and its permissions."),
    ),
    "cancelled": (
        QT_TRANSLATE_NOOP("Problem", "This was cancelled."),
        QT_TRANSLATE_NOOP("Problem", "What was done until then stays."),
    ),
    "deadline": (
        QT_TRANSLATE_NOOP("Problem", "This took longer than {seconds} s and was given up."),
        QT_TRANSLATE_NOOP("Problem", "Try again, or with less at once."),
    ),
    "meaning_absent": (
        QT_TRANSLATE_NOOP("Problem", "The model that finds by meaning is not prepared."),
        QT_TRANSLATE_NOOP("Problem", "Prepare it with: mnemoteca models prepare."),
    ),
    "meaning_failed": (
        QT_TRANSLATE_NOOP("Problem", "What was said can't be found by meaning: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Try again with: mnemoteca models prepare; words are found without it."),
    ),
    "wait_failed": (
        QT_TRANSLATE_NOOP("Problem", "Not everything could be indexed: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Run: mnemoteca doctor."),
    ),
    "no_export_format": (
        QT_TRANSLATE_NOOP("Problem", "There is no export format called “{name}”."),
        QT_TRANSLATE_NOOP("Problem", "Use sessions or markdown."),
    ),
    "no_source": (
        QT_TRANSLATE_NOOP("Problem", "{path} is not a source that you said yes to."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca sources."),
    ),
    "no_commit": (
        QT_TRANSLATE_NOOP("Problem", "There is no commit {hash} in {where}."),
        QT_TRANSLATE_NOOP("Problem", "Look at the repository with: git log."),
    ),
    "no_preview": (
        QT_TRANSLATE_NOOP("Problem", "Job {id} is not a preview."),
        QT_TRANSLATE_NOOP("Problem", "Make one with: mnemoteca import --preview PATH."),
    ),
    "no_folder": (
        QT_TRANSLATE_NOOP("Problem", "There is no folder {folder}."),
        QT_TRANSLATE_NOOP("Problem", "Make it first, or choose another one."),
    ),
    "cancelled_unwritten": (
        QT_TRANSLATE_NOOP("Problem", "This was cancelled."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was written."),
    ),
    "import_cancelled": (
        QT_TRANSLATE_NOOP("Problem", "Cancelled; {count} memories are in."),
        QT_TRANSLATE_NOOP("Problem", "Take them back as one act with: mnemoteca undo --space {space}."),
    ),
}


def said(problem: Problem) -> tuple[str, str]:
    """A problem's sentence and next step in the window's language; one that isn't known here keeps its words."""
    if problem.key not in SENTENCES:
        return problem.sentence, problem.next_step
    sentence, next_step = (_translated(text, problem.values) for text in SENTENCES[problem.key])
    return sentence, next_step


def _translated(text: str, values: dict[str, str]) -> str:
    return QCoreApplication.translate("Problem", text).format(**values) if text else ""
