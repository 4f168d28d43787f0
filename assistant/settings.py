"""Every setting of the program, read once at the edge and passed on as a frozen value.

Order: what the caller passes, then the environment (``ZONEQA_PORT=8080``), then the default.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, PrivateAttr, SecretStr, ValidationError

import index
from index.errors import SettingsError
from index.settings import IndexSettings

__all__ = ["Settings", "sample_reports"]


class Settings(IndexSettings):
    """The settings of both halves and of the three ways to use them."""

    data_dir: Path = Field(Path(".zoneqa/data"), description="对话、反馈等用户数据所在的文件夹")
    question_max_chars: int = Field(2_000, ge=10, le=100_000, description="提问的上限，字")
    history_turns: int = Field(20, ge=1, le=200, description="一次对话里记住的提问数")
    host: str = Field("127.0.0.1", min_length=1, description="网页的监听地址")
    port: int = Field(7860, ge=1, le=65_535, description="网页的端口")
    queue_size: int = Field(32, ge=1, le=10_000, description="网页排队的上限，满了请稍后再试")
    max_upload_mb: int = Field(20, ge=1, le=2_000, description="网页上传单个文件的上限，MB")
    upload_seconds: int = Field(180, ge=5, le=3_600, description="试读一个上传文件的时限，秒")
    upload_memory_mb: int = Field(3_072, ge=512, le=65_536, description="试读一个上传文件的内存上限，MB")
    open_access: bool = Field(False, description="没有用户也监听本机以外的地址（谁都能用，包括上传和删除）")
    session_hours: int = Field(12, ge=1, le=720, description="登录多久不用就要重新登录，小时")
    requests_per_minute: int = Field(120, ge=1, le=100_000, description="每个用户（或地址）每分钟的请求数")
    workers: int = Field(4, ge=1, le=64, description="接口同时作答的提问数，其余排队")
    log: Literal["off", "requests", "questions"] = Field(
        "requests", description="日志：off 不记，requests 只记请求，questions 连问题一起记")

    llm_base_url: str = Field("", description="语言模型的 OpenAI 兼容接口，如 http://127.0.0.1:11434/v1；空为不用模型")
    llm_model: str = Field("", description="语言模型的名字（服务端的叫法）")
    llm_api_key: SecretStr = Field(SecretStr(""), description="语言模型的密钥；本机服务不用填")
    llm_timeout_s: int = Field(60, ge=1, le=600, description="一次回答最多等模型多久，秒；到时用离线回答")
    llm_retries: int = Field(2, ge=0, le=10, description="限流、出错、连不上时重试几次")
    llm_max_tokens: int = Field(500, ge=50, le=8_000, description="模型一次回答的上限，token")
    llm_context_tokens: int = Field(4_000, ge=1_000, le=200_000, description="一次交给模型的资料上限，token")
    llm_budget_tokens: int = Field(0, ge=0, le=1_000_000_000_000, description="一次运行总共可用的 token，用完改用离线回答；0 为不限")

    _takes_sample: bool = PrivateAttr(False)

    @property
    def takes_sample(self) -> bool:
        """Whether no folder was named and the sample, inside the program, stands in: nothing is written there."""
        return self._takes_sample and self.reports_dir == sample_reports()

    @classmethod
    def load(cls, **given: Any) -> Self:
        """Settings from ``given`` (None means not given) and the environment.

        Without a reports folder named anywhere, and none called ``reports`` here, the bundled sample is taken, so that
        an installed program answers in an empty folder.  Raises SettingsError with every offending setting.
        """
        values = {name: value for name, value in given.items() if value is not None}
        try:
            settings = cls(**values)
            if "reports_dir" not in settings.model_fields_set and not settings.reports_dir.is_dir():
                settings = cls(**values, reports_dir=sample_reports())
                settings._takes_sample = True
        except ValidationError as error:
            raise SettingsError("设置有误：" + "；".join(_complaint(e) for e in error.errors()),
                                mend="对照 README 的设置表改正") from error
        if settings.passage_min_chars >= settings.passage_max_chars:
            raise SettingsError("passage_min_chars 要小于 passage_max_chars", mend="改小下限或改大上限")
        return settings


def _complaint(error: Any) -> str:
    name = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"没有 {name} 这项设置"
    match error.get("ctx", {}):
        case {"ge": least}:
            want = f"不得小于 {least}"
        case {"le": most}:
            want = f"不得大于 {most}"
        case {"min_length": _}:
            want = "不得为空"
        case _:
            want = "写法不对"
    return f"ZONEQA_{name.upper()}={error['input']!r} {want}"


def sample_reports() -> Path:
    """The folder with the sample report: in the wheel ``index/sample``, in a checkout ``reports``."""
    package = Path(index.__file__).parent
    bundled = package / "sample"
    return bundled if bundled.is_dir() else package.parent / "reports"
