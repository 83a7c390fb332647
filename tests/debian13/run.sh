#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds and tests this tree on Debian 13, whose Qt is 6.8, inside a folder that is kept for the next run.
set -euo pipefail

readonly suite=trixie
tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly tree

usage() {
    cat <<'TEXT'
usage: tests/debian13/run.sh [--worktree] DIR [COMMAND...]

Makes a Debian 13 root in DIR (once), copies the committed tree into it and runs
COMMAND there, ./dev test when none is given. --worktree copies the files as they
lie in the working tree instead. Needs root.
TEXT
}

say() { printf 'debian13: %s\n' "$*" >&2; }

# The Debian mirror this machine already uses.
mirror() {
    local found
    # The words in single quotes are apt's, not the shell's.
    # shellcheck disable=SC2016
    found=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' 'Created-By: Packages' |
        awk '$2 == "Debian" && $3 == "Debian" { print $1; exit }')
    printf '%s' "${NEXUS_DEBIAN_MIRROR:-${found:-http://deb.debian.org/debian}}"
}

make_root() {
    [[ -e $root/.nexus-root ]] && return
    if ! command -v debootstrap >/dev/null; then
        say "installing debootstrap"
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends debootstrap >&2
    fi
    say "making a $suite root in $root"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$(mirror)" >&2
    touch "$root/.nexus-root"
}

# What makes the network of this machine work: resolver, proxies, own certificates.
copy_network() {
    cp --dereference /etc/resolv.conf /etc/hosts "$root/etc/"
    apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-(Date|Valid-Until))' \
        >"$root/etc/apt/apt.conf.d/50host" || true
    if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
        cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/"
        inside update-ca-certificates >/dev/null 2>&1
    fi
}

# Replaces the sources and keeps build/, so that a second run compiles only what changed.
copy_tree() {
    mkdir -p "$root/srv/nexus"
    find "$root/srv/nexus" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    if [[ $from == worktree ]]; then
        git -C "$tree" ls-files -z --cached --others --exclude-standard |
            (cd "$tree" && while IFS= read -r -d '' file; do [[ ! -e $file ]] || printf '%s\0' "$file"; done) |
            tar -C "$tree" --null --files-from=- -c | tar -C "$root/srv/nexus" -xm
    else
        git -C "$tree" archive HEAD | tar -C "$root/srv/nexus" -xm
    fi
}

mount_all() {
    mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
    mountpoint -q "$root/dev/shm" || { mkdir -p "$root/dev/shm" && mount -t tmpfs tmpfs "$root/dev/shm"; }
}

unmount_all() {
    local point
    for point in dev/shm proc; do
        if mountpoint -q "$root/$point"; then umount -l "$root/$point"; fi
    done
}

inside() {
    env -i HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" DEBIAN_FRONTEND=noninteractive \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        REQUESTS_CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
        chroot "$root" "$@"
}

from=commit
if [[ ${1:-} == --worktree ]]; then
    from=worktree
    shift
fi
if [[ $# -lt 1 || $1 == -* ]]; then
    usage >&2
    exit 2
fi
if [[ $EUID -ne 0 ]]; then
    say "needs root for chroot and mount"
    exit 1
fi
mkdir -p "$1"
root=$(cd "$1" && pwd)
readonly root
shift

make_root
trap unmount_all EXIT
mount_all
copy_network
copy_tree
[[ $# -gt 0 ]] || set -- ./dev test
say "running $* on Debian $(cat "$root/etc/debian_version")"
# The words after sh are COMMAND; they stay separate.
# shellcheck disable=SC2016
inside sh -c 'cd /srv/nexus && exec "$@"' sh "$@"
