"""What an import could not take, line by line."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from mnemoteca.core.jobs import Skipped


class SkipsDialog(QDialog):
    """Lists where something was skipped, and why; the text can be copied."""

    def __init__(self, skipped: tuple[Skipped, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was skipped"))
        self.setAccessibleName(self.windowTitle())
        self.resize(640, 420)
        text = QPlainTextEdit("\n".join(f"{each.where}: {each.reason}" for each in skipped))
        text.setReadOnly(True)
        text.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(buttons)
