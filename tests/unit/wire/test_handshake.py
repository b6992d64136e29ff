"""Which of two programs of different age makes way."""

from __future__ import annotations

import pytest

from mnemoteca.core.errors import Unavailable
from mnemoteca.wire.handshake import Verdict, answer_to, judge, release
from mnemoteca.wire.messages import MAJOR, Hello, Refuse, Welcome


def welcome(major: int = 1, minor: int = 0, app: str = "0.1.0", data_format: int = 1) -> Welcome:
    return Welcome(major=major, minor=minor, app=app, data_format=data_format, change=0, pid=1, log="")


OURS = Hello(major=1, minor=2, app="0.3.0", data_format=2)


@pytest.mark.parametrize(
    ("theirs", "verdict"),
    [
        (welcome(1, 2, "0.3.0", 2), Verdict.STAY),
        (welcome(1, 3, "0.4.0", 3), Verdict.STAY),
        (welcome(1, 1, "0.3.0", 2), Verdict.REPLACE),
        (welcome(1, 2, "0.2.9", 2), Verdict.REPLACE),
        (welcome(1, 2, "0.3.0", 1), Verdict.REPLACE),
        (welcome(1, 2, "0.3.0", 0), Verdict.STAY),
        (Refuse(family="unavailable", key="service_older", major=0, app="0.0.1"), Verdict.REPLACE),
        (Refuse(family="unavailable", key="service_stopping", major=1), Verdict.WAIT),
    ],
)
def test_an_older_service_makes_way_and_a_newer_one_of_the_same_major_is_used(
    theirs: Welcome | Refuse, verdict: Verdict
) -> None:
    assert judge(OURS, theirs) is verdict


def test_a_service_of_a_newer_major_version_is_told_in_a_sentence() -> None:
    for theirs in (welcome(2, 0, "1.0.0"), Refuse(family="unavailable", key="service_newer", major=2, app="1.0.0")):
        with pytest.raises(Unavailable, match=r"newer \(1\.0\.0\) than this program \(0\.3\.0\)"):
            judge(OURS, theirs)


def test_another_refusal_is_what_it_says() -> None:
    with pytest.raises(Unavailable, match="too much to do"):
        judge(OURS, Refuse(family="unavailable", key="service_busy", major=1))


def test_the_service_takes_its_own_major_version_only() -> None:
    older, newer = answer_to(Hello(major=MAJOR - 1), "9"), answer_to(Hello(major=MAJOR + 1), "9")
    assert older is not None
    assert older.key == "service_newer"
    assert newer is not None
    assert newer.key == "service_older"
    assert answer_to(Hello(major=MAJOR, minor=99), "9") is None


def test_versions_compare_as_numbers() -> None:
    assert release("0.10.0") > release("0.9.9")
    assert release("1.2.3.dev4") == release("1.2.3")
    assert release("") < release("0.0.1")
