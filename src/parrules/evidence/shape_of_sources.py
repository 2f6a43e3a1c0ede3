"""The shape of a source: which file a table stands in, and how it is read."""

from __future__ import annotations

from parrules.evidence.readers.csv_reader import SEPARATORS
from parrules.methodology.keys import Key, keyed, named, one_of, text

FILE = Key(
    "file",
    text(),
    "Tên tệp bảng (CSV, Excel, JSON, Parquet), đặt cạnh tệp này.",
    "A table file (CSV, Excel, JSON, Parquet) that lies beside this one.",
    ("tasks.csv", "bao-cao.xlsx"),
)


def source_keys() -> tuple[Key, ...]:
    """The keys that may stand beside `file`."""
    return (*_keys_of_tables(), *_keys_of_spelling())


def _keys_of_tables() -> tuple[Key, ...]:
    """Where in the file the table stands."""
    return (
        Key(
            "sheet",
            text(),
            "Tên trang tính của tệp Excel; bỏ trống được nếu tệp chỉ có một trang.",
            "The sheet of a workbook; may be left out where there is only one.",
            ("Nhiệm vụ",),
        ),
        Key(
            "header",
            {"type": "integer", "minimum": 1},
            "Dòng ghi tên các cột, tính từ 1; bỏ trống thì tự tìm.",
            "The row that names the columns, from 1; found by itself unless said.",
            (4,),
        ),
        Key(
            "columns",
            named(text()),
            "Tên cột ở đây, và tiêu đề của cột đó trong tệp.",
            "Our name of a column, and its heading in the file.",
            ({"due_on": "Hạn xử lý"},),
        ),
    )


def _keys_of_spelling() -> tuple[Key, ...]:
    """How its cells are written."""
    return (
        Key(
            "encoding",
            one_of("utf-8", "utf-16", "cp1258", "tcvn3"),
            "Bảng mã của tệp văn bản; bỏ trống là utf-8.",
            "The encoding of a text file; `utf-8` unless said.",
            ("tcvn3",),
        ),
        Key(
            "separator",
            one_of(*SEPARATORS),
            "Dấu ngăn cột của tệp văn bản; bỏ trống thì tự tìm.",
            "What separates the columns of a text file; found by itself unless said.",
            (";", "tab"),
        ),
        Key(
            "ratios",
            one_of("percent", "part"),
            "Tỷ lệ không ghi % là phần trăm (82,5 là 82,5%) hay phần của 1 (0,825 là 82,5%).",
            "Whether a ratio without `%` is a percentage (82.5 is 82.5%) or a part of 1 (0.825 is 82.5%).",
            ("percent", "part"),
        ),
        Key(
            "records",
            text(),
            "Đường dẫn đến danh sách bản ghi trong tệp JSON, các mục nối bằng dấu chấm.",
            "Where the records stand in a JSON file: the keys that lead to them, joined by points.",
            ("result.tasks",),
        ),
    )


def database_keys() -> tuple[Key, ...]:
    """The keys that stand instead of `file`, where a table of records is one of a database."""
    variable = Key(
        "env",
        text(),
        "Tên biến môi trường giữ địa chỉ.",
        "The environment variable that holds the address.",
        ("PAR_DB",),
        required=True,
    )
    return (
        Key(
            "database",
            {**keyed(variable), "type": ["string", "object"]},
            "Cơ sở dữ liệu thay cho tệp: địa chỉ PostgreSQL không có mật khẩu, tệp SQLite hoặc DuckDB cạnh tệp này, "
            "hoặc biến môi trường giữ địa chỉ.",
            "A database instead of a file: the address of PostgreSQL without a password, a file of SQLite or DuckDB "
            "beside this one, or the environment variable that holds the address.",
            ("postgresql://db.example/par", "dossiers.sqlite", {"env": "PAR_DB"}),
        ),
        Key(
            "relation",
            text(),
            "Bảng trong cơ sở dữ liệu.",
            "The table in the database.",
            ("public.dossiers",),
        ),
        Key(
            "query",
            text(),
            "Câu truy vấn thay cho `relation`.",
            "A query instead of `relation`.",
            ("select * from dossiers where year = 2025",),
        ),
    )
