#!/bin/sh
# Checks every report in a folder: one line a report, and exit status 1 if one has errors or is incomplete.
#
#   sh examples/check.sh reports

set -u
folder=${1:-reports}
command=${OGI_REPORT:-npx ogi-report}

set --
for file in "$folder"/*.json "$folder"/*.html "$folder"/*.docx "$folder"/*.xlsx "$folder"/*.pdf "$folder"/*.txt; do
  [ -e "$file" ] && set -- "$@" "$file"
done

$command check --audience summary "$@"
status=$?

case $status in
  0) echo "All reports pass." ;;
  1) echo "Reports have errors or are incomplete." ;;
  *) echo "A file could not be read." ;;
esac
exit $status
