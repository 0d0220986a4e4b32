"""The HTML half of `clean`: the article of a page and what the page says of itself, each with its bytes.

Stands alone because it runs in a process of its own where pages may be hostile, and so loads nothing else.
"""
