"""The checks behind `headway.record.verification`, by what they look at.

They read plain columns and parse nothing before they know it is whole, so that a damaged record
is described and not stumbled over.
"""
