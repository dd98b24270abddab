"""Labels by the job their words do; the style sheet gives each job its look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def words(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label for plain words that wraps; ``role`` is one the style sheet knows.

    Roles: title, panel-title, heading, strong, muted, label, small, warm, accent, count, figure.
    What people typed is shown as typed, never read as markup.
    """
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def line(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that stays on one line and gives way when there is no room."""
    label = words(text, role, parent)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def set_role(label: QLabel, role: str) -> None:
    """Give a label another job, and the look that goes with it."""
    if label.property("role") == role:
        return
    label.setProperty("role", role)
    label.style().unpolish(label)
    label.style().polish(label)
