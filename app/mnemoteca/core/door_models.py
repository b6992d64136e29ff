"""The part of the door by which models come, go, and are put to use."""

from __future__ import annotations

from typing import Protocol

from mnemoteca.core.door import Lane, door
from mnemoteca.core.jobs import Job
from mnemoteca.core.model_shelf import Download, ModelInfo, ModelShelf
from mnemoteca.core.model_trial import Trial


class ModelsDoor(Protocol):
    """The catalogue, downloads, and the models that are installed on this machine."""

    @door(deadline_s=60.0)
    def models(self) -> ModelShelf:
        """What is offered, installed, in use and under way."""
        ...

    @door(deadline_s=60.0)
    def model(self, id: str) -> ModelInfo:
        """An installed model."""
        ...

    @door(Lane.ACT)
    def download_model(self, id: str, accept_licence: bool = False) -> Job:
        """Start to download an entry of the catalogue, or go on with it where it is; the job that does so."""
        ...

    @door(Lane.ACT)
    def pause_download(self, id: str) -> Download:
        """Stop a download; what is there stays, also over a restart."""
        ...

    @door(Lane.WAIT, deadline_s=60.0)
    def drop_download(self, id: str) -> None:
        """End a download and take away what is there of it."""
        ...

    @door(Lane.ACT, deadline_s=60.0)
    def install_model(self, path: str) -> Job:
        """Start to take in a GGUF file; one that can't be run is refused at once."""
        ...

    @door(Lane.ACT, deadline_s=60.0)
    def quantize_model(self, id: str, to: str) -> Job:
        """Start to make a smaller copy of an installed model, in Q8_0, Q6_K, Q5_K_M or Q4_K_M; the job that does so."""
        ...

    @door(Lane.WAIT, cancel=True, deadline_s=1_200.0)
    def try_models(self, ids: tuple[str, ...], text: str) -> tuple[Trial, ...]:
        """The same note through one or two installed models, one after the other; "" stands for no model.

        Of its first 20,000 characters. What a model made, how quickly, and in how much memory; nothing is kept.
        """
        ...

    @door(Lane.WAIT, deadline_s=60.0)
    def remove_model(self, id: str) -> None:
        """Remove an installed model from this machine; whoever used it does without."""
        ...

    @door(Lane.WAIT, deadline_s=600.0)
    def use_model(self, role: str, id: str = "") -> None:
        """Put an installed model to use for a role, "" none any more; its file is checked first."""
        ...

    @door(Lane.ACT)
    def try_models_again(self) -> int:
        """Let work be tried again that ended two processes, and models that could not be run; how many there were."""
        ...
