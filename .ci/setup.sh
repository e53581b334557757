# Sourced by ./run and ./test: what both need from the machine. Installs with apt what is missing, and says so.

say() { printf '%s\n' "$*" >&2; }

stop_with() {
  say "$*"
  exit 1
}

# install <what it is for> <package>...
install() {
  local purpose=$1 as_root=()
  shift
  command -v apt-get >/dev/null || stop_with "$purpose is missing, and this is no Debian: install it yourself (on Debian: $*), then start again."
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo)
    elif command -v sudo >/dev/null && [ -t 0 ]; then
      as_root=(sudo)
    else
      stop_with "$purpose is missing, and only root may install it: run 'apt-get install $*' as root, then start again."
    fi
  fi
  say "$purpose is missing: installing $* with apt-get."
  "${as_root[@]}" apt-get update -qq >&2 || stop_with "apt-get update failed: $purpose cannot be installed."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 \
    || stop_with "apt-get could not install $*: $purpose is still missing."
}

ensure_dotnet() {
  command -v dotnet >/dev/null || stop_with "The .NET SDK is missing: install version $(sed -n 's/.*"version": "\([^"]*\)".*/\1/p' global.json) or a newer feature band, then start again."
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
  # On machines with few cores the spinning of idle pool threads takes the time that requests need.
  export DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0
}

has_postgres() {
  [ -n "${HOTLINE_PG_BIN:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null
}

ensure_machine() {
  ensure_dotnet
  [ -e /usr/share/zoneinfo/Asia/Seoul ] || install "The time zone of Seoul" tzdata
}

ensure_postgres() {
  has_postgres || install "PostgreSQL" postgresql
}
