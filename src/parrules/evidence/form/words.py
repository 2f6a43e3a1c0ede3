"""What is chosen in a form, in either language, folded."""

COMPLETE = ("đã kê đủ", "complete")
"""Of a table: every record stands there."""

NOTHING = ("không phát sinh", "nothing to record")
"""Of a table: there is no record."""
