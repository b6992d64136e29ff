"""What the library tells of one memory and of one session."""

from __future__ import annotations

import pytest

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.errors import NotFound
from mnemoteca.core.life import stages
from mnemoteca.core.memory import Tier
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock


def test_a_memory_tells_its_whole_life(library: LocalLibrary, clock: DrivenClock) -> None:
    kept = library.add_short_term("Helena has the keys", "personal", 0.7)
    clock.advance(40)
    library.run_due()
    clock.advance(3600)
    library.accessed((kept.id,))
    library.accessed((kept.id,), By.ASSISTANT)
    library.promote((kept.id,))
    library.pin((kept.id,))
    life = library.life(kept.id)
    kinds = [event.kind for event in life.events]
    assert kinds == [
        Happened.ADDED, Happened.PROMOTED, Happened.ACCESSED, Happened.ACCESSED, Happened.PROMOTED, Happened.PINNED
    ]  # fmt: skip
    assert [event.by for event in life.events if event.kind is Happened.PROMOTED] == [By.RULE, By.PERSON]
    assert life.recalled == {By.PERSON: 1, By.ASSISTANT: 1}
    assert life.origin.source == kept.source
    found = stages(life.events, Tier.LONG, kept.recorded_at, clock.now())
    assert [stage.tier for stage in found] == [Tier.SHORT, Tier.MEDIUM]  # LONG begins just now


def test_an_edited_note_keeps_the_life_of_its_former_text(library: LocalLibrary, clock: DrivenClock) -> None:
    note = library.capture("Helena has the keys")
    library.accessed((note.id,))
    edited = library.edit(note.id, "Helena and Marcos have the keys")
    assert library.life(edited.id).recalled == {By.PERSON: 1}
    with pytest.raises(NotFound):
        library.life(9999)


def test_a_session_tells_what_it_holds(library: LocalLibrary, clock: DrivenClock) -> None:
    note = library.capture("Keys on Friday #move #home")
    other = library.capture("Boxes #move")
    library.promote((other.id,))
    library.pin((other.id,))
    facts = library.session_facts(note.session)
    assert facts.tags == {"move": 2, "home": 1}
    assert facts.tiers == {library.memory(note.id).tier: 1, library.memory(other.id).tier: 1}
    assert (facts.pinned, facts.origin.source) == (1, note.source)
    with pytest.raises(NotFound):
        library.session_facts(9999)
