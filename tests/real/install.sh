#!/usr/bin/env bash
# System packages of the tests marked `real`.
set -euo pipefail
packages=(faketime libreoffice-calc fonts-noto-core wordpress wordpress-l10n wordpress-theme-twentytwentyone wordpress-theme-twentytwentytwo
  wordpress-theme-twentytwentythree php-cli php-mysql php-xml php-mbstring mariadb-server)
missing=()
for package in "${packages[@]}"; do
  dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
