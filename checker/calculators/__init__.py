"""The calculators, one module each, found by discovery: what is recomputed from a summary, without a paper.

A calculator is a function named as its module. What it takes by position are the arguments of its command, what it
takes by keyword only are the options; the lines under *Args* are their help. ``ALIASES`` are further names of the
command. The arithmetic is that of `checker.statistics`; a calculator reads what is given and lays out the answer.
What calculators are made with is in the folder ``frame``.
"""
