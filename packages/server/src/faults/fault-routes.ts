import type { Route, Visit } from '../call.ts';
import { Refusal } from '../refusal.ts';
import { checkRules, type FaultPlan } from './fault-plan.ts';

const PATH = '/admin/faults';

/** The door to the script: read it, replace it, end it. */
export function faultRoutes(plan: FaultPlan): Route[] {
  const told = (): Response => Response.json({ plan: plan.rules() });
  return [
    { method: 'GET', path: PATH, isAdmin: true, handle: told },
    {
      method: 'PUT',
      path: PATH,
      isAdmin: true,
      handle: async ({ request }: Visit) => {
        plan.replace(checkRules(((await json(request)) as { plan?: unknown }).plan, 'plan'));
        return told();
      },
    },
    {
      method: 'DELETE',
      path: PATH,
      isAdmin: true,
      handle: () => {
        plan.replace([]);
        return told();
      },
    },
  ];
}

async function json(request: Request): Promise<object> {
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null) return body;
  throw new Refusal(
    400,
    'Expected a JSON body: {"plan": [{"fault": {"fault": "status", "status": 503}}]}.',
  );
}
