"""Which attributions state one claim: statements, what keeps two apart, groups of them and their roots."""
