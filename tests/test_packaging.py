"""The lock, the wheel and the image hold what an installation needs, and nothing has to be fetched to run them."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.conftest import QUESTION, ROOT
from tests.test_layout import imports, sources

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
SITE = sysconfig.get_paths()["purelib"]
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


# -- lock -----------------------------------------------------------------------------------------------------------


def locked() -> dict[str, list[str]]:
    """Name → the versions in the lock (several where they differ by platform or Python)."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([a-z0-9][a-z0-9.-]*)(?:\[[^]]*\])?==(\S+)", LOCK, re.MULTILINE):
        found.setdefault(name, []).append(version)
    return found


def wanted() -> list[str]:
    project, extras = PROJECT["project"], PROJECT["project"]["optional-dependencies"]
    return [*project["dependencies"], *extras["dev"], *extras["ocr"], *extras["llm"], *extras["mcp"],
            *PROJECT["dependency-groups"]["build"], *PROJECT["build-system"]["requires"]]


@pytest.mark.parametrize("requirement", wanted())
def test_the_lock_pins_every_dependency_within_its_range(requirement: str) -> None:
    asked = Requirement(requirement)
    versions = locked().get(re.sub(r"[-_.]+", "-", asked.name).lower(), [])
    assert versions, f"run make lock: {asked.name} is missing"
    assert all(asked.specifier.contains(Version(version)) for version in versions)


IMPORTED_AS = {  # import name → distribution, where they differ
    "argon2": "argon2-cffi", "bs4": "beautifulsoup4", "docx": "python-docx", "llama_index": "llama-index-core",
    "markdown_it": "markdown-it-py",
    "opencc": "opencc-python-reimplemented", "pydantic_settings": "pydantic-settings",
    "sentence_transformers": "sentence-transformers",
}
BROUGHT_BY = {  # not declared: parts of a declared library that is built on them
    "fastapi": "gradio", "starlette": "gradio", "uvicorn": "gradio", "httpx": "chromadb", "PIL": "pdfplumber",
    "pdfminer": "pdfplumber", "pypdfium2": "pdfplumber", "torch": "sentence-transformers",
}


def test_every_library_that_the_program_imports_is_declared() -> None:
    extras = PROJECT["project"]["optional-dependencies"].values()
    declared = {Requirement(line).name for line in PROJECT["project"]["dependencies"] + [x for e in extras for x in e]}
    own = {"assistant", "index", "prompts"}
    found = {name.partition(".")[0] for path in sources() for name in imports(path, for_types=True)}
    missing = {name for name in found - own - sys.stdlib_module_names
               if BROUGHT_BY.get(name, IMPORTED_AS.get(name, name)) not in declared}
    assert not missing


def test_every_line_of_the_lock_has_hashes_and_none_names_an_index() -> None:
    for entry in re.split(r"\n(?=[a-z0-9])", LOCK)[1:]:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in LOCK
    assert "--index-url" not in LOCK


def test_the_extra_that_brings_torch_stays_outside_the_lock() -> None:
    assert not {"torch", "sentence-transformers"} & locked().keys()


# -- wheel ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
                    "--wheel-dir", folder, ROOT], check=True, env={**os.environ, **OFFLINE}, timeout=120)
    return next(folder.glob("zoneqa-*.whl"))


def test_the_wheel_holds_model_prompts_glossary_page_and_sample_and_nothing_else_at_its_top(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in ("index/model/model.onnx", "index/model/tokenizer.json", "index/model/LICENSE", "index/glossary.toml",
                   "assistant/extractive/cross_encoder/model.onnx", "assistant/extractive/cross_encoder/sums.onnx",
                   "assistant/extractive/cross_encoder/LICENSE",
                   "prompts/answer.md", "assistant/cli.py", "assistant/web/static/page.css"):
        assert needed in names
    assert any(name.startswith("index/sample/") and name.endswith(".txt") for name in names)
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"assistant", "index", "prompts"}
    assert not [name for name in names if "__pycache__" in name or "tests" in name]


def borrow_dependencies(environment: Path) -> None:
    """Let a virtual environment see the libraries installed here; not the checkout, which a .pth there would add."""
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(SITE + "\n", encoding="utf-8")


def test_an_installed_wheel_answers_from_its_own_sample_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=False, symlinks=True)
    borrow_dependencies(tmp_path / "venv")
    binaries = tmp_path / "venv" / "bin"
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--ignore-installed",
                    "--prefix", tmp_path / "venv", wheel], check=True, env={**os.environ, **OFFLINE}, timeout=120)
    (tmp_path / "empty").mkdir()
    clean = {"PATH": f"{binaries}:{os.environ['PATH']}", "HOME": str(tmp_path), "PYTHONUTF8": "1"}
    asked = subprocess.run(["zoneqa", "ask", "--json", QUESTION], cwd=tmp_path / "empty", env=clean,
                           capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert asked.returncode == 0, asked.stderr
    assert "22.53亿元" in json.loads(asked.stdout)["answer"]
    where = subprocess.run(["python", "-c", "import assistant, index; print(assistant.__file__, index.__file__)"],
                           cwd=tmp_path, env=clean, capture_output=True, text=True, check=True).stdout
    assert str(ROOT) not in where


# -- make -----------------------------------------------------------------------------------------------------------


def test_setup_without_a_fitting_python_says_what_to_install(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    done = subprocess.run(["make", "setup", "PYTHON="], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Python 3.11" in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_second_setup_has_nothing_to_do(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".ready").touch()
    assert subprocess.run(["make", "--question", "setup"], cwd=tmp_path, check=False).returncode == 0
    os.utime(tmp_path / "requirements.lock", (2_000_000_000, 2_000_000_000))
    assert subprocess.run(["make", "--question", "setup"], cwd=tmp_path, check=False).returncode == 1


# -- image ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """One instruction of the Dockerfile, its continuation lines joined."""

    word: str
    rest: str


def steps() -> list[Step]:
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
    lines = text.replace("\\\n", " ").splitlines()
    return [Step(*line.strip().split(None, 1)) for line in lines if line.strip()]


def step(word: str) -> str:
    return next(step.rest for step in steps() if step.word == word)


def test_the_image_runs_as_a_user_of_its_own_keeps_data_in_a_volume_and_is_watched() -> None:
    words = [step.word for step in steps()]
    assert step("USER") not in {"root", "0"}
    assert step("VOLUME") == "/data"
    assert words.index("USER") < words.index("CMD")
    assert "HEALTHCHECK" in words
    assert re.search(r"python:3\.1[1-9]-slim", step("FROM"))


def test_what_the_image_copies_is_let_through_by_dockerignore() -> None:
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    copied = {name for step in steps() if step.word == "COPY" for name in step.rest.split()[:-1]}
    assert copied == allowed
    assert all((ROOT / name).exists() for name in copied)


def _overlay_works(folder: Path) -> bool:
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    for name in ("upper", "work", "root"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    mount = f"mount -t overlay overlay -o lowerdir=/,upperdir={folder}/upper,workdir={folder}/work {folder}/root"
    return subprocess.run(["unshare", "--mount", "sh", "-c", mount], capture_output=True, check=False).returncode == 0


@pytest.mark.slow
def test_the_images_commands_work_in_a_temporary_root(tmp_path: Path) -> None:
    """RUN, COPY, HEALTHCHECK and CMD as they stand, in an overlay of this machine: what they write goes to tmp_path.

    Differences from a build: apt-get is a stub (the machine has those packages or the tests that need them skip), and
    the libraries are those of this environment, so that pip finds the whole lock installed already and fetches nothing.
    """
    if not _overlay_works(tmp_path):
        pytest.skip("needs root and overlay mounts")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    script = tmp_path / "build.sh"
    script.write_text(_as_script(tmp_path, port), encoding="utf-8")
    done = subprocess.run(["unshare", "--mount", "--pid", "--fork", "bash", script], capture_output=True, text=True,
                          encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    answer: dict[str, Any] = json.loads(done.stdout.partition("ANSWER")[2])
    assert "22.53亿元" in answer["answer"]
    assert "OWNER zoneqa" in done.stdout, "the index lies in the volume and belongs to the user"


def _as_script(folder: Path, port: int) -> str:
    root = f"{folder}/root"
    env = {"PATH": f"/stub:{sys.base_prefix}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", **OFFLINE}
    lines = [
        "set -euo pipefail",
        f"mount -t overlay overlay -o lowerdir=/,upperdir={folder}/upper,workdir={folder}/work {root}",
        f"mount -t proc proc {root}/proc; mount --rbind /dev {root}/dev",
        f"mkdir -p {root}/stub",
        # Interpreter and libraries can lie in root's home or on another file system; the image's user must reach them.
        *(f"if ! [ -e {root}{path}/. ]; then mkdir -p {root}{path}; mount --bind {path} {root}{path}; fi; "
          f"chmod o+x {' '.join(f'{root}{parent}' for parent in Path(path).parents)}"
          for path in (sys.base_prefix, SITE)),
        f"printf '#!/bin/sh\\nexit 0\\n' > {root}/stub/apt-get; chmod +x {root}/stub/apt-get",
    ]
    user = ""

    def inside(command: str) -> str:
        settings = " ".join(f"{name}='{value}'" for name, value in env.items())
        return f"chroot {user} {root} env -i {settings} sh -ec {_quoted('cd ' + workdir + '; ' + command)}"

    workdir = "/"
    for step in steps():
        match step.word:
            case "RUN":
                lines.append(inside(step.rest))
                if " -m venv " in step.rest:
                    target = f"{root}{step.rest.split()[-1]}/lib/python{sys.version_info[0]}.{sys.version_info[1]}"
                    lines.append(f"echo {SITE} > {target}/site-packages/borrowed.pth")
                    lines.append(f"rm -rf {target}/site-packages/setuptools*")  # Python 3.11 puts an old one there
            case "COPY":
                *names, target = step.rest.split()
                place = f"{root}{target}" if target.endswith("/") or len(names) > 1 else f"{root}{Path(target).parent}"
                lines.append(f"mkdir -p {place}; cp -a {' '.join(str(ROOT / name) for name in names)} {place}")
            case "ENV":
                for name, value in re.findall(r"(\w+)=(\S+)", step.rest):
                    env[name] = value.replace("$PATH", env["PATH"])
                env["ZONEQA_PORT"] = str(port)
            case "USER":
                user = f"--userspec={step.rest}"
                env["HOME"] = f"/home/{step.rest}"
            case "WORKDIR":
                workdir = step.rest
            case "HEALTHCHECK":
                healthy = inside(_shell_form(step.rest.partition(" CMD ")[2]))
            case "CMD":
                serving = inside(_shell_form(step.rest))
    lines += [
        f"{serving} & page=$!",
        f"for second in $(seq 90); do if {healthy} 2>/dev/null; then break; fi; kill -0 $page || break; sleep 1; done",
        healthy,
        f"answer=$({inside(f'zoneqa ask --json {QUESTION}')})",
        f"chroot {root} stat -c 'OWNER %U' /data/index/CURRENT",
        "kill $page",
        "echo \"ANSWER$answer\"",
    ]
    return "\n".join(lines) + "\n"


def _shell_form(words: str) -> str:
    return " ".join(_quoted(word) for word in json.loads(words))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
