"""The core works on a machine with no Qt at all, and a start imports no more than it needs."""

from __future__ import annotations

from tests.builders import run_child

IMPORT_CORE_WITHOUT_QT = """
import pkgutil, sys
sys.modules["PySide6"] = None
sys.modules["shiboken6"] = None
import lqf_workshop
for module in pkgutil.walk_packages(lqf_workshop.__path__, "lqf_workshop."):
    if ".migrations" not in module.name and not module.name.endswith("__main__"):
        __import__(module.name)
print(sorted(name for name in sys.modules if name.startswith("lqf_workshop_ui")))
"""
LEAD_A_WORKSHOP_WITHOUT_QT = """
import sys
from pathlib import Path
sys.modules["PySide6"] = None
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import open_services
from tests.builders import begin, prepare, rate
services = open_services(Path(sys.argv[1]), Shelf())
workshop = prepare(services)
begin(services, workshop)
print(rate(services, workshop, "PQ", 4, 4, 5).counts)
services.close()
"""
IMPORT_THE_RULES_ALONE = """
import pkgutil, sys
forbidden = ("sqlalchemy", "alembic", "reportlab", "msgspec", "platformdirs", "PySide6")
for name in forbidden:
    sys.modules[name] = None
import lqf_workshop.domain, lqf_workshop.scenes
for package in (lqf_workshop.domain, lqf_workshop.scenes):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        __import__(module.name)
print("imported")
"""
OPEN_A_LIBRARY_THAT_IS_UP_TO_DATE = """
import sys
from pathlib import Path
from lqf_workshop.services.assembly import open_services
services = open_services(Path(sys.argv[1]))
services.lists.workshops(5)
services.close()
slow = ("alembic", "sqlalchemy", "reportlab", "PySide6", "aiohttp")
print([name for name in slow if name in sys.modules])
"""


def test_the_core_imports_without_qt() -> None:
    assert run_child(IMPORT_CORE_WITHOUT_QT) == "[]\n"


def test_a_workshop_can_be_led_without_qt(tmp_path: object) -> None:
    assert run_child(LEAD_A_WORKSHOP_WITHOUT_QT, f"{tmp_path}/a.lqf") == "(0, 0, 0, 2, 1)\n"


def test_the_rules_need_only_the_standard_library() -> None:
    assert run_child(IMPORT_THE_RULES_ALONE) == "imported\n"


def test_the_way_to_home_imports_nothing_slow(empty_library: object) -> None:
    assert run_child(OPEN_A_LIBRARY_THAT_IS_UP_TO_DATE, empty_library) == "[]\n"
