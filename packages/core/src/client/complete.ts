import type { Exchange } from '../model/exchange.ts';
import type { HttpResponse } from '../model/http.ts';

/** Makes a call that is answered in one piece: again, where that helps, until its answer is read. */
export async function complete<Answer>(
  exchange: Exchange,
  read: (response: HttpResponse) => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    try {
      const answer = await read(await exchange.respond());
      exchange.end();
      return answer;
    } catch (error) {
      if (!(await exchange.retry(error))) throw exchange.fail(error);
    }
  }
}
