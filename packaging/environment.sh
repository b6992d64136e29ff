# The environment of a checkout: system packages, .venv, wheels. Sourced by ./run and ./test; needs $root.

venv=$root/.venv

say() { printf '%s\n' "$*" >&2; }

# What Qt's window needs on X11: a library, and the Debian package that has it.
window_libraries="
libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11.so.6 libx11-6
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxkbcommon.so.0 libxkbcommon0
"

# What the stories with a real window and without a network need: a command, and its Debian package.
test_commands="
Xvfb xvfb
xauth xauth
openbox openbox
xdotool xdotool
dbus-run-session dbus-daemon
strace strace
unshare util-linux
ip iproute2
"

# Print the packages of the libraries that the system's loader doesn't know.
missing_libraries() {
    local known library package
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
    while read -r library package; do
        [[ -z $library || $known == *"$library "* ]] || printf '%s ' "$package"
    done <<<"$1"
}

# Print the packages of the commands that aren't there.
missing_commands() {
    local name package
    while read -r name package; do
        [[ -z $name ]] || PATH=$PATH:/sbin:/usr/sbin type -P "$name" >/dev/null || printf '%s ' "$package"
    done <<<"$1"
}

# Write into the record of connections (models/connecting.py) what apt-get does, "$1": Python may not be there yet.
record_system() {
    local folder=${XDG_STATE_HOME:-${HOME:-}/.local/state}/mnemoteca hosts=
    [[ ${OSTYPE:-} != darwin* ]] || folder=$HOME/Library/Logs/mnemoteca
    folder=${MNEMOTECA_MODELS:-$folder}
    if [[ $1 == begun ]]; then
        hosts=$(apt-get indextargets --format '$(SITE)' 2>/dev/null | sed 's|.*://||; s|/.*||' | sort -u | sed 's/.*/"&"/' | paste -sd,)
        hosts=${hosts:-\"apt\"}
    fi
    mkdir -p "$folder" && printf '{"id":"apt-get %s","at":"%s","what":"system","tool":"apt-get","hosts":[%s],"outcome":"%s"}\n' \
        "$$" "$(date -u +%FT%T+00:00)" "$hosts" "$1" >>"$folder/connections.jsonl"
}

# Install packages where this may be done (root, or sudo without a password, on Debian and its kin); else say which.
install_packages() {
    local as_root=()
    [[ $# -gt 0 ]] || return 0
    [[ $EUID -eq 0 ]] || as_root=(sudo -n)
    if type -P apt-get >/dev/null && { [[ $EUID -eq 0 ]] || sudo -n true 2>/dev/null; }; then
        say "Installing system packages: $*"
        record_system begun
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 update >/dev/null 2>&1 || true
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@" >/dev/null &&
            record_system done && return 0
        record_system failed
    fi
    say "These system packages are missing (named as on Debian): $*"
    say "Install them with: sudo apt-get install $*"
    return 1
}

# Where the embedder is prepared (as models/places.py says): its state file.
case ${OSTYPE:-} in
    darwin*) embedder=$HOME/Library/Caches/mnemoteca/models ;;
    *) embedder=${XDG_CACHE_HOME:-${HOME:-}/.cache}/mnemoteca/models ;;
esac
embedder=${MNEMOTECA_MODELS:-$embedder}/all-minilm-l6-v2/prepared.json

# Whether a state file says that what it speaks of is ready.
is_ready() { [[ -r $1 && $(<"$1") == *'"ready"'* ]]; }

# Print a Python that is new enough and can make environments.
find_python() {
    local name
    for name in python3 python3.13 python3.12 python3.11; do
        "$name" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { type -P "$name"; return 0; }
    done
    return 1
}

# The stamp of what is installed: the declaration of the packages, and where the checkout lies.
wanted_stamp() { printf '%s %s' "$(sha256sum <"$root/pyproject.toml")" "$root"; }

# Make .venv and put the wheels into it, for "$1" (the name of the stamp) with the extras "$2". Never compiles.
install_wheels() {
    local python wanted log=$venv/setup.log
    mkdir -p "$venv"
    exec 9>"$root/.venv.lock"
    flock 9
    wanted=$(wanted_stamp)
    if [[ ! -r $venv/$1 || $(<"$venv/$1") != "$wanted" ]]; then
        python=$(find_python) || { install_packages python3 python3-venv && python=$(find_python); } ||
            { say "Python 3.11 or newer with its venv module is missing."; exit 1; }
        say "Setting up Mnemoteca in $venv (once; about a minute)…"
        "$venv/bin/python" -c 'import pip' 2>/dev/null || "$python" -m venv --clear "$venv" || exit 1
        # Written into the record of connections before pip goes to the network.
        if ! PYTHONPATH=$root/app "$venv/bin/python" -m mnemoteca.models.connecting packages -- \
            "$venv/bin/python" -m pip install --disable-pip-version-check --only-binary :all: -e "$root$2" >"$log" 2>&1; then
            tail -n 15 "$log" >&2
            say "The packages could not be installed; the whole story is in $log."
            exit 1
        fi
        [[ $1 != wheels ]] || rm -f "$venv/prepared.json" # the engine is looked at anew
        printf '%s' "$wanted" >"$venv/$1"
    fi
    exec 9>&-
}
