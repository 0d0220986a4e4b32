"""What does not fit between two reports: a module a rule, and what the rules share; `between` joins them."""
