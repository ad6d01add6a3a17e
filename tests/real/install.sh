#!/usr/bin/env bash
# System packages of the tests marked `real`.
set -euo pipefail
packages=(faketime libreoffice-calc libreoffice-writer libreoffice-impress tesseract-ocr tesseract-ocr-ara tesseract-ocr-fra fonts-noto-core wordpress wordpress-l10n wordpress-theme-twentytwentyone wordpress-theme-twentytwentytwo
  wordpress-theme-twentytwentythree dokuwiki minisign curl php-cli php-mysql php-xml php-mbstring mariadb-server)
missing=()
for package in "${packages[@]}"; do
  dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

# Judges live in environments of their own: some want libraries that ours forbid.
judge() {  # name, requirement files …
  local place=".judges/$1"; shift
  local stamp; stamp=$(cat "$@" | sha256sum | cut -c1-16)
  [ -f "$place/$stamp" ] && return
  rm -rf "$place"
  python3 -m venv "$place"
  for file in "$@"; do "$place/bin/pip" install -q --no-deps --require-hashes -r "$file"; done
  touch "$place/$stamp"
}
judge main requirements/judges.txt requirements/shapes.txt
judge ckan requirements/ckan.txt
judge wagtail requirements/wagtail.txt
