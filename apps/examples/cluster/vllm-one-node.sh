#!/bin/sh
# Hermes 4 405B on one machine with eight GPUs of 80 GB or more. Not run by the tests: they have no GPU.
#
# The checkpoint says itself that it is FP8. Thoughts stay in the text: no reasoning parser of vLLM is made for this
# model, and the client and the relay read <think> themselves.
set -eu

: "${VLLM_API_KEY:?a key of your own choice, which the relay sends and nobody else knows}"

exec vllm serve "${MODEL:-NousResearch/Hermes-4-405B-FP8}" \
  --served-model-name nousresearch/hermes-4-405b \
  --host 127.0.0.1 \
  --port 8000 \
  --tensor-parallel-size 8 \
  --pipeline-parallel-size "${PIPELINE_PARALLEL_SIZE:-1}" \
  --max-model-len "${MAX_MODEL_LEN:-65536}" \
  --kv-cache-dtype fp8 \
  --gpu-memory-utilization 0.92 \
  --enable-prefix-caching \
  --enable-auto-tool-choice \
  --tool-call-parser hermes \
  ${DISTRIBUTED_EXECUTOR_BACKEND:+--distributed-executor-backend "$DISTRIBUTED_EXECUTOR_BACKEND"}
