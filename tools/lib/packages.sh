# Installs what is missing of the packages in the given lists, asking for nothing. Where it may not install, it prints the
# one command that would and leaves with 3. Everything it says goes to standard error.
# A stamp with the lists' content spares the question when nothing has changed.
install_packages() {
  local stamp=$1
  shift
  local lists
  lists=$(cat "$@")
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$lists" ]; then
    return 0
  fi
  local wanted missing=() name
  wanted=$(printf '%s\n' "$lists" | grep -v '^#' | grep -v '^$')
  for name in $wanted; do
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" != installed ]; then
      missing+=("$name")
    fi
  done
  if [ ${#missing[@]} -gt 0 ]; then
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
      if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=(sudo -n)
      else
        {
          echo "Some packages are missing and this account may not install them. Please run:"
          echo "  sudo apt-get install --yes --no-install-recommends ${missing[*]}"
        } >&2
        exit 3
      fi
    fi
    echo "Installing ${#missing[@]} packages…" >&2
    local log
    log=$(mktemp)
    if ! {
      "${as_root[@]}" apt-get update &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}"
    } >"$log" 2>&1; then
      tail -n 20 "$log" >&2
      echo "The packages could not be installed. See the lines above, mend that, and start again." >&2
      exit 3
    fi
    rm -f "$log"
  fi
  mkdir -p "$(dirname "$stamp")"
  printf '%s' "$lists" >"$stamp"
}
