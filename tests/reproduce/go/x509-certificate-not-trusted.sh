# needs: kubectl apt:openssl
# Asks an API server with a foreign certificate, and by a name that the certificate lacks.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/../kubernetes/api.bash"
{
  kubectl --server "https://127.0.0.1:$port/ok" --token x get pods
  kubectl --server "https://localhost:$port/ok" --token x --certificate-authority cert.pem get pods
} >out 2>&1
cat out
grep -qF 'x509: certificate signed by unknown authority' out && grep -qE "x509: certificate is valid for kubernetes, not localhost" out
