"""Language models run in children: loaded at need, ended for others or when idle; a death costs one piece of work."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mnemoteca.core.cancel import Token, working_for
from mnemoteca.core.errors import Stopped
from mnemoteca.core.model_roles import Role
from mnemoteca.core.writing import Ending, Options, Room, SetApart, Unwritten, Wish, Written
from mnemoteca.models.generating import Limits
from mnemoteca.models.writers import Find, ModelFile, Writers, needed
from tests import processes

FAKE = Path(__file__).with_name("fake_generator.py")
MB = 1 << 20


def wish(text: str, urgent: bool = False, seconds: float = 30.0) -> Wish:
    return Wish("", text, 'root ::= "a"', 100, seconds=seconds, urgent=urgent)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Writers]]:
    """Writers whose children are fakes: `how` they behave; a role's model is a file of that role's name."""
    made = []

    def writers(how: str = "", limits: Limits = Limits(), memory: int = 100 * MB, engine: bool = True,
                find: Find | None = None) -> Writers:  # fmt: skip
        def find_file(role: Role, options: Options) -> ModelFile:
            path = tmp_path / role.value
            if not path.exists():
                path.touch()
            return ModelFile(role.value, str(path), memory)

        def command(model: ModelFile, device: str) -> list[str]:
            return [sys.executable, str(FAKE), how, str(memory)]

        made.append(Writers(find or find_file, limits, command, lambda: engine))
        return made[-1]

    yield writers
    for each in made:
        each.stop()


Make = Callable[..., Writers]


def children() -> list[int]:
    """The children of this process that write."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and processes.alive(int(entry.name)):
            try:
                status = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                if int(status[1]) == os.getpid() and b"fake_generator" in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
            except OSError:
                continue
    return found


def test_what_is_written_is_heard_as_it_grows(make: Make) -> None:
    heard: list[str] = []
    written = make().write(Role.ANSWER, wish("fine"), heard.append)
    assert written == Written("it was fine", Ending.WHOLE, "", "answer", tokens=3)
    assert heard == ["it ", "it was ", "it was fine"]


def test_texts_are_measured_and_room_is_told(make: Make) -> None:
    writers = make()
    assert writers.room(Role.ANSWER) == Room(4096, 4)
    assert writers.measure(Role.ANSWER, ["one two", "", "three"]) == [2, 0, 1]


def test_a_model_is_loaded_when_it_is_asked_and_only_once(make: Make) -> None:
    writers = make("talks")
    assert (children(), writers.status().models) == ([], ())
    for _ in range(3):
        writers.write(Role.ANSWER, wish("fine"))
    (held,) = writers.status().models
    assert (held.name, held.uses, held.tokens, held.memory) == ("answer", 3, 9, 100 * MB)
    assert (writers.status().loads, len(children())) == (1, 1)


def test_an_idle_model_is_ended_and_comes_again(make: Make) -> None:
    writers = make(limits=Limits(idle_s=0.3))
    writers.write(Role.ANSWER, wish("fine"))
    assert processes.wait_until(lambda: writers.status().models == ())
    assert processes.wait_until(lambda: not children())
    assert writers.write(Role.ANSWER, wish("fine")).ending is Ending.WHOLE


def test_the_least_recently_used_makes_room(make: Make) -> None:
    writers = make()
    writers.configure(Options(memory_mb=250))
    for role in (Role.ANSWER, Role.SUMMARISE, Role.ANSWER, Role.EXTRACT):
        writers.write(role, wish("fine"))
    assert [held.name for held in writers.status().models] == ["extract", "answer"]
    assert (writers.status().evictions, len(children())) == (1, 2)


def test_a_model_larger_than_the_budget_runs_alone(make: Make) -> None:
    writers = make()
    writers.configure(Options(memory_mb=50))
    for role in (Role.ANSWER, Role.SUMMARISE):
        assert writers.write(role, wish("fine")).ending is Ending.WHOLE
    assert [held.name for held in writers.status().models] == ["summarise"]


def test_a_child_that_dies_once_costs_nothing_but_time(make: Make, tmp_path: Path) -> None:
    writers = make()
    assert writers.write(Role.ANSWER, wish(f"once {tmp_path / 'done'} die")).text == "it was said"
    assert writers.status().set_apart == ()


def test_what_ends_two_children_is_set_apart_with_its_reason_and_all_else_goes_on(make: Make) -> None:
    writers = make()
    first = writers.write(Role.ANSWER, wish("die"))
    assert first.ending is Ending.CRASHED
    assert "code -6" in first.reason
    assert writers.status().loads == 2
    again = writers.write(Role.ANSWER, wish("die"))
    assert (again.ending, again.reason) == (Ending.SET_APART, first.reason)
    (apart,) = writers.status().set_apart
    assert (apart.model, apart.reason) == (first.model, first.reason)
    assert writers.status().loads == 2
    heard: list[SetApart] = []
    another = make()
    another.know((apart,), heard.append)
    assert another.write(Role.ANSWER, wish("die")).ending is Ending.SET_APART
    assert another.status().loads == 0, "what was set apart before is not even begun"
    assert another.try_again() == 1
    assert another.write(Role.ANSWER, wish("die")).ending is Ending.CRASHED
    assert heard == [apart]
    assert writers.write(Role.ANSWER, wish("fine")).ending is Ending.WHOLE


def test_a_child_that_hangs_is_killed(make: Make) -> None:
    writers = make(limits=Limits(hang_s=0.3))
    written = writers.write(Role.ANSWER, wish("hang", seconds=0.2))
    assert (written.ending, written.reason) == (Ending.CRASHED, "it did not answer")


@pytest.mark.parametrize("how", ["unfit", "dies"])
def test_a_file_that_cannot_be_run_is_told_and_not_tried_again_until_it_is_another(
    make: Make, how: str, tmp_path: Path
) -> None:
    writers = make(how)
    written = writers.write(Role.ANSWER, wish("fine"))
    assert written.ending is Ending.UNFIT
    assert written.reason
    loads = writers.status().loads
    assert writers.write(Role.ANSWER, wish("fine")).ending is Ending.UNFIT
    assert writers.status().loads == loads
    assert writers.status().unfit == (("answer", written.reason),)
    (tmp_path / "answer").write_bytes(b"another")
    writers.write(Role.ANSWER, wish("fine"))
    assert writers.status().loads > loads
    with pytest.raises(Unwritten):
        writers.room(Role.ANSWER)


def test_without_a_model_or_the_engine_nothing_is_written(make: Make) -> None:
    for writers in (make(find=lambda role, options: None), make(engine=False)):
        assert writers.write(Role.ANSWER, wish("fine")).ending is Ending.ABSENT
        assert writers.model(Role.ANSWER) == ""
        with pytest.raises(Unwritten):
            writers.measure(Role.ANSWER, ["one"])


def cancelled(writers: Writers, text: str) -> Written:
    """What came of a piece of work that is cancelled when the first of it is heard."""
    token = Token()
    with working_for(token):
        return writers.write(Role.ANSWER, wish(text), lambda heard: token.cancel())


def test_what_is_cancelled_ends_and_the_model_stays(make: Make) -> None:
    writers = make(limits=Limits(stop_s=30.0))
    assert cancelled(writers, "endless").ending is Ending.CANCELLED
    assert writers.write(Role.ANSWER, wish("fine")).ending is Ending.WHOLE
    assert writers.status().loads == 1


def test_a_model_that_does_not_listen_is_killed_which_is_held_against_nobody(make: Make) -> None:
    writers = make()
    assert cancelled(writers, "deaf").ending is Ending.CANCELLED
    assert writers.status().set_apart == ()
    assert writers.write(Role.ANSWER, wish("fine")).ending is Ending.WHOLE


def test_loading_can_be_cancelled(make: Make) -> None:
    writers = make("slow")
    token = Token()

    def cancel_when_it_loads() -> None:
        processes.wait_until(lambda: bool(children()))
        token.cancel()

    waiting = threading.Thread(target=cancel_when_it_loads)
    waiting.start()
    with working_for(token), pytest.raises(Stopped):
        writers.write(Role.ANSWER, wish("fine"))
    waiting.join()
    assert processes.wait_until(lambda: not children())


def test_who_is_urgent_is_asked_before_who_is_not(make: Make) -> None:
    writers = make()
    order: list[str] = []
    token = Token()

    def work(text: str, urgent: bool) -> None:
        with working_for(token if text == "endless" else Token()):
            writers.write(Role.ANSWER, wish(text, urgent), lambda heard: order.append(text))

    threads = [
        threading.Thread(target=work, args=each) for each in (("endless", False), ("later", False), ("now", True))
    ]
    threads[0].start()
    assert processes.wait_until(lambda: bool(order))
    threads[1].start()
    assert processes.wait_until(lambda: len(writers._turns._waiting) == 1)
    threads[2].start()
    assert processes.wait_until(lambda: len(writers._turns._waiting) == 2)
    token.cancel()
    for thread in threads:
        thread.join()
    assert order.index("now") < order.index("later")


def test_the_need_of_an_unknown_file_is_more_than_its_size() -> None:
    assert needed(1_000) > 1_000
