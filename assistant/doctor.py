"""Is everything here that the program needs?  One check a function, each with the mend."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Literal

from assistant.settings import Settings
from index.errors import NoIndex, ZoneQAError, why

__all__ = ["Check", "examine"]

State = Literal["ok", "warning", "broken"]
_NOT_SETTINGS = {"ZONEQA_DEBUG"}  # read by the shell itself, before there are settings


@dataclass(frozen=True, slots=True)
class Check:
    """``found`` and ``mend`` are Chinese; a warning is something that only some uses need."""

    name: str
    state: State
    found: str
    mend: str = ""

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


def examine(settings: Settings) -> list[Check]:
    """Every check, in the order in which a broken one explains those after it.  None of them raises."""
    checks: tuple[Callable[[Settings], Check], ...] = (
        _python, _environment, _reports, _index_folder, _model, _chroma, _index, _office, _ocr)
    return [_safely(check, settings) for check in checks]


def _safely(check: Callable[[Settings], Check], settings: Settings) -> Check:
    try:
        return check(settings)
    except ZoneQAError as error:
        return Check(check.__name__.strip("_"), "broken", error.message, error.mend)
    except Exception as error:  # a doctor that dies of the illness is no help
        return Check(check.__name__.strip("_"), "broken", f"{type(error).__name__}: {error}", "重装：make clean setup")


def _python(_: Settings) -> Check:
    try:
        release = version("zoneqa")
    except PackageNotFoundError:
        return Check("程序", "broken", "zoneqa 没有安装", "运行 make setup 或 pip install .")
    return Check("程序", "ok", f"zoneqa {release}，Python {sys.version.split()[0]}")


def _environment(_: Settings) -> Check:
    known = {f"ZONEQA_{name.upper()}" for name in Settings.model_fields} | _NOT_SETTINGS
    strange = sorted(name for name in os.environ if name.startswith("ZONEQA_") and name not in known)
    if strange:
        return Check("环境变量", "warning", f"不认识：{'、'.join(strange)}", "对照 README 的设置表")
    return Check("环境变量", "ok", "没有拼错的")


def _reports(settings: Settings) -> Check:
    from index.reading import find_reports

    count = len(find_reports(settings.reports_dir))
    if not count:
        return Check("报告", "warning", f"{settings.reports_dir} 里没有能读的报告", "放入报告，再运行 zoneqa index")
    return Check("报告", "ok", f"{settings.reports_dir} 里有 {count} 份")


def _index_folder(settings: Settings) -> Check:
    folder = settings.index_dir.absolute()
    while not folder.exists():
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Check("索引文件夹", "broken", f"{folder} 不能写：{why(error)}",
                     "改权限，或用 ZONEQA_INDEX_DIR 另指一处")
    free_mb = shutil.disk_usage(folder).free // 2**20
    if free_mb < 500:
        return Check("索引文件夹", "warning", f"{folder} 只剩 {free_mb} MB", "腾出空间")
    return Check("索引文件夹", "ok", f"{settings.index_dir} 可写，空余 {free_mb} MB")


def _model(settings: Settings) -> Check:
    from index.embedding import load_embedding

    embedding = load_embedding(settings)
    dimension = len(embedding.get_query_embedding("工业有效投资"))
    return Check("句向量模型", "ok", f"{settings.embedding}，{dimension} 维")


def _chroma(settings: Settings) -> Check:
    importlib.import_module("chromadb")
    where = settings.chroma_url or "本机文件"
    return Check("向量库", "ok", f"chromadb {version('chromadb')}，{where}")


def _index(settings: Settings) -> Check:
    from index.opening import Index

    try:
        with Index.open(settings) as index:
            reports, passages, figures = index.ledger.counts()
            return Check("索引", "ok", f"{reports} 份报告，{passages} 段，{figures} 个数字")
    except NoIndex:
        return Check("索引", "warning", "还没有建立", "运行 zoneqa index")


def _office(_: Settings) -> Check:
    from index.reading.office import has_calc, soffice

    if soffice() is None:
        return Check("LibreOffice", "warning", "没有安装，读不了 .doc、.wps、.rtf、.odt、.xls、.et、.ods",
                     "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui，或先另存为 .docx、.xlsx")
    if not has_calc():
        return Check("LibreOffice", "warning", "没有电子表格部件（Calc），读不了 .xls、.et、.ods",
                     "apt-get install libreoffice-calc-nogui，或先另存为 .xlsx")
    return Check("LibreOffice", "ok", "能读 .doc、.wps、.rtf、.odt、.xls、.et、.ods")


def _ocr(settings: Settings) -> Check:
    if find_spec("rapidocr") is None:
        return Check("文字识别", "warning", "没有安装，读不了扫描件和图片", "pip install 'zoneqa[ocr]'")
    if not settings.ocr:
        return Check("文字识别", "ok", "已安装，设置中关闭")
    importlib.import_module("rapidocr")
    return Check("文字识别", "ok", f"rapidocr {version('rapidocr')}")
