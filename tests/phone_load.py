"""Many phones voting at once, from a process of their own: python -m tests.phone_load URL …

Prints one line of JSON: the milliseconds each vote took, and how many went wrong. Loopback
only, each phone one vote, all within the seconds given. With --hostile the phones send what no
page of ours sends, for as many seconds; what goes wrong is then an answer that admits a fault.
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
    hostile: bool


HOSTILE: tuple[tuple[str, str, dict[str, str], bytes], ...] = (
    ("POST", "/vote", {}, b"{" * 4000),
    ("POST", "/vote", {}, b'{"subject": ["PQ"], "number": -1, "answer": 9e99}'),
    ("POST", "/join", {}, b'{"code": "<script>"}'),
    ("POST", "/write", {}, b"a" * 100_000),
    ("PUT", "/state", {}, b""),
    ("GET", "/../../workshops.lqf", {}, b""),
    ("GET", "/state", {"Host": "elsewhere.example"}, b""),
    ("GET", "/", {"Cookie": "phone=" + "x" * 3000}, b""),
)
"""What is sent, one after the other: method, path, headers, body."""


async def _enemy(crowd: Crowd, number: int, until: float) -> tuple[int, int]:
    """Send hostile requests until a moment; return how many, and the faults admitted."""
    sent = faults = 0
    async with aiohttp.ClientSession() as session:
        while time.perf_counter() < until:
            method, path, headers, body = HOSTILE[number % len(HOSTILE)]
            number += 1
            sent += 1
            try:
                async with session.request(
                    method, crowd.url + path, headers=headers, data=body or None
                ) as reply:
                    await reply.read()
                    faults += reply.status >= 500
            except aiohttp.ClientError:
                await asyncio.sleep(0.02)  # the door was shut in its face, as it should be
    return sent, faults


async def attack_together(crowd: Crowd) -> dict[str, int]:
    """Let all enemies loose at once, and say what came of it."""
    until = time.perf_counter() + crowd.seconds
    found = await asyncio.gather(*(_enemy(crowd, n, until) for n in range(crowd.phones)))
    return {"sent": sum(sent for sent, _n in found), "wrong": sum(n for _sent, n in found)}


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
    asked.add_argument("--hostile", action="store_true")
    found = asked.parse_args()
    if urlsplit(found.url).hostname != "127.0.0.1":
        asked.error("only this machine may be tried")
    crowd = Crowd(**vars(found))
    if crowd.hostile:
        print(json.dumps(asyncio.run(attack_together(crowd))))
        return 0
    took = asyncio.run(vote_together(crowd))
    good = [one for one in took if one is not None]
    print(json.dumps({"took": good, "wrong": len(took) - len(good)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
