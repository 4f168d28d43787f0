"""Gradio's own parts in the page's colours.  Fonts are those of the system: nothing is fetched."""

from __future__ import annotations

import gradio as gr

__all__ = ["page_theme"]

_SANS = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "system-ui", "sans-serif"]
_MONO = ["ui-monospace", "Consolas", "Menlo", "monospace"]


def page_theme() -> gr.themes.Base:
    """Every colour is one of page.css's variables, which switch with light and dark there, in one place."""
    theme = gr.themes.Base(font=_SANS, font_mono=_MONO, radius_size=gr.themes.sizes.radius_md)
    colours = {
        "body_background_fill": "--zq-paper", "body_text_color": "--zq-ink", "body_text_color_subdued": "--zq-soft",
        "background_fill_primary": "--zq-surface", "background_fill_secondary": "--zq-paper",
        "border_color_primary": "--zq-line", "border_color_accent": "--zq-accent", "color_accent": "--zq-accent",
        "color_accent_soft": "--zq-tint",
        "block_background_fill": "--zq-surface", "block_border_color": "--zq-line",
        "block_label_background_fill": "--zq-surface", "block_label_text_color": "--zq-soft",
        "block_title_text_color": "--zq-soft", "block_info_text_color": "--zq-soft",
        "input_background_fill": "--zq-surface", "input_border_color": "--zq-edge",
        "input_border_color_focus": "--zq-accent", "input_placeholder_color": "--zq-soft",
        "button_primary_background_fill": "--zq-accent", "button_primary_background_fill_hover": "--zq-accent-deep",
        "button_primary_text_color": "--zq-on-accent", "button_primary_border_color": "--zq-accent",
        "button_secondary_background_fill": "--zq-surface", "button_secondary_background_fill_hover": "--zq-tint",
        "button_secondary_text_color": "--zq-ink", "button_secondary_border_color": "--zq-edge",
        "link_text_color": "--zq-accent", "loader_color": "--zq-accent", "panel_background_fill": "--zq-paper",
    }
    known = vars(theme)
    values = {name: f"var({variable})" for name, variable in colours.items()}
    values |= {f"{name}_dark": value for name, value in values.items() if f"{name}_dark" in known}
    values |= {"block_shadow": "none", "block_border_width": "0px", "input_shadow": "none", "button_transition": "none"}
    return theme.set(**values)
