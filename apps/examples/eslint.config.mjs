import workspace from '../../eslint.config.mjs';

// Examples print: that is what they are for.
export default [...workspace, { rules: { 'no-console': 'off' } }];
