"""The part of the tour that takes files away and brings some in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tour import Walk


def walk_files(walk: Walk, workshop_id: int, folder: Path) -> None:
    """The menu "Save as", what is asked first, and three files that come from elsewhere."""
    from PySide6.QtWidgets import QDialog

    from lqf_workshop.domain.meeting import NoteKind
    from lqf_workshop.services.files import How
    from lqf_workshop_ui.pages.workshops.bring_in import BringIn
    from lqf_workshop_ui.pages.workshops.put_together import PutTogether

    services, window = walk.app.services, walk.window
    window.open_workshop(workshop_id)
    walk.settle(200)
    page = window.results_page
    walk.photograph("save-as", page.title.save_menu)
    page.saving.workshop_action.trigger()
    asked = page.saving.findChildren(QDialog)[-1]
    walk.photograph("workshop-file", asked)
    asked.reject()
    others = [line.id for line in services.lists.workshops(12) if line.id != workshop_id][-2:]
    files = []
    for number in (workshop_id, *others):
        files.append(folder / f"Workshop {number}.lqfworkshop")
        services.files.write(number, files[-1])
    services.notes.add(workshop_id, NoteKind.PARKING, "", "Who orders the batteries?")
    services.actions.tell(services.meetings.read(workshop_id).actions[0].id, learnt="Ask nights.")
    services.workshops.delete(others[0])
    wrong = folder / "Rota.lqfworkshop"
    wrong.write_text("{}")
    window.show_page("workshops")
    window.workshops_page.files.look_at([*files, wrong])
    walk.settle(600)
    dialog = window.workshops_page.findChildren(QDialog)[-1]
    assert isinstance(dialog, BringIn)
    dialog.rows[0].choices.buttons[How.MERGE.value].click()
    walk.photograph("bring-in", dialog)
    dialog.rows[0].stays_button.click()
    asked = dialog.findChildren(PutTogether)[-1]
    walk.photograph("put-together", asked)
    asked.reject()
    dialog.reject()
    window.show_home()
