"""Prompt files: what a model is told, in both languages, and the schema of its answer."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from mnemoteca.core.model_roles import Role
from mnemoteca.core.resources import resource
from mnemoteca.models.tasks.schema import Schema

TASKS = ("summarise", "title", "tags", "extract", "expand", "follow_up", "context", "answer")


@dataclass(frozen=True, slots=True)
class PromptFile:
    """One task: `system` and `user` by language; “{…}” in `user` stands for what is given with it."""

    task: str
    version: int
    role: Role
    system: Mapping[str, str]
    user: Mapping[str, str]
    schema: Schema

    @property
    def name(self) -> str:
        """Such as “summarise/1”."""
        return f"{self.task}/{self.version}"

    def filled(self, lang: str, given: Mapping[str, str]) -> str:
        """What the model is asked, with what is given in its places; that itself is not looked through for places."""
        parts, rest = [], self.user[lang]
        while (begin := rest.find("{")) >= 0:
            end = rest.index("}", begin)
            parts += [rest[:begin], given[rest[begin + 1 : end]]]
            rest = rest[end + 1 :]
        return "".join([*parts, rest])


@cache
def prompt_file(task: str) -> PromptFile:
    """The prompt of a task, as it comes with the app."""
    with resource(f"prompts/{task}.toml").open("rb") as file:
        told = tomllib.load(file)
    languages = {lang: told[lang] for lang in ("en", "pt")}
    return PromptFile(
        task,
        told["version"],
        Role(told["role"]),
        {lang: each["system"] for lang, each in languages.items()},
        {lang: each["user"] for lang, each in languages.items()},
        json.loads(told["schema"]),
    )
