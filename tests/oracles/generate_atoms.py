"""What generated programs are made of, by the kind of its value."""

from __future__ import annotations

from collections.abc import Mapping

ATOMS: Mapping[str, tuple[str, ...]] = {
    "ratio": ("r", "r", "80%", "50%", "90%", "100%", "0%"),
    "count": ("n", "m", "done", "assigned", "overdue", "3", "10", "0", "1"),
    "number": ("z", "z", "2", "0", "0.5", "10", "-1"),
    "money": ("spent", "planned", "100", "20"),
    "days": ("d", "5", "period_end - signed_on", "signed_on - period_start"),
    "points": ("maximum", "1", "0.5", "2", "p", "0", "0.25"),
    "date": ("signed_on", "2025-06-30", "period_end", "period_start", "signed_on + 5"),
    "yes_no": ("mountain", "border", "not mountain"),
    "grade": ("grade",),
    "text": ("place",),
}
"""What can stand for each kind of value: nothing that may be none; no count, ratio, money or points below 0."""

OF_TASKS: Mapping[str, tuple[str, ...]] = {
    "money": ("cost",),
    "count": ("weight",),
    "date": ("due_on",),
    "yes_no": ("urgent",),
    "grade": ("level",),
    "days": ("delay",),
}
OF_ITEMS: Mapping[str, tuple[str, ...]] = {"count": ("size",), "money": ("cost",)}
COLUMNS = {"tasks": OF_TASKS, "items": OF_ITEMS}

PERHAPS_NONE: Mapping[str, str] = {
    "last_year": "count",
    "closed_on": "date",
    "audited": "yes_no",
    "former": "grade",
    "rate": "money_ratio",
    "done / assigned": "ratio",
    "spent / planned": "money_ratio",
    "share(urgent of tasks)": "ratio",
    "mean(cost of tasks)": "money",
    "lowest(due_on of tasks where urgent)": "date",
    "highest(level of tasks)": "grade",
    "lowest(size of items)": "count",
    "share(cost > 20 of tasks where urgent)": "ratio",
}
RISKY: Mapping[str, tuple[str, ...]] = {
    "ratio": ("done / assigned", "growth", "spent / planned", "share(urgent of tasks)", "n / m"),
    "grade": ("highest(level of tasks)",),
    "count": ("n - m", "last_year", "count(tasks where count(items where size > weight) > 0)"),
    "points": ("z", "growth * maximum"),
    "money": ("highest(cost of tasks)", "spent - planned", "mean(cost of items where size > 0)"),
    "date": ("closed_on", "lowest(due_on of tasks)"),
}
"""What has to be asked for, or held, before it is used: sometimes it has been, mostly the checks refuse it."""
