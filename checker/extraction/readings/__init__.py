"""Ways of printing claims, one module for each kind, found by discovery."""
