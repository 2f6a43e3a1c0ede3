from __future__ import annotations

from parrules.text.spool import Spool


def test_texts_come_back_in_their_order_and_whole() -> None:
    texts = ["một\n", "", "Xã Ba Bể" * 10_000, "\r\n"]
    spool = Spool()
    for text in texts:
        spool.put(text)
    assert texts == list(spool.taken())
