"""Copies of a model in different precisions: their names and sizes, and which one is run for what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mnemoteca.core.errors import BadInput
from mnemoteca.core.model_copies import (
    Copy,
    Need,
    bits_of,
    copy_id,
    copy_name,
    copy_size,
    quantisation_meant,
    suited,
    suiting,
)
from mnemoteca.core.model_header import ModelHeader
from mnemoteca.core.model_installed import InstalledModel, is_id
from mnemoteca.core.model_roles import Kind, Role

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
HEADER = ModelHeader("llama", "Tiny", 1_000_000_000, "Q8_0", 8192, "gpt2", 32_000, 1_000_000_000)
MODEL = InstalledModel("tiny-q8_0", "Tiny", Kind.GENERATE, "/m", 1_000_000_000, "b" * 64, HEADER, NOON)
GB = 1_000_000_000
COPIES = (Copy("f16", "F16", 4 * GB), Copy("q8", "Q8_0", 2 * GB), Copy("q4", "Q4_K_M", GB))


@pytest.mark.parametrize(
    ("name", "bits"),
    [("F32", 32), ("bf16", 16), ("Q8_0", 8.5), ("Q4_K_S", 4.5), ("IQ3_XXS", 3.5), ("Q2_K", 2.5), ("", 32)],
)
def test_the_name_of_a_quantisation_tells_its_bits(name: str, bits: float) -> None:
    assert bits_of(name) == bits


def test_a_copy_is_named_by_what_it_is_in() -> None:
    assert copy_id(MODEL, "Q4_K_M") == "tiny-q4_k_m"
    assert copy_id(replace(MODEL, id="mine"), "Q4_K_M") == "mine-q4_k_m"
    assert is_id(copy_id(replace(MODEL, id="x" * 80), "Q4_K_M"))
    assert copy_name(MODEL, "Q4_K_M") == "Tiny (Q4_K_M)"
    assert copy_name(replace(MODEL, name="Tiny (Q8_0)"), "Q4_K_M") == "Tiny (Q4_K_M)"


def test_a_copy_is_smaller_or_it_is_refused() -> None:
    assert 0.5 < copy_size(MODEL, "Q4_K_M") / MODEL.bytes < 0.65
    for model, to in ((MODEL, "Q8_0"), (replace(MODEL, kind=Kind.EMBED), "Q4_K_M")):
        with pytest.raises(BadInput):
            copy_size(model, to)
    assert quantisation_meant(" q4-k-m") == "Q4_K_M"
    with pytest.raises(BadInput, match="Use one of: Q8_0"):
        quantisation_meant("Q1_0")


@pytest.mark.parametrize(
    ("need", "room", "taken"),
    [
        (Need.SPEED, 8 * GB, "q4"),
        (Need.QUALITY, 8 * GB, "f16"),
        (Need.QUALITY, 3 * GB, "q8"),
        (Need.BOTH, 8 * GB, "q8"),
        (Need.BOTH, 3 * GB // 2, "q4"),
        (Need.QUALITY, 1000, "q4"),
        (Need.QUALITY, 0, "f16"),
    ],
)
def test_for_speed_the_smallest_for_quality_the_finest_that_fits_else_eight_bits(
    need: Need, room: int, taken: str
) -> None:
    chosen = suiting(need, COPIES, room)
    assert chosen is not None
    assert chosen.id == taken
    assert suiting(need, (), room) is None


def test_each_role_has_the_copy_that_suits_it_of_the_model_that_is_used() -> None:
    def model(
        id: str, quantisation: str, gigabytes: float, parameters: int = 10**9, name: str = "Tiny"
    ) -> InstalledModel:
        header = replace(
            HEADER, name=name, quantisation=quantisation, bytes=round(gigabytes * GB), parameters=parameters
        )
        return replace(MODEL, id=id, header=header)

    models = [
        model("f16", "F16", 4), model("q8", "Q8_0", 2), model("q4", "Q4_K_M", 1),
        model("large", "Q4_K_M", 5, 8 * 10**9, "Large"), replace(model("gone", "F32", 1), whole=False),
    ]  # fmt: skip

    def taken(role: Role, used: str = "q8", room: int = 8 * GB) -> str:
        found = suited(role, models, used, room)
        return found.id if found is not None else ""

    assert [taken(role) for role in (Role.EXPAND, Role.TAG)] == ["q4", "q4"]
    assert [taken(role) for role in (Role.ANSWER, Role.EXTRACT)] == ["f16", "f16"]
    assert [taken(role) for role in (Role.SUMMARISE, Role.GENERATE)] == ["q8", "q8"]
    assert taken(Role.ANSWER, room=3 * GB) == "q8"
    assert taken(Role.SUMMARISE, used="auto") == "large"  # the largest that fits, and its only copy
    assert taken(Role.SUMMARISE, used="auto", room=3 * GB) == "q8"
    assert suited(Role.ANSWER, [], "", GB) is None
