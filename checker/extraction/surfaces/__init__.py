"""How figures are printed: shares, limits, spreads, p-values; for sentences and cells of tables alike."""
