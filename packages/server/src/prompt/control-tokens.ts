const CONTROL_TOKEN = /<(?=\|\w+\|>)/g;
const TAG_IN_JSON = /<(?=\|\w+\|>|\/?(?:tools|tool_call|tool_response)>)/g;

/**
 * Text that cannot pass for a control token such as `<|eot_id|>`: whoever may write a message must not be
 * able to end it and begin another in a foreign role. A space stands where the token would be whole, as
 * `< |eot_id|>`, so that the model can still read it and whoever looks at the prompt sees it.
 */
export function disarm(text: string): string {
  return text.replace(CONTROL_TOKEN, '< ');
}

/**
 * JSON that stands between tags and cannot close them from within. In JSON, `<` stands in strings only, where
 * its escape means the same.
 */
export function disarmJson(json: string): string {
  return json.replace(TAG_IN_JSON, '\\u003c');
}
