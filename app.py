"""The page: ``python app.py`` indexes what is new in the reports folder and serves it on http://127.0.0.1:7860."""

from __future__ import annotations

import sys

from assistant.settings import Settings
from index.errors import ZoneQAError


def main() -> None:
    from assistant.pipeline import Assistant
    from assistant.web import serve

    try:
        settings = Settings.load()
        with Assistant.open(settings=settings) as assistant:
            serve(assistant, settings, announce=print)
    except ZoneQAError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
