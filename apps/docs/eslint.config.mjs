import workspace from '../../eslint.config.mjs';

// What the site is built into, and what its build writes into the docs, is generated.
export default [{ ignores: ['build/**', '.docusaurus/**', 'docs/reference/**'] }, ...workspace];
