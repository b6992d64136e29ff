"""The three tiers by their public names: the entry, the plain buffer, and the manager over a real service."""

from __future__ import annotations

import dataclasses
import inspect
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import mnemoteca
from mnemoteca import MemoryTierManager, ShortTermEntry, ShortTermMemory, get_short_term_memory, get_tier_manager
from mnemoteca.api import disconnect
from mnemoteca.wire.connecting import stop_service
from tests.driven import DrivenClock
from tests.processes import python

pytestmark = pytest.mark.slow  # each has a service of its own

SIGNATURES = [
    (ShortTermEntry, "is_expired", "ttl=300.0, now=None"),
    (ShortTermEntry, "to_dict", ""),
    (ShortTermMemory, "add", "content, importance=0.5, category='general'"),
    (ShortTermMemory, "get", "query, limit=10"),
    (ShortTermMemory, "get_recent", "n=10"),
    (ShortTermMemory, "get_promotable", ""),
    (ShortTermMemory, "mark_promoted", "entry_id"),
    (ShortTermMemory, "clear", ""),
    (ShortTermMemory, "render_context", "limit=10"),
    (MemoryTierManager, "add_short_term", "content, importance=0.5, category='general'"),
    (MemoryTierManager, "force_promotion", "entry_id"),
    (MemoryTierManager, "promote_all_eligible", ""),
    (MemoryTierManager, "consolidate_medium_to_long", ""),
    (MemoryTierManager, "start_auto_promotion", ""),
    (MemoryTierManager, "stop_auto_promotion", ""),
    (MemoryTierManager, "recall_across_tiers", "query, limit=5"),
    (MemoryTierManager, "get_tier_stats", ""),
    (MemoryTierManager, "clear_short_term", ""),
    (mnemoteca, "get_short_term_memory", "space"),
    (mnemoteca, "get_tier_manager", "space"),
    (mnemoteca, "apply_forgetting_curve", "memory, age_days"),
    (mnemoteca, "retrievability", "memory, now"),
]
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


SAMPLE = """
from mnemoteca import get_tier_manager

manager = get_tier_manager("luna")
manager.add_short_term("Usuario mencionou que gosta de cafe", importance=0.8)
for query in ("cafe", "café"):
    print([hit.content for hit in manager.recall_across_tiers(query, limit=5)])
print(manager.get_tier_stats()["short"]["count"], *manager.get_tier_stats())
"""


class TestPublicNames:
    def test_the_sample_runs_as_it_stands_in_a_process_of_its_own(self, data_folder: Path) -> None:
        done = python(SAMPLE)
        assert (done.returncode, done.stderr) == (0, "")
        found = "['Usuario mencionou que gosta de cafe']"
        assert done.stdout.splitlines() == [found, found, "1 short medium long faded archive"]

    @pytest.mark.parametrize(("owner", "name", "signature"), SIGNATURES, ids=lambda each: str(each)[:30])
    def test_every_name_takes_what_was_promised(self, owner: object, name: str, signature: str) -> None:
        found = inspect.signature(getattr(owner, name)).parameters.values()
        told = [p.name if p.default is p.empty else f"{p.name}={p.default!r}" for p in found if p.name != "self"]
        assert ", ".join(told) == signature

    def test_the_figures_of_the_buffer_are_the_promised_ones(self) -> None:
        assert (ShortTermMemory.DEFAULT_TTL, ShortTermMemory.DEFAULT_MAX_SIZE) == (300.0, 50)
        assert (ShortTermMemory.PROMOTION_THRESHOLD, ShortTermMemory.MIN_ACCESSES_FOR_PROMOTION) == (0.7, 2)

    def test_the_clock_of_a_buffer_is_given_by_its_name_and_aware(self, clock: DrivenClock) -> None:
        parameters = inspect.signature(ShortTermMemory).parameters
        assert [*parameters] == ["ttl", "max_size", "clock"]
        assert (parameters["ttl"].default, parameters["max_size"].default) == (300.0, 50)
        assert parameters["clock"].kind is inspect.Parameter.KEYWORD_ONLY
        assert ShortTermMemory().add("now").timestamp.utcoffset() == timedelta(0)

    def test_an_entry_has_the_promised_fields_in_their_order(self) -> None:
        fields = [(field.name, field.type) for field in dataclasses.fields(ShortTermEntry)]
        assert fields == [
            ("id", "str"), ("content", "str"), ("timestamp", "datetime"), ("importance", "float"),
            ("category", "str"), ("access_count", "int"),
        ]  # fmt: skip
        assert list(entry().to_dict()) == [name for name, _ in fields]

    def test_the_served_buffer_has_every_method_of_the_plain_one(self, luna: MemoryTierManager) -> None:
        served = get_short_term_memory("luna")
        assert isinstance(served, ShortTermMemory)
        added = served.add("served by the service", importance=0.8, category="fact")
        assert [e.content for e in served.get("SERVED")] == [added.content]
        assert [e.access_count for e in served.get_recent()] == [1]
        assert [e.id for e in served.get_promotable()] == [added.id]
        assert "served by the service" in served.render_context()
        assert (len(served), served.mark_promoted(added.id), served.mark_promoted(added.id)) == (1, True, False)
        assert (len(served), served.clear(), served.render_context()) == (0, 0, "")
        for content, importance in (("  ", 0.5), ("text", 1.1)):
            with pytest.raises(ValueError, match=r"\."):
                served.add(content, importance)

    def test_the_manager_goes_on_after_the_service_was_restarted(self, luna: MemoryTierManager, service: Path) -> None:
        luna.add_short_term("before the restart")
        assert stop_service(service)
        assert [hit.content for hit in luna.recall_across_tiers("restart")] == ["before the restart"]

    def test_a_space_that_is_not_there_is_made_with_its_first_manager(self, luna: MemoryTierManager) -> None:
        assert get_tier_manager("marte").get_tier_stats()["short"]["count"] == 0
        assert luna.recall_across_tiers("nothing that was said") == []
