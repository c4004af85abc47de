/** A question that is asked often, with blanks to fill in. */
export interface Template {
  /** How errors call it: its file. */
  readonly place: string;
  /** How the model is to behave; may have blanks. */
  readonly system?: string | undefined;
  /** The question; `{{input}}` is where what is typed or piped in goes. */
  readonly prompt?: string | undefined;
  /** What blanks are filled with when nobody says otherwise. */
  readonly defaults: Readonly<Record<string, string>>;
  /** What the call is set to, by the names of settings; flags win over it. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The file of a JSON Schema that the answer has to fit, or the schema as JSON. */
  readonly schema?: string | undefined;
}
