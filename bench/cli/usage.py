"""What a command takes: usage.py COMMAND ARGUMENT…

Runs it, counts the findings in the reports that it writes, and prints one JSON object: seconds on the
clock and on processors, the most memory in bytes, and the findings.
"""

import json
import os
import subprocess
import sys
import time

# Every finding names its rule once, and no text can: a quotation mark inside a JSON string is escaped.
FINDING = b'"rule":'
CHUNK = 1 << 20


def main(command: list[str]) -> int:
    """Measures one run; its exit code is the command's."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    count = 0
    rest = b""
    while chunk := process.stdout.read(CHUNK):
        chunk = rest + chunk
        count += chunk.count(FINDING)
        # What a name that is cut in two leaves at the end, too short to be counted twice.
        rest = chunk[-(len(FINDING) - 1) :]
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    print(
        json.dumps(
            {
                "seconds": seconds,
                "processor": usage.ru_utime + usage.ru_stime,
                # Kilobytes, but for macOS.
                "memory": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
                "count": count,
            }
        )
    )
    return os.waitstatus_to_exitcode(status)


sys.exit(main(sys.argv[1:]))
