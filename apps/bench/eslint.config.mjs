import shared from '../../eslint.config.mjs';

// A benchmark's result is what it prints.
export default [...shared, { rules: { 'no-console': 'off' } }];
