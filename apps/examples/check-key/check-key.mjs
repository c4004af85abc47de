const { AIMLAPI_API_KEY, AIMLAPI_BASE_URL = 'https://api.aimlapi.com/v1' } = process.env;

async function get(path) {
  const response = await fetch(new URL(path, AIMLAPI_BASE_URL), {
    headers: { Authorization: `Bearer ${AIMLAPI_API_KEY}` },
  });
  if (!response.ok) throw new Error(`${response.status} from the host: ${await response.text()}`);
  return response.json();
}

const { prefix, disabled, scopes } = (await get('/v1/key')).data;
const { current_balance, currency } = await get('/v2/billing');

console.log(`The key ${prefix}… is ${disabled ? 'disabled' : 'enabled'}.`);
console.log(`It may be used for ${scopes?.join(', ') ?? 'everything'}.`);
console.log(`The account holds ${current_balance.toFixed(2)} ${currency}.`);
