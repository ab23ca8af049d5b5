#!/usr/bin/env bash
# Proves that set-up and tests fetch nothing: a second clone is installed from npm's cache and tested in a network of
# its own that has loopback and nothing else. SQLite's binding is built against the headers of the Node in use.
# Arguments go to the tests: `npm run test:closed -- tests/domain`. Run `npm ci` once before, so that the cache is full.
set -euo pipefail
cd "$(dirname "$0")/.."

cut_off=(unshare --map-root-user --net)
if ! "${cut_off[@]}" ip link set lo up 2>/dev/null; then
	echo "This needs network namespaces and the command ip (iproute2), which are not to be had here." >&2
	exit 2
fi

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
git clone --quiet . "$folder/yiqian"
npm_config_nodedir="$(dirname "$(dirname "$(command -v node)")")"
export npm_config_nodedir

"${cut_off[@]}" bash -euo pipefail -c '
	ip link set lo up
	cd "$1"
	shift
	npm ci --offline --no-audit --no-fund
	npm test -- "$@"
' closed "$folder/yiqian" "$@"
