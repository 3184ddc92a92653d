# shellcheck shell=bash
# Shared by the scripts beside it: installing what is missing, and working as an ordinary person.
# Sourced, not started. Needs bash and Debian; as root or as somebody who may sudo.
set -euo pipefail
export LC_ALL=C.UTF-8
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# packages LIST...: the names in packaging/debian-packages/LIST
packages() {
    local list
    for list in "$@"; do cat "$project/packaging/debian-packages/$list"; done
}

# install_missing NAME...: asks Debian only for what is not there yet
install_missing() {
    local installed missing=() name sudo=()
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
    for name in "$@"; do
        grep -qxF "$name" <<<"$installed" || missing+=("$name")
    done
    ((${#missing[@]})) || return 0
    echo "Installing from Debian: ${missing[*]}"
    [[ $EUID -eq 0 ]] || sudo=(sudo)
    "${sudo[@]}" apt-get update -q >/dev/null
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >/dev/null
}

# as_person SCRIPT ARGUMENT...: runs packaging/SCRIPT as somebody who is not root, since Chromium refuses root.
# That is whoever calls; for root the owner of the checkout, else a system user on a copy that it may read. What
# the script makes, named in `results`, is brought back from the copy.
results=()
as_person() {
    local script=$1 person group home runtime workplace=$project code=0 result
    shift
    if [[ $EUID -ne 0 ]]; then
        bash "$project/packaging/$script" "$@"
        return
    fi
    person=$(stat -c %u "$project")
    if [[ $person -eq 0 ]]; then
        getent passwd stillpoint-build >/dev/null \
            || useradd --system --user-group --create-home --home-dir /var/lib/stillpoint-build stillpoint-build
        person=$(id -u stillpoint-build)
        workplace=/var/lib/stillpoint-build/$(sha256sum <<<"$project" | cut -c1-16)
        mkdir -p "$workplace"
        # Times are kept, so that an unchanged file is not built again.
        tar -C "$project" --exclude=./build --exclude=./dist --exclude=./.git -cf - . | tar -C "$workplace" -xf -
        chown -R stillpoint-build: "$workplace"
    fi
    group=$(getent passwd "$person" | cut -d: -f4)
    home=$(getent passwd "$person" | cut -d: -f6)
    runtime=$(mktemp -d)
    chown "$person:$group" "$runtime"
    (cd "$workplace" && setpriv --reuid="$person" --regid="$group" --clear-groups \
        env HOME="$home" XDG_RUNTIME_DIR="$runtime" bash "packaging/$script" "$@") || code=$?
    for result in "${results[@]}"; do
        [[ $workplace != "$project" && -e $workplace/$result ]] || continue
        rm -rf "${project:?}/$result"
        cp -R "$workplace/$result" "$project/$result"
    done
    rm -rf "$runtime"
    return $code
}

# build PRESET [TARGET...]: configures once, then builds what changed
build() {
    local preset=$1 start=$SECONDS
    shift
    cd "$project"
    [[ -f build/$preset/build.ninja ]] || cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset" -- --quiet "$@"
    echo "Built $preset in $((SECONDS - start)) s, $(du -sm "build/$preset" | cut -f1) MB."
}
