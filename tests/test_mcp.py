"""The MCP server, asked by the SDK's own client: over stdio, and over HTTP with and without accounts."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp")

from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from assistant.service.accounts import Accounts, accounts_path
from assistant.service.identity import Role
from tests.conftest import QUESTION, ROOT, SAMPLE

PROGRAM = ["-c", "from assistant.cli import main; main()", "mcp"]


def environment(index: Path, data: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "ZONEQA_REPORTS_DIR": str(SAMPLE),
            "ZONEQA_INDEX_DIR": str(index), "ZONEQA_DATA_DIR": str(data)}


async def ask_everything(client: Client) -> None:
    tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert tools.keys() == {"ask", "search", "figures", "reports"}
    assert "period" in tools["ask"].input_schema["properties"]

    answer = (await client.call_tool("ask", {"question": QUESTION})).structured_content
    assert "22.53亿元" in answer["answer"]
    assert "22.53亿元" in answer["citations"][0]["quote"]
    refused = (await client.call_tool("ask", {"question": "2018年森林覆盖率是多少"})).structured_content
    assert refused["refused"]

    found = (await client.call_tool("search", {"text": "工业有效投资", "count": 2})).structured_content
    assert 0 < len(found["passages"]) <= 2
    rows = (await client.call_tool("figures", {"indicator": "工业有效投资", "status": "完成"})).structured_content
    assert "22.53亿元" in [row["value_text"] for row in rows["figures"]]
    listed = (await client.call_tool("reports", {})).structured_content
    assert len(listed["reports"]) == 1

    wrong: Any = await client.call_tool("figures", {"zone": "没有这个区"})
    assert wrong.is_error
    assert "可选" in wrong.content[0].text
    assert (await client.call_tool("ask", {"question": ""})).is_error


@pytest.mark.slow
async def test_every_tool_answers_over_stdio(sample_index: Path, tmp_path: Path) -> None:
    server = StdioServerParameters(command=sys.executable, args=PROGRAM, env=environment(sample_index, tmp_path))
    async with Client(stdio_client(server)) as client:
        await ask_everything(client)


@contextmanager
def serving(index: Path, data: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([sys.executable, *PROGRAM, "--http", "--port", str(port)], cwd=data,
                              env=environment(index, data), stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/mcp"
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.slow
async def test_every_tool_answers_over_http(sample_index: Path, tmp_path: Path) -> None:
    with serving(sample_index, tmp_path) as address:
        async with Client(address) as client:
            await ask_everything(client)


@pytest.mark.slow
async def test_with_accounts_http_needs_a_token(sample_index: Path, tmp_path: Path) -> None:
    import httpx2
    from mcp.client.streamable_http import streamable_http_client

    accounts = Accounts.open(accounts_path(tmp_path))
    accounts.add("wang", "correct horse battery", Role.READER)
    token = accounts.add_token("wang", "test")
    accounts.close()
    with serving(sample_index, tmp_path) as address:
        async with httpx2.AsyncClient() as plain:
            assert (await plain.post(address, json={})).status_code == 401
        async with (httpx2.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as known,
                    Client(streamable_http_client(address, http_client=known)) as client):
            answer = (await client.call_tool("ask", {"question": QUESTION})).structured_content
    assert "22.53亿元" in answer["answer"]
