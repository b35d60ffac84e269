"""The assessment of a dialogue: drafted from the record, written in Markdown, checked, printed.

draft(basis, written_on=...)     the first text, with open places for the author
renew(text, ...)                 its figures as they are now, the author's words untouched
check(manuscript, basis, known)  what is wrong with it, line by line
enter(manuscript, basis, ...)    the values it becomes in the record
pages, documents                 the text as HTML, PDF and DOCX
"""
