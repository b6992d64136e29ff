"""The page of models: what is offered with how it fits, a download under way, what is installed and used."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.model_copies import AUTO
from mnemoteca.core.model_roles import Role
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.page import Page
from mnemoteca.gui.panes.model_card import ModelCard
from mnemoteca.gui.panes.roles_card import RolesCard
from mnemoteca.gui.panes.try_card import TryCard
from tests.flows.model_hub import LARGE, QWEN, Surroundings, model_hub
from tests.gguf_made import BAD, gguf
from tests.gui.desk import Household
from tests.models.tiny_models import Size, write_tiny

pytestmark = pytest.mark.gui
needs_the_fetcher = pytest.mark.skipif(
    importlib.util.find_spec("huggingface_hub") is None, reason="what downloads models is not installed"
)
needs_the_engine = pytest.mark.skipif(
    importlib.util.find_spec("llama_cpp") is None, reason="the engine for language models is not installed"
)
LONG_MS = 60_000


@pytest.fixture
def around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Surroundings]:
    with model_hub(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def household(around: Surroundings, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Household]:
    made = Household(tmp_path / "data", qtbot, qapp)
    yield made
    made.end()


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget: QWidget, name: str) -> QAbstractButton:
    return next(
        each for each in widget.findChildren(QAbstractButton) if each.accessibleName() == name and each.isVisible()
    )


def card(page: QWidget, id: str) -> ModelCard:
    return next(each for each in page.findChildren(ModelCard) if each.shown.id == id and each.isVisible())


def ids(page: QWidget) -> set[str]:
    """Which models are shown."""
    return {each.shown.id for each in page.findChildren(ModelCard) if each.isVisible()}


def are_shown(page: QWidget, there: str, absent: str) -> bool:
    """Whether the one is shown and the other isn't."""
    return there in ids(page) and absent not in ids(page)


def opened(qtbot: QtBot, household: Household) -> QWidget:
    """The page of models, as soon as it tells what there is."""
    window = household.open().window
    window.deeds.run("page_models")
    page = window.panes.models
    qtbot.waitUntil(lambda: QWEN in ids(page) or "can't be read" in words(page))
    household.settle()
    assert window.browsing.page is Page.MODELS
    return page


def test_the_catalogue_is_told_with_how_each_model_fits(qtbot: QtBot, household: Household) -> None:
    page = opened(qtbot, household)
    told = words(page)
    assert any("all-MiniLM-L6-v2 finds by meaning" in each.accessibleName() for each in page.findChildren(FactsCard))
    assert "Each runs on this computer only" in told
    small = words(card(page, QWEN))
    assert all(each in small for each in ("Model " + QWEN, "A test · English · MIT", "fits well", "50.0 MB"))
    assert "unverified" in words(card(page, "careful"))
    assert "writes code" in words(card(page, "qwen2.5-coder-1.5b-q4_k_m"))
    assert "of the disk" in told


def test_filters_show_some_of_them(qtbot: QtBot, household: Household) -> None:
    page = opened(qtbot, household)
    for name, there, absent in (
        ("Code", "qwen2.5-coder-1.5b-q4_k_m", QWEN),
        ("Large", "llama-3.1-8b-q4_k_m", QWEN),
        ("Small", QWEN, "llama-3.1-8b-q4_k_m"),
        ("Portuguese", QWEN, "gemma-2-2b-q4_k_m"),
    ):
        button(page, name).click()
        qtbot.waitUntil(partial(are_shown, page, there, absent))
    button(page, "On this computer").click()
    qtbot.waitUntil(lambda: "None of these is here." in words(page))


@needs_the_fetcher
def test_a_model_is_downloaded_used_for_one_thing_and_removed(
    qtbot: QtBot, household: Household, around: Surroundings
) -> None:
    page = opened(qtbot, household)
    button(page, f"Download Model {QWEN}").click()
    qtbot.waitUntil(lambda: "in use" in words(card(page, QWEN)), timeout=LONG_MS)
    library = household.library
    assert library.models().in_use == {Role.GENERATE: QWEN}
    assert household.desk is not None
    qtbot.waitUntil(lambda: "is installed" in household.desk.window.panes.toast.sentence())  # type: ignore[union-attr]
    button(page, f"Use for… Model {QWEN}").click()
    (menu,) = [each for each in card(page, QWEN).findChildren(QMenu) if each.isVisible()]
    names = [action.text() for action in menu.actions()]
    assert names[:3] == ["Everything that is written", "Answers", "Summaries"]
    assert [action.isChecked() for action in menu.actions()][:2] == [True, False]
    menu.actions()[2].trigger()
    menu.close()
    qtbot.waitUntil(lambda: library.models().in_use.get(Role.SUMMARISE) == QWEN)
    household.settle()
    button(page, f"Remove Model {QWEN} from this computer").click()
    assert "become free" in words(card(page, QWEN))
    button(page, f"No: Model {QWEN}").click()
    assert "become free" not in words(card(page, QWEN))
    button(page, f"Remove Model {QWEN} from this computer").click()
    button(page, f"Remove: Model {QWEN}").click()
    qtbot.waitUntil(lambda: library.models().installed == ())
    qtbot.waitUntil(lambda: "fits well" in words(card(page, QWEN)))
    household.settle()


@needs_the_fetcher
def test_a_download_is_seen_paused_gone_on_with_and_cancelled(
    qtbot: QtBot, household: Household, around: Surroundings
) -> None:
    around.hub.rate = 500_000
    page = opened(qtbot, household)
    button(page, "Download Model large").click()
    qtbot.waitUntil(lambda: "B/s" in words(card(page, "large")), timeout=LONG_MS)
    assert 0 < card(page, "large").shown.bar[0] < len(LARGE)  # type: ignore[index]
    button(page, "Pause Model large").click()
    qtbot.waitUntil(lambda: "Paused at" in words(card(page, "large")))
    qtbot.waitUntil(lambda: not household.library.status().jobs)
    household.settle()
    button(page, "Go on Model large").click()
    qtbot.waitUntil(lambda: "B/s" in words(card(page, "large")), timeout=LONG_MS)
    button(page, "Cancel the download of Model large").click()
    assert "is removed" in words(card(page, "large"))
    button(page, "Cancel the download: Model large").click()
    qtbot.waitUntil(lambda: household.library.models().downloads == (), timeout=LONG_MS)
    qtbot.waitUntil(lambda: "fits well" in words(card(page, "large")))
    household.settle()


@needs_the_fetcher
def test_a_licence_is_agreed_to_on_the_card_and_what_goes_wrong_is_said(
    qtbot: QtBot, household: Household, around: Surroundings
) -> None:
    around.hub.status = 500
    page = opened(qtbot, household)
    button(page, "Download Model careful").click()
    assert "is given under the Some Terms" in words(card(page, "careful"))
    assert household.library.jobs() == ()
    button(page, "I agree: download: Model careful").click()
    qtbot.waitUntil(lambda: "is in trouble (HTTP 500)" in words(card(page, "careful")), timeout=LONG_MS)
    assert "Stopped at" in words(card(page, "careful"))
    household.settle()


def test_a_file_is_added_or_refused_with_the_reason(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    page = opened(qtbot, household)
    assert household.desk is not None
    window = household.desk.window
    path = tmp_path / "Mine.gguf"
    path.write_bytes(BAD["vocabulary-only"][0])
    window.care_pages.modelling.add_file(str(path))
    qtbot.waitUntil(lambda: "holds a vocabulary, but no model" in window.panes.toast.sentence())
    path.write_bytes(gguf())
    window.care_pages.modelling.add_file(str(path))
    qtbot.waitUntil(lambda: "mine" in ids(page), timeout=LONG_MS)
    assert "A file of yours · llama · F32" in words(card(page, "mine"))
    assert "in use" in words(card(page, "mine"))
    household.settle()


def test_the_page_is_told_in_portuguese(qtbot: QtBot, household: Household) -> None:
    page = opened(qtbot, household)
    assert household.desk is not None
    run = household.desk.window.deeds.run
    run("language_pt_BR")
    household.settle()
    assert QLocale().language() is QLocale.Language.Portuguese
    assert "Um teste · inglês · MIT" in words(card(page, QWEN))
    assert "cabe bem" in words(card(page, QWEN))
    run("language_en")
    household.settle()


def test_a_broken_own_catalogue_is_told_on_the_page(qtbot: QtBot, household: Household, around: Surroundings) -> None:
    (around.folder / "catalogue.json").write_text("{")
    page = opened(qtbot, household)
    assert "can't be read as a catalogue" in words(page)


@needs_the_engine
def test_a_smaller_copy_is_made_and_shown_beside_the_model(qtbot: QtBot, household: Household, tmp_path: Path) -> None:
    page = opened(qtbot, household)
    assert household.desk is not None
    path = write_tiny(tmp_path / "Mine.gguf", size=Size(256, 2))
    household.desk.window.care_pages.modelling.add_file(str(path))
    qtbot.waitUntil(lambda: "mine" in ids(page), timeout=LONG_MS)
    household.settle()
    name = card(page, "mine").shown.name
    button(page, f"Make a smaller copy of {name}").click()
    (menu,) = [each for each in card(page, "mine").findChildren(QMenu) if each.isVisible()]
    assert [action.text()[:4] for action in menu.actions()] == ["Q8_0", "Q6_K", "Q5_K", "Q4_K"]
    menu.actions()[-1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: "mine-q4_k_m" in ids(page), timeout=LONG_MS)
    assert "Q4_K_M" in words(card(page, "mine-q4_k_m"))
    household.settle()


@needs_the_engine
def test_each_kind_of_writing_takes_a_model_or_the_copy_that_suits_it(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    page = opened(qtbot, household)
    assert household.desk is not None
    (roles,) = page.findChildren(RolesCard)
    assert not roles.isVisible()
    path = write_tiny(tmp_path / "Mine.gguf", size=Size(256, 2))
    household.desk.window.care_pages.modelling.add_file(str(path))
    qtbot.waitUntil(lambda: roles.isVisible() and "mine" in household.library.models().in_use.values(), timeout=LONG_MS)
    job = household.library.quantize_model("mine", "Q4_K_M")
    household.library.wait_job(job.id, LONG_MS / 1000)
    qtbot.waitUntil(lambda: roles.fields[Role.TAG].findData("mine-q4_k_m") > 0, timeout=LONG_MS)
    field = roles.fields[Role.TAG]
    assert [field.itemText(n) for n in range(2)] == ["The same as for everything", "Automatic: the quick copy"]
    assert roles.fields[Role.GENERATE].currentData() == "mine"
    field.setCurrentIndex(field.findData(AUTO))
    qtbot.waitUntil(lambda: household.library.models().by_role == (Role.TAG,))
    assert household.library.models().in_use[Role.TAG] == "mine-q4_k_m"
    qtbot.waitUntil(lambda: "now" in field.currentText() and "Q4_K_M" in field.currentText())
    answers = roles.fields[Role.ANSWER]
    assert answers.itemText(1) == "Automatic: the best copy that fits"
    field.setCurrentIndex(0)
    qtbot.waitUntil(lambda: Role.TAG not in household.library.models().in_use)
    assert household.library.models().by_role == ()
    household.settle()


@needs_the_engine
def test_the_same_note_goes_through_a_model_and_none_side_by_side(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    page = opened(qtbot, household)
    assert household.desk is not None
    assert not page.findChildren(TryCard)[0].isVisible()
    path = write_tiny(tmp_path / "Mine.gguf")
    household.desk.window.care_pages.modelling.add_file(str(path))
    qtbot.waitUntil(lambda: page.findChildren(TryCard)[0].isVisible(), timeout=LONG_MS)
    household.settle()
    (trying,) = page.findChildren(TryCard)
    button(trying, "Try").click()
    assert "Writing…" in words(trying)
    qtbot.waitUntil(lambda: "ms" in words(trying), timeout=LONG_MS)
    told = words(trying)
    assert "Rua da Aurora" in told  # the best sentences
    assert "MB" in told or "can't be run" in told
    household.settle()
