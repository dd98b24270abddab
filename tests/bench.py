"""Measure the app against bare counterparts in the same run: python3 dev.py bench [--json FILE].

A time alone says little on a shared machine; each row is a ratio to the same work done with
nothing of ours around it. Medians of several runs, taken in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lqf_workshop.domain.scenario import Deck
    from lqf_workshop.phones.host import Door
    from lqf_workshop_ui.app import Application

ROOT = Path(__file__).resolve().parents[1]
ONE_FRAME = 1000 / 60


@dataclass(frozen=True)
class Row:
    """One measurement: ours and the bare counterpart in ``unit``, and what is allowed.

    ``bound`` is a ratio, except for the reveal, where it is milliseconds.
    """

    name: str
    ours: float
    bare: float
    unit: str
    ratio: float
    bound: str


def row(name: str, ours: list[float], bare: list[float], unit: str, bound: str) -> Row:
    """Return a row from the runs of both."""
    mine, theirs = median(ours), median(bare)
    return Row(name, round(mine, 2), round(theirs, 2), unit, round(mine / theirs, 2), bound)


BARE_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
ready = time.monotonic()
import psutil
print(ready - float(sys.argv[1]), psutil.Process().memory_info().rss)
"""
OUR_HOME = """
import sys, time
from pathlib import Path
from lqf_workshop_ui import app as ours
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer

def look() -> None:
    window = [w for w in QApplication.topLevelWidgets() if hasattr(w, "home_page")][0]
    if window.home_page.stale:
        QTimer.singleShot(0, look)
        return
    window.repaint()
    ready = time.monotonic()
    until = time.monotonic() + 20
    while "lqf_workshop.services.summaries" not in sys.modules and time.monotonic() < until:
        QApplication.processEvents()  # what is imported after Home counts as memory too
    time.sleep(1)
    import psutil
    print(ready - float(sys.argv[1]), psutil.Process().memory_info().rss)
    window.close()

QTimer.singleShot(0, look)
ours.run(Path(sys.argv[2]))
"""


def _start(code: str, *words: str) -> tuple[float, float]:
    """Run a program and return its milliseconds to ready and its megabytes in memory."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(time.monotonic()), *words],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
    )
    seconds, bytes_used = done.stdout.split()
    return float(seconds) * 1000, float(bytes_used) / 2**20


def start_and_memory(folder: Path) -> list[Row]:
    """Start to a usable Home with 1,000 workshops, and what it keeps in memory."""
    from lqf_workshop.services.sample import write_sample

    library = folder / "thousand.lqf"
    write_sample(library, 1000, 1)
    _start(BARE_WINDOW)
    _start(OUR_HOME, str(library))
    ours, bare = [], []
    for _turn in range(7):
        bare.append(_start(BARE_WINDOW))
        ours.append(_start(OUR_HOME, str(library)))
    name = "start to a usable Home, 1,000 workshops"
    return [
        row(name, [o[0] for o in ours], [b[0] for b in bare], "ms", "4"),
        row("resident memory", [o[1] for o in ours], [b[1] for b in bare], "MB", "2.5"),
    ]


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def reveal(folder: Path) -> Row:
    """The last vote to the first painted frame of the reveal, on a 1920x1080 window."""
    from datetime import date

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication, QWidget

    from lqf_workshop.domain.meeting import Part
    from lqf_workshop.domain.workshop import WorkshopPlan
    from lqf_workshop.services.assembly import open_services
    from lqf_workshop_ui.app import Application
    from lqf_workshop_ui.fonts import use_firago
    from lqf_workshop_ui.shortcuts import Command

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    use_firago(app)
    services = open_services(folder / "reveal.lqf")
    running = Application(app, services, folder / "preferences.json")
    window = running.window
    window.show()
    empty = QWidget()
    empty.resize(QSize(1920, 1080))
    empty.show()
    app.processEvents()
    template = services.shelf.templates()[2]
    ours, bare = [], []
    for _turn in range(4):
        plan = WorkshopPlan("Night team", date(2026, 11, 25), 11)
        workshop = services.workshops.from_template(plan, template)
        window.run_workshop(workshop)
        window.room.open()
        window.room.window.resize(QSize(1920, 1080))
        painted: list[float] = []
        window.room.window.stage.painted.connect(lambda: painted.append(time.perf_counter()))  # noqa: B023
        votes = [s for s in window.console.live.meeting.stops() if s.part is Part.VOTE]
        for stop in votes:
            services.runs.go(workshop, stop)
            for answer, hands in ((2, 3), (3, 2), (4, 4), (5, 1)):
                services.ratings.count_hands(workshop, stop.about, answer, hands)
            app.processEvents()
            painted.clear()
            began = time.perf_counter()
            services.ratings.count_hands(workshop, stop.about, 4, 1)
            window.console.do(Command.REVEAL)
            while not painted:
                app.processEvents()
            ours.append((painted[-1] - began) * 1000)
            bare.append(_timed(empty.repaint))
            until = time.perf_counter() + 0.6
            while time.perf_counter() < until:
                app.processEvents()
        window.console.leave()
    running.close()
    return row("last vote to painted reveal, 1920x1080", ours, bare, "ms", f"{ONE_FRAME:.1f} ms")


def vote(folder: Path) -> Row:
    """One vote on disk, against one raw insert and commit under the same pragmas."""
    from datetime import date

    from lqf_workshop.domain.workshop import WorkshopPlan
    from lqf_workshop.services.assembly import open_services

    services = open_services(folder / "votes.lqf")
    plan = WorkshopPlan("Night team", date(2026, 11, 25), 30)
    workshop = services.workshops.from_template(plan, services.shelf.templates()[0])
    raw = sqlite3.connect(folder / "raw.sqlite", isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("PRAGMA secure_delete = ON")
    raw.execute("CREATE TABLE ballot (id INTEGER PRIMARY KEY, round INTEGER, answer INTEGER)")

    def insert() -> None:
        raw.execute("BEGIN")
        raw.execute("INSERT INTO ballot (round, answer) VALUES (1, 4)")
        raw.execute("COMMIT")

    ours, bare = [], []
    for dimension in services.workshops.workshop(workshop).plan.dimensions:
        services.ratings.cast(workshop, dimension, 3)
        for _turn in range(29):
            ours.append(_timed(lambda: services.ratings.cast(workshop, dimension, 4)))  # noqa: B023
            bare.append(_timed(insert))
    raw.close()
    services.close()
    return row("one durable vote", ours, bare, "ms", "3")


def summary(folder: Path) -> Row:
    """A session summary of about 12 pages, against ReportLab drawing the same lines bare."""
    import pypdf
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from lqf_workshop.reports.session_summary import write_session_summary
    from tests.reports.samples import long

    value = long()
    paper = folder / "summary.pdf"
    write_session_summary(value, paper)
    pages = [page.extract_text().splitlines() for page in pypdf.PdfReader(paper).pages]
    print(f"  (the summary has {len(pages)} pages)", file=sys.stderr)

    import pymupdf_fonts

    font = folder / "firago.ttf"
    font.write_bytes(pymupdf_fonts.myfont("figo"))

    def draw() -> None:
        registerFont(TTFont("Bare", str(font)))
        canvas = Canvas(str(folder / "bare.pdf"))
        for lines in pages:
            canvas.setFont("Bare", 9)
            for n, words in enumerate(lines):
                canvas.drawString(60, 800 - 10 * n, words)
            canvas.showPage()
        canvas.save()

    draw()
    ours, bare = [], []
    for _turn in range(5):
        bare.append(_timed(draw))
        ours.append(_timed(lambda: write_session_summary(value, paper)))
    return row(f"session summary of {len(pages)} pages", ours, bare, "ms", "4")


def decks(folder: Path) -> list[Row]:
    """Read a deck of 1,000 cards, against the bare reader of each kind of file."""
    import csv
    from dataclasses import replace

    from openpyxl import load_workbook

    from lqf_workshop.domain.scenario import Deck
    from lqf_workshop.exchange.deck_reading import read_deck
    from lqf_workshop.exchange.deck_writing import write_deck
    from lqf_workshop.exchange.known import known_tags
    from lqf_workshop.library.shelf import Shelf

    shelf = Shelf()
    tags, shipped = known_tags(shelf), shelf.deck()
    assert shipped is not None
    cards = [replace(shipped.cards[n % 26], code=f"card-{n}") for n in range(1000)]
    deck = Deck("", "A thousand", 1, "", tuple(cards), own=True)

    def bare_workbook(path: Path) -> object:
        book = load_workbook(path, read_only=True)
        return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]

    def bare_table(path: Path) -> object:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    def bare_json(path: Path) -> object:
        return json.loads(path.read_bytes())

    rows = []
    for kind, bare_read in (
        (".xlsx", bare_workbook),
        (".csv", bare_table),
        (".lqfdeck", bare_json),
    ):
        path = folder / f"thousand{kind}"
        write_deck(deck, path)
        if len(read_deck(path, tags).deck.cards) != 1000:
            raise SystemExit(f"not every card of a {kind} was read")
        ours, bare = [], []
        for _turn in range(5):
            bare.append(_timed(lambda: bare_read(path)))  # noqa: B023
            ours.append(_timed(lambda: read_deck(path, tags)))  # noqa: B023
        rows.append(row(f"1,000 cards from {kind}", ours, bare, "ms", "2,000 ms"))
    return [*rows, narrowing(deck)]


def narrowing(deck: Deck) -> Row:
    """Narrow 1,000 cards by words and tags, against looking for one word in their text."""
    from lqf_workshop.domain.card_finding import CardIndex, CardWish
    from lqf_workshop.domain.scenario import cards_of

    index = CardIndex(cards_of([deck]))
    texts = [" ".join((c.title, c.situation, *c.prompts)).casefold() for c in deck.cards]
    wish = CardWish("the team nobody", "MS", "FL", "adaptive-leadership")
    ours, bare = [], []
    for _turn in range(9):
        bare.append(_timed(lambda: [text for text in texts if "team" in text]))
        ours.append(_timed(lambda: index.find(wish)))
    return row("1,000 cards narrowed", ours, bare, "ms", f"{ONE_FRAME:.0f} ms")


MOST_ON_SCREEN = 50
"""Milliseconds that a list may keep the screen waiting."""


def over_time(folder: Path) -> list[Row]:
    """Teams over time among 10,000 workshops, against the same with a handful of them."""
    from lqf_workshop.domain.team import Team
    from lqf_workshop.services.assembly import open_services
    from lqf_workshop_ui.pages.home.reading import read_home

    ten = _teams(folder / "ten.lqf", teams=1, each=10)
    hundred = _teams(folder / "hundred.lqf", teams=100, each=1)
    many = _teams(folder / "many.lqf", teams=100, each=100)
    few, once, all_of_them = map(open_services, (ten, hundred, many))
    keys = [team.key for team in all_of_them.trends.teams()]
    if len(keys) != 100 or len(all_of_them.trends.compare(keys)[0].votes) != 100:
        raise SystemExit("not every team was found")
    shown = 6
    pairs = (
        ("Home is read, 10,000 workshops to 10", read_home, few, "1.5"),
        (
            "a team is searched, 10,000 workshops to 10",
            lambda services: services.lists.workshops(20, 0, "team"),
            few,
            "1.5",
        ),
        (
            "a search finds nothing, 10,000 workshops to 10",
            lambda services: services.lists.workshops(20, 0, "zzz"),
            few,
            f"{MOST_ON_SCREEN} ms",
        ),
        (
            "the list of teams, 10,000 workshops to 10",
            lambda services: services.trends.teams(),
            few,
            f"{MOST_ON_SCREEN} ms",
        ),
        (
            "the list of 100 teams, 10,000 workshops to 100",
            lambda services: services.trends.teams(),
            once,
            "3",
        ),
        (
            "one team over time, 10,000 workshops to 10",
            lambda services: services.trends.of(Team("team 0"), shown),
            few,
            "1.5",
        ),
        (
            "100 teams side by side, 10,000 workshops to 100",
            lambda services: services.trends.compare(keys),
            once,
            "1.5",
        ),
    )
    rows = []
    for name, does, beside, target in pairs:
        ours, bare = [], []
        for _turn in range(7):
            bare.append(_timed(lambda: does(beside)))  # noqa: B023
            ours.append(_timed(lambda: does(all_of_them)))  # noqa: B023
        rows.append(row(name, ours, bare, "ms", target))
    for services in (few, once, all_of_them):
        services.close()
    return rows


def _teams(library: Path, teams: int, each: int) -> Path:
    """Write a library of teams that all met so often, rated seven dimensions and agreed actions."""
    from datetime import date, timedelta

    from lqf_workshop.domain.workshop import WorkshopPlan
    from lqf_workshop.services.assembly import open_services

    services = open_services(library)
    plan = WorkshopPlan("Team 0", date(2020, 1, 6), 11)
    first = services.workshops.from_template(plan, services.shelf.templates()[0])
    services.actions.draft(first)
    services.close()
    file = sqlite3.connect(library)
    names = [row[1] for row in file.execute("PRAGMA table_info(workshop)") if row[1] != "id"]
    fresh = {"team": "?", "team_key": "?", "held_on": "?", "mark": "?", "state": "'done'"}
    chosen = ", ".join(fresh.get(name, name) for name in names)
    copy = f"INSERT INTO workshop ({', '.join(names)}) SELECT {chosen} FROM workshop WHERE id = ?"
    order = [name for name in names if fresh.get(name) == "?"]
    for number in range(teams * each):
        turn, team = divmod(number, teams)
        values = {
            "team": f"Team {team}",
            "team_key": f"team {team}",
            "held_on": str(plan.held_on + timedelta(days=20 * turn)),
            "mark": f"{number:016x}",
        }
        file.execute(copy, (*(values[name] for name in order), first))
    file.execute("DELETE FROM workshop WHERE id = ?", (first,))
    file.executemany(
        "INSERT INTO rating_round (workshop_id, subject, number, expected, tally, by_level)"
        " SELECT id, ?, 1, 11, '0,2,3,4,1,1', '{}' FROM workshop",
        [(code,) for code in ("PQ", "WO", "MS", "IS", "SD", "CV", "DS")],
    )
    file.execute(
        "INSERT INTO poll_count (workshop_id, poll, answer, count)"
        " SELECT id, 'confidence', '4', 6 FROM workshop"
    )
    _agree(file)
    file.commit()
    file.close()
    return library


def _agree(file: sqlite3.Connection) -> None:
    """Give every workshop three actions like the only one there is; those of the last are open."""
    names = [row[1] for row in file.execute("PRAGMA table_info(action)") if row[1] != "id"]
    fresh = {
        "workshop_id": "w.id",
        "what": "'Ask the nights first'",
        "due": "date(w.held_on, '+40 days')",
        "state": "iif(w.held_on > '2025-05-01', 'agreed', 'done')",
        "mark": "lower(hex(randomblob(8)))",
    }
    chosen = ", ".join(fresh.get(name, f"a.{name}") for name in names)
    file.execute(
        f"INSERT INTO action ({', '.join(names)}) SELECT {chosen} FROM workshop w, action a"
        " JOIN (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3)"
    )
    file.execute("DELETE FROM action WHERE what = ''")


PHONES = 300
SLOWEST_VOTE = 250
FEWEST_FRAMES = 30


def _crowd(url: str, *words: str) -> subprocess.Popen[str]:
    """Send phones of another process to a page on this machine."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.phone_load", url, "--phones", str(PHONES), *words],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def _came_back(crowd: subprocess.Popen[str]) -> list[float]:
    said, _errors = crowd.communicate(timeout=60)
    found = json.loads(said)
    if found["wrong"]:
        raise SystemExit(f"{found['wrong']} of {PHONES} votes went wrong")
    took: list[float] = found["took"]
    return sorted(took)


def _bare_votes() -> list[float]:
    """The same phones at a bare handler that answers every vote and keeps nothing."""
    import asyncio
    import threading

    from aiohttp import web

    async def vote(request: web.Request) -> web.Response:
        return web.json_response(await request.json())

    ready, ending = threading.Event(), asyncio.Event()
    place: list[str] = []
    loops: list[asyncio.AbstractEventLoop] = []

    async def serve() -> None:
        app = web.Application()
        app.router.add_post("/vote", vote)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        place.append("http://{}:{}".format(*runner.addresses[0][:2]))
        loops.append(asyncio.get_running_loop())
        ready.set()
        await ending.wait()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    ready.wait()
    took = _came_back(_crowd(place[0]))
    loops[0].call_soon_threadsafe(ending.set)
    thread.join()
    return took


def _let_phones_in(folder: Path) -> tuple[Application, int, str, Door]:
    """Run a workshop of 300 with a vote open on both displays, and serve its page."""
    from datetime import date

    from PySide6.QtCore import QEventLoop, QSize
    from PySide6.QtWidgets import QApplication

    from lqf_workshop.domain.meeting import Part
    from lqf_workshop.domain.workshop import WorkshopPlan
    from lqf_workshop.services.assembly import open_services
    from lqf_workshop_ui.app import Application

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    services = open_services(folder / "phones.lqf")
    running = Application(app, services, folder / "phones.json")
    window = running.window
    window.show()
    plan = WorkshopPlan("Night team", date(2026, 11, 25), 30)
    workshop = services.workshops.from_template(plan, services.shelf.templates()[0])
    window.run_workshop(workshop)
    window.room.open()
    window.room.window.resize(QSize(1920, 1080))
    stop = next(s for s in window.console.live.meeting.stops() if s.part is Part.VOTE)
    services.runs.go(workshop, stop)
    services.ratings.open_round(workshop, stop.about)
    services.ratings.set_expected(workshop, PHONES)
    link = window.console.phones.link
    loop = QEventLoop()
    link.changed.connect(lambda: loop.quit() if link.door else None)
    link.switch_on(workshop, "127.0.0.1")
    loop.exec()
    assert link.door is not None
    return running, workshop, stop.about, link.door


def phones(folder: Path) -> list[Row]:
    """300 phones within two seconds, while the big screen paints as fast as a display asks."""
    running, workshop, subject, door = _let_phones_in(folder)
    window = running.window
    crowd = _crowd(f"http://{door.typed}", "--code", door.code, "--watching")
    fewest = _slowest_while(crowd, window.room.window.stage)
    ours = _came_back(crowd)
    enemies = _crowd(f"http://{door.typed}", "--hostile", "--phones", "40", "--seconds", "4")
    fewest_under_attack = _slowest_while(enemies, window)
    faults, requests = _faults(enemies)
    tally = running.services.ratings.reveal(workshop, subject)
    if tally.voters != PHONES or faults:
        raise SystemExit(f"{tally.voters} votes were counted, not {PHONES}; {faults} faults")
    window.console.leave()
    running.close()
    bare = _bare_votes()
    last = ours[int(PHONES * 0.99) - 1]
    bare_last = bare[int(PHONES * 0.99) - 1]
    print(f"  ({PHONES} phones: every vote was counted once)", file=sys.stderr)
    print(f"  ({requests} hostile requests: no fault, no vote changed)", file=sys.stderr)
    return [
        row(f"vote of one of {PHONES} phones in 2 s, p50", ours, bare, "ms", "3"),
        row("the same, p99", [last], [bare_last], "ms", f"{SLOWEST_VOTE} ms"),
        row(
            "big screen meanwhile, slowest quarter", [fewest], [60.0], "fps", f"{FEWEST_FRAMES} fps"
        ),
        row(
            "console under a hostile client, the same",
            [fewest_under_attack],
            [60.0],
            "fps",
            f"{FEWEST_FRAMES} fps",
        ),
    ]


def _slowest_while(crowd: subprocess.Popen[str], widget: QWidget) -> float:
    """Paint a widget as often as a display asks until the crowd is done; see _fewest_a_second."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, frames = QEventLoop(), [time.perf_counter()]

    def paint() -> None:
        widget.repaint()
        frames.append(time.perf_counter())
        if crowd.poll() is not None:
            loop.quit()

    display = QTimer(interval=int(ONE_FRAME))
    display.timeout.connect(paint)
    display.start()
    loop.exec()
    display.stop()
    return float(_fewest_a_second(frames))


def _faults(enemies: subprocess.Popen[str]) -> tuple[int, int]:
    """Return how many faults hostile requests brought about, and how many requests there were."""
    told = json.loads(enemies.communicate()[0])
    return int(told["wrong"]), int(told["sent"])


def _fewest_a_second(frames: list[float]) -> float:
    """Return the frames a second of the slowest quarter of a second; start and end left out."""
    first, last = frames[0] + 0.5, frames[-1] - 0.25
    quarters = int((last - first) / 0.25)
    counts = [
        sum(first + n * 0.25 <= frame < first + (n + 1) * 0.25 for frame in frames)
        for n in range(quarters)
    ]
    return min(counts) * 4


def main() -> int:
    """Measure, print a table, and write the rows when asked."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--json", type=Path, metavar="FILE")
    target = asked.parse_args().json
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        rows += start_and_memory(folder)
        rows += [reveal(folder), vote(folder), summary(folder)]
        rows += decks(folder)
        rows += over_time(folder)
        rows += phones(folder)
    print(f"{'what':<44}{'ours':>9}{'bare':>9}  {'unit':<5}{'ratio':>7}  bound")
    for one in rows:
        figures = f"{one.ours:>9.2f}{one.bare:>9.2f}  {one.unit:<5}{one.ratio:>7.2f}"
        print(f"{one.name:<44}{figures}  {one.bound}")
    if target:
        target.write_text(json.dumps([asdict(one) for one in rows], indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
