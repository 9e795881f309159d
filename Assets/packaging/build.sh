#!/bin/bash
# Builds atelier for others: a stripped binary, a tarball and a Debian package, each checked.
#
#   bash Assets/packaging/build.sh [FOLDER]        (FOLDER: where they go; dist without it)
#   bash Assets/packaging/build.sh --check FOLDER  (install the package in a bare Debian and run it there)
#
# Needs Swift, dpkg-deb and gzip; pandoc for the pages of the file formats; debootstrap and root for --check.
set -euo pipefail
cd "$(dirname "$0")/../.."

check() {
  local folder=$1 deb
  deb=$(readlink -f "$(ls "$folder"/*_"$(dpkg --print-architecture)".deb | tail -1)")
  for suite in bookworm trixie; do
    local root
    root=$(mktemp -d)
    trap 'rm -rf "$root"' RETURN
    echo "== Debian $suite"
    debootstrap --variant=minbase "$suite" "$root" > "$folder/debootstrap-$suite.log" 2>&1 || {
      echo "   no bare Debian $suite could be made: see $folder/debootstrap-$suite.log"
      continue
    }
    cp "$deb" "$root/tmp/atelier.deb"
    chroot "$root" apt-get install -y --no-install-recommends /tmp/atelier.deb > /dev/null
    chroot "$root" ldd /usr/bin/atelier
    chroot "$root" /bin/sh -ec '
      atelier --version
      atelier new /tmp/w --template express-90 --title Trial
      atelier add /tmp/w --board ideas "A bench"
      printf "%s\n" "A second idea" | atelier notes /tmp/w --plain > /dev/null
      atelier check /tmp/w > /dev/null
      atelier export /tmp/w | head -3'
    echo "   works in a bare Debian $suite"
    rm -rf "$root"
  done
}

if [ "${1:-}" = --check ]; then
  check "${2:-dist}"
  exit
fi

out=${1:-dist}
mkdir -p "$out"
out=$(readlink -f "$out")

# A binary that was built already may be named; it is built otherwise.
if [ -n "${ATELIER_BINARY:-}" ]; then
  built=$ATELIER_BINARY
else
  swift build -c release --static-swift-stdlib --product atelier
  built=.build/release/atelier
fi
version=$("$built" --version | cut -d' ' -f2)
architecture=$(dpkg --print-architecture)
name=atelier-$version-linux-$architecture
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

install -Dm755 "$built" "$tree/usr/bin/atelier"
strip --strip-all "$tree/usr/bin/atelier"
program=$tree/usr/bin/atelier

install -d "$tree/usr/share/man"
# The manual: commands from the program's own list, file formats from the handbook.
"$program" manual "$tree/usr/share/man/man1"
if command -v pandoc > /dev/null; then
  mkdir -p "$tree/usr/share/man/man5"
  for page in plan directory json; do
    pandoc -s -t man -V title="atelier-$page" -V section=5 -V header=atelier \
      "Assets/help/$page.md" -o "$tree/usr/share/man/man5/atelier-$page.5"
  done
fi
find "$tree/usr/share/man" -type f -exec gzip -9n {} +

complete=$tree/usr/share
install -d "$complete/bash-completion/completions" "$complete/zsh/vendor-completions" \
  "$complete/fish/vendor_completions.d"
"$program" completions bash > "$complete/bash-completion/completions/atelier"
"$program" completions zsh > "$complete/zsh/vendor-completions/_atelier"
"$program" completions fish > "$complete/fish/vendor_completions.d/atelier.fish"

documents=$tree/usr/share/doc/atelier
install -d "$documents"
install -m644 README.md "$documents/README.md"
install -m644 Assets/LICENSE "$documents/copyright"
gzip -9nc Assets/CHANGELOG.md > "$documents/changelog.gz"
install -m644 Assets/CREDITS.md "$documents/"

# The tarball has the same tree without usr/, for ~/.local or /usr/local.
tar -C "$tree/usr" --transform "s,^\.,$name," --owner=0 --group=0 --sort=name -czf "$out/$name.tar.gz" .

install -d "$tree/DEBIAN"
# By their last names: dpkg knows some libraries under /lib that ldd finds under /usr/lib.
libraries=$(
  for library in $(ldd "$program" | awk '/=> \// { print $3 }'); do
    dpkg -S "*/$(basename "$(readlink -f "$library")")" 2> /dev/null | head -1 | cut -d: -f1 || true
  done | sort -u
)
depends=$(echo "$libraries" | paste -sd, | sed 's/,/, /g')
cat > "$tree/DEBIAN/control" << END
Package: atelier
Version: $version
Architecture: $architecture
Maintainer: atelier <atelier@localhost>
Installed-Size: $(du -sk "$tree/usr" | cut -f1)
Depends: $depends
Recommends: unzip
Suggests: pandoc, openssh-server
Section: misc
Priority: optional
Description: facilitate a workshop live, from a terminal
 One person steps everyone through timed phases on a projected screen;
 note-takers type what is said from other terminals on the same directory;
 when the day is over, one command writes the report. No server, no account,
 no network: everything is JSON files in one directory.
END
find "$tree" -type d -exec chmod 755 {} +
find "$tree/usr/share" -type f -exec chmod 644 {} +
dpkg-deb --root-owner-group --build "$tree" "$out/atelier_${version}_$architecture.deb" > /dev/null

install -m755 "$program" "$out/$name"
ls -l "$out"
dpkg-deb --info "$out/atelier_${version}_$architecture.deb" | sed -n 's/^ \(Depends\|Installed\)/\1/p'
