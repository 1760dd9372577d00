# Brings what a folder's package-lock.json names, where it is not there yet. Without a registry the tests that need it are
# skipped and say so. Everything it says goes to standard error.
install_npm() {
  local folder=$1 stamp="$1/node_modules/.lock"
  if cmp -s "$folder/package-lock.json" "$stamp"; then
    return 0
  fi
  if ! command -v npm >/dev/null; then
    install_packages build/.packages-npm tools/packages-npm.txt
  fi
  if npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error >&2; then
    cp "$folder/package-lock.json" "$stamp"
  else
    echo "npm could not bring $folder/package-lock.json; the tests that need it are skipped." >&2
  fi
}
