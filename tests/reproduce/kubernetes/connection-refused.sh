# needs: kubectl apt:openssl
# Asks without a kubeconfig, and a port where nothing listens.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/api.bash"
{
  kubectl get pods
  kubectl --server https://127.0.0.1:1 --token x get pods
} >out 2>&1
cat out
grep -qF 'The connection to the server localhost:8080 was refused - did you specify the right host or port?' out &&
  grep -qF 'The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?' out
