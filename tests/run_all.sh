#!/usr/bin/env bash
# Every test, part by part, with the time each part took. LONG=1 adds the slow ones.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=0
summary=""
part() {
  local name=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then outcome=ok; else outcome=FAILED; failed=1; fi
  summary+=$(printf '%-28s %5d s  %s' "$name" $((SECONDS - start)) "$outcome")$'\n'
}

install_debian() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  [ -d /usr/lib/postgresql ] && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
  fc-list 2>/dev/null | grep -q 'Noto Sans CJK' || missing+=(fonts-noto-core fonts-noto-cjk fontconfig)
  ldconfig -p | grep -q libpangoft2-1.0 || missing+=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

py=.venv/bin
tests_of() { "$py/pytest" "$@"; }

part "debian packages" install_debian
part "python packages" make --no-print-directory .venv/installed-dev
part "format" "$py/ruff" format --check headway tests benchmarks offline
part "lint" "$py/ruff" check headway tests benchmarks offline
part "types" "$py/mypy" headway
part "contracts" "$py/lint-imports"
part "tests" tests_of -n 2 --dist loadscope -m "not browser and not postgres and not long and not realdata"
part "tests on real data" tests_of -rs -m "realdata and not long and not postgres"
part "tests on PostgreSQL" sh tests/postgres.sh run "$py/pytest" -m "postgres and not long"
part "tests in the browser" tests_of -m "browser and not long"
[ -n "${LONG:-}" ] && part "long tests" tests_of -m "long and not postgres"

printf '\n%s\ntotal %d s\n' "$summary" "$SECONDS"
exit $failed
