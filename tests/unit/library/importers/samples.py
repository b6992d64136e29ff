"""A source of each format, of as many rounds as a test wants; `tag` makes its ids others than those of the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.unit.library.importers import asread
from tests.unit.library.importers.exported import (
    AT,
    ROOT,
    answer,
    as_file,
    as_zip,
    chat,
    conversation,
    message,
    said,
)
from tests.unit.library.importers.pdfs import pdf
from tests.unit.library.importers.repositories import Repository
from tests.unit.library.importers.transcripts import Claude, Codex, at, call, text, write
from tests.unit.library.importing import File, corpus, session, turn

Make = Callable[[Path, str, int], Path]


def sessions(folder: Path, tag: str, rounds: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    turns = [turn(f"{tag}{n}", f"{tag} mango {n}", tags=["fruit"]) for n in range(rounds)]
    half = len(turns) // 2
    return File(folder / "chats.jsonl").write(
        corpus(tag, session(f"{tag}-a", *turns[:half])), corpus(tag, session(f"{tag}-b", *turns[half:]))
    )


def chatgpt(folder: Path, tag: str, rounds: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return as_zip(folder / "export.zip", {"conversations-000.json": _talks(tag, rounds), "user.json": {"id": "u"}})


def chatgpt_file(folder: Path, tag: str, rounds: int) -> Path:
    return as_file(folder / "conversations.json", _talks(tag, rounds))


def _talks(tag: str, rounds: int) -> list[object]:
    """A conversation per 20 rounds; from each chain every seventh message forks off."""
    talks: list[object] = []
    for begin in range(0, rounds, 20):
        ids = [f"{tag}-{n}" for n in range(begin, min(begin + 20, rounds))]
        nodes = {
            id: (None if n == 0 else ids[n - 2 if n > 1 and n % 7 == 0 else n - 1],
                 (answer if n % 2 else message)(f"{tag} talk {begin}, message {n}", at=AT + n))
            for n, id in enumerate(ids)
        }  # fmt: skip
        talks.append(conversation(nodes, conversation_id=f"{tag}-talk-{begin}", title=f"{tag} talk {begin}"))
    return talks


def claude_ai(folder: Path, tag: str, rounds: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    project = {"uuid": f"{tag}-p", "name": "Garden", "docs": [{"filename": "a.md", "content": f"{tag} roses"}]}
    return as_zip(folder / "export.zip", {"conversations.json": _chats(tag, rounds), "projects.json": [project]})


def claude_ai_file(folder: Path, tag: str, rounds: int) -> Path:
    return as_file(folder / "conversations.json", _chats(tag, rounds))


def _chats(tag: str, rounds: int) -> list[object]:
    chats: list[object] = []
    for begin in range(0, rounds, 20):
        ids = [f"{tag}-{n}" for n in range(begin, min(begin + 20, rounds))]
        told = [
            said(id, f"{tag} chat {begin}, message {n}", "assistant" if n % 2 else "human",
                 ROOT if n == 0 else ids[n - 2 if n > 1 and n % 7 == 0 else n - 1])
            for n, id in enumerate(ids)
        ]  # fmt: skip
        chats.append(chat(*told, uuid=f"{tag}-chat-{begin}"))
    return chats


def claude_code(folder: Path, tag: str, rounds: int) -> Path:
    home = Claude(f"{tag}-s")
    for n in range(rounds // 2):
        home.user(f"{tag}-u{n}", f"{tag} question {n}")
        home.assistant(f"{tag}-a{n}", text(f"answer {n}"), call(f"{tag}-c{n}"))
        home.result(f"{tag}-r{n}", f"{tag}-c{n}", f"{tag} out {n}")
    home.plain(type="custom-title", customTitle=f"{tag} work", sessionId=home.session)
    home.write(folder / "projects" / "app")
    write(folder / "history.jsonl", {"display": f"{tag} old", "timestamp": 1_700_000_000_000, "project": "/p",
                                     "sessionId": f"{tag}-gone", "pastedContents": {}})  # fmt: skip
    return folder


def codex(folder: Path, tag: str, rounds: int) -> Path:
    rollout = Codex(f"{tag}-c")
    for n in range(rounds // 3):
        rollout.turn(f"{tag}-t{n}")
        rollout.user(f"{tag} question {n}")
        rollout.call(f"{tag}-c{n}", f"{tag} out {n}")
        rollout.agent(f"{tag} answer {n}")
    rollout.write(folder / "sessions" / "2026")
    write(folder / "history.jsonl", {"session_id": f"{tag}-gone", "ts": 1_700_000_000, "text": f"{tag} old"})
    return folder


def gemini_cli(folder: Path, tag: str, rounds: int) -> Path:
    log: list[object] = [{"sessionId": f"{tag}-g", "projectHash": "h", "startTime": at(0), "kind": "main"}]
    for n in range(rounds // 2):
        log.append({"id": f"{tag}u{n}", "timestamp": at(n % 3000), "type": "user", "content": f"{tag} question {n}"})
        reply = {"id": f"{tag}g{n}", "timestamp": at(n % 3000), "type": "gemini", "model": "gemini-3-pro"}
        log += [{**reply, "content": f"{tag} answer {n}"[: 9 + 40 * last]} for last in (0, 1)]
        log += [{"$rewindTo": f"{tag}u{n}"}] if n % 10 == 9 else []
    log.append({"$set": {"summary": f"{tag} talk"}})
    write(folder / "tmp" / "app" / "chats" / f"session-2026-05-08T13-00-{tag}.jsonl", *log)
    return folder


def obsidian(folder: Path, tag: str, rounds: int) -> Path:
    return markdown(asread.write(folder, {".obsidian/app.json": "{}"}), tag, rounds)


def markdown(folder: Path, tag: str, rounds: int) -> Path:
    """A note per 20 rounds, with front matter, links and code."""
    head = "---\ntitle: {0} {1}\ntags: [food]\naliases: [{0}-{1}]\ncreated: 2023-05-01T10:00:00+02:00\n---\n"
    notes: dict[str, str | bytes] = {
        f"{tag} note {begin}.md": head.format(tag, begin)
        + "".join(f"\n# Part {n}\n{tag} {n} [[{tag} note 0|a]] #fruit `code`\n```sh\n# no heading\n```\n"
                  for n in range(begin, min(begin + 20, rounds)))
        for begin in range(0, rounds, 20)
    }  # fmt: skip
    return asread.write(folder, notes)


def html(folder: Path, tag: str, rounds: int) -> Path:
    parts = "".join(f"<h2>{tag} {n}</h2><p>Words &amp; <b>more</b> {n}</p><pre>x = 1</pre>" for n in range(rounds))
    page = f"<!doctype html><html><head><title>{tag}</title></head><body><h1>{tag}</h1>{parts}</body></html>"
    return asread.write(folder, {f"{tag}.html": page}) / f"{tag}.html"


def plain(folder: Path, tag: str, rounds: int) -> Path:
    told = "\n\n".join(f"{tag} paragraph {n}. " + "Ångström words. " * 200 for n in range(rounds))
    return asread.write(folder, {f"{tag}.txt": told}) / f"{tag}.txt"


def pages(folder: Path, tag: str, rounds: int) -> Path:
    made = pdf([f"{tag} page {n}" for n in range(rounds)])
    return asread.write(folder, {f"{tag}.pdf": made}) / f"{tag}.pdf"


def git(folder: Path, tag: str, rounds: int) -> Path:
    """A commit a round, each with a file of its own; made in one go from a stream."""
    repository = Repository(folder)
    stream = []
    for n in range(rounds):
        told, held = f"{tag} commit {n}".encode(), f"{tag} content {n}\n".encode()
        by = b"Ana <ana@example.org> %d +0200" % (1_714_000_000 + 3600 * n)
        stream.append(b"commit refs/heads/main\nauthor %b\ncommitter %b\ndata %d\n%b\n" % (by, by, len(told), told))
        stream.append(b"M 644 inline f%d.txt\ndata %d\n%b\n" % (n % 50, len(held), held))
    repository.take_in(b"".join(stream))
    return repository.folder


# By the name of the format; of two formats a second shape.
SAMPLES: dict[str, Make] = {
    "sessions": sessions, "codex": codex, "claude_code": claude_code, "gemini_cli": gemini_cli, "chatgpt": chatgpt,
    "claude_ai": claude_ai, "obsidian": obsidian, "git": git, "markdown": markdown, "html": html, "pdf": pages,
    "text": plain,
}  # fmt: skip
FILES: dict[str, Make] = {"chatgpt": chatgpt_file, "claude_ai": claude_ai_file}
