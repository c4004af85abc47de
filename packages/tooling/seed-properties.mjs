import { configureGlobal } from 'fast-check';

// The gate asks the same questions on every run, so that what it says is about the change; a seed of one's own, or a new one
// for each run with `PROPERTY_SEED=random`, looks further.
const { PROPERTY_SEED = '4405' } = process.env;

if (PROPERTY_SEED !== 'random') configureGlobal({ seed: Number(PROPERTY_SEED) });
