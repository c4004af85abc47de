# Runs programs one after another in one process, and prints what each of them printed. Each is announced to the host first.
import contextlib
import io
import json
import os
import runpy
import sys

import requests

job = json.loads(sys.argv[1])
outcomes = []

for index, program in enumerate(job["programs"]):
    requests.get(f"{job['origin']}/next/{index}")
    os.environ["AIMLAPI_API_KEY"] = program["key"]
    output = io.StringIO()
    failure = None
    with contextlib.redirect_stdout(output):
        try:
            runpy.run_path(program["file"], run_name="__main__")
        except (Exception, SystemExit) as error:
            failure = f"{type(error).__name__}: {error}"
    outcomes.append({"output": output.getvalue(), "failure": failure})

print(json.dumps(outcomes))
