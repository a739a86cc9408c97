#!/bin/sh
# Looks for the few system libraries that Qt needs on Linux, and has the missing ones installed.
# Quick enough to run before every start, so a new display is noticed.
set -eu
[ "$(uname -s)" = Linux ] || exit 0

wanted="libGL.so.1=libgl1 libEGL.so.1=libegl1 libglib-2.0.so.0=libglib2.0-0
    libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0 libdbus-1.so.3=libdbus-1-3"
if [ -n "${DISPLAY:-}" ]; then
    wanted="$wanted libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4
        libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-shape.so.0=libxcb-shape0
        libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0"
fi
if [ -n "${WAYLAND_DISPLAY:-}" ]; then
    wanted="$wanted libwayland-client.so.0=libwayland-client0 libwayland-cursor.so.0=libwayland-cursor0
        libwayland-egl.so.1=libwayland-egl1"
fi

PATH=$PATH:/sbin:/usr/sbin
command -v ldconfig >/dev/null 2>&1 || exit 0 # no list of libraries here: let Qt say what it lacks
present=$(ldconfig -p 2>/dev/null) || exit 0

missing=
for pair in $wanted; do
    case $present in
        *"${pair%%=*} "*) ;;
        *) missing="$missing ${pair##*=}" ;;
    esac
done

# Posts are full of emoji. A font for them is no must, so it never stops a start.
emoji=$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" "${HOME:-/}/.local/share/fonts" \
    -iname '*emoji*.tt*' -print -quit 2>/dev/null || true)
if [ -z "$emoji" ] && command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        "$(dirname "$0")/system_packages.sh" "emoji" fonts-noto-color-emoji || true
    else
        echo "Note: no emoji font here; for emoji in posts: sudo apt-get install fonts-noto-color-emoji" >&2
    fi
fi
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    # Libraries may stand where ldconfig does not look; Qt finds out for itself.
    echo "Note: not found among the system's libraries (Debian's names):$missing" >&2
    exit 0
fi
# shellcheck disable=SC2086 # one word a package
exec "$(dirname "$0")/system_packages.sh" "showing a window" $missing
