"""Walk through one whole workshop as a person would, and leave a picture of every screen.

python3 dev.py tour OUT. Two displays, a laptop and a projector; light, dark and high contrast;
then once with a single display. Pictures go to OUT/<look>/, papers to OUT/ as PDF and pictures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lqf_workshop_ui.app import Application

THEMES = ("light", "dark", "contrast")
LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
PROJECTOR = {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080}
SHAPE = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
TODAY = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)


def use_displays(folder: Path, *, one: bool) -> None:
    """Give Qt displays that exist in memory only; the last one named is the main one."""
    screens = [LAPTOP] if one else [PROJECTOR, LAPTOP]
    file = folder / "displays.json"
    file.write_text(json.dumps({"screens": [screen | SHAPE for screen in screens]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


class Walk:
    """One pass through the app in one look, with a camera."""

    def __init__(self, running: Application, folder: Path) -> None:
        self.app = running
        self.window = running.window
        self.folder = folder
        self.taken = 0
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()

    def settle(self, milliseconds: int = 60) -> None:
        """Let the app do what it has begun; a picture wants everything at rest.

        QTest's own wait would keep other threads from running meanwhile.
        """
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def photograph(self, name: str, widget: QWidget | None = None, *, room: bool = False) -> None:
        """Take a picture of the window, or of another one, and of the room's screen."""
        self.settle()
        self.taken += 1
        (widget or self.window).grab().save(str(self.folder / f"{self.taken:02d}-{name}.png"))
        if room and self.window.room.showing:
            picture = self.window.room.window.grab()
            picture.save(str(self.folder / f"{self.taken:02d}-{name}-room.png"))

    def key(self, name: str) -> None:
        """Press a key in the main window."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self.window, getattr(Qt.Key, f"Key_{name}"))
        self.settle(20)

    # The pages

    def pages(self) -> None:
        """Home, all workshops, actions, teams over time, the library whole, and settings."""
        self.photograph("home")
        for page in ("workshops", "actions", "trends", "library", "settings"):
            self.window.menu.buttons[page].click()
            self.settle(600)  # long pages are built part by part
            self.photograph(page)
        self.window.show_decks()
        self.settle(120)
        self.photograph("decks")
        self.read_library()
        self.window.open_activity_editor("wicked-issue")
        self.settle(200)
        self.photograph("own-activity")
        self.window.menu.buttons["home"].click()

    def read_library(self) -> None:
        """A few pages of the pocket reference, and one person's own page."""
        self.window.menu.buttons["library"].click()
        page = self.window.library_page
        for words in ("Working with others", "Immunity to change", "My development page"):
            rows = range(page.model.rowCount())
            row = next(r for r in rows if page.model.index(r, 0).data() == words)
            page.list.setCurrentIndex(page.model.index(row, 0))
            self.settle(120)
            self.photograph("library-" + words.lower().replace(" ", "-"))
        page.head.fill_button.click()
        self.settle(150)
        self.photograph("development-page", page.form)
        assert page.form is not None
        page.form.close()

    def prepare(self) -> int:
        """A new workshop from the 60-minute template, with its agenda."""
        self.window.home_page.new_button.click()
        page = self.window.prepare_page
        self.photograph("prepare-choose")
        page.new.templates.cards[0].click()
        form = page.new.details.form
        form.team.setEditText("Night team, Rowan House")
        form.headcount.setText("11")
        form.place.setText("Staff room")
        form.provider.setText("Rowan House Care Ltd")
        form.facilitator.setText("Deputy manager")
        self.photograph("prepare-details")
        page.new.prepare_button.click()
        self.settle(150)
        self.photograph("prepare-agenda")
        return self.app.services.lists.workshops(1, 0, "Night team, Rowan House")[0].id

    # The run

    def run(self) -> None:
        """Start the workshop and walk through every stop."""
        from lqf_workshop.domain.meeting import Part

        self.window.prepare_page.plan.head.run_button.click()
        self.settle(250)
        seen: set[str] = set()
        acted: set[tuple[str, str]] = set()
        for _step in range(80):
            stop = self.window.console.live.stop
            step = self.window.console.live.step
            assert stop is not None
            assert step is not None
            name = f"{step.plan.kind.value}-{stop.part.value}"
            if (name, stop.about) not in acted:
                self._act(name, stop.about)
            acted.add((name, stop.about))
            page = f"{name}-{stop.about}-{self.window.room.page}"
            if name not in seen or (name.startswith(("card", "rate-result")) and page not in seen):
                self.photograph(name, room=True)
            seen |= {name, page}
            if stop.part is Part.END:
                break
            self.key("PageDown")
        self.covers()

    def _act(self, name: str, about: str) -> None:
        acts: dict[str, Callable[[str], None]] = {
            "strengths-start": self._spot,
            "rate-vote": self._vote,
            "focus-grid": self._pick,
            "card-start": self._draw,
            "card-prompt": self._write,
            "actions-start": self._agree,
            "close-confidence": self._confidence,
            "close-word": self._words,
        }
        if name in acts:
            acts[name](about)

    def _spot(self, _about: str) -> None:
        from lqf_workshop_ui.console.strengths_panel import StrengthsPanel

        panel = self.window.console.panels.panel
        assert isinstance(panel, StrengthsPanel)
        for code in ("integrity", "resilience", "integrity", "courage-and-passion"):
            if code in panel.counters:
                panel.counters[code].more.click()
        panel.stories.entry.setPlainText("Sat with somebody at 5am until the fear had passed.")
        panel.stories.add_and_show()

    def _vote(self, about: str) -> None:
        votes = {"PQ": "33444445544", "WO": "22233444450"}.get(about, "11222222333")
        for vote in votes[:9]:
            self.key(vote)
        self.photograph(f"rate-vote-{about}", room=True)
        for vote in votes[9:]:
            self.key(vote)
        self.key("R")
        self.settle(500)
        self.photograph(f"rate-result-{about}", room=True)
        if about != "WO":
            return
        panel = self.window.console.panels.panel
        panel.heard.entry.setPlainText("On nights we are told, not asked.")  # type: ignore[union-attr]
        panel.heard.add_and_show()  # type: ignore[union-attr]
        panel.again_button.click()  # type: ignore[union-attr]
        for vote in "22234444450":
            self.key(vote)
        self.photograph("rate-second-vote", room=True)
        self.key("R")
        self.settle(500)

    def _pick(self, _about: str) -> None:
        self.app.services.runs.pick(self.window.console.live.workshop_id, "WO")
        self.settle()

    def _draw(self, _about: str) -> None:
        from lqf_workshop_ui.console.card_panel import CardPanel

        panel = self.window.console.panels.panel
        assert isinstance(panel, CardPanel)
        if panel.chooser.isVisible():
            self.photograph("card-choose", room=True)
            panel.chooser.choose(("wicked-issues", "stairs-and-the-kettle"))
            self.settle()

    def _write(self, about: str) -> None:
        from lqf_workshop_ui.console.card_panel import CardPanel

        panel = self.window.console.panels.panel
        assert isinstance(panel, CardPanel)
        if about == "2":
            self.key("T")
        notes = {
            "1": "The plan protects us more than it protects her.",
            "2": "Tea at four, in her own chair, with someone who knows her.",
            "3": "Write down that she knows the risk and chose it.",
        }
        if about in notes:
            panel.notes.entry.setPlainText(notes[about])
            panel.notes.add_and_show()
            self.window.console.setFocus()

    def _agree(self, _about: str) -> None:
        from lqf_workshop_ui.console.actions_panel import ActionsPanel

        panel = self.window.console.panels.panel
        assert isinstance(panel, ActionsPanel)
        for what, difference, who, first, due, how in (
            (
                "Write each night plan with the person.",
                "Mrs B decides about her tea.",
                "Senior on nights",
                "30/11/2026",
                "18/12/2026",
                "6 of 6 plans signed by the person",
            ),
            (
                "Start handover with one question from nights.",
                "Day staff know what kept someone awake.",
                "Deputy manager",
                "26/11/2026",
                "08/01/2027",
                "Asked on 20 of 28 days",
            ),
        ):
            form = panel.form
            form.what.setPlainText(what)
            form.difference.setPlainText(difference)
            form.owner.setText(who)
            form.first_step.setText("Ask one person tonight")
            form.first_step_on.line.setText(first)
            form.due.line.setText(due)
            form.how_we_know.setText(how)
            form.flush()
            self.photograph("actions-writing", room=True)
            panel.agree_button.click()
        self.window.console.setFocus()

    def _confidence(self, _about: str) -> None:
        for vote in "33444445555":
            self.key(vote)

    def _words(self, _about: str) -> None:
        from lqf_workshop_ui.console.close_panel import ClosePanel

        panel = self.window.console.panels.panel
        assert isinstance(panel, ClosePanel)
        for word in ("Heard", "Hopeful", "Tired", "Together"):
            panel.words.entry.setPlainText(word)
            panel.words.add_and_show()
        self.window.console.setFocus()

    def covers(self) -> None:
        """The neutral slide, the black one, and the help."""
        self.key("N")
        self.photograph("neutral", room=True)
        self.key("N")
        self.key("B")
        self.photograph("blank", room=True)
        self.key("B")

    def pass_the_laptop(self) -> None:
        """The screens that go from hand to hand."""
        from PySide6.QtWidgets import QApplication

        from lqf_workshop.domain.meeting import Part
        from lqf_workshop_ui.console.pass_laptop import PassLaptop
        from lqf_workshop_ui.console.vote_panel import VotePanel

        live = self.window.console.live
        votes = [s for s in live.meeting.stops() if s.part is Part.VOTE]
        if not votes:
            return
        self.app.services.runs.go(live.workshop_id, votes[0])
        self.settle()
        panel = self.window.console.panels.panel
        assert isinstance(panel, VotePanel)
        panel.pass_laptop()
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, PassLaptop)]
        dialog = found[-1]
        dialog.next_button.click()
        dialog.rows[3].click()
        self.photograph("pass-the-laptop", dialog)
        dialog.give_button.click()
        self.photograph("pass-the-laptop-next", dialog)
        dialog.reject()

    def close_and_read(self, workshop_id: int, papers: Path) -> None:
        """Finish, look at the results and the paper, and come back to Home."""
        self.window.console.finish()
        self.settle(200)
        self.photograph("results")
        self.window.results_page.grab()
        self.settle(50)
        write_paper(self.app, workshop_id, papers)
        self.window.show_home()
        self.settle(150)
        self.photograph("home-after")


def write_paper(running: Application, workshop_id: int, out: Path) -> None:
    """Write the session summary, and its pages as pictures."""
    import pypdfium2

    from lqf_workshop.reports.session_summary import write_session_summary

    paper = out / "session-summary.pdf"
    write_session_summary(running.services.summaries.gather(workshop_id), paper)
    with pypdfium2.PdfDocument(paper) as document:
        for number, page in enumerate(document, 1):
            page.render(scale=1.5).to_pil().save(out / f"session-summary-{number}.png")


def two_o_clock() -> Callable[[], datetime]:
    """Return a clock that starts at two o'clock on a fixed day and runs on."""
    began = datetime.now(UTC)
    return lambda: TODAY + (datetime.now(UTC) - began)


def open_app(folder: Path, look: str) -> Application:
    """Open the real app on a library of its own, at two o'clock on a fixed day."""
    from PySide6.QtWidgets import QApplication

    from lqf_workshop.services.assembly import open_services
    from lqf_workshop_ui.app import Application
    from lqf_workshop_ui.fonts import use_firago

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    use_firago(app)
    services = open_services(folder / f"{look}.lqf", clock=two_o_clock())
    running = Application(app, services, folder / f"{look}.json")
    running.looks.choose(theme=look if look in THEMES else "light")
    return running


def walk_two_displays(out: Path, look: str, folder: Path) -> None:
    """The whole workshop in one look."""
    from lqf_workshop.services.sample import fill_with_sample
    from tests.tour_files import walk_files

    running = open_app(folder, look)
    walk = Walk(running, out / look)
    running.window.show()
    walk.settle(200)
    walk.photograph("first-start")
    fill_with_sample(running.services, 12, 7)
    walk.settle(200)
    walk.pages()
    number = walk.prepare()
    walk.run()
    walk.close_and_read(number, out)
    walk_files(walk, number, folder)
    running.window.run_workshop(_half_done(running))
    walk.settle(200)
    walk.pass_the_laptop()
    if look == "light":
        from tests.tour_ways import walk_ways

        walk_ways(walk)
    running.close()


def walk_one_display(out: Path, folder: Path) -> None:
    """What the room sees when it looks at the laptop's own display."""
    from lqf_workshop.services.sample import fill_with_sample
    from lqf_workshop_ui.shortcuts import Command

    running = open_app(folder, "one-display")
    fill_with_sample(running.services, 12, 7)
    walk = Walk(running, out / "one-display")
    running.window.show()
    running.window.run_workshop(_half_done(running))
    walk.settle(200)
    from lqf_workshop.domain.meeting import Part

    live = running.window.console.live
    votes = [s for s in live.meeting.stops() if s.part is Part.VOTE]
    if votes:
        running.services.runs.go(live.workshop_id, votes[0])
        for key in "2344":
            walk.key(key)
    walk.photograph("console-covered")
    running.window.console.do(Command.SHOW)
    running.window.room.window.strip.show()
    walk.photograph("full-screen", running.window.room.window)
    running.close()


def _half_done(running: Application) -> int:
    """Return a workshop that is not over yet."""
    lines = running.services.lists.workshops(50)
    return next((line.id for line in lines if line.state.value != "done"), lines[0].id)


def main(words: list[str]) -> int:
    """Walk in three looks, each in a process of its own, then with one display."""
    out = Path(words[0] if words else "out").resolve()
    out.mkdir(parents=True, exist_ok=True)
    if len(words) < 2:
        for look in (*THEMES, "one-display", "activities"):
            print(f"Walking through a workshop: {look}", flush=True)
            subprocess.run([sys.executable, "-m", "tests.tour", str(out), look], check=True)
        phone = [sys.executable, "-m", "tests.phone_pictures", str(out / "phone")]
        subprocess.run(phone, check=True)
        print(f"{len(list(out.rglob('*.png')))} pictures and the session summary are in {out}")
        return 0
    with ExitStack() as stack:
        name = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        folder, look = Path(name), words[1]
        use_displays(folder, one=look == "one-display")
        if look == "one-display":
            walk_one_display(out, folder)
        elif look == "activities":
            from tests.tour_activities import walk_activities

            walk_activities(out, folder)
        else:
            walk_two_displays(out, look, folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
