# Runs a program that must not outlive the Sandbox, whatever ends the Sandbox: return, Ctrl-C or kill -9.
# Standard input is a pipe that only the Sandbox holds at its other end, so its end of file is the Sandbox's end.
# A line `kill` on it ends the program at once, with all that it started.
# INVARIANT: the program leads a process group of its own, so ending it ends whatever it started.
# Once the program runs, only the program's own words reach the Sandbox.
# Plain sh: setsid is on every Linux; where it is not (macOS), sh is bash and `set -m` gives background jobs their group.
trap '' INT HUP
exec 3<&0
if command -v setsid >/dev/null 2>&1; then
  setsid "$@" </dev/null 3<&- &
else
  set -m
  "$@" </dev/null 3<&- &
  set +m
fi
program=$!
exec >/dev/null 2>&1
(
  while read -r word <&3; do
    [ "$word" = kill ] && kill -KILL "-$program"
  done
  kill -TERM "-$program"
  rounds=0
  while kill -0 "-$program" && [ "$rounds" -lt 30 ]; do
    sleep 0.1
    rounds=$((rounds + 1))
  done
  kill -KILL "-$program"
) &
watcher=$!
trap 'kill -TERM "-$program"' TERM
wait "$program"
code=$?
kill -KILL "$watcher" "-$program"
exit "$code"
