"""``zoneqa user add|list|remove|token``: who may use the page and the API.  With the first user, logging in begins."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import display
from assistant.shell import print_json
from index.errors import SettingsError

if TYPE_CHECKING:
    from assistant.service.accounts import Accounts

__all__ = ["users"]

users = typer.Typer(no_args_is_help=True,
                    help="管理用户和令牌；有了第一个用户，网页和接口就要登录 · Users and API tokens.")

Name = Annotated[str, typer.Argument(help="用户名  name")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON  print JSON")]


@contextmanager
def _accounts() -> Iterator[Accounts]:
    from assistant.service.accounts import Accounts, accounts_path
    from assistant.settings import Settings

    accounts = Accounts.open(accounts_path(Settings.load().data_dir))
    try:
        yield accounts
    finally:
        accounts.close()


def _piped() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _day(seconds: float | None) -> str:
    return datetime.datetime.fromtimestamp(seconds).strftime("%Y-%m-%d") if seconds else ""


@users.command()
def add(
    name: Name,
    role: Annotated[str, typer.Option("--role", help="reader 提问，editor 还能增删报告、更正")] = "reader",
    password_stdin: Annotated[bool, typer.Option("--password-stdin", help="从标准输入读密码")] = False,
    as_json: AsJson = False,
) -> None:
    """添加用户，密码问两遍 · Add a user; the password is asked for twice."""
    from assistant.service.identity import Role

    try:
        wanted = Role(role)
    except ValueError as error:
        raise SettingsError(f"没有 {role} 这种角色", mend="用 reader 或 editor") from error
    password = _piped() if password_stdin else typer.prompt("密码", hide_input=True, confirmation_prompt="再输一遍")
    with _accounts() as accounts:
        first = not accounts.users()
        accounts.add(name, password, wanted)
    if as_json:
        print_json({"name": name, "role": wanted.value})
        return
    print(f"已添加 {name}（{wanted.value}）")
    if first:
        print("这是第一个用户：正在运行的网页要重新启动，之后打开网页就要登录", file=sys.stderr)


@users.command(name="list")
def listed(as_json: AsJson = False) -> None:
    """列出用户和他们的令牌 · List users and their tokens."""
    with _accounts() as accounts:
        found = [(user, accounts.tokens(user.name)) for user in accounts.users()]
    if as_json:
        print_json([{"name": user.name, "role": user.role.value, "created": _day(user.created), "tokens": [
            {"id": token.id, "label": token.label, "created": _day(token.created), "expires": _day(token.expires)}
            for token in tokens]} for user, tokens in found])
        return
    rows = [(user.name, user.role.value, _day(user.created), "　".join(
        f"{token.id} {token.label}{'，至 ' + _day(token.expires) if token.expires else ''}" for token in tokens))
        for user, tokens in found]
    display.show_rows(display.console(), ("用户", "角色", "添加于", "令牌"), rows)


@users.command()
def remove(name: Name, as_json: AsJson = False) -> None:
    """删除用户，连同令牌、登录和对话 · Remove a user with tokens, sessions and conversations."""
    from assistant.conversations import Conversations
    from assistant.settings import Settings

    with _accounts() as accounts:
        accounts.remove(name)
    store = Conversations.open(Settings.load().data_dir / "conversations.sqlite")
    owner = f"user:{name}"
    while heads := store.heads(owner):  # whoever gets the name next must not find them
        for head in heads:
            store.delete(owner, head.id)
    store.close()
    print_json({"removed": name}) if as_json else print(f"已删除 {name}")


@users.command()
def token(
    name: Annotated[str | None, typer.Argument(help="用户名  name")] = None,
    label: Annotated[str, typer.Option("--label", help="做什么用的  what it is for")] = "",
    days: Annotated[int | None, typer.Option("--days", min=1, max=3_650, help="几天后失效  valid for days")] = None,
    revoke: Annotated[str | None, typer.Option("--revoke", help="作废这个编号的令牌  revoke by id")] = None,
    as_json: AsJson = False,
) -> None:
    """发一个 API 令牌，只显示这一次；或作废一个 · Make an API token, shown this once; or revoke one."""
    if (name is None) == (revoke is None):
        raise SettingsError("要么给用户名，要么给 --revoke 编号", mend="zoneqa user list 列出两者")
    with _accounts() as accounts:
        if revoke is not None:
            accounts.remove_token(revoke)
            print_json({"revoked": revoke}) if as_json else print(f"已作废 {revoke}")
            return
        assert name is not None
        made = accounts.add_token(name, label, days=days)
    print_json({"token": made}) if as_json else print(made)
