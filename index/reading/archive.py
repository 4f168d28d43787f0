"""A zip-based office file is measured before it is opened: a few kilobytes can unpack to gigabytes."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from index.errors import DamagedReport, EncryptedReport, TooLargeReport
from index.settings import IndexSettings

__all__ = ["check_archive"]

_UNPACKED_FACTOR = 10  # XML of reports packs about 8 : 1 (measured on the fixtures: 5 to 9)
_ENCRYPTED_FLAG = 0x1


def check_archive(data: bytes, path: Path, settings: IndexSettings) -> None:
    """Raise TooLargeReport, EncryptedReport or DamagedReport before a library unpacks ``data``."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
                raise EncryptedReport(path, "文件加了密码", mend="请去掉密码后另存")
            xml = sum(
                member.file_size for member in members if not member.filename.startswith(("word/media/", "xl/media/"))
            )
            limit = settings.max_file_mb * _UNPACKED_FACTOR * 1_000_000
            if xml > limit:
                raise TooLargeReport(
                    path,
                    f"解压后有 {xml / 1_000_000:,.0f} MB，超过 {limit / 1_000_000:,.0f} MB",
                    mend="请拆成几份，或调大设置 max_file_mb",
                )
            damaged = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise DamagedReport(
            path, "文件不完整或已损坏", mend="请重新下载，或用 Office 打开修复后另存"
        ) from error
    except zipfile.LargeZipFile as error:
        raise TooLargeReport(path, "压缩包过大", mend="请拆成几份") from error
    if damaged:
        raise DamagedReport(path, f"文件里的 {damaged} 已损坏", mend="请重新下载，或用 Office 打开修复后另存")
