# Puts the Node.js that bin/setup installed beside the project on the PATH, where the system's is too old.
use_node() {
  local beside
  beside="$(git rev-parse --show-toplevel)/build/node/node_modules/.bin"
  if [ -x "$beside/node" ]; then PATH="$beside:$PATH"; fi
}
node_is_new_enough() {
  command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]
}
node_is_new_enough || use_node
