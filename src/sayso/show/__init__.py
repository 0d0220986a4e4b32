"""Shows readings and ledgers: in a terminal, as JSON Lines, as tables, as a page, in a notebook. Views only."""
