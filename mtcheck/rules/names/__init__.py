"""Names that are not the source's: another, altered, misspelt, translated; acronyms and addresses."""
