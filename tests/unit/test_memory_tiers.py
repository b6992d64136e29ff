"""The three tiers by their public names: the entry, the plain buffer, and the manager over a real service."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mnemoteca import MemoryTierManager, ShortTermEntry, ShortTermMemory, get_short_term_memory, get_tier_manager
from mnemoteca.api import disconnect
from tests.driven import DrivenClock

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def entry(**changed: object) -> ShortTermEntry:
    values: dict[str, object] = {
        "id": "1",
        "content": "Ana likes the blue ceramics",
        "timestamp": START,
        "importance": 0.5,
        "category": "general",
    }
    return ShortTermEntry(**{**values, **changed})  # type: ignore[arg-type]


@pytest.fixture
def buffer(clock: DrivenClock) -> ShortTermMemory:
    return ShortTermMemory(clock=clock.now)


@pytest.fixture
def luna(service: Path) -> Iterator[MemoryTierManager]:
    yield get_tier_manager("luna")
    disconnect()


class TestEntry:
    def test_a_new_entry_was_never_accessed(self) -> None:
        assert entry().access_count == 0

    def test_an_entry_lives_until_its_ttl_is_over(self) -> None:
        assert not entry().is_expired(300.0, START + timedelta(seconds=299))
        assert entry().is_expired(300.0, START + timedelta(seconds=301))

    def test_an_entry_can_have_a_ttl_of_its_own(self) -> None:
        assert entry().is_expired(ttl=10, now=START + timedelta(seconds=11))

    def test_an_entry_as_a_dict_is_ready_for_json(self) -> None:
        told = json.loads(json.dumps(entry().to_dict()))
        assert told["timestamp"] == "2026-03-01T12:00:00+00:00"
        assert told["content"] == "Ana likes the blue ceramics"


class TestShortTermMemory:
    def test_what_is_added_comes_back_as_an_entry(self, buffer: ShortTermMemory, clock: DrivenClock) -> None:
        added = buffer.add("call Helena", importance=0.8, category="task")
        assert (added.content, added.importance, added.category) == ("call Helena", 0.8, "task")
        assert added.timestamp == clock.now()
        assert len(buffer) == 1

    def test_over_its_size_the_oldest_leaves(self, clock: DrivenClock) -> None:
        small = ShortTermMemory(max_size=2, clock=clock.now)
        for text in ("one", "two", "three"):
            small.add(text)
        assert [e.content for e in small.get_recent()] == ["three", "two"]

    @pytest.mark.parametrize(("content", "importance"), [("  ", 0.5), ("text", 1.1), ("text", -0.1)])
    def test_a_blank_text_or_a_wrong_importance_is_refused_with_a_sentence(
        self, buffer: ShortTermMemory, content: str, importance: float
    ) -> None:
        with pytest.raises(ValueError, match=r"\."):
            buffer.add(content, importance)

    def test_a_search_folds_accents_and_case(self, buffer: ShortTermMemory) -> None:
        buffer.add("Usuário gosta de CAFÉ")
        assert [e.content for e in buffer.get("cafe")] == ["Usuário gosta de CAFÉ"]

    def test_a_search_counts_as_an_access_of_what_it_returns(self, buffer: ShortTermMemory) -> None:
        found, other = buffer.add("truck for the move"), buffer.add("school for Ana")
        buffer.get("truck")
        assert (found.access_count, other.access_count) == (1, 0)

    def test_a_search_returns_at_most_its_limit(self, buffer: ShortTermMemory) -> None:
        for n in range(5):
            buffer.add(f"note {n}")
        assert len(buffer.get("note", limit=3)) == 3

    def test_recent_entries_come_newest_first_without_expired_ones(
        self, buffer: ShortTermMemory, clock: DrivenClock
    ) -> None:
        buffer.add("old")
        clock.advance(301)
        buffer.add("new")
        assert [e.content for e in buffer.get_recent()] == ["new"]

    def test_promotable_is_what_is_important_or_accessed_twice(self, buffer: ShortTermMemory) -> None:
        buffer.add("important", importance=0.7)
        buffer.add("almost", importance=0.69)
        buffer.add("asked for")
        buffer.get("asked"), buffer.get("asked")
        assert {e.content for e in buffer.get_promotable()} == {"important", "asked for"}

    def test_a_promoted_entry_leaves_and_is_then_not_there(self, buffer: ShortTermMemory) -> None:
        added = buffer.add("rise")
        assert buffer.mark_promoted(added.id)
        assert not buffer.mark_promoted(added.id)
        assert len(buffer) == 0

    def test_clearing_tells_how_many_left(self, buffer: ShortTermMemory) -> None:
        buffer.add("one"), buffer.add("two")
        assert buffer.clear() == 2
        assert buffer.clear() == 0

    def test_the_context_is_text_and_empty_when_nothing_is_there(self, buffer: ShortTermMemory) -> None:
        assert buffer.render_context() == ""
        buffer.add("the keys are with Marcos", category="fact")
        assert "the keys are with Marcos" in buffer.render_context()


class TestSingleton:
    def test_the_same_space_has_the_same_short_term_memory(self, luna: MemoryTierManager) -> None:
        assert get_short_term_memory("luna") is get_short_term_memory("luna")

    def test_another_space_has_another_one_with_other_entries(self, luna: MemoryTierManager) -> None:
        luna.add_short_term("only of luna")
        other = get_short_term_memory("sol")
        assert other is not get_short_term_memory("luna")
        assert len(other) == 0


class TestManager:
    def test_the_sample_finds_cafe_with_and_without_its_accent(self, luna: MemoryTierManager) -> None:
        luna.add_short_term("Usuario mencionou que gosta de cafe", importance=0.8)
        for asked in ("cafe", "café"):
            hits = luna.recall_across_tiers(asked, limit=5)
            assert [(h.content, h.tier) for h in hits] == [("Usuario mencionou que gosta de cafe", "short")]
        assert luna.get_tier_stats()["short"]["count"] == 1

    def test_a_forced_promotion_is_in_medium_at_once(self, luna: MemoryTierManager) -> None:
        added = luna.add_short_term("now", importance=0.1)
        assert luna.force_promotion(added.id)
        assert not luna.force_promotion(added.id)
        stats = luna.get_tier_stats()
        assert (stats["short"]["count"], stats["medium"]["count"], stats["medium"]["promotions"]) == (0, 1, 1)

    def test_all_that_is_eligible_rises_at_once_when_asked(self, luna: MemoryTierManager) -> None:
        luna.add_short_term("weighty", importance=0.9)
        luna.add_short_term("light", importance=0.2)
        assert luna.promote_all_eligible() == 1
        assert luna.get_tier_stats()["short"]["count"] == 1

    def test_consolidation_lifts_what_is_worth_it_and_accounts_for_all(self, luna: MemoryTierManager) -> None:
        for importance in (0.9, 0.75):
            luna.force_promotion(luna.add_short_term(f"weight {importance}", importance=importance).id)
        run = luna.consolidate_medium_to_long()
        assert (run.taken, run.promoted, run.faded, run.left) == (2, 1, 0, 1)
        assert luna.get_tier_stats()["long"]["count"] == 1

    def test_promotion_by_itself_can_be_stopped_and_started(self, luna: MemoryTierManager) -> None:
        luna.stop_auto_promotion()
        assert luna.short_term._library.settings("luna")["tiers.promote"] is False
        luna.start_auto_promotion()
        assert luna.short_term._library.settings("luna")["tiers.promote"] is True

    def test_a_cleared_short_tier_fades_and_is_still_found(self, luna: MemoryTierManager) -> None:
        luna.add_short_term("let go but not lost")
        assert luna.clear_short_term() == 1
        stats = luna.get_tier_stats()
        assert (stats["short"]["count"], stats["faded"]["count"]) == (0, 1)
        assert luna.recall_across_tiers("lost")[0].horizon == "none"


class TestManagerSingleton:
    def test_the_same_space_has_the_same_manager(self, luna: MemoryTierManager) -> None:
        assert get_tier_manager("luna") is luna

    def test_another_space_has_another_manager(self, luna: MemoryTierManager) -> None:
        assert get_tier_manager("sol") is not luna


class TestIntegration:
    def test_two_recalls_make_an_entry_promotable(self, luna: MemoryTierManager) -> None:
        luna.add_short_term("asked for twice", importance=0.1)
        luna.recall_across_tiers("twice"), luna.recall_across_tiers("twice")
        assert luna.get_tier_stats()["short"]["promotable"] == 1
        assert [e.access_count for e in luna.short_term.get_promotable()] == [2]

    def test_a_memory_goes_from_short_to_long(self, luna: MemoryTierManager) -> None:
        luna.add_short_term("for good", importance=0.9)
        luna.promote_all_eligible()
        luna.consolidate_medium_to_long()
        assert [(h.tier, h.horizon) for h in luna.recall_across_tiers("good")] == [("long", "long")]
