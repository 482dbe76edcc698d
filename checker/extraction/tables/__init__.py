"""Tables with cells: roles of rows and columns, the figures of cells, and the claims of each kind."""
