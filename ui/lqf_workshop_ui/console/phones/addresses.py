"""The addresses of this laptop, by the name of the adapter they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkInterface

from lqf_workshop.wording import _

_KIND = QNetworkInterface.InterfaceType
_FLAG = QNetworkInterface.InterfaceFlag


@dataclass(frozen=True, slots=True)
class Adapter:
    """One address that phones might reach; ``likely`` is best first in a list."""

    address: str
    name: str
    kind: str
    likely: int


def adapters() -> tuple[Adapter, ...]:
    """Return this laptop's addresses, the likeliest to be the room's Wi-Fi first."""
    return sorted_adapters(_found())


def sorted_adapters(found: Iterable[Adapter]) -> tuple[Adapter, ...]:
    """Put addresses in the order in which it makes sense to try them."""
    return tuple(sorted(found, key=lambda one: (-one.likely, one.name, one.address)))


def _found() -> Iterable[Adapter]:
    for card in QNetworkInterface.allInterfaces():
        up = card.flags() & _FLAG.IsUp and card.flags() & _FLAG.IsRunning
        if not up or card.flags() & _FLAG.IsLoopBack:
            continue
        for entry in card.addressEntries():
            address = entry.ip()
            if address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol:
                name = card.humanReadableName()
                kind, likely = _kind(card.type(), name, address)
                yield Adapter(address.toString(), name, kind, likely)


def _kind(
    kind: QNetworkInterface.InterfaceType, name: str, address: QHostAddress
) -> tuple[str, int]:
    """Say in plain words what an adapter is, and how likely phones can reach it."""
    made_up = any(word in name.casefold() for word in ("virtual", "vethernet", "docker", "vbox"))
    if address.isLinkLocal():
        return _("no network: phones cannot reach it"), 0
    if made_up or kind in (_KIND.Virtual, _KIND.Ppp):
        return _("inside this laptop, or a private tunnel: phones cannot reach it"), 1
    if kind == _KIND.Wifi:
        return _("Wi-Fi"), 4
    if kind == _KIND.Ethernet:
        return _("cable"), 3
    return _("another network"), 2
