"""Many phones voting at once, from a process of their own: python -m tests.phone_load URL …

Prints one line of JSON: the milliseconds each vote took, and how many went wrong. Loopback
only, each phone one vote, all within the seconds given.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp


@dataclass
class Crowd:
    """Who votes, where, and for what."""

    url: str
    code: str
    subject: str
    phones: int
    seconds: float
    watching: bool


async def _phone(crowd: Crowd, number: int, start: asyncio.Event, moment: float) -> float | None:
    """Join, wait for the moment, vote; return the milliseconds, or None when it went wrong."""
    origin = crowd.url
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar, headers={"Origin": origin}) as session:
        if crowd.code:
            async with session.post(f"{origin}/join", json={"code": crowd.code}) as reply:
                if reply.status != 200:
                    return None
                await reply.read()
        watch = asyncio.create_task(_watch(session, origin)) if crowd.watching else None
        await start.wait()
        await asyncio.sleep(moment)
        vote = {"subject": crowd.subject, "number": 1, "answer": 1 + number % 5}
        began = time.perf_counter()
        async with session.post(f"{origin}/vote", json=vote) as reply:
            await reply.read()
            took = (time.perf_counter() - began) * 1000
            good = reply.status == 200
        if watch is not None:
            watch.cancel()
        return took if good else None


async def _watch(session: aiohttp.ClientSession, origin: str) -> None:
    """Ask for the state again and again, as a phone's page does."""
    since = ""
    while True:
        async with session.get(f"{origin}/state", params={"since": since}) as reply:
            since = (await reply.json())["version"]


async def vote_together(crowd: Crowd) -> list[float | None]:
    """Let all phones join, then vote at moments spread over the seconds."""
    chance = random.Random(7)
    start = asyncio.Event()
    phones = [
        asyncio.create_task(_phone(crowd, n, start, chance.uniform(0, crowd.seconds)))
        for n in range(crowd.phones)
    ]
    await asyncio.sleep(2.5)
    start.set()
    return await asyncio.gather(*phones)


def main() -> int:
    """Run the crowd that the command line describes."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("url")
    asked.add_argument("--code", default="")
    asked.add_argument("--subject", default="PQ")
    asked.add_argument("--phones", type=int, default=300)
    asked.add_argument("--seconds", type=float, default=2.0)
    asked.add_argument("--watching", action="store_true")
    found = asked.parse_args()
    if urlsplit(found.url).hostname != "127.0.0.1":
        asked.error("only this machine may be tried")
    crowd = Crowd(**vars(found))
    took = asyncio.run(vote_together(crowd))
    good = [one for one in took if one is not None]
    print(json.dumps({"took": good, "wrong": len(took) - len(good)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
