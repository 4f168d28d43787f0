"""The sample and the fixture reports, varied → a folder of as many reports as wanted.

A zone of the corpus takes over one of the four zones there are, under a name of its own, for four years running; each
report is about ``chars`` long: its beginning, where the main figures stand, then paragraphs from all over it.  Years
move together, every other number gets new digits, and so no two passages are alike.  One seed, one corpus.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.zones import core_of
from index.reading import find_reports, read_report
from index.settings import IndexSettings

__all__ = ["ROOT", "SOURCES", "Made", "change", "make_corpus"]

ROOT = Path(__file__).parent.parent
SOURCES = (ROOT / "reports", ROOT / "tests" / "fixtures" / "reports")
YEARS = (2016, 2017, 2018, 2019)
_FIRST = "岚沅淳榆枫檀栖砚琅翎苇汀鹭芷荻泠澄溪棠桐"
_SECOND = "川陵泽阳浦岭桥安城原湾港源津坪洲台岗州塘"
_YEAR = re.compile(r"(?<!\d)20[0-3]\d(?!\d)")
_NUMBER = re.compile(r"(?<![\d.(（])\d+(?:,\d{3})*(?:\.\d+)?(?![\d.]*\s*(?:[月日.、)）]|[-—–~至]\d+月))")
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")


@dataclass(frozen=True, slots=True)
class Made:
    """One report of a corpus."""

    name: str
    zone: str
    year: int


@dataclass(frozen=True, slots=True)
class _Source:
    place: str  # what a zone of the corpus replaces
    zone: str
    year: int
    text: str


def make_corpus(folder: Path, count: int, *, chars: int, seed: int = 1) -> list[Made]:
    """Write ``count`` reports of about ``chars`` characters into ``folder``, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = list(_sources())
    made = []
    for number in range(count):
        made.append(_write(folder, number, sources, chars, seed))
    return made


def change(folder: Path, report: Made) -> None:
    """Change one figure's worth of a report, as an editor would: a sentence more at its end."""
    with (folder / report.name).open("a", encoding="utf-8") as file:
        file.write(f"{report.year}年新增就业{random.Random(report.name).randint(100, 999)}人。\n")


def _write(folder: Path, number: int, sources: list[_Source], chars: int, seed: int) -> Made:
    chance = random.Random(f"{seed} {number}")
    zone_number, which = divmod(number, len(YEARS))
    places = list(dict.fromkeys(source.place for source in sources))
    place = places[zone_number % len(places)]
    source = chance.choice([one for one in sources if one.place == place])
    second, first = divmod(zone_number, len(_FIRST))
    third, second = divmod(second, len(_SECOND))
    name = _FIRST[first] + (_FIRST[third - 1] if third else "") + _SECOND[second]
    year = YEARS[which]
    text = _varied(_excerpt(source.text, chars, chance), source, name, year, chance)
    zone = name + core_of(source.zone)[1]
    made = Made(f"{zone}{year}.txt", zone, year)
    (folder / made.name).write_text(f"{zone}{year}年工作总结\n{text}\n", encoding="utf-8")
    return made


def _sources() -> Iterator[_Source]:
    settings = IndexSettings()
    for root in SOURCES:
        for path in find_reports(root):
            report = read_report(path, root=root, settings=settings)
            if report.period and report.period.is_year:
                yield _Source(core_of(report.zone)[0], report.zone, report.period.first_year, report.text)


def _excerpt(text: str, chars: int, chance: random.Random) -> str:
    """Whole sentences: the first half of ``chars`` from the beginning, the rest from paragraphs anywhere, in order."""
    paragraphs = [line for line in text.splitlines() if line.strip() and "|" not in line]
    sentences = [(at, one) for at, line in enumerate(paragraphs) for one in _SENTENCE.findall(line)]
    kept: dict[int, int] = {}
    length = 0
    for number, (_, sentence) in enumerate(sentences):
        if length >= chars // 2:
            break
        kept[number] = len(sentence)
        length += len(sentence)
    starts = list(range(len(kept), len(sentences)))
    chance.shuffle(starts)
    for start in starts:  # runs of three sentences, so that an excerpt still reads as a report
        for number in range(start, min(start + 3, len(sentences))):
            if number not in kept and length < chars:
                kept[number] = len(sentences[number][1])
                length += len(sentences[number][1])
    lines: dict[int, str] = {}
    for number in sorted(kept):
        at, sentence = sentences[number]
        lines[at] = lines.get(at, "") + sentence
    return "\n".join(lines.values())


def _varied(text: str, source: _Source, place: str, year: int, chance: random.Random) -> str:
    text = text.replace(source.place, place)
    text = _NUMBER.sub(lambda match: match.group() if _YEAR.fullmatch(match.group()) else _digits(match, chance), text)
    return _YEAR.sub(lambda match: str(int(match.group()) + year - source.year), text)


def _digits(match: re.Match[str], chance: random.Random) -> str:
    """Other digits of the same shape; no leading zero comes or goes."""
    new = [str(chance.randint(0, 9)) if one.isdigit() else one for one in match.group()]
    if match.group()[0] == "0":
        new[0] = "0"
    elif new[0] == "0":
        new[0] = str(chance.randint(1, 9))
    return "".join(new)
