"""A prompt file and the variables it declares agree, or start-up says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import PromptError
from prompts import FOLDER, Prompt, load_prompt, load_prompts


def test_every_prompt_of_the_program_agrees_with_its_declaration() -> None:
    found = load_prompts()
    assert set(found) == {path.stem for path in FOLDER.glob("*.md")}
    assert found["answer"].variables == {"question", "facts", "evidence", "mark"}


def test_a_value_is_put_in_as_it_is_even_with_a_dollar_sign() -> None:
    prompt = Prompt.parse("p", "变量：question\n\n问：$question，价 $$5\n")
    assert prompt.render(question="$evidence 是 $1 吗") == "问：$evidence 是 $1 吗，价 $5\n"


@pytest.mark.parametrize(("source", "told"), [
    ("问：$question\n", "第一行"),
    ("变量：question\n\n没有变量\n", "question"),
    ("变量：question\n\n$question $evidence\n", "evidence"),
    ("变量：\n\n价 $5\n", r"\$"),
])
def test_a_prompt_that_contradicts_its_declaration_is_refused(source: str, told: str) -> None:
    with pytest.raises(PromptError, match=told):
        Prompt.parse("p", source)


@pytest.mark.parametrize("values", [{}, {"question": "a", "other": "b"}])
def test_rendering_needs_exactly_the_declared_variables(values: dict[str, str]) -> None:
    with pytest.raises(PromptError):
        Prompt.parse("p", "变量：question\n\n$question\n").render(**values)


def test_a_missing_prompt_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match=r"nothing\.md"):
        load_prompt("nothing", folder=tmp_path)
