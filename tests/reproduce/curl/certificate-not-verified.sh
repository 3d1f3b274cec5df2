# needs: apt:curl apt:openssl
# Asks servers with a self-signed certificate, one of a private root, an expired one and one of another name.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill $helpers 2>/dev/null; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY all_proxy
export HOME="$tmp" LC_ALL=C
helpers=
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
make() { # name, subject
  openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$2" 2>/dev/null
}
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj "/CN=Test root" 2>/dev/null
openssl req -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.pem -days 30 -subj /CN=localhost 2>/dev/null
make leaf localhost
openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -out leaf.pem 2>/dev/null
make old localhost
touch index.txt
printf '[ca]\ndefault_ca = c\n[c]\ndatabase = index.txt\nrand_serial = yes\nnew_certs_dir = .\ndefault_md = sha256\npolicy = p\n[p]\ncommonName = supplied\n' >ca.cnf
openssl ca -batch -config ca.cnf -cert ca.pem -keyfile ca.key -in old.csr -out old.pem -startdate 20200101000000Z -enddate 20210101000000Z 2>/dev/null
n=0
for name in self leaf old; do
  openssl s_server -quiet -accept "127.0.0.1:$((port + n))" -cert "$name.pem" -key "$name.key" -www &
  helpers="$helpers $!"
  n=$((n + 1))
done
sleep 1
{
  curl -sS "https://localhost:$port/"
  curl -sS "https://localhost:$((port + 1))/"
  curl -sS --cacert ca.pem "https://localhost:$((port + 2))/"
  curl -sS --cacert self.pem "https://127.0.0.1:$port/"
} >out 2>&1
cat out
grep -qE 'curl: \(60\) SSL certificate problem: self.signed certificate' out &&
  grep -qF 'curl: (60) SSL certificate problem: unable to get local issuer certificate' out &&
  grep -qF 'curl: (60) SSL certificate problem: certificate has expired' out &&
  grep -qE "curl: \(60\) SSL: (no alternative )?certificate subject name .*(does not match|matches) target host name '127.0.0.1'" out
