/**
 * A message or a delta whose thoughts stand in another field.
 *
 * @param otherwise What the field says where there are none; left out, there is no field.
 */
export function renameReasoning(
  { reasoning_content, ...said }: { reasoning_content?: string | null | undefined },
  name: string,
  otherwise?: null,
): object {
  const thought = reasoning_content ?? otherwise;
  return thought === undefined ? said : { ...said, [name]: thought };
}
