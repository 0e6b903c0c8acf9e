"""Checks a report by the service: python3 check.py report.docx"""
import json
import os
import sys
import urllib.error
import urllib.request

service = os.environ.get("OGI_SERVICE", "http://127.0.0.1:8080")
with open(sys.argv[1], "rb") as file:
    request = urllib.request.Request(
        f"{service}/check", file.read(), {"Content-Type": "application/octet-stream"}
    )
try:
    with urllib.request.urlopen(request, timeout=30) as response:
        result = json.load(response)
except urllib.error.HTTPError as error:
    problem = json.load(error)  # title, detail and, if there are several reasons, problems
    reasons = [each["message"] for each in problem.get("problems", [])]
    sys.exit("\n".join([f"{problem['title']}：{problem['detail']}", *reasons]))
print(result["verdict"])
for cause in result["diagnoses"]:
    print(cause["message"])
