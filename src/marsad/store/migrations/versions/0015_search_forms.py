"""The words that stand in any report, each once: a search asks for the written forms that there are, and no others."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the words, and take them from what is indexed already."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE TABLE search_forms (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID")
        for index in ("search_words", "public_words"):
            op.execute(f"CREATE VIRTUAL TABLE temp.words_of_index USING fts5vocab ('main', '{index}', 'row')")
            op.execute("INSERT OR IGNORE INTO search_forms SELECT term FROM temp.words_of_index")
            op.execute("DROP TABLE temp.words_of_index")
        return
    op.execute('CREATE TABLE search_forms (word text COLLATE "C" PRIMARY KEY)')
    op.execute(
        "INSERT INTO search_forms SELECT unnest(tsvector_to_array(words)) FROM search_words "
        "UNION SELECT unnest(tsvector_to_array(words)) FROM public_words"
    )
