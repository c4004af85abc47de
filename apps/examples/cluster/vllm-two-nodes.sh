#!/bin/sh
# The same over two machines of eight GPUs each, joined by Ray. Not run by the tests: they have no GPU.
#
#   vllm-two-nodes.sh head      on the first machine
#   vllm-two-nodes.sh worker    on the second, with HEAD_ADDRESS set to the first one's
#   vllm-two-nodes.sh serve     on the first, when `ray status` shows sixteen GPUs
set -eu

case "${1:-}" in
  head)
    exec ray start --head --port 6379 --node-ip-address "${NODE_ADDRESS:?the address of this machine}" --block
    ;;
  worker)
    exec ray start --address "${HEAD_ADDRESS:?the address of the first machine}:6379" --block
    ;;
  serve)
    export DISTRIBUTED_EXECUTOR_BACKEND=ray PIPELINE_PARALLEL_SIZE=2 MAX_MODEL_LEN="${MAX_MODEL_LEN:-131072}"
    exec "$(dirname "$0")/vllm-one-node.sh"
    ;;
  *)
    echo 'usage: vllm-two-nodes.sh head|worker|serve' >&2
    exit 2
    ;;
esac
