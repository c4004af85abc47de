import { createHermes } from '@hermes4/node';

const hermes = createHermes();

const { prefix, disabled, scopes } = await hermes.keys.current();
const { current_balance, currency } = await hermes.billing.balance();

console.log(`The key ${prefix}… is ${disabled ? 'disabled' : 'enabled'}.`);
console.log(`It may be used for ${scopes?.join(', ') ?? 'everything'}.`);
console.log(`The account holds ${current_balance.toFixed(2)} ${currency}.`);
