import { type Tool, tool } from '@hermes4/browser/react';

const THEMES = { light: 'light', dark: 'dark', system: 'light dark' } as const;

/** A tool that runs in the page, once its user has agreed. */
export const setTheme: Tool = tool({
  name: 'set_theme',
  description: 'Switches the colors of this page to another theme',
  parameters: {
    type: 'object',
    properties: { theme: { type: 'string', enum: Object.keys(THEMES) } },
    required: ['theme'],
    additionalProperties: false,
  },
  needsApproval: true,
  run: (given) => {
    const { theme } = given as { theme: keyof typeof THEMES };
    document.documentElement.style.colorScheme = THEMES[theme];
    return `The page now has the ${theme} theme.`;
  },
});
