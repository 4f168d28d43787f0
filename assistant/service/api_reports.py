"""/reports, /uploads and /figures: what is indexed, what comes in and goes, and the ledger as a table."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi import APIRouter, Depends, Query, UploadFile
from starlette.responses import Response

from assistant.exporting import figure_row, write_rows
from assistant.service.backend import ERRORS, Backend, by_editor
from assistant.service.errors import Refusal
from assistant.service.schema import FigureFormat, FigureOrder, figure_out
from assistant.shell import one_of, parse_period, parse_status
from index.records import FigureKind, Report

__all__ = ["reports_router"]

_MEDIA = {
    FigureFormat.CSV: "text/csv; charset=utf-8",
    FigureFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def reports_router(backend: Backend) -> APIRouter:
    router = APIRouter(responses=ERRORS)
    index, uploads = backend.assistant.index, backend.uploads

    @router.get("/reports", summary="收录了哪些报告，哪些没能读")
    def listed() -> Any:
        return {
            "reports": [{"id": card.id, "name": card.name, "title": card.title, "zone": card.zone,
                         "period": card.period.key if card.period else "", "format": card.format,
                         "figures": card.figures} for card in index.ledger.cards()],
            "failures": [{"report": failure.path.name, "message": failure.message, "mend": failure.mend}
                         for failure in index.manifest.failures(backend.settings.reports_dir)],
            "building": uploads.building(),
        }

    @router.get("/reports/{id}", summary="一份报告；text=true 连全文")
    def one(id: str, text: bool = False) -> Any:
        report = index.ledger.report(id)
        if report is None:
            raise _no_report()
        return _about(report) | ({"text": report.text} if text else {})

    @router.post("/reports", status_code=202, summary="上传报告（editor）", dependencies=[Depends(by_editor)])
    async def upload(files: list[UploadFile],
                     replace: bool = Query(False, description="同名的报告用新文件替换")) -> Any:
        def take() -> dict[str, Any]:
            with TemporaryDirectory(prefix="zoneqa-received-") as folder:
                return uploads.take([(_stored(Path(folder), number, file), file.filename or "")
                                     for number, file in enumerate(files)], replacing=replace)

        return await backend.receiving.run(take)

    @router.get("/uploads/{id}", summary="一次上传的结果（editor）", dependencies=[Depends(by_editor)])
    def fate(id: str) -> Any:
        state = uploads.state(id)
        if state is None:
            raise Refusal(404, "not_found", "没有这次上传", "服务重启后不再记得以前的上传")
        return state | {"building": uploads.building()}

    @router.delete("/uploads/{id}", status_code=202, dependencies=[Depends(by_editor)],
                   summary="取消正在建的索引，收下的文件退回，索引还是原来的（editor）")
    def cancel(id: str) -> Any:
        if uploads.state(id) is None:
            raise Refusal(404, "not_found", "没有这次上传", "服务重启后不再记得以前的上传")
        uploads.cancel(id)
        return {"building": uploads.building()}

    @router.delete("/reports/{id}", status_code=202, summary="移除一份报告和它的更正；在网页上可以放回来，再传同一份也带回更正（editor）",
                   dependencies=[Depends(by_editor)])
    def remove(id: str) -> Any:
        names = [name for name, entry in index.manifest.files.items() if entry.report_id == id and not entry.failure]
        if not names:
            raise _no_report()
        return {"removed": uploads.remove(names), "building": uploads.building()}

    @router.get("/figures", summary="报告里的数字：筛选、分页、导出", response_model=None)
    async def figures(
        zone: str | None = Query(None, max_length=200), period: str | None = Query(None, max_length=40),
        status: str | None = Query(None, max_length=20, description="完成、预计、目标"),
        kind: str | None = Query(None, max_length=20, description="数值、增速、占比、完成率、位次……"),
        report: str | None = Query(None, max_length=300, description="报告的 id 或文件名"),
        indicator: str = Query("", max_length=100, description="指标名里含这几个字"),
        order: FigureOrder = FigureOrder.PLACE, format: FigureFormat = FigureFormat.JSON,
        offset: int = Query(0, ge=0, le=10_000_000), limit: int = Query(100, ge=1, le=1_000),
    ) -> Response | dict[str, Any]:
        ledger = index.ledger
        names = {card.id: card.name for card in ledger.cards()}
        conditions: dict[str, Any] = {
            "zone": one_of(zone, ledger.zones(), "区"), "period": parse_period(period),
            "status": parse_status(status), "kind": _kind(kind), "containing": indicator, "order": order.value,
            "report_id": _report_id(report, names),
        }

        def found() -> Response | dict[str, Any]:
            chosen = [figure for figure in ledger.figures(**conditions) if figure.report_id in names]
            if format is not FigureFormat.JSON:
                return _table([figure_row(figure, names[figure.report_id]) for figure in chosen], format)
            page = chosen[offset:offset + limit]
            rows = [figure_out(figure, names[figure.report_id]) for figure in page]
            return {"total": len(chosen), "offset": offset, "limit": limit, "figures": rows}

        return await backend.answering.run(found)

    return router


def _no_report() -> Refusal:
    return Refusal(404, "not_found", "没有这份报告", "用 GET /api/v1/reports 列出")


def _stored(folder: Path, number: int, file: UploadFile) -> Path:
    """A file as sent, under a number: its name never is a path here."""
    path = folder / str(number)
    with path.open("wb") as kept:
        shutil.copyfileobj(file.file, kept)
    return path


def _about(report: Report) -> dict[str, Any]:
    return {
        "id": report.id, "name": report.name, "title": report.title, "zone": report.zone,
        "period": report.period.key if report.period else "", "format": report.format,
        "date": report.date.isoformat() if report.date else "", "source": report.source, "metadata": report.metadata,
        "warnings": list(report.warnings), "characters": len(report.text), "pages": len(report.pages),
    }


def _kind(text: str | None) -> FigureKind | None:
    try:
        return FigureKind(text) if text else None
    except ValueError as error:
        raise Refusal(400, "bad_request", f"没有“{text}”这种数字", f"用 {'、'.join(FigureKind)}") from error


def _report_id(text: str | None, names: dict[str, str]) -> str | None:
    if text is None or text in names:
        return text
    for id, name in names.items():
        if name == text:
            return id
    raise _no_report()


def _table(rows: list[dict[str, str | int]], format: FigureFormat) -> Response:
    with TemporaryDirectory(prefix="zoneqa-figures-") as folder:
        path = Path(folder) / f"figures.{format.value}"
        write_rows(path, rows)
        return Response(path.read_bytes(), media_type=_MEDIA[format],
                        headers={"Content-Disposition": f'attachment; filename="{path.name}"'})
