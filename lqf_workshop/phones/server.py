"""The web server of the room's page; the only module that knows aiohttp.

It trusts nothing that comes in. What is wrong gets a sentence and a number below 500; what is
our own mistake is logged by its place in the code, never with people's words.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import socket
import time
import traceback
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar
from urllib.parse import parse_qs

import msgspec
from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import RawRequestMessage, StreamWriter
from aiohttp.streams import StreamReader
from multidict import CIMultiDict

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.phones.faces import Face, wait_face
from lqf_workshop.phones.keys import RoomKey
from lqf_workshop.phones.limits import Buckets, Limits, WrongCodes
from lqf_workshop.phones.page import assets
from lqf_workshop.phones.patience import Doorway
from lqf_workshop.phones.room import Ask, NotAnAnswer, Pick, Room, Text, Vote
from lqf_workshop.phones.watch import Watch
from lqf_workshop.wording import _

T = TypeVar("T")

COOKIE = "lqf"
_COOKIE_SECONDS = 24 * 60 * 60
_SEEN_LATELY = 45.0
_LAST_CALLS = 0.02
"""Seconds in which the loop gives back the sockets of connections that were cut off."""
SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer says, whoever asked and whatever for."""

ASKS: dict[str, type[Ask]] = {"/vote": Vote, "/write": Text, "/pick": Pick}
"""What a phone may ask for, by where it asks."""

log = logging.getLogger(__name__)
_library_log = logging.getLogger(f"{__name__}.library")
_library_log.propagate = False
_library_log.addHandler(logging.NullHandler())


class Refused(Exception):
    """A request that gets a number and a sentence instead of what it asked for."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class Join(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The letters somebody typed, or that came with the QR code."""

    code: str


class State(msgspec.Struct, frozen=True):
    """All that a phone shows."""

    version: str
    face: Face
    mine: dict[str, Any]


class _QuietWriter(StreamWriter):
    """Writes answers without the server's name, and never without what keeps them safe.

    It is here because the web server answers some broken requests without asking us.
    """

    async def write_headers(self, status_line: str, headers: CIMultiDict[str]) -> None:
        headers.popall("Server", None)
        headers.update(SAFE)
        await super().write_headers(status_line, headers)


class PhoneServer:
    """Serves one room. All but ``phones`` is for the thread of the loop that started it."""

    def __init__(
        self, room: Room, key: RoomKey, address: str, port: int, limits: Limits | None = None
    ) -> None:
        self._room = room
        self._key = key
        self._here = f"{address}:{port}"
        self._limits = limits or Limits()
        self._assets = assets()
        self._storage = ThreadPoolExecutor(1, "phones-storage")
        self._face = wait_face()
        self._start = secrets.token_hex(3)
        self._face_number = 0
        self._told: dict[bytes, State] = {}
        self._watch = Watch(self._limits.polls_of_one, _SEEN_LATELY)
        self._of_device = Buckets(self._limits.device)
        self._of_address = Buckets(self._limits.address)
        self._of_all = Buckets(self._limits.total)
        self._wrong_codes = WrongCodes()
        self._doorway = Doorway(self._limits)
        self._web: web.Server | None = None
        self._listening: asyncio.Server | None = None

    @property
    def phones(self) -> int:
        """How many phones were heard of lately; safe to ask in any thread."""
        return self._watch.count(time.monotonic())

    async def start(self, listening: socket.socket) -> None:
        """Answer whoever connects to this socket from now on."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_log_loop_problem)
        self._web = web.Server(
            self._answer,
            request_factory=self._request,
            handler_cancellation=True,
            access_log=None,
            logger=_library_log,
            keepalive_timeout=self._limits.idle,
            lingering_time=1.0,
            auto_decompress=False,
            max_line_size=2048,
            max_field_size=4096,
            max_headers=64,
        )
        inner: Callable[[], asyncio.Protocol] = self._web
        self._listening = await loop.create_server(
            lambda: self._doorway.guest(inner), sock=listening, backlog=512
        )

    def show(self, face: Face) -> None:
        """Show another face; the same one again wakes nobody."""
        if face == self._face:
            return
        self._face = face
        self._told.clear()
        self._face_number += 1
        self._watch.wake_all()

    async def stop(self) -> None:
        """Let votes that are on their way reach the file, then close every connection."""
        if self._listening:
            await self._accept_no_more(self._listening)
        self._watch.close()
        if self._web:
            self._web.pre_shutdown()
            await asyncio.sleep(0)
            await self._web.shutdown(0.3)
        self._doorway.close()
        await asyncio.to_thread(self._storage.shutdown, wait=True, cancel_futures=True)
        await asyncio.sleep(_LAST_CALLS)

    async def _accept_no_more(self, listening: asyncio.Server) -> None:
        """Stop listening, but first let in who is in the doorway, so that no socket is lost."""
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError):  # where the loop works without readers
            for one in listening.sockets:
                loop.remove_reader(one.fileno())
        await asyncio.sleep(_LAST_CALLS)
        listening.close()

    def _request(
        self,
        message: RawRequestMessage,
        payload: StreamReader,
        protocol: web.RequestHandler,
        _writer: AbstractStreamWriter,
        task: asyncio.Task[None],
    ) -> web.BaseRequest:
        loop = asyncio.get_running_loop()
        quiet = _QuietWriter(protocol, loop)
        return web.BaseRequest(
            message, payload, protocol, quiet, task, loop, client_max_size=self._limits.body
        )

    async def _answer(self, request: web.BaseRequest) -> web.Response:
        try:
            return await self._served(request)
        except Refused as refused:
            return _problem(refused.status, str(refused))
        except WorkshopProblem as problem:
            return _problem(409, str(problem))
        except NotAnAnswer:
            return _problem(400, _("That is not an answer to this question."))
        except web.HTTPException as refused:
            return _problem(refused.status, _("That is too much at once."))
        except (ConnectionError, web.RequestPayloadError):
            return _problem(400, _("The message did not come in whole. Please try again."))
        except Exception as error:
            log.error("Phones: %s at %s", type(error).__name__, _place(error))
            return _problem(400, _("That did not work. Please try again."))
        finally:
            if guest := self._doorway.of(request.protocol):
                guest.is_answered()

    async def _served(self, request: web.BaseRequest) -> web.Response:
        path, _mark, query = request.raw_path.partition("?")
        device = self._device(request)
        self._check_rate(request, device)
        if request.headers.getall("Host", []) != [self._here]:
            raise Refused(421, _("This page is at another address."))
        wanted = (request.method, path)
        if request.method == "GET" and path in self._assets:
            asset = self._assets[path]
            self._is_in(request)
            return web.Response(body=asset.body, content_type=asset.content_type, charset="utf-8")
        if wanted == ("GET", "/state"):
            self._is_in(request)
            return _json(await self._state(_joined(device), query))
        if wanted == ("POST", "/join"):
            return await self._join(request, device)
        kind = ASKS.get(path)
        if request.method != "POST" or kind is None:
            raise Refused(404, "")
        return _json(await self._do(_joined(device), await self._message(request, kind)))

    def _device(self, request: web.BaseRequest) -> bytes | None:
        for pair in "; ".join(request.headers.getall("Cookie", [])).split(";"):
            name, _is, value = pair.strip().partition("=")
            if name == COOKIE and (device := self._key.device(value)):
                return device
        return None

    def _check_rate(self, request: web.BaseRequest, device: bytes | None) -> None:
        now = time.monotonic()
        allowed = (
            self._of_device.allow(device, now)
            if device
            else self._of_address.allow(request.remote, now)
        )
        if not allowed or not self._of_all.allow("", now):
            raise Refused(429, _("Please wait a moment, then try again."))

    def _is_in(self, request: web.BaseRequest) -> None:
        """Say that the whole request has come."""
        if guest := self._doorway.of(request.protocol):
            guest.request_is_in()

    async def _message(self, request: web.BaseRequest, kind: type[T]) -> T:
        """Return what a page of ours has sent, read strictly."""
        if request.headers.getall("Origin", []) != [f"http://{self._here}"]:
            raise Refused(403, _("Only the workshop's own page can send this."))
        if request.headers.get("Content-Type", "").partition(";")[0] != "application/json":
            raise Refused(415, _("Only the workshop's own page can send this."))
        if (request.content_length or 0) > self._limits.body:
            raise Refused(413, _("That is too much at once."))
        body = await request.read()
        self._is_in(request)
        try:
            return msgspec.json.decode(body, type=kind)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            raise Refused(400, _("That is not an answer to this question.")) from None

    async def _join(self, request: web.BaseRequest, device: bytes | None) -> web.Response:
        asked = await self._message(request, Join)
        address = request.remote or ""
        if self._wrong_codes.must_wait(address):
            raise Refused(429, _("Please wait a moment, then try again."))
        if not self._key.is_code(asked.code):
            with self._wrong_codes.waiting(address):
                await asyncio.sleep(self._wrong_codes.delay(address, time.monotonic()))
            raise Refused(403, _("Those are not the letters on the big screen. Please look again."))
        reply = _json({})
        if device is None:
            reply.set_cookie(
                COOKIE,
                self._key.new_device(),
                max_age=_COOKIE_SECONDS,
                path="/",
                httponly=True,
                samesite="Strict",
            )
        return reply

    async def _state(self, device: bytes, query: str) -> State:
        since = _since(query)
        self._watch.seen(device, time.monotonic())
        if since == self._version(device):
            await self._watch.change(device, self._limits.poll)
            self._watch.seen(device, time.monotonic())
        face, version = self._face, self._version(device)
        told = self._told.get(device)
        if told is not None and told.version == version:
            return told
        return State(version, face, await self._in_storage(self._room.mine, face, device))

    async def _do(self, device: bytes, ask: Ask) -> State:
        self._watch.seen(device, time.monotonic())
        face = self._face
        mine = await self._in_storage(self._room.do, face, device, ask)
        self._watch.wake(device)
        state = State(self._version(device), face, mine)
        if face is self._face:
            self._told[device] = state
        return state

    def _version(self, device: bytes) -> str:
        return f"{self._start}-{self._face_number}-{self._watch.own_number(device)}"

    def _in_storage(self, act: Callable[..., T], *about: object) -> Awaitable[T]:
        """Do something with the file on the one thread that may wait for a disk."""
        return asyncio.get_running_loop().run_in_executor(self._storage, act, *about)


def _joined(device: bytes | None) -> bytes:
    if device is None:
        raise Refused(401, _("Please join with the letters on the big screen."))
    return device


def _since(query: str) -> str:
    try:
        return parse_qs(query, max_num_fields=4).get("since", [""])[0]
    except ValueError:
        raise Refused(400, _("Please open this page again.")) from None


def _json(value: object) -> web.Response:
    return web.Response(body=msgspec.json.encode(value), content_type="application/json")


def _problem(status: int, sentence: str) -> web.Response:
    if status == 404:
        return web.Response(status=404, text=_("There is nothing here."))
    reply = _json({"problem": sentence})
    reply.set_status(status)
    if status == 429:
        reply.headers["Retry-After"] = "2"
    return reply


def _place(error: BaseException) -> str:
    """Return where an error rose, without its message, which could hold people's words."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].name}:{frames[-1].lineno}" if frames else "?"


def _log_loop_problem(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Keep the kind of a problem and its place, and none of what was on its way."""
    error = context.get("exception")
    if isinstance(error, BaseException) and not isinstance(error, ConnectionError):
        log.error("Phones: %s at %s", type(error).__name__, _place(error))
