"""Which addresses the service may listen on."""

from __future__ import annotations

import ipaddress

from index.errors import SettingsError

__all__ = ["check_address", "is_loopback"]


def is_loopback(host: str) -> bool:
    """Whether ``host`` names this machine alone: localhost, 127.x.x.x, ::1."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def check_address(host: str, *, accounts: bool, open_access: bool) -> None:
    """Raise SettingsError for an address that others reach, unless there are users or openness was asked for."""
    if not (is_loopback(host) or accounts or open_access):
        raise SettingsError(f"{host} 本机以外也能访问，而现在不用登录就能用",
                            mend="先用 zoneqa user add 建用户；确实要对所有人开放，设 ZONEQA_OPEN_ACCESS=true")
