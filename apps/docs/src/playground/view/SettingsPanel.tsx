import { usePluginData } from '@docusaurus/useGlobalData';
import { type ReactNode, useId } from 'react';
import type { Parameter } from '../parameter';
import { faultOfSchema, type Settings } from '../settings';
import { PAGE_TOOLS } from '../tools';
import { ParameterField } from './ParameterField';
import styles from './Playground.module.css';

interface SettingsPanelProps {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** What the next question is asked with. */
export function SettingsPanel({ settings, onChange }: SettingsPanelProps): ReactNode {
  const parameters = usePluginData('playground-parameters') as readonly Parameter[];
  const id = useId();
  const set = (change: Partial<Settings>): void => onChange({ ...settings, ...change });
  const setParameter = (name: string, value: number | undefined): void => {
    const { [name]: _, ...others } = settings.params;
    set({ params: value === undefined ? others : { ...others, [name]: value } });
  };
  const schemaFault = faultOfSchema(settings.schema);

  return (
    <div className={styles['settings']}>
      <label htmlFor={`${id}-system`}>System prompt</label>
      <textarea
        id={`${id}-system`}
        rows={3}
        value={settings.system}
        placeholder="How the model is to behave"
        onChange={({ target }) => set({ system: target.value })}
      />
      <label className={styles['switch']}>
        <input
          type="checkbox"
          checked={settings.reasoning}
          onChange={({ target }) => set({ reasoning: target.checked })}
        />
        Think before answering
      </label>
      <fieldset>
        <legend>Tools</legend>
        {PAGE_TOOLS.map(({ name, description }) => (
          <label key={name} className={styles['switch']}>
            <input
              type="checkbox"
              checked={settings.tools.includes(name)}
              onChange={({ target }) =>
                set({
                  tools: target.checked
                    ? [...settings.tools, name]
                    : settings.tools.filter((one) => one !== name),
                })
              }
            />
            <span>
              <code>{name}</code> {description}
            </span>
          </label>
        ))}
      </fieldset>
      <details open={Object.keys(settings.params).length > 0 || undefined}>
        <summary>Parameters</summary>
        {parameters.map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            value={settings.params[parameter.name]}
            onChange={(value) => setParameter(parameter.name, value)}
          />
        ))}
      </details>
      <details open={settings.schema !== '' || undefined}>
        <summary>JSON Schema of the answer</summary>
        <textarea
          aria-label="JSON Schema of the answer"
          aria-invalid={schemaFault !== undefined}
          className={styles['schema']}
          rows={8}
          spellCheck={false}
          value={settings.schema}
          placeholder={'{ "type": "object" }'}
          onChange={({ target }) => set({ schema: target.value })}
        />
        {schemaFault !== undefined && <span className={styles['fault']}>{schemaFault}</span>}
      </details>
    </div>
  );
}
