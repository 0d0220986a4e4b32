"""What does not fit between two reports: a module a rule, and what the rules share; `sayso.link.between` joins them."""
