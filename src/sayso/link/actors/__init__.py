"""Whether two reports mean one actor: names and their spellings, roles, bodies and persons."""
