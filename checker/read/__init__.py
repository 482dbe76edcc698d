"""Readers: one module for each format, from a file to a `checker.document.Document`."""
