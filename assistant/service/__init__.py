"""What stands beside the page and around it: the API, accounts, limits, and the processes that parse uploads.

    request ─ guard: size, origin, who asks, how often ─▶ login │ api │ page
    upload  ─ sandbox: parsed in a child process ─▶ library ─ rebuilding: indexed in another ─▶ index

    identity.py    who asks, and what they may do
    addresses.py   which addresses may be listened on
    accounts.py    users, tokens and sessions, in SQLite
    errors.py      what goes wrong → code, message, mend
    limits.py      how often, and how many at once
    guard.py       the ASGI wrapper around everything
    pagefiles.py   what a browser may tell Gradio of files
    login.py       the page that asks for name and password
    logs.py        requests, and questions only when asked for
    sandbox.py     a file → whether it can be read within time and memory (the child is examining.py)
    rebuilding.py  a build in a process of its own
    uploads.py     files sent through the API, followed until their fate is known
    api.py         /api/v1: api_ask.py, api_talks.py, api_reports.py over backend.py; forms in schema.py
    mounting.py    all of it put into an application
"""
