"""A menu of addresses that stand in a text: each is shown before it can be opened or copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from mnemoteca.gui.theme.theme import Theme

_WIDEST = 560  # px of an address
_MOST = 20  # addresses


class LinksMenu(QMenu):
    """One address with what can be done with it, or a menu for each of several."""

    copied = Signal()

    def __init__(self, theme: Theme, links: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        theme.dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for link in links[:_MOST]:
            menu = self if len(links) == 1 else self.addMenu(self._shown(link))
            self._fill(menu, link)

    def _fill(self, menu: QMenu, link: str) -> None:
        if menu is self:
            menu.addAction(self._shown(link)).setEnabled(False)
            menu.addSeparator()
        menu.addAction(self.tr("Open in the browser")).triggered.connect(lambda: QDesktopServices.openUrl(_url(link)))
        menu.addAction(self.tr("Copy the address")).triggered.connect(lambda: self._copy(link))

    def _shown(self, link: str) -> str:
        """The address as it will be asked for: letters of other scripts that look like ours don't hide in it."""
        told = bytes(_url(link).toEncoded().data()).decode("ascii", "replace")
        return QFontMetrics(self.font()).elidedText(told, Qt.TextElideMode.ElideMiddle, _WIDEST).replace("&", "&&")

    def _copy(self, link: str) -> None:
        QGuiApplication.clipboard().setText(link)
        self.copied.emit()


def _url(link: str) -> QUrl:
    return QUrl(link, QUrl.ParsingMode.TolerantMode)
