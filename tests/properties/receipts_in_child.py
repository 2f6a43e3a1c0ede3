"""Prints the plans and receipts of generated methodologies, complete and open: a program by itself for a test."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from oracles.generate_trees import marks_for, tree_of_criteria
from oracles.generate_world import complete, with_something_missing, world
from parrules.plan.text import plan_text
from parrules.report.receipt import receipt_text

TREES = 12


def main() -> None:
    written = []
    for number in range(TREES):
        random = Random(f"bytes {number}")
        tree = tree_of_criteria(world(number % 4), random)
        said = complete(tree.world, random)
        marks = marks_for(tree, random, {})
        sheets = [tree.sheet(said, marks), tree.sheet(with_something_missing(said, random), {})]
        written += [plan_text(tree.prepared.plan), "\n", receipt_text(sheets)]
    sys.stdout.buffer.write("".join(written).encode("utf-8"))


main()
