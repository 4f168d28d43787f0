"""Prompts are files: ``NAME.md`` with ``$variables``, each declared at its head, checked before one is used.

A file begins with one line ``变量：question, evidence`` (``变量：`` alone when it takes none), a blank line, then the
text.  ``$$`` is a dollar sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Self

from index.errors import PromptError

__all__ = ["FOLDER", "Prompt", "load_prompt", "load_prompts"]

FOLDER = Path(__file__).parent
_HEAD = "变量："


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt; ``variables`` are exactly the ``$names`` that its text uses."""

    name: str
    variables: frozenset[str]
    text: str

    @classmethod
    def parse(cls, name: str, source: str) -> Self:
        """Raises PromptError when the head is missing, or declares other variables than the text uses."""
        head, _, text = source.partition("\n")
        if not head.startswith(_HEAD):
            raise PromptError(f"提示词 {name} 的第一行不是“{_HEAD}…”", mend=f"第一行写 {_HEAD}变量名，逗号隔开")
        declared = frozenset(part.strip() for part in head.removeprefix(_HEAD).split(",") if part.strip())
        template = Template(text.strip() + "\n")
        if not template.is_valid():
            raise PromptError(f"提示词 {name} 里有不成变量的 $", mend="$ 本身写成 $$")
        used = frozenset(template.get_identifiers())
        if used != declared:
            differing = "、".join(sorted(used ^ declared))
            raise PromptError(f"提示词 {name} 声明的变量与用到的不一致：{differing}", mend="改第一行或正文")
        return cls(name, declared, template.template)

    def render(self, **values: str) -> str:
        """The text with its variables filled in, each value as it is: a ``$`` inside one is only a dollar sign.

        Raises PromptError when a value is missing or there is no such variable.
        """
        if values.keys() != self.variables:
            differing = "、".join(sorted(values.keys() ^ self.variables))
            raise PromptError(f"提示词 {self.name} 的变量给得不对：{differing}", mend="每个声明的变量给一个值")
        return Template(self.text).substitute(values)


def load_prompt(name: str, *, folder: Path = FOLDER) -> Prompt:
    """The prompt ``NAME.md``.  Raises PromptError when it is missing or contradicts itself."""
    path = folder / f"{name}.md"
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(f"读不了提示词 {path}：{error}", mend="重装程序，或补上这个文件") from error
    return Prompt.parse(name, source)


def load_prompts(*, folder: Path = FOLDER) -> dict[str, Prompt]:
    """Every prompt of the folder, checked: what start-up calls when a language model is configured."""
    return {path.stem: load_prompt(path.stem, folder=folder) for path in sorted(folder.glob("*.md"))}
