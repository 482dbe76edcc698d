"""What a paper prints more than once: figures and passages."""
