"""Old and open office formats → blocks, through LibreOffice: it writes a docx or an xlsx, and that is read."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from index.errors import DamagedReport, EncryptedReport, MissingReader, why
from index.reading import sheet, word
from index.reading.archive import check_archive
from index.reading.content import Content
from index.reading.signature import identify
from index.settings import IndexSettings

__all__ = ["has_calc", "read", "soffice"]

_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")
_COMPONENTS = ("share/registry", "Resources/registry")  # beside the program's folder; the second is macOS's


class _Target(NamedTuple):
    """What LibreOffice writes, the package that Debian has for it, and the programs that open the old file."""

    suffix: str
    filter: str
    package: str
    opens: str


_TEXT = _Target("docx", "docx:MS Word 2007 XML", "libreoffice-writer-nogui", "WPS 或 Word")
_SHEET = _Target("xlsx", "xlsx:Calc MS Excel 2007 XML", "libreoffice-calc-nogui", "WPS 或 Excel")
_TARGETS = {"doc": _TEXT, "odt": _TEXT, "xls": _SHEET, "ods": _SHEET}
_OWN_SUFFIXES = (".doc", ".wps", ".rtf", ".odt", ".xls", ".et", ".ods")


def soffice() -> str | None:
    """Path of the LibreOffice program, or None."""
    return (
        shutil.which("soffice") or shutil.which("libreoffice") or next((p for p in _PLACES if Path(p).is_file()), None)
    )


def has_calc() -> bool:
    """Whether LibreOffice is there with its spreadsheets, which Debian packs apart; True where its folders don't tell."""
    program = soffice()
    if program is None:
        return False
    folders = [Path(program).resolve().parent.parent / place for place in _COMPONENTS]
    return not any(folder.is_dir() for folder in folders) or any((folder / "calc.xcd").is_file() for folder in folders)


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a .doc, .wps, .rtf, .odt, .xls, .et or .ods file.  Raises MissingReader, EncryptedReport, DamagedReport.

    Each conversion has a profile folder of its own: two runs of soffice on one profile wait for, or kill, each other.
    """
    form = identify(data, path)[0]
    target = _TARGETS[form]
    program = soffice()
    if program is None or (target is _SHEET and not has_calc()):
        suffix = path.suffix.lower() if path.suffix.lower() in _OWN_SUFFIXES else f".{form}"
        raise MissingReader(
            path,
            f"读 {suffix} 需要 LibreOffice" + ("" if program is None else " 的电子表格部件（Calc）"),
            mend=f"请安装 LibreOffice（apt install {target.package}），或用 {target.opens} 另存为 {target.suffix}",
        )
    if data.startswith(b"PK"):
        check_archive(data, path, settings)
    with tempfile.TemporaryDirectory(prefix="zoneqa-office-") as folder:
        work = Path(folder)
        source = work / f"report.{_suffix(data, form)}"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            target.filter,
            "--outdir",
            str(work / "out"),
            str(source),
        ]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                timeout=settings.office_timeout_s,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired as error:
            raise DamagedReport(
                path,
                f"LibreOffice 在 {settings.office_timeout_s} 秒内没有转换完",
                mend=f"请另存为 {target.suffix}，或调大设置 office_timeout_s",
            ) from error
        except OSError as error:
            raise MissingReader(
                path, f"LibreOffice 启动不了：{why(error)}", mend=f"请重装 LibreOffice，或另存为 {target.suffix}"
            ) from error
        made = work / "out" / f"report.{target.suffix}"
        if not made.is_file():
            if "password" in (done.stderr + done.stdout).lower():
                raise EncryptedReport(path, "文件加了密码", mend="请去掉密码后另存")
            if done.returncode < 0 or done.returncode >= 128:  # a signal, told by the shell that starts it as 128 + n
                raise DamagedReport(
                    path,
                    "LibreOffice 转换时被中止，多半是时间或内存超过上限",
                    mend=f"请另存为 {target.suffix}，或调大上限",
                )
            raise DamagedReport(
                path, "LibreOffice 打不开这个文件", mend=f"请用 {target.opens} 打开修复后另存为 {target.suffix}"
            )
        reader = word.read if target is _TEXT else sheet.read
        return reader(made.read_bytes(), path, settings)


def _suffix(data: bytes, form: str) -> str:
    """The extension LibreOffice is to see, by which it chooses among its filters."""
    if data.startswith(b"{\\rtf"):
        return "rtf"
    return form if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) else "xml"
