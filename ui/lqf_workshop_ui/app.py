"""Build the application from its parts, once."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.themes import Theme
from lqf_workshop.resource_files import resource
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.user_folders import preferences_file
from lqf_workshop.wording import _
from lqf_workshop_ui import theme
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.crash import catch_crashes
from lqf_workshop_ui.fonts import start_reading, use_firago
from lqf_workshop_ui.icons import icon
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.main_window import MainWindow
from lqf_workshop_ui.problems import Problems

WARM_UP_AFTER = 200
"""Milliseconds after the window is shown, when Home is there."""


class Application:
    """Everything that lives as long as the program does."""

    def __init__(self, app: QApplication, services: Services, preferences: Path) -> None:
        self._app = app
        self.services = services
        self.looks = Looks(preferences, app)
        self.changes = ChangeSignals(services.changes, app)
        self.problems = Problems(app)
        self._worn: Theme | None = None
        self._wear()
        self.looks.changed.connect(self._wear)
        self.window = MainWindow(services, self.changes, self.looks, self.problems)
        QTimer.singleShot(0, self.window, self._tell_content_problems)

    def _wear(self) -> None:
        """Dress everything anew, but only in another theme: it takes a while."""
        if self.looks.theme is not self._worn:
            self._worn = self.looks.theme
            theme.wear(self._app, self._worn)

    def _tell_content_problems(self) -> None:
        found = self.services.shelf.problems
        if found:
            self.problems.warn(
                _("Some content was left out because a file is not right. {0}").format(found[0])
            )

    def warm_up(self) -> None:
        """Import in another thread what the first click would have to wait for."""
        Thread(target=self.services.warm_up, name="warm up", daemon=True).start()

    def close(self) -> None:
        """Close the window and let go of the library."""
        self.window.close()
        self.services.close()


def run(library: Path) -> int:
    """Open the application on ``library`` and return its exit status.

    A library that cannot be opened is explained in a window and on stderr; the status is 2.
    """
    start_reading()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("LQF Workshop")
    app.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
    use_firago(app)
    catch_crashes()
    try:
        services = open_services(library)
    except WorkshopProblem as problem:
        return _explain(problem)
    application = Application(app, services, preferences_file())
    application.window.show()
    QTimer.singleShot(WARM_UP_AFTER, application.window, application.warm_up)
    status = app.exec()
    application.close()
    return status


def _explain(problem: WorkshopProblem) -> int:
    print(problem, file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, "LQF Workshop", str(problem))
    box.setIconPixmap(icon("warning", "#A84C16").pixmap(48, 48))
    box.exec()
    return 2
