# Sourced by scripts of this folder: apt with lists, cache, settings and status of its own in $tmp; needs root.
trap 'kill $helpers 2>/dev/null; rm -rf "$tmp"' EXIT
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
helpers=
chmod 755 "$tmp"
mkdir -p "$tmp/etc/apt.conf.d" "$tmp/etc/preferences.d" "$tmp/etc/trusted.gpg.d" "$tmp/state/lists/partial" "$tmp/dpkg/updates" \
  "$tmp/cache/archives/partial" "$tmp/repo"
: >"$tmp/dpkg/status"
cat >"$tmp/apt.conf" <<CONF
Dir::Etc "$tmp/etc"; Dir::Etc::Trusted "/nonexistent"; Dir::State "$tmp/state"; Dir::State::status "$tmp/dpkg/status"; Dir::Cache "$tmp/cache";
Dir::Log "$tmp"; APT::Architecture "amd64"; APT::Architectures { "amd64"; }; APT::Sandbox::User "root"; DPkg::Options { "--admindir=$tmp/dpkg"; };
CONF
export APT_CONFIG="$tmp/apt.conf"
package() { # name, version, more fields
  mkdir -p "$tmp/deb/$1/DEBIAN"
  printf 'Package: %s\nVersion: %s\nArchitecture: amd64\nMaintainer: Test <test@example.org>\nDescription: test\n%b' "$1" "$2" "${3:-}" >"$tmp/deb/$1/DEBIAN/control"
  dpkg-deb --build "$tmp/deb/$1" "$tmp/repo/$1_$2.deb" >/dev/null
}
index() { # writes Packages of the repository
  (cd "$tmp/repo" && for file in *.deb; do
    dpkg-deb -f "$file"
    printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "$file" "$(stat -c %s "$file")" "$(sha256sum "$file" | cut -d' ' -f1)"
  done >Packages)
}
