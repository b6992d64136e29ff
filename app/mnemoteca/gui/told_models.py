"""What the window says of models: what each is, how it fits, how far its download is; pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.catalogue import Entry, Said, Size, Skill
from mnemoteca.core.model_copies import AUTO, NEEDS, QUANTISATIONS, Need, can_be_copied
from mnemoteca.core.model_header import memory_needed
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Kind, Role
from mnemoteca.core.model_shelf import Download, DownloadState, Fit, Machine, ModelShelf, Offered, fit_of
from mnemoteca.core.model_trial import Trial
from mnemoteca.core.standing import MeaningState, MeaningStatus
from mnemoteca.core.writing import Ending
from mnemoteca.gui import words
from mnemoteca.gui.notices import outcome

translate = QCoreApplication.translate
BUILT_IN = "all-minilm-l6-v2"
CONTEXT = 4096  # tokens at which the memory of an installed model is told
WRITING = (Role.GENERATE, Role.ANSWER, Role.SUMMARISE, Role.EXTRACT, Role.TAG, Role.EXPAND)
USES = {Kind.GENERATE: WRITING, Kind.EMBED: (Role.EMBED,), Kind.RERANK: (Role.RERANK,)}


class Act(StrEnum):
    """What can be done with a model."""

    DOWNLOAD = "download"
    PAUSE = "pause"
    GO_ON = "go_on"
    DROP = "drop"
    USE = "use"
    COPY = "copy"
    REMOVE = "remove"


class Which(StrEnum):
    """Which models the page shows."""

    ALL = "all"
    MEANING = "meaning"
    RERANK = "rerank"
    INSTALLED = "installed"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    CODE = "code"
    PORTUGUESE = "portuguese"


@dataclass(frozen=True, slots=True)
class Shown:
    """One model as its card tells it; `bar` is how far a download is, `terms` what has to be agreed to first."""

    id: str
    name: str
    chip: str
    sentence: str
    mark: str
    file: str
    memory: str
    standing: str
    sign: str
    acts: tuple[Act, ...]
    bar: tuple[int, int] | None = None
    roles: tuple[Role, ...] = ()
    terms: str = ""
    frees: str = ""
    copies: tuple[str, ...] = ()  # what a smaller copy can be made in
    uses: tuple[Role, ...] = WRITING  # what it can be used for


def shown(shelf: ModelShelf, which: Which) -> tuple[Shown, ...]:
    """The cards of these models: what is installed and is not in the catalogue first."""
    known = {each.entry.id for each in shelf.offered}
    own = [_of_a_file(each, shelf) for each in shelf.installed if each.id not in known]
    there = {each.id: each for each in shelf.installed}
    cards = [_offered(each, there.get(each.entry.id), shelf) for each in shelf.offered if _is_one_of(each, which)]
    return tuple((own if which in (Which.ALL, Which.INSTALLED) else []) + cards)


def _is_one_of(offered: Offered, which: Which) -> bool:
    entry = offered.entry
    match which:
        case Which.ALL:
            return True
        case Which.INSTALLED:
            return offered.installed or offered.download is not None
        case Which.MEANING:
            return entry.kind is Kind.EMBED
        case Which.RERANK:
            return entry.kind is Kind.RERANK
        case Which.CODE:
            return entry.speciality == "code"
        case Which.PORTUGUESE:
            return entry.portuguese is Skill.GOOD
    return entry.kind is Kind.GENERATE and entry.size == Size(which.value)


def _of_a_file(model: InstalledModel, shelf: ModelShelf) -> Shown:
    locale, header = QLocale(), model.header
    memory = memory_needed(header, CONTEXT)
    told = [translate("Models", "A file of yours"), header.architecture, header.quantisation, model.licence]
    return Shown(
        model.id, model.name, _chip(model.kind, ""), " · ".join(filter(None, told)), _mark(model, shelf),
        words.size(model.bytes, locale), words.size(memory, locale), *_fit(fit_of(memory, shelf.machine)),
        _acts_of(model), roles=_roles(model.id, shelf), frees=words.size(model.bytes, locale),
        copies=copies(model), uses=USES[model.kind],
    )  # fmt: skip


def _offered(offered: Offered, model: InstalledModel | None, shelf: ModelShelf) -> Shown:
    entry, locale = offered.entry, QLocale()
    standing, sign = _fit(offered.fit)
    if not offered.room:
        standing, sign = translate("Models", "no room on the disk"), "circle-alert"
    acts: tuple[Act, ...] = (Act.DOWNLOAD,)
    bar, mark = None, "" if entry.pinned else translate("Models", "unverified")
    if model is not None:
        acts, mark = _acts_of(model), _mark(model, shelf)
    elif offered.download is not None:
        download = offered.download
        standing, sign, bar = how_far(download), "", (download.done, download.total)
        stands = download.state in (DownloadState.PAUSED, DownloadState.STOPPED)
        acts = (Act.GO_ON if stands else Act.PAUSE, Act.DROP)
    size = words.size(entry.bytes, locale)
    return Shown(
        entry.id, entry.name, _chip(entry.kind, entry.speciality), _sentence(entry, offered.download), mark,
        size if entry.pinned or model else "≈ " + size, words.size(entry.memory.bytes, locale), standing, sign, acts,
        bar, _roles(entry.id, shelf), _terms(entry) if model is None else "", size,
        copies(model) if model else (), USES[entry.kind],
    )  # fmt: skip


def _acts_of(model: InstalledModel) -> tuple[Act, ...]:
    if not model.whole:
        return (Act.REMOVE,)
    return (Act.USE, Act.COPY, Act.REMOVE) if copies(model) else (Act.USE, Act.REMOVE)


def copies(model: InstalledModel) -> tuple[str, ...]:
    """What a smaller copy of it can be made in."""
    return tuple(to for to in QUANTISATIONS if can_be_copied(model, to))


def _sentence(entry: Entry, download: Download | None) -> str:
    if download is not None and download.state is DownloadState.STOPPED and download.reason:
        return outcome(download.reason)
    told = (in_language(entry.good_for), in_language(entry.languages), entry.licence)
    return " · ".join(each.rstrip(".") for each in told if each)


def in_language(said: Said) -> str:
    """In the window's language, or what there is."""
    portuguese = QLocale().language() is QLocale.Language.Portuguese
    return (said.pt_BR or said.en) if portuguese else (said.en or said.pt_BR)


def _chip(kind: Kind, speciality: str) -> str:
    if kind is Kind.EMBED:
        return translate("Models", "finds by meaning")
    if kind is Kind.RERANK:
        return translate("Models", "puts hits in order")
    if speciality == "code":
        return translate("Models", "writes code")
    if speciality == "extract":
        return translate("Models", "takes out facts")
    return translate("Models", "writes")


def _mark(model: InstalledModel, shelf: ModelShelf) -> str:
    if not model.whole:
        return translate("Models", "damaged")
    return translate("Models", "in use") if _roles(model.id, shelf) else translate("Models", "installed")


def _roles(id: str, shelf: ModelShelf) -> tuple[Role, ...]:
    return tuple(role for role in Role if shelf.in_use.get(role) == id)


def _terms(entry: Entry) -> str:
    if not entry.accept:
        return ""
    told = translate("Models", "%1 is given under the %2. Read it at %3. Do you agree to it?")
    return told.replace("%1", entry.name).replace("%2", entry.licence).replace("%3", entry.licence_url)


def _fit(fit: Fit) -> tuple[str, str]:
    """Words and sign."""
    return {
        Fit.WELL: (translate("Models", "fits well"), "check"),
        Fit.FITS: (translate("Models", "fits"), "check"),
        Fit.TIGHT: (translate("Models", "tight, slow here"), "circle-alert"),
        Fit.TOO_LARGE: (translate("Models", "too large for this computer"), "circle-alert"),
        Fit.UNKNOWN: ("", ""),
    }[fit]


def how_far(download: Download) -> str:
    """412 MB · 38 MB/s · 6 s; or why it stands still."""
    locale = QLocale()
    if download.state is DownloadState.WAITING:
        return translate("Jobs", "Waits for its turn")
    if download.state is DownloadState.CHECKING:
        return translate("Models", "Its hash is being checked")
    done = words.size(download.done, locale)
    if download.state is DownloadState.PAUSED:
        return translate("Models", "Paused at %1").replace("%1", done)
    if download.state is DownloadState.STOPPED:
        return translate("Models", "Stopped at %1").replace("%1", done)
    told = [done]
    if download.rate >= 1:
        told.append(translate("Imports", "%1/s").replace("%1", words.size(download.rate, locale)))
    if download.left_s is not None:
        told.append(words.span(download.left_s))
    return " · ".join(told)


def role_name(role: Role) -> str:
    """What a role is called."""
    return {
        Role.GENERATE: translate("Models", "Everything that is written"),
        Role.ANSWER: translate("Models", "Answers"),
        Role.SUMMARISE: translate("Models", "Summaries"),
        Role.EXTRACT: translate("Models", "Facts"),
        Role.TAG: translate("Models", "Tags"),
        Role.EXPAND: translate("Models", "Wider questions"),
        Role.EMBED: translate("Models", "Search by meaning: everything is read anew, meanwhile the old one serves"),
        Role.RERANK: translate("Models", "The order of the best hits"),
    }[role]


def writers(shelf: ModelShelf) -> tuple[InstalledModel, ...]:
    """The installed models that write."""
    return tuple(each for each in shelf.installed if each.whole and each.kind is Kind.GENERATE)


def choices(role: Role, shelf: ModelShelf) -> tuple[tuple[str, str], ...]:
    """What a kind of writing can be done by, as ids with words: no model of its own, a copy that suits it, a model."""
    none = (
        translate("Models", "No model") if role is Role.GENERATE else translate("Models", "The same as for everything")
    )
    told = automatic(NEEDS.get(role, Need.BOTH))
    now = {each.id: each.name for each in shelf.installed}.get(shelf.in_use.get(role, ""), "")
    if role in shelf.by_role and now:
        told = translate("Models", "%1, now %2").replace("%1", told).replace("%2", now)
    return ("", none), (AUTO, told), *((each.id, each.name) for each in writers(shelf))


def automatic(need: Need) -> str:
    """By what a copy is chosen."""
    return {
        Need.SPEED: translate("Models", "Automatic: the quick copy"),
        Need.QUALITY: translate("Models", "Automatic: the best copy that fits"),
        Need.BOTH: translate("Models", "Automatic: quick and good"),
    }[need]


def copy_said(to: str) -> str:
    """What a copy is like that is made in this."""
    told = {
        "Q8_0": translate("Models", "8 bits: as good as the model itself"),
        "Q6_K": translate("Models", "6 bits: nearly as good"),
        "Q5_K_M": translate("Models", "5 bits: smaller, a little worse"),
        "Q4_K_M": translate("Models", "4 bits: smallest and quickest"),
    }[to]
    return f"{to} · {told}"


def figures_of(trial: Trial, locale: QLocale) -> str:
    """21 tokens/s · 1.4 GB; of no model how long it took."""
    if not trial.model:
        took = translate("Models", "%1 ms")
        return took.replace("%1", words.number(max(1, round(trial.seconds * 1000)), locale))
    told = []
    if trial.tokens:
        rate = translate("Models", "%1 tokens a second")
        told.append(rate.replace("%1", locale.toString(trial.rate, "f", 1)))
    if trial.memory:
        told.append(words.size(trial.memory, locale))
    return " · ".join(told)


def doubt(trial: Trial) -> str:
    """Why what a model wrote is not believed; "" where it is."""
    if trial.believed:
        return ""
    if trial.ending in (Ending.ABSENT, Ending.UNFIT, Ending.CRASHED, Ending.SET_APART, Ending.NONSENSE):
        return translate("Models", "It can't be run here.")
    if trial.ending in (Ending.UNFOUNDED, Ending.ECHO, Ending.OTHER_LANGUAGE):
        return translate("Models", "Not believed: it says what the note does not, or not in its language.")
    return translate("Models", "Not believed: it came to no good end.")


def which_name(which: Which) -> str:
    """What a filter is called."""
    return {
        Which.ALL: translate("Models", "All"),
        Which.MEANING: translate("Models", "Find by meaning"),
        Which.RERANK: translate("Models", "Rerank"),
        Which.INSTALLED: translate("Models", "On this computer"),
        Which.SMALL: translate("Models", "Small"),
        Which.MEDIUM: translate("Models", "Medium"),
        Which.LARGE: translate("Models", "Large"),
        Which.CODE: translate("Models", "Code"),
        Which.PORTUGUESE: translate("Models", "Portuguese"),
    }[which]


def promise(machine: Machine) -> str:
    """What the page says of all of them, and of this computer."""
    told = translate("Models", "Everything works without them. Each runs on this computer only.")
    if not machine.memory:
        return told
    locale = QLocale()
    here = translate("Models", "It has %1 of memory, %2 of them free, and %3 cores.")
    here = here.replace("%1", words.size(machine.memory, locale)).replace("%3", words.number(machine.cores, locale))
    return f"{told} {here.replace('%2', words.size(machine.memory_free, locale))}"


def disk(shelf: ModelShelf) -> str:
    """How much of the disk they take."""
    locale = QLocale()
    told = translate("Models", "Models take %1 of the disk; %2 are free.")
    return told.replace("%1", words.size(shelf.disk_used, locale)).replace(
        "%2", words.size(shelf.machine.disk_free, locale)
    )


def set_apart(shelf: ModelShelf) -> str:
    """Which models could not be run, and which ended twice over the same work; "" where none did."""
    told = [
        translate("Models", "%1 can’t be run: %2.").replace("%1", name).replace("%2", reason)
        for name, reason in shelf.unfit
    ]
    for name, reason in {each.model: each.reason for each in shelf.set_apart}.items():
        sentence = translate("Models", "%1 ended twice over the same work, which is set apart: %2.")
        told.append(sentence.replace("%1", name).replace("%2", reason))
    return "\n".join(told)


def built_in(meaning: MeaningStatus) -> str:
    """How the model that comes with the app stands."""
    if meaning.model and not meaning.model.startswith(f"{BUILT_IN}/"):
        return translate("Models", "rests: another one is in use")
    return {
        MeaningState.READY: translate("Models", "in use"),
        MeaningState.PREPARING: translate("Jobs", "being prepared"),
        MeaningState.FAILED: translate("Models", "damaged"),
        MeaningState.ABSENT: translate("Models", "not prepared"),
        MeaningState.OFF: translate("Jobs", "switched off"),
    }[meaning.state]
