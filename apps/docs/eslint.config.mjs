import workspace from '../../eslint.config.mjs';

// What the site is built into is generated, and its style sheets have types of their own.
export default [{ ignores: ['build/**', '.docusaurus/**'] }, ...workspace];
