"""Between a format and the tables: secrets are left out before anything is stored, and what the person doesn't want."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec
from msgspec import structs

from mnemoteca.core import secrets
from mnemoteca.core.importing import Item, LeftOut, RawSession, RawTurn, Unread, content_hash
from mnemoteca.core.junk import junk_in
from mnemoteca.core.memory import Role
from mnemoteca.core.preview import ImportOptions

_BARE = re.compile(r'(?<!["\w])‹secret: [\w ]+›(?!["\w])')  # where a number stood
_AT_ONCE, _CHARACTERS_AT_ONCE = 500, 1_000_000  # items that are looked through together


def screened(items: Iterable[Item], options: ImportOptions) -> Iterator[Item]:
    """The items, one for one, as they are to come in; those of our own export as they are."""
    ours = False
    for item in sorted_out(items, options):
        if isinstance(item, RawSession):
            ours = item.ours
        if isinstance(item, RawTurn) and not ours and not options.keep_secrets:
            yield clean_turn(item, secrets.find(item.text))
        else:
            yield item


def looked_through(items: Iterable[Item]) -> Iterator[tuple[Item, tuple[secrets.Secret, ...]]]:
    """The items, one for one, each with the secrets of its text; of our own export nothing is looked for."""
    waiting: list[Item] = []
    characters, ours = 0, False
    for item in items:
        if isinstance(item, RawSession) and item.ours is not ours:
            yield from _looked_through(waiting, ours)
            waiting, characters, ours = [], 0, item.ours
        waiting.append(item)
        characters += len(item.text) if isinstance(item, RawTurn) else 0
        if len(waiting) >= _AT_ONCE or characters >= _CHARACTERS_AT_ONCE:
            yield from _looked_through(waiting, ours)
            waiting, characters = [], 0
    yield from _looked_through(waiting, ours)


def _looked_through(items: Sequence[Item], ours: bool) -> Iterator[tuple[Item, tuple[secrets.Secret, ...]]]:
    texts = [item.text if isinstance(item, RawTurn) and not ours else "" for item in items]
    return zip(items, secrets.find_each(texts), strict=True)


def sorted_out(items: Iterable[Item], options: ImportOptions) -> Iterator[Item]:
    """The items, one for one: what isn't wanted is left out, and all but the turns is without secrets."""
    ours = False
    for item in items:
        if isinstance(item, RawSession):
            ours = item.ours
            yield item if ours or options.keep_secrets else clean_session(item)
        elif isinstance(item, RawTurn):
            yield LeftOut() if not ours and is_unwanted(item, options) else item
        elif isinstance(item, Unread):
            yield replace(item, where=clean_text(item.where))
        else:
            yield item


def is_unwanted(turn: RawTurn, options: ImportOptions) -> bool:
    """Whether the person asked to leave such a turn out."""
    if options.leave_out_tools and turn.role is Role.TOOL:
        return True
    return options.leave_out_junk and junk_in(turn.text, turn.role) is not None


def clean_session(head: RawSession) -> RawSession:
    """A session without the secrets in its title and in its other fields."""
    title, in_title = _clean(head.title)
    extra, in_extra = clean_json(head.extra)
    if not in_title and not in_extra:
        return head
    return replace(head, title=title, extra=extra, secrets=in_title + in_extra)


def clean_turn(turn: RawTurn, found: tuple[secrets.Secret, ...]) -> RawTurn:
    """A turn without its secrets, of which those in its text were `found`."""
    if not (found or turn.extra or turn.versions or turn.places):
        return turn
    extra, in_extra = clean_json(turn.extra)
    versions = tuple(map(_clean, turn.versions))
    in_versions = tuple(kind for _, kinds in versions for kind in kinds)
    turn, in_places = _clean_named(turn, found)
    if found:
        turn = structs.replace(turn, text=secrets.without(turn.text, found), whole=content_hash(turn.text))
    if not found and not in_extra and not in_versions and not in_places:
        return turn
    kinds = (*(each.kind for each in found), *in_extra, *in_versions, *in_places)
    return structs.replace(turn, extra=extra, versions=tuple(text for text, _ in versions), secrets=kinds)


def clean_text(text: str) -> str:
    """A text that is told or kept beside a turn, without its secrets."""
    return _clean(text)[0]


def _clean_named(turn: RawTurn, found: tuple[secrets.Secret, ...]) -> tuple[RawTurn, tuple[str, ...]]:
    """A turn whose places, attachments and tags have no secrets, and the kinds of those that its text has not."""
    marks = {turn.text[each.start : each.end]: f"‹secret: {each.kind}›" for each in found}

    def unmarked(value: str) -> str:
        for secret, mark in marks.items():
            value = value.replace(secret, mark)
        return value

    urls = {value: _clean(unmarked(value)) for kind, value in turn.places if kind == "url"}
    kinds = tuple(kind for _, in_url in urls.values() for kind in in_url)
    if not found and not kinds:
        return turn, ()
    places = ((kind, urls[value][0] if kind == "url" else unmarked(value)) for kind, value in turn.places)
    tags = (tag for tag in turn.tags if not any(secret.lower() in tag for secret in marks))
    attachments = tuple(map(unmarked, turn.attachments))
    return structs.replace(turn, places=tuple(dict.fromkeys(places)), tags=tuple(tags), attachments=attachments), kinds


def _clean(text: str) -> tuple[str, tuple[str, ...]]:
    found = secrets.find(text)
    return secrets.without(text, found) if found else text, tuple(each.kind for each in found)


def clean_json(extra: str | None) -> tuple[str | None, tuple[str, ...]]:
    """JSON without the secrets in it; None where it would be none any more."""
    if extra is None:
        return None, ()
    told, kinds = _clean(extra)
    if not kinds:
        return extra, ()
    for attempt in (told, _BARE.sub(lambda match: f'"{match[0]}"', told)):
        try:
            msgspec.json.decode(attempt)
        except (msgspec.DecodeError, RecursionError):
            continue
        return attempt, kinds
    return None, kinds
