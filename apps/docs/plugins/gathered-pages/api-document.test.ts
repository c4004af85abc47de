import { describe, expect, it } from 'vitest';
import { apiPage } from './api-document.ts';

const YAML = `components:
  schemas:
    ChatCompletionCreateParams:
      required: [model]
      properties:
        model: { type: string, enum: [hermes], description: The model. }
        top_p: { type: number, minimum: 0.01, maximum: 1, description: A share. }
        stop: { type: [string, 'null'], default: null }
`;

describe('the page of the API', () => {
  const page = apiPage(YAML);

  it('has a heading with an anchor for each parameter', () => {
    expect(page).toContain(
      '### `top_p` {#top_p}\n\n_number, at least 0.01, at most 1, optional_\n\nA share.',
    );
  });

  it('says what is required, what may be chosen from, and what holds when nothing is given', () => {
    expect(page).toContain('_string, one of hermes, required_');
    expect(page).toContain('_string or null, null unless given, optional_');
  });
});
