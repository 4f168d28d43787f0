"""The page in the browser.  Importing this package costs gradio's 3.4 s, so only what serves the page does."""

from assistant.web.serving import build_app, in_background, serve

__all__ = ["build_app", "in_background", "serve"]
