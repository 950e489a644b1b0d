#!/bin/sh
# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# keyring.sh STATE PROGRAM... : runs the program in a session of its own whose password store is in that state:
#   unlocked  gnome-keyring with an open login keyring
#   locked    gnome-keyring with a login keyring that nobody unlocked
#   nostore   a session bus without a password store
#   nobus     no session bus
# Ends with 77 ("skipped") where the tools are missing.

state=$1
shift
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
export TA_KEYRING="$state"
unset DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL SSH_AUTH_SOCK

if [ "$state" = nobus ]; then
    export DBUS_SESSION_BUS_ADDRESS="unix:path=$home/no-bus"
    "$@"
    exit $?
fi
unset DBUS_SESSION_BUS_ADDRESS
command -v dbus-run-session >/dev/null || { echo "skipped: dbus-run-session is not installed"; exit 77; }
if [ "$state" = nostore ]; then
    # A bus that starts nothing: no service files.
    cat >"$home/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=$home/run</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
CONF
    dbus-run-session --config-file="$home/bus.conf" -- "$@"
    exit $?
fi
command -v gnome-keyring-daemon >/dev/null || { echo "skipped: gnome-keyring is not installed"; exit 77; }
# The login keyring must exist before anything touches the Secret Service: a daemon that D-Bus started makes none.
dbus-run-session -- sh -c '
    state=$1
    shift
    printf %s secret | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1 || exit 77
    if [ "$state" = locked ]; then
        dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
            org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login \
            >/dev/null || exit 77
    fi
    exec "$@"
' sh "$state" "$@"
