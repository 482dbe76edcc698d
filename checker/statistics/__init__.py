"""Pure numerics on floats and integers: intervals, tests, granularity, power; no Claim and no Document."""
