# needs: apt:apt apt:gnupg
# Updates from repositories without a Release file, and signed by an unknown key.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/sandbox.bash"
package app 1.0
index
echo "deb file:$tmp/repo ./" >"$tmp/etc/sources.list"
export GNUPGHOME="$tmp/gnupg"
mkdir -m 700 "$GNUPGHOME"
{
  apt-get update
  gpg --batch --quiet --passphrase '' --quick-generate-key 'Test <test@example.org>' rsa2048 sign 1d
  printf 'Date: %s\nSHA256:\n %s %s Packages\n' "$(date -Ru)" "$(sha256sum "$tmp/repo/Packages" | cut -d' ' -f1)" "$(stat -c %s "$tmp/repo/Packages")" >"$tmp/repo/Release"
  gpg --batch --quiet --yes --clearsign -o "$tmp/repo/InRelease" "$tmp/repo/Release"
  apt-get update
  printf 'Date: %s\nSHA256:\n %s %s Packages\n' "$(date -Ru -d '+3 days')" "$(sha256sum "$tmp/repo/Packages" | cut -d' ' -f1)" "$(stat -c %s "$tmp/repo/Packages")" >"$tmp/repo/Release"
  rm "$tmp/repo/InRelease"; gpg --batch --quiet --yes --clearsign -o "$tmp/repo/InRelease" "$tmp/repo/Release"
  gpg --export >"$tmp/etc/trusted.gpg.d/test.gpg"
  apt-get update
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "does not have a Release file." "$tmp/out" && grep -qF 'NO_PUBKEY' "$tmp/out"
