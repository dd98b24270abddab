"""Pictures of the phone's page in a real browser: python -m tests.phone_pictures OUT.

Every state in light and dark, on a small and on a usual phone.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from lqf_workshop.phones.host import PhoneHost
from lqf_workshop.phones.keys import RoomKey
from tests.phones.fakes import (
    CARD,
    CONFIDENCE,
    DOTS,
    NEEDED,
    PLAIN_VOTE,
    RESULT,
    SECOND_RESULT,
    STRENGTHS,
    VOTE,
    VotesInMemory,
)

SIZES = {"small": (360, 640), "usual": (390, 844)}
SCENES = {
    "vote-with-role": VOTE,
    "write": CARD,
    "strengths": STRENGTHS,
    "needed": NEEDED,
    "confidence": CONFIDENCE,
    "dots-on-piles": DOTS,
    "dots": RESULT,
    "dots-twice": SECOND_RESULT,
}


def main(out: Path) -> int:
    """Leave the pictures in a folder, and say how many."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("There is no chromium here, so the phone's page was left out.")
        return 0
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size, (wide, high) in SIZES.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": wide, "height": high},
                    color_scheme="dark" if scheme == "dark" else "light",
                    device_scale_factor=2,
                    is_mobile=True,
                    has_touch=True,
                )
                _walk(context.new_page(), out, f"{size}-{scheme}")
                context.close()
        browser.close()
    print(f"{len(list(out.glob('*.png')))} pictures of the phone's page are in {out}")
    return 0


def _walk(page: Page, out: Path, look: str) -> None:
    """Come by the wrong letters and then the right ones, vote, and follow the big screen."""
    host = PhoneHost(VotesInMemory())
    door = host.open(1, RoomKey.new(), "127.0.0.1")

    def take(name: str) -> None:
        page.wait_for_timeout(250)
        page.screenshot(path=str(out / f"{look}-{name}.png"))

    try:
        page.goto(f"http://{door.typed}/?code=AAAA")
        expect(page.get_by_role("alert")).to_contain_text("look again")
        take("1-join")
        page.goto(door.url)
        expect(page.get_by_role("heading")).to_contain_text("big screen")
        take("2-wait")
        host.show(PLAIN_VOTE)
        page.get_by_role("radio", name="4 Reliably").check()
        take("3-vote")
        page.get_by_role("button", name="Send", exact=True).click()
        expect(page.locator("#done")).to_be_visible()
        take("4-thanks")
        for number, (name, scene) in enumerate(SCENES.items(), 5):
            host.show(scene)
            page.wait_for_timeout(300)
            take(f"{number}-{name}")
    finally:
        host.close()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
