#!/bin/sh
# Checks every report in a folder: one line a file, exit status 1 if a report has errors or is
# incomplete, 2 if a file cannot be read.
#
#   sh examples/check.sh reports

set -u
folder=${1:-reports}
command=${OGI_REPORT:-npx ogi-report}

$command check --audience summary "$folder"
status=$?

case $status in
  0) echo "All reports pass." ;;
  1) echo "Reports have errors or are incomplete." ;;
  *) echo "A file could not be read." ;;
esac
exit $status
