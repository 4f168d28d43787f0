"""Settings of the indexing half: frozen, bounded, units in names; environment variables are ``ZONEQA_…``."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["IndexSettings"]


class IndexSettings(BaseSettings):
    """How a folder of reports becomes an index."""

    model_config = SettingsConfigDict(env_prefix="ZONEQA_", frozen=True, extra="forbid")

    reports_dir: Path = Field(Path("reports"), description="报告所在的文件夹")
    index_dir: Path = Field(Path(".zoneqa/index"), description="索引所在的文件夹")
    embedding: str = Field("bundled", min_length=1,
                           description="句向量模型：bundled（自带），或 sentence-transformers 的模型名或本地文件夹")
    embedding_query_prefix: str = Field("", description="自选模型的提问前缀（自带模型不用填）")
    embedding_passage_prefix: str = Field("", description="自选模型的段落前缀（自带模型不用填）")
    embedding_batch_size: int = Field(16, ge=1, le=512, description="一次送进模型的段落数")
    chroma_url: str = Field("", description="Chroma 服务地址，如 http://127.0.0.1:8000；空为本机文件")
    passage_min_chars: int = Field(120, ge=20, le=2_000, description="段落的下限，字")
    passage_max_chars: int = Field(400, ge=60, le=4_000, description="段落的上限，字")
    max_file_mb: int = Field(50, ge=1, le=2_000, description="单个文件的上限，MB")
    max_report_chars: int = Field(2_000_000, ge=1_000, le=50_000_000, description="单份报告的上限，字")
    ocr: bool = Field(True, description="扫描件和图片是否做文字识别（需 ocr 附加包）")
    office_timeout_s: int = Field(120, ge=5, le=3_600, description="LibreOffice 转换一份 .doc、.xls 等的时限，秒")
