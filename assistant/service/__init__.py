"""What stands beside the page and around it: the API, accounts, limits, and the processes that parse uploads.

    request ─ guard: size, origin, who asks, how often ─▶ login │ api │ page
    upload  ─ sandbox: parsed in a child process ─▶ library ─ rebuilding: indexed in another ─▶ index

    identity.py    who asks, and what they may do
    accounts.py    users, tokens and sessions, in SQLite
    errors.py      what goes wrong → code, message, mend
    limits.py      how often, and how many at once
    guard.py       the ASGI wrapper around everything
    pagefiles.py   what a browser may tell Gradio of files
    login.py       the page that asks for name and password
    sandbox.py     a file → whether it can be read within time and memory
    rebuilding.py  a build in a process of its own
    api.py         /api/v1
    mounting.py    all of it put into an application
"""
