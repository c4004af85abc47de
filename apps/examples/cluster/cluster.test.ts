import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHermes } from '@hermes4/core';
import { createLocalServer } from '@hermes4/server';
import { listen } from '@hermes4/server/node';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Service } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { withExample } from '../test/start-example.ts';

const MODEL = 'nousresearch/hermes-4-405b';
const KEY = 'sk-caller';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const read = (name: string): string => readFileSync(pathOf(name), 'utf8');

interface Applications {
  readonly applications: readonly [
    {
      args: {
        llm_configs: readonly [
          { engine_kwargs: Record<string, unknown>; model_loading_config: object },
        ];
      };
    },
  ];
}

interface RayService {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly serveConfigV2: string;
    readonly rayClusterConfig: {
      readonly headGroupSpec: { readonly template: object };
      readonly workerGroupSpecs: readonly [
        {
          rayStartParams: Record<string, string>;
          template: { spec: { containers: readonly [Container] } };
        },
      ];
    };
  };
}

interface Container {
  readonly resources: { readonly limits: Record<string, string> };
}

const rayServe = parse(read('ray-serve.yaml')) as Applications;
const rayService = parse(read('kuberay.yaml')) as RayService;
const kinds = { Deployment, HorizontalPodAutoscaler, PodDisruptionBudget, Service };
const relay = parseAllDocuments(read('relay.yaml')).map(
  (document) => document.toJS() as { kind: keyof typeof kinds; spec: object },
);

/** What a pod template is to Kubernetes. */
function deploymentOf(template: object): Deployment {
  const labels = { app: 'any' };
  return new Deployment({
    metadata: { name: 'any' },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, ...template } },
  });
}

/** The arguments of `vllm serve`, by the names that Python gives them. */
function argumentsOf(script: string): Record<string, string> {
  const flags = script.matchAll(/^ {2}--([a-z-]+)(?: "?(?:\$\{\w+:-)?([^\s"}\\]+)\}?"?)?/gm);
  return Object.fromEntries(
    [...flags].map(([, name = '', value = 'true']) => [name.replaceAll('-', '_'), value]),
  );
}

describe('the commands for vLLM', () => {
  it.each(['vllm-one-node.sh', 'vllm-two-nodes.sh'])(
    '%s is a script that a shell can read',
    (name) => {
      execFileSync('sh', ['-n', pathOf(name)]);
    },
  );

  it('say what is missing, instead of starting without it', () => {
    const run = (name: string, ...args: string[]): unknown => {
      try {
        return execFileSync('sh', [pathOf(name), ...args], { env: {}, stdio: 'pipe' });
      } catch (error) {
        return String((error as { stderr: Buffer }).stderr);
      }
    };
    expect(run('vllm-one-node.sh')).toContain('VLLM_API_KEY');
    expect(run('vllm-two-nodes.sh', 'worker')).toContain('HEAD_ADDRESS');
    expect(run('vllm-two-nodes.sh')).toContain('usage: vllm-two-nodes.sh head|worker|serve');
  });

  it('set the engine up as Ray does', () => {
    const { served_model_name, ...flags } = argumentsOf(read('vllm-one-node.sh'));
    const [{ engine_kwargs }] = rayServe.applications[0].args.llm_configs;
    expect(served_model_name).toBe(MODEL);
    expect(flags).toMatchObject(
      Object.fromEntries(
        Object.entries(engine_kwargs).map(([name, value]) => [name, String(value)]),
      ),
    );
  });
});

describe('the service on Ray', () => {
  it('is the same with and without Kubernetes', () => {
    expect(parse(rayService.spec.serveConfigV2)).toEqual(rayServe);
  });

  it('serves the model under the name that callers use', () => {
    const [{ model_loading_config }] = rayServe.applications[0].args.llm_configs;
    expect(model_loading_config).toMatchObject({ model_id: MODEL });
  });

  it('has as many GPUs in a worker as one replica takes', () => {
    const [{ engine_kwargs }] = rayServe.applications[0].args.llm_configs;
    const [worker] = rayService.spec.rayClusterConfig.workerGroupSpecs;
    const [{ resources }] = worker.template.spec.containers;
    const needed =
      Number(engine_kwargs['tensor_parallel_size']) *
      Number(engine_kwargs['pipeline_parallel_size']);
    expect(resources.limits['nvidia.com/gpu']).toBe(String(needed));
    expect(worker.rayStartParams['num-gpus']).toBe(String(needed));
  });

  it('is made of pods that Kubernetes takes', () => {
    const { headGroupSpec, workerGroupSpecs } = rayService.spec.rayClusterConfig;
    for (const { template } of [headGroupSpec, ...workerGroupSpecs])
      deploymentOf(template).validate();
  });
});

describe('the relay in front', () => {
  it('is made of what Kubernetes takes', () => {
    expect(relay.map(({ kind }) => kind)).toEqual(Object.keys(kinds).toSorted(byPlace));
    for (const document of relay) new kinds[document.kind](document as never).validate();
  });

  it('asks the service that KubeRay names after the cluster', () => {
    const upstream = `http://${rayService.metadata.name}-serve-svc:8000/v1`;
    expect(read('relay.yaml')).toContain(upstream);
    expect(read('relay.ts')).toContain(upstream);
  });

  it('reads every variable that its deployment sets', () => {
    const set = [...read('relay.yaml').matchAll(/- name: ([A-Z_]+)$/gm)].map(([, name]) => name);
    expect(set.length).toBeGreaterThan(3);
    for (const name of set) expect(read('relay.ts')).toContain(name);
  });

  it('answers, with the thoughts in their own field, for callers with a key and nobody else', async () => {
    const upstream = await listen(createLocalServer({ dialect: 'inline', keys: ['sk-upstream'] }), {
      port: 0,
    });
    const env = {
      APP_KEYS: KEY,
      UPSTREAM_BASE_URL: upstream.baseURL,
      UPSTREAM_API_KEY: 'sk-upstream',
    };
    try {
      await withExample('cluster/relay.ts', env, async ({ baseURL, terminate, left }) => {
        const { chat } = createHermes({ baseURL, apiKey: KEY });
        const { choices } = await chat.completions.create({
          messages: [{ role: 'user', content: 'Hello' }],
          reasoning: true,
        });
        expect(choices[0]?.message.reasoning_content).toMatch(/\w/);
        expect(choices[0]?.message.content).toContain('“Hello”');
        const stranger = createHermes({ baseURL, apiKey: 'guess' }).chat.completions;
        const hello = { messages: [{ role: 'user' as const, content: 'Hello' }] };
        await expect(stranger.create(hello)).rejects.toMatchObject({ code: 'unauthorized' });
        expect((await fetch(new URL('/health', baseURL))).status).toBe(200);
        terminate();
        expect(await left).toBe(0);
      });
    } finally {
      await upstream.close({ force: true });
    }
  });
});

function byPlace(left: string, right: string): number {
  return placeOf(left) - placeOf(right);
}

function placeOf(kind: string): number {
  return relay.findIndex((document) => document.kind === kind);
}
