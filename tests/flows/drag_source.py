"""A small window above all others, from which a file can be dragged with the mouse, as from a file manager."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class Source(QWidget):
    """Its whole surface is the file."""

    def __init__(self, path: str) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint)
        self._path = path
        self.setWindowTitle("A file")
        self.setGeometry(20, 700, 160, 80)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._path)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    source = Source(sys.argv[1])
    source.show()
    sys.exit(app.exec())
