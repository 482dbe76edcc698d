"""From the glyphs of a page to the text a reader sees: segments, columns, tables, paragraphs.

A PDF says where each glyph stands and nothing of words, columns or tables; these stages find them by geometry.
Coordinates are points, y upwards, as in PDF.
"""
