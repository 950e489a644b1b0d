# shellcheck shell=sh disable=SC2034 # used by those that source this
# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What packaging/run, packaging/test and .ci/run share: from a bare Debian 12 to a build. Sourced, never run. POSIX sh.

set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
logs="$root/build/logs"
started=$(date +%s)

# Qt wants UTF-8; a bare system has LANG=C or nothing at all.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *.UTF-8 | *.utf8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

build_packages="ca-certificates g++ cmake ninja-build qt6-base-dev qt6-charts-dev qt6-websockets-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-sqlite qtkeychain-qt6-dev zlib1g-dev libgl1-mesa-dev
    libqt6opengl6-dev"
# Loaded at run time, so no dependency of a library names them.
run_packages="libsecret-1-0 libqt6svg6 qt6-translations-l10n fonts-dejavu-core"
test_packages="xvfb xauth openbox xdotool dbus dbus-x11 gnome-keyring libsecret-tools at-spi2-core python3 python3-gi
    gir1.2-atspi-2.0 imagemagick python3-jsonschema python3-discord"

say() {
    printf '%s\n' "==> $*"
}

fail() {
    printf '%s\n' "failed: $*" >&2
    exit 1
}

# step NAME WORDS... : runs the words quietly; the log's end is shown only when they fail.
step() {
    step_name=$1
    shift
    mkdir -p "$logs"
    if ! "$@" >"$logs/$step_name.log" 2>&1; then
        tail -n 25 "$logs/$step_name.log" >&2
        fail "$step_name (whole log: $logs/$step_name.log)"
    fi
}

# Is this a system whose package names we know?
known_distribution() {
    [ -r /etc/os-release ] || return 1
    (
        . /etc/os-release
        [ "${ID:-}" = debian ] && [ "${VERSION_ID:-99}" -ge 12 ]
    ) 2>/dev/null
}

distribution_name() {
    if [ -r /etc/os-release ]; then
        (
            . /etc/os-release
            printf '%s' "${PRETTY_NAME:-${ID:-unknown}}"
        )
    else
        uname -s
    fi
}

missing_of() {
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || printf '%s ' "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

apt_install() {
    as_root apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
}

apt_lists_fresh=no
apt_update_once() {
    [ "$apt_lists_fresh" = yes ] && return 0
    step apt-update as_root apt-get -o DPkg::Lock::Timeout=300 update
    apt_lists_fresh=yes
}

# need PACKAGES... : installs what is missing, and touches nothing when nothing is.
need() {
    if ! known_distribution; then
        if command -v cmake >/dev/null && command -v ninja >/dev/null && command -v c++ >/dev/null; then
            say "$(distribution_name) is not a system whose packages are known here; going on with what is installed"
            say "Debian 12 calls what is needed:" "$@"
            return 0
        fi
        fail "$(distribution_name) is not a system whose packages are known here. Install what Debian 12 calls: $*"
    fi
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "these packages are missing; install them as root: $missing"
    fi
    say "Installing packages: $missing"
    apt_update_once
    # shellcheck disable=SC2086 # a list of names
    step apt-install apt_install $missing
}

# want PROGRAM PACKAGE REASON: as need, but the work goes on without it.
want() {
    command -v "$1" >/dev/null && return 0
    known_distribution || return 0
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || return 0
    say "Installing $2 ($3)"
    mkdir -p "$logs"
    if ! { [ "$apt_lists_fresh" = yes ] || as_root apt-get -o DPkg::Lock::Timeout=300 update; } >"$logs/apt-$2.log" 2>&1 \
        || ! apt_install "$2" >>"$logs/apt-$2.log" 2>&1; then
        say "$2 could not be installed: $3 will be skipped (log: $logs/apt-$2.log)"
    fi
}

# As many compilers as there are processors, and no more than memory allows: about 1.2 GB each.
jobs() {
    cores=$(nproc 2>/dev/null || echo 2)
    memory_kb=$(sed -n 's/^MemAvailable: *\([0-9]*\).*/\1/p' /proc/meminfo 2>/dev/null || true)
    if [ -n "$memory_kb" ]; then
        fit=$((memory_kb / 1200000))
        [ "$fit" -ge 1 ] || fit=1
        [ "$fit" -ge "$cores" ] || cores=$fit
    fi
    echo "$cores"
}

# configure PRESET CMAKE-OPTIONS... : only when it never was; ninja repeats it by itself when a list of files changes.
configure() {
    preset=$1
    shift
    [ -f "$root/build/$preset/build.ninja" ] && [ $# -eq 0 ] && return 0
    say "Configuring ($preset)"
    step "configure-$preset" sh -c 'cd "$1" && shift && exec cmake --preset "$@"' sh "$root" "$preset" "$@"
}

# compile PRESET TARGETS... : without targets, everything.
compile() {
    preset=$1
    shift
    say "Building ($preset)"
    [ $# -gt 0 ] || set -- all
    # On a terminal ninja shows one line of progress; elsewhere the log is kept and shown when it fails.
    if [ -t 1 ]; then
        cmake --build "$root/build/$preset" --parallel "$(jobs)" --target "$@" || fail "build-$preset"
        return 0
    fi
    step "build-$preset" cmake --build "$root/build/$preset" --parallel "$(jobs)" --target "$@"
}
