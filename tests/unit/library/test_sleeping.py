"""Runs over a real library, at a time that the test drives."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mnemoteca.core.changes import By
from mnemoteca.core.errors import BadInput, NotFound, Problem
from mnemoteca.core.jobs import JobState
from mnemoteca.core.memory import Tier
from mnemoteca.core.purging import PurgeTarget
from mnemoteca.core.recall import Question
from mnemoteca.core.reports import RunKind, RunState
from mnemoteca.core.sleep.values import DigestKind, ProposalState
from mnemoteca.core.sleep.why import Alters, Next
from mnemoteca.library.library import LocalLibrary
from mnemoteca.library.sleep import waking
from tests.driven import DrivenClock

SPACE = "personal"
TEXT = "the red gate of Olinda opens on Monday and Helena keeps three keys in her shop by the river"
WORDS = TEXT.split()


def in_medium(library: LocalLibrary, *texts: str, importance: float = 0.7) -> list[int]:
    ids = [library.capture(text, importance=importance).id for text in texts]
    library.promote_all_eligible(SPACE)
    return ids


def sentence(n: int) -> str:
    """A sentence of its own for each number."""
    return f"Note {n}: " + " ".join(WORDS[(n + k * (1 + n % 3)) % len(WORDS)] for k in range(9)) + "."


def test_every_memory_that_was_taken_in_is_accounted_for(library: LocalLibrary) -> None:
    in_medium(library, *map(sentence, range(20)), importance=0.9)
    run = library.consolidate_medium_to_long()
    assert (run.taken, run.promoted, run.kept) == (20, 20, 0)
    again = library.consolidate_medium_to_long()
    assert again.taken == again.promoted + again.faded + again.left + again.kept == 0


def test_apply_does_exactly_what_the_preview_showed(library: LocalLibrary, clock: DrivenClock) -> None:
    """Fifty different spaces, each previewed and then applied."""
    library.set_setting("sleep.by_itself", False)
    for seed in range(50):
        space = library.make_space(f"space {seed}").name
        for n in range(6):
            library.capture(sentence(seed * 7 + n * (1 + seed % 4)), space, importance=0.7 + 0.05 * ((seed + n) % 5))
            clock.advance(3600 * (n % 2))
        library.promote_all_eligible(space)
        clock.advance(3600 * (seed % 30))
        seen = library.propose_run(space)
        moved = [p for p in seen.proposals if p.memory]
        before = {p.memory: library.memory(p.memory) for p in moved}
        assert {id: m.tier for id, m in before.items()} == {p.memory: p.before for p in moved}
        done = library.apply_run(seen.run.run)
        assert done == replace(seen.run, state=RunState.APPLIED, at=done.at)
        after = library.run(seen.run.run)
        assert [replace(p, state=ProposalState.PROPOSED) for p in after.proposals] == list(seen.proposals)
        assert (after.digests, after.patterns) == (seen.digests, seen.patterns)
        assert {p.memory: library.memory(p.memory).tier for p in moved} == {p.memory: p.after for p in moved}
        assert all(library.memory(id).text == memory.text for id, memory in before.items())


def test_days_weeks_and_topics_are_told_from_the_originals(library: LocalLibrary) -> None:
    monday = datetime(2026, 3, 2, 9, tzinfo=UTC)
    for day in range(3):
        for n in range(4):
            at = monday + timedelta(days=day, hours=n)
            library.capture(f"{sentence(day * 10 + n)} #garden", occurred_at=at, offset_min=0)
    run = library.consolidate_medium_to_long()
    assert run.digests == 5
    kinds = [digest.kind for digest in library.learned().digests]
    assert sorted(kinds) == sorted([DigestKind.SESSION] * 3 + [DigestKind.WEEK, DigestKind.TOPIC])
    for digest in library.learned().digests:
        for quote in digest.sentences:
            assert quote.text == library.memory(quote.memory).text[quote.start : quote.end]
    (topic,) = [each for each in library.learned().digests if each.kind is DigestKind.TOPIC]
    assert topic.title == "garden"
    (name,) = library.learned().patterns
    assert (name.quote.text, name.sources) == ("garden", 12)


def test_a_way_of_doing_something_that_is_told_again_is_a_procedure(library: LocalLibrary, clock: DrivenClock) -> None:
    first = "To restart the old server, run the script in the tools folder."
    in_medium(library, first)
    library.consolidate_medium_to_long()
    assert [(each.kind.value, each.quote.text) for each in library.learned().patterns] == [("how_to", first)]
    clock.advance(26 * 3600)
    in_medium(library, "To restart the old server, run that script in the tools folder and wait.")
    library.consolidate_medium_to_long()
    pattern = library.learned().patterns[0]
    assert (pattern.kind.value, pattern.sources, pattern.quote.text) == ("procedure", 2, first)
    assert len(pattern.evidence) == 1


def test_a_run_by_itself_is_due_half_an_hour_after_something_changed(library: LocalLibrary, clock: DrivenClock) -> None:
    begun = clock.now()
    in_medium(library, *map(sentence, range(4)))
    with library.store.read() as reader:
        assert waking.sleep_due(reader, 1, clock.now()) == begun + timedelta(minutes=30)
    clock.advance(30 * 60)
    library.run_due()
    (job,) = library.jobs()
    assert (job.kind, job.state) == ("sleep", JobState.WAITING)
    library.run_due()
    assert len(library.jobs()) == 1
    library.follow()
    library.wait_job(job.id, 20.0)
    assert library.job(job.id).state is JobState.DONE
    assert len(library.learned().digests) == 1
    clock.advance(3600)
    with library.store.read() as reader:  # idle is idle
        assert waking.sleep_due(reader, 1, clock.now()) is None


def test_a_run_waits_until_nobody_does_anything_where_that_is_wanted(library: LocalLibrary, clock: DrivenClock) -> None:
    library.set_setting("sleep.when_idle", True)
    in_medium(library, *map(sentence, range(4)))
    clock.advance(29 * 60)
    library.capture(sentence(9))
    with library.store.read() as reader:
        assert waking.sleep_due(reader, 1, clock.now()) == clock.now() + timedelta(minutes=10)
    library.set_setting("sleep.by_itself", False)
    with library.store.read() as reader:
        assert waking.sleep_due(reader, 1, clock.now()) is None


def test_what_the_clock_did_in_medium_can_be_undone_too(library: LocalLibrary, clock: DrivenClock) -> None:
    (one,) = in_medium(library, sentence(1))
    clock.advance(25 * 3600)
    library.run_due()
    assert library.memory(one).tier is Tier.FADED
    (run,) = [each for each in library.runs() if each.kind is RunKind.TIERS]
    library.undo_run(run.run)
    restored = library.memory(one)
    assert restored.tier is Tier.MEDIUM
    assert restored.tier_until == clock.now() + timedelta(days=1)  # it does not fade again at once


def test_a_run_that_is_not_there_or_was_not_applied_is_refused(library: LocalLibrary) -> None:
    with pytest.raises(NotFound):
        library.apply_run(9)
    in_medium(library, *map(sentence, range(3)))
    seen = library.propose_run()
    with pytest.raises(BadInput, match="can't be undone: it is proposed"):
        library.undo_run(seen.run.run)


def test_a_check_that_fails_changes_nothing_and_says_why(library: LocalLibrary) -> None:
    in_medium(library, *map(sentence, range(3)), importance=0.9)
    seen = library.propose_run()
    library.store.write(lambda tx: tx.run('UPDATE evidence SET "end" = 100000'))
    with pytest.raises(Problem, match="does not stand in its memory"):
        library.apply_run(seen.run.run)
    assert library.learned().digests == ()
    assert library.run(seen.run.run).run.state is RunState.FAILED
    assert library.tier_stats().long.count == 0


def test_a_preview_that_nobody_applied_goes_after_thirty_days_and_its_number_is_not_given_again(
    library: LocalLibrary, clock: DrivenClock
) -> None:
    library.set_setting("sleep.by_itself", False)
    in_medium(library, *map(sentence, range(3)), importance=0.9)
    first = library.propose_run().run.run
    clock.advance(29 * 86_400)
    second = library.propose_run().run.run
    assert {first, second} <= {run.run for run in library.runs()}
    clock.advance(2 * 86_400)
    third = library.propose_run().run.run
    assert {run.run for run in library.runs()} >= {second, third}
    with pytest.raises(NotFound):
        library.apply_run(first)
    with library.store.read() as reader:
        for table in ("proposals", "digests", "patterns"):
            assert reader.all(f"SELECT 1 FROM {table} WHERE run = {first}") == [], table
    assert not {finding.name for finding in library.doctor() if not finding.sound} & {"evidence", "digests", "patterns"}
    clock.advance(60 * 86_400)
    assert library.run(third).run.state is RunState.PROPOSED
    assert library.propose_run().run.run > third


def test_a_purge_takes_digests_patterns_and_undo_data_along(library: LocalLibrary) -> None:
    texts = ["We decided to paint the gate of the garden green.", *map(sentence, range(3))]
    ids = in_medium(library, *texts, importance=0.9)
    library.consolidate_medium_to_long()
    library.given_to_assistant(tuple(ids))
    proposed = library.propose_run()
    library.purge(PurgeTarget(ids=(ids[0],)))
    assert library.learned().patterns == ()
    with library.store.read() as reader:
        for table in ("evidence", "proposals", "given", "shingles", "patterns"):
            assert reader.all(f"SELECT 1 FROM {table} WHERE memory = {ids[0]}") == [], table
    library.apply_run(proposed.run.run)
    library.purge(PurgeTarget(ids=tuple(ids[1:])))
    with library.store.read() as reader:
        for table in ("evidence", "digests", "patterns"):
            assert reader.all(f"SELECT 1 FROM {table}") == [], table


def test_why_tells_what_promoted_it_what_rests_on_it_and_what_would_alter_it(library: LocalLibrary) -> None:
    (weighty,) = in_medium(library, "We decided to paint the gate of the garden green.", importance=0.9)
    light, *_ = in_medium(library, *map(sentence, range(3)))
    run = library.consolidate_medium_to_long()
    why = library.why(weighty)
    assert [(p.tier, p.run, p.rule) for p in why.promoted] == [
        (Tier.MEDIUM, 0, ""),
        (Tier.LONG, run.run, "importance 0.90"),
    ]
    assert (why.tier, why.next, why.alters) == (Tier.LONG, Next.STAYS, (Alters.LET_GO,))
    assert {ref.kind for ref in why.rested_on_by} >= {"pattern"}
    assert library.why(light).next is Next.FADES
    assert library.why(light).alters == (Alters.PIN, Alters.RECALL, Alters.WEIGH, Alters.LET_GO)
    (pattern,) = library.learned().patterns
    told = library.why(pattern.id, "pattern")
    assert (told.run, [quote.memory for quote in told.rests_on]) == (run.run, [weighty])
    (digest,) = library.learned().digests
    assert library.why(digest.id, "digest").rests_on == digest.sentences


def test_the_outlook_counts_what_will_be_there_in_a_year(library: LocalLibrary) -> None:
    in_medium(library, sentence(1), sentence(2), importance=0.9)
    in_medium(library, sentence(3), sentence(4))
    assert library.outlook() == replace(library.outlook(), in_tiers=4, in_a_year=2)
    assert library.outlook().percent == 50


@pytest.mark.parametrize("curve", ["ebbinghaus", "fsrs"])
def test_either_curve_moves_a_score_by_a_tenth_at_most(library: LocalLibrary, clock: DrivenClock, curve: str) -> None:
    library.set_setting("forgetting.curve", curve)
    old, new = (library.capture(f"The gate number {n} opens to the garden").id for n in (1, 2))
    clock.advance(40 * 86_400)
    library.accessed((new,))
    hits = {hit.memory.id: hit.score for hit in library.recall(Question("gate garden"), SPACE, weak=True).hits}
    assert 1.0 < hits[new] / hits[old] <= 1.1
    assert library.course(new).will[0] > library.course(old).will[0]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "capture",
                "edit",
                "run",
                "propose",
                "apply",
                "undo run",
                "forget",
                "restore",
                "pin",
                "purge",
                "wait",
                "undo",
            ]
        ),
        st.integers(0, 9),
    ),
    max_size=14,
)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@example(acts=[("propose", 0), ("purge", 0)])
@given(acts=ACTS)
def test_whatever_is_done_no_text_changes_and_nothing_is_without_a_source(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    clock = DrivenClock()
    library = LocalLibrary.open(tmp_path_factory.mktemp("any") / "library", clock)
    try:
        texts: dict[int, str] = {}
        for n in range(4):
            memory = library.capture(sentence(n), importance=0.7 + 0.1 * (n % 3))
            texts[memory.id] = memory.text
        library.promote_all_eligible(SPACE)
        for act, n in acts:
            clock.advance(1)
            do(library, clock, act, n, texts)
            sound(library, texts)
    finally:
        library.close()


def do(library: LocalLibrary, clock: DrivenClock, act: str, n: int, texts: dict[int, str]) -> None:
    ids, runs = sorted(texts), library.runs()
    one = ids[n % len(ids)] if ids else 0
    try:
        match act:
            case "capture":
                memory = library.capture(sentence(n + 40), importance=0.9)
                texts[memory.id] = memory.text
                library.promote_all_eligible(SPACE)
            case "edit" if one:
                newer = library.edit(one, f"{sentence(n)} Edited {len(texts)}.")
                texts[newer.id] = newer.text
            case "run":
                library.consolidate_medium_to_long()
            case "propose":
                library.propose_run()
            case "apply" if runs:
                library.apply_run(runs[n % len(runs)].run)
            case "undo run" if runs:
                library.undo_run(runs[n % len(runs)].run, with_later=n > 4)
            case "forget" if one:
                library.forget((one,))
            case "restore" if one:
                library.restore((one,))
            case "pin" if one:
                library.pin((one,))
            case "purge" if one:
                library.purge(PurgeTarget(ids=(one,)))
                with library.store.read() as reader:
                    left = {row[0] for row in reader.all("SELECT id FROM memories")}
                for gone in set(texts) - left:
                    del texts[gone]
            case "wait":
                clock.advance(3600 * n)
                library.run_due()
            case "undo":
                library.undo()
    except (BadInput, NotFound):
        pass  # what can't be done is refused, and nothing is changed


def sound(library: LocalLibrary, texts: dict[int, str]) -> None:
    with library.store.read() as reader:
        assert dict(reader.all("SELECT id, text FROM memories")) == texts
        for kind, table in (("digest", "digests"), ("pattern", "patterns")):
            orphans = (
                f"SELECT id FROM {table} WHERE state <> 4 "
                f"AND id NOT IN (SELECT thing FROM evidence WHERE kind = '{kind}')"
            )
            assert reader.all(orphans) == []
        lost = "SELECT 1 FROM evidence WHERE memory NOT IN (SELECT id FROM memories)"
        assert reader.all(lost) == []
    for run in library.runs(limit=500):
        assert run.taken == run.promoted + run.faded + run.left + run.kept, run
    for digest in library.learned().digests:
        for quote in digest.sentences:
            assert quote.text == texts[quote.memory][quote.start : quote.end]


def snapshot(library: LocalLibrary) -> object:
    with library.store.read() as reader:
        held = reader.all("SELECT id, tier, state, pinned, importance, since FROM memories ORDER BY id")
    learned = library.learned()
    return held, [d.sentences for d in learned.digests], [p.quote for p in learned.patterns]


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(n=st.integers(0, 40), later=st.lists(st.integers(0, 3), max_size=4))
def test_an_undone_run_leaves_the_state_as_if_it_had_never_been(
    tmp_path_factory: pytest.TempPathFactory, n: int, later: list[int]
) -> None:
    """Two libraries do the same, but that one of them applies a run, goes on, and undoes it."""
    states = []
    for with_run in (False, True):
        clock = DrivenClock()
        library = LocalLibrary.open(tmp_path_factory.mktemp("two") / "library", clock)
        try:
            for k in range(5):
                library.capture(sentence(n + k), importance=0.7 + 0.1 * (k % 3))
            library.promote_all_eligible(SPACE)
            run = library.consolidate_medium_to_long().run if with_run else 0
            clock.advance(60)
            for act in later:
                library.capture(sentence(n + 60 + act), importance=0.7)
                if act == 1:
                    library.weigh((2,), 0.75)
                if act == 2:
                    library.forget((3,))
                if act == 3:
                    library.accessed((4,), By.PERSON)
            if with_run:
                library.undo_run(run)
            states.append(snapshot(library))
        finally:
            library.close()
    assert states[0] == states[1]
