"""The icons that code may ask for; a type, so that a misspelt name fails the type check.

A test holds that each of them is a file in the bundled set.
"""

from __future__ import annotations

from typing import Literal, get_args

IconName = Literal[
    "activity", "anchor", "arrow-down", "arrow-left", "arrow-right", "arrow-up", "atom",
    "banknote", "bell", "book-open", "bookmark", "bot", "calendar", "chart-line", "check",
    "chevron-down", "chevron-left", "chevron-right", "chevron-up", "chevrons-up-down", "circle",
    "circle-alert", "circle-check", "circle-dashed", "circle-help", "circle-pause", "circle-x",
    "clock", "copy", "corner-down-right", "crosshair", "diamond", "dices", "download", "ellipsis",
    "external-link", "eye", "eye-closed", "eye-off", "file-plus", "file-text", "flag",
    "folder-open", "funnel", "gavel", "git-branch", "globe", "hand", "handshake", "hard-drive",
    "heart-pulse", "history", "hourglass", "info", "key-round", "keyboard", "landmark",
    "languages", "link", "list-ordered", "lock", "lock-open", "mail", "map", "megaphone", "menu",
    "message-square", "minus", "monitor", "moon", "move-right", "network", "newspaper",
    "octagon-alert", "pause", "pen-line", "pencil", "play", "plus", "presentation", "projector",
    "radio", "radio-tower", "refresh-cw", "rocket", "rotate-ccw", "satellite-dish", "save",
    "scale", "search", "send", "settings", "share-2", "shield", "ship", "skip-back",
    "skip-forward", "sliders-horizontal", "square", "square-check", "step-back", "step-forward",
    "sun", "swords", "table", "target", "timer", "trash-2", "trending-down", "trending-up",
    "triangle-alert", "undo-2", "user", "user-cog", "user-plus", "users", "venetian-mask", "x",
    "zoom-in", "zoom-out",
]  # fmt: skip

ICON_NAMES: tuple[IconName, ...] = get_args(IconName)
