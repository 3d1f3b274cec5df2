# needs: apt:nginx apt:curl
# Checks configurations with a missing, a wrong and a foreign certificate or key.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
cd "$tmp" || exit 2
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=localhost 2>/dev/null
openssl genrsa -out other.pem 2048 2>/dev/null
tls() { check "events {} http { server { listen 127.0.0.1:$port ssl; ssl_certificate $1; ssl_certificate_key $2; } }"; }
{
  tls /etc/letsencrypt/live/shop.invalid/fullchain.pem "$tmp/key.pem"
  tls "$tmp/cert.pem" "$tmp/none.pem"
  tls "$tmp/key.pem" "$tmp/key.pem"
  tls "$tmp/cert.pem" "$tmp/other.pem"
} >out
cat out
grep -qF 'cannot load certificate "/etc/letsencrypt/live/shop.invalid/fullchain.pem": BIO_new_file() failed' out &&
  grep -qF "cannot load certificate key \"$tmp/none.pem\": BIO_new_file() failed" out &&
  grep -qF 'PEM_read_bio_X509_AUX() failed' out && grep -qF "SSL_CTX_use_PrivateKey(\"$tmp/other.pem\") failed" out
