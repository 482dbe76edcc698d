"""The data that printed figures allow: counts, tables, samples and risks, for the checks that recompute from them."""
