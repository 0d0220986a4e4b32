"""The stage `link`: what joins reports, and what does not fit between them.

The only stage that looks at several reports. It keeps what it finds in the ledger, and can make all of it again.
Nothing is imported here: what compares reports takes a second to load, and most commands compare none.
"""
