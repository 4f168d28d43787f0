"""What is shown, as files: rows of figures (csv, xlsx, json); documents with numbered sources (docx, md, xlsx)."""

from assistant.exporting.document import Document, Notes, Table
from assistant.exporting.figures import HEADS, figure_row, rows_as, write_rows
from assistant.exporting.writers import FORMATS, write_document

__all__ = ["FORMATS", "HEADS", "Document", "Notes", "Table", "figure_row", "rows_as", "write_document", "write_rows"]
