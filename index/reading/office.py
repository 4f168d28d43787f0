"""doc → blocks, through LibreOffice: it writes a docx, and that is read."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from index.errors import DamagedReport, EncryptedReport, MissingReader, why
from index.reading import word
from index.reading.content import Content
from index.settings import IndexSettings

__all__ = ["read", "soffice"]

_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")


def soffice() -> str | None:
    """Path of the LibreOffice program, or None."""
    return (
        shutil.which("soffice") or shutil.which("libreoffice") or next((p for p in _PLACES if Path(p).is_file()), None)
    )


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a .doc or .rtf file.  Raises MissingReader, EncryptedReport, DamagedReport.

    Each conversion has a profile folder of its own: two runs of soffice on one profile wait for, or kill, each other.
    """
    program = soffice()
    if program is None:
        raise MissingReader(
            path,
            "读 .doc 需要 LibreOffice",
            mend="请安装 LibreOffice（apt install libreoffice-writer-nogui），或另存为 docx",
        )
    with tempfile.TemporaryDirectory(prefix="zoneqa-office-") as folder:
        work = Path(folder)
        source = work / ("report.rtf" if data.startswith(b"{\\rtf") else "report.doc")
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "docx:MS Word 2007 XML",
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
                mend="请另存为 docx，或调大设置 office_timeout_s",
            ) from error
        except OSError as error:
            raise MissingReader(
                path, f"LibreOffice 启动不了：{why(error)}", mend="请重装 LibreOffice，或另存为 docx"
            ) from error
        made = work / "out" / "report.docx"
        if not made.is_file():
            if "password" in (done.stderr + done.stdout).lower():
                raise EncryptedReport(path, "文件加了密码", mend="请去掉密码后另存")
            if done.returncode < 0 or done.returncode >= 128:  # a signal, told by the shell that starts it as 128 + n
                raise DamagedReport(
                    path,
                    "LibreOffice 转换时被中止，多半是时间或内存超过上限",
                    mend="请另存为 docx，或调大上限",
                )
            raise DamagedReport(path, "LibreOffice 打不开这个文件", mend="请用 Word 打开修复后另存为 docx")
        return word.read(made.read_bytes(), path, settings)
