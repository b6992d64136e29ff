"""Taking back an import as one act, also while it is still coming in."""

from __future__ import annotations

from mnemoteca.core.changes import Done
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.jobs import JobState
from mnemoteca.library.imports import Imports
from mnemoteca.library.undoing import Undoing
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import acts, jobs

_LONGEST_S = 120.0  # until a batch under way has ended
_UNDER_WAY = (JobState.WAITING, JobState.RUNNING)


class Withdrawing(Imports, Undoing):
    """The part of the library that takes an import back."""

    def undo_import(self, job: int) -> Done:
        if self.job(job).state in _UNDER_WAY:
            self.cancel_job(job)
            self.wait_job(job, _LONGEST_S)

        def work(tx: Tx) -> Done:
            row = jobs.find(tx, job)
            if row is None:
                raise NotFound("no_job", id=job)
            if row.kind != "import":
                raise BadInput("no_import", id=job)
            act = acts.find(tx, row.space, row.act) if row.act else None
            if act is None or act.undone:  # nothing came in, or it was taken back before
                return Done(0, tx.last_change)
            return self.take_back_act(tx, row.space, act)

        return self.write_and_forget(work)
