"""What calculators are made with: what they are given, how they answer, the command, the guide."""
