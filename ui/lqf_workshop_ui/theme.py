"""Dress Qt's widgets in a theme: one style sheet and one palette from its colours."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from lqf_workshop.library.themes import Theme
from lqf_workshop.resource_files import resource


def style_sheet(theme: Theme) -> str:
    """Return ``resources/themes/widgets.qss`` with the theme's colours filled in."""
    template = Template(resource("themes", "widgets.qss").read_text(encoding="utf-8"))
    colours = {name: getattr(theme.colours, name) for name in theme.colours.__slots__}
    return template.substitute(
        colours,
        border=f"{theme.border}px",
        focus=f"{theme.border + 1}px",
        # With few colours a shape without a border could not be seen.
        soft_line=theme.colours.line if theme.border > 1 else theme.colours.accent_soft,
        round_line=theme.colours.line if theme.border > 1 else theme.colours.panel,
        check_image=_picture("check", theme.colours.on_accent),
        dot_image=_picture("dot", theme.colours.on_accent),
    )


def _picture(name: str, colour: str) -> str:
    """Return a file with an icon in a colour, since a style sheet takes pictures from files."""
    svg = resource("icons", f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    file = _picture_folder() / f"{name}-{colour[1:]}.svg"
    file.write_bytes(svg)
    return file.as_posix()


@cache
def _picture_folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="lqf-workshop-look-", ignore_cleanup_errors=True)
    _kept.append(folder)
    return Path(folder.name)


_kept: list[tempfile.TemporaryDirectory[str]] = []
"""Folders that live as long as the program and go with it."""


def palette(theme: Theme) -> QPalette:
    """Return the palette for what a style sheet does not reach, such as text cursors."""
    c = theme.colours
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: c.paper,
        QPalette.ColorRole.WindowText: c.ink,
        QPalette.ColorRole.Base: c.card,
        QPalette.ColorRole.AlternateBase: c.panel,
        QPalette.ColorRole.Text: c.ink,
        QPalette.ColorRole.Button: c.card,
        QPalette.ColorRole.ButtonText: c.ink,
        QPalette.ColorRole.Highlight: c.accent,
        QPalette.ColorRole.HighlightedText: c.on_accent,
        QPalette.ColorRole.PlaceholderText: c.muted,
        QPalette.ColorRole.ToolTipBase: c.ink,
        QPalette.ColorRole.ToolTipText: c.paper,
        QPalette.ColorRole.Link: c.accent,
        QPalette.ColorRole.Accent: c.accent,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.muted))
    return made


def wear(app: QApplication, theme: Theme) -> None:
    """Put the theme on the whole program."""
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
