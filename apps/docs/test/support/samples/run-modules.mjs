// Runs programs one after another in one process, and prints what each of them printed. Each is announced to the host first.
const { origin, programs } = JSON.parse(process.argv[2]);

const write = process.stdout.write.bind(process.stdout);
const outcomes = [];

for (const [index, { file, key }] of programs.entries()) {
  await fetch(`${origin}/next/${index}`);
  process.env.AIMLAPI_API_KEY = key;
  let output = '';
  process.stdout.write = (text) => {
    output += text;
    return true;
  };
  const failure = await import(file).then(
    () => undefined,
    (error) => String(error),
  );
  process.stdout.write = write;
  outcomes.push({ output, failure });
}

console.log(JSON.stringify(outcomes));
